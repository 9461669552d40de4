//! Colorbars above and below their axes, one with ends, for what lies beyond its colours.

use std::f64::consts::TAU;

use grabframe::prelude::*;

use super::Scene;

pub fn colorbar_sides() -> Scene {
    let waves = |k: usize| -> Vec<Vec<f64>> {
        let value = |x: f64, y: f64| 1.3 * (x / 1.5 + TAU * k as f64 / 24.0).sin() * (y / 2.0).cos();
        (0..8).map(|y| (0..8).map(|x| value(f64::from(x), f64::from(y))).collect()).collect()
    };
    let mut fig = Figure::new();
    let axs = fig.subplots(1, 2);
    let left = fig[axs[(0, 0)]].add(Image::new(waves(0)).clim(-1, 1).cmap("coolwarm"));
    let cmap = Colormap::from_name("viridis").unwrap().with_under("black").with_over("red");
    let right = fig[axs[(0, 1)]].add(Image::new(waves(6)).clim(-1, 1).cmap(cmap));
    let top = fig.colorbar(left);
    fig[top].set_location("top").set_label("height (mm)").set_ticks(Ticks::every(0.5));
    let bottom = fig.colorbar(right);
    fig[bottom].set_location("bottom").set_extend("both").set_shrink(0.9).set_label("height (mm)");
    Scene::new(fig, 24, move |fig, k| {
        fig[left].set_data(waves(k));
        fig[right].set_data(waves(k + 6));
    })
}
