//! What changed between two pictures.

use std::ops::Range;

/// A rectangle of whole pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Region {
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) width: usize,
    pub(super) height: usize,
}

impl Region {
    /// The smallest rectangle outside of which a picture equals the one before; all of it for the first picture, `None`
    /// if the two are equal.
    pub(super) fn changed(old: Option<&[u8]>, new: &[u8], width: usize) -> Option<Self> {
        match old {
            Some(old) => bounds(old, new, width),
            None => Some(Self { x: 0, y: 0, width, height: new.len() / (width * 3) }),
        }
    }

    /// How many pixels it holds.
    pub(super) const fn area(self) -> usize {
        self.width * self.height
    }

    /// Where its rows stand in the bytes of a picture that is `width` pixels wide.
    pub(super) fn rows(self, width: usize) -> impl Iterator<Item = Range<usize>> {
        (self.y..self.y + self.height).map(move |row| {
            let start = (row * width + self.x) * 3;
            start..start + self.width * 3
        })
    }

    /// Makes `kept` equal to `new`, from which it differs in this rectangle only, or is empty.
    pub(super) fn keep(self, kept: &mut Vec<u8>, new: &[u8], width: usize) {
        if kept.len() != new.len() {
            kept.clear();
            kept.extend_from_slice(new);
            return;
        }
        for row in self.rows(width) {
            kept[row.clone()].copy_from_slice(&new[row]);
        }
    }
}

/// The smallest rectangle outside of which two pictures are equal.
fn bounds(old: &[u8], new: &[u8], width: usize) -> Option<Region> {
    let stride = width * 3;
    let rows = || old.chunks_exact(stride).zip(new.chunks_exact(stride));
    let top = rows().position(|(a, b)| a != b)?;
    let bottom = rows().rposition(|(a, b)| a != b)?;
    // in bytes; every row can only move the edges outward, so what lies between them is never looked at again
    let (mut left, mut right) = (stride, 0);
    for (a, b) in rows().take(bottom + 1).skip(top) {
        if let Some(at) = first_difference(&a[..left], &b[..left]) {
            left = at;
        }
        if let Some(at) = last_difference(&a[right..], &b[right..]) {
            right += at + 1;
        }
    }
    let (x0, x1) = (left / 3, right.div_ceil(3));
    Some(Region { x: x0, y: top, width: x1 - x0, height: bottom + 1 - top })
}

// slices of this many bytes are compared at once, by the platform's memory comparison
const STEP: usize = 256;

fn first_difference(a: &[u8], b: &[u8]) -> Option<usize> {
    let step = a.chunks(STEP).zip(b.chunks(STEP)).position(|(a, b)| a != b)? * STEP;
    Some(step + a[step..].iter().zip(&b[step..]).position(|(a, b)| a != b)?)
}

fn last_difference(a: &[u8], b: &[u8]) -> Option<usize> {
    let step = a.chunks(STEP).zip(b.chunks(STEP)).rposition(|(a, b)| a != b)? * STEP;
    let end = (step + STEP).min(a.len());
    Some(step + a[step..end].iter().zip(&b[step..end]).rposition(|(a, b)| a != b)?)
}

#[cfg(test)]
mod tests;
