//! Legends: where they cover the least, in columns above the axes, of chosen artists in another order, without a frame.

use std::f64::consts::TAU;

use grabframe::prelude::*;

use super::{Scene, linspace};

pub fn legends() -> Scene {
    let x = linspace(0.0, 1.0, 101);
    let wave = move |n: usize, k: usize| -> Vec<f64> {
        x.iter().map(|x| (TAU * (n as f64 * x - k as f64 / 24.0)).sin()).collect()
    };
    let mut fig = Figure::new();
    let axs = fig.subplots(2, 2);
    let mut lines = Vec::new();
    for ax in &axs {
        for n in 1..4 {
            let line = Line::new(linspace(0.0, 1.0, 101), wave(n, 0)).label(format!("{n} Hz"));
            lines.push((n, fig[ax].add(line)));
        }
        fig[ax].set_ylim(-1.2, 3.0);
    }
    fig[axs[(0, 0)]].legend();
    fig[axs[(0, 1)]].set_legend(Legend::new().loc("upper center").ncols(3).fontsize(8));
    let chosen = [lines[8].1, lines[6].1];
    fig[axs[(1, 0)]].set_legend(Legend::new().loc("upper left").handles(chosen).title("two of them"));
    fig[axs[(1, 1)]].set_legend(Legend::new().loc("upper right").frame(false).labels(["one", "two", "three"]));
    Scene::new(fig, 24, move |fig, k| {
        // the slowest of each
        for (n, line) in lines.iter().filter(|(n, _)| *n == 1) {
            fig[*line].set_ydata(wave(*n, k));
        }
    })
}
