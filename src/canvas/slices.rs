//! Lines of many points that never turn back along x, or along y: slice by slice, what they cover is one interval.
//!
//! **Which**: solid lines with round joins, up to [`MAX_WIDTH`] wide, of [`MANY`] points in a row at least, whatever the points
//! do across: noise, spikes, steps, smooth curves. **When**: a run is tried here first. It is told in one pass over the points,
//! which ends at the first that turns back, and nothing was drawn then.
//! **How exactly**: within sixteen levels of the truth, and three in the root of the mean square; the ends of lines that are more than 4.5 pixels
//! wide, which have fewer slices, within 28.
//!
//! The stroke of a path that does not turn back, cut across, is an interval: the pieces of the path that are near enough are
//! connected, and so is what a disc that is moved along them covers of the cut. Its ends are the least and the greatest of the path, over
//! what is near, less and plus what the disc reaches there. So each column of pixels is cut into slices; of each the
//! least and the greatest of the path are kept, however many points it has, and these are dilated by the disc. How much of each pixel
//! an interval covers is left as changes along it, in whole numbers, whose running sum over all slices of a column is its coverage.

use crate::canvas::brush::MAX_WIDTH;
use crate::canvas::planes::Planes;
use crate::canvas::rounding::{max, min};
use crate::canvas::window::P;
use crate::geom::Clip;
use crate::style::{Cap, Join};
use crate::surface::{AT_ONCE, Parts, Stream, Stroke};

/// Lines of fewer points are drawn segment by segment.
pub(super) const MANY: usize = 64;
/// Slices that are handled at once.
const LANES: usize = 8;
/// What a whole pixel of a slice counts.
const WHOLE: f32 = 255.0;
/// Farther away, in pixels, places are no longer exact.
const FAR: f32 = 30_000.0;
/// So many points are looked at for the direction of an end: those of most lines, and of a dense one.
const ENDS: [usize; 2] = [256, 1 << 14];

/// What is kept from use to use.
#[derive(Debug, Default)]
pub(crate) struct Slices {
    parts: Parts,
    /// Of the path in each slice. Without any, between two uses.
    path: Reach,
    /// Of the stroke.
    stroke: Reach,
    /// How far a disc reaches across, by slices from its middle.
    taps: Vec<f32>,
    /// Changes of coverage. All zeros between two uses.
    cells: Vec<i16>,
    sum: Vec<i16>,
    mask: Vec<u8>,
}

/// The least and the greatest in each slice.
#[derive(Debug, Default)]
struct Reach {
    lo: Vec<f32>,
    hi: Vec<f32>,
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

    fn forget(&mut self, from: usize, to: usize) {
        self.lo[from..to].fill(f32::INFINITY);
        self.hi[from..to].fill(f32::NEG_INFINITY);
    }
}

/// Along which axis the line never turns back, and whether it goes to lower numbers.
#[derive(Clone, Copy, Debug)]
struct Course {
    along_y: bool,
    falls: bool,
}

/// Where the slices lie.
#[derive(Clone, Copy, Debug)]
struct Place {
    course: Course,
    /// How many a pixel has.
    slices: usize,
    /// Slices before and after those of the window, which are not painted.
    pad: usize,
    /// Pixels of the window along the course, and across it.
    lines: usize,
    across: usize,
    /// Takes a pixel along the course to slices, and moves one across it.
    scale: f32,
    shift: f32,
    top: f32,
}

