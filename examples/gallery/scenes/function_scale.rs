//! A scale made by two functions: latitudes as on Mercator's map, on which lines of constant bearing are straight.

use grabframe::prelude::*;

use super::{Scene, linspace};

pub fn function_scale() -> Scene {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let up = |lat: f64| lat.to_radians().tan().asinh();
    let back = |t: f64| t.sinh().atan().to_degrees();
    fig[ax].set_yscale(Scale::function(up, back)).set_xlim(-180, 180).set_ylim(-82, 82);
    fig[ax].set_xticks(Ticks::every(60).format("{:.0}°")).set_yticks(Ticks::every(20).format("{:.0}°"));
    fig[ax].set_xminorticks(Ticks::every(10)).set_yminorticks(Ticks::every(5));
    fig[ax].set_xlabel("longitude").set_ylabel("latitude").grid(true);
    let line = fig[ax].add(Line::empty().linewidth(2));
    let ship = fig[ax].add(Line::empty().fmt("o").markersize(8).color("tab:red"));
    let lon = linspace(-170.0, 170.0, 49);
    Scene::new(fig, 48, move |fig, k| {
        let lat: Vec<f64> = lon[..k + 2].iter().map(|lon| back(lon.to_radians() * 0.8)).collect();
        fig[line].set_data(&lon[..k + 2], &lat);
        fig[ship].set_data([lon[k + 1]], [lat[k + 1]]);
        fig[ax].set_title(format!("heading north-east: {:.1}°", lat[k + 1]));
    })
}
