//! Colours by name: those of CSS, and a frame around one of them.

use grabframe::prelude::*;

use super::Scene;

const NAMES: [&str; 24] = [
    "tab:blue",
    "tab:orange",
    "tab:green",
    "tab:red",
    "tab:purple",
    "tab:brown",
    "tab:pink",
    "tab:gray",
    "tab:olive",
    "tab:cyan",
    "black",
    "0.5",
    "crimson",
    "coral",
    "gold",
    "khaki",
    "teal",
    "skyblue",
    "rebeccapurple",
    "orchid",
    "xkcd:sky blue",
    "xkcd:cloudy blue",
    "xkcd:puke",
    "#d6272880",
];

pub fn named_colors() -> Scene {
    let mut fig = Figure::new();
    let ax = fig.add_axes_at(0, 0, 1, 1);
    fig[ax].set_xlim(0.0, 3.2).set_ylim(8, 0).set_frame(false);
    for (i, name) in NAMES.into_iter().enumerate() {
        let (left, top) = ((i / 8) as f64, (i % 8) as f64);
        fig[ax].add_patch(Patch::rectangle(left + 0.05, top + 0.2, 0.2, 0.6).color(name));
        fig[ax].add(Text::new(left + 0.28, top + 0.5, name).va("center"));
    }
    let frame = Patch::rectangle(0.0, 0.0, 0.24, 0.76).color("none").edgecolor("k").linewidth(2);
    let frame = fig[ax].add_patch(frame);
    Scene::new(fig, NAMES.len(), move |fig, k| {
        fig[frame].set_xy((k / 8) as f64 + 0.03, (k % 8) as f64 + 0.12);
    })
}
