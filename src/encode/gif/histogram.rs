//! Which colours the changed pixels have, and how often.

use super::change::{Change, pack, unpack};
use crate::order::order;

/// Colours are counted one by one up to this many; beyond, in bins.
const EXACT_LIMIT: usize = 1 << 14;
/// Bins of 8 x 8 x 16 levels: blue is the channel in which the eye sees least.
const BINS: usize = 32 * 32 * 16;
const SLOTS_LOG2: u32 = 15;
/// A pixel that did not change has this instead of a class.
pub(super) const UNCHANGED: u16 = u16::MAX;

/// One colour, or the mean of a bin, and how many changed pixels have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Class {
    pub(super) color: [u8; 3],
    pub(super) count: u64,
}

/// The colours of the changed pixels as classes, and the class of each pixel of the region.
#[derive(Debug)]
pub(super) struct Histogram {
    pub(super) classes: Vec<Class>,
    /// For every pixel of the region the index of its class, or [`UNCHANGED`].
    pub(super) pixels: Vec<u16>,
    /// The first so many classes (after [`count`](Self::count)) are single colours; the others may be means of bins.
    pub(super) exact: usize,
    slots: Vec<u64>,
}

impl Histogram {
    pub(super) fn new() -> Self {
        Self { classes: Vec::new(), pixels: Vec::new(), exact: 0, slots: vec![0; 1 << SLOTS_LOG2] }
    }

    /// Counts the colours of the changed pixels. Where they are very many, only those in `pins` of a sample stay single.
    pub(super) fn count(&mut self, change: &Change<'_>) {
        self.pixels.clear();
        self.pixels.resize(change.region.area(), UNCHANGED);
        if self.count_colors(change) {
            self.exact = self.classes.len();
        } else {
            self.count_bins(change);
        }
    }

    /// How many pixels changed.
    pub(super) fn total(&self) -> u64 {
        self.classes.iter().map(|class| class.count).sum()
    }

    /// The classes that are single colours and that more than one pixel in 1024 has, the commonest first, at most `limit`.
    pub(super) fn common(&self, limit: usize) -> Vec<u16> {
        let total = self.total();
        let mut common = Vec::new();
        for (i, class) in self.classes[..self.exact].iter().enumerate() {
            if class.count * 1024 > total {
                common.push(i as u16);
            }
        }
        // the colour decides between equals, so that the order does not hang on where the pixels are
        let order = order(common.len(), &|a, b| {
            let [a, b] = [&self.classes[usize::from(common[a])], &self.classes[usize::from(common[b])]];
            b.count.cmp(&a.count).then(a.color.cmp(&b.color))
        });
        let mut commonest = Vec::new();
        for k in order.into_iter().take(limit) {
            commonest.push(common[k]);
        }
        commonest
    }

    fn reset(&mut self) {
        self.classes.clear();
        self.slots.fill(0);
    }

    /// Every colour a class of its own. False if there are too many.
    fn count_colors(&mut self, change: &Change<'_>) -> bool {
        self.reset();
        let fresh = change.old.is_none();
        let (mut last_key, mut last) = (u32::MAX, 0_u16);
        let mut run = 0_u64;
        for ((new, old), out) in change.rows().zip(self.pixels.chunks_exact_mut(change.region.width)) {
            for ((new, old), out) in new.chunks_exact(3).zip(old.chunks_exact(3)).zip(out) {
                let key = pack(new);
                if key == pack(old) && !fresh {
                    *out = UNCHANGED;
                    continue;
                }
                if key != last_key {
                    if let Some(class) = self.classes.get_mut(usize::from(last)) {
                        class.count += run;
                    }
                    run = 0;
                    let Some(class) = class_of(&mut self.slots, &mut self.classes, key) else { return false };
                    (last_key, last) = (key, class);
                }
                run += 1;
                *out = last;
            }
        }
        if let Some(class) = self.classes.get_mut(usize::from(last)) {
            class.count += run;
        }
        true
    }

