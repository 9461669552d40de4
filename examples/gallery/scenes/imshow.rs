//! An image whose values change: waves from two sources.

use std::f64::consts::TAU;

use grabframe::prelude::*;

use super::Scene;

pub fn imshow() -> Scene {
    let waves = |k: usize| -> Vec<Vec<f64>> {
        let wave = |x: f64, y: f64| (f64::hypot(x, y) - TAU * k as f64 / 24.0).sin();
        let value = |x: f64, y: f64| wave(x - 7.0, y - 10.0) + wave(x - 17.0, y - 10.0);
        (0..20).map(|y| (0..25).map(|x| value(f64::from(x), f64::from(y))).collect()).collect()
    };
    let mut fig = Figure::inches(4.8, 3.6);
    let ax = fig.add_axes();
    let image = fig[ax].add(Image::new(waves(0)).clim(-2, 2).cmap("RdBu").origin("lower"));
    let bar = fig.colorbar(image);
    fig[bar].set_label("height (mm)");
    fig[ax].set_ylabel("y (cm)");
    Scene::new(fig, 24, move |fig, k| {
        fig[image].set_data(waves(k));
        fig[ax].set_title(format!("phase {:.2}", k as f64 / 24.0));
    })
}
