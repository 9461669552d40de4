//! A table that fills in a loop: points at random, of which those within a circle tell what pi is.

use grabframe::Table;
use grabframe::prelude::*;

use super::{Scene, lcg, linspace};

pub fn table() -> Scene {
    let (x, y) = (lcg(1600, 1), lcg(1600, 2));
    let within = |i: usize| x[i] * x[i] + y[i] * y[i] < 1.0;
    let (inside, outside): (Vec<usize>, Vec<usize>) = (0..1600).partition(|i| within(*i));
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_xlim(0, 1.61).set_ylim(0, 1.2).set_aspect("equal");
    let hits = fig[ax].add(Scatter::new([0.0; 0], [0.0; 0]).sizes(4));
    let others = fig[ax].add(Scatter::new([0.0; 0], [0.0; 0]).sizes(4));
    let arc = linspace(0.0, std::f64::consts::FRAC_PI_2, 91);
    fig[ax].plot(arc.iter().map(|a| a.cos()).collect::<Vec<_>>(), arc.iter().map(|a| a.sin()).collect::<Vec<_>>());
    let table = Table::new([[""; 3]; 6]).col_labels(["points", "within", r"$\pi$"]).loc("center right");
    let table = table.col_widths([0.1, 0.1, 0.13]).col_colors(["lightsteelblue"; 3]).cell_loc("center");
    let table = fig[ax].add(table);
    Scene::new(fig, 40, move |fig, k| {
        let now = 40 * (k + 1);
        for (key, list) in [(hits, &inside), (others, &outside)] {
            let seen: Vec<usize> = list.iter().copied().filter(|i| *i < now).collect();
            let of = |values: &[f64]| seen.iter().map(|i| values[*i]).collect::<Vec<_>>();
            fig[key].set_data(of(&x), of(&y));
        }
        for (row, end) in [50, 100, 200, 400, 800, 1600].into_iter().enumerate() {
            let (n, begun) = (now.min(end), row == 0 || now > end / 2);
            let within = inside.iter().filter(|i| **i < n).count();
            let cells = [n.to_string(), within.to_string(), format!("{:.4}", 4.0 * within as f64 / n as f64)];
            for (col, text) in cells.into_iter().enumerate() {
                fig[table].set_cell(row, col, if begun { text } else { String::new() });
                fig[table].set_cell_color(row, col, if begun && now <= end { "wheat" } else { "w" });
            }
        }
    })
}
