//! Level lines with labels: isobars of a weather chart, while a low goes round.

use std::f64::consts::TAU;

use grabframe::prelude::*;

use super::{Scene, linspace};

pub fn contour() -> Scene {
    let (lon, lat) = (linspace(-20.0, 20.0, 61), linspace(35.0, 65.0, 46));
    let pressure = {
        let (lon, lat) = (lon.clone(), lat.clone());
        move |k: usize| -> Vec<Vec<f64>> {
            let (sin, cos) = (TAU * k as f64 / 24.0).sin_cos();
            let value = |x: f64, y: f64| {
                let hill = |cx: f64, cy: f64, w: f64| (-((x - cx).powi(2) + (y - cy).powi(2)) / (2.0 * w * w)).exp();
                1013.0 - 28.0 * hill(5.0 * cos - 6.0, 54.0 + 3.0 * sin, 6.0) + 14.0 * hill(9.0, 42.0, 7.0)
            };
            lat.iter().map(|y| lon.iter().map(|x| value(*x, *y)).collect()).collect()
        }
    };
    let mut fig = Figure::inches(4.8, 3.6);
    let ax = fig.add_axes();
    let isobars = Contour::on(lon, lat, pressure(0)).at((0..8).map(|i| 976 + 8 * i).collect::<Vec<_>>());
    let isobars = fig[ax].add(isobars.labels(true).labels_format("{:.0}").cmap("viridis"));
    fig[ax].set_ylabel("latitude (°)");
    Scene::new(fig, 24, move |fig, k| {
        fig[isobars].set_data(pressure(k));
        fig[ax].set_title(format!("pressure (hPa), hour {k}"));
    })
}
