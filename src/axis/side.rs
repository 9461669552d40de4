//! The four sides of a box.

use crate::axis::Direction;
use crate::geom::Rect;
use crate::style::named;

/// A side of a box: where the ticks of an axis stand, or a line of the frame.
///
/// `"bottom"`, `"top"`, `"left"` and `"right"` may be written for it, or `"S"`, `"N"`, `"W"` and `"E"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Side {
    /// Under it.
    Bottom,
    /// Over it.
    Top,
    /// At its left.
    Left,
    /// At its right.
    Right,
}

named!(Side, "a side", [
    "bottom" => Side::Bottom,
    "top" => Side::Top,
    "left" => Side::Left,
    "right" => Side::Right,
    "S" => Side::Bottom,
    "N" => Side::Top,
    "W" => Side::Left,
    "E" => Side::Right,
], |other| if other.contains(' ') { "; the place along it is said apart, of a legend as `.outside(\"right\").loc(\"upper right\")`" } else { "" });

impl Side {
    /// All of them, each at the place of its number.
    pub(crate) const ALL: [Self; 4] = [Self::Bottom, Self::Top, Self::Left, Self::Right];

    /// How far a rectangle reaches out of another one on this side; negative if it does not.
    pub(crate) fn reach(self, of: Rect, out_of: Rect) -> f32 {
        match self {
            Self::Right => of.x1 - out_of.x1,
            Self::Left => out_of.x0 - of.x0,
            Self::Bottom => of.y1 - out_of.y1,
            Self::Top => out_of.y0 - of.y0,
        }
    }

    /// Which way an axis on this side runs.
    pub(crate) const fn direction(self) -> Direction {
        match self {
            Self::Bottom | Self::Top => Direction::X,
            Self::Left | Self::Right => Direction::Y,
        }
    }
}
