//! What a frame costs to draw.

use criterion::{Criterion, criterion_group, criterion_main};
use grabframe::prelude::*;
use grabframe::{Bounds, Cap, Common, Painter, Pen, Point};
use ndarray::Array2;
use std::f32::consts::TAU;
use std::hint::black_box;

fn sine(n: usize, phase: f64) -> (Vec<f64>, Vec<f64>) {
    let x: Vec<f64> = (0..n).map(|i| 10.0 * i as f64 / n as f64).collect();
    let y = x.iter().map(|x| (3.0 * x + phase).sin()).collect();
    (x, y)
}

fn lines(c: &mut Criterion) {
    for n in [1_000, 100_000, 1_000_000] {
        let mut fig = Figure::new();
        let ax = fig.add_axes();
        let line = fig[ax].add(Line::empty());
        fig[ax].set_xlim(0.0, 10.0).set_ylim(-1.1, 1.1);
        let mut renderer = Renderer::new();
        let data = [sine(n, 0.0), sine(n, 0.5)];
        let mut turn = 0;
        c.bench_function(&format!("line of {n} points, data change"), |b| {
            b.iter(|| {
                turn ^= 1;
                fig[line].set_data(&data[turn].0, &data[turn].1);
                black_box(renderer.render(&fig));
            });
        });
    }
}

fn title(c: &mut Criterion) {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let (x, y) = sine(1_000, 0.0);
    fig[ax].plot(&x, &y);
    let mut renderer = Renderer::new();
    let mut step = 0_u64;
    c.bench_function("line of 1000 points, title changes", |b| {
        b.iter(|| {
            step += 1;
            fig[ax].set_title(format!("step {step}"));
            black_box(renderer.render(&fig));
        });
    });
}

fn image(c: &mut Criterion) {
    for n in [64, 256, 1024] {
        let mut fig = Figure::new();
        let ax = fig.add_axes();
        let grid = |phase: f64| Array2::from_shape_fn((n, n), |(r, c)| (0.1 * (r + c) as f64 + phase).sin());
        let image = fig[ax].add(Image::new(grid(0.0)).clim(-1.0, 1.0));
        fig.colorbar(image);
        let data = [grid(0.0), grid(1.0)];
        let mut renderer = Renderer::new();
        let mut turn = 0;
        c.bench_function(&format!("image of {n} x {n} with colorbar, data change"), |b| {
            b.iter(|| {
                turn ^= 1;
                fig[image].set_data(&data[turn]);
                black_box(renderer.render(&fig));
            });
        });
    }
}

fn marker_over_many(c: &mut Criterion) {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let n = 1_000_000;
    let x: Vec<f64> = (0..n).map(|i| (f64::from(i) * 0.754_877_666).fract()).collect();
    let y: Vec<f64> = (0..n).map(|i| (f64::from(i) * 0.569_840_291).fract()).collect();
    fig[ax].add(Scatter::new(&x, &y).sizes([1.0]));
    let dot = fig[ax].add(Line::new([0.5], [0.5]).fmt("ro"));
    fig[ax].set_xlim(0.0, 1.0).set_ylim(0.0, 1.0);
    let mut renderer = Renderer::new();
    let mut at = 0.0;
    c.bench_function("a marker over a million still points", |b| {
        b.iter(|| {
            at = (at + 0.01) % 1.0;
            fig[dot].set_data([at], [at]);
            black_box(renderer.render(&fig));
        });
    });
    let mut step = 0_u64;
    c.bench_function("the same under a title that changes", |b| {
        b.iter(|| {
            step += 1;
            at = (at + 0.01) % 1.0;
            fig[dot].set_data([at], [at]);
            fig[ax].set_title(format!("step {step}"));
            black_box(renderer.render(&fig));
        });
    });
}

fn sizes(c: &mut Criterion) {
    let n = 100_000;
    let part = |step: f64| (0..n).map(|i| (f64::from(i) * step).fract()).collect::<Vec<f64>>();
    let (x, y) = (part(0.754_877_666), part(0.569_840_291));
    for (name, kinds) in [("one size", 1), ("50 sizes", 50), ("as many sizes", n)] {
        let size = |i: i32| (3.0 + 9.0 * f64::from(i % kinds) / f64::from(kinds)).powi(2);
        // of one size they cover as much in all
        let sizes: Vec<f64> = if kinds == 1 { vec![63.0] } else { (0..n).map(size).collect() };
        let mut fig = Figure::new();
        let ax = fig.add_axes();
        let scatter = fig[ax].add(Scatter::new(&x, &y).sizes(sizes));
        fig[ax].set_xlim(0.0, 1.0).set_ylim(0.0, 1.0);
        let mut renderer = Renderer::new();
        let mut turn = false;
        c.bench_function(&format!("{n} points of {name}, colour changes"), |b| {
            b.iter(|| {
                turn = !turn;
                fig[scatter].set_color(if turn { "red" } else { "blue" });
                black_box(renderer.render(&fig));
            });
        });
    }
}

