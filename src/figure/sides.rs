//! On which sides of the axes things stand: ticks and their labels, lines of the frame; and what is between the ticks.

use crate::axis::{Direction, Side};
use crate::figure::{Axes, AxisOptions};
use crate::style::NameOr;

impl Axes {
    /// Moves the ticks of the x axis, their labels and the words along the axis to this side, [`Side::Top`] or `"top"`.
    /// Default: the bottom, but the top where the y axis is shared ([`Figure::twin_y`](crate::Figure::twin_y)).
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// fig[ax].set_x_side("top").set_ticks_on("bottom", true).set_xlabel("column");
    /// ```
    ///
    /// # Panics
    /// If the side is none that an x axis can have, or a name is that of no side.
    #[track_caller]
    pub fn set_x_side(&mut self, side: impl NameOr<Side>) -> &mut Self {
        let side = side.value();
        assert!(side.direction() == Direction::X, "an x axis stands at the bottom or at the top, not at {side:?}");
        self.x.side = side;
        self
    }

    /// Moves the ticks of the y axis, their labels and the words along the axis to this side, [`Side::Right`] or `"right"`.
    /// Default: the left, but the right where the x axis is shared ([`Figure::twin_x`](crate::Figure::twin_x)).
    ///
    /// # Panics
    /// If the side is none that a y axis can have, or a name is that of no side.
    #[track_caller]
    pub fn set_y_side(&mut self, side: impl NameOr<Side>) -> &mut Self {
        let side = side.value();
        assert!(side.direction() == Direction::Y, "a y axis stands at the left or at the right, not at {side:?}");
        self.y.side = side;
        self
    }

    /// Shows or hides the ticks on one side. Labels stay where they are: beside the ticks of
    /// [`set_x_side`](Axes::set_x_side) and [`set_y_side`](Axes::set_y_side), or without ticks. Default: there are ticks
    /// where there are labels.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// fig[ax].set_ticks_on("top", true).set_ticks_on("right", true); // as many journals want it
    /// ```
    ///
    /// # Panics
    /// If a name is that of no side.
    #[track_caller]
    pub fn set_ticks_on(&mut self, side: impl NameOr<Side>, show: bool) -> &mut Self {
        self.marks[side.value() as usize] = Some(show);
        self
    }

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
        self.spines[side.value() as usize] = show;
        self
    }

    /// Shows or hides the small ticks between those that have labels, on both axes: four or five to each interval, and on a
    /// log axis the multiples of powers. Default: shown on log axes where the ticks were not set. Where a log axis is so
    /// short that its labels stand at small ticks, these stay.
    pub fn set_minor_ticks(&mut self, show: bool) -> &mut Self {
        self.x.minor = Some(show);
        self.y.minor = Some(show);
        self
    }

    /// Shows or hides lines across the axes at the small ticks, where there are any; see
    /// [`set_minor_ticks`](Axes::set_minor_ticks). Default: hidden. Those at the large ticks are [`grid`](Axes::grid)'s.
    pub fn set_minor_grid(&mut self, show: bool) -> &mut Self {
        self.minor_grid = show;
        self
    }

    pub(crate) const fn axis(&self, direction: Direction) -> &AxisOptions {
        match direction {
            Direction::X => &self.x,
            Direction::Y => &self.y,
        }
    }

    /// Whether there are ticks on a side.
    pub(crate) fn has_marks(&self, side: Side) -> bool {
        let axis = self.axis(side.direction());
        axis.shown && self.marks[side as usize].unwrap_or(side == axis.side)
    }
}
