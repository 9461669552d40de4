//! Pictures of more colours than a palette holds.

use super::diff::Change;
use super::histogram::{Class, Histogram, UNCHANGED};
use super::nearest::Nearest;
use super::split::{Sums, split};

/// One index of the 256 is kept for "as before".
pub(super) const MAX_QUANTIZED: usize = 255;
/// How many of the commonest colours (background, text, axes) are kept exact.
const PINS: usize = 16;
/// A palette serves the next picture too while the mean squared distance to the pixels' colours is at most this.
const REUSE_ERROR: f64 = 10.0;
/// .. and while no colour is farther off than this (squared): a thin line in a new colour weighs little in the mean.
const REUSE_WORST: u32 = 400;

/// Chooses at most 255 colours for the changed pixels of a picture.
#[derive(Debug)]
pub(super) struct Quantizer {
    histogram: Histogram,
    palette: Vec<[u8; 3]>,
    nearest: Nearest,
    /// The mean squared distance when the palette was made; no other picture is likely to have less.
    error: f64,
    /// The index of each class, and of [`UNCHANGED`].
    indices: Vec<u8>,
}

impl Quantizer {
    pub(super) fn new() -> Self {
        Self {
            histogram: Histogram::new(),
            palette: Vec::new(),
            nearest: Nearest::new(&[]),
            error: f64::INFINITY,
            indices: vec![0; 1 << 16],
        }
    }

    /// The colours in use, at most 255.
    pub(super) fn palette(&self) -> &[[u8; 3]] {
        &self.palette
    }

    /// Fills `out` with palette indices for the changed region; unchanged pixels get the index after the last colour,
    /// which is returned if there are any.
    ///
    /// Every pixel is mapped from its own colour, never from what is on the screen, so errors do not add up; and a pixel
    /// that did not change keeps what it shows, so nothing flickers.
    pub(super) fn map(&mut self, change: &Change<'_>, out: &mut Vec<u8>) -> Option<u8> {
        self.histogram.count(change);
        let pins: Vec<[u8; 3]> =
            self.histogram.common(PINS).into_iter().map(|i| self.histogram.classes[usize::from(i)].color).collect();
        if !self.reuse(&pins) {
            self.choose(&pins);
        }
        let transparent = self.palette.len() as u8;
        self.indices[usize::from(UNCHANGED)] = transparent;
        let mut any_unchanged = false;
        out.clear();
        out.extend(self.histogram.pixels.iter().map(|&class| {
            any_unchanged |= class == UNCHANGED;
            self.indices[usize::from(class)]
        }));
        any_unchanged.then_some(transparent)
    }

    /// Takes the last palette again, if it is good enough.
    fn reuse(&mut self, pins: &[[u8; 3]]) -> bool {
        let exact = self.histogram.exact == self.histogram.classes.len();
        self.error <= REUSE_ERROR && exact && pins.iter().all(|pin| self.palette.contains(pin)) && {
            let (mean, worst) = self.assign();
            mean <= REUSE_ERROR && worst <= REUSE_WORST
        }
    }

    /// Makes a palette for the colours in the histogram.
    fn choose(&mut self, pins: &[[u8; 3]]) {
        let mut others: Vec<Class> =
            self.histogram.classes.iter().copied().filter(|class| !pins.contains(&class.color)).collect();
        self.palette.clear();
        self.palette.extend_from_slice(pins);
        self.palette.extend(split(&mut others, MAX_QUANTIZED - pins.len()));
        self.nearest = Nearest::new(&self.palette);

        // one step of Lloyd's: each colour moves to the mean of what is nearest to it
        let mut sums = vec![Sums::default(); self.palette.len()];
        for &class in &self.histogram.classes {
            sums[usize::from(self.nearest.find(class.color).0)].add(class);
        }
        for (color, sum) in self.palette.iter_mut().zip(sums).skip(pins.len()) {
            if !sum.is_empty() {
                *color = sum.mean();
            }
        }
        self.nearest = Nearest::new(&self.palette);
        self.error = self.assign().0;
    }

    /// Gives every class its nearest colour, and returns the mean squared distance and the largest.
    fn assign(&mut self) -> (f64, u32) {
        let (mut weight, mut error, mut worst) = (0_u64, 0_u64, 0);
        for (class, index) in self.histogram.classes.iter().zip(&mut self.indices) {
            let (nearest, distance) = self.nearest.find(class.color);
            *index = nearest;
            weight += class.count;
            error += class.count * u64::from(distance);
            worst = worst.max(distance);
        }
        (error as f64 / weight.max(1) as f64, worst)
    }
}
