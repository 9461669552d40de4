//! Two y axes over one x axis: how warm it is, and how much it rains.

use std::f64::consts::TAU;

use grabframe::prelude::*;

use super::{Scene, linspace};

pub fn twins() -> Scene {
    let day = linspace(0.0, 24.0, 97);
    let warmth = |h: f64, k: usize| 14.0 - 6.0 * (TAU * (h - 2.0 - 0.1 * k as f64) / 24.0).cos();
    let rain = |h: i32, k: usize| 2.0 + 1.8 * (0.5 * f64::from(h) + TAU * k as f64 / 24.0).sin();
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let right = fig.twin_x(ax);
    let bars =
        fig[ax].add(Bars::new((0..24).map(|h| f64::from(h) + 0.5).collect::<Vec<_>>(), [1.0; 24]).color("lightblue"));
    let line = fig[right].add(Line::empty().color("tab:red").linewidth(2));
    fig[ax].set_xlim(0, 24).set_xlabel("hour of the day");
    fig[ax].set_ylim(0, 6).set_ylabel("rain (mm)").set_ylabel_color("tab:blue");
    fig[ax].tick_params(TickParams::new().axis("y").labelcolor("tab:blue"));
    fig[right].set_ylim(0, 22).set_ylabel("temperature (°C)").set_ylabel_color("tab:red");
    fig[right].tick_params(TickParams::new().axis("y").labelcolor("tab:red"));
    Scene::new(fig, 24, move |fig, k| {
        fig[bars].set_heights((0..24).map(|h| rain(h, k)).collect::<Vec<_>>());
        fig[line].set_data(&day, day.iter().map(|h| warmth(*h, k)).collect::<Vec<_>>());
    })
}
