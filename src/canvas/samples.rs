//! Dense walks: discs set along the path, as samples of each pixel that are united exactly.
//!
//! **Which**: solid lines with round joins, from [`THINNEST`] to [`WIDEST`] wide, through [`MANY`] points at least, that turn at nearly every point
//! and take short steps: random walks, orbits with noise. **When**: the points are gone through once to tell, after it was found that they
//! turn back. Smooth curves are drawn segment by segment, which is as quick and more exact. **How exactly**: a pixel has 64 levels, and
//! a disc 256 places in it; the root of the mean square is five levels, and seven where a line is half a pixel wide. Ends are round.
//!
//! Of the 64 samples of a pixel no two are in one row or one column of 64, so that an edge along an axis has 64 levels, too. What a disc
//! covers of four by four pixels is looked up by its place within a pixel.

use crate::canvas::planes::Rows;
use crate::canvas::rounding::{max, min};
use crate::geom::Clip;
use crate::style::Join;
use crate::surface::{AT_ONCE, Parts, Stream, Stroke};

/// The widest line, in pixels, whose discs lie within four pixels wherever they are.
const WIDEST: f32 = 2.9;
/// The thinnest: discs stand the closer together the smaller they are, and are too large by a third of [`SAG`].
const THINNEST: f32 = 0.2;
/// Widths whose tables are kept.
const TABLES: usize = 8;
/// Of fewer points there are not enough to make up for going through all pixels around them.
const MANY: usize = 1000;
/// Longer steps, in pixels, are drawn as segments.
const LONG: f64 = 6.0;
/// Walks that reach farther than this, in pixels, are, too.
const FAR: f32 = 10_000.0;
/// Places within a pixel, along each axis.
const PHASES: usize = 16;
/// The pixels that are looked up, along each axis.
const SIDE: usize = 4;
/// Between two discs the border falls in by this at most, in pixels; a third of it their radius makes good for.
const SAG: f64 = 1.0 / 32.0;
/// Discs of a radius up to this lie within three rows, and, from an even column on, within four columns.
const SLIM: f64 = 1.0;
/// Pixels around the window.
const PAD: i32 = 8;
/// One pixel, in fixed point.
const ONE: i32 = 1 << 16;

type Block = [u64; SIDE * SIDE];
/// By place along y and x. Blocks of slim discs begin at even columns, so that what is read was written in the same pieces: they have
/// the places of two pixels along x.
type Table = [Block; 2 * PHASES * PHASES];

/// What is kept from use to use.
#[derive(Debug, Default)]
pub(crate) struct Samples {
    parts: Parts,
    /// By width, the one used last at the end.
    tables: Vec<(f32, Vec<Block>)>,
    cells: Vec<u64>,
    mask: Vec<u8>,
}

/// In fixed point, rounded: a cast that saturates costs as much as a disc.
#[inline(always)]
fn fixed(v: f32) -> i32 {
    const LARGE: f64 = 6_755_399_441_055_744.0;
    (f64::from(v) * f64::from(ONE) + LARGE).to_bits() as i32
}

impl Samples {
    /// Draws the line, or says that it is none of its kind.
    pub(super) fn add(&mut self, rows: &mut Rows<'_>, window: Clip, stroke: &Stroke<'_>, line: &dyn Stream) -> bool {
        let fits = (THINNEST..=WIDEST).contains(&stroke.width) && stroke.join == Join::Round && line.count() >= MANY;
        let Some(near) = fits.then(|| self.walk(line)).flatten() else { return false };
        let window = window.intersect(near);
        if window.is_empty() {
            return true;
        }
        let radius = f64::from(stroke.width) / 2.0;
        let disc = radius + SAG / 3.0;
        let kept = self.tables.iter().position(|t| t.0 == stroke.width);
        let table = kept.map_or_else(|| (stroke.width, table(disc)), |i| self.tables.remove(i));
        if disc <= SLIM {
            self.set::<3>(window, radius, &table.1, line);
        } else {
            self.set::<4>(window, radius, &table.1, line);
        }
        if self.tables.len() >= TABLES {
            self.tables.remove(0);
        }
        self.tables.push(table);
        let (width, stride) = ((window.x1 - window.x0) as usize, stride(window));
        self.mask.resize(width, 0);
        for y in window.y0..window.y1 {
            let from = (y - window.y0 + PAD) as usize * stride + PAD as usize;
            let mut any = 0;
            for (mask, cell) in self.mask.iter_mut().zip(&self.cells[from..from + width]) {
                any |= cell;
                *mask = ((cell.count_ones() * 255 + 32) >> 6) as u8;
            }
            if any > 0 {
                rows.cover(y, window.x0, &self.mask);
            }
        }
        true
    }

    /// The pixels that a line may touch which turns about as much as it is long, in short steps, and has no gaps.
    fn walk(&mut self, line: &dyn Stream) -> Option<Clip> {
        let (mut length, mut turned, mut good) = (0.0_f64, 0.0_f64, true);
        let mut last: Option<[f32; 2]> = None;
        let mut step = [0.0_f32; 2];
        let (mut lo, mut hi) = ([FAR; 2], [-FAR; 2]);
        let mut from = 0;
        while from < line.count() && good {
            let to = line.count().min(from + AT_ONCE);
            line.part(from..to, &mut self.parts);
            for (&x, &y) in self.parts.x.iter().zip(&self.parts.y) {
                good &= x.abs() < FAR && y.abs() < FAR;
                let [before_x, before_y] = last.unwrap_or([x, y]);
                let now = [x - before_x, y - before_y];
                length += f64::from(now[0].abs() + now[1].abs());
                turned += f64::from((now[0] - step[0]).abs() + (now[1] - step[1]).abs());
                (last, step) = (Some([x, y]), now);
                (lo, hi) = ([min(lo[0], x), min(lo[1], y)], [max(hi[0], x), max(hi[1], y)]);
            }
            // a smooth line is told by its beginning, and one with steps that are too long before its end
            good &= turned > length * 0.25 && length < LONG * line.count() as f64;
            from = to;
        }
        let near = Clip::new(lo[0] as i32 - 3, lo[1] as i32 - 3, hi[0] as i32 + 4, hi[1] as i32 + 4);
        (good && turned > length * 0.5).then_some(near)
    }

