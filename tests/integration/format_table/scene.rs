//! What is recorded: a figure of which everything is known.

use std::collections::BTreeSet;

use grabframe::prelude::*;

pub const WIDTH: u32 = 480;
pub const HEIGHT: u32 = 360;
pub const FRAMES: usize = 30;
/// The frame that shows the same as the one before.
pub const REPEATED: usize = 12;
/// Not a whole number of hundredths or milliseconds a frame, so that formats that count in these have to round.
pub const FPS: u32 = 24;
pub const PATCHES: [[u8; 3]; 4] = [[255, 0, 0], [0, 255, 0], [0, 0, 255], [128, 128, 128]];
pub const WORDS: [(&str, &str); 3] = [("title", "A wave in α"), ("artist", "A. N. Other"), ("comment", "feed = 0.037")];

/// The figure, and what moves in it.
pub struct Scene {
    pub figure: Figure,
    axes: Key<Axes>,
    wave: Key<Line>,
}

impl Scene {
    pub fn new() -> Self {
        let mut figure = Figure::pixels(WIDTH, HEIGHT);
        let axes = figure.add_axes();
        // one unit is one pixel, and the patches begin and end at even ones, as colours of half the resolution do
        figure[axes].set_aspect(Aspect::Auto);
        for (k, color) in PATCHES.iter().enumerate() {
            let patch = ndarray::Array3::from_shape_fn((1, 1, 3), |(_, _, channel)| color[channel]);
            let left = 30.0 + 84.0 * k as f64;
            figure[axes].add(Image::new(&patch).extent(left, left + 44.0, 8.4, 52.4));
        }
        let wave = figure[axes].add(Line::empty().fmt("k-s").markersize(5.0));
        figure[axes].set_xlim(0.0, 372.0).set_ylim(0.0, 277.2);
        // few letters have few shades, too
        figure[axes].set_xticks([0.0, 100.0]).set_yticks([0.0, 100.0]);
        Self { figure, axes, wave }
    }

    /// Shows step `k`.
    pub fn show(figure: &mut impl Show, (axes, wave): (Key<Axes>, Key<Line>), k: usize) {
        let shown = if k == REPEATED { k - 1 } else { k };
        // in steps, whose edges have few shades, so that a frame has no more colours than a GIF
        let x: Vec<f64> = (0..18).map(|i| 46.5 * f64::from(i / 2)).collect();
        let height = |i: u32| 165.0 + 80.0 * (f64::from(i.div_ceil(2)) - 0.25 * shown as f64).sin();
        let y: Vec<f64> = (0..18).map(height).collect();
        figure.line(wave).set_data(&x, &y);
        figure.axes(axes).set_title(format!("step {shown}"));
    }

    pub const fn keys(&self) -> (Key<Axes>, Key<Line>) {
        (self.axes, self.wave)
    }

    /// Every step, drawn without being recorded.
    pub fn stills() -> Vec<Frame> {
        let mut scene = Self::new();
        let keys = scene.keys();
        let draw = |k| {
            Self::show(&mut scene.figure, keys, k);
            scene.figure.render()
        };
        let stills: Vec<Frame> = (0..FRAMES).map(draw).collect();
        for (k, still) in stills.iter().enumerate() {
            let colors: BTreeSet<&[u8]> = still.as_rgb().chunks(3).collect();
            // one is for what is transparent
            assert!(colors.len() <= 255, "step {k} has {} colours, too many for an exact GIF", colors.len());
        }
        assert!(stills[REPEATED] == stills[REPEATED - 1]);
        stills
    }
}

/// A figure, or a recording of it.
pub trait Show {
    fn line(&mut self, key: Key<Line>) -> &mut Line;
    fn axes(&mut self, key: Key<Axes>) -> &mut Axes;
}

impl Show for Figure {
    fn line(&mut self, key: Key<Line>) -> &mut Line {
        &mut self[key]
    }

    fn axes(&mut self, key: Key<Axes>) -> &mut Axes {
        &mut self[key]
    }
}

impl Show for Recording<'_> {
    fn line(&mut self, key: Key<Line>) -> &mut Line {
        &mut self[key]
    }

    fn axes(&mut self, key: Key<Axes>) -> &mut Axes {
        &mut self[key]
    }
}

/// The middle of a patch. It must be of its colour for 20 pixels around.
fn middle(still: &Frame, k: u32) -> (u32, u32) {
    let (x, y) = (60 + 52 + 84 * k, 290);
    let around = |d: u32| [still.pixel(x + d - 20, y), still.pixel(x, y + d - 20)];
    assert!((0..=40).all(|d| around(d) == [PATCHES[k as usize]; 2]), "patch {k} is not at {x}, {y}");
    (x, y)
}

/// By how many levels the patches are off at most, in any channel: the middle and eight places around it.
pub fn patches_off(got: &Frame, still: &Frame) -> u8 {
    let mut worst = 0;
    for (k, color) in (0..).zip(PATCHES) {
        let (x, y) = middle(still, k);
        for (dx, dy) in (0..9).map(|i| (i % 3 * 12, i / 3 * 12)) {
            let pixel = got.pixel(x + dx - 12, y + dy - 12);
            worst = worst.max(pixel.iter().zip(color).map(|(a, b)| a.abs_diff(b)).max().unwrap());
        }
    }
    worst
}
