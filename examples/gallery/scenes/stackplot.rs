//! Layers of which one grows out of the others: an epidemic (susceptible, infected, recovered), the more contagious the sooner.

use std::f64::consts::TAU;

use grabframe::prelude::*;

use super::Scene;

pub fn stackplot() -> Scene {
    let days: Vec<f64> = (0..=120).map(f64::from).collect();
    // a day at a time, in tenths; those who recovered, are infected, and can be
    let course = |rate: f64| {
        let (mut s, mut i, mut rows) = (0.995, 0.005, [vec![], vec![], vec![]]);
        for step in 0..=1200 {
            if step % 10 == 0 {
                for (row, share) in rows.iter_mut().zip([1.0 - s - i, i, s]) {
                    row.push(100.0 * share);
                }
            }
            let (caught, healed) = (0.1 * rate / 10.0 * s * i, 0.1 / 10.0 * i);
            (s, i) = (s - caught, i + caught - healed);
        }
        rows
    };
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let layers = Stackplot::new(&days, course(1.5)).labels(["recovered", "infected", "susceptible"]);
    let layers = fig[ax].add(layers.colors(["tab:green", "tab:red", "tab:blue"]).alpha(0.8));
    fig[ax].set_xlim(0, 120).set_ylim(0, 100).set_xlabel("time (days)").set_ylabel("share of all (%)");
    fig[ax].legend_at("upper right");
    Scene::new(fig, 40, move |fig, k| {
        let rate = 3.0 - 1.5 * (TAU * k as f64 / 40.0).cos();
        fig[layers].set_data(&days, course(rate));
        fig[ax].set_title(format!("each infects {rate:.1} others"));
    })
}
