//! Hexagons that fill: a drop of ink spreads in a stream that turns.

use grabframe::prelude::*;

use super::{Scene, normal};

pub fn hexbin() -> Scene {
    let (a, b) = (normal(20_000, 1), normal(20_000, 2));
    let spread = move |t: f64| -> (Vec<f64>, Vec<f64>) {
        let (width, angle) = (0.2 + 0.15 * t.sqrt(), 0.9 * t);
        let at = |(a, b): (&f64, &f64)| (angle.cos() + width * a, angle.sin() + width * b);
        a.iter().zip(&b).map(at).unzip()
    };
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let (x, y) = spread(0.0);
    let cells = Hexbin::new(&x, &y).gridsize(15).extent(-3, 3, -3, 3).mincnt(1).norm("log").clim(1, 5000);
    let cells = fig[ax].add(cells.cmap("Blues"));
    let bar = fig.colorbar(cells);
    fig[bar].set_label("particles");
    fig[ax].set_xlim(-3, 3).set_ylim(-3, 3).set_xlabel("x (mm)").set_ylabel("y (mm)");
    Scene::new(fig, 24, move |fig, k| {
        let t = 0.2 * k as f64;
        let (x, y) = spread(t);
        fig[cells].set_data(&x, &y);
        fig[ax].set_title(format!("after {t:.1} s"));
    })
}
