//! The outline of a glyph in pixels, its heights fitted to whole rows.

use super::segment::Segment;
use super::{Face, Fonts, font, font::EM, hint::Fit};
use crate::geom::Point;

/// The outline of a glyph as it was drawn by the designer, in units of which an em has [`EM`]: the pen at (0, 0) on the baseline, `y`
/// downward. Contours are closed.
pub(crate) fn design_outline(face: Face, glyph: u16, fonts: &Fonts) -> Vec<Segment> {
    let mut segments = outline(face, glyph, fonts);
    for segment in &mut segments {
        segment.each(&mut |p| p.y = -p.y);
    }
    segments
}

/// The outline of a glyph at `ppem` whole pixels per em: pixels, the pen at (0, 0) on the baseline, `y` downward. Letters of a
/// figure's own fonts, which are of any shape, are not fitted to rows.
///
/// Contours are closed. Empty for a blank glyph.
pub(crate) fn fitted_outline(face: Face, glyph: u16, ppem: u16, fonts: &Fonts) -> Vec<Segment> {
    let mut segments = outline(face, glyph, fonts);
    let scale = f32::from(ppem) / EM;
    if face.is_embedded() {
        let fit = Fit::new(face, &segments, ppem);
        for segment in &mut segments {
            segment.each(&mut |p| *p = Point::new(p.x * scale, -fit.height(p.y)));
        }
    } else {
        for segment in &mut segments {
            segment.each(&mut |p| *p = Point::new(p.x * scale, -p.y * scale));
        }
    }
    segments
}

fn outline(face: Face, glyph: u16, fonts: &Fonts) -> Vec<Segment> {
    match fonts.outline(face, glyph) {
        Some(segments) => segments,
        None => font::outline(face, glyph),
    }
}
