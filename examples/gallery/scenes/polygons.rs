//! Polygons that move: squares that hang together at their corners, and grow in both directions when they are pulled in one.

use std::f64::consts::{FRAC_PI_4, TAU};

use grabframe::prelude::*;

use super::Scene;

pub fn polygons() -> Scene {
    let squares = |turn: f64| -> Vec<[(f64, f64); 4]> {
        let (sin, cos) = turn.sin_cos();
        let square = |i: usize, j: usize| {
            let side = if (i + j).is_multiple_of(2) { sin } else { -sin };
            let (x, y) = ((i as f64 - 2.0) * (cos + sin), (j as f64 - 1.5) * (cos + sin));
            [(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)]
                .map(|(a, b)| (x + a * cos - b * side, y + a * side + b * cos))
        };
        (0..20).map(|n| square(n % 5, n / 5)).collect()
    };
    let way = |corners: &[(f64, f64); 4]| f64::hypot(corners[0].0 + corners[2].0, corners[0].1 + corners[2].1) / 2.0;
    let rest: Vec<f64> = squares(0.0).iter().map(way).collect();
    let mut fig = Figure::inches(4.8, 3.6);
    let ax = fig.add_axes();
    let sheet = Polygons::new(squares(0.0)).values(0.0).clim(0, 1.4).cmap("YlGnBu").edgecolor("k").linewidth(0.8);
    let sheet = fig[ax].add(sheet);
    let bar = fig.colorbar(sheet);
    fig[bar].set_label("displacement");
    fig[ax].set_xlim(-5, 5).set_ylim(-4, 4).set_aspect("equal");
    Scene::new(fig, 24, move |fig, k| {
        let turn = FRAC_PI_4 * (0.55 - 0.45 * (TAU * k as f64 / 24.0).cos());
        let now = squares(turn);
        let moved: Vec<f64> = now.iter().zip(&rest).map(|(corners, rest)| way(corners) - rest).collect();
        fig[sheet].set_data(&now).set_values(moved);
        fig[ax].set_title(format!("squares turned by {:.0}°", turn.to_degrees()));
    })
}
