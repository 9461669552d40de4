//! A colorbar of a few colours: depths in bins, of which the last goes on.

use grabframe::prelude::*;

use super::Scene;

pub fn colorbar_discrete() -> Scene {
    let depth = |k: usize| -> Vec<Vec<f64>> {
        let tide = (std::f64::consts::TAU * k as f64 / 24.0).sin();
        let value = |x: f64, y: f64| (x * x * (2.0 + (y / 6.0).sin()) / 6.0 + 8.0 * tide).max(0.0);
        (0..40).map(|y| (0..50).map(|x| value(f64::from(x), f64::from(y))).collect()).collect()
    };
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let norm = Norm::boundary([0, 5, 20, 50, 100, 200, 500]).extend("max");
    let sea = fig[ax].add(Image::new(depth(0)).norm(norm).cmap("Blues").origin("lower"));
    let bar = fig.colorbar(sea);
    fig[bar].set_label("depth (m)").set_drawedges(true);
    fig[ax].set_xlabel("x (km)").set_ylabel("y (km)");
    Scene::new(fig, 24, move |fig, k| {
        fig[sea].set_data(depth(k));
        fig[ax].set_title(format!("{k}:00"));
    })
}
