//! Level lines of values, and the regions above a level.
//!
//! Values are joined by straight lines along the sides of cells. Where two opposite corners of a cell are high and the others low, the mean
//! of the four says whether the high ones are joined. A cell with a corner that is not a number is a triangle, and with more of them nothing.

mod tracer;

use tracer::{Cell, Tracer};

use super::triangles::Triangles;

/// Values in rows and columns, and where they are: places along x and y, one for each column and row, or one for each value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field<'a> {
    pub(crate) rows: usize,
    pub(crate) cols: usize,
    pub(crate) z: &'a [f64],
    pub(crate) x: &'a [f64],
    pub(crate) y: &'a [f64],
}

/// Runs of points: lines, or loops around regions.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Runs {
    pub(crate) x: Vec<f64>,
    pub(crate) y: Vec<f64>,
    /// One past the last point of each run, and whether it ends where it begins.
    pub(crate) ends: Vec<(usize, bool)>,
}

impl Runs {
    /// Each run: its points, and whether it is closed. The first point of a closed one is not said again.
    pub(crate) fn each(&self) -> impl Iterator<Item = (&[f64], &[f64], bool)> {
        let mut from = 0;
        self.ends.iter().map(move |&(to, closed)| {
            let run = (&self.x[from..to], &self.y[from..to], closed);
            from = to;
            run
        })
    }
}

/// What of the border of a region is traced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trace {
    /// Lines along the level.
    Lines,
    /// Loops around all that is above the level, along the border of the field where that is.
    Regions,
}

/// So many cells beside each other are looked at together.
const BLOCK: usize = 8;

/// How many of the values of a block are above a level.
fn above(values: &[f64; BLOCK + 1], level: f64) -> u32 {
    let mut count = 0;
    for value in values {
        count += u32::from(*value > level);
    }
    count
}

impl Field<'_> {
    fn value(&self, at: usize) -> f64 {
        self.z.get(at).copied().unwrap_or(f64::NAN)
    }

    fn place(&self, row: usize, col: usize) -> (f64, f64) {
        let of = |list: &[f64], along: usize, count: usize| {
            let at = if list.len() == count { along } else { row * self.cols + col };
            list.get(at).copied().unwrap_or(f64::NAN)
        };
        (of(self.x, col, self.cols), of(self.y, row, self.rows))
    }

    /// The lines, or the loops around regions, of each level.
    pub(crate) fn trace(&self, levels: &[f64], what: Trace) -> Vec<Runs> {
        let mut traces = vec![Runs::default(); levels.len()];
        if self.rows < 2 || self.cols < 2 {
            return traces;
        }
        // which values there are, and whether that is all of them
        let (mut there, mut whole) = (Vec::with_capacity(self.rows * self.cols), true);
        for row in 0..self.rows {
            for col in 0..self.cols {
                let (x, y) = self.place(row, col);
                let is = self.value(row * self.cols + col).is_finite() && x.is_finite() && y.is_finite();
                there.push(is);
                whole &= is;
            }
        }
        // corners, sides along x, sides along y, the long sides of triangles
        let mut tracer = Tracer::new(4 * self.rows * self.cols, what);
        for (level, runs) in levels.iter().zip(&mut traces) {
            if level.is_finite() {
                tracer.begin(*level);
                for row in 0..self.rows - 1 {
                    self.row(row, *level, &there, whole, &mut tracer);
                }
                *runs = tracer.joined();
            }
        }
        traces
    }

    /// The cells between two rows of values.
    fn row(&self, row: usize, level: f64, there: &[bool], whole: bool, tracer: &mut Tracer) {
        let at = row * self.cols;
        let (low, up) = (&self.z[at..at + self.cols], &self.z[at + self.cols..at + 2 * self.cols]);
        let lines = tracer.what == Trace::Lines;
        let inner_row = row > 0 && row + 2 < self.rows;
        for from in (0..self.cols - 1).step_by(BLOCK) {
            // most levels are far away from most cells
            let to = (from + BLOCK).min(self.cols - 1);
            let inner = lines || (inner_row && from > 0 && to + 1 < self.cols);
            if let (Some(low), Some(up)) = (low[from..].first_chunk(), up[from..].first_chunk()) {
                let high = above(low, level) + above(up, level);
                if high == 0 || (high == 2 * (BLOCK as u32 + 1) && whole && inner) {
                    continue;
                }
            }
            for col in from..to {
                let high = |list: &[f64]| u8::from(list[col] > level) + u8::from(list[col + 1] > level);
                let high = high(low) + high(up);
                let inner = lines || (inner_row && col > 0 && col + 2 < self.cols);
                if high > 0 && !(high == 4 && whole && inner) {
                    tracer.cell(&self.cell(row, col, there, whole));
                }
            }
        }
    }

    /// A cell: of its corners those that have values.
    fn cell(&self, row: usize, col: usize, there: &[bool], whole: bool) -> Cell {
        let at = row * self.cols + col;
        let around = [at, at + 1, at + self.cols + 1, at + self.cols];
        let all = self.rows * self.cols;
        // the sides after each corner, all the same way round, and the cells beyond them
        let sides = [all + at, 2 * all + at + 1, all + at + self.cols, 2 * all + at];
        let beyond = [(-1, 0), (0, 1), (1, 0), (0, -1)];
        let (mut cell, mut which) = (Cell::default(), [0; 4]);
        for k in 0..4 {
            if whole || there[around[k]] {
                let (row, col) = (row + usize::from(k >= 2), col + usize::from(k == 1 || k == 2));
                which[cell.n] = k;
                cell.corners[cell.n] = around[k];
                cell.z[cell.n] = self.z[around[k]];
                cell.at[cell.n] = self.place(row, col);
                cell.n += 1;
            }
        }
        if cell.n < 3 {
            return Cell::default();
        }
        for k in 0..cell.n {
            let (a, b) = (which[k], which[(k + 1) % cell.n]);
            if b == (a + 1) % 4 {
                cell.sides[k] = sides[a];
                cell.border[k] = !self.has_cell(row, col, beyond[a], (around[a], around[b]), there, whole);
            } else {
                // a triangle's long side, of which a cell has one
                (cell.sides[k], cell.border[k]) = (3 * all + at, true);
            }
        }
        cell
    }

    /// Whether there is a cell beside the one at (row, col) that has these two corners.
    fn has_cell(
        &self,
        row: usize,
        col: usize,
        beyond: (isize, isize),
        corners: (usize, usize),
        there: &[bool],
        whole: bool,
    ) -> bool {
        let (Some(row), Some(col)) = (row.checked_add_signed(beyond.0), col.checked_add_signed(beyond.1)) else {
            return false;
        };
        if row + 1 >= self.rows || col + 1 >= self.cols {
            return false;
        }
        let at = row * self.cols + col;
        let mut others = 0;
        for corner in [at, at + 1, at + self.cols + 1, at + self.cols] {
            others += usize::from(there[corner] && corner != corners.0 && corner != corners.1);
        }
        whole || others > 0
    }
}

