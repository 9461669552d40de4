//! An inset that shows a part of its axes, which moves.

use grabframe::prelude::*;

use super::{Scene, linspace};

pub fn inset_zoom() -> Scene {
    let x = linspace(0.0, 10.0, 2001);
    let y: Vec<f64> = x.iter().map(|x| x.sin() + 0.05 * (40.0 * x).sin()).collect();
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].plot(&x, &y);
    fig[ax].set_xlim(0, 10).set_ylim(-1.5, 3.5).set_xlabel("x").set_ylabel("y");
    let zoom = fig.inset(ax, [0.55, 0.58, 0.4, 0.37]);
    fig[zoom].add(Line::new(&x, &y).linewidth(1));
    let lines = fig.indicate_inset_zoom(ax, zoom);
    fig[lines].set_color("black");
    Scene::new(fig, 36, move |fig, k| {
        let at = 0.3 + 0.1 * k as f64;
        let middle = (at + 0.4_f64).sin();
        fig[zoom].set_xlim(at, at + 0.8).set_ylim(middle - 0.4, middle + 0.4);
    })
}
