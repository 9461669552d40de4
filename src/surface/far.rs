//! Points far outside the picture, cut off before they become single precision.
//!
//! An `f32` pixel is exact to a few thousandths at sixteen thousand pixels, and off by whole pixels beyond some millions: a line
//! to such a point would pass by the place where it belongs. Lines and polygons with points that far away are cut in
//! double precision, and in the data's own numbers (those of the even axis), since an offset in pixels would already
//! be rounded away. What is nearer is left alone.

use crate::axis::AxisMap;
use crate::geom::{Point, Size};
use crate::surface::crossing::crossing;

/// Nearer than this to the picture, in pixels, single precision is exact to a few thousandths.
const NEAR: f64 = 16_384.0;

/// How far from the origin, in pixels, points may be that are not cut: all that is seen, the room for what a stroke so
/// wide reaches in from outside, and much more.
pub(crate) fn reach(size: Size, width: f32) -> f64 {
    NEAR + f64::from(size.width.max(size.height)) + 4.0 * f64::from(width)
}

/// Whether a pixel is too far away to be drawn in single precision; infinities are, NaN is not.
#[inline]
pub(crate) fn is_far(points: &[Point], reach: f64) -> bool {
    let reach = reach as f32;
    points.iter().fold(false, |far, p| far | (p.x.abs() > reach) | (p.y.abs() > reach))
}

/// From a number to a pixel along one axis.
pub(crate) trait Along {
    fn pixel(&self, even: f64) -> f64;
    fn even_at(&self, pixel: f64) -> f64;
}

impl Along for AxisMap {
    fn pixel(&self, even: f64) -> f64 {
        self.even_pixel(even)
    }

    fn even_at(&self, pixel: f64) -> f64 {
        Self::even_at(self, pixel)
    }
}

/// The numbers are pixels.
pub(crate) struct Pixels;

impl Along for Pixels {
    fn pixel(&self, even: f64) -> f64 {
        even
    }

    fn even_at(&self, pixel: f64) -> f64 {
        pixel
    }
}

/// A point as numbers on the even axes, and in pixels.
#[derive(Clone, Copy, Debug, Default)]
struct Spot {
    even: [f64; 2],
    pixel: [f64; 2],
}

impl Spot {
    /// Nearly exact, where it is near.
    fn point(&self) -> Point {
        Point::new(self.pixel[0] as f32, self.pixel[1] as f32)
    }
}

/// Runs of points in pixels, all of them near, with what was cut off before each.
#[derive(Debug, Default)]
pub(crate) struct Track {
    points: Vec<Point>,
    /// One past the last point of each run, and how long the line was up to its first point, in pixels.
    runs: Vec<(usize, f64)>,
}

impl Track {
    /// The runs, each with how long the line was before it, in pixels.
    pub(crate) fn runs(&self) -> Vec<(&[Point], f64)> {
        let (mut runs, mut from) = (Vec::with_capacity(self.runs.len()), 0);
        for &(to, walked) in &self.runs {
            runs.push((&self.points[from..to], walked));
            from = to;
        }
        runs
    }

    /// All runs as one list, a point that is not finite between them.
    pub(crate) fn with_gaps(&self) -> Vec<Point> {
        let mut out = Vec::with_capacity(self.points.len() + self.runs.len());
        for (run, _) in self.runs() {
            out.extend_from_slice(run);
            out.push(Point::new(f32::NAN, f32::NAN));
        }
        out
    }

    /// Where the run at hand begins.
    fn begun(&self) -> usize {
        match self.runs.last() {
            Some(run) => run.0,
            None => 0,
        }
    }

    fn end(&mut self, walked: f64) {
        if self.points.len() > self.begun() {
            self.runs.push((self.points.len(), walked));
        }
    }
}

/// A square of `reach` pixels around the origin, within which all is drawn.
pub(crate) struct Cutter<'a> {
    axes: [&'a dyn Along; 2],
    reach: f64,
    /// For each axis its two borders, the lesser number first: the number, and the pixel.
    borders: [[(f64, f64); 2]; 2],
}

impl<'a> Cutter<'a> {
    pub(crate) fn new(x: &'a dyn Along, y: &'a dyn Along, reach: f64) -> Self {
        let borders = |axis: &dyn Along| {
            let (a, b) = ((axis.even_at(-reach), -reach), (axis.even_at(reach), reach));
            if a.0 <= b.0 { [a, b] } else { [b, a] }
        };
        Self { axes: [x, y], reach, borders: [borders(x), borders(y)] }
    }

    /// `None` for what has no place.
    fn spot(&self, even: (f64, f64)) -> Option<Spot> {
        let pixel = [self.axes[0].pixel(even.0), self.axes[1].pixel(even.1)];
        let finite = even.0.is_finite() && even.1.is_finite();
        (finite && !pixel[0].is_nan() && !pixel[1].is_nan()).then_some(Spot { even: [even.0, even.1], pixel })
    }

    fn near(&self, spot: &Spot) -> bool {
        !(self.beyond(0, 0, spot) || self.beyond(0, 1, spot) || self.beyond(1, 0, spot) || self.beyond(1, 1, spot))
    }

    /// Whether it lies outside of a border.
    fn beyond(&self, axis: usize, side: usize, spot: &Spot) -> bool {
        let (at, border) = (spot.even[axis], self.borders[axis][side].0);
        // so that nothing is inside of a border that is no number
        let inside = if side == 0 { at >= border } else { at <= border };
        !inside
    }

