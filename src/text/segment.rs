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
    /// A cubic curve: two control points, then the end.
    #[cfg_attr(not(feature = "fonts"), allow(dead_code, reason = "the embedded fonts have none"))]
    Cubic(Point, Point, Point),
}

impl Segment {
    /// Each of its points, which may be moved.
    pub(super) fn each(&mut self, place: &mut dyn FnMut(&mut Point)) {
        match self {
            Self::Move(p) | Self::Line(p) => place(p),
            Self::Quad(c, p) => {
                place(c);
                place(p);
            }
            Self::Cubic(a, b, p) => {
                place(a);
                place(b);
                place(p);
            }
        }
    }
}
