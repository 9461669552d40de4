//! Lines along a field of directions, evenly spread.
//!
//! The way is matplotlib's `streamplot`: lines are followed by Heun's method, whose first order says how long a step may be, from places on a
//! spiral from the border inward, through a mask of cells that hold one line each. Where the places are even, its lines are followed step for step.

use super::polylines::Outlines;

/// So many steps a line has at most, in each direction.
const MOST_STEPS: usize = 100_000;
/// How much the first order may differ from the second in a step, as a share of the field's size.
const MAX_ERROR: f64 = 0.003;

/// Places along one axis, rising. A position on it is 0 at the first place and the number of the last one there, and even between, wherever the
/// others are.
#[derive(Clone, Debug)]
struct Rail<'a> {
    at: &'a [f64],
    even: bool,
    last: f64,
    /// The place is so far from the first one, where the position is 1.
    unit: f64,
}

impl<'a> Rail<'a> {
    /// Of two places at least.
    fn new(at: &'a [f64]) -> Self {
        let (last, length) = ((at.len() - 1) as f64, at[at.len() - 1] - at[0]);
        let unit = length / last;
        let even = at.windows(2).all(|pair| (pair[1] - pair[0] - unit).abs() <= 1e-5 * unit);
        Self { at, even, last, unit: if even { at[1] - at[0] } else { unit } }
    }

    fn holds(&self, position: f64) -> bool {
        0.0 <= position && position <= self.last
    }

    fn place(&self, position: f64) -> f64 {
        position * self.unit + self.at[0]
    }

    /// The position of a place that is not outside.
    fn position(&self, place: f64) -> f64 {
        ((place - self.at[0]) / self.unit).clamp(0.0, self.last)
    }

    /// How many places there are up to a position, and the share of the step beyond.
    fn index(&self, position: f64) -> f64 {
        if self.even {
            return position;
        }
        let place = self.place(position);
        let next = self.at.partition_point(|v| *v <= place).clamp(1, self.at.len() - 1);
        let (from, to) = (self.at[next - 1], self.at[next]);
        (next - 1) as f64 + ((place - from) / (to - from)).clamp(0.0, 1.0)
    }

    /// The cell of the mask that a position is in.
    fn cell(&self, position: f64, cells: usize) -> usize {
        let at = position * ((cells - 1) as f64 / self.last);
        (at.round_ties_even() as usize).min(cells - 1)
    }

    /// The position of the middle of a cell of the mask.
    fn of_cell(&self, cell: usize, cells: usize) -> f64 {
        (cell as f64 * (1.0 / ((cells - 1) as f64 / self.last))).min(self.last)
    }
}

/// Which way streamlines are followed from where they begin.
///
/// `"both"`, `"forward"` and `"backward"` may be written for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum StreamDirection {
    /// Both ways. The default.
    #[default]
    Both,
    /// The way that the field points.
    Forward,
    /// The other way.
    Backward,
}

/// What is asked of the lines.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Wanted {
    /// Cells of the mask along x and y.
    pub(crate) cells: [usize; 2],
    /// In sizes of the field.
    pub(crate) min_length: f64,
    pub(crate) max_length: f64,
    pub(crate) ways: StreamDirection,
    /// Whether a line ends where it comes near another.
    pub(crate) broken: bool,
    /// Where lines begin; `None`: wherever there is room.
    pub(crate) starts: Option<Vec<(f64, f64)>>,
}

/// A field of directions: components along x and y, row after row. What is not a number is a hole.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Flow<'a> {
    pub(crate) x: &'a [f64],
    pub(crate) y: &'a [f64],
    pub(crate) u: &'a [f64],
    pub(crate) v: &'a [f64],
}

/// Lines as places, and as numbers of columns and rows, with the shares between them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Streams {
    pub(crate) lines: Outlines,
    pub(crate) cols: Vec<f64>,
    pub(crate) rows: Vec<f64>,
}

/// The value of a grid between its columns and rows, mixed from those around.
pub(crate) fn between(values: &[f64], cols: usize, rows: usize, x: f64, y: f64) -> f64 {
    let (col, row) = ((x as usize).min(cols - 1), (y as usize).min(rows - 1));
    let (next_col, next_row) = ((col + 1).min(cols - 1), (row + 1).min(rows - 1));
    let (right, up) = (x - col as f64, y - row as f64);
    let value = |row: usize, col: usize| values.get(row * cols + col).copied().unwrap_or(f64::NAN);
    let along = |row: usize| value(row, col) * (1.0 - right) + value(row, next_col) * right;
    along(row) * (1.0 - up) + along(next_row) * up
}

