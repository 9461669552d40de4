//! Lines of many points that never turn back along x, or along y: slice by slice, what they cover is one interval.
//!
//! **Which**: solid lines with round joins, up to [`MAX_WIDTH`] wide, of [`MANY`] points in a row at least, whatever the points
//! do across: noise, spikes, steps, smooth curves. **When**: a run is tried here first; if it turns back, nothing was drawn.
//! **How exactly**: within sixteen levels of the truth, and three in the root of the mean square; the ends of lines that are more than 4.5 pixels
//! wide, which have fewer slices, within 28.
//!
//! The stroke of a path that does not turn back, cut across, is an interval: the pieces of the path that are near enough are
//! connected, and so is what a disc that is moved along them covers of the cut. Its ends are the least and the greatest of the path, over
//! what is near, less and plus what the disc reaches there. So each column of pixels is cut into slices; of each the
//! least and the greatest of the path are kept (`course`), however many points it has, and these are dilated by the disc (`band`). How much of each
//! pixel an interval covers is left as changes along it, whose running sum over all slices of a column is its coverage.

use crate::canvas::band::{Band, Edges, LANES, bands};
use crate::canvas::brush::MAX_WIDTH;
use crate::canvas::course::{FAR, Place, Reach, courses, near};
use crate::canvas::planes::Rows;
use crate::canvas::window::P;
use crate::geom::Clip;
use crate::style::{Cap, Join};
use crate::surface::{AT_ONCE, Parts, Stream, Stroke};

/// Lines of fewer points are drawn segment by segment.
pub(super) const MANY: usize = 64;
/// So many points are looked at for the direction of an end: those of most lines, and of a dense one.
const ENDS: [usize; 2] = [256, 1 << 14];

/// What is kept from use to use.
#[derive(Debug, Default)]
pub(crate) struct Slices {
    parts: Parts,
    path: Reach,
    stroke: Edges,
    /// Changes of coverage. All zeros between two uses.
    cells: Vec<i16>,
    sum: Vec<i16>,
    mask: Vec<u8>,
}

/// The end of a line: a straight piece with square corners.
#[derive(Clone, Copy, Debug)]
struct Tip {
    from: P,
    to: P,
}

impl Slices {
    /// Draws the line, or says that it cannot.
    pub(super) fn add(&mut self, rows: &mut Rows<'_>, window: Clip, stroke: &Stroke<'_>, line: &dyn Stream) -> bool {
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
        line.part(inner.0..inner.1.min(inner.0 + AT_ONCE), &mut self.parts);
        for course in courses(&self.parts) {
            let Some(course) = course else { continue };
            let place = Place::new(course, window, slices, (reach, 2 * LANES));
            if let Some(seen) = self.path.walk(&mut self.parts, &place, line, inner, ends) {
                if seen.0 < seen.1 {
                    self.paint(rows, window, &place, seen, (radius, reach), tips);
                    self.path.forget(seen.0, seen.1);
                }
                return true;
            }
        }
        false
    }

    fn paint(
        &mut self,
        rows: &mut Rows<'_>,
        window: Clip,
        place: &Place,
        (first, last): (usize, usize),
        (radius, reach): (f64, usize),
        tips: [Option<Tip>; 2],
    ) {
        let Place { slices, pad, lines, across, .. } = *place;
        let more = reach + (2.0 * radius * slices as f64) as usize + 3;
        let inner = (pad, pad + lines * slices);
        // whole lines
        let from = (first.saturating_sub(more).clamp(inner.0, inner.1) - pad) / slices;
        let to = ((last + more).clamp(inner.0, inner.1) - pad).div_ceil(slices);
        let range = (pad + from * slices, pad + to * slices);
        for band in bands(across, radius) {
            self.stroke.dilate(&self.path, &band, range, (radius, slices, reach));
            for tip in tips.into_iter().flatten() {
                self.square(place, &band, tip, radius, range);
            }
            self.mark(place, &band, (from, to));
            self.sum_up(rows, window, place, &band, (from, to));
        }
    }

