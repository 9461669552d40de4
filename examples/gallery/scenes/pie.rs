//! Pies: how genotypes come of alleles (Hardy and Weinberg), as one of them becomes common.

use grabframe::Pie;
use grabframe::prelude::*;

use super::Scene;

pub fn pie() -> Scene {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let genotypes = |p: f64| [p * p, 2.0 * p * (1.0 - p), (1.0 - p) * (1.0 - p)];
    let outer = fig[ax].pie(genotypes(0.5));
    fig[outer].set_labels(["AA", "Aa", "aa"]).set_autopct("{:.0}%").set_pctdistance(0.84).set_width(0.32);
    fig[outer].set_startangle(90).set_edgecolor("w").set_explode([0.0, 0.05, 0.0]);
    let inner = Pie::new([0.5, 0.5]).radius(0.6).startangle(90).colors(["lightblue", "lightgreen"]);
    let inner = fig[ax].add(inner.labels(["A", "a"]).labeldistance(0.5).edgecolor("w"));
    Scene::new(fig, 24, move |fig, k| {
        let p = 0.5 - 0.3 * (std::f64::consts::TAU * k as f64 / 24.0).cos();
        fig[outer].set_data(genotypes(p));
        fig[inner].set_data([p, 1.0 - p]);
        fig[ax].set_title(format!("p = {p:.2}"));
    })
}
