//! What changed between two pictures.

/// A rectangle of whole pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Region {
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
}

/// The rectangle of a new picture that has to be encoded, with the picture that it replaces.
#[derive(Clone, Copy, Debug)]
pub(super) struct Change<'a> {
    /// RGB bytes of the new picture.
    pub(super) new: &'a [u8],
    /// RGB bytes of the one before; `None` for the first, of which every pixel counts as changed.
    pub(super) old: Option<&'a [u8]>,
    /// Width of both, in pixels.
    pub(super) width: usize,
    /// Where they differ.
    pub(super) region: Region,
    /// Whether the screen shows the old picture exactly, so that a pixel may as well be painted again as left alone.
    pub(super) exact: bool,
}

impl<'a> Change<'a> {
    /// Row by row, the bytes of the region in the new picture and in the old one (the new one again if there is none).
    pub(super) fn rows(self) -> impl Iterator<Item = (&'a [u8], &'a [u8])> {
        let Region { x, y, width, height } = self.region;
        let old = self.old.unwrap_or(self.new);
        (y..y + height).map(move |row| {
            let start = (row * self.width + x) * 3;
            (&self.new[start..start + width * 3], &old[start..start + width * 3])
        })
    }
}

/// One pixel of three bytes as a number.
#[inline(always)]
pub(super) fn pack(pixel: &[u8]) -> u32 {
    u32::from_le_bytes([pixel[0], pixel[1], pixel[2], 0])
}

/// The number as a colour again.
pub(super) fn unpack(key: u32) -> [u8; 3] {
    let [r, g, b, _] = key.to_le_bytes();
    [r, g, b]
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
mod tests {
    use super::*;

    #[test]
    fn the_rectangle_is_the_smallest() {
        let (width, height) = (301, 7);
        let old = vec![7_u8; width * height * 3];
        assert!(Region::changed(Some(&old), &old, width).is_none());
        for (x0, y0, x1, y1) in
            [(0, 0, 300, 6), (5, 2, 5, 2), (300, 0, 300, 0), (0, 6, 0, 6), (84, 1, 86, 5), (10, 3, 290, 3)]
        {
            for channel in 0..3 {
                let mut new = old.clone();
                // opposite corners, in both directions
                for (a, b) in [((x0, y0), (x1, y1)), ((x1, y0), (x0, y1))] {
                    let mut new = new.clone();
                    for (x, y) in [a, b] {
                        new[(y * width + x) * 3 + channel] = 8;
                    }
                    let region = Region::changed(Some(&old), &new, width);
                    let want = Region { x: x0, y: y0, width: x1 - x0 + 1, height: y1 - y0 + 1 };
                    assert_eq!(region, Some(want), "channel {channel}");
                }
                new.fill(9);
                let all = Region { x: 0, y: 0, width, height };
                assert_eq!(Region::changed(Some(&old), &new, width), Some(all));
            }
        }
    }

    #[test]
    fn the_first_picture_is_all_new() {
        let new = [1, 2, 3, 4, 5, 6];
        let region = Region::changed(None, &new, 1);
        assert_eq!(region, Some(Region { x: 0, y: 0, width: 1, height: 2 }));
    }
}
