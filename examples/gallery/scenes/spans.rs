//! A window that slides over measurements, and how far those in it are spread.

use grabframe::prelude::*;

use super::{Scene, linspace, normal};

pub fn spans() -> Scene {
    let t = linspace(0.0, 24.0, 241);
    let drift = |(t, noise): (&f64, &f64)| 20.0 + 4.0 * (t / 4.0).sin() + (0.4 + t / 12.0) * noise;
    let values: Vec<f64> = t.iter().zip(&normal(241, 5)).map(drift).collect();
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let window = fig[ax].add(Span::vertical(0, 4).color("tab:orange").alpha(0.3).label("window of 4 h"));
    let spread = fig[ax].add(Span::horizontal(0, 1).color("tab:green").alpha(0.3).label("mean ± deviation"));
    fig[ax].add(Line::new(&t, &values).color("k").linewidth(1));
    fig[ax]
        .set_xlabel("time (h)")
        .set_ylabel("temperature (°C)")
        .set_xlim(0, 24)
        .set_ylim(8, 36)
        .legend_at("upper left");
    Scene::new(fig, 51, move |fig, k| {
        let seen = &values[4 * k..=4 * k + 40];
        let mean = seen.iter().sum::<f64>() / 41.0;
        let deviation = (seen.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / 41.0).sqrt();
        fig[window].set_span(t[4 * k], t[4 * k + 40]);
        fig[spread].set_span(mean - deviation, mean + deviation);
        fig[ax].set_title(format!("{mean:.1} ± {deviation:.1} °C"));
    })
}
