//! One axis of an image: which cells make which pixel, and how much of the pixel the image covers.

use crate::canvas::blend::{overlap, touched};

/// How an enlarged image looks between the centres of its cells. A shrunken one is always averaged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Filter {
    /// The cell under the pixel's centre.
    #[default]
    Nearest,
    /// Between the two nearest centres, linearly.
    Bilinear,
}

/// For each visible pixel of an axis, the cells that make it and their weights, which add up to one.
#[derive(Debug, Default)]
pub(super) struct Taps {
    /// First visible pixel.
    pub(super) first: i32,
    /// Per pixel, the first cell and where its weights begin; one more at the end.
    pixels: Vec<(u32, u32)>,
    weights: Vec<f64>,
    /// The weights of the pixel at hand.
    one: Vec<f64>,
    /// Share of each pixel that the image covers, 0 to 1.
    pub(super) coverage: Vec<f32>,
    /// Whether every pixel is one cell.
    pub(super) single: bool,
    /// The cells used: from the first to one past the last.
    pub(super) used: (usize, usize),
    /// The pixels, counted from `first`, that are wholly covered.
    pub(super) solid: (usize, usize),
}

impl Taps {
    /// The pixels of `from..to` that an image of `cells` cells from `lo` to `hi` touches.
    pub(super) fn build(
        &mut self,
        (lo, hi): (f32, f32),
        (from, to): (i32, i32),
        cells: usize,
        flip: bool,
        filter: Filter,
    ) {
        self.pixels.clear();
        self.weights.clear();
        self.coverage.clear();
        let (first, end) = touched(lo, hi, from, to);
        self.first = first;
        self.used = (usize::MAX, 0);
        let per_pixel = cells as f64 / (f64::from(hi) - f64::from(lo));
        let shrunk = per_pixel > 1.0 + 1e-6;
        let last = cells - 1;
        let at = |v: f64| ((v - f64::from(lo)) * per_pixel).clamp(0.0, cells as f64);
        let weights = &mut self.one;
        for pixel in first..end {
            weights.clear();
            let x = f64::from(pixel);
            let mut start;
            if shrunk {
                let (a, b) = (at(x), at(x + 1.0));
                start = (a as usize).min(last);
                let stop = (b.ceil() as usize).clamp(start + 1, cells);
                let share = |i: usize| (b.min(i as f64 + 1.0) - a.max(i as f64)).max(0.0);
                let sum = b - a;
                if sum > 0.0 {
                    weights.extend((start..stop).map(|i| share(i) / sum));
                } else {
                    weights.push(1.0);
                }
            } else if filter == Filter::Nearest {
                start = (at(x + 0.5) as usize).min(last);
                weights.push(1.0);
            } else {
                let center = (at(x + 0.5) - 0.5).clamp(0.0, last as f64);
                start = center as usize;
                let right = center - start as f64;
                if right > 0.0 {
                    weights.extend([1.0 - right, right]);
                } else {
                    weights.push(1.0);
                }
            }
            if flip {
                start = cells - start - weights.len();
                weights.reverse();
            }
            self.used = (self.used.0.min(start), self.used.1.max(start + weights.len()));
            self.pixels.push((start as u32, self.weights.len() as u32));
            self.weights.extend_from_slice(weights);
            self.coverage.push(overlap(pixel, lo, hi));
        }
        self.single = self.weights.len() == self.pixels.len();
        self.pixels.push((0, self.weights.len() as u32));
        let solid_from = self.coverage.iter().position(|&c| c == 1.0).unwrap_or(0);
        let solid = self.coverage[solid_from..].iter().take_while(|&&c| c == 1.0).count();
        self.solid = (solid_from, solid_from + solid);
    }

    /// How many pixels are visible.
    pub(super) fn len(&self) -> usize {
        self.coverage.len()
    }

    /// The first cell of pixel `i`, counted from `first`, and the weights from there on.
    #[inline]
    pub(super) fn of(&self, i: usize) -> (usize, &[f64]) {
        let (start, from) = self.pixels[i];
        (start as usize, &self.weights[from as usize..self.pixels[i + 1].1 as usize])
    }
}
