//! Power that goes out and comes back, as the current falls behind the voltage: what lies above zero and what lies below it.

use std::f64::consts::TAU;

use grabframe::prelude::*;

use super::{Scene, linspace};

/// 50 Hz, of times in ms.
fn wave(t: &[f64], lag: f64) -> Vec<f64> {
    t.iter().map(|t| (TAU * t / 20.0 - lag).sin()).collect()
}

pub fn fill_between() -> Scene {
    let t = linspace(0.0, 40.0, 401);
    let volts = wave(&t, 0.0);
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let used = fig[ax].add(FillBetween::empty().color("tab:green").alpha(0.4).label("power used"));
    let back = fig[ax].add(FillBetween::empty().color("tab:red").alpha(0.4).label("power that comes back"));
    fig[ax].add(Line::new(&t, &volts).fmt("k--").linewidth(1).label("voltage"));
    let amps = fig[ax].add(Line::new(&t, &volts).color("tab:blue").label("current"));
    fig[ax].set_xlabel("time (ms)").set_xlim(0, 40).set_ylim(-1.1, 1.9).legend_at("upper right");
    Scene::new(fig, 24, move |fig, k| {
        let lag = TAU / 8.0 * (1.0 - (TAU * k as f64 / 24.0).cos());
        let current = wave(&t, lag);
        let power: Vec<f64> = volts.iter().zip(&current).map(|(u, i)| u * i).collect();
        fig[used].set_data(&t, 0, &power).set_mask(power.iter().map(|p| *p >= 0.0).collect::<Vec<_>>());
        fig[back].set_data(&t, 0, &power).set_mask(power.iter().map(|p| *p <= 0.0).collect::<Vec<_>>());
        fig[amps].set_ydata(&current);
        fig[ax].set_title(format!("power factor {:.2}", lag.cos()));
    })
}
