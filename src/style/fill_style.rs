//! Which part of a marker is filled.

use crate::style::named;

/// Which part of a marker has the colour of its filling: matplotlib's `fillstyle`. The other half has a colour of its own, or none.
///
/// `"full"`, `"left"`, `"right"`, `"bottom"`, `"top"` and `"none"` may be written for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FillStyle {
    /// All of it.
    #[default]
    Full,
    /// The left half.
    Left,
    /// The right half.
    Right,
    /// The lower half.
    Bottom,
    /// The upper half.
    Top,
    /// Nothing.
    None,
}

named!(FillStyle, "a way to fill markers", [
    "full" => FillStyle::Full,
    "left" => FillStyle::Left,
    "right" => FillStyle::Right,
    "bottom" => FillStyle::Bottom,
    "top" => FillStyle::Top,
    "none" => FillStyle::None,
]);

/// A half of a marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Half {
    Left,
    Right,
    Bottom,
    Top,
}

impl FillStyle {
    /// The half that is filled, if it is one.
    pub(crate) const fn half(self) -> Option<Half> {
        match self {
            Self::Left => Some(Half::Left),
            Self::Right => Some(Half::Right),
            Self::Bottom => Some(Half::Bottom),
            Self::Top => Some(Half::Top),
            Self::Full | Self::None => None,
        }
    }
}

impl Half {
    pub(crate) const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
            Self::Bottom => Self::Top,
            Self::Top => Self::Bottom,
        }
    }
}