impl Place {
    fn new(course: Course, window: Clip, slices: usize, reach: usize) -> Self {
        let Clip { x0, y0, x1, y1 } = window;
        let ((from, to), (top, bottom)) = if course.along_y { ((y0, y1), (x0, x1)) } else { ((x0, x1), (y0, y1)) };
        // an end reaches from where it begins to its farthest corner
        let pad = (reach * 5 / 2 + 2 * LANES).next_multiple_of(slices);
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
    fn of(&self, (x, y): P) -> P {
        let (along, across) = if self.course.along_y { (y, x) } else { (x, y) };
        (along * f64::from(self.scale) + f64::from(self.shift), across - f64::from(self.top))
    }

    /// The same, rounded as all points are: else an end might lie beyond its neighbour.
    fn rounded(&self, (x, y): P) -> (f32, f32) {
        let (along, across) = if self.course.along_y { (y, x) } else { (x, y) };
        (along as f32 * self.scale + self.shift, across as f32 - self.top)
    }
}

/// The end of a line: a straight piece with square corners.
#[derive(Clone, Copy, Debug)]
struct Tip {
    from: P,
    to: P,
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

impl Slices {
    /// Adds the line to what the planes have of it, or says that it cannot.
    pub(super) fn add(&mut self, planes: &mut Planes, window: Clip, stroke: &Stroke<'_>, line: &dyn Stream) -> bool {
        let count = line.count();
        if count < MANY || stroke.width > MAX_WIDTH || stroke.join != Join::Round {
            return false;
        }
        let radius = f64::from(stroke.width) / 2.0;
        let (mut skip, mut tips, mut ends, mut outer) = ([0; 2], [None; 2], [None; 2], [(0.0, 0.0); 2]);
        for k in 0..2 {
            for some in ENDS {
                let some = count.min(some);
                line.part(if k == 0 { 0..some } else { count - some..count }, &mut self.parts);
                if !near(&self.parts.x, FAR) || !near(&self.parts.y, FAR) {
                    return false;
                }
                if k == 1 {
                    self.parts.x.reverse();
                    self.parts.y.reverse();
                }
                outer[k] = (self.parts.x[0], self.parts.y[0]);
                if stroke.cap == Cap::Round {
                    break;
                }
                if let Some((i, tip)) = tip(&self.parts, radius, stroke.cap) {
                    (skip[k], tips[k], ends[k]) = (i, Some(tip), Some(tip.from));
                    break;
                }
            }
        }
        // a point alone draws nothing
        if skip[0] + skip[1] >= count || outer[0] == outer[1] {
            return false;
        }
        let inner = (skip[0], count - skip[1]);
        let (slices, reach) = fineness(stroke.width);
        self.taps.clear();
        for d in 0..=reach {
            // a slice that the path leaves across is left at its far end
            let d = (d as f64 + 0.5) / slices as f64;
            self.taps.push((radius * radius - d * d).max(0.0).sqrt() as f32);
        }
        line.part(inner.0..inner.1.min(inner.0 + AT_ONCE), &mut self.parts);
        for course in courses(&self.parts) {
            let Some(course) = course else { continue };
            let place = Place::new(course, window, slices, reach);
            if let Some(seen) = self.walk(&place, line, inner, ends) {
                if seen.0 < seen.1 {
                    self.paint(planes, window, &place, seen, radius, tips);
                }
                return true;
            }
        }
        false
    }

    /// Finds how far the path reaches in each slice; the slices that have any of it, or `None` if it turns back.
    fn walk(
        &mut self,
        place: &Place,
        line: &dyn Stream,
        (from, to): (usize, usize),
        ends: [Option<P>; 2],
    ) -> Option<(usize, usize)> {
        let all = place.all();
        self.path.resize(all);
        let path = &mut self.path;
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
            line.part(at..until, &mut self.parts);
            let Parts { x, y } = &mut self.parts;
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
            self.path.forget(seen.0, seen.1);
            return None;
        }
        Some(seen)
    }