    /// Leaves what changes along lines of pixels.
    fn mark(&mut self, place: &Place, band: &Band, (from, to): (usize, usize)) {
        let Place { course, slices, pad, lines, .. } = *place;
        let (by_line, by_step) = steps(place, band);
        let cells = lines * (band.height + 2);
        if self.cells.len() < cells {
            self.cells.resize(cells, 0);
        }
        let (top, bottom) = (band.fixed(0.0), band.fixed(band.height as f32));
        for line in from..to {
            let at = if course.falls { lines - 1 - line } else { line } * by_line;
            let range = pad + line * slices..pad + (line + 1) * slices;
            for (lo, hi) in self.stroke.lo[range.clone()].iter().zip(&self.stroke.hi[range]) {
                let (a, b) = ((*lo).max(top), (*hi).min(bottom));
                if a < b {
                    for (edge, sign) in [(a, 1), (b, -1)] {
                        let (whole, below) = band.split(i32::from(edge) - i32::from(top));
                        let at = at + whole * by_step;
                        self.cells[at] += sign * (band.unit() - below);
                        self.cells[at + by_step] += sign * below;
                    }
                }
            }
        }
    }

    /// Sums the changes up, and leaves zeros.
    fn sum_up(&mut self, rows: &mut Rows<'_>, window: Clip, place: &Place, band: &Band, (from, to): (usize, usize)) {
        let Place { course, slices, pad, lines, .. } = *place;
        let (by_line, _) = steps(place, band);
        let range = pad + from * slices..pad + to * slices;
        let (least, most) = band.touched(&self.stroke.lo[range.clone()], &self.stroke.hi[range]);
        if least >= most {
            return;
        }
        let share = Share::new(band.unit(), slices);
        let (from, to) = if course.falls { (lines - to, lines - from) } else { (from, to) };
        if course.along_y {
            for line in from..to {
                let cells = &mut self.cells[line * by_line..(line + 1) * by_line];
                let mut sum = 0;
                self.mask.clear();
                for cell in &cells[least..most] {
                    sum += cell;
                    self.mask.push(share.of(sum));
                }
                cells[least..].fill(0);
                rows.cover(window.y0 + line as i32, window.x0 + (band.top + least) as i32, &self.mask);
            }
            return;
        }
        self.sum.clear();
        self.sum.resize(to - from, 0);
        self.mask.resize(to - from, 0);
        for row in least..most {
            let cells = &mut self.cells[row * lines + from..row * lines + to];
            for ((sum, cell), mask) in self.sum.iter_mut().zip(&mut *cells).zip(&mut self.mask) {
                *sum += *cell;
                *cell = 0;
                *mask = share.of(*sum);
            }
            rows.cover(window.y0 + (band.top + row) as i32, window.x0 + from as i32, &self.mask);
        }
        // what lies below of the last edges
        for row in most..most + 2 {
            self.cells[row * lines + from..row * lines + to].fill(0);
        }
    }

    /// Adds the end of the line, up to its corners, to what the stroke covers of some slices.
    fn square(&mut self, place: &Place, band: &Band, tip: Tip, radius: f64, (from, to): (usize, usize)) {
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
                    let v = band.fixed(v - band.top as f32);
                    self.stroke.lo[k] = self.stroke.lo[k].min(v);
                    self.stroke.hi[k] = self.stroke.hi[k].max(v);
                }
            }
        }
    }
}

/// From one line of pixels to the next, and along it, in changes: they are beside each other, or one below the other.
fn steps(place: &Place, band: &Band) -> (usize, usize) {
    if place.course.along_y { (band.height + 2, 1) } else { (1, place.lines) }
}

/// Makes coverage, 0 to 255, of a sum over so many slices.
#[derive(Clone, Copy, Debug)]
struct Share {
    half: u16,
    inverse: u16,
}

impl Share {
    fn new(unit: i16, slices: usize) -> Self {
        let whole = unit as u32 * slices as u32;
        Self { half: (whole / 510) as u16, inverse: (65_536_u32 * 255).div_ceil(whole) as u16 }
    }

    #[inline(always)]
    fn of(self, sum: i16) -> u8 {
        ((u32::from(sum as u16 + self.half) * u32::from(self.inverse)) >> 16) as u8
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
