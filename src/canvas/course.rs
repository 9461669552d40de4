//! The way of a line that never turns back along x, or along y: which way it goes, and how far it reaches in each slice.
//!
//! It is told in one pass over the points, which ends at the first that turns back.

use crate::canvas::rounding::{max, min};
use crate::canvas::window::P;
use crate::geom::Clip;
use crate::surface::{AT_ONCE, Parts, Stream};

/// Points that are handled at once.
const LANES: usize = 8;
/// Farther away, in pixels, places are no longer exact.
pub(super) const FAR: f32 = 30_000.0;

/// Along which axis the line never turns back, and whether it goes to lower numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Course {
    pub(super) along_y: bool,
    pub(super) falls: bool,
}

/// Where the slices lie.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) course: Course,
    /// How many a pixel has.
    pub(super) slices: usize,
    /// Slices before and after those of the window, which are not painted.
    pub(super) pad: usize,
    /// Pixels of the window along the course, and across it.
    pub(super) lines: usize,
    pub(super) across: usize,
    /// Takes a pixel along the course to slices, and moves one across it.
    scale: f32,
    shift: f32,
    top: f32,
}

impl Place {
    /// `reach`: how many slices a disc reaches to either side; `room`: how many more there are to be.
    pub(super) fn new(course: Course, window: Clip, slices: usize, (reach, room): (usize, usize)) -> Self {
        let Clip { x0, y0, x1, y1 } = window;
        let ((from, to), (top, bottom)) = if course.along_y { ((y0, y1), (x0, x1)) } else { ((x0, x1), (y0, y1)) };
        // an end reaches from where it begins to its farthest corner
        let pad = (reach * 5 / 2 + room).next_multiple_of(slices);
        let scale = if course.falls { -(slices as f32) } else { slices as f32 };
        let origin = if course.falls { to } else { from };
        let shift = pad as f32 - origin as f32 * scale;
        Self {
            course,
            slices,
            pad,
            lines: (to - from) as usize,
            across: (bottom - top) as usize,
            scale,
            shift,
            top: top as f32,
        }
    }

    fn all(&self) -> usize {
        self.lines * self.slices + 2 * self.pad
    }

    /// Along the course in slices, and across it in pixels.
    pub(super) fn of(&self, (x, y): P) -> P {
        let (along, across) = if self.course.along_y { (y, x) } else { (x, y) };
        (along * f64::from(self.scale) + f64::from(self.shift), across - f64::from(self.top))
    }

    /// The same, rounded as all points are: else an end might lie beyond its neighbour.
    fn rounded(&self, (x, y): P) -> (f32, f32) {
        let (along, across) = if self.course.along_y { (y, x) } else { (x, y) };
        (along as f32 * self.scale + self.shift, across as f32 - self.top)
    }
}

/// The least and the greatest of the path in each slice. Without any, between two uses.
#[derive(Debug, Default)]
pub(super) struct Reach {
    pub(super) lo: Vec<f32>,
    pub(super) hi: Vec<f32>,
}

impl Reach {
    fn resize(&mut self, slices: usize) {
        if self.lo.len() != slices {
            self.lo.clear();
            self.hi.clear();
            self.lo.resize(slices, f32::INFINITY);
            self.hi.resize(slices, f32::NEG_INFINITY);
        }
    }

    pub(super) fn forget(&mut self, from: usize, to: usize) {
        self.lo[from..to].fill(f32::INFINITY);
        self.hi[from..to].fill(f32::NEG_INFINITY);
    }

    /// Finds how far the path reaches in each slice; the slices that have any of it, or `None` if it turns back.
    pub(super) fn walk(
        &mut self,
        parts: &mut Parts,
        place: &Place,
        line: &dyn Stream,
        (from, to): (usize, usize),
        ends: [Option<P>; 2],
    ) -> Option<(usize, usize)> {
        let all = place.all();
        self.resize(all);
        let path = &mut *self;
        let end = all as f32 - 1.0;
        let (lo, hi) = (f32::INFINITY, f32::NEG_INFINITY);
        let mut walk = Walk { path, x: f32::NAN, y: 0.0, at: 0, next: 0.0, lo, hi, first: None, end };
        let [begin, stop] = ends.map(|end| end.map(|p| place.rounded(p)));
        if let Some(begin) = begin {
            (walk.x, walk.y) = begin;
        }
        let mut good = true;
        let mut at = from;
        while at < to && good {
            let until = to.min(at + AT_ONCE);
            line.part(at..until, parts);
            let Parts { x, y } = &mut *parts;
            let (along, across) = if place.course.along_y { (y, x) } else { (x, y) };
            for v in along.iter_mut() {
                *v = *v * place.scale + place.shift;
            }
            for v in across.iter_mut() {
                *v -= place.top;
            }
            if walk.x.is_nan() {
                (walk.x, walk.y) = (along[0], across[0]);
            }
            // nor may anything be NaN
            good = walk.x <= along[0] && rises(along) && near(along, FAR * place.slices as f32) && near(across, FAR);
            if good {
                walk.go(along, across);
            }
            at = until;
        }
        if let (Some((x, y)), true) = (stop, good) {
            good = walk.x <= x;
            walk.point(x, y);
        }
        walk.leave();
        let seen = walk.first.map_or((0, 0), |first| (first, (walk.at + 1).min(all)));
        if !good {
            self.forget(seen.0, seen.1);
            return None;
        }
        Some(seen)
    }
}

