//! Dashes that belong to places in the data, and not to the beginning of the line.

use crate::artist::painter::Painter;
use crate::geom::Point;
use crate::style::{LineStyle, Pen};
use crate::surface::{Line, Stroke};

/// So many points of dashes are drawn at once.
const AT_ONCE: usize = 50_000;
/// Shorter patterns, in pixels, have no gaps that could be seen.
const SHORTEST: f64 = 0.05;

impl Painter<'_> {
    /// A line through data points, drawn with a pen; see [`line`](Painter::line).
    pub fn stroke_line(&mut self, xs: &[f64], ys: &[f64], pen: &Pen) {
        if pen.style == LineStyle::None || xs.is_empty() {
            return;
        }
        let mut lengths = Vec::new();
        let stroke = self.look(pen, &mut lengths);
        if self.surface.stream(&self.place.projection.stream(xs, ys), &stroke) {
            return;
        }
        let reach = self.reach(stroke.width);
        match self.place.projection.line(xs, ys, reach, &mut self.scratch.points) {
            None => self.surface.stroke(Line::Points(&self.scratch.points), &stroke),
            Some(cut) => self.surface.stroke(Line::Track(&cut), &stroke),
        }
    }

    /// The same, with dashes that are measured along x, from a place in the data on.
    pub(crate) fn stroke_line_from(&mut self, xs: &[f64], ys: &[f64], pen: &Pen, anchor: f64) {
        let mut lengths = Vec::new();
        let stroke = self.look(pen, &mut lengths);
        let from = self.place.projection.flat().map_or(f64::NAN, |(x, _)| x.pixel_f64(anchor));
        let (area, width) = (self.place.area, f64::from(stroke.width));
        let seen = (f64::from(area.x0) - 2.0 * width, f64::from(area.x1) + 2.0 * width);
        let Some(mut along) = Along::new(stroke.dashes, from - f64::from(stroke.dash_offset), seen) else {
            return self.stroke_line(xs, ys, pen);
        };
        let cut = self.place.projection.line(xs, ys, self.reach(stroke.width), &mut self.scratch.points);
        let points = cut.map_or_else(|| std::mem::take(&mut self.scratch.points), |cut| cut.with_gaps());
        let pen = Stroke { dashes: &[], dash_offset: 0.0, ..stroke };
        let mut dashes = Vec::new();
        for pair in points.windows(2) {
            along.segment(pair[0], pair[1], &mut dashes);
            if dashes.len() > AT_ONCE {
                self.surface.stroke(Line::Points(&dashes), &pen);
                dashes.clear();
                along.open = false;
            }
        }
        self.surface.stroke(Line::Points(&dashes), &pen);
        self.scratch.points = points;
    }
}

/// A pattern of dashes along x, in pixels.
struct Along {
    /// Where in the pattern each dash and each gap ends, by turns.
    ends: Vec<f64>,
    /// Where a pattern begins.
    origin: f64,
    /// Nothing is drawn outside.
    seen: (f64, f64),
    /// Whether the last dash goes on.
    open: bool,
}

impl Along {
    /// None if the line is solid, or the place of its dashes is nowhere.
    fn new(dashes: &[f32], origin: f64, seen: (f64, f64)) -> Option<Self> {
        let (mut ends, mut end) = (Vec::with_capacity(dashes.len()), 0.0);
        for dash in dashes {
            end += f64::from(*dash);
            ends.push(end);
        }
        // the same pattern from a place that is near: far away, single patterns are less than numbers tell apart
        let near = seen.0 + (origin - seen.0).rem_euclid(end);
        (end > SHORTEST && near.is_finite()).then_some(Self { ends, origin: near, seen, open: false })
    }

    /// The pattern and the part of it that a place lies in; for who goes back, what ends there.
    fn at(&self, x: f64, back: bool) -> (f64, usize) {
        let period = self.ends[self.ends.len() - 1];
        let mut k = ((x - self.origin) / period).floor();
        let mut rest = x - self.origin - k * period;
        if back && rest <= 0.0 {
            (k, rest) = (k - 1.0, period);
        }
        let part = self.ends.iter().position(|end| if back { rest <= *end } else { rest < *end });
        (k, part.unwrap_or(self.ends.len() - 1))
    }

    fn close(&mut self, out: &mut Vec<Point>) {
        if std::mem::take(&mut self.open) {
            out.push(Point::new(f32::NAN, f32::NAN));
        }
    }