    fn paint(
        &mut self,
        planes: &mut Planes,
        window: Clip,
        place: &Place,
        (first, last): (usize, usize),
        radius: f64,
        tips: [Option<Tip>; 2],
    ) {
        let Place { course, slices, pad, lines, across, .. } = *place;
        let reach = self.taps.len() + (2.0 * radius * slices as f64) as usize + 2;
        let inner = (pad, pad + lines * slices);
        // whole lines
        let from = (first.saturating_sub(reach).clamp(inner.0, inner.1) - pad) / slices;
        let to = ((last + reach).clamp(inner.0, inner.1) - pad).div_ceil(slices);
        self.dilate(pad + from * slices, pad + to * slices);
        self.path.forget(first, last);
        for tip in tips.into_iter().flatten() {
            self.square(place, tip, radius, (pad + from * slices, pad + to * slices));
        }
        // changes along a line are beside each other, or one below the other
        let columns = if course.along_y { across + 2 } else { lines };
        let (by_line, by_step) = if course.along_y { (columns, 1) } else { (1, columns) };
        let cells = lines * (across + 2);
        if self.cells.len() < cells {
            self.cells.resize(cells, 0);
        }
        let bottom = across as f32;
        let (mut least, mut most) = (across, 0);
        for line in from..to {
            let at = if course.falls { lines - 1 - line } else { line } * by_line;
            for k in pad + line * slices..pad + (line + 1) * slices {
                let (a, b) = (max(self.stroke.lo[k], 0.0), min(self.stroke.hi[k], bottom));
                if a < b {
                    for (edge, sign) in [(a, 1), (b, -1)] {
                        let whole = edge as usize;
                        let below = ((edge - whole as f32) * WHOLE + 0.5) as i16;
                        let at = at + whole * by_step;
                        self.cells[at] += sign * (WHOLE as i16 - below);
                        self.cells[at + by_step] += sign * below;
                    }
                    least = least.min(a as usize);
                    most = most.max(b as usize + 1);
                }
            }
        }
        let most = most.min(across);
        let (from, to) = if course.falls { (lines - to, lines - from) } else { (from, to) };
        self.sum.clear();
        self.sum.resize(to - from, 0);
        if course.along_y {
            for line in from..to {
                let cells = &mut self.cells[line * columns..(line + 1) * columns];
                let mut sum = 0;
                self.mask.clear();
                for cell in &cells[least..most.max(least)] {
                    sum += cell;
                    self.mask.push(share(sum, slices));
                }
                cells[least..].fill(0);
                planes.cover(window.y0 + line as i32, window.x0 + least as i32, &self.mask);
            }
            return;
        }
        self.mask.resize(to - from, 0);
        for row in least..most {
            let cells = &mut self.cells[row * columns + from..row * columns + to];
            for ((sum, cell), mask) in self.sum.iter_mut().zip(&mut *cells).zip(&mut self.mask) {
                *sum += *cell;
                *cell = 0;
                *mask = share(*sum, slices);
            }
            planes.cover(window.y0 + row as i32, window.x0 + from as i32, &self.mask);
        }
        // what lies below of the last edges
        for row in most..most + 2 {
            self.cells[row * columns + from..row * columns + to].fill(0);
        }
    }

    /// What a disc covers that is moved along the path, in some slices.
    fn dilate(&mut self, from: usize, to: usize) {
        self.stroke.resize(self.path.lo.len());
        let (path, stroke) = (&self.path, &mut self.stroke);
        for at in (from..to).step_by(LANES) {
            let (mut lo, mut hi) = ([f32::INFINITY; LANES], [f32::NEG_INFINITY; LANES]);
            for (d, &h) in self.taps.iter().enumerate() {
                let part =
                    |of: &'_ [f32], at: usize| of[at..].first_chunk::<LANES>().copied().unwrap_or([f32::NAN; LANES]);
                let (low, low_after) = (part(&path.lo, at - d), part(&path.lo, at + d));
                let (high, high_after) = (part(&path.hi, at - d), part(&path.hi, at + d));
                for k in 0..LANES {
                    lo[k] = min(lo[k], min(low[k], low_after[k]) - h);
                    hi[k] = max(hi[k], max(high[k], high_after[k]) + h);
                }
            }
            stroke.lo[at..at + LANES].copy_from_slice(&lo);
            stroke.hi[at..at + LANES].copy_from_slice(&hi);
        }
    }

