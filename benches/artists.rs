//! What a frame of every scene of the gallery costs, once it is warm: all its frames in turn, each changed in place and drawn.

#[allow(unreachable_pub)] // they are those of examples/gallery
#[path = "../examples/gallery/scenes/mod.rs"]
mod scenes;

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use grabframe::prelude::*;
use scenes::{SCENES, Scene};

fn artists(c: &mut Criterion) {
    for (name, scene) in SCENES {
        c.bench_function(name, |b| {
            let Scene { mut fig, frames, mut step } = scene();
            let mut renderer = Renderer::new();
            let mut k = 0;
            let mut frame = || {
                step(&mut fig, k);
                k = (k + 1) % frames;
                black_box(renderer.render(&fig));
            };
            // what is made once, and kept
            for _ in 0..frames {
                frame();
            }
            b.iter(&mut frame);
        });
    }
}

criterion_group! {
    name = benches;
    // there are many scenes, and frames differ
    config = Criterion::default().warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(2));
    targets = artists
}
criterion_main!(benches);
