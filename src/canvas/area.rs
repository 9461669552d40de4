//! Exact areas: how much of each pixel a polygon covers.
//!
//! Every edge leaves, in the pixels that it crosses, the signed area to its right; a running sum along each row then
//! gives the coverage. The result is exact for any polygon that does not overlap itself. Where parts of the same
//! orientation overlap the sum is cut at one, so the inside is filled by the nonzero rule, as Agg does it; or it is folded
//! between zero and one, which is the rule of odd numbers.

use crate::canvas::blend::{blend_row, times, visible};
use crate::canvas::frame::{Frame, mix};
use crate::canvas::rounding::up;
use crate::canvas::window::P;
use crate::geom::{Clip, Point};
use crate::style::{Color, FillRule};

/// Rows up to so wide, in pixels, are blended as they are summed up.
const NARROW: usize = 32;
/// So many cells are looked at together.
const LANES: usize = 16;

/// Accumulates the edges of closed polygons within a window of pixels. All zeros between two uses.
#[derive(Debug, Default)]
pub(crate) struct Area {
    window: Clip,
    width: usize,
    height: usize,
    stride: usize,
    cells: Vec<f32>,
    /// First and one past the last touched cell of each row.
    extents: Vec<(u32, u32)>,
    mask: Vec<u8>,
    rule: FillRule,
}

impl Area {
    /// Starts a new shape. Only pixels of `window` are computed.
    pub(super) fn begin(&mut self, window: Clip) {
        self.window = window;
        self.rule = FillRule::NonZero;
        self.width = (window.x1 - window.x0).max(0) as usize;
        self.height = (window.y1 - window.y0).max(0) as usize;
        // An edge that ends on the right border reaches two cells past the last pixel.
        self.stride = self.width + 2;
        let cells = self.stride * self.height;
        if self.cells.len() < cells {
            self.cells.resize(cells, 0.0);
        }
        self.extents.clear();
        self.extents.resize(self.height, (u32::MAX, 0));
    }

    /// What is inside of the shape at hand. Default: what it goes around at all.
    pub(super) fn set_rule(&mut self, rule: FillRule) {
        self.rule = rule;
    }

    /// Adds the edges of a closed polygon, the last point joined to the first. Points that are not finite are left out.
    pub(super) fn polygon(&mut self, points: &[Point], offset: P) {
        let mut finite = points.iter().filter(|p| p.is_finite());
        let Some(first) = finite.next() else { return };
        let at = |p: &Point| (f64::from(p.x) + offset.0, f64::from(p.y) + offset.1);
        let mut last = at(first);
        for p in finite {
            let p = at(p);
            self.edge(last, p);
            last = p;
        }
        self.edge(last, at(first));
    }

    /// Adds one edge. A shape's edges must close.
    pub(super) fn edge(&mut self, a: (f64, f64), b: (f64, f64)) {
        let (ox, oy) = (f64::from(self.window.x0), f64::from(self.window.y0));
        let (w, h) = (self.width as f64, self.height as f64);
        let (ax, ay, bx, by) = (a.0 - ox, a.1 - oy, b.0 - ox, b.1 - oy);
        if ay == by || (ay <= 0.0 && by <= 0.0) || (ay >= h && by >= h) || (ax >= w && bx >= w) {
            return;
        }
        let (dir, x0, y0, x1, y1) = if ay < by { (1.0, ax, ay, bx, by) } else { (-1.0, bx, by, ax, ay) };
        if x0.min(x1) >= 0.0 && x0.max(x1) <= w && y0 >= 0.0 && y1 <= h {
            return self.inside(x0 as f32, y0 as f32, x1 as f32, y1 as f32, dir);
        }
        let slope = (x1 - x0) / (y1 - y0);
        let x_at = |y: f64| (x0 + (y - y0) * slope).clamp(x0.min(x1), x0.max(x1));
        let (top, bottom) = (y0.max(0.0), y1.min(h));
        let (xt, xb) = (if top == y0 { x0 } else { x_at(top) }, if bottom == y1 { x1 } else { x_at(bottom) });
        if xt >= 0.0 && xb >= 0.0 && xt <= w && xb <= w {
            return self.inside(xt as f32, top as f32, xb as f32, bottom as f32, dir);
        }
        // Left of the window an edge still counts for everything to its right; right of it, for nothing.
        let y_at = |x: f64| (y0 + (x - x0) / slope).clamp(top, bottom);
        let (y_left, y_right) = (y_at(0.0), y_at(w));
        let mut cuts = [top, y_left.min(y_right), y_left.max(y_right), bottom];
        if slope == 0.0 {
            cuts = [top, top, top, bottom];
        }
        for pair in cuts.windows(2) {
            let (ya, yb) = (pair[0], pair[1]);
            if ya >= yb {
                continue;
            }
            if x_at((ya + yb) / 2.0) < w {
                self.inside(x_at(ya).clamp(0.0, w) as f32, ya as f32, x_at(yb).clamp(0.0, w) as f32, yb as f32, dir);
            }
        }
    }

