//! A strip chart: the last twenty seconds of a breath, by the clock; its time axis follows.

use std::f64::consts::TAU;

use grabframe::{Moment, date, prelude::*};

use super::Scene;

pub fn strip_chart() -> Scene {
    let start = date(2026, 3, 29).at(11, 59, 50);
    let flow =
        |t: f64| 0.5 * (TAU * 0.27 * t).sin() + 0.12 * (TAU * 0.54 * t + 0.8).sin() + 0.08 * (TAU * 0.07 * t).sin();
    let at = move |t: f64| -> Moment { start.seconds_later(t) };
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let line = fig[ax].add(Line::empty().color("C3"));
    let now = fig[ax].add(Line::empty().fmt("o").color("C3"));
    fig[ax].set_ylim(-0.8, 0.8).set_ylabel("flow (L/s)").set_title("last 20 s");
    Scene::new(fig, 24, move |fig, k| {
        for i in 10 * k..=10 * (k + 1) {
            let t = 0.08 * i as f64;
            fig[line].push(at(t), flow(t)); // what is a moment makes an axis of dates
            fig[now].set_data([at(t)], [flow(t)]);
        }
        let end = 0.8 * (k + 1) as f64;
        fig[ax].set_xlim(at(end - 20.0), at(end + 0.5));
    })
}
