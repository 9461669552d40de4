//! Bands between levels: two gyres that push each other to and fro.

use std::f64::consts::{PI, TAU};

use grabframe::prelude::*;

use super::{Scene, linspace};

pub fn contourf() -> Scene {
    let (x, y) = (linspace(0.0, 2.0, 81), linspace(0.0, 1.0, 41));
    let stream = {
        let (x, y) = (x.clone(), y.clone());
        move |k: usize| -> Vec<Vec<f64>> {
            let push = 0.25 * (TAU * k as f64 / 24.0).sin();
            let value = |x: f64, y: f64| (PI * (push * x * x + (1.0 - 2.0 * push) * x)).sin() * (PI * y).sin();
            y.iter().map(|y| x.iter().map(|x| value(*x, *y)).collect()).collect()
        }
    };
    let mut fig = Figure::inches(4.8, 3.6);
    let ax = fig.add_axes();
    let bands = fig[ax].add(Contour::on(&x, &y, stream(0)).at(linspace(-1.05, 1.05, 6)).filled().cmap("RdBu_r"));
    let lines = fig[ax].add(Contour::on(&x, &y, stream(0)).at(linspace(-0.63, 0.63, 4)).color("k").linewidth(0.6));
    let bar = fig.colorbar(bands);
    fig[bar].set_label("stream function");
    fig[ax].set_ylabel("y");
    Scene::new(fig, 24, move |fig, k| {
        fig[bands].set_data(stream(k));
        fig[lines].set_data(stream(k));
        fig[ax].set_title(format!("t = {:.1} T", k as f64 / 24.0));
    })
}
