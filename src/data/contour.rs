//! Level lines of a grid of values, and the regions at or above a level.
//!
//! Values are joined by straight lines along the sides of cells. Where two opposite corners of a cell are high and the others low, the mean
//! of the four says whether the high ones are joined. A cell with a corner that is not a number is a triangle, and with more of them nothing.

use crate::order::order;

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
    /// Loops around all that is at or above the level, along the border of the field where that is.
    Regions,
}

/// A point of a trace: on a side of a cell, or a corner. Those that two cells have in common have one number.
type Id = usize;

impl Field<'_> {
    fn value(&self, at: usize) -> f64 {
        self.z.get(at).copied().unwrap_or(f64::NAN)
    }

    fn place(&self, at: usize) -> (f64, f64) {
        let of = |list: &[f64], along: usize, count: usize| {
            let at = if list.len() == count { along } else { at };
            list.get(at).copied().unwrap_or(f64::NAN)
        };
        (of(self.x, at % self.cols, self.cols), of(self.y, at / self.cols, self.rows))
    }

    /// The corners of a cell that have values, all the same way round; fewer than three are nothing.
    fn corners(&self, row: usize, col: usize) -> ([usize; 4], usize) {
        let at = row * self.cols + col;
        let around = [at, at + 1, at + self.cols + 1, at + self.cols];
        let (mut corners, mut n) = ([0; 4], 0);
        for corner in around {
            let (x, y) = self.place(corner);
            if self.value(corner).is_finite() && x.is_finite() && y.is_finite() {
                corners[n] = corner;
                n += 1;
            }
        }
        (corners, if n < 3 { 0 } else { n })
    }

    /// The number of the point on the side between two corners of the cell at `cell`.
    fn on_side(&self, cell: usize, a: usize, b: usize) -> Id {
        let (lo, hi) = (a.min(b), a.max(b));
        let all = self.rows * self.cols;
        match hi - lo {
            1 => all + lo,
            apart if apart == self.cols => 2 * all + lo,
            // a triangle's long side, of which a cell has one
            _ => 3 * all + cell,
        }
    }

    /// Whether the side between two corners of the cell (row, col) is a side of no other cell.
    fn is_border(&self, row: usize, col: usize, a: usize, b: usize) -> bool {
        let (lo, hi) = (a.min(b), a.max(b));
        let at = row * self.cols + col;
        let (row, col) = (row as isize, col as isize);
        let other = if hi - lo == 1 {
            if lo == at { (row - 1, col) } else { (row + 1, col) }
        } else if hi - lo == self.cols {
            if lo == at { (row, col - 1) } else { (row, col + 1) }
        } else {
            return true;
        };
        let inside = |v: isize, count: usize| v >= 0 && (v as usize) + 1 < count;
        if !inside(other.0, self.rows) || !inside(other.1, self.cols) {
            return true;
        }
        let (corners, n) = self.corners(other.0 as usize, other.1 as usize);
        !(corners[..n].contains(&a) && corners[..n].contains(&b))
    }

    /// The lines, or the loops around regions, of a level.
    pub(crate) fn trace(&self, level: f64, what: Trace) -> Runs {
        let mut pieces = Pieces::default();
        if self.rows < 2 || self.cols < 2 || !level.is_finite() {
            return Runs::default();
        }
        for row in 0..self.rows - 1 {
            for col in 0..self.cols - 1 {
                self.cell(row, col, level, what, &mut pieces);
            }
        }
        pieces.joined()
    }

    fn cell(&self, row: usize, col: usize, level: f64, what: Trace, pieces: &mut Pieces) {
        let (corners, n) = self.corners(row, col);
        if n == 0 {
            return;
        }
        let corners = &corners[..n];
        let high = |k: usize| self.value(corners[k % n]) >= level;
        let count = (0..n).filter(|k| high(*k)).count();
        if count == 0 || (count == n && what == Trace::Lines) {
            return;
        }
        let cell = row * self.cols + col;
        let crossing = |k: usize| {
            let (a, b) = (corners[k % n], corners[(k + 1) % n]);
            let (za, zb) = (self.value(a), self.value(b));
            // in halves, since a difference of two numbers need not be one
            let share = ((level / 2.0 - za / 2.0) / (zb / 2.0 - za / 2.0)).clamp(0.0, 1.0);
            let ((xa, ya), (xb, yb)) = (self.place(a), self.place(b));
            let mix = |a: f64, b: f64| a * (1.0 - share) + b * share;
            (self.on_side(cell, a, b), (mix(xa, xb), mix(ya, yb)))
        };
        let corner = |k: usize| (corners[k % n], self.place(corners[k % n]));
        // sides of the field, where the region reaches them: from corner to corner, the same way round
        if what == Trace::Regions {
            for k in 0..n {
                let (here, there) = (high(k), high(k + 1));
                if (here || there) && self.is_border(row, col, corners[k], corners[(k + 1) % n]) {
                    let from = if here { corner(k) } else { crossing(k) };
                    let to = if there { corner(k + 1) } else { crossing(k) };
                    pieces.push(from, to);
                }
            }
        }
        // from where the region is left to where it is entered again
        let saddle = n == 4 && count == 2 && high(0) == high(2);
        let middle_is_high = || corners.iter().map(|c| self.value(*c) / 4.0).sum::<f64>() >= level;
        for k in 0..n {
            if high(k) && !high(k + 1) {
                let mut enter = (k + 1..k + n).find(|j| !high(*j) && high(*j + 1)).unwrap_or(k);
                if saddle && !middle_is_high() {
                    // around the one high corner: back to the side before it
                    enter = (k + n - 1) % n;
                }
                pieces.push(crossing(k), crossing(enter));
            }
        }
    }
}

