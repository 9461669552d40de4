//! Pieces of level lines, cell by cell, and joining them. Both are linear in the number of cells.

use super::{Runs, Trace};

/// Three or four corners, all the same way round; with fewer it is nothing. Corners and sides have numbers, which are
/// those that other cells know them by.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cell {
    pub(super) n: usize,
    pub(super) z: [f64; 4],
    pub(super) at: [(f64, f64); 4],
    pub(super) corners: [usize; 4],
    /// From each corner to the next.
    pub(super) sides: [usize; 4],
    /// Which of them are sides of no other cell.
    pub(super) border: [bool; 4],
}

/// No point, or no piece.
const NONE: u32 = u32::MAX;

/// Finds the pieces of one level after the other.
#[derive(Debug)]
pub(super) struct Tracer {
    pub(super) what: Trace,
    level: f64,
    /// The point at each corner and on each side, if there is one yet.
    points: Vec<u32>,
    /// Of each point: the corner or side, where it is, the first piece that begins there, and whether one ends there.
    ids: Vec<usize>,
    at: Vec<(f64, f64)>,
    first: Vec<u32>,
    entered: Vec<bool>,
    /// Of each piece: from where to where it goes, and the next one that begins at the same point.
    pieces: Vec<(u32, u32, u32)>,
}

impl Tracer {
    /// For cells whose corners and sides have numbers below `ids`.
    pub(super) fn new(ids: usize, what: Trace) -> Self {
        Self {
            what,
            level: f64::NAN,
            points: vec![NONE; ids],
            ids: Vec::new(),
            at: Vec::new(),
            first: Vec::new(),
            entered: Vec::new(),
            pieces: Vec::new(),
        }
    }

    pub(super) fn begin(&mut self, level: f64) {
        self.level = level;
        for id in self.ids.drain(..) {
            self.points[id] = NONE;
        }
        self.at.clear();
        self.first.clear();
        self.entered.clear();
        self.pieces.clear();
    }

    fn add(&mut self, id: usize, at: (f64, f64)) -> u32 {
        let point = self.ids.len() as u32;
        self.points[id] = point;
        self.ids.push(id);
        self.at.push(at);
        self.first.push(NONE);
        self.entered.push(false);
        point
    }

    fn corner(&mut self, cell: &Cell, k: usize) -> u32 {
        let id = cell.corners[k];
        if self.points[id] == NONE { self.add(id, cell.at[k]) } else { self.points[id] }
    }

    /// Where the level crosses the side after corner `k`.
    fn crossing(&mut self, cell: &Cell, k: usize) -> u32 {
        let id = cell.sides[k];
        if self.points[id] != NONE {
            return self.points[id];
        }
        let (a, b) = (k, if k + 1 == cell.n { 0 } else { k + 1 });
        let (za, zb) = (cell.z[a], cell.z[b]);
        // in halves, since a difference of two numbers need not be one
        let share = ((self.level / 2.0 - za / 2.0) / (zb / 2.0 - za / 2.0)).clamp(0.0, 1.0);
        let mix = |a: f64, b: f64| a * (1.0 - share) + b * share;
        let at = (mix(cell.at[a].0, cell.at[b].0), mix(cell.at[a].1, cell.at[b].1));
        self.add(id, at)
    }

    fn push(&mut self, from: u32, to: u32) {
        let first = &mut self.first[from as usize];
        self.pieces.push((from, to, *first));
        *first = self.pieces.len() as u32 - 1;
        self.entered[to as usize] = true;
    }

    pub(super) fn cell(&mut self, cell: &Cell) {
        let n = cell.n;
        let (mut high, mut count) = ([false; 4], 0);
        for (high, z) in high.iter_mut().zip(&cell.z[..n]) {
            *high = *z > self.level;
            count += usize::from(*high);
        }
        if count == 0 || (count == n && self.what == Trace::Lines) {
            return;
        }
        let after = |k: usize| if k + 1 == n { 0 } else { k + 1 };
        // sides of the field, where the region reaches them: from corner to corner, the same way round
        if self.what == Trace::Regions {
            for k in 0..n {
                let (here, there) = (high[k], high[after(k)]);
                if (here || there) && cell.border[k] {
                    let from = if here { self.corner(cell, k) } else { self.crossing(cell, k) };
                    let to = if there { self.corner(cell, after(k)) } else { self.crossing(cell, k) };
                    self.push(from, to);
                }
            }
        }
        // from where the region is left to where it is entered again
        let saddle = n == 4 && count == 2 && high[0] == high[2];
        let joined = saddle && cell.z.iter().map(|z| z / 4.0).sum::<f64>() > self.level;
        for k in 0..n {
            if !high[k] || high[after(k)] {
                continue;
            }
            let mut enter = after(k);
            while high[enter] || !high[after(enter)] {
                enter = after(enter);
            }
            if saddle && !joined {
                // around the one high corner: back to the side before it
                enter = if k == 0 { n - 1 } else { k - 1 };
            }
            let (from, to) = (self.crossing(cell, k), self.crossing(cell, enter));
            self.push(from, to);
        }
    }

    /// The pieces, one after the other where the one begins at which the other ended: first those that begin where none ends,
    /// then what goes around.
    pub(super) fn joined(&mut self) -> Runs {
        let mut runs = Runs::default();
        runs.x.reserve(self.at.len());
        runs.y.reserve(self.at.len());
        for open in [true, false] {
            for k in 0..self.pieces.len() {
                let begin = self.pieces[k].0;
                if open && self.entered[begin as usize] {
                    continue;
                }
                while self.first[begin as usize] != NONE {
                    let closed = self.run(begin, &mut runs);
                    runs.ends.push((runs.x.len(), closed));
                }
            }
        }
        runs
    }

    /// Takes the pieces from a point on, up to where there is none, or back to it.
    fn run(&mut self, begin: u32, runs: &mut Runs) -> bool {
        let mut at = begin;
        loop {
            let (x, y) = self.at[at as usize];
            runs.x.push(x);
            runs.y.push(y);
            let piece = self.first[at as usize];
            if piece == NONE {
                return false;
            }
            let (_, to, next) = self.pieces[piece as usize];
            self.first[at as usize] = next;
            if to == begin {
                return true;
            }
            at = to;
        }
    }
}
