//! What it costs to find where everything is.

use criterion::{Criterion, criterion_group, criterion_main};
use grabframe::Layout;
use grabframe::prelude::*;
use std::hint::black_box;

/// 4 x 4 axes, each with a title, labels, a legend of two lines and a colorbar with a label.
fn crowded(constrained: bool) -> Figure {
    let mut fig = Figure::inches(16.0, 12.0);
    fig.set_constrained(constrained).suptitle("all of them");
    for (k, ax) in fig.subplots(4, 4).into_iter().enumerate() {
        let at: Vec<f64> = (0..50).map(|i| f64::from(i) * 0.2).collect();
        let wave = |by: f64| at.iter().map(|x| (x + by + k as f64).sin() * (1.0 + k as f64)).collect::<Vec<_>>();
        fig[ax].add(Line::new(&at, wave(0.0)).label("first"));
        fig[ax].add(Line::new(&at, wave(0.5)).label("second"));
        let dots = fig[ax].add(Scatter::new(&at, wave(1.0)).values(&at));
        let bar = fig.colorbar(dots);
        fig[bar].set_label("score");
        fig[ax].set_title(format!("axes {k}")).set_xlabel("time (s)").set_ylabel("amplitude (mV)").legend();
    }
    fig
}

fn layouts(c: &mut Criterion) {
    for (name, constrained) in [("4 x 4 axes", false), ("4 x 4 axes with room for labels", true)] {
        let fig = crowded(constrained);
        c.bench_function(&format!("layout of {name}"), |b| b.iter(|| black_box(Layout::of(&fig))));
    }
}

/// A legend where it covers the least: of one artist with very many points, and of very many artists.
fn best(c: &mut Criterion) {
    let wave = |n: usize, by: f64| (0..n).map(|i| (by + 20.0 * i as f64 / n as f64).sin()).collect::<Vec<_>>();
    for (lines, points) in [(3, 1000), (1, 1_000_000), (1000, 1000)] {
        for place in ["best", "upper right"] {
            let mut fig = Figure::new();
            let ax = fig.add_axes();
            for k in 0..lines {
                let label = if k < 5 { format!("line {k}") } else { String::new() };
                fig[ax].add(Line::new(0..points, wave(points, k as f64)).label(label));
            }
            fig[ax].legend_at(place);
            let name = format!("layout of {lines} lines of {points} points with a legend, {place}");
            c.bench_function(&name, |b| b.iter(|| black_box(Layout::of(&fig))));
        }
    }
}

criterion_group!(benches, layouts, best);
criterion_main!(benches);
