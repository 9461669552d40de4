//! A histogram of more and more samples, beside what they are drawn from. Limits follow.

use std::f64::consts::TAU;

use grabframe::prelude::*;

use super::{Scene, linspace, normal};

pub fn hist() -> Scene {
    let samples = normal(4000, 1);
    let x = linspace(-4.0, 4.0, 201);
    let bell: Vec<f64> = x.iter().map(|x| (-x * x / 2.0).exp() / TAU.sqrt()).collect();
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let bars = fig[ax].add(Histogram::new(&samples[..1]).bins(40).range(-4, 4).label("samples"));
    let curve = fig[ax].add(Line::empty().color("k").linestyle("--").label("expected"));
    fig[ax].set_xlabel("value (standard deviations)").set_ylabel("samples in a bin").legend_at("upper right");
    Scene::new(fig, 36, move |fig, k| {
        let n = (10.0 * 400_f64.powf(k as f64 / 35.0)).round();
        fig[bars].set_data(&samples[..n as usize]);
        fig[curve].set_data(&x, bell.iter().map(|p| n * 0.2 * p).collect::<Vec<_>>());
        fig[ax].set_title(format!("{n} samples"));
    })
}
