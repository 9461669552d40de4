//! The outline of a glyph in pixels, its heights fitted to whole rows.

use ttf_parser::OutlineBuilder;

use super::segment::Segment;
use super::{font, hint::Fit};
use crate::geom::Point;

/// The outline of a glyph at `ppem` whole pixels per em: pixels, the pen at (0, 0) on the baseline, `y` downward.
///
/// Contours are closed. Empty for a blank glyph.
pub(crate) fn fitted_outline(glyph: u16, ppem: u16) -> Vec<Segment> {
    let mut segments = raw_outline(glyph);
    let fit = Fit::new(&segments, ppem);
    let scale = f32::from(ppem) / font::units_per_em();
    let place = |p: &mut Point| *p = Point::new(p.x * scale, -fit.height(p.y));
    for segment in &mut segments {
        match segment {
            Segment::Move(p) | Segment::Line(p) => place(p),
            Segment::Quad(c, p) => {
                place(c);
                place(p);
            }
        }
    }
    segments
}

/// The outline of a glyph in font units, `y` upward, every contour ending where it began.
pub(super) fn raw_outline(glyph: u16) -> Vec<Segment> {
    let mut collector = Collector::default();
    font::outline(glyph, &mut collector);
    collector.segments
}

#[derive(Default)]
struct Collector {
    segments: Vec<Segment>,
    start: Point,
    pen: Point,
}

impl OutlineBuilder for Collector {
    fn move_to(&mut self, x: f32, y: f32) {
        self.start = Point::new(x, y);
        self.pen = self.start;
        self.segments.push(Segment::Move(self.pen));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.pen = Point::new(x, y);
        self.segments.push(Segment::Line(self.pen));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.pen = Point::new(x, y);
        self.segments.push(Segment::Quad(Point::new(cx, cy), self.pen));
    }

    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, x: f32, y: f32) {
        // TrueType outlines have no cubic curves.
        self.line_to(x, y);
    }

    fn close(&mut self) {
        if self.pen != self.start {
            self.line_to(self.start.x, self.start.y);
        }
    }
}
