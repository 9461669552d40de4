//! Error bars, some of them of upper limits: a decay that is counted again and again, and its mean.

use grabframe::prelude::*;

use super::{Scene, linspace, normal};

pub fn errorbar() -> Scene {
    let (n, t) = (14, linspace(0.5, 7.0, 14));
    let noise = normal(n * 40, 5);
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let law = linspace(0.0, 7.5, 151);
    let truth: Vec<f64> = law.iter().map(|t| (-t / 2.0).exp()).collect();
    fig[ax].add(Line::new(&law, &truth).fmt("k--").linewidth(1).label("exp($-$t/2 s)"));
    let measured = ErrorBars::new(&t, vec![0.0; n]).xerr(0.15).capsize(3).fmt("o").label("mean");
    let measured = fig[ax].add(measured);
    fig[ax].set_xlim(0, 7.5).set_ylim(-0.4, 1.1).set_xlabel("t (s)").set_ylabel("counts per decay").legend();
    Scene::new(fig, 40, move |fig, k| {
        let mean = |i: usize| (0..=k).map(|j| 0.15 * noise[n * j + i]).sum::<f64>() / (k + 1) as f64;
        let y: Vec<f64> = (0..n).map(|i| (-t[i] / 2.0).exp() + mean(i)).collect();
        let error = 0.15 / ((k + 1) as f64).sqrt();
        // what is less than its error is known to be below the sum of both
        let unseen: Vec<bool> = y.iter().map(|y| *y < error).collect();
        fig[measured].set_data(&t, &y).set_yerr(error).set_uplims(unseen);
        fig[ax].set_title(format!("n = {}", k + 1));
    })
}
