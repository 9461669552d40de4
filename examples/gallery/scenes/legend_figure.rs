//! One legend for all axes of a figure, below them.

use std::f64::consts::TAU;

use grabframe::prelude::*;

use super::{Scene, linspace};

pub fn legend_figure() -> Scene {
    let mut fig = Figure::new().constrained();
    let axs = fig.subplots(1, 2);
    let x = linspace(0.0, TAU, 61);
    let angle = fig[axs[(0, 0)]].add(Line::new(&x, vec![0.0; 61]).label("angle"));
    let speed = fig[axs[(0, 0)]].add(Line::new(&x, vec![0.0; 61]).fmt("--").label("speed"));
    let dots = Scatter::new([0], [0]).color("C2").sizes(80).label("pendulum");
    let dots = fig[axs[(0, 1)]].add(dots);
    fig[axs[(0, 0)]].set_ylim(-1.1, 1.1).set_xlabel("time");
    fig[axs[(0, 1)]].set_xlim(-1.1, 1.1).set_ylim(-1.1, 1.1).set_xlabel("angle").set_ylabel("speed");
    fig.legend(Legend::new().outside("bottom").ncols(3));
    Scene::new(fig, 24, move |fig, k| {
        let at = TAU * k as f64 / 24.0;
        fig[angle].set_ydata(x.iter().map(|x| (x + at).cos()).collect::<Vec<_>>());
        fig[speed].set_ydata(x.iter().map(|x| -(x + at).sin()).collect::<Vec<_>>());
        fig[dots].set_data([at.cos()], [-at.sin()]);
    })
}
