//! Small discs. They are the same polygons as elsewhere, but their sides are shorter than a pixel: each crosses at most one
//! border between columns, and its part in a column at most one border between rows. So nothing is decided side by side,
//! and the compiler does several at a time. The lower half of a disc is the upper one mirrored.
//!
//! The part of a side in a column leaves, in the pixels that it crosses, the area below it that is new in each row; a running
//! sum down the columns then gives the coverage, for all columns of a row at once.

use crate::canvas::blend::{blend_pixels, over_255};
use crate::canvas::frame::Frame;
use crate::canvas::window::P;
use crate::geom::{Clip, Point};
use crate::style::Color;

/// Circles of a smaller radius have sides shorter than a pixel.
pub(super) const LARGEST: f32 = 10.0;
/// The most pixels across, whole lanes: a diameter, and one that is touched.
const STRIDE: usize = 24;
/// What is below the last row is not seen, but rounding may reach there.
const ROWS: usize = 22 + 3;
const LANES: usize = 8;
/// Sides of half a circle, at most.
const SIDES: usize = 32;
/// Parts of them, with room for whole lanes.
const PARTS: usize = 2 * SIDES + LANES;
/// Adding this leaves no bits for a fraction.
const WHOLE: f32 = 8_388_608.0;

/// Rounded down, of small numbers that are not negative.
#[inline(always)]
fn floor(v: f32) -> f32 {
    let near = (v + WHOLE) - WHOLE;
    near - if near > v { 1.0 } else { 0.0 }
}

/// Accumulates circles within a window of pixels that is just large enough. The cells are zeros between two uses.
#[derive(Debug)]
pub(super) struct Discs {
    /// Where the window begins, and how large it is.
    from: (i32, i32),
    size: (usize, usize),
    cells: [f32; STRIDE * ROWS],
    levels: [[i16; LANES]; STRIDE / LANES * ROWS],
    parts: Parts,
    /// The parts of sides that go on into another column.
    others: Parts,
    /// What the parts leave, above the middle and below it.
    shares: [Shares; 2],
}

/// Parts of the sides of half a circle, each in one column.
#[derive(Debug)]
struct Parts {
    column: [f32; PARTS],
    width: [f32; PARTS],
    /// How far its ends are from the middle.
    near: [f32; PARTS],
    far: [f32; PARTS],
}

/// What parts leave in the first row that they touch, and in the next two; and the place of the first.
#[derive(Debug)]
struct Shares {
    first: [f32; PARTS],
    second: [f32; PARTS],
    third: [f32; PARTS],
    place: [f32; PARTS],
}

const NONE: [f32; PARTS] = [0.0; PARTS];

impl Default for Discs {
    fn default() -> Self {
        let parts = || Parts { column: NONE, width: NONE, near: NONE, far: NONE };
        let shares = || Shares { first: NONE, second: NONE, third: NONE, place: NONE };
        Self {
            from: (0, 0),
            size: (0, 0),
            cells: [0.0; STRIDE * ROWS],
            levels: [[0; LANES]; STRIDE / LANES * ROWS],
            parts: parts(),
            others: parts(),
            shares: [shares(), shares()],
        }
    }
}

