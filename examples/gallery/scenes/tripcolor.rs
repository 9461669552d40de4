//! Triangles with values at their points: a drum with a hole, swinging.

use std::f64::consts::{PI, TAU};

use grabframe::prelude::*;

use super::Scene;

/// Rings of points around the middle, every other one turned by half a step, and the triangles between them.
fn annulus(rings: usize, around: usize) -> (Vec<f64>, Vec<f64>, Vec<[usize; 3]>) {
    let (mut x, mut y, mut triangles) = (Vec::new(), Vec::new(), Vec::new());
    for i in 0..rings {
        for j in 0..around {
            let (r, turn) =
                (0.3 + 0.7 * i as f64 / (rings - 1) as f64, (j as f64 + 0.5 * (i % 2) as f64) / around as f64);
            x.push(r * (TAU * turn).cos());
            y.push(r * (TAU * turn).sin());
            if i + 1 < rings {
                let (a, b) = (i * around + j, i * around + (j + 1) % around);
                let (c, d) = (a + around, b + around);
                triangles.extend(if i % 2 == 0 { [[a, c, b], [c, d, b]] } else { [[a, c, d], [a, d, b]] });
            }
        }
    }
    (x, y, triangles)
}

pub fn tripcolor() -> Scene {
    let (x, y, triangles) = annulus(9, 40);
    let mode: Vec<f64> =
        x.iter().zip(&y).map(|(x, y)| (PI * (x.hypot(*y) - 0.3) / 0.7).sin() * (3.0 * y.atan2(*x)).cos()).collect();
    let height = move |k: usize| -> Vec<f64> {
        let swing = (TAU * k as f64 / 16.0).cos();
        mode.iter().map(|z| z * swing).collect()
    };
    let mut fig = Figure::inches(3.6, 2.7);
    let ax = fig.add_axes();
    let drum = TriMesh::new(x, y, triangles).values(height(0)).clim(-1, 1).cmap("coolwarm").shading("gouraud");
    let drum = fig[ax].add(drum);
    let bar = fig.colorbar(drum);
    fig[bar].set_label("height (mm)");
    fig[ax].set_aspect("equal");
    Scene::new(fig, 16, move |fig, k| {
        fig[drum].set_values(height(k));
        fig[ax].set_title(format!("phase {:.2}", k as f64 / 16.0));
    })
}
