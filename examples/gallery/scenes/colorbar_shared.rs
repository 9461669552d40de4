//! One colorbar over four axes, which all give it a part of their room.

use std::f64::consts::TAU;

use grabframe::prelude::*;

use super::Scene;

pub fn colorbar_shared() -> Scene {
    let mode = |m: usize, n: usize, k: usize| -> Vec<Vec<f64>> {
        let swing = (TAU * (k * (m + n)) as f64 / 24.0).cos();
        let wave = |n: usize, i: i32| (n as f64 * TAU / 2.0 * (f64::from(i) + 0.5) / 8.0).sin();
        (0..8).map(|y| (0..8).map(|x| swing * wave(m, x) * wave(n, y)).collect()).collect()
    };
    let mut fig = Figure::new();
    let axs = fig.subplots_with(2, 2, Subplot::new().share_x().share_y());
    let mut images = Vec::new();
    for (i, ax) in axs.iter().enumerate() {
        let (m, n) = (1 + i % 2, 1 + i / 2);
        images.push((m, n, fig[ax].add(Image::new(mode(m, n, 0)).clim(-1, 1).cmap("RdBu"))));
        fig[ax].set_title(format!("mode {m}, {n}"));
    }
    let bar = fig.colorbar_over(images[0].2, axs);
    fig[bar].set_label("amplitude").set_shrink(0.7);
    Scene::new(fig, 24, move |fig, k| {
        for (m, n, image) in &images {
            fig[*image].set_data(mode(*m, *n, k));
        }
    })
}
