//! Cells that are no rectangles: a wave that runs along a bend.

use std::f64::consts::{PI, TAU};

use grabframe::prelude::*;

use super::{Scene, linspace};

/// A value for each radius and angle.
fn grid(radii: &[f64], angles: &[f64], value: impl Fn(f64, f64) -> f64) -> Vec<Vec<f64>> {
    radii.iter().map(|r| angles.iter().map(|a| value(*r, *a)).collect()).collect()
}

pub fn curvilinear() -> Scene {
    let (radii, angles) = (linspace(0.5, 1.0, 9), linspace(0.0, PI, 41));
    let (x, y) = (grid(&radii, &angles, |r, a| r * a.cos()), grid(&radii, &angles, |r, a| r * a.sin()));
    let wave = move |t: f64| {
        let value = |r: f64, a: f64| (TAU * (r - 0.46875)).sin() * (8.0 * a + TAU * t).sin();
        grid(&radii[..8], &angles[..40], value)
    };
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let mesh = fig[ax].add(Mesh::curvilinear(x, y, wave(0.0)).clim(-1, 1).cmap("PuOr"));
    let bar = fig.colorbar(mesh);
    fig[bar].set_label("field (V/m)");
    fig[ax].set_aspect("equal").set_xlabel("x (cm)").set_ylabel("y (cm)");
    Scene::new(fig, 24, move |fig, k| {
        fig[mesh].set_values(wave(k as f64 / 24.0));
        fig[ax].set_title(format!("{} ps", 5 * k));
    })
}
