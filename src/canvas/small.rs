//! A small polygon: a cell, an arrow. Nothing is asked of its edges: in four rows at a time each is laid across all pixels between the first and
//! the last that any touches, and the areas to the right of them are summed up.

use crate::canvas::blend::{blend_pattern, over, pattern};
use crate::canvas::frame::Frame;
use crate::canvas::rounding::{max, min};
use crate::geom::{Clip, Point};
use crate::style::Color;

/// The most corners of a small polygon.
pub(super) const CORNERS: usize = 8;
/// The most columns of pixels that it touches, and the most rows: of larger ones most pixels are covered wholly.
pub(super) const LARGEST: i32 = 32;

/// Rows computed at once.
const ROWS: usize = 4;
/// Columns computed before they are blended.
const BLOCK: usize = 8;
/// A number for each row.
type Rows = [f32; ROWS];
/// An edge goes so far aside in every row at least, lest its slope be infinite. No pixel is a level off.
const LEAST: f32 = 1.0 / 64.0;
/// Where single precision counts in ones: added, a number's last bits are the nearest whole number.
const ONES: f32 = 8_388_608.0;

/// The pixels that a polygon touches.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) width: i32,
    pub(super) height: i32,
}

/// What one edge does in some rows.
#[derive(Clone, Copy, Debug, Default)]
struct Edge {
    /// Where it is most to the left, and how far it goes aside from there.
    from: Rows,
    aside: Rows,
    /// Half of its height, by what it goes aside; negative where it goes up.
    gain: Rows,
}

/// The memory for the edges of one polygon, of which the last ones are used again before they are read.
#[derive(Debug, Default)]
pub(super) struct Small([Edge; CORNERS]);

#[inline(always)]
fn rows(value: impl Fn(usize) -> f32) -> Rows {
    let mut out = [0.0; ROWS];
    for (r, out) in out.iter_mut().enumerate() {
        *out = value(r);
    }
    out
}

impl Edge {
    /// The edge from `a` to `b`, in pixels from the first row's left.
    #[inline(always)]
    fn new((ax, ay): (f32, f32), (bx, by): (f32, f32)) -> Self {
        let slope = if ay == by { 0.0 } else { (bx - ax) / (by - ay) };
        let enter = rows(|r| min(max(ay, r as f32), r as f32 + 1.0));
        let leave = rows(|r| min(max(by, r as f32), r as f32 + 1.0));
        let start = rows(|r| ax + (enter[r] - ay) * slope);
        let end = rows(|r| ax + (leave[r] - ay) * slope);
        let aside = rows(|r| max((end[r] - start[r]).abs(), LEAST));
        Self {
            from: rows(|r| (start[r] + end[r] - aside[r]) * 0.5),
            aside,
            gain: rows(|r| (leave[r] - enter[r]) / (aside[r] + aside[r])),
        }
    }

    /// The area between it and a column's left border, added to `sum`.
    #[inline(always)]
    fn add(&self, column: f32, sum: Rows) -> Rows {
        rows(|r| {
            let right = max(column - self.from[r], 0.0);
            let within = min(right, self.aside[r]);
            sum[r] + self.gain[r] * within * (right + right - within)
        })
    }
}

impl Small {
    /// Fills a polygon of a few corners, all finite, that touches these pixels.
    pub(super) fn fill(&mut self, frame: &mut Frame, clip: Clip, ring: &[Point], place: Place, color: Color) {
        if place.width <= 4 {
            self.paint::<4, 16>(frame, clip, ring, place, color);
        } else {
            self.paint::<8, 24>(frame, clip, ring, place, color);
        }
    }

