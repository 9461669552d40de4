//! How paths are drawn: colour, width, dashes, ends, corners.

use crate::style::{Color, LineStyle, named};

/// How a line ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cap {
    /// At its last point.
    #[default]
    Butt,
    /// With half a disc.
    Round,
    /// Half a width beyond its last point.
    Projecting,
}

named!(Cap, "an end of lines", ["butt" => Cap::Butt, "round" => Cap::Round, "projecting" => Cap::Projecting]);

/// How a line turns a corner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Join {
    /// With a disc.
    #[default]
    Round,
    /// With a sharp corner, up to four half widths long.
    Miter,
    /// With the corner cut off.
    Bevel,
}

named!(Join, "a way to turn corners", ["miter" => Join::Miter, "round" => Join::Round, "bevel" => Join::Bevel]);

/// Which parts of a path that overlaps itself are inside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum FillRule {
    /// Those around which the path goes, in all, at least once; a hole is a subpath that runs the other way round.
    #[default]
    NonZero,
    /// Those around which it goes an odd number of times; a hole is a subpath inside, whichever way it runs.
    EvenOdd,
}

/// What a line is drawn with. Lengths in points (1/72 inch).
///
/// ```
/// use grabframe::{Cap, Color, Join, Pen};
/// let pen = Pen::new(Color::BLACK, 2.0).dashes("--").cap(Cap::Round).join(Join::Miter);
/// assert_eq!(pen.width, 2.0);
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Pen {
    /// Its colour.
    pub color: Color,
    /// Its width, in points; nothing is drawn if it is not positive.
    pub width: f32,
    /// Its dashes. Default: none, a solid line.
    pub style: LineStyle,
    /// How the line, and each of its dashes, ends. Default: as matplotlib's lines do, half a width beyond their last
    /// point, dashes at theirs.
    pub cap: Option<Cap>,
    /// How it turns corners. Default: with a disc.
    pub join: Join,
}

impl Pen {
    /// A solid line.
    #[must_use]
    pub const fn new(color: Color, width: f32) -> Self {
        Self { color, width, style: LineStyle::Solid, cap: None, join: Join::Round }
    }

    /// With these dashes: a [`LineStyle`], or `"--"` and so on.
    ///
    /// # Panics
    /// If a text is no line style.
    #[must_use]
    #[track_caller]
    pub fn dashes(mut self, style: impl crate::style::IntoLineStyle) -> Self {
        self.style = style.into_linestyle();
        self
    }

    /// Ending so.
    #[must_use]
    pub const fn cap(mut self, cap: Cap) -> Self {
        self.cap = Some(cap);
        self
    }

    /// Turning corners so.
    #[must_use]
    pub const fn join(mut self, join: Join) -> Self {
        self.join = join;
        self
    }
}
