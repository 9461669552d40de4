//! What convex shapes cover together, each pixel counted once however many of them overlap there.
//!
//! **Which**: lines more than 21 pixels wide, of any points. **When**: always then. **How exactly**: within four levels.
//!
//! Each row of pixels has some lines, and a shape covers one interval of every line that it crosses, whose ends are
//! exact. What is united is kept as intervals that do not overlap.

use crate::canvas::blend::{blend_row, visible};
use crate::canvas::frame::Frame;
use crate::canvas::rounding::{max, min};
use crate::canvas::window::P;
use crate::geom::Clip;
use crate::style::Color;

/// Lines per row of pixels. The height of a level edge is rounded to them.
const LINES: usize = 32;
/// Parts of a pixel that the ends of intervals are rounded to at last.
const PARTS: i32 = 256;
/// A side that passes more pixels per row than this is level.
const LEVEL: f64 = 1e7;
/// What lies further away than this is not seen, wherever exactly it is.
const FAR: f64 = 1e9;

/// Where the lines lie within a row, from its middle.
const fn offset(line: usize) -> f32 {
    (line as f32 + 0.5) / LINES as f32 - 0.5
}

/// One border of a shape: a straight line, by where it is at one height, and how far it goes to the right per row.
#[derive(Clone, Copy, Debug)]
struct Side {
    at: P,
    slope: f64,
    /// Whether the shape lies to its right.
    left: bool,
}

/// What is on the inner side of up to four straight lines, and within a disc.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    top: f64,
    bottom: f64,
    sides: [Option<Side>; 4],
    disc: Option<(P, f64)>,
}

impl Shape {
    /// One that reaches as high and as low as these points.
    pub(super) fn among(points: &[P]) -> Self {
        let (mut top, mut bottom) = (f64::INFINITY, f64::NEG_INFINITY);
        for p in points {
            (top, bottom) = (top.min(p.1), bottom.max(p.1));
        }
        // The sides say exactly where it ends: rounding here must not take a line from it.
        Self { top: top - 1e-6, bottom: bottom + 1e-6, sides: [None; 4], disc: None }
    }

    /// Keeps what lies from the line through `at` on in the direction of `inner`, a unit vector.
    pub(super) fn side(mut self, at: P, inner: P) -> Self {
        let slope = -inner.1 / inner.0;
        if slope.abs() <= LEVEL {
            let side = Side { at, slope, left: inner.0 > 0.0 };
            if let Some(free) = self.sides.iter_mut().find(|s| s.is_none()) {
                *free = Some(side);
            }
        } else if inner.1 > 0.0 {
            self.top = self.top.max(at.1);
        } else {
            self.bottom = self.bottom.min(at.1);
        }
        self
    }

    /// Keeps what lies within a disc.
    pub(super) fn disc(mut self, center: P, radius: f64) -> Self {
        self.disc = Some((center, radius));
        self
    }

    /// The intervals of the lines in the row whose middle is at `y`, between 0 and `width`, seen from `x`.
    #[inline]
    fn intervals(&self, x: f64, y: f64, width: f32) -> Intervals {
        let mut out = Intervals { lo: [0.0; LINES], hi: [width; LINES] };
        for side in self.sides.iter().flatten() {
            let middle = (side.at.0 + (y - side.at.1) * side.slope - x).clamp(-FAR, FAR) as f32;
            let slope = side.slope as f32;
            if side.left {
                for (k, lo) in out.lo.iter_mut().enumerate() {
                    *lo = max(*lo, middle + slope * offset(k));
                }
            } else {
                for (k, hi) in out.hi.iter_mut().enumerate() {
                    *hi = min(*hi, middle + slope * offset(k));
                }
            }
        }
        if let Some((center, radius)) = self.disc {
            for k in 0..LINES {
                let up = y + f64::from(offset(k)) - center.1;
                let half = (radius * radius - up * up).max(0.0).sqrt();
                out.lo[k] = max(out.lo[k], (center.0 - x - half) as f32);
                out.hi[k] = min(out.hi[k], (center.0 - x + half) as f32);
            }
        }
        out
    }
}

/// One interval on each line of a row; empty where it does not end after it begins.
#[derive(Clone, Copy, Debug)]
struct Intervals {
    lo: [f32; LINES],
    hi: [f32; LINES],
}

impl Intervals {
    const EMPTY: Self = Self { lo: [f32::INFINITY; LINES], hi: [f32::NEG_INFINITY; LINES] };
}

/// What of a row is covered.
#[derive(Debug)]
struct Row {
    /// On each line the interval that grew last: a line that is drawn goes on where it was.
    last: Intervals,
    /// The others, in order and apart from each other.
    others: [Vec<(f32, f32)>; LINES],
}

impl Row {
    fn new() -> Self {
        Self { last: Intervals::EMPTY, others: [const { Vec::new() }; LINES] }
    }

    #[inline]
    fn add(&mut self, new: &Intervals) {
        let Intervals { lo, hi } = &mut self.last;
        let mut apart = false;
        for k in 0..LINES {
            apart |= (new.lo[k] < new.hi[k]) & ((new.lo[k] > hi[k]) | (new.hi[k] < lo[k]));
        }
        for k in 0..LINES {
            let any = new.lo[k] < new.hi[k];
            if apart && any && (new.lo[k] > hi[k] || new.hi[k] < lo[k]) {
                let others = &mut self.others[k];
                if lo[k] < hi[k] {
                    insert(others, (lo[k], hi[k]));
                }
                (lo[k], hi[k]) = absorb(others, (new.lo[k], new.hi[k]));
            } else {
                lo[k] = if any { min(lo[k], new.lo[k]) } else { lo[k] };
                hi[k] = if any { max(hi[k], new.hi[k]) } else { hi[k] };
            }
        }
    }
}

