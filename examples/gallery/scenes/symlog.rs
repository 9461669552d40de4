//! A symmetrical log axis: a growing oscillation, linear around zero and logarithmic far from it on both sides.

use grabframe::prelude::*;

use super::{Scene, linspace};

pub fn symlog() -> Scene {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let t = linspace(0.0, 10.0, 400);
    let line = fig[ax].add(Line::empty().color("tab:purple"));
    fig[ax].set_yscale(Scale::SymLog { linthresh: 1.0 }).set_xlim(0, 10).set_ylim(-3e4, 3e4);
    fig[ax].set_xlabel("time (s)").set_ylabel("amplitude").grid(true);
    Scene::new(fig, 40, move |fig, k| {
        let n = 10 * (k + 1);
        let y = t[..n].iter().map(|t| t.exp() * (4.0 * t).sin()).collect::<Vec<_>>();
        fig[line].set_data(&t[..n], y);
        fig[ax].set_title(format!("{:.2} s", t[n - 1]));
    })
}
