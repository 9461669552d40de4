//! Colours mixed between the places of the values: a stream that winds between warm water and cold.

use std::f64::consts::{PI, TAU};

use grabframe::prelude::*;

use super::{Scene, linspace};

pub fn gouraud() -> Scene {
    let (x, y) = (linspace(0.0, 4.0, 33), linspace(-0.5, 0.5, 9));
    let (along, across) = (x.clone(), y.clone());
    let warmth = move |t: f64| -> Vec<Vec<f64>> {
        let middle = |x: f64| 0.15 * (PI * x - TAU * t).cos();
        across.iter().map(|y| along.iter().map(|x| 15.0 - 5.0 * ((y - middle(*x)) / 0.2).tanh()).collect()).collect()
    };
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let mesh = fig[ax].add(Mesh::on(x, y, warmth(0.0)).shading("gouraud").clim(10, 20).cmap("coolwarm"));
    let bar = fig.colorbar(mesh);
    fig[bar].set_label("temperature (°C)");
    fig[ax].set_aspect("equal").set_xlabel("x (1000 km)").set_ylabel("y (1000 km)");
    Scene::new(fig, 16, move |fig, k| {
        fig[mesh].set_values(warmth(k as f64 / 16.0));
        fig[ax].set_title(format!("day {}", 2 * k));
    })
}
