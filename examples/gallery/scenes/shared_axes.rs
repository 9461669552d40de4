//! A stack of three over one time axis: what a damped pendulum does.

use grabframe::prelude::*;

use super::{Scene, linspace};

pub fn shared_axes() -> Scene {
    let time = linspace(0.0, 20.0, 401);
    let swing = |t: f64| (-0.1 * t).exp() * (2.0 * t).cos();
    let speed = |t: f64| -(-0.1 * t).exp() * (0.1 * (2.0 * t).cos() + 2.0 * (2.0 * t).sin());
    let energy = move |t: f64| 2.0 * swing(t).powi(2) + 0.5 * speed(t).powi(2);
    let mut fig = Figure::new();
    let axs = fig.subplots_with(3, 1, Subplot::new().share_x().height_ratios([2, 1, 1]).hspace(0.15));
    let colors = ["C0", "C1", "C2"];
    let lines: Vec<_> = axs.iter().zip(colors).map(|(ax, color)| fig[ax].add(Line::empty().color(color))).collect();
    for (ax, label) in axs.iter().zip(["angle", "speed", "energy"]) {
        fig[ax].set_ylabel(label).grid(true);
    }
    fig[axs[(0, 0)]].set_ylim(-1.1, 1.1).set_xlim(0, 20); // of all three
    fig[axs[(1, 0)]].set_ylim(-2.2, 2.2);
    fig[axs[(2, 0)]].set_ylim(0, 2.2).set_xlabel("time (s)");
    Scene::new(fig, 40, move |fig, k| {
        let t = &time[..=10 * (k + 1)];
        fig[lines[0]].set_data(t, t.iter().map(|t| swing(*t)).collect::<Vec<_>>());
        fig[lines[1]].set_data(t, t.iter().map(|t| speed(*t)).collect::<Vec<_>>());
        fig[lines[2]].set_data(t, t.iter().map(|t| energy(*t)).collect::<Vec<_>>());
    })
}
