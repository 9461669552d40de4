//! Rectangles under a quarter of a circle: more of them in every frame.

use grabframe::prelude::*;

use super::{Scene, linspace};

pub fn stairs() -> Scene {
    let circle = |x: &f64| (1.0 - x * x).sqrt();
    let x = linspace(0.0, 1.0, 201);
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let area = fig[ax].add(Stairs::empty().fill(true).color("tab:blue").alpha(0.4));
    let outline = fig[ax].add(Stairs::empty().color("tab:blue"));
    fig[ax].add(Line::new(&x, x.iter().map(circle).collect::<Vec<_>>()).color("k"));
    fig[ax].set_xlabel("x").set_ylabel("y");
    Scene::new(fig, 30, move |fig, k| {
        let (n, width) = (k + 1, 1.0 / (k + 1) as f64);
        let edges = linspace(0.0, 1.0, n + 1);
        let heights: Vec<f64> = edges[..n].iter().map(|x| circle(&(x + width / 2.0))).collect();
        fig[ax].set_title(format!("4 × area = {:.4}", 4.0 * width * heights.iter().sum::<f64>()));
        fig[area].set_data(&heights, &edges);
        fig[outline].set_data(&heights, &edges);
    })
}
