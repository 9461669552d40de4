//! Arrows that turn and grow, with a key: the double gyre, two whirls whose border swings to and fro.

use std::f64::consts::{PI, TAU};

use grabframe::prelude::*;

use super::{Scene, linspace};

pub fn quiver() -> Scene {
    let (along, up) = (linspace(0.1, 1.9, 10), linspace(0.1, 0.9, 5));
    let places: Vec<(f64, f64)> = up.iter().flat_map(|y| along.iter().map(|x| (*x, *y))).collect();
    let (x, y): (Vec<f64>, Vec<f64>) = places.iter().copied().unzip();
    let flow = move |swing: f64| -> (Vec<f64>, Vec<f64>) {
        let velocity = |&(x, y): &(f64, f64)| {
            let (f, slope) = (swing * x * x + (1.0 - 2.0 * swing) * x, 2.0 * swing * x + 1.0 - 2.0 * swing);
            (-PI * (PI * f).sin() * (PI * y).cos(), PI * (PI * f).cos() * (PI * y).sin() * slope)
        };
        places.iter().map(velocity).unzip()
    };
    let (u, v) = flow(0.0);
    let speed = |u: &[f64], v: &[f64]| -> Vec<f64> { u.iter().zip(v).map(|(u, v)| u.hypot(*v)).collect() };
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let arrows = Quiver::new(x, y, &u, &v).values(speed(&u, &v)).clim(0, 4).cmap("cool").pivot("middle").scale(40);
    let arrows = fig[ax].add(arrows.key(0.8, 1.05, 5, "5 cm/s").key_labelpos("E"));
    fig[ax].set_xlim(0, 2).set_ylim(0, 1).set_xlabel("x (cm)").set_ylabel("y (cm)");
    Scene::new(fig, 24, move |fig, k| {
        let (u, v) = flow(0.3 * (TAU * k as f64 / 24.0).sin());
        fig[arrows].set_uv(&u, &v).set_values(speed(&u, &v));
    })
}
