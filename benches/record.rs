//! What a recorded frame costs, drawn and encoded.

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use grabframe::prelude::*;

const FRAMES: usize = 60;

fn walk(writer: &impl Writer, path: &std::path::Path) {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let line = fig[ax].add(Line::empty().fmt("k-o"));
    fig[ax].set_xlim(-1.0, 1.0).set_ylim(-1.0, 1.0);
    let mut movie = writer.saving(&mut fig, path).expect("a recording");
    for i in 0..FRAMES {
        let t = i as f64 / 10.0;
        movie[line].push(0.1 * t * t.cos(), 0.1 * t * t.sin());
        movie.grab_frame().expect("a frame");
    }
    movie.finish().expect("a file");
}

fn recordings(c: &mut Criterion) {
    let dir = temp_dir::TempDir::new().expect("a folder");
    let mut group = c.benchmark_group("60 frames of a growing line");
    group.sample_size(10);
    group.bench_function("gif", |b| {
        b.iter_batched(|| dir.path().join("a.gif"), |path| walk(&GifWriter::new(), &path), BatchSize::PerIteration);
    });
    group.bench_function("memory", |b| {
        b.iter_batched(MemoryWriter::new, |writer| walk(&writer, dir.path()), BatchSize::PerIteration);
    });
    if FfmpegWriter::available() {
        group.bench_function("mp4", |b| {
            b.iter_batched(|| dir.path().join("a.mp4"), |p| walk(&FfmpegWriter::new(), &p), BatchSize::PerIteration);
        });
    }
    group.finish();
}

criterion_group!(benches, recordings);
criterion_main!(benches);
