//! The four sides of a box.

use crate::axis::Direction;
use crate::style::named;

/// A side of a box: where the ticks of an axis stand, or a line of the frame.
///
/// `"bottom"`, `"top"`, `"left"` and `"right"` may be written for it.
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
]);

impl Side {
    /// All of them, each at the place of its number.
    pub(crate) const ALL: [Self; 4] = [Self::Bottom, Self::Top, Self::Left, Self::Right];

    /// Which way an axis on this side runs.
    pub(crate) const fn direction(self) -> Direction {
        match self {
            Self::Bottom | Self::Top => Direction::X,
            Self::Left | Self::Right => Direction::Y,
        }
    }
}
