//! Which axes, and which ticks, are meant.

use crate::axis::Direction;
use crate::figure::{Axes, AxisOptions};
use crate::style::named;

/// Which axis is meant: `"x"`, `"y"` or `"both"`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum WhichAxis {
    /// The x axis.
    X,
    /// The y axis.
    Y,
    /// Both. The default.
    #[default]
    Both,
}

named!(WhichAxis, "an axis", ["x" => WhichAxis::X, "y" => WhichAxis::Y, "both" => WhichAxis::Both]);

/// Which ticks are meant: `"major"`, `"minor"` or `"both"`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum WhichTicks {
    /// Those that have labels. The default.
    #[default]
    Major,
    /// The small ones between them.
    Minor,
    /// Both.
    Both,
}

named!(WhichTicks, "a kind of ticks", [
    "major" => WhichTicks::Major,
    "minor" => WhichTicks::Minor,
    "both" => WhichTicks::Both,
]);

impl WhichAxis {
    pub(super) fn includes(self, direction: Direction) -> bool {
        self != if direction == Direction::X { Self::Y } else { Self::X }
    }
}

impl WhichTicks {
    /// The places of those that are meant: large ones, small ones.
    pub(super) const fn places(self) -> &'static [usize] {
        match self {
            Self::Major => &[0],
            Self::Minor => &[1],
            Self::Both => &[0, 1],
        }
    }
}

impl Axes {
    pub(super) fn each_axis(&mut self, which: WhichAxis, change: &mut dyn FnMut(&mut AxisOptions)) {
        for direction in [Direction::X, Direction::Y] {
            if which.includes(direction) {
                change(self.axis_mut(direction));
            }
        }
    }
}
