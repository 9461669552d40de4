//! Names along both axes: how long a telescope is asked for, by the day and by the part of the day.

use std::f64::consts::TAU;

use grabframe::prelude::*;

use super::Scene;

pub fn categories() -> Scene {
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let parts = ["night", "morning", "noon", "evening"];
    let hours = |day: usize, part: usize, k: usize| {
        2.0 + 1.9 * (0.8 * day as f64 + 0.7 * part as f64 + TAU * k as f64 / 36.0).sin()
    };
    let total = move |k: usize| (0..7).map(|day| (0..4).map(|part| hours(day, part, k)).sum()).collect::<Vec<f64>>();
    let sizes = move |k: usize| (0..28).map(|i| 100.0 * hours(i % 7, i / 7, k)).collect::<Vec<_>>();
    let mut fig = Figure::new();
    let axs = fig.subplots_with(2, 1, Subplot::new().share_x().height_ratios([1, 2]));
    let (top, below) = (axs[(0, 0)], axs[(1, 0)]);
    let bars = fig[top].add(Bars::categories(days, total(0)).width(0.5));
    let (x, y): (Vec<_>, Vec<_>) = (0..28).map(|i| (i % 7, i / 7)).unzip();
    let dots = fig[below].add(Scatter::new(x, y).color("tab:orange"));
    fig[top].set_ylim(0, 16).set_ylabel("hours").grid(true);
    fig[below].set_ylim(-0.5, 3.5).set_yticklabels(0..4, parts).grid(true);
    Scene::new(fig, 36, move |fig, k| {
        fig[bars].set_heights(total(k));
        fig[dots].set_sizes(sizes(k));
        fig[top].set_title(format!("week {}", k + 1));
    })
}
