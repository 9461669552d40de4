//! How a network learns, on one page: its loss, what it takes for what, how many of each kind it knows, and the numbers.
//!
//!     cargo run --release --example training_dashboard [-- OUT.gif]

use grabframe::prelude::*;
use ndarray::{Array2, Axis};

const NAMES: [&str; 4] = ["cat", "dog", "fox", "owl"];

/// How many of 100 of each kind (a row) are taken for which (a column) at an epoch.
fn confusion(epoch: f64) -> Array2<f64> {
    Array2::from_shape_fn((4, 4), |(row, col)| {
        let wrong = 75.0 * (-epoch / (8.0 + 6.0 * row as f64)).exp();
        if row == col { (100.0 - wrong).round() } else { (wrong / 3.0).round() }
    })
}

fn main() -> grabframe::Result<()> {
    let out = std::env::args().nth(1).unwrap_or("training_dashboard.gif".into());
    let mut fig = Figure::inches(8, 6).constrained();
    let axs = fig.subplots(2, 2);
    let (curves, matrix, classes, panel) = (axs[(0, 0)], axs[(0, 1)], axs[(1, 0)], axs[(1, 1)]);
    let train = fig[curves].add(Line::empty().label("training"));
    let valid = fig[curves].add(Line::empty().linestyle("--").label("validation"));
    fig[curves].set_yscale("log").set_xlim(0, 60).set_xlabel("epoch").set_ylabel("loss").legend();
    let image = fig[matrix].add(Image::new(confusion(0.0)).clim(0, 100).cmap("Blues"));
    let cell = |i: usize| Text::new(i % 4, i / 4, "").ha("center").va("center");
    let cells: Vec<_> = (0..16).map(|i| fig[matrix].add(cell(i))).collect();
    fig[matrix].set_xticklabels(0..4, NAMES).set_yticklabels(0..4, NAMES).set_xlabel("taken for").set_ylabel("is");
    let bars = fig[classes].add(Bars::categories(NAMES, [0; 4]).color("tab:green"));
    fig[classes].set_ylim(0, 100).set_ylabel("recognised (%)");
    let words = fig[panel].add(Text::new(0.1, 0.5, "").axes_fraction().fontsize(14).va("center"));
    fig[panel].set_frame(false);

    let mut movie = AutoWriter::new().fps(10).saving(&mut fig, &out)?;
    for epoch in 0..=60 {
        let (e, counts) = (f64::from(epoch), confusion(f64::from(epoch)));
        let loss = 2.0 * (-e / 9.0).exp() + 0.02 + 0.004 * (1.7 * e).sin();
        movie[train].push(e, loss);
        movie[valid].push(e, 1.2 * loss + 0.03 + 0.0006 * e);
        movie[image].set_data(&counts);
        for (key, count) in cells.iter().zip(&counts) {
            movie[*key].set_text(count.to_string()).set_color(if *count > 50.0 { "white" } else { "black" });
        }
        movie[bars].set_heights(counts.diag());
        let accuracy = counts.diag().sum() / counts.sum_axis(Axis(0)).sum();
        movie[words].set_text(format!("epoch {epoch}\nloss {loss:.3}\naccuracy {:.1} %", 100.0 * accuracy));
        movie.grab_frame()?;
    }
    println!("{}", movie.finish()?);
    Ok(())
}
