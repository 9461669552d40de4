//! Paths whose curves have become chords.

use crate::geom::{Path, Point, Verb};

/// How far a curve and the chords that replace it may lie apart, in pixels.
const FLATNESS: f32 = 0.02;

/// A path whose curves have become chords. Points that are not finite are left out.
#[derive(Debug, Default)]
pub(crate) struct Flat {
    points: Vec<Point>,
    /// One past the last point of each contour, and whether it closes.
    contours: Vec<(usize, bool)>,
}

impl Flat {
    pub(crate) fn clear(&mut self) {
        self.points.clear();
        self.contours.clear();
    }

    fn begun(&self) -> usize {
        self.contours.last().map_or(0, |c| c.0)
    }

    fn end(&mut self, closed: bool) {
        if self.points.len() > self.begun() {
            self.contours.push((self.points.len(), closed));
        }
    }

    fn line_to(&mut self, p: Point) {
        if p.is_finite() {
            self.points.push(p);
        }
    }

    /// Chords of a curve given by its value at `t` (0 to 1); `bend` bounds how far it is from one chord.
    fn curve(&mut self, bend: f32, to: Point, at: impl Fn(f32) -> Point) {
        if bend.is_finite() {
            // Halving a chord quarters the distance.
            let n = (bend / FLATNESS).sqrt().ceil().clamp(1.0, 500.0) as u32;
            for i in 1..n {
                self.line_to(at(i as f32 / n as f32));
            }
        }
        self.line_to(to);
    }

    fn cubic_to(&mut self, a: Point, b: Point, c: Point, d: Point) {
        let one = length(a.x - 2.0 * b.x + c.x, a.y - 2.0 * b.y + c.y);
        let two = length(b.x - 2.0 * c.x + d.x, b.y - 2.0 * c.y + d.y);
        self.curve(one.max(two) * 0.75, d, |t| {
            let s = 1.0 - t;
            let (wa, wb, wc, wd) = (s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t);
            Point::new(wa * a.x + wb * b.x + wc * c.x + wd * d.x, wa * a.y + wb * b.y + wc * c.y + wd * d.y)
        });
    }

    pub(crate) fn add(&mut self, path: &Path) {
        let (mut at, mut start) = (Point::default(), Point::default());
        let mut fresh = true;
        for &verb in path.verbs() {
            match verb {
                Verb::Move(p) => {
                    self.end(false);
                    self.line_to(p);
                    (at, start, fresh) = (p, p, false);
                    continue;
                }
                Verb::Close => {
                    self.end(true);
                    (at, fresh) = (start, true);
                    continue;
                }
                _ => {}
            }
            // After a close a new subpath begins where the last one did.
            if std::mem::take(&mut fresh) && !matches!(verb, Verb::Line(_) if self.points.is_empty()) {
                self.line_to(at);
            }
            at = match verb {
                Verb::Cubic(b, c, d) => {
                    self.cubic_to(at, b, c, d);
                    d
                }
                Verb::Line(p) | Verb::Move(p) => {
                    self.line_to(p);
                    p
                }
                Verb::Close => at,
            };
        }
        self.end(false);
    }

    /// The points of all contours.
    pub(crate) fn points(&self) -> &[Point] {
        &self.points
    }

    /// The contours, and whether each closes.
    pub(crate) fn contours(&self) -> impl Iterator<Item = (&[Point], bool)> {
        let mut from = 0;
        self.contours.iter().map(move |&(to, closed)| {
            let points = &self.points[from..to];
            from = to;
            (points, closed)
        })
    }
}

fn length(x: f32, y: f32) -> f32 {
    (x * x + y * y).sqrt()
}
