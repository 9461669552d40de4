//! Counts in cells that change: ten thousand pendulums, of which those that swing far are slower, so that a cloud winds up.

use std::f64::consts::TAU;

use grabframe::prelude::*;

use super::{Scene, normal};

pub fn hist2d() -> Scene {
    let (a, b) = (normal(10_000, 1), normal(10_000, 2));
    let swung = move |t: f64| -> (Vec<f64>, Vec<f64>) {
        let turned = |(a, b): (&f64, &f64)| {
            let (x, y) = (1.2 + 0.35 * a, 0.35 * b);
            let (sin, cos) = (t * (1.0 - (x * x + y * y) / 16.0)).sin_cos();
            (x * cos + y * sin, y * cos - x * sin)
        };
        a.iter().zip(&b).map(turned).unzip()
    };
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let (x, y) = swung(0.0);
    let cells = Histogram2d::new(&x, &y).bins_xy(40, 40).xrange(-2.5, 2.5).yrange(-2.5, 2.5).clim(0, 120);
    let cells = fig[ax].add(cells.cmap("magma"));
    let bar = fig.colorbar(cells);
    fig[bar].set_label("pendulums");
    fig[ax].set_xlabel("angle (rad)").set_ylabel("speed (rad/s)");
    Scene::new(fig, 30, move |fig, k| {
        let t = TAU * k as f64 / 10.0;
        let (x, y) = swung(t);
        fig[cells].set_data(&x, &y);
        fig[ax].set_title(format!("after {t:.1} s"));
    })
}