/// Pieces with a colour each, drawn as one batch.
#[derive(Clone, Debug)]
struct Batch {
    common: Common,
    points: Vec<Point>,
    ends: Vec<u32>,
    colors: Vec<Color>,
}

impl Artist for Batch {
    fn common(&self) -> &Common {
        &self.common
    }

    fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }

    fn bounds(&self) -> Bounds {
        Bounds::new(Limits::EMPTY, Limits::EMPTY)
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        if self.ends[0] == 2 {
            let mut pen = Pen::new(Color::BLACK, 1.5);
            pen.cap = Some(Cap::Butt);
            painter.strokes(&self.points, &self.ends, &self.colors, &[1.5], &pen);
        } else {
            painter.fills(&self.points, &self.ends, &self.colors);
        }
    }
}

fn batches(c: &mut Criterion) {
    for (name, size, corners) in [("lines of 15 px", 15.0, 2), ("lines of 300 px", 300.0, 2), ("quads of 5 px", 5.0, 4)]
    {
        let mut batch = Batch { common: Common::new(), points: Vec::new(), ends: Vec::new(), colors: Vec::new() };
        for i in 0..100_000_u32 {
            let part = |step: f64| (f64::from(i) * step).fract() as f32;
            let (x, y, turn) = (640.0 * part(0.754_877_666), 480.0 * part(0.569_840_291), TAU * part(0.618_033_989));
            for k in 0..corners {
                let angle = turn + TAU * k as f32 / corners as f32;
                batch.points.push(Point::new(x + size / 2.0 * angle.cos(), y + size / 2.0 * angle.sin()));
            }
            batch.ends.push(batch.points.len() as u32);
            batch.colors.push(Color::rgb(i as u8, (i >> 8) as u8, 90));
        }
        let mut fig = Figure::pixels(640, 480);
        let ax = fig.add_axes_at(0.0, 0.0, 1.0, 1.0);
        fig[ax].set_xlim(0.0, 640.0).set_ylim(480.0, 0.0).set_frame(false);
        let key = fig[ax].add(batch);
        let mut renderer = Renderer::new();
        c.bench_function(&format!("100,000 {name}"), |b| {
            b.iter(|| {
                // looked at to be changed, it is drawn again
                black_box(&mut fig[key]);
                black_box(renderer.render(&fig));
            });
        });
    }
}

/// Twenty labels, upright and not, that change in every frame, or stay and are drawn anew.
fn labels(c: &mut Criterion) {
    for angle in [0, 30, 45] {
        for change in [true, false] {
            let mut fig = Figure::new();
            let ax = fig.add_axes();
            fig[ax].set_xlim(0.0, 21.0).set_ylim(0.0, 1.0);
            let place = |k: u32| Text::new(k, 0.5, format!("{:.2}", 0.37 * f64::from(k))).rotation(angle);
            let labels: Vec<_> = (1..=20).map(|k| fig[ax].add(place(k))).collect();
            let (mut renderer, mut frame) = (Renderer::new(), 0_u32);
            let name = if change { "change" } else { "stay" };
            c.bench_function(&format!("20 labels at {angle} degrees that {name}"), |b| {
                b.iter(|| {
                    frame += 1;
                    for (k, label) in labels.iter().enumerate() {
                        let number = if change { (frame % 97) as f64 * 0.01 } else { 0.0 };
                        fig[*label].set_text(format!("{:.2}", 0.37 * k as f64 + number));
                    }
                    black_box(renderer.render(&fig));
                });
            });
        }
    }
}

fn clones(c: &mut Criterion) {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let n = 10_000_000;
    let line = fig[ax].add(Line::new(0..n, 0..n));
    c.bench_function("a clone of a figure with a line of 10,000,000 points", |b| b.iter(|| black_box(fig.clone())));
    c.bench_function("the same, and another colour for it", |b| {
        b.iter(|| {
            let mut copy = fig.clone();
            copy[line].set_color("red");
            black_box(copy)
        });
    });
}

criterion_group!(benches, lines, title, image, marker_over_many, sizes, batches, labels, clones);
criterion_main!(benches);
