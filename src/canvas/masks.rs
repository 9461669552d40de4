//! The masks of small markers, which are made once for each position within a pixel.

use crate::canvas::disc;
use crate::canvas::dots::padded;
use crate::canvas::stamp::{Makers, Stamp};
use crate::canvas::window::P;

/// Bytes of masks remembered for one shape.
const MASK_BYTES: usize = 10 << 20;
/// Bytes of one mask: two for each row, saying where it begins and ends; then the coverage of each channel.
pub(super) const fn stamp_len(side: i32) -> usize {
    (side * (2 + side * 3)) as usize
}

/// The pixels that a shape may touch, none more.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tight {
    /// Of a position within a pixel.
    pub(super) bits: u32,
    /// From its middle, in such positions.
    pub(super) reach: i32,
    /// Pixels in each direction.
    pub(super) side: usize,
}

/// The masks of a shape that were made.
#[derive(Debug, Default)]
pub(super) struct Masks {
    /// For each phase, one past where its masks begin; 0 if they are not there.
    slots: Vec<u32>,
    pub(super) bytes: Vec<u8>,
}

impl Masks {
    pub(super) const NONE: Self = Self { slots: Vec::new(), bytes: Vec::new() };

    /// Where the masks of a phase, one of so many, begin.
    #[inline(always)]
    fn find(&self, slot: usize) -> Option<usize> {
        self.slots.get(slot).and_then(|from| from.checked_sub(1)).map(|from| from as usize)
    }

    /// Room for the masks of a phase: where it begins.
    fn add(&mut self, slot: usize, phases: usize, len: usize) -> usize {
        self.slots.resize(phases, 0);
        if self.bytes.len() > MASK_BYTES {
            self.slots.fill(0);
            self.bytes.clear();
        }
        let from = self.bytes.len();
        self.slots[slot] = from as u32 + 1;
        self.bytes.resize(from + len, 0);
        from
    }
}

impl Stamp {
    /// Where in `masks` the shape at this phase begins: a mask for each layer.
    pub(super) fn mask(&mut self, makers: &mut Makers, px: i32, py: i32, margin: i32) -> usize {
        let phases = 1_i32 << self.phase_bits();
        let slot = (py * phases + px) as usize;
        if let Some(from) = self.masks.find(slot) {
            return from;
        }
        let (side, len) = (self.side(), stamp_len(2 * margin + 1));
        let mut masks = std::mem::take(&mut self.masks);
        let from = masks.add(slot, (phases * phases) as usize, len * self.layers());
        for (layer, bytes) in masks.bytes[from..].chunks_exact_mut(len).enumerate() {
            let (spans, bytes) = bytes.split_at_mut(side * 2);
            self.covered(layer, makers, (self.center((px, py)), side), &mut |row, mask| {
                let first = mask.iter().position(|&m| m > 0).unwrap_or(0);
                let end = mask.iter().rposition(|&m| m > 0).map_or(0, |i| i + 1);
                (spans[row * 2], spans[row * 2 + 1]) = (first as u8, end as u8);
                for (to, &m) in bytes[row * side * 3..].as_chunks_mut::<3>().0.iter_mut().zip(mask) {
                    *to = [m; 3];
                }
            });
        }
        self.masks = masks;
        from
    }

    /// The window of what is drawn from the top down. It begins where the shape does, so that a row of a small marker is eight pixels.
    pub(super) fn tight(&self) -> Tight {
        let bits = self.phase_bits();
        let phases = 1 << bits;
        let reach = (self.reach() * phases as f32).ceil() as i32;
        Tight { bits, reach, side: ((2 * reach + 2 * phases - 2) / phases) as usize }
    }

    /// The masks at this phase, row by row, for what is drawn from the top down: one for each layer.
    #[inline]
    pub(super) fn rows(&mut self, makers: &mut Makers, tight: &Tight, phase: (i32, i32)) -> &[u8] {
        let slot = ((phase.1 << tight.bits) + phase.0) as usize;
        let from = match self.rows.find(slot) {
            Some(from) => from,
            None => self.make_rows(makers, tight, phase, slot),
        };
        &self.rows.bytes[from..][..tight.side * padded(tight.side) * self.layers()]
    }

    #[cold]
    fn make_rows(&mut self, makers: &mut Makers, tight: &Tight, (px, py): (i32, i32), slot: usize) -> usize {
        let Tight { bits, reach, side } = *tight;
        let row = padded(side);
        let center = |p: i32| f64::from(reach + p) / f64::from(1 << bits);
        let mut rows = std::mem::take(&mut self.rows);
        let from = rows.add(slot, 1_usize << (2 * bits), side * row * self.layers());
        for (layer, bytes) in rows.bytes[from..].chunks_exact_mut(side * row).enumerate() {
            let take = &mut |k: usize, mask: &[u8]| bytes[k * row..][..side].copy_from_slice(mask);
            self.covered(layer, makers, ((center(px), center(py)), side), take);
        }
        self.rows = rows;
        from
    }

    /// Hands each row of what a layer covers, in a window of so many pixels, to `take`.
    fn covered(
        &self,
        layer: usize,
        makers: &mut Makers,
        (center, side): (P, usize),
        take: &mut dyn FnMut(usize, &[u8]),
    ) {
        self.cover(layer, makers, center, side);
        if !self.round {
            return makers.area.take_rows(take);
        }
        let mut levels = [0; 2 * disc::LARGEST as usize + 3];
        for row in 0..side {
            makers.discs.row(row, &mut levels[..side]);
            take(row, &levels[..side]);
        }
    }
}
