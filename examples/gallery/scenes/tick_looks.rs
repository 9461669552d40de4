//! How ticks and grid lines look: on all sides and pointing inward, as many journals want it, with small ticks between.

use std::f64::consts::TAU;

use grabframe::prelude::*;

use super::{Scene, linspace};

pub fn tick_looks() -> Scene {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let x = linspace(0.0, 10.0, 201);
    let line = fig[ax].add(Line::empty().color("tab:blue"));
    fig[ax].set_xlim(0, 10).set_ylim(-1, 1).set_xticks(Ticks::every(2)).set_yticks(Ticks::every(0.5));
    fig[ax].set_xminorticks(Ticks::every(0.5)).set_yminorticks(Ticks::count(5));
    fig[ax].set_ticks_on("top", true).set_ticks_on("right", true);
    fig[ax].tick_params(TickParams::new().direction("in").length(7).width(1.2).labelsize(12));
    fig[ax].tick_params(TickParams::new().which("minor").direction("in").length(4));
    fig[ax].tick_params(TickParams::new().axis("y").labelcolor("tab:blue").pad(6));
    fig[ax].set_grid(GridLines::new().linestyle("--").linewidth(0.6));
    fig[ax].set_grid(GridLines::new().which("minor").linestyle(":").linewidth(0.5).alpha(0.7));
    fig[ax].set_xlabel("time (s)").set_ylabel("voltage (V)");
    Scene::new(fig, 24, move |fig, k| {
        let phase = TAU * k as f64 / 24.0;
        let y = x.iter().map(|x| 0.85 * (1.5 * x - phase).sin());
        fig[line].set_data(&x, y.collect::<Vec<_>>());
    })
}
