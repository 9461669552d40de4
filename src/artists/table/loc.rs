//! Where a table is, and which sides of its cells are drawn.

use crate::style::named;

/// Where a table is. Matplotlib's names may be written for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum TableLoc {
    /// `"upper right"` corner of the axes.
    UpperRight,
    /// `"upper left"` corner.
    UpperLeft,
    /// `"lower left"` corner.
    LowerLeft,
    /// `"lower right"` corner.
    LowerRight,
    /// `"center left"`, inside.
    CenterLeft,
    /// `"center right"`, inside.
    CenterRight,
    /// `"lower center"`, inside.
    LowerCenter,
    /// `"upper center"`, inside.
    UpperCenter,
    /// `"center"` of the axes.
    Center,
    /// `"top right"`: outside, beyond the corner.
    TopRight,
    /// `"top left"`: outside, beyond the corner.
    TopLeft,
    /// `"bottom left"`: outside, beyond the corner.
    BottomLeft,
    /// `"bottom right"`: outside, beyond the corner.
    BottomRight,
    /// `"right"` of the axes.
    Right,
    /// `"left"` of the axes.
    Left,
    /// `"top"`: above the axes.
    Top,
    /// `"bottom"`: under the axes. The default.
    #[default]
    Bottom,
}

named!(TableLoc, "a place of a table", [
    "best" => TableLoc::UpperRight,
    "upper right" => TableLoc::UpperRight,
    "upper left" => TableLoc::UpperLeft,
    "lower left" => TableLoc::LowerLeft,
    "lower right" => TableLoc::LowerRight,
    "center left" => TableLoc::CenterLeft,
    "center right" => TableLoc::CenterRight,
    "lower center" => TableLoc::LowerCenter,
    "upper center" => TableLoc::UpperCenter,
    "center" => TableLoc::Center,
    "top right" => TableLoc::TopRight,
    "top left" => TableLoc::TopLeft,
    "bottom left" => TableLoc::BottomLeft,
    "bottom right" => TableLoc::BottomRight,
    "right" => TableLoc::Right,
    "left" => TableLoc::Left,
    "top" => TableLoc::Top,
    "bottom" => TableLoc::Bottom,
]);

/// Between a table and the border that it is inside of, in shares of the axes.
const PAD: f64 = 0.02;

impl TableLoc {
    /// Where the lower left corner of cells is that are so wide and high, in shares of the axes.
    pub(super) fn corner(self, width: f64, height: f64) -> (f64, f64) {
        let x = match self {
            Self::UpperLeft | Self::LowerLeft | Self::CenterLeft => PAD,
            Self::UpperRight | Self::LowerRight | Self::CenterRight => 1.0 - width - PAD,
            Self::TopLeft | Self::BottomLeft | Self::Left => -width,
            Self::TopRight | Self::BottomRight | Self::Right => 1.0,
            Self::LowerCenter | Self::UpperCenter | Self::Center | Self::Top | Self::Bottom => (1.0 - width) / 2.0,
        };
        let y = match self {
            Self::UpperLeft | Self::UpperRight | Self::UpperCenter => 1.0 - height - PAD,
            Self::LowerLeft | Self::LowerRight | Self::LowerCenter => PAD,
            Self::TopLeft | Self::TopRight | Self::Top => 1.0,
            Self::BottomLeft | Self::BottomRight | Self::Bottom => -height,
            Self::CenterLeft | Self::CenterRight | Self::Center | Self::Left | Self::Right => (1.0 - height) / 2.0,
        };
        (x, y)
    }
}

/// Which sides of cells are drawn: bottom, right, top, left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Edges(pub(super) [bool; 4]);

impl Edges {
    pub(super) const ALL: Self = Self([true; 4]);

    /// # Panics
    /// If the text says anything else than which sides.
    #[track_caller]
    pub(super) fn parse(text: &str) -> Self {
        let letters = match text {
            "closed" => "BRTL",
            "open" => "",
            "horizontal" => "BT",
            "vertical" => "RL",
            letters => letters,
        };
        let mut sides = [false; 4];
        for letter in letters.chars() {
            let Some(at) = "BRTL".find(letter) else {
                panic!("`{text}` are no edges; known are closed, open, horizontal, vertical, and letters of BRTL");
            };
            sides[at] = true;
        }
        Self(sides)
    }
}