    /// Where the line from `a` to `b` crosses a border of `axis`.
    fn at_border(&self, axis: usize, side: usize, a: &Spot, b: &Spot) -> Spot {
        let other = 1 - axis;
        let (border, pixel) = self.borders[axis][side];
        let even = crossing((a.even[axis], a.even[other]), (b.even[axis], b.even[other]), border);
        let mut spot = Spot::default();
        (spot.even[axis], spot.even[other]) = (border, even);
        spot.pixel[axis] = pixel;
        spot.pixel[other] = self.axes[other].pixel(even);
        spot
    }

    /// The part of the segment that is near: its ends, and whether each was cut off.
    fn segment(&self, a: &Spot, b: &Spot) -> Option<(Spot, bool, Spot, bool)> {
        let (a_near, b_near) = (self.near(a), self.near(b));
        if a_near && b_near {
            return Some((*a, false, *b, false));
        }
        let sides = [(0, 0), (0, 1), (1, 0), (1, 1)];
        if sides.iter().any(|&(axis, side)| self.beyond(axis, side, a) && self.beyond(axis, side, b)) {
            return None;
        }
        // along the segment this grows
        let sign = |axis: usize| if b.pixel[axis] < a.pixel[axis] { -1.0 } else { 1.0 };
        let way = [sign(0), sign(1)];
        let along = |spot: &Spot| way[0] * spot.pixel[0] + way[1] * spot.pixel[1];
        let (mut from, mut to): (Option<Spot>, Option<Spot>) = (a_near.then_some(*a), b_near.then_some(*b));
        for (axis, side) in sides {
            if self.beyond(axis, side, a) == self.beyond(axis, side, b) {
                continue;
            }
            let spot = self.at_border(axis, side, a, b);
            // a little more, lest rounding lets a line through a corner miss both of its borders
            let there = spot.pixel[1 - axis].abs() <= self.reach * 1.001;
            if !there {
                continue;
            }
            if !a_near && from.is_none_or(|f| along(&spot) < along(&f)) {
                from = Some(spot);
            }
            if !b_near && to.is_none_or(|t| along(&spot) > along(&t)) {
                to = Some(spot);
            }
        }
        let (from, to) = (from?, to?);
        (from.pixel != to.pixel).then_some((from, !a_near, to, !b_near))
    }

    /// The line through these numbers; what has no place is a gap.
    pub(crate) fn line(&self, evens: &mut dyn Iterator<Item = (f64, f64)>) -> Track {
        let mut track = Track::default();
        let mut last: Option<Spot> = None;
        // how long the line was up to the last point, and up to the first of the run at hand
        let (mut walked, mut begun) = (0.0, 0.0);
        for even in evens {
            let spot = self.spot(even);
            let (Some(a), Some(b)) = (&last, &spot) else {
                track.end(begun);
                (walked, begun) = (0.0, 0.0);
                if let Some(first) = &spot
                    && self.near(first)
                {
                    track.points.push(first.point());
                }
                last = spot;
                continue;
            };
            let begins = track.points.len() == track.begun();
            match self.segment(a, b) {
                Some((from, cut, to, ends)) => {
                    if cut || begins {
                        track.end(begun);
                        begun = walked + length(a, &from);
                        track.points.push(from.point());
                    }
                    track.points.push(to.point());
                    if ends {
                        track.end(begun);
                    }
                }
                None => track.end(begun),
            }
            walked += length(a, b);
            last = spot;
        }
        track.end(begun);
        track
    }

    /// What is near of the closed polygon through these numbers; what has no place is left out.
    pub(crate) fn polygon(&self, evens: &mut dyn Iterator<Item = (f64, f64)>) -> Vec<Point> {
        let mut corners = Vec::new();
        for even in evens {
            if let Some(spot) = self.spot(even) {
                corners.push(spot);
            }
        }
        let mut cut = Vec::new();
        // one border after the other (Sutherland and Hodgman)
        for &(axis, side) in &[(0, 0), (0, 1), (1, 0), (1, 1)] {
            cut.clear();
            let Some(mut a) = corners.last().copied() else { return Vec::new() };
            for b in &corners {
                let outside = self.beyond(axis, side, b);
                if self.beyond(axis, side, &a) != outside {
                    cut.push(self.at_border(axis, side, &a, b));
                }
                if !outside {
                    cut.push(*b);
                }
                a = *b;
            }
            std::mem::swap(&mut corners, &mut cut);
        }
        let mut points = Vec::with_capacity(corners.len());
        for corner in &corners {
            points.push(corner.point());
        }
        points
    }
}

/// The line through points in pixels, without its far parts.
pub(crate) fn near_line(points: &[Point], reach: f64) -> Track {
    Cutter::new(&Pixels, &Pixels, reach).line(&mut points.iter().map(|p| (f64::from(p.x), f64::from(p.y))))
}

/// What is near of a closed polygon through points in pixels.
pub(crate) fn near_polygon(points: &[Point], reach: f64) -> Vec<Point> {
    Cutter::new(&Pixels, &Pixels, reach).polygon(&mut points.iter().map(|p| (f64::from(p.x), f64::from(p.y))))
}

/// How far it is, in pixels; 0 where that is no longer a number, as no dash could be told from another there.
fn length(a: &Spot, b: &Spot) -> f64 {
    let (dx, dy) = (b.pixel[0] - a.pixel[0], b.pixel[1] - a.pixel[1]);
    let length = (dx * dx + dy * dy).sqrt();
    if length.is_finite() { length } else { 0.0 }
}
