//! What a frame costs the loop itself: drawn there, and in the background.

use std::collections::VecDeque;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use grabframe::prelude::*;

const POINTS: usize = 100_000;

/// A line of many points, in every frame another one.
struct Wave {
    x: Vec<f64>,
    y: Vec<f64>,
    step: usize,
}

impl Wave {
    fn new() -> Self {
        let x = (0..POINTS).map(|i| i as f64 / POINTS as f64).collect();
        Self { x, y: vec![0.0; POINTS], step: 0 }
    }

    /// Works as long as a simulation that takes `work` for a step.
    fn simulate(&mut self, work: Duration) {
        let start = Instant::now();
        self.step += 1;
        for (i, y) in self.y.iter_mut().enumerate() {
            *y =
                ((i * 7919 + self.step * 104_729) % 1000) as f64 + (i as f64 / 5000.0 + self.step as f64).sin() * 500.0;
        }
        while start.elapsed() < work {
            black_box(&mut self.y);
        }
    }
}

/// How long each call of `grab_frame` took, in a loop that works as long between two as a frame takes to be drawn.
fn calls(background: bool, work: Duration, frames: u64) -> Vec<Duration> {
    let (mut wave, mut fig) = (Wave::new(), Figure::new());
    let ax = fig.add_axes();
    let line = fig[ax].add(Line::empty());
    let mut movie = CallbackWriter::new(|_| Ok(())).saving(&mut fig, Path::new("nowhere")).expect("a recording");
    movie.render_in_background(background);
    let mut calls = Vec::new();
    for _ in 0..frames {
        wave.simulate(work);
        movie[line].set_data(&wave.x, &wave.y);
        let start = Instant::now();
        movie.grab_frame().expect("a frame");
        calls.push(start.elapsed());
    }
    movie.finish().expect("a movie");
    calls
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn grabs(c: &mut Criterion) {
    // of several, those that nothing else on the machine has disturbed
    let best = |background, work| (0..5).map(|_| median(calls(background, work, 60))).min().unwrap_or_default();
    let drawing = best(false, Duration::ZERO);
    // longer than drawing takes, or the queue is what is measured
    let work = drawing * 3 / 2;
    let grab = best(true, work);
    let ratio = drawing.as_secs_f64() / grab.as_secs_f64();
    eprintln!(
        "grab_frame, {POINTS} points, medians: {drawing:?} in the loop, {grab:?} in the background: 1/{ratio:.0}"
    );

    let mut group = c.benchmark_group("grab_frame of 100,000 points");
    group.sample_size(20);
    for (name, background) in [("in the loop", false), ("in the background", true)] {
        group.bench_function(name, |b| {
            b.iter_custom(|frames| calls(background, work, frames).iter().sum());
        });
    }
    group.finish();
}

/// A point more in every step, while the last four snapshots of the figure are held.
fn pushes(c: &mut Criterion) {
    let mut group = c.benchmark_group("a point and a snapshot, four held");
    for points in [1_000, 100_000, 10_000_000] {
        let mut fig = Figure::new();
        let ax = fig.add_axes();
        let line = fig[ax].add(Line::new(0..points, 0..points));
        let mut snapshots = VecDeque::from(vec![fig.clone(); 4]);
        group.bench_function(format!("{points} points"), |b| {
            b.iter(|| {
                fig[line].push(1.0, 2.0);
                snapshots.pop_front();
                snapshots.push_back(fig.clone());
            });
        });
    }
    group.finish();
}

criterion_group!(benches, grabs, pushes);
criterion_main!(benches);
