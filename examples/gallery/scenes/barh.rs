//! Lying bars one on the other: of neutrinos with five energies, how many are what they were after a way of L.

use std::f64::consts::PI;

use grabframe::prelude::*;

use super::Scene;

pub fn barh() -> Scene {
    let names = ["12 MeV", "6 MeV", "4 MeV", "3 MeV", "2.4 MeV"];
    let fluxes = |k: usize| -> [Vec<f64>; 2] {
        let all = |i: usize| 5.0 - 0.7 * i as f64;
        let other = |i: usize| all(i) * 0.8 * (PI * (i + 1) as f64 * k as f64 / 48.0).sin().powi(2);
        [(0..5).map(|i| all(i) - other(i)).collect(), (0..5).map(other).collect()]
    };
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let mut rows = Vec::new();
    for (bars, name) in Bars::stacked(names, fluxes(0)).into_iter().zip(["electron", "other"]) {
        rows.push(fig[ax].add(bars.lying().label(name)));
    }
    fig[rows[0]].set_bar_label("{:.1}").set_bar_label_center(true).set_bar_label_color("white");
    fig[rows[1]].set_hatch("///").set_hatchcolor("white");
    fig[ax].set_xlim(0, 5.5).set_xlabel("neutrinos (1/m²s)").invert_y().legend_at("lower right");
    Scene::new(fig, 48, move |fig, k| {
        let heights = fluxes(k);
        for ((key, heights), left) in rows.iter().zip(&heights).zip(Bars::bottoms(&heights)) {
            fig[*key].set_heights(heights).set_bottom(left);
        }
        fig[ax].set_title(format!("L = {:.0} km", 396.0 * k as f64 / 48.0));
    })
}
