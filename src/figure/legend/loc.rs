//! Where a legend stands in its axes.

use crate::style::named;

/// The place of a legend inside its axes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LegendLoc {
    /// Where it covers the least data. It may move when the data do; in a movie, a corner holds still. The default.
    #[default]
    Best,
    /// The upper right corner.
    UpperRight,
    /// The upper left corner.
    UpperLeft,
    /// The lower left corner.
    LowerLeft,
    /// The lower right corner.
    LowerRight,
    /// The middle of the left side.
    CenterLeft,
    /// The middle of the right side.
    CenterRight,
    /// The middle of the lower side.
    LowerCenter,
    /// The middle of the upper side.
    UpperCenter,
    /// The middle.
    Center,
}

named!(LegendLoc, "a place for a legend", [
    "best" => LegendLoc::Best,
    "upper right" => LegendLoc::UpperRight,
    "upper left" => LegendLoc::UpperLeft,
    "lower left" => LegendLoc::LowerLeft,
    "lower right" => LegendLoc::LowerRight,
    "center left" => LegendLoc::CenterLeft,
    "center right" => LegendLoc::CenterRight,
    "right" => LegendLoc::CenterRight,
    "lower center" => LegendLoc::LowerCenter,
    "upper center" => LegendLoc::UpperCenter,
    "center" => LegendLoc::Center,
]);

impl LegendLoc {
    /// The nine fixed places, in the order in which `Best` tries them: matplotlib's, whose fifth is `"right"`.
    pub(crate) const FIXED: [Self; 9] = [
        Self::UpperRight,
        Self::UpperLeft,
        Self::LowerLeft,
        Self::LowerRight,
        Self::CenterRight,
        Self::CenterLeft,
        Self::LowerCenter,
        Self::UpperCenter,
        Self::Center,
    ];

    /// How far the legend stands from the left and from the top, 0 to 1 of the free room.
    pub(crate) const fn shares(self) -> (f32, f32) {
        match self {
            Self::Best | Self::UpperRight => (1.0, 0.0),
            Self::UpperLeft => (0.0, 0.0),
            Self::LowerLeft => (0.0, 1.0),
            Self::LowerRight => (1.0, 1.0),
            Self::CenterLeft => (0.0, 0.5),
            Self::CenterRight => (1.0, 0.5),
            Self::LowerCenter => (0.5, 1.0),
            Self::UpperCenter => (0.5, 0.0),
            Self::Center => (0.5, 0.5),
        }
    }
}
