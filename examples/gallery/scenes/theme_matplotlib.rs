//! Three modes of a string, in the theme that a figure has if it was not told another.

use std::f64::consts::TAU;

use grabframe::prelude::*;

use super::{Scene, linspace};

pub fn theme_matplotlib() -> Scene {
    scene("matplotlib")
}

/// In any theme.
pub(super) fn scene(theme: &str) -> Scene {
    let x = linspace(0.0, 10.0, 201);
    let mut fig = Figure::new().theme(theme).constrained();
    let ax = fig.add_axes();
    let waves = [0, 1, 2].map(|k| fig[ax].add(Line::empty().label(format!("mode {}", k + 1))));
    let dots = fig[ax].add(Scatter::new([0; 0], [0; 0]).label("crest"));
    fig[ax].set_xlim(0, 10).set_ylim(-1.2, 1.8).set_xlabel("position (m)").set_ylabel("height");
    fig[ax].legend_at("upper right").set_title("Modes of a string");
    Scene::new(fig, 24, move |fig, k| {
        let t = TAU * k as f64 / 24.0;
        for (n, line) in (1..).zip(waves) {
            let n = f64::from(n);
            let heights = x.iter().map(|x| (n * TAU * x / 20.0).sin() * (n * t).cos() / n.sqrt());
            fig[line].set_data(&x, heights.collect::<Vec<_>>());
        }
        fig[dots].set_data([5.0], [t.cos()]);
    })
}
