//! A line that is coloured piece by piece: an orbit that turns as it would around a heavy star, by its speed.

use std::f64::consts::TAU;

use grabframe::prelude::*;

use super::{Scene, linspace};

pub fn segments() -> Scene {
    let angle = linspace(0.0, 9.0 * TAU, 48 * 25);
    // an ellipse whose axis goes on by 40 degrees in each turn
    let radius: Vec<f64> = angle.iter().map(|a| 0.51 / (1.0 + 0.7 * (a * 8.0 / 9.0).cos())).collect();
    let x: Vec<f64> = angle.iter().zip(&radius).map(|(a, r)| r * a.cos()).collect();
    let y: Vec<f64> = angle.iter().zip(&radius).map(|(a, r)| r * a.sin()).collect();
    let speed: Vec<f64> = radius.iter().map(|r| (2.0 / r - 1.0).sqrt()).collect();
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let orbit = fig[ax]
        .add(Segments::along(&x[..25], &y[..25]).values(&speed[..25]).clim(0.4, 2.4).cmap("plasma").linewidth(2));
    let planet = fig[ax].add(Line::new([x[24]], [y[24]]).fmt("ko"));
    let bar = fig.colorbar(orbit);
    fig[bar].set_label("speed");
    fig[ax].set_xlim(-1.9, 1.9).set_ylim(-1.9, 1.9).set_aspect("equal");
    Scene::new(fig, 48, move |fig, k| {
        let n = 25 * (k + 1);
        fig[orbit].set_along(&x[..n], &y[..n]).set_values(&speed[..n]);
        fig[planet].set_data([x[n - 1]], [y[n - 1]]);
    })
}
