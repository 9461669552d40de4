//! Every colormap by name, as strips; a line goes along them.

use grabframe::prelude::*;

use super::{Scene, linspace};

/// How many stand in a column.
const ROWS: usize = 32;

pub fn colormaps() -> Scene {
    let ramp = vec![linspace(0.0, 1.0, 256)];
    let mut fig = Figure::new();
    let ax = fig.add_axes_at(0, 0, 1, 1);
    fig[ax].set_xlim(0.0, 3.2).set_ylim(ROWS, 0).set_frame(false);
    for (i, name) in Colormap::names().enumerate() {
        let (left, top) = ((i / ROWS) as f64, (i % ROWS) as f64);
        fig[ax].add(Image::new(&ramp).cmap(name).extent(left + 0.5, left + 1.0, top + 13.0 / 15.0, top + 2.0 / 15.0));
        let word = Text::new(left + 0.48, top + 0.5, name).fontsize(7).ha("right").va("center");
        fig[ax].add(word);
    }
    fig[ax].set_aspect("auto");
    let marks = [0.0, 1.0, 2.0].map(|left| (left, fig[ax].add(Rule::vertical(left).color("k").linewidth(1))));
    Scene::new(fig, 26, move |fig, k| {
        for (left, mark) in marks {
            fig[mark].set_at(left + 0.5 + 0.5 * k as f64 / 25.0);
        }
    })
}