    /// `COLUMNS`: of how many pixels a row is computed, and `BYTES` of which so many bytes are blended.
    #[inline(never)]
    fn paint<const COLUMNS: usize, const BYTES: usize>(
        &mut self,
        frame: &mut Frame,
        clip: Clip,
        ring: &[Point],
        Place { left, top, width, height }: Place,
        color: Color,
    ) {
        let pattern = pattern(color);
        let opacity = f32::from(color.a) * (256.0 / 255.0);
        let stride = frame.size().width as usize * 3;
        for y in (top..top + height).step_by(ROWS) {
            let at = |p: &Point| (p.x - left as f32, p.y - y as f32);
            let (mut count, mut last) = (0, ring.last().map_or((0.0, 0.0), at));
            for p in ring {
                let (a, b) = (last, at(p));
                last = b;
                // one above, below or level adds nothing; among few pixels it is sooner computed than asked for
                if COLUMNS > 4 && (max(a.1, b.1) <= 0.0 || min(a.1, b.1) >= ROWS as f32 || a.1 == b.1) {
                    continue;
                }
                self.0[count] = Edge::new(a, b);
                count += 1;
            }
            let edges = &self.0[..count];
            let (mut from, mut to) = (0, width);
            if width > BLOCK as i32 {
                (from, to) = between(edges);
            }
            let mut before = [0.0; ROWS];
            for first in (from..to).step_by(COLUMNS) {
                let mut shares = [[0_u32; ROWS]; COLUMNS];
                for (c, pair) in shares.as_chunks_mut::<2>().0.iter_mut().enumerate() {
                    let column = first + c as i32 * 2;
                    if COLUMNS > 4 && column >= to {
                        break;
                    }
                    let column = (column + 1) as f32;
                    let (mut one, mut two) = ([0.0; ROWS], [0.0; ROWS]);
                    for edge in edges {
                        one = edge.add(column, one);
                        two = edge.add(column + 1.0, two);
                    }
                    for r in 0..ROWS {
                        let share = |area: f32| (min(area.abs() * opacity, opacity) + ONES).to_bits();
                        (pair[0][r], pair[1][r]) = (share(one[r] - before[r]), share(two[r] - one[r]));
                    }
                    before = two;
                }
                let x = left + first;
                // a row may be blended beyond its last pixel, with nothing
                let whole = x >= clip.x0 && x + COLUMNS as i32 <= clip.x1 && top >= clip.y0 && top + height <= clip.y1;
                if !whole {
                    let seen = COLUMNS.min((width - first) as usize);
                    some(frame, clip, (x, y), &shares[..seen], color);
                    continue;
                }
                let rest = &mut frame.as_rgb_mut()[y as usize * stride + x as usize * 3..];
                for (r, row) in rest.chunks_mut(stride).take((top + height - y) as usize).take(ROWS).enumerate() {
                    let mut row_shares = [0; 8];
                    for (to, share) in row_shares.iter_mut().zip(&shares) {
                        *to = share[r] as u16;
                    }
                    blend_pattern::<BYTES>(row, &row_shares, &pattern);
                }
            }
        }
    }
}

/// The columns from the first to one past the last that edges touch in any row.
#[inline(always)]
fn between(edges: &[Edge]) -> (i32, i32) {
    let (mut from, mut to) = ([LARGEST as f32; ROWS], [0.0; ROWS]);
    for edge in edges {
        // an edge that does not cross a row may lie anywhere in it
        from = rows(|r| if edge.gain[r] == 0.0 { from[r] } else { min(edge.from[r], from[r]) });
        to = rows(|r| if edge.gain[r] == 0.0 { to[r] } else { max(edge.from[r] + edge.aside[r], to[r]) });
    }
    let least = from.iter().fold(LARGEST as f32, |least, v| min(*v, least));
    let most = to.iter().fold(0.0, |most, v| max(*v, most));
    // rounding may have led beyond the polygon
    ((least as i32).clamp(0, LARGEST), (most as i32 + 1).clamp(0, LARGEST))
}

/// Blends those pixels of some rows that are within the clip.
#[cold]
fn some(frame: &mut Frame, clip: Clip, (left, top): (i32, i32), shares: &[[u32; ROWS]], color: Color) {
    for (x, column) in (left..).zip(shares) {
        for (y, share) in (top..).zip(column) {
            if x >= clip.x0 && x < clip.x1 && y >= clip.y0 && y < clip.y1 {
                let pixel = &mut frame.row_mut(y as usize)[x as usize * 3..x as usize * 3 + 3];
                for (channel, color) in pixel.iter_mut().zip(color.channels()) {
                    *channel = over(*channel, color.into(), *share as u16);
                }
            }
        }
    }
}
