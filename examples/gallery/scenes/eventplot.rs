//! Events that pass by: the spikes of five neurons, each of which prefers another moment of a slow rhythm.

use std::f64::consts::TAU;

use grabframe::prelude::*;

use super::{Scene, lcg};

pub fn eventplot() -> Scene {
    // one chance each 20 ms, which is taken the more often the nearer the rhythm is to what a neuron likes
    let spikes: Vec<Vec<f64>> = (0..5_u32)
        .map(|neuron| {
            let chance = |t: f64| 0.35 * (3.0 * (TAU * (t / 2.0 - f64::from(neuron) / 5.0)).cos() - 3.0).exp();
            let tries = lcg(400, neuron + 1);
            let spike = |(i, u): (usize, &f64)| (*u < chance(0.02 * i as f64)).then_some(0.02 * i as f64);
            tries.iter().enumerate().filter_map(spike).collect()
        })
        .collect();
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let colors = (0..5).map(|neuron| format!("C{neuron}"));
    let raster = fig[ax].add(Events::new(&spikes).colors(colors).linelengths(0.6));
    fig[ax].set_ylim(-0.7, 4.7).set_xlabel("time (s)").set_ylabel("neuron").set_title("spikes");
    Scene::new(fig, 24, move |fig, k| {
        // what is known so far, and the last four seconds of it
        let now = 4.0 + 0.15 * k as f64;
        let seen = |row: &Vec<f64>| row.iter().copied().filter(|t| *t <= now).collect::<Vec<_>>();
        fig[raster].set_data(spikes.iter().map(seen));
        fig[ax].set_xlim(now - 4.0, now);
    })
}