impl Discs {
    /// Covers what is between circles around a centre, the largest first, or within a single one. A circle is given by its
    /// corners, and begins on the right; the second is reversed.
    pub(super) fn cover<'a>(&mut self, circles: impl Iterator<Item = &'a [Point]>, center: P, reach: f64) {
        let (x, y) = (center.0 - reach, center.1 - reach);
        let (left, top) = (x as i32, y as i32);
        let (x, y) = (center.0 - f64::from(left), center.1 - f64::from(top));
        self.from = (left, top);
        self.size = ((x + reach) as usize + 1, (y + reach) as usize + 1);
        for (i, corners) in circles.enumerate() {
            let count = self.parts.split(&mut self.others, corners, x as f32, i > 0);
            self.parts.share(count, y as f32, -1.0, &mut self.shares[0]);
            self.parts.share(count, y as f32, 1.0, &mut self.shares[1]);
            self.add(count);
        }
        self.sum();
    }

    fn add(&mut self, count: usize) {
        let [above, below] = &self.shares;
        for k in 0..count {
            for shares in [above, below] {
                let place = (shares.place[k].to_bits() & 0xFFFF) as usize;
                if let Some(cells) = self.cells.get_mut(place..).and_then(|c| c.first_chunk_mut::<{ 2 * STRIDE + 1 }>())
                {
                    cells[0] += shares.first[k];
                    cells[STRIDE] += shares.second[k];
                    cells[2 * STRIDE] += shares.third[k];
                }
            }
        }
    }

    /// Afterwards there are levels, and cells of zeros.
    fn sum(&mut self) {
        let (wide, rows) = (self.size.0.next_multiple_of(LANES), self.size.1);
        let mut sums = [0.0_f32; STRIDE];
        let levels = self.levels.as_flattened_mut();
        for (cells, levels) in self.cells.chunks_exact_mut(STRIDE).zip(levels.chunks_exact_mut(STRIDE)).take(rows) {
            for (sum, cell) in sums[..wide].iter_mut().zip(cells) {
                *sum += std::mem::take(cell);
            }
            for (level, sum) in levels[..wide].iter_mut().zip(&sums) {
                let sum = sum.abs();
                *level = ((if sum < 1.0 { sum } else { 1.0 }) * 255.0 + WHOLE).to_bits() as i16;
            }
        }
        self.cells[rows * STRIDE..(rows + 3) * STRIDE].fill(0.0);
    }

    /// The levels of row `row` of a window that begins at zero.
    pub(super) fn row(&self, row: usize, levels: &mut [u8]) {
        levels.fill(0);
        let row = row.wrapping_sub(self.from.1 as usize);
        if row < self.size.1 {
            let from = self.levels.as_flattened()[row * STRIDE..].iter();
            for (level, from) in levels[self.from.0 as usize..][..self.size.0].iter_mut().zip(from) {
                *level = *from as u8;
            }
        }
    }

    /// Blends the levels into the frame, moved by whole pixels, as far as they are `seen`.
    pub(super) fn paint(&self, frame: &mut Frame, by: (i32, i32), seen: Clip, color: Color) {
        let (x, y) = (self.from.0 + by.0, self.from.1 + by.1);
        let (width, height) = (self.size.0 as i32, self.size.1 as i32);
        let seen = seen.intersect(Clip::new(x, y, x + width, y + height));
        if seen.is_empty() {
            return;
        }
        let across = self.size.0.div_ceil(LANES);
        let whole = seen.x0 == x && seen.x1 == x + width && x as usize + across * LANES <= frame.width() as usize;
        let mut pattern = [0; 3 * LANES];
        pattern.as_chunks_mut::<3>().0.fill(color.channels());
        let opacity = u16::from(color.a);
        for row in seen.y0..seen.y1 {
            let pixels = &mut frame.row_mut(row as usize)[seen.x0 as usize * 3..];
            let levels = &self.levels[(row - y) as usize * (STRIDE / LANES)..];
            if !whole {
                let mut bytes = [0; STRIDE];
                for (byte, level) in bytes.iter_mut().zip(levels.as_flattened()) {
                    *byte = *level as u8;
                }
                let bytes = &bytes[(seen.x0 - x) as usize..(seen.x1 - x) as usize];
                blend_pixels(pixels, bytes, color);
                continue;
            }
            for (pixels, levels) in pixels.chunks_mut(3 * LANES).zip(&levels[..across]) {
                if opacity == 255 {
                    blend::<24>(pixels, levels, &pattern);
                } else {
                    let mut share = *levels;
                    for m in &mut share {
                        *m = over_255(*m as u16 * opacity + 128) as i16;
                    }
                    blend::<24>(pixels, &share, &pattern);
                }
            }
        }
    }
}

