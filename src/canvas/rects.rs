//! Rectangles with level sides, as one shape: bars, cells, histograms.
//!
//! What each covers of its columns changes in few rows: where it begins and ends. These changes, in whole numbers, are left
//! in the rows where they happen, and a running sum down the columns gives the coverage, for all columns of a row at once.

use crate::canvas::blend::{blend_row, visible};
use crate::canvas::frame::Frame;
use crate::geom::{Clip, Point, Rect};
use crate::style::Color;

/// What a pixel counts that is covered wholly.
const WHOLE: i32 = 1 << 16;
/// So many may lie over each other without the sum being too large.
pub(super) const MOST: usize = 32_767;

/// What is used again. All zeros between two uses.
#[derive(Debug, Default)]
pub(super) struct Rects {
    /// Changes of coverage, row by row.
    cells: Vec<i32>,
    /// Whether a row has any.
    changed: Vec<bool>,
    sums: Vec<i32>,
    mask: Vec<u8>,
    /// What a rectangle covers of each of its columns.
    shares: Vec<f32>,
}

/// The rectangle that a polygon is, if it is one with level sides, and whether it goes round to the right.
pub(super) fn rect(ring: &[Point]) -> Option<(Rect, bool)> {
    let &[a, b, c, d] = ring else { return None };
    let level = |a: Point, b: Point, c: Point, d: Point| a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x;
    let flat = level(a, b, c, d);
    (flat || level(b, c, d, a)).then(|| {
        let right = if flat { (b.x > a.x) == (c.y > b.y) } else { (c.x > b.x) == (b.y < a.y) };
        (Rect { x0: a.x.min(c.x), x1: a.x.max(c.x), y0: a.y.min(c.y), y1: a.y.max(c.y) }, right)
    })
}

impl Rects {
    /// Fills rectangles; pixels are covered by the sum of their areas, and once at most.
    pub(super) fn fill(&mut self, frame: &mut Frame, window: Clip, rects: impl Iterator<Item = Rect>, color: Color) {
        debug_assert_eq!(visible(frame, window), window);
        let (width, height) = ((window.x1 - window.x0) as usize, (window.y1 - window.y0) as usize);
        // what ends with the window is taken back in a row below
        let cells = width * (height + 1);
        if self.cells.len() < cells {
            self.cells.resize(cells, 0);
        }
        self.changed.clear();
        self.changed.resize(height + 1, false);
        for rect in rects {
            self.add(window, rect);
        }
        self.sums.clear();
        self.sums.resize(width, 0);
        self.mask.clear();
        self.mask.resize(width, 0);
        for (y, row) in (window.y0..window.y1).zip(self.cells.chunks_exact_mut(width)) {
            if self.changed[(y - window.y0) as usize] {
                for ((sum, cell), mask) in self.sums.iter_mut().zip(row).zip(&mut self.mask) {
                    *sum += *cell;
                    *cell = 0;
                    *mask = (((*sum).min(WHOLE) * 255 + WHOLE / 2) >> 16) as u8;
                }
            }
            let pixels = &mut frame.row_mut(y as usize)[window.x0 as usize * 3..window.x1 as usize * 3];
            blend_row(pixels, &self.mask, color);
        }
        self.cells[width * height..cells].fill(0);
    }

    fn add(&mut self, window: Clip, Rect { x0, x1, y0, y1 }: Rect) {
        let (width, height) = (window.x1 - window.x0, window.y1 - window.y0);
        let near = |v: f32, from: i32, most: i32| (v - from as f32).clamp(0.0, most as f32);
        let (x0, x1) = (near(x0, window.x0, width), near(x1, window.x0, width));
        let (y0, y1) = (near(y0, window.y0, height), near(y1, window.y0, height));
        if x0 >= x1 || y0 >= y1 {
            return;
        }
        let share = |i: i32, lo: f32, hi: f32| hi.min(i as f32 + 1.0) - lo.max(i as f32);
        let end = |v: f32| v as i32 + i32::from(v as i32 as f32 != v);
        self.shares.clear();
        self.shares.extend((x0 as i32..end(x1)).map(|x| share(x, x0, x1) * WHOLE as f32));
        let (first, last) = (y0 as i32, end(y1));
        let (mut before, mut next) = (0.0, first);
        // in between nothing changes
        for y in [first, first + 1, last - 1, last] {
            if y < next {
                continue;
            }
            next = y + 1;
            let now = if y < last { share(y, y0, y1) } else { 0.0 };
            if now == before {
                continue;
            }
            let row = &mut self.cells[y as usize * width as usize + x0 as usize..];
            for (cell, share) in row.iter_mut().zip(&self.shares) {
                *cell += (share * now + 0.5) as i32 - (share * before + 0.5) as i32;
            }
            self.changed[y as usize] = true;
            before = now;
        }
    }
}