/// Values at points, and the triangles between these.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TriangleField<'a> {
    pub(crate) triangles: &'a Triangles,
    pub(crate) z: &'a [f64],
    pub(crate) x: &'a [f64],
    pub(crate) y: &'a [f64],
}

/// The corners of a triangle, and its sides.
type Sided = ([usize; 3], [usize; 3]);

impl TriangleField<'_> {
    /// The triangles whose corners have values, counter-clockwise: their corners and their sides; and how many of them have each
    /// side.
    fn cells(&self) -> (Vec<Sided>, Vec<u32>) {
        let triangles = self.triangles;
        let (mut cells, mut shared) = (Vec::new(), vec![0; triangles.edges.len()]);
        for (t, sides) in triangles.shown.iter().zip(&triangles.sides) {
            let (mut corners, mut sides) =
                (triangles.corners[*t as usize].map(|i| i as usize), sides.map(|i| i as usize));
            if corners.iter().any(|corner| !self.z.get(*corner).is_some_and(|z| z.is_finite())) {
                continue;
            }
            let at = |k: usize| (self.x[corners[k]], self.y[corners[k]]);
            if turns_right(at(0), at(1), at(2)) {
                corners.swap(0, 1);
                sides.swap(1, 2);
            }
            for side in sides {
                shared[side] += 1;
            }
            cells.push((corners, sides));
        }
        (cells, shared)
    }

    /// The lines, or the loops around regions, of each level.
    pub(crate) fn trace(&self, levels: &[f64], what: Trace) -> Vec<Runs> {
        let (points, (cells, shared)) = (self.x.len(), self.cells());
        let mut traces = vec![Runs::default(); levels.len()];
        let mut tracer = Tracer::new(points + shared.len(), what);
        for (level, runs) in levels.iter().zip(&mut traces) {
            if !level.is_finite() {
                continue;
            }
            tracer.begin(*level);
            for (corners, sides) in &cells {
                let mut cell = Cell { n: 3, ..Cell::default() };
                for k in 0..3 {
                    let (corner, side) = (corners[k], sides[k]);
                    cell.corners[k] = corner;
                    cell.z[k] = self.z[corner];
                    cell.at[k] = (self.x[corner], self.y[corner]);
                    (cell.sides[k], cell.border[k]) = (points + side, shared[side] == 1);
                }
                tracer.cell(&cell);
            }
            *runs = tracer.joined();
        }
        traces
    }
}

/// Whether the way through three points turns clockwise.
fn turns_right(a: (f64, f64), b: (f64, f64), c: (f64, f64)) -> bool {
    // in halves, since a difference of two numbers need not be one
    let apart = |p: f64, q: f64| p / 2.0 - q / 2.0;
    let size = apart(b.0, a.0).abs().max(apart(b.1, a.1).abs()).max(apart(c.0, a.0).abs()).max(apart(c.1, a.1).abs());
    let (ux, uy) = (apart(b.0, a.0) / size, apart(b.1, a.1) / size);
    let (vx, vy) = (apart(c.0, a.0) / size, apart(c.1, a.1) / size);
    ux * vy - uy * vx < 0.0
}

#[cfg(test)]
mod tests;
