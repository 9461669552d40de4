//! How values are written at ticks: percents, units with the prefixes of the metric system, powers of ten, multiples of pi.

use std::f64::consts::{PI, TAU};

use grabframe::prelude::*;

use super::{Scene, linspace};

pub fn tick_formats() -> Scene {
    let mut fig = Figure::new().constrained();
    fig.suptitle("how values are written");
    let axs = fig.subplots(2, 2);
    let [share, sound, growth, wave] = [axs[(0, 0)], axs[(0, 1)], axs[(1, 0)], axs[(1, 1)]];
    let lines = [share, sound, growth, wave].map(|ax| fig[ax].add(Line::empty()));
    fig[share].set_title("shares").set_xlim(0, 1).set_ylim(0, 1).set_yformat(Format::percent(1));
    fig[sound].set_title("units").set_xlim(0, 20e3).set_ylim(0, 2.2e-3);
    fig[sound].set_xformat(Format::engineering("Hz")).set_yformat(Format::engineering("V"));
    fig[growth].set_title("a text").set_xlim(0, 10).set_ylim(0, 3e4).set_xformat("{} h").set_yformat(Format::plain());
    fig[wave].set_title("multiples of π").set_xlim(0, TAU).set_ylim(-1.1, 1.1);
    fig[wave].set_xticks(Ticks::every(PI / 2.0).format(Format::pi())).set_yticks(Ticks::every(0.5));
    Scene::new(fig, 24, move |fig, k| {
        let phase = TAU * k as f64 / 24.0;
        let unit = linspace(0.0, 1.0, 101);
        let of = |f: &dyn Fn(f64) -> f64| unit.iter().map(|u| f(*u)).collect::<Vec<_>>();
        fig[lines[0]].set_data(&unit, of(&|u| 0.5 + 0.4 * (TAU * u + phase).sin()));
        fig[lines[1]]
            .set_data(of(&|u| 20e3 * u), of(&|u| 2e-3 * (-(10.0 * (u - 0.5 - 0.3 * phase.sin())).powi(2)).exp()));
        fig[lines[2]].set_data(of(&|u| 10.0 * u), of(&|u| (u * (8.0 + 2.0 * phase.cos())).exp()));
        fig[lines[3]].set_data(of(&|u| TAU * u), of(&|u| (2.0 * TAU * u - phase).sin()));
    })
}
