//! Norms for what spans decades: light behind a slit by its logarithm and by a power, and its amplitude on both sides of 0.

use std::f64::consts::PI;

use grabframe::prelude::*;

use super::Scene;

pub fn norms_rates() -> Scene {
    // of a slit that opens
    let amplitude = |k: usize| -> Vec<Vec<f64>> {
        let wide = 0.35 + 0.2 * (PI * k as f64 / 12.0).sin();
        let sinc = |i: i32, wide: f64| {
            let v = PI * wide * (f64::from(i) - 9.5);
            v.sin() / v
        };
        (0..20).map(|y| (0..20).map(|x| sinc(x, wide) * sinc(y, 0.25)).collect()).collect()
    };
    let light = move |k: usize| -> Vec<Vec<f64>> {
        amplitude(k).into_iter().map(|row| row.into_iter().map(|v| v * v).collect()).collect()
    };
    let mut fig = Figure::inches(9.6, 4.8);
    let axs = fig.subplots(1, 3);
    let log = fig[axs[(0, 0)]].add(Image::new(light(0)).norm("log").clim(1e-4, 1));
    let power = fig[axs[(0, 1)]].add(Image::new(light(0)).norm(Norm::Power { gamma: 0.3 }).clim(0, 1));
    let center = Norm::Centered { center: 0.0 };
    let both = fig[axs[(0, 2)]].add(Image::new(amplitude(0)).norm(center).clim(-0.3, 1).cmap("RdBu"));
    for (i, (image, name)) in [log, power, both].into_iter().zip(["log", "power", "centered"]).enumerate() {
        let bar = fig.colorbar(image);
        fig[bar].set_location("bottom").set_pad(0.1);
        fig[axs[(0, i)]].set_title(name);
    }
    Scene::new(fig, 24, move |fig, k| {
        fig[log].set_data(light(k));
        fig[power].set_data(light(k));
        fig[both].set_data(amplitude(k));
    })
}
