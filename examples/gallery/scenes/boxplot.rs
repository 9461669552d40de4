//! Boxes that settle while measurements come in: four doses of a drug, and how soon it helps.

use grabframe::prelude::*;

use super::{Scene, normal};

pub fn boxplot() -> Scene {
    let doses = ["0", "2", "5", "10"];
    let all: Vec<Vec<f64>> = (0..4_u32)
        .map(|dose| {
            let typical = 40.0 - 7.0 * f64::from(dose);
            normal(150, dose + 1).iter().map(|z| typical * (0.25 * z).exp()).collect()
        })
        .collect();
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let boxes = BoxPlot::new(&all).tick_labels(doses).facecolors(["C0", "C1", "C2", "C3"]).mediancolor("k");
    let boxes = fig[ax].add(boxes);
    fig[ax].set_xlabel("dose (mg)").set_ylabel("time until relief (min)").set_ylim(0, 80);
    Scene::new(fig, 30, move |fig, k| {
        let n = 5 * (k + 1);
        fig[boxes].set_data(all.iter().map(|sample| &sample[..n]));
        fig[ax].set_title(format!("{n} patients for each dose"));
    })
}
