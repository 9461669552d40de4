//! The pieces of an outline.

use crate::geom::Point;

/// A piece of an outline. Pixels, or font units inside `text`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Segment {
    /// A contour begins here; the one before is closed.
    Move(Point),
    /// A straight piece to here.
    Line(Point),
    /// A quadratic curve: control point, then end.
    Quad(Point, Point),
}
