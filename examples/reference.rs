//! Scenes that matplotlib's users know, drawn with the default look.
//!
//!     cargo run --release --example reference -- OUTDIR [SCENE ..]
//!
//! writes `OUTDIR/SCENE.png` for the scenes named, or for all.

use std::path::Path;

use grabframe::prelude::*;
use ndarray::Array2;

type Scene = (&'static str, fn() -> Figure);

/// Every scene, by name.
pub const SCENES: [Scene; 6] = [
    ("line_ko", line_ko),
    ("imshow_colorbar", imshow_colorbar),
    ("lines_legend", lines_legend),
    ("scatter_colorbar", scatter_colorbar),
    ("subplots_2x2", subplots_2x2),
    ("markers_dashes", markers_dashes),
];

fn main() -> grabframe::Result<()> {
    let mut args = std::env::args().skip(1);
    let Some(outdir) = args.next() else {
        let names: Vec<_> = SCENES.iter().map(|(name, _)| *name).collect();
        println!("usage: reference OUTDIR [SCENE ..]; scenes are {}", names.join(", "));
        return Ok(());
    };
    let wanted: Vec<String> = args.collect();
    for name in &wanted {
        if !SCENES.iter().any(|(known, _)| known == name) {
            println!("there is no scene `{name}`");
        }
    }
    for (name, scene) in SCENES {
        if wanted.is_empty() || wanted.iter().any(|w| w == name) {
            scene().save(Path::new(&outdir).join(name).with_extension("png"))?;
        }
    }
    Ok(())
}

/// `n` numbers in [0, 1): x <- (1664525 x + 1013904223) mod 2^32, value x / 2^32.
fn lcg(n: usize, seed: u32) -> Vec<f64> {
    let mut x = seed;
    let mut next = || {
        x = x.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(x) / 4_294_967_296.0
    };
    (0..n).map(|_| next()).collect()
}

/// The sums of 0.4 (u - 0.5), from the first step.
fn walk(n: usize, seed: u32) -> Vec<f64> {
    let mut at = 0.0;
    let mut next = |u: f64| {
        at += 0.4 * (u - 0.5);
        at
    };
    lcg(n, seed).into_iter().map(&mut next).collect()
}

fn linspace(from: f64, to: f64, n: usize) -> Vec<f64> {
    (0..n).map(|i| from + (to - from) * i as f64 / (n - 1) as f64).collect()
}

/// A random walk with markers.
pub fn line_ko() -> Figure {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].add(Line::new(walk(100, 1), walk(100, 2)).fmt("k-o"));
    fig[ax].set_xlim(-5.0, 5.0).set_ylim(-5.0, 5.0);
    fig
}

fn field(rows: usize, cols: usize) -> Array2<f64> {
    Array2::from_shape_fn((rows, cols), |(row, col)| {
        let (x, y) = (col as f64, row as f64);
        let wave = (6.0 * x / cols as f64).sin() * (4.0 * y / rows as f64).cos();
        wave + 0.3 * (0.9 * x).sin() * (0.7 * y).sin()
    })
}

/// An image with a colorbar.
pub fn imshow_colorbar() -> Figure {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let image = fig[ax].add(Image::new(field(48, 64)).clim_percentile(2.0, 98.0));
    fig[ax].set_title("Rate [1, 20]ms");
    fig.colorbar(image);
    fig
}

/// Five lines with a legend, labels and a grid.
pub fn lines_legend() -> Figure {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let x = linspace(0.0, 10.0, 400);
    for k in 0..5 {
        let k = f64::from(k);
        let y: Vec<f64> = x.iter().map(|x| (x + 0.5 * k).sin() * (1.0 + 0.2 * k)).collect();
        fig[ax].add(Line::new(&x, &y).label(format!("phase {:.1}", 0.5 * k)));
    }
    fig[ax].set_xlabel("time (s)").set_ylabel("amplitude (mV)").set_title("Five phases").grid(true).legend();
    fig
}

/// A scatter of four columns.
pub fn scatter_colorbar() -> Figure {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let sizes: Vec<f64> = lcg(200, 5).iter().map(|u| 10.0 + 190.0 * u).collect();
    let dots = Scatter::new(lcg(200, 3), lcg(200, 4)).sizes(&sizes).values(lcg(200, 6)).alpha(0.6).cmap("plasma");
    let dots = fig[ax].add(dots);
    let bar = fig.colorbar(dots);
    fig[bar].set_label("score");
    fig
}

/// Four axes with room for their labels.
pub fn subplots_2x2() -> Figure {
    let mut fig = Figure::inches(8.0, 6.0).constrained();
    let axs = fig.subplots(2, 2);
    let x = linspace(0.0, 2.0 * std::f64::consts::PI, 200);
    for (k, ax) in axs.iter().enumerate() {
        let k = k + 1;
        let y: Vec<f64> = x.iter().map(|x| (k as f64 * x).sin()).collect();
        fig[ax].plot(&x, &y);
        fig[ax].set_title(format!("sin({k}x)")).set_xlabel("x").set_ylabel("y");
    }
    fig.suptitle("Harmonics");
    fig
}

/// Markers of every kind on lines of every style.
pub fn markers_dashes() -> Figure {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    for (k, marker) in "o.sv^<>Dd+x*ph|_".chars().enumerate() {
        let style = ["-", "--", "-.", ":"][k % 4];
        let line = Line::new(0..6, [k as f64; 6]).marker(marker).linestyle(style);
        fig[ax].add(line.markersize((4 + k % 5) as f64));
    }
    fig
}
