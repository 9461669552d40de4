//! Violins whose peaks part and meet again: molecules between two shapes, at four temperatures.

use std::f64::consts::PI;

use grabframe::prelude::*;

use super::{Scene, normal};

pub fn violin() -> Scene {
    let noise: Vec<Vec<f64>> = (0..4).map(|j| normal(300, j + 1)).collect();
    let samples = move |k: usize| -> Vec<Vec<f64>> {
        let sample = |(j, noise): (usize, &Vec<f64>)| {
            let apart = 2.0 * (PI * (k as f64 / 30.0 + j as f64 / 8.0)).sin().powi(2);
            let value = |(i, z): (usize, &f64)| 0.4 * z + if i % 3 == 0 { apart } else { -apart };
            noise.iter().enumerate().map(value).collect()
        };
        noise.iter().enumerate().map(sample).collect()
    };
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let violins = fig[ax].add(Violin::new(samples(0)).widths(0.8).showmedians(true));
    fig[ax].set_xticks([1.0, 2.0, 3.0, 4.0]).set_ylim(-4, 4);
    fig[ax].set_xlabel("sample").set_ylabel("twist of the molecule (rad)");
    Scene::new(fig, 30, move |fig, k| {
        fig[violins].set_data(samples(k));
        fig[ax].set_title(format!("after {k} ps"));
    })
}
