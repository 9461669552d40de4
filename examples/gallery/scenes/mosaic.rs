//! A mosaic of axes: the track of a ship in equal units, what it measures down to the ground over two axes, and when it does.

use std::f64::consts::TAU;

use grabframe::prelude::*;

use super::{Scene, linspace};

pub fn mosaic() -> Scene {
    let mut fig = Figure::new().constrained();
    let axs = fig.mosaic("AAB;CCB");
    let (track, cast, times) = (axs['A'], axs['B'], axs['C']);
    let turn = linspace(0.0, TAU, 121);
    let way = |t: f64| (100.0 * t.cos(), 40.0 * (2.0 * t).sin());
    let (x, y): (Vec<_>, Vec<_>) = turn.iter().map(|t| way(*t)).unzip();
    fig[track].plot(&x, &y);
    let ship = fig[track].add(Line::empty().fmt("o").color("tab:red"));
    fig[track].set_aspect("equal").set_xlabel("east (km)").set_ylabel("north (km)");
    // depths grow downward
    let depth = linspace(0.0, 90.0, 81);
    let warm = fig[cast].add(Line::empty().color("tab:red"));
    fig[cast].set_xlim(4, 20).set_ylim(90, 0).set_xlabel("T (°C)").set_xlabel_color("tab:red");
    fig[cast].set_ylabel("depth (m)");
    let top = fig.twin_y(cast);
    let salt = fig[top].add(Line::empty().color("tab:blue"));
    fig[top].set_xlim(32, 36).set_xlabel("salinity").set_xlabel_color("tab:blue");
    let names = ["night", "noon", "night"];
    let sun = fig[times].add(Line::empty().color("tab:orange"));
    fig[times].set_xlim(0, 24).set_ylim(0, 1).set_ylabel("light").set_xticklabels([0, 12, 24], names);
    fig[times].tick_params(TickParams::new().axis("x").rotation(30).ha("right").rotation_mode("anchor"));
    Scene::new(fig, 24, move |fig, k| {
        let share = k as f64 / 24.0;
        let (at_x, at_y) = way(TAU * share);
        fig[ship].set_data([at_x], [at_y]);
        let mixed = 40.0 + 20.0 * (TAU * share).sin();
        let below = |d: &f64| 1.0 / (1.0 + ((d - mixed) / 15.0).exp());
        fig[warm].set_data(depth.iter().map(|d| 6.0 + 12.0 * below(d)).collect::<Vec<_>>(), &depth);
        fig[salt].set_data(depth.iter().map(|d| 35.5 - 2.0 * below(d)).collect::<Vec<_>>(), &depth);
        let hours = linspace(0.0, 24.0 * (share + 1.0 / 24.0), 50);
        fig[sun].set_data(&hours, hours.iter().map(|h| 0.5 - 0.5 * (TAU * h / 24.0).cos()).collect::<Vec<_>>());
    })
}
