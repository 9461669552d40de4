//! What a low-pass filter answers to a pulse, as the frequency moves at which it cuts off.

use std::f64::consts::{PI, TAU};

use grabframe::prelude::*;

use super::Scene;

pub fn stem() -> Scene {
    let n: Vec<f64> = (-20..=20).map(f64::from).collect();
    let answer = move |cutoff: f64| -> Vec<f64> {
        let ideal = |n: f64| if n == 0.0 { cutoff } else { (PI * cutoff * n).sin() / (PI * n) };
        n.iter().map(|n| ideal(*n) * (0.54 + 0.46 * (PI * n / 20.0).cos())).collect()
    };
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let stem = fig[ax].add(Stem::new(-20..=20, answer(0.3)));
    fig[ax].set_xlabel("sample").set_ylabel("weight").set_ylim(-0.12, 0.55);
    Scene::new(fig, 40, move |fig, k| {
        let cutoff = 0.3 - 0.2 * (TAU * k as f64 / 40.0).cos();
        fig[stem].set_ydata(answer(cutoff));
        fig[ax].set_title(format!("cut off at {cutoff:.2} of Nyquist's"));
    })
}
