//! Streamlines of a field that changes: a cylinder in a stream, spinning to and fro, which lifts it and presses it down.

use std::f64::consts::TAU;

use grabframe::prelude::*;

use super::{Scene, linspace};

/// A component, or whatever is made of both, at every place.
fn field(spin: f64, of: fn(f64, f64) -> f64) -> Vec<Vec<f64>> {
    let at = linspace(-3.0, 3.0, 61);
    let velocity = |x: f64, y: f64| {
        let r2 = (x * x + y * y).max(0.3);
        let u = 1.0 - (x * x - y * y) / (r2 * r2) + spin * y / r2;
        of(u, -2.0 * x * y / (r2 * r2) - spin * x / r2)
    };
    at.iter().map(|y| at.iter().map(|x| velocity(*x, *y)).collect()).collect()
}

pub fn streamplot() -> Scene {
    let at = linspace(-3.0, 3.0, 61);
    let mut fig = Figure::inches(4.8, 3.6);
    let ax = fig.add_axes();
    let lines = Streamlines::new(&at, &at, field(0.0, |u, _| u), field(0.0, |_, v| v)).broken_streamlines(false);
    let lines = lines.start_points(([-3.0; 8], linspace(-2.1, 2.1, 8))).values(field(0.0, f64::hypot)).clim(0, 3);
    let lines = fig[ax].add(lines);
    fig[ax].add(Patch::circle(0, 0, 1).color("lightgray").edgecolor("k").zorder(3));
    let bar = fig.colorbar(lines);
    fig[bar].set_label("speed");
    fig[ax].set_xlim(-3, 3).set_ylim(-2.2, 2.2).set_aspect("equal");
    Scene::new(fig, 24, move |fig, k| {
        let spin = 1.6 * (TAU * k as f64 / 24.0).sin();
        fig[lines].set_uv(field(spin, |u, _| u), field(spin, |_, v| v)).set_values(field(spin, f64::hypot));
        fig[ax].set_title(format!("lift {:.2}", TAU * spin));
    })
}