    /// Sets the discs. `ROWS`: that one lies in.
    fn set<const ROWS: usize>(&mut self, window: Clip, radius: f64, table: &[Block], line: &dyn Stream) {
        let spacing = 2.0 * (radius * radius - (radius - SAG).max(0.0) * (radius - SAG).max(0.0)).sqrt();
        let per_pixel = i64::from((256.0 / spacing) as i32);
        let (rows, stride) = (window.y1 - window.y0 + 2 * PAD, stride(window));
        self.cells.clear();
        self.cells.resize(stride * rows as usize, 0);
        let before = if ROWS == 3 { 1.0 } else { 1.5 };
        let (left, top) = ((window.x0 - PAD) as f32 + before, (window.y0 - PAD) as f32 + before);
        // where a disc lies within the cells
        let ends = ((stride as i32 - SIDE as i32 - 1) * ONE, (rows - SIDE as i32 - 1) * ONE);
        let inside = |x: i32, y: i32| x >= 0 && y >= 0 && x < ends.0 && y < ends.1;
        let Some(table) = table.first_chunk() else { return };
        let mut discs = Discs::<ROWS> { table, cells: &mut self.cells, stride };
        let mut shares = [0; 64];
        for (n, share) in shares.iter_mut().enumerate().skip(1) {
            *share = (1_i64 << 32) / n as i64;
        }
        let mut last: Option<(i32, i32, bool)> = None;
        let mut from = 0;
        while from < line.count() {
            let to = line.count().min(from + AT_ONCE);
            line.part(from..to, &mut self.parts);
            for (&x, &y) in self.parts.x.iter().zip(&self.parts.y) {
                let (jx, jy) = (fixed(x - left), fixed(y - top));
                let now = inside(jx, jy);
                let (ix, iy, was) = last.unwrap_or((jx, jy, now));
                last = Some((jx, jy, now));
                let (dx, dy) = (jx - ix, jy - iy);
                // at least the length, and at most 7 % more
                let (ax, ay) = (dx.abs(), dy.abs());
                let far = i64::from(ax.max(ay)) + i64::from(ax.min(ay)) * 3 / 8;
                let n = ((far * per_pixel) >> 24) as i32 + 1;
                let share = if n < 64 { shares[n as usize] } else { (1 << 32) / i64::from(n) };
                let (sx, sy) = (((i64::from(dx) * share) >> 32) as i32, ((i64::from(dy) * share) >> 32) as i32);
                // the last disc is where the point is
                let (mut cx, mut cy) = (jx - sx * n, jy - sy * n);
                if now && was {
                    for _ in 0..n {
                        (cx, cy) = (cx + sx, cy + sy);
                        discs.set(cx, cy);
                    }
                } else {
                    for _ in 0..n {
                        (cx, cy) = (cx + sx, cy + sy);
                        if inside(cx, cy) {
                            discs.set(cx, cy);
                        }
                    }
                }
            }
            from = to;
        }
    }
}

/// What a disc covers, by its place.
fn table(radius: f64) -> Vec<Block> {
    let before = if radius <= SLIM { 1.0 } else { 1.5 };
    let mut table = Vec::with_capacity(2 * PHASES * PHASES);
    for place in 0..2 * PHASES * PHASES {
        let at = |phase: usize| (phase as f64 + 0.5) / PHASES as f64 + before;
        let (cx, cy) = (at(place % (2 * PHASES)), at(place / (2 * PHASES)));
        let mut block = [0; SIDE * SIDE];
        for (i, cell) in block.iter_mut().enumerate() {
            for s in 0..64 {
                let (a, b) = ((s % 8) as f64, (s / 8) as f64);
                let x = (i % SIDE) as f64 + (a + (b + 0.5) / 8.0) / 8.0 - cx;
                let y = (i / SIDE) as f64 + (b + (a + 0.5) / 8.0) / 8.0 - cy;
                *cell |= u64::from(x * x + y * y <= radius * radius) << s;
            }
        }
        table.push(block);
    }
    table
}

/// Cells of a row.
fn stride(window: Clip) -> usize {
    ((window.x1 - window.x0 + 2 * PAD) as usize).next_multiple_of(2)
}

struct Discs<'a, const ROWS: usize> {
    table: &'a Table,
    cells: &'a mut [u64],
    stride: usize,
}

impl<const ROWS: usize> Discs<'_, ROWS> {
    #[inline(always)]
    fn set(&mut self, x: i32, y: i32) {
        let (column, places) = if ROWS == 3 { ((x >> 17) << 1, 31) } else { (x >> 16, 15) };
        let disc = &self.table[(((y >> 12) & 15) << 5 | ((x >> 12) & places)) as usize];
        let at = (y >> 16) as usize * self.stride + column as usize;
        if let Some(rows) = self.cells.get_mut(at..at + (ROWS - 1) * self.stride + SIDE) {
            for r in 0..ROWS {
                if let Some(to) = rows[r * self.stride..].first_chunk_mut::<SIDE>() {
                    for k in 0..SIDE {
                        to[k] |= disc[r * SIDE + k];
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