/// The lines of a field. Places rise, and there are as many components as places along x times places along y.
pub(crate) fn streams(flow: &Flow<'_>, wanted: &Wanted) -> Streams {
    let mut out = Streams::default();
    let (cols, rows) = (flow.x.len(), flow.y.len());
    if cols < 2 || rows < 2 || flow.u.len() != cols * rows || flow.v.len() != cols * rows {
        return out;
    }
    let mut tracer = Tracer::new(flow, wanted);
    match &wanted.starts {
        None => {
            spiral(wanted.cells, &mut |x, y| {
                if !tracer.mask[y * wanted.cells[0] + x] {
                    let at = (tracer.x.of_cell(x, wanted.cells[0]), tracer.y.of_cell(y, wanted.cells[1]));
                    tracer.follow(at, &mut out);
                }
            });
        }
        Some(starts) => {
            for &(x, y) in starts {
                let within = |at: f64, places: &[f64]| at >= places[0] && at <= places[places.len() - 1];
                if within(x, flow.x) && within(y, flow.y) {
                    let at = (tracer.x.position(x), tracer.y.position(y));
                    tracer.follow(at, &mut out);
                }
            }
        }
    }
    out
}

/// The cells of a mask, along its border and inward.
fn spiral([cols, rows]: [usize; 2], each: &mut dyn FnMut(usize, usize)) {
    let (cols, rows) = (cols as isize, rows as isize);
    let (mut left, mut right, mut bottom, mut top) = (0, cols - 1, 0, rows - 1);
    while left <= right && bottom <= top {
        for x in left..=right {
            each(x as usize, bottom as usize);
        }
        for y in bottom + 1..=top {
            each(right as usize, y as usize);
        }
        if top > bottom {
            for x in (left..right).rev() {
                each(x as usize, top as usize);
            }
        }
        if right > left {
            for y in (bottom + 1..top).rev() {
                each(left as usize, y as usize);
            }
        }
        (left, right, bottom, top) = (left + 1, right - 1, bottom + 1, top - 1);
    }
}

/// Why a line ends.
enum End {
    /// It leaves the field.
    Outside,
    /// There is no direction.
    Nowhere,
}

struct Tracer<'a> {
    x: Rail<'a>,
    y: Rail<'a>,
    /// Components in sizes of the field, and how strong they are.
    u: Vec<f64>,
    v: Vec<f64>,
    speed: Vec<f64>,
    wanted: &'a Wanted,
    mask: Vec<bool>,
    /// The cells that the line at hand has taken.
    taken: Vec<usize>,
    /// The cell that was taken last, also by the line before: matplotlib lets the next one begin there.
    current: Option<usize>,
}

impl<'a> Tracer<'a> {
    fn new(flow: &Flow<'a>, wanted: &'a Wanted) -> Self {
        let (x, y) = (Rail::new(flow.x), Rail::new(flow.y));
        let mut most = 0.0;
        for v in flow.u.iter().chain(flow.v) {
            most = f64::max(most, if v.is_finite() { v.abs() } else { 0.0 });
        }
        // only directions count, and squares must be numbers
        let scale = if (1e-100..1e100).contains(&most) {
            1.0
        } else if most > 0.0 {
            1.0 / most
        } else {
            0.0
        };
        let sized = |values: &[f64], length: f64| {
            let mut out = Vec::with_capacity(values.len());
            for v in values {
                out.push(if v.is_finite() { v * scale / length } else { f64::NAN });
            }
            out
        };
        let (u, v) = (sized(flow.u, x.unit * x.last), sized(flow.v, y.unit * y.last));
        let mut speed = Vec::with_capacity(u.len());
        for (u, v) in u.iter().zip(&v) {
            speed.push((u * u + v * v).sqrt());
        }
        let mask = vec![false; wanted.cells[0] * wanted.cells[1]];
        Self { x, y, u, v, speed, wanted, mask, taken: Vec::new(), current: None }
    }

    fn cell(&self, (x, y): (f64, f64)) -> usize {
        let [cols, rows] = self.wanted.cells;
        self.y.cell(y, rows) * cols + self.x.cell(x, cols)
    }

    /// Takes the cell that a line has come to; false if another has it, and lines are broken there.
    fn enter(&mut self, at: (f64, f64)) -> bool {
        let cell = self.cell(at);
        if self.current != Some(cell) {
            if !self.mask[cell] {
                self.mask[cell] = true;
                self.taken.push(cell);
                self.current = Some(cell);
            } else if self.wanted.broken {
                return false;
            }
        }
        true
    }

