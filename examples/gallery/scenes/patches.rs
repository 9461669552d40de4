//! Patches: a planet around its sun, which sweeps over equal areas in equal times (Kepler's second law).

use std::f64::consts::TAU;

use grabframe::prelude::*;
use grabframe::{Arrow, Outline};

use super::Scene;

/// Of the orbit, whose half axes are 1 and 0.8.
const ECCENTRICITY: f64 = 0.6;

/// Where the planet is, the sun being at (0, 0), after so much of its year.
fn place(time: f64) -> (f64, f64) {
    let (mean, mut at) = (TAU * time, TAU * time);
    for _ in 0..30 {
        at -= (at - ECCENTRICITY * at.sin() - mean) / (1.0 - ECCENTRICITY * at.cos());
    }
    (at.cos() - ECCENTRICITY, 0.8 * at.sin())
}

/// What the line from the sun sweeps over in a tenth of a year.
fn swept(time: f64) -> Outline {
    let mut area = Outline::new();
    area.move_to(0.0, 0.0);
    for i in 0..=40 {
        let (x, y) = place(time - 0.1 + 0.0025 * f64::from(i));
        area.line_to(x, y);
    }
    area.close();
    area
}

pub fn patches() -> Scene {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_xlim(-1.8, 0.8).set_ylim(-1, 1).set_aspect("equal");
    fig[ax].add(Patch::ellipse(-ECCENTRICITY, 0, 2, 1.6).color("none").edgecolor("gray").linestyle("--"));
    for i in 0..5 {
        fig[ax].add(Patch::path(&swept(0.2 * f64::from(i))).color("tab:gray").edgecolor("none").alpha(0.2));
    }
    let area = fig[ax].add(Patch::path(&swept(0.0)).color("tab:blue").alpha(0.6));
    fig[ax].add(Patch::regular_polygon(0, 0, 12, 0.1).color("gold").edgecolor("tab:orange"));
    let planet = fig[ax].add(Patch::circle(0, 0, 0.06).color("tab:blue").edgecolor("k"));
    let night = fig[ax].add(Patch::wedge(0, 0, 0.06, 0, 180).color("k"));
    let arrow = Arrow::new("simple").mutation_scale(20).shrink(5, 0).facecolor("tab:red");
    let speed = fig[ax].add(Patch::fancy_arrow((0, 0), (1, 1), arrow));
    let year = fig[ax].add(Patch::wedge(-1.55, 0.75, 0.15, 0, 90).width(0.06).color("tab:green"));
    fig[ax].add(Patch::arc(-1.55, 0.75, 0.3, 0.3, 0, 360));
    fig[ax].add(Patch::fancy_box(-1.2, 0.8, 0.75, 0.09, "round,pad=0.03").color("wheat"));
    fig[ax].add(Text::new(-0.825, 0.845, "equal areas").ha("center").va("center").fontsize(9));
    Scene::new(fig, 48, move |fig, k| {
        let time = k as f64 / 48.0;
        let ((x, y), (ahead_x, ahead_y)) = (place(time), place(time + 0.02));
        let away = y.atan2(x).to_degrees();
        fig[area].set_path(&swept(time));
        fig[planet].set_xy(x, y);
        fig[night].set_xy(x, y).set_theta(away - 90.0, away + 90.0);
        fig[speed].set_positions((x, y), (x + 2.5 * (ahead_x - x), y + 2.5 * (ahead_y - y)));
        fig[year].set_theta(90.0 - 360.0 * time, 90.0);
    })
}
