//! A tangent that glides along a curve, and where it touches.

use std::f64::consts::TAU;

use grabframe::prelude::*;

use super::{Scene, linspace};

pub fn rules() -> Scene {
    let x = linspace(-3.0, 3.0, 201);
    let cubic = |x: f64| x * x * x / 3.0 - x;
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].add(Rule::horizontal(0).color("gray").linewidth(0.8));
    fig[ax].add(Line::new(&x, x.iter().map(|x| cubic(*x)).collect::<Vec<_>>()).label(r"$x^3/3 - x$"));
    let tangent = fig[ax].add(Rule::through((0, 0), -1).color("tab:red").label("tangent"));
    let place = fig[ax].add(Rule::vertical(0).color("gray").linestyle(":"));
    let height = fig[ax].add(Rule::horizontal(0).color("gray").linestyle(":"));
    let dot = fig[ax].add(Line::new([0], [0]).fmt("ro"));
    fig[ax].set_xlim(-3, 3).set_ylim(-3, 3).set_xlabel("x").set_ylabel("y").legend_at("upper left");
    Scene::new(fig, 40, move |fig, k| {
        let x = -2.2 * (TAU * k as f64 / 40.0).cos();
        fig[tangent].set_through((x, cubic(x)), x * x - 1.0);
        fig[place].set_at(x);
        fig[height].set_at(cubic(x));
        fig[dot].set_data([x], [cubic(x)]);
        fig[ax].set_title(format!("slope {:.2}", x * x - 1.0));
    })
}
