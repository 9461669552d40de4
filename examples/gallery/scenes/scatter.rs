//! Markers whose sizes, colours and edges follow the data: florets of a sunflower, each so far around from the one before.

use grabframe::prelude::*;

use super::{Scene, linspace};

pub fn scatter() -> Scene {
    let number = linspace(1.0, 40.0, 40);
    let florets = |angle: f64| -> (Vec<f64>, Vec<f64>) {
        let place = |n: f64| (n.sqrt() * (n * angle.to_radians()).cos(), n.sqrt() * (n * angle.to_radians()).sin());
        (1..=40).map(|n| place(f64::from(n))).unzip()
    };
    let (x, y) = florets(137.5);
    let sizes: Vec<f64> = number.iter().map(|n| 40.0 + 2.0 * n).collect();
    let widths: Vec<f64> = number.iter().map(|n| 0.5 + n / 30.0).collect();
    let mut fig = Figure::inches(4.8, 3.6);
    let ax = fig.add_axes();
    let flower = Scatter::new(x, y).sizes(sizes).values(number).cmap("YlOrBr");
    let flower = fig[ax].add(flower.edgecolors((1..=40).map(|n| Color::cycle(n % 8))).linewidths(widths));
    let bar = fig.colorbar(flower);
    fig[bar].set_label("floret");
    fig[ax].set_xlim(-8, 8).set_ylim(-8, 8).set_aspect("equal");
    Scene::new(fig, 24, move |fig, k| {
        let angle = 137.508 + 1.5 * (std::f64::consts::TAU * k as f64 / 24.0).sin();
        let (x, y) = florets(angle);
        fig[flower].set_data(x, y);
        fig[ax].set_title(format!("{angle:.2}° from one to the next"));
    })
}
