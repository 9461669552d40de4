//! Words around all axes, with room made for them: a wave at four places.

use std::f64::consts::TAU;

use grabframe::prelude::*;

use super::{Scene, linspace};

pub fn sup_labels() -> Scene {
    let time = linspace(0.0, 4.0, 201);
    let mut fig = Figure::new().constrained();
    let axs = fig.subplots_with(2, 2, Subplot::new().share_x().share_y());
    fig.suptitle("A wave passes").supxlabel("time (s)").supylabel("height (m)");
    let lines: Vec<_> = axs.iter().map(|ax| fig[ax].add(Line::empty())).collect();
    for (k, ax) in axs.iter().enumerate() {
        fig[ax].set_title(format!("{} m", 5 * k)).grid(true);
    }
    fig[axs[(0, 0)]].set_xlim(0, 4).set_ylim(-1.2, 1.2);
    Scene::new(fig, 24, move |fig, k| {
        for (place, line) in lines.iter().enumerate() {
            let shift = 0.7 * place as f64 + TAU * k as f64 / 24.0;
            let size = 1.0 / (1.0 + 0.3 * place as f64);
            fig[*line].set_data(&time, time.iter().map(|t| size * (2.0 * t - shift).sin()).collect::<Vec<_>>());
        }
    })
}