    /// Adds the line through a position, if it is long enough.
    fn follow(&mut self, start: (f64, f64), out: &mut Streams) {
        self.taken.clear();
        if !self.enter(start) {
            return;
        }
        let (mut length, mut line) = (0.0, Vec::new());
        if self.wanted.ways != StreamDirection::Forward {
            length += self.integrate(start, -1.0, &mut line);
            line.reverse();
        }
        if self.wanted.ways != StreamDirection::Backward {
            self.current = Some(self.cell(start));
            // the beginning is there already
            line.pop();
            length += self.integrate(start, 1.0, &mut line);
        }
        if length > self.wanted.min_length && line.len() > 1 {
            for (x, y) in line {
                out.lines.push(self.x.place(x), self.y.place(y));
                out.cols.push(self.x.index(x));
                out.rows.push(self.y.index(y));
            }
            out.lines.end();
        } else {
            for cell in &self.taken {
                self.mask[*cell] = false;
            }
        }
    }

    /// The direction at a position, in positions per size of the field.
    fn direction(&self, (x, y): (f64, f64), way: f64) -> Result<(f64, f64), End> {
        if !(self.x.holds(x) && self.y.holds(y)) {
            return Err(End::Outside);
        }
        let (cols, rows) = (self.x.at.len(), self.y.at.len());
        let (col, row) = (self.x.index(x), self.y.index(y));
        let speed = between(&self.speed, cols, rows, col, row);
        if speed.is_nan() || speed <= 0.0 {
            return Err(End::Nowhere);
        }
        let (u, v) = (between(&self.u, cols, rows, col, row), between(&self.v, cols, rows, col, row));
        // where it turns around within a cell, what is left is rounding
        if u.abs().max(v.abs()) < 1e-9 * speed {
            return Err(End::Nowhere);
        }
        Ok((way * u * self.x.last / speed, way * v * self.y.last / speed))
    }

    /// Follows the field from a position, adds the points, and says how long the line is, in sizes of the field.
    fn integrate(&mut self, start: (f64, f64), way: f64, line: &mut Vec<(f64, f64)>) -> f64 {
        let [cols, rows] = self.wanted.cells;
        let longest = (1.0 / cols as f64).min(1.0 / rows as f64).min(0.1);
        let most = if self.wanted.ways == StreamDirection::Both {
            self.wanted.max_length / 2.0
        } else {
            self.wanted.max_length
        };
        let (mut at, mut step, mut total) = (start, longest, 0.0);
        line.push(at);
        for _ in 0..MOST_STEPS {
            let [first, second] = match self.slopes(at, step, way) {
                Ok(slopes) => slopes,
                Err(End::Nowhere) => break,
                Err(End::Outside) => {
                    total += self.to_border(line, way);
                    break;
                }
            };
            let (dx, dy) = (step * 0.5 * (first.0 + second.0), step * 0.5 * (first.1 + second.1));
            let (ex, ey) = ((dx - step * first.0) / self.x.last, (dy - step * first.1) / self.y.last);
            let error = (ex * ex + ey * ey).sqrt();
            if error < MAX_ERROR {
                at = (at.0 + dx, at.1 + dy);
                let inside = self.x.holds(at.0) && self.y.holds(at.1);
                if !(inside && self.enter(at) && total + step <= most) {
                    break;
                }
                total += step;
                line.push(at);
            }
            step = if error == 0.0 { longest } else { longest.min(0.85 * step * (MAX_ERROR / error).sqrt()) };
        }
        total
    }

    /// The directions at both ends of a step.
    fn slopes(&self, at: (f64, f64), step: f64, way: f64) -> Result<[(f64, f64); 2], End> {
        let first = self.direction(at, way)?;
        let second = self.direction((at.0 + step * first.0, at.1 + step * first.1), way)?;
        Ok([first, second])
    }

    /// Leads a line straight on to the border, and says how far that is.
    fn to_border(&self, line: &mut Vec<(f64, f64)>, way: f64) -> f64 {
        let Some(&at) = line.last() else { return 0.0 };
        let Ok((dx, dy)) = self.direction(at, way) else { return 0.0 };
        let far = |at: f64, d: f64, last: f64| match d {
            d if d < 0.0 => at / -d,
            d if d > 0.0 => (last - at) / d,
            _ => f64::INFINITY,
        };
        let step = far(at.0, dx, self.x.last).min(far(at.1, dy, self.y.last));
        if !step.is_finite() {
            return 0.0;
        }
        let within = |v: f64, last: f64| v.clamp(0.0, last);
        let end = (within(at.0 + dx * step, self.x.last), within(at.1 + dy * step, self.y.last));
        if end != at {
            line.push(end);
        }
        step
    }
}

#[cfg(test)]
mod tests;
