//! How far down a day's warmth goes, in ground that leads it well or badly: cells that are thin where much happens.

use std::f64::consts::TAU;

use grabframe::prelude::*;

use super::{Scene, linspace};

pub fn pcolormesh() -> Scene {
    let hours = linspace(0.0, 48.0, 25);
    let depths: Vec<f64> = linspace(0.0, 1.0, 13).iter().map(|u| 60.0 * u * u).collect();
    let (x, y) = (hours.clone(), depths.clone());
    let warmth = move |reach: f64| -> Vec<Vec<f64>> {
        let at = |t: f64, z: f64| 12.0 + 8.0 * (-z / reach).exp() * (TAU * (t + 1.0) / 24.0 - 1.6 - z / reach).sin();
        let middle = |pair: &[f64]| (pair[0] + pair[1]) / 2.0;
        depths.windows(2).map(|z| hours[..24].iter().map(|t| at(*t, middle(z))).collect()).collect()
    };
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let mesh = fig[ax].add(Mesh::on(x, y, warmth(8.0)).cmap("coolwarm").clim(4, 20));
    let bar = fig.colorbar(mesh);
    fig[bar].set_label("temperature (°C)");
    fig[ax].set_xticklabels([0, 12, 24, 36, 48], ["0:00", "12:00", "0:00", "12:00", "0:00"]);
    fig[ax].set_ylabel("depth (cm)").invert_y();
    Scene::new(fig, 18, move |fig, k| {
        let reach = 14.0 - 9.0 * (TAU * k as f64 / 18.0).cos();
        fig[mesh].set_values(warmth(reach));
        fig[ax].set_title(format!("warmth goes {reach:.1} cm deep"));
    })
}
