//! Dates: daily measurements of a year, whose axis has months because its data are dates.

use std::f64::consts::TAU;

use grabframe::{Moment, date, prelude::*};

use super::{Scene, normal};

pub fn dates() -> Scene {
    let days: Vec<Moment> = (0..366).map(|k| date(2023, 9, 1).days_later(k)).collect();
    let mut warmth = 0.0;
    let noise = normal(366, 7).into_iter().map(|n| {
        warmth = 0.9 * warmth + 0.9 * n; // a warm day follows a warm day
        warmth
    });
    let seasons = (0..366).map(|k| 11.0 + 9.0 * (TAU * (f64::from(k) + 42.0) / 365.0).cos());
    let measured: Vec<f64> = seasons.zip(noise).map(|(season, noise)| season + noise).collect();
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].add(Span::vertical(date(2023, 12, 1), date(2024, 3, 1)).color("0.9").label("winter"));
    let line = fig[ax].add(Line::empty().linewidth(1).label("measured"));
    fig[ax].set_ylim(-10, 30).set_ylabel("temperature (°C)").legend_at("upper center");
    Scene::new(fig, 24, move |fig, k| {
        let n = 6 + 15 * k;
        fig[line].set_data(&days[..n], &measured[..n]);
        fig[ax].set_xlim(date(2023, 8, 15), days[n - 1].days_later(4)); // from days to months
    })
}
