//! Norms: the same values by a symmetrical logarithm, and with a rate of their own on each side of 0.

use std::f64::consts::TAU;

use grabframe::prelude::*;

use super::Scene;

pub fn norms() -> Scene {
    let field = |k: usize| -> Vec<Vec<f64>> {
        let turn = TAU * k as f64 / 24.0;
        let charge = |x: f64, y: f64, at: f64| 1.0 / (0.01 + f64::hypot(x - at.cos(), y - at.sin()).powi(2));
        let value = |x: f64, y: f64| charge(x, y, turn) - 0.2 * charge(x, y, turn + TAU / 2.0);
        let place = |i: i32| (f64::from(i) - 7.5) / 4.0;
        (0..16).map(|y| (0..16).map(|x| value(place(x), place(y))).collect()).collect()
    };
    let mut fig = Figure::new();
    let axs = fig.subplots(1, 2);
    let names = ["symlog", "two slopes"];
    let norms = [Norm::symlog(1), Norm::TwoSlope { center: 0.0 }];
    let mut images = Vec::new();
    for (i, norm) in norms.into_iter().enumerate() {
        let ax = axs[(0, i)];
        let image = fig[ax].add(Image::new(field(0)).clim(-20, 100).norm(norm).cmap("seismic"));
        let bar = fig.colorbar(image);
        fig[bar].set_location("bottom").set_pad(0.1);
        fig[ax].set_title(names[i]);
        images.push(image);
    }
    Scene::new(fig, 24, move |fig, k| {
        for image in &images {
            fig[*image].set_data(field(k));
        }
    })
}
