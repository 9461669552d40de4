//! Pictures of more colours than a palette holds.

use super::change::Change;
use super::histogram::{Class, Histogram, UNCHANGED};
use super::nearest::Nearest;
use super::split::split;

/// One index of the 256 is kept for "as before".
const MAX_QUANTIZED: usize = 255;
/// How many of the commonest colours (background, text, axes) are kept exact.
const PINS: usize = 16;

/// Chooses at most 255 colours for the changed pixels of a picture.
///
/// Every picture gets colours of its own. Taking the last ones again while they are good enough was tried: it saved a
/// tenth of the time at most, and lost several decibels. A step of Lloyd's iteration afterwards gained 0.2 dB, since the
/// boxes are cut between single colours already; it is not worth its time.
#[derive(Debug)]
pub(super) struct Quantizer {
    histogram: Histogram,
    palette: Vec<[u8; 3]>,
    /// The index of each class, and of [`UNCHANGED`].
    indices: Vec<u8>,
}

impl Quantizer {
    pub(super) fn new() -> Self {
        Self { histogram: Histogram::new(), palette: Vec::new(), indices: vec![0; 1 << 16] }
    }

    /// The colours chosen last, as GIF writes them.
    pub(super) fn bytes(&self) -> Vec<u8> {
        self.palette.iter().flatten().copied().collect()
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

    /// Makes a palette for the colours in the histogram, and gives every class its index.
    fn choose(&mut self) {
        let classes = &self.histogram.classes;
        let pins = self.histogram.common(PINS);
        self.palette.clear();
        self.palette.extend(pins.iter().map(|&i| classes[usize::from(i)].color));
        let mut others: Vec<Class> =
            classes.iter().copied().filter(|class| !self.palette.contains(&class.color)).collect();
        self.palette.extend(split(&mut others, MAX_QUANTIZED - pins.len()));

        let nearest = Nearest::new(&self.palette);
        for (class, index) in classes.iter().zip(&mut self.indices) {
            *index = nearest.find(class.color).0;
        }
    }
}