/// Pieces of traces, each from one point to another.
#[derive(Default)]
struct Pieces {
    from: Vec<(Id, (f64, f64))>,
    to: Vec<(Id, (f64, f64))>,
}

impl Pieces {
    fn push(&mut self, from: (Id, (f64, f64)), to: (Id, (f64, f64))) {
        self.from.push(from);
        self.to.push(to);
    }

    /// The pieces, one after the other where the one begins at which the other ended.
    fn joined(&self) -> Runs {
        let n = self.from.len();
        // the pieces by the point at which they begin, and the points at which pieces end
        let starts = order(n, &|a, b| self.from[a].0.cmp(&self.from[b].0).then(a.cmp(&b)));
        let ended = order(n, &|a, b| self.to[a].0.cmp(&self.to[b].0));
        let has_end = |id: Id| {
            let at = ended.partition_point(|k| self.to[*k].0 < id);
            ended.get(at).is_some_and(|k| self.to[*k].0 == id)
        };
        let mut used = vec![false; n];
        let next = |id: Id, used: &mut [bool]| {
            let first = starts.partition_point(|k| self.from[*k].0 < id);
            for &k in &starts[first..] {
                if self.from[k].0 != id {
                    break;
                }
                if !std::mem::replace(&mut used[k], true) {
                    return Some(k);
                }
            }
            None
        };
        let mut runs = Runs::default();
        // first those that begin where none ends, then what goes around
        for open in [true, false] {
            for k in 0..n {
                if used[k] || (open && has_end(self.from[k].0)) {
                    continue;
                }
                used[k] = true;
                let begin = self.from[k];
                let (mut at, mut closed) = (k, false);
                runs.x.push(begin.1.0);
                runs.y.push(begin.1.1);
                loop {
                    let (id, (x, y)) = self.to[at];
                    if id == begin.0 {
                        closed = true;
                        break;
                    }
                    runs.x.push(x);
                    runs.y.push(y);
                    match next(id, &mut used) {
                        Some(k) => at = k,
                        None => break,
                    }
                }
                runs.ends.push((runs.x.len(), closed));
            }
        }
        runs
    }
}

#[cfg(test)]
mod tests;
