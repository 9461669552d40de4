//! Histograms of three samples at once: side by side, and stacked as densities. One of them moves.

use grabframe::prelude::*;

use super::{Scene, normal};

pub fn hist_stacked() -> Scene {
    let (slow, fast, few) = (normal(600, 1), normal(900, 2), normal(300, 3));
    let names = ["slow", "fast", "few"];
    let hist = || Histogram::several([&slow, &fast, &few]).bins(12).range(-4, 4).labels(names);
    let mut fig = Figure::new();
    let axs = fig.subplots(2, 1);
    let (upper, lower) = (axs[(0, 0)], axs[(1, 0)]);
    let grouped = fig[upper].add(hist());
    let stacked = fig[lower].add(hist().stacked(true).density(true).hatches(["", "", "//"]));
    fig[upper].set_ylim(0, 300).legend_at("upper left");
    fig[lower].set_ylim(0, 0.5).set_xlabel("speed").set_ylabel("density");
    Scene::new(fig, 36, move |fig, k| {
        let few: Vec<f64> = few.iter().map(|v| 0.5 * v - 2.5 + 5.0 * k as f64 / 35.0).collect();
        fig[grouped].set_several([&slow, &fast, &few]);
        fig[stacked].set_several([&slow, &fast, &few]);
    })
}
