//! A logit axis: probabilities near 0 and near 1 are spread alike. How sure a test is, as the evidence grows.

use grabframe::prelude::*;

use super::{Scene, linspace};

pub fn logit() -> Scene {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let x = linspace(-6.0, 6.0, 121);
    let lines = [0.5, 1.0, 2.0].map(|slope| fig[ax].add(Line::empty().label(format!("slope {slope}"))));
    fig[ax].set_yscale("logit").set_xlim(-6, 6).set_ylim(2e-6, 1.0 - 2e-6).grid(true);
    fig[ax].set_xlabel("evidence").legend_at("upper left");
    Scene::new(fig, 36, move |fig, k| {
        let shift = -3.0 + k as f64 / 6.0;
        for (line, slope) in lines.iter().zip([0.5, 1.0, 2.0]) {
            let p = x.iter().map(|x| 1.0 / (1.0 + (-slope * (x - shift)).exp())).collect::<Vec<_>>();
            fig[*line].set_data(&x, p);
        }
        fig[ax].set_title(format!("probability, even at {shift:.2}"));
    })
}
