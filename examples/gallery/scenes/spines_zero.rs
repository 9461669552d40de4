//! Axes that cross at the origin, as in a book: a cubic and its slope.

use std::f64::consts::TAU;

use grabframe::prelude::*;

use super::{Scene, linspace};

pub fn spines_zero() -> Scene {
    let x = linspace(-2.5, 2.5, 201);
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let cubic = fig[ax].add(Line::empty().linewidth(2).label("x³ + a x"));
    let slope = fig[ax].add(Line::empty().linestyle("--").label("3 x² + a"));
    fig[ax].set_spine_at("left", "zero").set_spine_at("bottom", "zero");
    fig[ax].set_spine("top", false).set_spine("right", false);
    fig[ax].set_xlim(-2.5, 2.5).set_ylim(-6.5, 6.5).legend_at("lower right");
    Scene::new(fig, 30, move |fig, k| {
        let a = -1.5 + 1.5 * (TAU * k as f64 / 30.0).cos();
        fig[cubic].set_data(&x, x.iter().map(|x| x.powi(3) + a * x).collect::<Vec<_>>());
        fig[slope].set_data(&x, x.iter().map(|x| 3.0 * x * x + a).collect::<Vec<_>>());
        fig[ax].set_title(format!("a = {a:.2}"));
    })
}