    /// An edge within the window, going down.
    fn inside(&mut self, x0: f32, y0: f32, x1: f32, y1: f32, dir: f32) {
        if y1 <= y0 {
            return;
        }
        let (first, end) = (y0 as i32, up(y1).min(self.height as i32));
        if x0 == x1 {
            return self.upright(x0, (y0, y1), (first, end), dir);
        }
        let slope = (x1 - x0) / (y1 - y0);
        let (lo, hi) = (x0.min(x1), x0.max(x1));
        if end == first + 1 {
            return self.cell_row(first, lo, hi, (y1 - y0) * dir);
        }
        let mut x = x0;
        for row in first..end {
            let bottom = (row as f32 + 1.0).min(y1);
            let dy = bottom - (row as f32).max(y0);
            let next = if bottom == y1 { x1 } else { (x0 + (bottom - y0) * slope).clamp(lo, hi) };
            self.cell_row(row, x.min(next), x.max(next), dy * dir);
            x = next;
        }
    }

    /// An edge that stands upright, as those of bars, in these rows.
    fn upright(&mut self, x: f32, (y0, y1): (f32, f32), (first, end): (i32, i32), dir: f32) {
        let column = x as i32;
        let into = x - column as f32;
        let mut at = first as usize * self.stride + column as usize;
        for row in first..end {
            let d = ((row as f32 + 1.0).min(y1) - (row as f32).max(y0)) * dir;
            let extent = &mut self.extents[row as usize];
            *extent = (extent.0.min(column as u32), extent.1.max(column as u32 + 2));
            if let Some([a, b]) = self.cells[at..].first_chunk_mut() {
                let share = d * into;
                *a += d - share;
                *b += share;
            }
            at += self.stride;
        }
    }

    /// The part of an edge in one row: it crosses from `x0` to `x1` and has the signed height `d`.
    #[inline(always)]
    fn cell_row(&mut self, row: i32, x0: f32, x1: f32, d: f32) {
        let (first, row) = (x0 as i32, row as usize);
        let end = up(x1).max(first + 1);
        let extent = &mut self.extents[row];
        *extent = (extent.0.min(first as u32), extent.1.max(end as u32 + 1));
        let from = row * self.stride + first as usize;
        if end == first + 1 {
            let share = d * (0.5 * (x0 + x1) - first as f32);
            if let Some([a, b]) = self.cells[from..].first_chunk_mut() {
                *a += d - share;
                *b += share;
            }
            return;
        }
        let cells = &mut self.cells[from..=row * self.stride + end as usize];
        // The edge crosses several pixels: the area to its right grows as a square, then linearly, then as a square.
        let per_pixel = 1.0 / (x1 - x0);
        let into = 1.0 - (x0 - first as f32);
        let out = x1 - (end - 1) as f32;
        let mut before = 0.0;
        let n = cells.len();
        for (k, cell) in cells[..n - 2].iter_mut().enumerate() {
            let reach = into + k as f32;
            let covered = if k == 0 { 0.5 * per_pixel * into * into } else { per_pixel * (reach - 0.5) };
            *cell += d * (covered - before);
            before = covered;
        }
        let rest = 0.5 * per_pixel * out * out;
        let covered = 1.0 - rest;
        cells[n - 2] += d * (covered - before);
        cells[n - 1] += d * rest;
    }