    /// Common colours, found in a sample, as classes of their own; all others by bins.
    fn count_bins(&mut self, change: &Change<'_>) {
        self.sample(change);
        let mut pins = Pins::new();
        let common = self.common(Pins::MOST);
        let mut colors = Vec::with_capacity(common.len());
        for i in common {
            colors.push(self.classes[usize::from(i)].color);
        }
        self.classes.clear();
        for color in colors {
            pins.insert(pack(&color), self.classes.len() as u16);
            self.classes.push(Class { color, count: 0 });
        }
        self.exact = self.classes.len();

        let mut sums: Vec<[u64; 3]> = vec![[0; 3]; self.exact];
        let mut bins = vec![UNCHANGED; BINS];
        let fresh = change.old.is_none();
        let (mut last_key, mut last) = (u32::MAX, 0_usize);
        for ((new, old), out) in change.rows().zip(self.pixels.chunks_exact_mut(change.region.width)) {
            for ((new, old), out) in new.chunks_exact(3).zip(old.chunks_exact(3)).zip(out) {
                let key = pack(new);
                if key == pack(old) && !fresh {
                    *out = UNCHANGED;
                    continue;
                }
                if key != last_key {
                    last = match pins.find(key) {
                        Some(class) => usize::from(class),
                        None => {
                            let bin = bin(new);
                            if bins[bin] == UNCHANGED {
                                bins[bin] = self.classes.len() as u16;
                                self.classes.push(Class { color: [0; 3], count: 0 });
                                sums.push([0; 3]);
                            }
                            usize::from(bins[bin])
                        }
                    };
                    last_key = key;
                }
                self.classes[last].count += 1;
                for (sum, &v) in sums[last].iter_mut().zip(new) {
                    *sum += u64::from(v);
                }
                *out = last as u16;
            }
        }
        for (class, sum) in self.classes.iter_mut().zip(sums).skip(self.exact) {
            class.color = mean(sum, class.count);
        }
    }

    /// Counts the colours of evenly spaced changed pixels, as many as can be told apart.
    fn sample(&mut self, change: &Change<'_>) {
        self.reset();
        let fresh = change.old.is_none();
        let step = change.region.area() / EXACT_LIMIT + 1;
        let mut skip = 0;
        for (new, old) in change.rows() {
            for (new, old) in new.chunks_exact(3).zip(old.chunks_exact(3)).skip(skip).step_by(step) {
                if (fresh || pack(new) != pack(old))
                    && let Some(class) = class_of(&mut self.slots, &mut self.classes, pack(new))
                {
                    self.classes[usize::from(class)].count += 1;
                }
            }
            // another column in every row
            skip = (skip + 7) % step;
        }
        self.exact = self.classes.len();
    }
}

/// The mean of `count` colours, at least one, whose channels have these sums, rounded to the nearest levels.
pub(super) fn mean(sums: [u64; 3], count: u64) -> [u8; 3] {
    let level = |sum: u64| ((sum * 2 + count) / (count * 2)) as u8;
    [level(sums[0]), level(sums[1]), level(sums[2])]
}

/// Which bin a colour falls into.
#[inline]
fn bin(pixel: &[u8]) -> usize {
    usize::from(pixel[0] >> 3) << 9 | usize::from(pixel[1] >> 3) << 4 | usize::from(pixel[2] >> 4)
}

/// A few colours that stay single among bins.
struct Pins {
    // key, and class in the upper half; u64::MAX is free
    slots: [u64; 256],
}

impl Pins {
    /// A quarter of the slots, so that nearly every search ends at its first.
    const MOST: usize = 64;

    const fn new() -> Self {
        Self { slots: [u64::MAX; 256] }
    }

    #[inline]
    fn find(&self, key: u32) -> Option<u16> {
        let entry = self.slots[self.slot(key)];
        (entry != u64::MAX).then_some((entry >> 32) as u16)
    }

    fn insert(&mut self, key: u32, class: u16) {
        self.slots[self.slot(key)] = u64::from(class) << 32 | u64::from(key);
    }

    /// The slot that holds `key`, or the free one where it belongs.
    #[inline]
    fn slot(&self, key: u32) -> usize {
        let mut slot = (key.wrapping_mul(0x9E37_79B1) >> 24) as usize;
        while self.slots[slot] != u64::MAX && self.slots[slot] as u32 != key {
            slot = (slot + 1) & 255;
        }
        slot
    }
}

/// The class in the table, or the free slot where it belongs. A slot holds key and class + 1; 0 is free.
#[inline]
fn find(slots: &[u64], key: u32) -> Result<u16, usize> {
    let mask = (1 << SLOTS_LOG2) - 1;
    let mut slot = (key.wrapping_mul(0x9E37_79B1) >> (32 - SLOTS_LOG2)) as usize;
    loop {
        let entry = slots[slot & mask];
        if entry == 0 {
            return Err(slot & mask);
        }
        if (entry >> 16) as u32 == key {
            return Ok((entry as u16) - 1);
        }
        slot += 1;
    }
}

/// The class of a colour, which is added if it is new; `None` if there are too many.
#[inline]
fn class_of(slots: &mut [u64], classes: &mut Vec<Class>, key: u32) -> Option<u16> {
    match find(slots, key) {
        Ok(class) => Some(class),
        Err(_) if classes.len() == EXACT_LIMIT => None,
        Err(slot) => {
            let class = classes.len() as u16;
            classes.push(Class { color: unpack(key), count: 0 });
            slots[slot] = u64::from(key) << 16 | u64::from(class + 1);
            Some(class)
        }
    }
}

#[cfg(test)]
mod tests;
