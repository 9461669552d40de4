//! Triangles between points that move: Delaunay's, found anew in every frame.

use std::f64::consts::TAU;

use grabframe::prelude::*;

use super::{Scene, lcg};

pub fn triplot() -> Scene {
    let u = lcg(4 * 15, 7);
    // each goes once around a small circle of its own
    let points = move |k: usize| -> (Vec<f64>, Vec<f64>) {
        u.chunks(4)
            .map(|u| {
                let (sin, cos) = (TAU * (k as f64 / 24.0 + u[2])).sin_cos();
                (u[0] + (0.03 + 0.07 * u[3]) * cos, u[1] + (0.03 + 0.07 * u[3]) * sin)
            })
            .unzip()
    };
    let (x, y) = points(0);
    let mut fig = Figure::inches(4.8, 3.6);
    let ax = fig.add_axes();
    let net = fig[ax].add(TriMesh::delaunay(&x, &y).linewidth(1));
    let dots = fig[ax].add(Line::new(&x, &y).fmt("o").markersize(5));
    fig[ax].set_xlim(-0.15, 1.15).set_ylim(-0.15, 1.15).set_ylabel("y (µm)");
    Scene::new(fig, 24, move |fig, k| {
        let (x, y) = points(k);
        fig[net].set_data(&x, &y);
        fig[dots].set_data(&x, &y);
        let count = fig[net].triangles().len();
        fig[ax].set_title(format!("{count} triangles"));
    })
}
