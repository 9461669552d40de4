//! The masks of small markers, which are made once for each position within a pixel.

use crate::canvas::disc;
use crate::canvas::dots::padded;
use crate::canvas::stamp::{Makers, Stamp};

/// Bytes of masks remembered for one shape.
const MASK_BYTES: usize = 10 << 20;
/// Bytes of one mask: two for each row, saying where it begins and ends; then the coverage of each channel.
pub(super) const fn stamp_len(side: i32) -> usize {
    (side * (2 + side * 3)) as usize
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
            self.covered(layer, makers, (px, py), &mut |row, mask| {
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

    /// The masks at this phase, row by row, for what is drawn from the top down: one for each layer.
    #[inline]
    pub(super) fn rows(&mut self, makers: &mut Makers, px: i32, py: i32) -> &[u8] {
        let slot = ((py << self.phase_bits()) + px) as usize;
        let from = match self.rows.find(slot) {
            Some(from) => from,
            None => self.make_rows(makers, px, py, slot),
        };
        let side = self.side();
        &self.rows.bytes[from..][..side * padded(side) * self.layers()]
    }

    #[cold]
    fn make_rows(&mut self, makers: &mut Makers, px: i32, py: i32, slot: usize) -> usize {
        let side = self.side();
        let (row, phases) = (padded(side), 1_usize << (2 * self.phase_bits()));
        let mut rows = std::mem::take(&mut self.rows);
        let from = rows.add(slot, phases, side * row * self.layers());
        for (layer, bytes) in rows.bytes[from..].chunks_exact_mut(side * row).enumerate() {
            self.covered(layer, makers, (px, py), &mut |k, mask| bytes[k * row..][..side].copy_from_slice(mask));
        }
        self.rows = rows;
        from
    }

    /// Hands each row of what a layer covers at this phase to `take`.
    fn covered(&self, layer: usize, makers: &mut Makers, (px, py): (i32, i32), take: &mut dyn FnMut(usize, &[u8])) {
        self.cover(layer, makers, px, py, self.margin());
        if !self.round {
            return makers.area.take_rows(take);
        }
        let (mut levels, side) = ([0; 2 * disc::LARGEST as usize + 3], self.side());
        for row in 0..side {
            makers.discs.row(row, &mut levels[..side]);
            take(row, &levels[..side]);
        }
    }
}
