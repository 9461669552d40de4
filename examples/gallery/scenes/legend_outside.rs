//! A legend beside its axes, with a title: it holds still while the data change.

use std::f64::consts::TAU;

use grabframe::prelude::*;

use super::{Scene, linspace};

pub fn legend_outside() -> Scene {
    let x = linspace(0.0, 10.0, 201);
    let decay = move |rate: f64, k: usize| -> Vec<f64> {
        x.iter().map(|x| (-rate * x).exp() * (2.0 * x - TAU * k as f64 / 24.0).cos()).collect()
    };
    let mut fig = Figure::new().constrained();
    let ax = fig.add_axes();
    let mut lines = Vec::new();
    for rate in [0.3, 0.9] {
        let line = Line::new(linspace(0.0, 10.0, 201), decay(rate, 0)).label(format!("{rate:.2} / s"));
        lines.push((rate, fig[ax].add(line)));
    }
    fig[ax].grid(true).set_xlabel("time (s)").set_ylabel("voltage (V)").set_ylim(-1.1, 1.1);
    fig[ax].set_legend(Legend::new().outside("right").title("damping"));
    Scene::new(fig, 24, move |fig, k| {
        for (rate, line) in &lines {
            fig[*line].set_ydata(decay(*rate, k));
        }
    })
}