/// How far along the path we are.
struct Walk<'a> {
    path: &'a mut Reach,
    /// The last point, its slice, and where the next one begins.
    x: f32,
    y: f32,
    at: usize,
    next: f32,
    /// Of the path in this slice so far.
    lo: f32,
    hi: f32,
    /// The first slice that was reached; `None` before any.
    first: Option<usize>,
    /// Nothing beyond is looked at.
    end: f32,
}

impl Walk<'_> {
    /// Goes on through points along whose course the slices rise.
    fn go(&mut self, xs: &[f32], ys: &[f32]) {
        let (mut i, n) = (0, xs.len().min(ys.len()));
        while i < n {
            if let (Some(x), Some(y)) = (xs[i..].first_chunk::<LANES>(), ys[i..].first_chunk::<LANES>())
                && x[LANES - 1] < self.next
                && self.first.is_some()
            {
                let (mut lo, mut hi) = ([y[0], y[1], y[2], y[3]], [y[0], y[1], y[2], y[3]]);
                for k in 0..4 {
                    (lo[k], hi[k]) = (min(lo[k], y[k + 4]), max(hi[k], y[k + 4]));
                }
                self.lo = min(self.lo, min(min(lo[0], lo[1]), min(lo[2], lo[3])));
                self.hi = max(self.hi, max(max(hi[0], hi[1]), max(hi[2], hi[3])));
                (self.x, self.y) = (x[LANES - 1], y[LANES - 1]);
                i += LANES;
                continue;
            }
            self.point(xs[i], ys[i]);
            i += 1;
        }
    }

    #[inline]
    fn point(&mut self, x: f32, y: f32) {
        if self.first.is_none() {
            if x < 0.0 || self.x >= self.end {
                (self.x, self.y) = (x, y);
                return;
            }
            // from the border on, if the last point lay before it
            if self.x < 0.0 {
                self.y += (0.0 - self.x) * ((y - self.y) / (x - self.x));
                self.x = 0.0;
            }
            self.at = self.x as usize;
            self.next = self.at as f32 + 1.0;
            (self.lo, self.hi) = (self.y, self.y);
            self.first = Some(self.at);
        }
        if x >= self.next {
            let slope = (y - self.y) / (x - self.x);
            let mut here = self.y + (self.next - self.x) * slope;
            (self.lo, self.hi) = (min(self.lo, here), max(self.hi, here));
            self.leave();
            let to = if x < self.end { x as usize } else { self.end as usize };
            for k in self.at + 1..to {
                let there = self.y + ((k + 1) as f32 - self.x) * slope;
                (self.path.lo[k], self.path.hi[k]) = (min(here, there), max(here, there));
                here = there;
            }
            self.at = to;
            self.next = if x < self.end { to as f32 + 1.0 } else { f32::INFINITY };
            (self.lo, self.hi) = (here, here);
        }
        (self.lo, self.hi) = (min(self.lo, y), max(self.hi, y));
        (self.x, self.y) = (x, y);
    }

    fn leave(&mut self) {
        if self.at < self.path.lo.len() {
            (self.path.lo[self.at], self.path.hi[self.at]) = (self.lo, self.hi);
        }
    }
}

/// The ways that these points may go on, the longer one first.
pub(super) fn courses(parts: &Parts) -> [Option<Course>; 2] {
    let of = |values: &[f32], along_y: bool| {
        let [first, .., last] = values else { return None };
        Some(Course { along_y, falls: last < first })
    };
    let length = |values: &[f32]| values.last().zip(values.first()).map_or(0.0, |(a, b)| (a - b).abs());
    let both = [of(&parts.x, false), of(&parts.y, true)];
    if length(&parts.y) > length(&parts.x) { [both[1], both[0]] } else { both }
}

fn rises(values: &[f32]) -> bool {
    let mut good = 1;
    for (a, b) in values.iter().zip(&values[1..]) {
        good &= u32::from(a <= b);
    }
    good == 1
}

pub(super) fn near(values: &[f32], far: f32) -> bool {
    let mut good = 1;
    for v in values {
        good &= u32::from(v.abs() <= far);
    }
    good == 1
}