    /// Adds what of a segment is seen of dashes.
    fn segment(&mut self, a: Point, b: Point, out: &mut Vec<Point>) {
        if !a.is_finite() || !b.is_finite() {
            return self.close(out);
        }
        let (xa, xb, back) = (f64::from(a.x), f64::from(b.x), b.x < a.x);
        // the part that is seen
        let (lo, hi) = (xa.min(xb).max(self.seen.0), xa.max(xb).min(self.seen.1));
        if lo > hi {
            return self.close(out);
        }
        let (from, to) = if back { (hi, lo) } else { (lo, hi) };
        let at = |x: f64| {
            let t = if xa == xb { 0.0 } else { ((x - xa) / (xb - xa)) as f32 };
            Point::new(x as f32, a.y + (b.y - a.y) * t)
        };
        if from != xa {
            self.close(out);
        }
        let period = self.ends[self.ends.len() - 1];
        let (mut k, mut part) = self.at(from, back);
        loop {
            let dash = part % 2 == 0;
            if !dash {
                self.close(out);
            } else if !std::mem::replace(&mut self.open, true) {
                out.push(at(from));
            }
            // where this part ends
            let begin = if part == 0 { 0.0 } else { self.ends[part - 1] };
            let end = self.origin + k * period + if back { begin } else { self.ends[part] };
            if (back && end <= to) || (!back && end >= to) {
                break;
            }
            if dash {
                out.push(at(end));
                self.close(out);
            }
            (k, part) = match (back, part) {
                (true, 0) => (k - 1.0, self.ends.len() - 1),
                (true, _) => (k, part - 1),
                (false, _) if part + 1 == self.ends.len() => (k + 1.0, 0),
                (false, _) => (k, part + 1),
            };
            if part % 2 == 0 {
                self.open = true;
                out.push(at(end));
            }
        }
        if self.open {
            out.push(if to == xb { b } else { at(to) });
        }
        if to != xb {
            self.close(out);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The dashes of a line through points, dashes of 4 and gaps of 6 from x = 1 on: where each begins and ends.
    fn dashes(points: &[(f32, f32)], seen: (f64, f64)) -> Vec<Vec<(f32, f32)>> {
        let mut along = Along::new(&[4.0, 6.0], 1.0, seen).unwrap();
        let points: Vec<Point> = points.iter().map(|p| Point::new(p.0, p.1)).collect();
        let mut out = Vec::new();
        for pair in points.windows(2) {
            along.segment(pair[0], pair[1], &mut out);
        }
        let runs = out.split(|p| !p.is_finite()).filter(|run| !run.is_empty());
        runs.map(|run| run.iter().map(|p| (p.x, p.y)).collect()).collect()
    }

    const ALL: (f64, f64) = (-1e3, 1e3);

    #[test]
    fn dashes_lie_where_they_do_whatever_the_line_begins_with() {
        let whole = [[(1.0, 0.0), (5.0, 0.0)], [(11.0, 0.0), (15.0, 0.0)], [(21.0, 0.0), (25.0, 0.0)]];
        assert_eq!(dashes(&[(0.0, 0.0), (26.0, 0.0)], ALL), whole);
        // from the other end, and through more points
        let back = dashes(&[(26.0, 0.0), (0.0, 0.0)], ALL);
        assert_eq!(back, [[(25.0, 0.0), (21.0, 0.0)], [(15.0, 0.0), (11.0, 0.0)], [(5.0, 0.0), (1.0, 0.0)]]);
        assert_eq!(dashes(&[(8.0, 0.0), (26.0, 0.0)], ALL), whole[1..]);
        let bent = dashes(&[(0.0, 0.0), (3.0, 3.0), (26.0, 3.0)], ALL);
        assert_eq!(bent[0], [(1.0, 1.0), (3.0, 3.0), (5.0, 3.0)]);
        assert_eq!(bent.len(), 3);
        // cut off where nothing is seen
        assert_eq!(
            dashes(&[(0.0, 0.0), (26.0, 0.0)], (12.0, 22.0)),
            [[(12.0, 0.0), (15.0, 0.0)], [(21.0, 0.0), (22.0, 0.0)]]
        );
        assert_eq!(dashes(&[(-1e9, 0.0), (1e9, 0.0)], (10.5, 16.0)), [[(11.0, 0.0), (15.0, 0.0)]]);
        // upright parts are there or not
        assert_eq!(dashes(&[(2.0, 0.0), (2.0, 9.0)], ALL), [[(2.0, 0.0), (2.0, 9.0)]]);
        assert_eq!(dashes(&[(7.0, 0.0), (7.0, 9.0)], ALL), [] as [Vec<_>; 0]);
        assert_eq!(dashes(&[(2.0, 0.0), (f32::NAN, 0.0), (3.0, 1.0), (4.0, 1.0)], ALL), [[(3.0, 1.0), (4.0, 1.0)]]);
    }

    #[test]
    fn what_is_no_pattern_is_no_dash() {
        assert!(Along::new(&[], 0.0, ALL).is_none());
        assert!(Along::new(&[0.01, 0.01], 0.0, ALL).is_none());
        assert!(Along::new(&[4.0, 6.0], f64::NAN, ALL).is_none());
        assert!(Along::new(&[4.0, 6.0], f64::INFINITY, ALL).is_none());
    }

    #[test]
    fn the_place_may_be_very_far_away() {
        for far in [1e15, -1e16, 1e18, -1e300] {
            let mut along = Along::new(&[4.0, 6.0], far, (0.0, 100.0)).unwrap();
            for (from, to) in [(0.0, 100.0), (100.0, 0.0)] {
                let mut out = Vec::new();
                along.segment(Point::new(from, 0.0), Point::new(to, 0.0), &mut out);
                assert!((18..40).contains(&out.len()), "{far}: {}", out.len());
            }
        }
    }
}
