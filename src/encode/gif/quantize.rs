//! Pictures of more colours than a palette holds.

use super::change::Change;
use super::histogram::{Class, Histogram, UNCHANGED, mean};
use super::nearest::Nearest;
use super::repair::{Match, repair};
use super::split::split;
use super::weigh::weigh;

/// One index of the 256 is kept for "as before".
const MAX_QUANTIZED: usize = 255;
/// How many of the commonest colours (background, text, axes) are kept exact.
const PINS: usize = 16;
/// How many places are kept for the colours that are worst off with the others.
const REPAIRS: usize = 8;

/// With more classes than this the colours stay where the cuts put them: it would take too long for what it gains.
const MAX_CENTERED: usize = 1 << 13;

/// Chooses at most 255 colours for the changed pixels of a picture.
///
/// Every picture gets colours of its own. Taking the last ones again while they are good enough was tried: it saved a
/// tenth of the time at most, and lost several decibels.
#[derive(Debug)]
pub(super) struct Quantizer {
    histogram: Histogram,
    palette: Vec<[u8; 3]>,
    /// The classes without the pinned ones.
    others: Vec<Class>,
    matches: Vec<Match>,
    /// The index of each class, and of [`UNCHANGED`].
    indices: Vec<u8>,
}

impl Quantizer {
    pub(super) fn new() -> Self {
        Self {
            histogram: Histogram::new(),
            palette: Vec::new(),
            others: Vec::new(),
            matches: Vec::new(),
            indices: vec![0; 1 << 16],
        }
    }

    /// The colours chosen last, as GIF writes them.
    pub(super) fn bytes(&self) -> Vec<u8> {
        self.palette.as_flattened().to_vec()
    }

    /// Fills `out` with palette indices for the changed region; unchanged pixels get the index after the last colour,
    /// which is returned if there are any.
    ///
    /// Every pixel is mapped from its own colour, never from what is on the screen, so errors do not add up; and a pixel
    /// that did not change keeps what it shows, so nothing flickers.
    pub(super) fn map(&mut self, change: &Change<'_>, out: &mut Vec<u8>) -> Option<u8> {
        self.histogram.count(change);
        self.choose();
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

    /// As [`map`](Self::map), for a picture in which `color` is transparent: `change` is from a picture of nothing else. It
    /// gets index 0, whether it is there or not, and no other index means it.
    pub(super) fn map_beside(&mut self, color: [u8; 3], change: &Change<'_>, out: &mut Vec<u8>) {
        let transparent = self.map(change, out);
        for index in out {
            *index = if Some(*index) == transparent { 0 } else { *index + 1 };
        }
        for mean in &mut self.palette {
            if *mean == color {
                mean[2] ^= 1;
            }
        }
        self.palette.insert(0, color);
    }

    /// Makes a palette for the colours in the histogram, and gives every class its index.
    fn choose(&mut self) {
        let classes = &self.histogram.classes;
        let pins = self.histogram.common(PINS);
        self.palette.clear();
        for i in &pins {
            self.palette.push(classes[usize::from(*i)].color);
        }
        self.others.clear();
        for class in classes {
            if !self.palette.contains(&class.color) {
                self.others.push(*class);
            }
        }
        weigh(&mut self.others);
        self.palette.extend_from_slice(&split(&mut self.others, MAX_QUANTIZED - REPAIRS - pins.len()));

        if classes.len() <= MAX_CENTERED {
            center(classes, &mut self.palette, pins.len());
        }
        let nearest = Nearest::new(&self.palette);
        self.matches.clear();
        for class in classes {
            let (index, distance) = nearest.find(class.color);
            self.matches.push(Match { index, distance });
        }
        repair(classes, &mut self.matches, &mut self.palette, REPAIRS);
        for (found, index) in self.matches.iter().zip(&mut self.indices) {
            *index = found.index;
        }
    }
}

/// One step of Lloyd's iteration: every colour from the `fixed`th on becomes the mean of the pixels that are nearest to it.
/// The cuts were made by what matters, the means are of what is there: 0.2 dB for 4 % of the time.
fn center(classes: &[Class], palette: &mut [[u8; 3]], fixed: usize) {
    let nearest = Nearest::new(palette);
    let mut sums = [(0, [0_u64; 3]); MAX_QUANTIZED];
    for class in classes {
        let (weight, sum) = &mut sums[usize::from(nearest.find(class.color).0)];
        *weight += class.count;
        for (sum, v) in sum.iter_mut().zip(class.color) {
            *sum += class.count * u64::from(v);
        }
    }
    for (color, (weight, sum)) in palette.iter_mut().zip(sums).skip(fixed) {
        if weight > 0 {
            *color = mean(sum, weight);
        }
    }
}
