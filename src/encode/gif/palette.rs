//! Palettes that hold every colour exactly, and the mapping of a picture onto one.

use super::change::{Change, pack, unpack};

/// The most colours that a GIF palette holds.
pub(super) const MAX_COLORS: usize = 256;

const SLOTS_LOG2: u32 = 10;

/// Up to 256 colours in the order in which they came, found again by hashing.
#[derive(Debug)]
pub(super) struct Palette {
    keys: Vec<u32>,
    // index + 1 of the colour, 0 for a free slot; linear probing
    slots: Vec<u16>,
}

impl Palette {
    fn new() -> Self {
        Self { keys: Vec::with_capacity(MAX_COLORS), slots: vec![0; 1 << SLOTS_LOG2] }
    }

    /// A palette that begins with `color`, if there is one.
    pub(super) fn beginning(color: Option<[u8; 3]>) -> Self {
        let mut palette = Self::new();
        if let Some(color) = color {
            palette.index(pack(&color));
        }
        palette
    }

    pub(super) fn len(&self) -> usize {
        self.keys.len()
    }

    /// Forgets all but the first `len` colours.
    pub(super) fn truncate(&mut self, len: usize) {
        if len < self.keys.len() {
            self.keys.truncate(len);
            self.slots.fill(0);
            for i in 0..len {
                let slot = self.slot(self.keys[i]);
                self.slots[slot] = i as u16 + 1;
            }
        }
    }

    /// The colours from `from` on, as GIF writes them.
    pub(super) fn bytes(&self, from: usize) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(3 * (self.keys.len() - from));
        for key in &self.keys[from..] {
            bytes.extend_from_slice(&unpack(*key));
        }
        bytes
    }

    /// The place of a colour, which is added if it is new; `None` if there is no room.
    #[inline]
    fn index(&mut self, key: u32) -> Option<u8> {
        let slot = self.slot(key);
        if self.slots[slot] == 0 {
            if self.keys.len() == MAX_COLORS {
                return None;
            }
            self.keys.push(key);
            self.slots[slot] = self.keys.len() as u16;
        }
        Some((self.slots[slot] - 1) as u8)
    }

    /// The slot that holds `key`, or the free one where it belongs. There is always one: slots are four times the colours.
    #[inline]
    fn slot(&self, key: u32) -> usize {
        let mask = (1 << SLOTS_LOG2) - 1;
        let mut slot = (key.wrapping_mul(0x9E37_79B1) >> (32 - SLOTS_LOG2)) as usize;
        loop {
            let taken = self.slots[slot & mask];
            if taken == 0 || self.keys[usize::from(taken) - 1] == key {
                return slot & mask;
            }
            slot += 1;
        }
    }

    /// Fills `out` with the palette indices of the changed region, adding new colours to the palette, and returns the
    /// index that means "as before" (if any pixel needs it). `None` if the colours do not fit; the palette then has some
    /// colours too many, which [`truncate`](Self::truncate) removes.
    ///
    /// Once there is a picture before, the palette grows to 255 colours only, so that such an index is left.
    pub(super) fn map(&mut self, change: &Change<'_>, out: &mut Vec<u8>) -> Option<Option<u8>> {
        if change.old.is_none() || self.len() == MAX_COLORS {
            return self.map_all(change, out).then_some(None);
        }
        out.clear();
        out.resize(change.region.area(), 0);
        self.map_changed(change, out)
    }

    /// As [`map`](Self::map), but every pixel of the region, whether it changed or not, gets the index of its colour: all
    /// 256 places can be colours. False if they do not fit.
    pub(super) fn map_all(&mut self, change: &Change<'_>, out: &mut Vec<u8>) -> bool {
        out.clear();
        out.resize(change.region.area(), 0);
        let (mut last_key, mut last) = (u32::MAX, 0);
        for ((new, _), out) in change.rows().zip(out.chunks_exact_mut(change.region.width)) {
            for (new, out) in new.chunks_exact(3).zip(out) {
                let key = pack(new);
                if key != last_key {
                    let Some(index) = self.index(key) else { return false };
                    (last_key, last) = (key, index);
                }
                *out = last;
            }
        }
        true
    }

    /// Maps the changed pixels; the others become transparent, or repeat the index to their left where that shows what
    /// is there already: whichever continues a run, because runs are what LZW makes short. `None` if there are more than
    /// 255 colours, so that no index is left to be the transparent one.
    fn map_changed(&mut self, change: &Change<'_>, out: &mut [u8]) -> Option<Option<u8>> {
        const SAME: u8 = u8::MAX;
        let (mut last_key, mut last_index) = (u32::MAX, 0);
        let mut last = SAME;
        let mut any_same = false;
        for ((new, old), out) in change.rows().zip(out.chunks_exact_mut(change.region.width)) {
            for ((new, old), out) in new.chunks_exact(3).zip(old.chunks_exact(3)).zip(out) {
                let key = pack(new);
                if key == pack(old) {
                    if last == SAME || key != last_key || !change.exact {
                        last = SAME;
                        any_same = true;
                    }
                } else {
                    if key != last_key {
                        (last_key, last_index) = (key, self.index(key).filter(|&index| index != SAME)?);
                    }
                    last = last_index;
                }
                *out = last;
            }
        }
        if !any_same {
            return Some(None);
        }
        // the first index that is no colour: small numbers make short codes
        let transparent = self.len() as u8;
        if transparent != SAME {
            for index in out {
                *index = if *index == SAME { transparent } else { *index };
            }
        }
        Some(Some(transparent))
    }
}