/// Takes the intervals that touch `new` out, and returns what they are together.
fn absorb(others: &mut Vec<(f32, f32)>, mut new: (f32, f32)) -> (f32, f32) {
    let from = others.partition_point(|o| o.1 < new.0);
    let mut to = from;
    while let Some(o) = others.get(to).filter(|o| o.0 <= new.1) {
        new = (min(new.0, o.0), max(new.1, o.1));
        to += 1;
    }
    if to > from {
        others.drain(from..to);
    }
    new
}

fn insert(others: &mut Vec<(f32, f32)>, new: (f32, f32)) {
    let new = absorb(others, new);
    others.insert(others.partition_point(|o| o.1 < new.0), new);
}

/// Leaves in the pixel of `x`, which is returned, and the next, by how much the sum of what is covered changes there.
fn edge(cells: &mut [i32], x: f32, way: i32) -> usize {
    let parts = (x * PARTS as f32 + 0.5) as i32;
    let (pixel, part) = ((parts / PARTS) as usize, parts % PARTS);
    cells[pixel] += way * (PARTS - part);
    cells[pixel + 1] += way * part;
    pixel
}

/// Shapes that become one within a window of pixels. Empty between two uses.
#[derive(Debug, Default)]
pub(crate) struct Union {
    window: Clip,
    rows: Vec<Row>,
    /// First and one past the last touched row.
    touched: (usize, usize),
    cells: Vec<i32>,
    mask: Vec<u8>,
}

impl Union {
    /// Starts anew. Only pixels of `window`, which is not empty, are computed.
    pub(super) fn begin(&mut self, window: Clip) {
        self.window = window;
        let height = (window.y1 - window.y0) as usize;
        if self.rows.len() < height {
            self.rows.resize_with(height, Row::new);
        }
        self.touched = (usize::MAX, 0);
    }

    /// Adds a shape.
    pub(super) fn add(&mut self, shape: &Shape) {
        let Clip { x0, y0, x1, y1 } = self.window;
        let (x, y, width) = (f64::from(x0), f64::from(y0), (x1 - x0) as f32);
        let lines = (y1 - y0) as f64 * LINES as f64;
        // The lines from its top to its bottom, each half a step below its number.
        let line = |v: f64| ((v - y) * LINES as f64).clamp(0.0, lines);
        let first = (line(shape.top) - 0.5).ceil() as usize;
        let end = (line(shape.bottom) + 0.5).floor() as usize;
        let end = end.min(lines as usize);
        if first >= end {
            return;
        }
        let rows = (first / LINES, end.div_ceil(LINES));
        for row in rows.0..rows.1 {
            let mut intervals = shape.intervals(x, y + row as f64 + 0.5, width);
            if row == rows.0 || row + 1 == rows.1 {
                for k in (0..LINES).filter(|k| !(first..end).contains(&(row * LINES + k))) {
                    intervals.hi[k] = 0.0;
                }
            }
            self.rows[row].add(&intervals);
        }
        self.touched = (self.touched.0.min(rows.0), self.touched.1.max(rows.1));
    }

    /// Coverage of row `row` of the window, 0 to 255, and its first column; leaves the row empty.
    fn sweep(&mut self, row: usize) -> (usize, &[u8]) {
        let width = (self.window.x1 - self.window.x0) as usize;
        // Each end leaves the change of the sum in its own pixel and the next.
        self.cells.clear();
        self.cells.resize(width + 2, 0);
        let (mut from, mut to) = (width, 0);
        let Row { last, others } = &mut self.rows[row];
        for (k, others) in others.iter_mut().enumerate() {
            let mut edges = |(lo, hi): (f32, f32)| {
                let first = edge(&mut self.cells, lo, 1);
                let end = edge(&mut self.cells, hi, -1) + 1;
                (from, to) = (from.min(first), to.max(end));
            };
            if last.lo[k] < last.hi[k] {
                edges(absorb(others, (last.lo[k], last.hi[k])));
            }
            others.drain(..).for_each(edges);
        }
        *last = Intervals::EMPTY;
        let to = to.min(width);
        let from = from.min(to);
        let (mut sum, full) = (0, LINES as i32 * PARTS);
        self.mask.clear();
        self.mask.extend(self.cells[from..to].iter().map(|cell| {
            sum += cell;
            ((sum * 255 + full / 2) / full) as u8
        }));
        (from, &self.mask)
    }

    /// Blends what is covered into the frame and forgets it.
    pub(super) fn paint(&mut self, frame: &mut Frame, color: Color) {
        let window = self.window;
        debug_assert_eq!(visible(frame, window), window);
        for row in self.touched.0..self.touched.1 {
            let (from, mask) = self.sweep(row);
            let at = (window.x0 as usize + from) * 3;
            let pixels = &mut frame.row_mut(window.y0 as usize + row)[at..at + mask.len() * 3];
            blend_row(pixels, mask, color);
        }
    }
}
