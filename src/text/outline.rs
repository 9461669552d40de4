//! The outline of a glyph in pixels, its heights fitted to whole rows.

use super::segment::Segment;
use super::{Face, Fonts, font, font::EM, hint::Fit};
use crate::geom::Point;

/// The outline of a glyph as it was drawn by the designer, in font units: the pen at (0, 0) on the baseline, `y` downward.
/// Contours are closed.
pub(crate) fn design_outline(face: Face, glyph: u16, _fonts: &Fonts) -> Vec<Segment> {
    let mut segments = font::outline(face, glyph);
    for segment in &mut segments {
        match segment {
            Segment::Move(p) | Segment::Line(p) => p.y = -p.y,
            Segment::Quad(c, p) => (c.y, p.y) = (-c.y, -p.y),
        }
    }
    segments
}

/// The outline of a glyph at `ppem` whole pixels per em: pixels, the pen at (0, 0) on the baseline, `y` downward.
///
/// Contours are closed. Empty for a blank glyph.
pub(crate) fn fitted_outline(face: Face, glyph: u16, ppem: u16, _fonts: &Fonts) -> Vec<Segment> {
    let mut segments = font::outline(face, glyph);
    let fit = Fit::new(face, &segments, ppem);
    let scale = f32::from(ppem) / EM;
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
