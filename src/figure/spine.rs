//! The lines of a frame: whether they are shown, where they stand, how they look.

use crate::axis::Side;
use crate::data::Number;
use crate::figure::Axes;
use crate::style::named::sealed;
use crate::style::{Color, IntoColor, NameOr, named};

/// Where a line of the frame stands, with the ticks and the words of its axis.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[non_exhaustive]
pub enum SpinePosition {
    /// On the border of the box. The default.
    #[default]
    Border,
    /// So many points outside of the border; inside, if negative.
    Outward(f64),
    /// At a share of the box, from the left or from below: 0.5 is its middle.
    Axes(f64),
    /// At a value of the other axis; at the border where that value is not seen.
    Data(f64),
}

named!(SpinePosition, "a place for a line of the frame", [
    "border" => SpinePosition::Border,
    "center" => SpinePosition::Axes(0.5),
    "zero" => SpinePosition::Data(0.0),
]);

/// As in matplotlib's `set_position(("axes", 0.5))`.
impl<N: Number> sealed::Sealed<SpinePosition> for (&str, N) {}
impl<N: Number> NameOr<SpinePosition> for (&str, N) {
    #[track_caller]
    fn value(self) -> SpinePosition {
        let by = self.1.to_f64();
        match self.0 {
            "outward" => SpinePosition::Outward(by),
            "axes" => SpinePosition::Axes(by),
            "data" => SpinePosition::Data(by),
            other => panic!("`{other}` is no way to place a line of the frame; known are outward, axes, data"),
        }
    }
}

/// One line of a frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Spine {
    /// `None`: as the theme has it.
    pub(crate) shown: Option<bool>,
    pub(crate) at: SpinePosition,
    /// `None`: as all of the frame.
    pub(crate) color: Option<Color>,
    /// In points; `None`: as all of the frame.
    pub(crate) width: Option<f32>,
}

impl Spine {
    pub(crate) const SHOWN: Self = Self { shown: None, at: SpinePosition::Border, color: None, width: None };
}

impl Axes {
    /// Shows or hides the line of the frame on one side. Default: shown. For all of the frame at once, with its ticks and
    /// what is behind the data, see [`set_frame`](Axes::set_frame).
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// fig[ax].set_spine("top", false).set_spine("right", false);
    /// ```
    ///
    /// # Panics
    /// If a name is that of no side.
    #[track_caller]
    pub fn set_spine(&mut self, side: impl NameOr<Side>, show: bool) -> &mut Self {
        self.spine_mut(side).shown = Some(show);
        self
    }

    /// Whether there is a line of the frame on a side.
    ///
    /// # Panics
    /// If a name is that of no side.
    #[must_use]
    #[track_caller]
    pub fn spine(&self, side: impl NameOr<Side>) -> bool {
        self.spines[side.value() as usize].shown.unwrap_or(true)
    }

    /// Moves the line of the frame on one side, with the ticks and the words that stand there: a [`SpinePosition`], `"zero"`,
    /// `"center"`, `"border"`, or `("outward", 10)`, `("axes", 0.5)`, `("data", 3)`. What then stands inside of the box is drawn over the
    /// data. Default: on the border.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// // two arms that cross at the origin, as in a book
    /// fig[ax].set_spine_at("bottom", "zero").set_spine_at("left", "zero");
    /// fig[ax].set_spine("top", false).set_spine("right", false);
    /// ```
    ///
    /// # Panics
    /// If a number is not finite, a share of the box or a distance is so large that it must be something else (100 boxes, 10,000
    /// points), or a name is that of no side or no place.
    #[track_caller]
    pub fn set_spine_at(&mut self, side: impl NameOr<Side>, at: impl NameOr<SpinePosition>) -> &mut Self {
        let at = at.value();
        let (by, most) = match at {
            SpinePosition::Border => (0.0, 1.0),
            SpinePosition::Outward(points) => (points, 1e4),
            SpinePosition::Axes(share) => (share, 100.0),
            SpinePosition::Data(value) => (value, f64::MAX),
        };
        assert!(by.abs() <= most, "a line of the frame cannot stand at {at:?}");
        self.spine_mut(side).at = at;
        self
    }

    /// Where the line of the frame on a side stands.
    ///
    /// # Panics
    /// If a name is that of no side.
    #[must_use]
    #[track_caller]
    pub fn spine_at(&self, side: impl NameOr<Side>) -> SpinePosition {
        self.spines[side.value() as usize].at
    }

    /// Sets the colour of the line of the frame on one side; ticks and words keep theirs. Default: black.
    ///
    /// # Panics
    /// If it is no colour, or a name is that of no side.
    #[track_caller]
    pub fn set_spine_color(&mut self, side: impl NameOr<Side>, color: impl IntoColor) -> &mut Self {
        self.spine_mut(side).color = Some(color.into_color());
        self
    }

    /// The colour that the line of the frame on a side was given.
    ///
    /// # Panics
    /// If a name is that of no side.
    #[must_use]
    #[track_caller]
    pub fn spine_color(&self, side: impl NameOr<Side>) -> Option<Color> {
        self.spines[side.value() as usize].color
    }

    /// Sets how wide the line of the frame on one side is, in points. Default: 0.8.
    ///
    /// # Panics
    /// If it is negative, not finite or more than 1000, or a name is that of no side.
    #[track_caller]
    pub fn set_spine_width(&mut self, side: impl NameOr<Side>, points: impl Number) -> &mut Self {
        let points = points.to_f64();
        assert!((0.0..=1000.0).contains(&points), "a line of the frame cannot be {points} points wide");
        self.spine_mut(side).width = Some(points as f32);
        self
    }

    /// How wide the line of the frame on a side was told to be, in points.
    ///
    /// # Panics
    /// If a name is that of no side.
    #[must_use]
    #[track_caller]
    pub fn spine_width(&self, side: impl NameOr<Side>) -> Option<f32> {
        self.spines[side.value() as usize].width
    }

    #[track_caller]
    fn spine_mut(&mut self, side: impl NameOr<Side>) -> &mut Spine {
        &mut self.spines[side.value() as usize]
    }
}
