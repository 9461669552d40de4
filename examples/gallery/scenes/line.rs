//! Lines with markers on some of their points, and dashed ones: two waves, and where they add up.

use std::f64::consts::TAU;

use grabframe::prelude::*;

use super::{Scene, linspace};

pub fn line() -> Scene {
    let x = linspace(0.0, 12.0, 481);
    let waves = |x: f64, t: f64| (2.0 * x - 3.0 * t).cos() + (3.0 * x - 4.0 * t).cos();
    let envelope = |x: f64, t: f64| 2.0 * ((x - t) / 2.0).cos().abs();
    let mut fig = Figure::inches(4.8, 3.6);
    let ax = fig.add_axes();
    let sum = Line::empty().marker('o').markevery(20).fillstyle("bottom").label("sum of two waves");
    let sum = fig[ax].add(sum);
    let above = fig[ax].add(Line::empty().fmt("C3--").dash_capstyle("round").label("envelope"));
    fig[ax].set_xlim(0, 12).set_ylim(-2.2, 3.4).set_ylabel("height").legend_at("upper right");
    Scene::new(fig, 24, move |fig, k| {
        let t = TAU * k as f64 / 24.0;
        fig[sum].set_data(&x, x.iter().map(|x| waves(*x, t)).collect::<Vec<_>>());
        fig[above].set_data(&x, x.iter().map(|x| envelope(*x, t)).collect::<Vec<_>>());
        fig[ax].set_title(format!("t = {t:.2}"));
    })
}