impl Parts {
    /// Splits the sides of a circle where columns meet, and says how many parts there are.
    #[inline(never)]
    fn split(&mut self, right: &mut Self, corners: &[Point], center: f32, reversed: bool) -> usize {
        let sides = (corners.len() / 2).min(SIDES);
        let (mut x, mut y) = ([0.0; SIDES + 1], [0.0; SIDES + 1]);
        for (k, (x, y)) in x.iter_mut().zip(&mut y).enumerate().take(sides + 1) {
            let p = if reversed { corners[corners.len() - 1 - k] } else { corners[k] };
            (*x, *y) = (p.x + center, p.y);
        }
        (y[0], y[sides]) = (0.0, 0.0);
        let way = if reversed { -1.0 } else { 1.0 };
        for k in 0..sides {
            let (x0, x1, y0, y1) = (x[k + 1], x[k], y[k + 1], y[k]);
            let column = floor(x0);
            let border = column + 1.0;
            let cut = if border < x1 { border } else { x1 };
            let y_cut = y0 + (y1 - y0) * ((cut - x0) / (x1 - x0 + 1e-12));
            self.column[k] = column;
            self.width[k] = (cut - x0) * way;
            self.near[k] = if y0 < y_cut { y0 } else { y_cut };
            self.far[k] = if y0 < y_cut { y_cut } else { y0 };
            right.column[k] = border;
            right.width[k] = (x1 - cut) * way;
            right.near[k] = if y1 < y_cut { y1 } else { y_cut };
            right.far[k] = if y1 < y_cut { y_cut } else { y1 };
        }
        let mut count = sides;
        for k in 0..sides {
            self.column[count] = right.column[k];
            self.width[count] = right.width[k];
            self.near[count] = right.near[k];
            self.far[count] = right.far[k];
            count += usize::from(right.width[k] != 0.0);
        }
        count
    }

    /// What the first parts leave, as far on the other side of the middle: -1 above it, where they add, 1 below.
    #[inline(never)]
    fn share(&self, count: usize, middle: f32, way: f32, shares: &mut Shares) {
        for k in 0..count.next_multiple_of(LANES).min(PARTS) {
            let (near, far) = (middle + way * self.near[k], middle + way * self.far[k]);
            let (top, bottom) = if far < near { (far, near) } else { (near, far) };
            let width = self.width[k] * -way;
            let row = floor(top);
            let per_row = 1.0 / (bottom - top + 1e-12);
            // how far from the lower border of its first row it begins, and how far above or below that it ends
            let into = row + 1.0 - top;
            let end = row + 1.0 - bottom;
            let above = if end > 0.0 { end } else { 0.0 };
            let below = above - end;
            let part = into * per_row;
            let first = width * 0.5 * (into + above) * if part < 1.0 { part } else { 1.0 };
            let third = width * 0.5 * below * below * per_row;
            shares.first[k] = first;
            shares.second[k] = width - first - third;
            shares.third[k] = third;
            shares.place[k] = row * STRIDE as f32 + self.column[k] + WHOLE;
        }
    }
}

/// Blends as many pixels as there are in so many bytes, or to the end of the picture.
#[inline(always)]
#[allow(clippy::needless_range_loop, reason = "several arrays go along")]
fn blend<const BYTES: usize>(pixels: &mut [u8], mask: &[i16; 8], pattern: &[u8; 24]) {
    let Some(pixels) = pixels.first_chunk_mut::<BYTES>() else { return blend_rest(pixels, mask, pattern) };
    let mut out = *pixels;
    for i in 0..BYTES {
        let a = mask[i / 3] as u16;
        out[i] = over_255(u16::from(pixels[i]) * (255 - a) + u16::from(pattern[i]) * a + 128) as u8;
    }
    *pixels = out;
}

#[cold]
fn blend_rest(pixels: &mut [u8], mask: &[i16; 8], &[r, g, b, ..]: &[u8; 24]) {
    let mut bytes = [0; 8];
    for (k, byte) in bytes.iter_mut().enumerate() {
        *byte = mask[k] as u8;
    }
    blend_pixels(pixels, &bytes, Color::rgb(r, g, b));
}
