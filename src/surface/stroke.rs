//! How lines are drawn, in pixels.

use crate::style::{Cap, Color, Join, Pen};

/// How a line is drawn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stroke<'a> {
    /// Width in pixels. Nothing is drawn if it is not positive.
    pub(crate) width: f32,
    /// Colour and opacity. A line that crosses itself is blended once.
    pub(crate) color: Color,
    /// How the line, and each of its dashes, ends.
    pub(crate) cap: Cap,
    /// How it turns.
    pub(crate) join: Join,
    /// Lengths in pixels, on and off by turns; empty for a solid line.
    pub(crate) dashes: &'a [f32],
    /// Where in the pattern the line begins, in pixels.
    pub(crate) dash_offset: f32,
}

impl Stroke<'static> {
    /// A solid line as matplotlib draws it: projecting caps, round joins.
    pub(crate) const fn solid(width: f32, color: Color) -> Self {
        Self { width, color, cap: Cap::Projecting, join: Join::Round, dashes: &[], dash_offset: 0.0 }
    }
}

impl<'a> Stroke<'a> {
    /// What a pen draws where a point has so many pixels, in that colour and width; `lengths` is room for the dashes.
    pub(crate) fn of(
        pen: &Pen,
        (color, points): (Color, f32),
        pixels_per_point: f32,
        lengths: &'a mut Vec<f32>,
    ) -> Self {
        let mut stroke = Self { join: pen.join, ..Stroke::solid(points * pixels_per_point, color) };
        if let Some(dashes) = pen.style.dashes(points) {
            lengths.extend(dashes.pattern.iter().map(|l| l * pixels_per_point));
            stroke = Self { cap: Cap::Butt, dashes: lengths, dash_offset: dashes.offset * pixels_per_point, ..stroke };
        }
        stroke.cap = pen.cap.unwrap_or(stroke.cap);
        stroke
    }
}
