//! Bars side by side, with hatches, error bars and their heights: what three catalysts yield over a day.

use std::f64::consts::TAU;

use grabframe::prelude::*;

use super::Scene;

pub fn bars() -> Scene {
    let names = ["300 K", "350 K", "400 K", "450 K"];
    let yields = |row: usize, k: usize| -> Vec<f64> {
        let height = |i: usize| 4.0 + 1.5 * (0.9 * i as f64 + 1.3 * row as f64 + TAU * k as f64 / 36.0).sin();
        (0..4).map(height).collect()
    };
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let rows = fig[ax].grouped_bar(names, [0, 1, 2].map(|row| yields(row, 0)));
    for ((key, metal), hatch) in rows.iter().zip(["Ni", "Pd", "Pt"]).zip(["", "//", ".."]) {
        fig[*key].set_label(metal).set_hatch(hatch).set_edgecolor("black").set_yerr(0.3).set_capsize(3);
        fig[*key].set_bar_label("{:.1}").set_bar_label_padding(2).set_bar_label_size(8);
    }
    fig[ax].set_ylim(0, 7.5).set_ylabel("yield (%)").legend_at("upper right");
    Scene::new(fig, 36, move |fig, k| {
        for (row, key) in rows.iter().enumerate() {
            fig[*key].set_heights(yields(row, k));
        }
        fig[ax].set_title(format!("{:.1} h", k as f64 * 24.0 / 36.0));
    })
}
