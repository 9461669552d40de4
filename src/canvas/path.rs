//! General paths: filled and stroked outlines of lines and curves.

use crate::canvas::area::Area;
use crate::canvas::blend::{touched, visible};
use crate::canvas::frame::Frame;
use crate::canvas::pen::Stroke;
use crate::canvas::simplify::simplify;
use crate::canvas::stroke::{Pen, StrokeScratch};
use crate::canvas::window::P;
use crate::geom::{Clip, Point};
use crate::style::Color;

/// How far a curve and the chords that replace it may lie apart, in pixels.
const FLATNESS: f32 = 0.02;

#[derive(Clone, Copy, Debug)]
enum Verb {
    Move(Point),
    Line(Point),
    Cubic(Point, Point, Point),
    Close,
}

/// Subpaths of lines and curves, in pixels.
#[derive(Clone, Debug, Default)]
pub(crate) struct Path {
    verbs: Vec<Verb>,
}

impl Path {
    /// Begins a subpath.
    pub(crate) fn move_to(&mut self, to: Point) -> &mut Self {
        self.verbs.push(Verb::Move(to));
        self
    }

    /// A straight line from where the path is; begins a subpath if there is none.
    pub(crate) fn line_to(&mut self, to: Point) -> &mut Self {
        self.verbs.push(Verb::Line(to));
        self
    }

    /// A cubic Bezier curve with two control points.
    pub(crate) fn cubic_to(&mut self, first: Point, second: Point, to: Point) -> &mut Self {
        self.verbs.push(Verb::Cubic(first, second, to));
        self
    }

    /// Joins the subpath's end to its beginning.
    pub(crate) fn close(&mut self) -> &mut Self {
        self.verbs.push(Verb::Close);
        self
    }

    /// A closed subpath through `points`.
    pub(crate) fn polygon(&mut self, points: impl IntoIterator<Item = Point>) -> &mut Self {
        for (i, p) in points.into_iter().enumerate() {
            if i == 0 {
                self.move_to(p)
            } else {
                self.line_to(p)
            };
        }
        self.close()
    }
}

/// A path whose curves have become chords. Points that are not finite are left out.
#[derive(Debug, Default)]
pub(crate) struct Flat {
    points: Vec<Point>,
    /// One past the last point of each contour, and whether it closes.
    contours: Vec<(usize, bool)>,
}

impl Flat {
    pub(super) fn clear(&mut self) {
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

    fn add(&mut self, path: &Path) {
        let (mut at, mut start) = (Point::default(), Point::default());
        let mut fresh = true;
        for &verb in &path.verbs {
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

    /// The contours, and whether each closes.
    pub(super) fn contours(&self) -> impl Iterator<Item = (&[Point], bool)> {
        let mut from = 0;
        self.contours.iter().map(move |&(to, closed)| {
            let points = &self.points[from..to];
            from = to;
            (points, closed)
        })
    }

    fn fill(&self, frame: &mut Frame, clip: Clip, area: &mut Area, color: Color) {
        let clip = visible(frame, clip);
        let Some(&first) = self.points.first() else { return };
        let (mut lo, mut hi) = (first, first);
        for p in &self.points {
            lo = Point::new(lo.x.min(p.x), lo.y.min(p.y));
            hi = Point::new(hi.x.max(p.x), hi.y.max(p.y));
        }
        if clip.is_empty() || color.a == 0 {
            return;
        }
        let (x0, x1) = touched(lo.x, hi.x, clip.x0, clip.x1);
        let (y0, y1) = touched(lo.y, hi.y, clip.y0, clip.y1);
        let window = Clip::new(x0, y0, x1, y1);
        if window.is_empty() {
            return;
        }
        area.begin(window);
        for (contour, _) in self.contours() {
            area.polygon(contour, P::default());
        }
        area.paint(frame, color);
    }
}

fn length(x: f32, y: f32) -> f32 {
    (x * x + y * y).sqrt()
}

/// What paths use again.
#[derive(Debug, Default)]
pub(crate) struct PathScratch {
    flat: Flat,
    area: Area,
    stroke: StrokeScratch,
}

/// Fills a path by the nonzero rule; open subpaths are closed. Pixels are covered by exact area.
pub(crate) fn fill_path(frame: &mut Frame, clip: Clip, scratch: &mut PathScratch, path: &Path, color: Color) {
    scratch.flat.clear();
    scratch.flat.add(path);
    scratch.flat.fill(frame, clip, &mut scratch.area, color);
}

/// Draws a line along a path. Its subpaths are blended together, once per pixel.
pub(crate) fn stroke_path(frame: &mut Frame, clip: Clip, scratch: &mut PathScratch, path: &Path, stroke: &Stroke<'_>) {
    let PathScratch { flat, stroke: memory, .. } = scratch;
    flat.clear();
    flat.add(path);
    let Some(mut pen) = Pen::new(frame, clip, stroke, memory) else { return };
    for (contour, closed) in flat.contours() {
        pen.with_run(|out| {
            simplify(contour.iter().map(|p| (p.x, p.y)), out);
            if closed && out.len() > 1 {
                let first = out[0];
                while out.len() > 1 && out.last().is_some_and(|p| (p.0 - first.0).abs() + (p.1 - first.1).abs() < 0.002)
                {
                    out.pop();
                }
                out.push(first);
            }
        });
        pen.run(closed, 0.0);
    }
    pen.finish(frame);
}