    /// Adds the end of the line, up to its corners, to what the stroke covers of some slices.
    fn square(&mut self, place: &Place, tip: Tip, radius: f64, (from, to): (usize, usize)) {
        let (dx, dy) = (tip.to.0 - tip.from.0, tip.to.1 - tip.from.1);
        let length = (dx * dx + dy * dy).sqrt();
        let (nx, ny) = (-dy / length * radius, dx / length * radius);
        let corners = [
            place.of((tip.from.0 + nx, tip.from.1 + ny)),
            place.of((tip.to.0 + nx, tip.to.1 + ny)),
            place.of((tip.to.0 - nx, tip.to.1 - ny)),
            place.of((tip.from.0 - nx, tip.from.1 - ny)),
        ];
        let ends = |pick: fn(f64, f64) -> f64| corners.iter().fold(corners[0].0, |end, c| pick(end, c.0));
        let (least, most) = (ends(f64::min).max(0.0) as usize, ends(f64::max).max(0.0) as usize);
        for k in from.max(least)..to.min(most + 1) {
            let middle = k as f64 + 0.5;
            for i in 0..4 {
                let (a, b) = (corners[i], corners[(i + 1) % 4]);
                if (a.0 <= middle) != (b.0 <= middle) {
                    let v = (a.1 + (middle - a.0) * ((b.1 - a.1) / (b.0 - a.0))) as f32;
                    self.stroke.lo[k] = min(self.stroke.lo[k], v);
                    self.stroke.hi[k] = max(self.stroke.hi[k], v);
                }
            }
        }
    }
}

/// How many slices a pixel has, and how many more than its own half the widest part of a disc reaches over: so many that a
/// line is nearly an odd number of slices wide, and a steep one as wide as it should be.
fn fineness(width: f32) -> (usize, usize) {
    let range = match width {
        w if w <= 1.2 => 24..=34,
        w if w <= 4.5 => 22..=30,
        w if w <= 12.0 => 10..=16,
        _ => 6..=9,
    };
    let halves = |n: usize| (f64::from(width) * n as f64 - 1.0) / 2.0;
    let off = |n: usize| (halves(n) - halves(n).round()).abs() / n as f64;
    let mut best = *range.start();
    for n in range {
        if off(n) <= off(best) {
            best = n;
        }
    }
    (best, halves(best).round().max(0.0) as usize)
}

/// Coverage, 0 to 255, of a sum over so many slices.
#[inline(always)]
fn share(sum: i16, slices: usize) -> u8 {
    let inverse = 65_536_u32.div_ceil(slices as u32) as u16;
    ((u32::from(sum as u16 + slices as u16 / 2) * u32::from(inverse)) >> 16) as u8
}

fn rises(values: &[f32]) -> bool {
    let mut good = 1;
    for (a, b) in values.iter().zip(&values[1..]) {
        good &= u32::from(a <= b);
    }
    good == 1
}

fn near(values: &[f32], far: f32) -> bool {
    let mut good = 1;
    for v in values {
        good &= u32::from(v.abs() <= far);
    }
    good == 1
}

/// The ways that these points may go on, the longer one first.
fn courses(parts: &Parts) -> [Option<Course>; 2] {
    let of = |values: &[f32], along_y: bool| {
        let [first, .., last] = values else { return None };
        Some(Course { along_y, falls: last < first })
    };
    let length = |values: &[f32]| values.last().zip(values.first()).map_or(0.0, |(a, b)| (a - b).abs());
    let both = [of(&parts.x, false), of(&parts.y, true)];
    if length(&parts.y) > length(&parts.x) { [both[1], both[0]] } else { both }
}

/// The piece of a line from where it is first `radius` away from its beginning, and the number of that point; `None` where it winds
/// about its end, which is round then.
fn tip(parts: &Parts, radius: f64, cap: Cap) -> Option<(usize, Tip)> {
    let at = |i: usize| (f64::from(parts.x[i]), f64::from(parts.y[i]));
    let end = at(0);
    let mut before = 0.0;
    for i in 1..parts.x.len() {
        let p = at(i);
        let (dx, dy) = (p.0 - end.0, p.1 - end.1);
        let away = (dx * dx + dy * dy).sqrt();
        if away >= radius {
            let (last, share) = (at(i - 1), (radius - before) / (away - before));
            let from = (last.0 + (p.0 - last.0) * share, last.1 + (p.1 - last.1) * share);
            let (ux, uy) = (end.0 - from.0, end.1 - from.1);
            let more = if cap == Cap::Projecting { radius / (ux * ux + uy * uy).sqrt().max(1e-9) } else { 0.0 };
            let to = (end.0 + ux * more, end.1 + uy * more);
            let far = (to.0 - from.0).abs() + (to.1 - from.1).abs() > 1e-6;
            return far.then_some((i, Tip { from, to }));
        }
        before = away;
    }
    None
}
