//! Lines in steps: a signal that is sampled and held, at the beginning of each sample, in its middle and up to its end.

use std::f64::consts::TAU;

use grabframe::prelude::*;

use super::{Scene, linspace};

pub fn step() -> Scene {
    let (fine, samples) = (linspace(0.0, 10.0, 401), linspace(0.0, 10.0, 21));
    let signal = |t: f64, phase: f64| (1.2 * t + phase).sin() + 0.5 * (2.4 * t + 2.0 * phase).sin();
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let smooth = [3.0, 0.0, -3.0].map(|_| fig[ax].add(Line::empty().color("0.7").linewidth(1)));
    let held = ["pre", "mid", "post"].map(|steps| fig[ax].add(Line::empty().steps(steps).marker('.').label(steps)));
    fig[ax].set_xlim(0, 10).set_ylim(-5.5, 6.5).set_xlabel("t (s)").set_ylabel("signal").legend_at("upper right");
    Scene::new(fig, 20, move |fig, k| {
        let phase = TAU * k as f64 / 20.0;
        for (i, (smooth, held)) in smooth.iter().zip(&held).enumerate() {
            let over = 3.0 - 3.0 * i as f64;
            fig[*smooth].set_data(&fine, fine.iter().map(|t| over + signal(*t, phase)).collect::<Vec<_>>());
            fig[*held].set_data(&samples, samples.iter().map(|t| over + signal(*t, phase)).collect::<Vec<_>>());
        }
        fig[ax].set_title(format!("phase {:.2}", k as f64 / 20.0));
    })
}
