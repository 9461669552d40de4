//! Outlines of glyphs, in units of which an em has [`EM`], whatever the font counts in.

use harfrust::GlyphId;
use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, PathSink};

use crate::geom::Point;
use crate::text::{EM, Segment};

/// What reaches farther than so many ems from the pen is not drawn.
const MAX_REACH: f32 = 16.0;
/// Nor is what is larger than so many square ems. The widest letters, whole sentences of Arabic, have some ten.
const MAX_AREA: f32 = 24.0;
/// Nor what has more pieces.
const MAX_SEGMENTS: usize = 20_000;

/// The outline of a glyph: `y` upward, every contour ending where it began.
#[derive(Debug, Default)]
pub(in crate::text) struct Outline {
    pub(in crate::text) segments: Vec<Segment>,
    /// Lowest and highest point, control points too; `None` if it is blank.
    pub(in crate::text) y_range: Option<(f32, f32)>,
}

impl Outline {
    /// Blank if the glyph is, is not there, is broken, or too large.
    pub(super) fn new(font: &harfrust::Font, glyph: u16) -> Self {
        let Some(glyph) = font.outline_glyphs().get(GlyphId::from(glyph)) else { return Self::default() };
        let mut pen = Pen::new(EM / f32::from(font.units_per_em().max(1)));
        if glyph.draw(&DrawOptions::new(), DrawMemory::Scratch, &mut pen).is_err() {
            return Self::default();
        }
        pen.finish()
    }
}

/// Takes down what a font draws.
struct Pen {
    scale: f32,
    segments: Vec<Segment>,
    start: Point,
    at: Point,
    low: Point,
    high: Point,
    /// It cannot be drawn.
    refused: bool,
}

impl Pen {
    fn new(scale: f32) -> Self {
        let (low, high) = (Point::new(f32::MAX, f32::MAX), Point::new(f32::MIN, f32::MIN));
        Self { scale, segments: Vec::new(), start: Point::default(), at: Point::default(), low, high, refused: false }
    }

    fn point(&mut self, x: f32, y: f32) -> Point {
        let p = Point::new(x * self.scale, y * self.scale);
        // also if it is no number
        if !(p.x.abs() <= MAX_REACH * EM && p.y.abs() <= MAX_REACH * EM) {
            self.refused = true;
        }
        self.low = Point::new(self.low.x.min(p.x), self.low.y.min(p.y));
        self.high = Point::new(self.high.x.max(p.x), self.high.y.max(p.y));
        p
    }

    fn push(&mut self, segment: Segment, to: Point) {
        self.refused |= self.segments.len() >= MAX_SEGMENTS;
        if !self.refused {
            self.segments.push(segment);
        }
        self.at = to;
    }

    /// A contour ends where it began.
    fn end_contour(&mut self) {
        if self.at != self.start {
            self.push(Segment::Line(self.start), self.start);
        }
    }

    fn finish(mut self) -> Outline {
        self.end_contour();
        let area = (self.high.x - self.low.x) * (self.high.y - self.low.y);
        if self.refused || self.segments.is_empty() || area > MAX_AREA * EM * EM {
            return Outline::default();
        }
        Outline { segments: self.segments, y_range: Some((self.low.y, self.high.y)) }
    }
}

impl PathSink for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.end_contour();
        let p = self.point(x, y);
        self.start = p;
        self.push(Segment::Move(p), p);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let p = self.point(x, y);
        self.push(Segment::Line(p), p);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let (c, p) = (self.point(cx, cy), self.point(x, y));
        self.push(Segment::Quad(c, p), p);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let (a, b, p) = (self.point(ax, ay), self.point(bx, by), self.point(x, y));
        self.push(Segment::Cubic(a, b, p), p);
    }

    fn close(&mut self) {
        self.end_contour();
    }
}
