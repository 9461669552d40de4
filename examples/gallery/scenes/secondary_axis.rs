//! A second axis in other units: light behind a grating, by angle and by its sine.

use grabframe::prelude::*;

use super::{Scene, linspace};

pub fn secondary_axis() -> Scene {
    let angles = linspace(-30.0, 30.0, 601);
    // four slits, further apart from frame to frame
    let light = |degrees: f64, apart: f64| {
        let phase = std::f64::consts::PI * apart * degrees.to_radians().sin();
        let slit = if phase.abs() < 1e-9 { 1.0 } else { ((4.0 * phase).sin() / (4.0 * phase.sin())).powi(2) };
        slit * (-(degrees / 15.0).powi(2)).exp()
    };
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let line = fig[ax].add(Line::empty());
    fig[ax].set_xlim(-30, 30).set_ylim(0, 1.1).set_xlabel("angle (degrees)").set_ylabel("intensity");
    let sine = fig.secondary_x(ax, "top", |v| v.to_radians().sin(), |s| s.asin().to_degrees());
    fig[sine].set_xlabel("sine of the angle");
    let percent = fig.secondary_y(ax, "right", |v| 100.0 * v, |p| p / 100.0);
    fig[percent].set_ylabel("of the brightest (%)");
    Scene::new(fig, 24, move |fig, k| {
        let apart = 3.03 + 0.2 * k as f64;
        fig[line].set_data(&angles, angles.iter().map(|v| light(*v, apart)).collect::<Vec<_>>());
    })
}
