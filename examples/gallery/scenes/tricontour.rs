//! Level lines and bands of values at points that lie anywhere: rain that passes over gauges.

use std::f64::consts::TAU;

use grabframe::prelude::*;

use super::{Scene, lcg};

pub fn tricontour() -> Scene {
    let u = lcg(2 * 40, 3);
    let (x, y): (Vec<f64>, Vec<f64>) = u.chunks(2).map(|u| (100.0 * u[0], 80.0 * u[1])).unzip();
    let rain = {
        let (x, y) = (x.clone(), y.clone());
        move |k: usize| -> Vec<f64> {
            let (sin, cos) = (TAU * k as f64 / 24.0).sin_cos();
            let value = |x: f64, y: f64| {
                let hill = |cx: f64, cy: f64, w: f64| (-((x - cx).powi(2) + (y - cy).powi(2)) / (2.0 * w * w)).exp();
                12.0 * hill(50.0 + 25.0 * cos, 40.0 + 20.0 * sin, 15.0) + 6.0 * hill(50.0 - 30.0 * cos, 40.0, 20.0)
            };
            x.iter().zip(&y).map(|(x, y)| value(*x, *y)).collect()
        }
    };
    let mut fig = Figure::inches(4.8, 3.6);
    let ax = fig.add_axes();
    let levels = [0, 2, 4, 6, 8, 10, 12];
    let net = TriMesh::delaunay(&x, &y);
    let bands = fig[ax].add(Contour::on_mesh(&net, rain(0)).at(levels).filled().cmap("Blues"));
    let lines = fig[ax].add(Contour::on_mesh(&net, rain(0)).at(levels).color("k").linewidth(0.8));
    let bar = fig.colorbar(bands);
    fig[bar].set_label("rain (mm/h)");
    fig[ax].set_ylabel("y (km)");
    Scene::new(fig, 24, move |fig, k| {
        fig[bands].set_values(rain(k));
        fig[lines].set_values(rain(k));
        fig[ax].set_title(format!("{:02}:{:02}", k / 4, k % 4 * 15));
    })
}