    /// Coverage of row `row` of the window, 0 to 255; leaves zeros behind. `None` if nothing touched it.
    fn sweep(&mut self, row: usize) -> Option<&mut [u8]> {
        let (lo, hi) = (self.extents[row].0 as usize, self.extents[row].1 as usize);
        if lo >= self.width || lo >= hi {
            // Edges on the right border cover nothing, but their cells must go.
            if lo < hi {
                self.cells[row * self.stride + lo..row * self.stride + hi].fill(0.0);
            }
            return None;
        }
        self.mask.clear();
        self.mask.resize(self.width, 0);
        let cells = &mut self.cells[row * self.stride..(row + 1) * self.stride];
        let odd = self.rule == FillRule::EvenOdd;
        let level = |sum: f32| {
            let sum = if odd { 1.0 - (sum.abs() % 2.0 - 1.0).abs() } else { sum.abs().min(1.0) };
            (sum * 255.0 + 0.5) as u8
        };
        let mut sum = 0.0_f32;
        let mut now = 0;
        let stop = hi.min(self.width);
        for (cells, mask) in cells[lo..stop].chunks_mut(LANES).zip(self.mask[lo..stop].chunks_mut(LANES)) {
            // Between the edges of a shape nothing changes.
            if cells.iter().fold(0, |all, cell| all | cell.to_bits()) == 0 {
                mask.fill(now);
                continue;
            }
            for (cell, mask) in cells.iter_mut().zip(mask) {
                if *cell != 0.0 {
                    sum += *cell;
                    *cell = 0.0;
                    now = level(sum);
                }
                *mask = now;
            }
        }
        cells[stop..hi.max(stop)].fill(0.0);
        self.mask[stop..].fill(now);
        Some(&mut self.mask)
    }

    /// Blends the shape into the frame and forgets it.
    pub(super) fn paint(&mut self, frame: &mut Frame, color: Color) {
        self.paint_moved(frame, (0, 0), self.window, color);
    }

    /// The same, moved by whole pixels, and only what is then within `clip`.
    pub(super) fn paint_moved(&mut self, frame: &mut Frame, by: (i32, i32), clip: Clip, color: Color) {
        debug_assert_eq!(visible(frame, clip), clip);
        let (left, top) = (self.window.x0 + by.0, self.window.y0 + by.1);
        let (right, bottom) = (left + self.width as i32, top + self.height as i32);
        let seen = clip.intersect(Clip::new(left, top, right, bottom));
        if seen.is_empty() {
            return (0..self.height).for_each(|row| self.forget(row));
        }
        let (skip, end) = ((seen.x0 - left) as usize, (seen.x1 - left) as usize);
        for row in 0..self.height {
            let y = top + row as i32;
            if y < seen.y0 || y >= seen.y1 {
                self.forget(row);
                continue;
            }
            let pixels = &mut frame.row_mut(y as usize)[seen.x0 as usize * 3..seen.x1 as usize * 3];
            if self.width <= NARROW && self.rule == FillRule::NonZero {
                self.blend_row(row, pixels, skip, color);
            } else if let Some(mask) = self.sweep(row) {
                blend_row(pixels, &mask[skip..end], color);
            }
        }
    }

    /// Leaves zeros behind.
    fn forget(&mut self, row: usize) {
        let (lo, hi) = (self.extents[row].0 as usize, self.extents[row].1 as usize);
        if lo < hi {
            self.cells[row * self.stride + lo..row * self.stride + hi].fill(0.0);
        }
    }

    /// Blends row `row`, from column `skip` on, without a mask in between: rows of a few pixels are over before that pays.
    fn blend_row(&mut self, row: usize, pixels: &mut [u8], skip: usize, color: Color) {
        let (lo, hi) = (self.extents[row].0 as usize, self.extents[row].1 as usize);
        let stop = hi.min(self.width);
        if lo >= stop {
            return self.forget(row);
        }
        let rgb = color.channels();
        let share = |sum: f32| times((sum.abs().min(1.0) * 255.0 + 0.5) as u8, color.a);
        let over = |pixel: &mut [u8; 3], share: u8| {
            let [r, g, b] = *pixel;
            *pixel = [mix(r, rgb[0], share), mix(g, rgb[1], share), mix(b, rgb[2], share)];
        };
        let cells = &mut self.cells[row * self.stride..(row + 1) * self.stride];
        let pixels = pixels.as_chunks_mut::<3>().0;
        let mut sum = 0.0;
        let from = lo.max(skip).min(stop);
        for cell in &mut cells[lo..from] {
            sum += std::mem::take(cell);
        }
        let first = (from.max(skip) - skip).min(pixels.len());
        let seen = &mut pixels[first..];
        let (edges, rest) = seen.split_at_mut((stop - from).min(seen.len()));
        for (cell, pixel) in cells[from..stop].iter_mut().zip(edges) {
            sum += std::mem::take(cell);
            over(pixel, share(sum));
        }
        let last = share(sum);
        if last > 0 {
            rest.iter_mut().for_each(|pixel| over(pixel, last));
        }
        cells[from..hi].fill(0.0);
    }

    /// Hands each row of the window and its coverage to `take`, and forgets the shape.
    pub(super) fn take_rows(&mut self, mut take: impl FnMut(usize, &[u8])) {
        for row in 0..self.height {
            if self.sweep(row).is_none() {
                self.mask.clear();
                self.mask.resize(self.width, 0);
            }
            take(row, &self.mask);
        }
    }
}
