//! A grid within a grid: a figure of Lissajous, and its two coordinates beside it.

use std::f64::consts::TAU;

use grabframe::prelude::*;

use super::{Scene, linspace};

pub fn nested_grids() -> Scene {
    let mut fig = Figure::new();
    let axs = fig.subplots_with(1, 2, Subplot::new().width_ratios([3, 2]).wspace(0.25));
    let plane = axs[(0, 0)];
    let sides = fig.subgrid(axs[(0, 1)], 2, 1, Subplot::new().share_x().hspace(0.1));
    let x = |t: f64| (3.0 * t).sin();
    let y = |t: f64| (4.0 * t).sin();
    let track = fig[plane].add(Line::empty().linewidth(2));
    let point = fig[plane].add(Line::empty().fmt("o").color("C3"));
    let above = fig[sides[(0, 0)]].add(Line::empty());
    let below = fig[sides[(1, 0)]].add(Line::empty().color("C1"));
    fig[plane].set_xlim(-1.1, 1.1).set_ylim(-1.1, 1.1).set_title("plane").set_xlabel("x").set_ylabel("y");
    fig[sides[(0, 0)]].set_xlim(0, TAU).set_ylim(-1.1, 1.1).set_title("x and y over time");
    fig[sides[(1, 0)]].set_ylim(-1.1, 1.1).set_xlabel("t");
    Scene::new(fig, 48, move |fig, k| {
        let end = TAU * (k + 1) as f64 / 48.0;
        let t = linspace(0.0, end, 10 * (k + 1) + 1);
        let (xs, ys): (Vec<f64>, Vec<f64>) = t.iter().map(|t| (x(*t), y(*t))).unzip();
        fig[track].set_data(&xs, &ys);
        fig[point].set_data([x(end)], [y(end)]);
        fig[above].set_data(&t, &xs);
        fig[below].set_data(&t, &ys);
    })
}
