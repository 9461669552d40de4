//! How lines are drawn: width, colour, ends, corners, dashes.

use crate::style::Color;

/// How a line ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Cap {
    /// At its last point.
    #[default]
    Butt,
    /// With half a disc.
    Round,
    /// Half a width beyond its last point.
    Projecting,
}

/// How a line turns a corner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Join {
    /// With a disc.
    #[default]
    Round,
    /// With a sharp corner, up to four half widths long, as in Agg.
    Miter,
    /// With the corner cut off.
    Bevel,
}

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
