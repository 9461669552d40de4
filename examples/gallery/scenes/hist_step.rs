//! How much of two samples has happened by then: histograms that are cumulative, drawn as lines and filled.

use grabframe::prelude::*;

use super::{Scene, lcg, linspace};

pub fn hist_step() -> Scene {
    let waits = |mean: f64, seed: u32| lcg(600, seed).iter().map(|u| -mean * (1.0 - u).ln()).collect::<Vec<f64>>();
    let (short, long) = (waits(0.3, 3), waits(1.0, 4));
    let t = linspace(0.0, 5.0, 101);
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let part = |data: &[f64]| Histogram::new(data).bins(50).range(0, 5).cumulative(true).density(true);
    let filled = fig[ax].add(part(&long[..1]).step_filled().color("tab:orange").alpha(0.4).label("mean 1 s"));
    let line = fig[ax].add(part(&short[..1]).step().color("tab:blue").linewidth(1.5).label("mean 0.3 s"));
    for mean in [1.0, 0.3] {
        let share: Vec<f64> = t.iter().map(|t| 1.0 - (-t / mean).exp()).collect();
        fig[ax].add(Line::new(&t, share).color("k").linestyle(":"));
    }
    fig[ax].set_xlabel("time (s)").set_ylabel("share that has decayed").set_ylim(0, 1.05).legend_at("lower right");
    Scene::new(fig, 40, move |fig, k| {
        let n = 15 * (k + 1);
        fig[filled].set_data(&long[..n]);
        fig[line].set_data(&short[..n]);
        fig[ax].set_title(format!("{n} atoms of each"));
    })
}
