//! On which sides of the axes things stand: ticks and their labels, lines of the frame; what is between the ticks, and how high all of it lies.

use crate::artist::common::angle;
use crate::axis::{Direction, Side};
use crate::data::Number;
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

    /// Where the ticks of the x axis stand, and its words.
    #[must_use]
    pub const fn x_side(&self) -> Side {
        self.x.side
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

    /// Where the ticks of the y axis stand, and its words.
    #[must_use]
    pub const fn y_side(&self) -> Side {
        self.y.side
    }

    /// Turns the labels of the x axis' ticks, in degrees, counter-clockwise: matplotlib's `tick_params(axis="x", rotation=45)`.
    /// The box around a label stays under the middle of its tick. Default: 0.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// fig[ax].set_xticklabels([0, 1, 2], ["control", "treated", "washed out"]).set_xtick_rotation(45);
    /// assert_eq!(fig[ax].xtick_rotation(), 45.0);
    /// ```
    ///
    /// # Panics
    /// If it is not finite.
    #[track_caller]
    pub fn set_xtick_rotation(&mut self, degrees: impl Number) -> &mut Self {
        self.x.turned = angle(degrees.to_f64());
        self
    }

    /// By how much the labels of the x axis' ticks are turned, in degrees.
    #[must_use]
    pub const fn xtick_rotation(&self) -> f32 {
        self.x.turned
    }

    /// Turns the labels of the y axis' ticks, in degrees, counter-clockwise. Default: 0.
    ///
    /// # Panics
    /// If it is not finite.
    #[track_caller]
    pub fn set_ytick_rotation(&mut self, degrees: impl Number) -> &mut Self {
        self.y.turned = angle(degrees.to_f64());
        self
    }

    /// By how much the labels of the y axis' ticks are turned, in degrees.
    #[must_use]
    pub const fn ytick_rotation(&self) -> f32 {
        self.y.turned
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

    /// Whether there are ticks on a side.
    ///
    /// # Panics
    /// If a name is that of no side.
    #[must_use]
    #[track_caller]
    pub fn ticks_on(&self, side: impl NameOr<Side>) -> bool {
        self.has_marks(side.value())
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

    /// Whether there is a line of the frame on a side.
    ///
    /// # Panics
    /// If a name is that of no side.
    #[must_use]
    #[track_caller]
    pub fn spine(&self, side: impl NameOr<Side>) -> bool {
        self.spines[side.value() as usize]
    }

    /// Shows or hides the small ticks between those that have labels, on both axes: four or five to each interval, and on a
    /// log axis the multiples of powers. Default: shown on log axes where the ticks were not set. Where a log axis is so
    /// short that its labels stand at small ticks, these stay.
    pub fn set_minor_ticks(&mut self, show: bool) -> &mut Self {
        self.x.say().minor = Some(show);
        self.y.say().minor = Some(show);
        self
    }

    /// Whether small ticks were asked for or refused; `None` if the axes decide.
    #[must_use]
    pub const fn minor_ticks(&self) -> Option<bool> {
        self.x.minor
    }

    /// Shows or hides lines across the axes at the small ticks, where there are any; see
    /// [`set_minor_ticks`](Axes::set_minor_ticks). Default: hidden. Those at the large ticks are [`grid`](Axes::grid)'s.
    pub fn set_minor_grid(&mut self, show: bool) -> &mut Self {
        self.minor_grid = show;
        self
    }

    /// Whether there are lines at the small ticks.
    #[must_use]
    pub const fn minor_grid(&self) -> bool {
        self.minor_grid
    }

    /// Sets how high the axes lie where they share room with others: those that lie higher are drawn later, over them.
    /// Default: 0; twins lie as high as the axes that they were made of, and insets 5 higher than theirs. Of axes that lie
    /// equally high, those that were added later are over the others.
    ///
    /// # Panics
    /// If it is not finite.
    #[track_caller]
    pub fn set_zorder(&mut self, zorder: impl Number) -> &mut Self {
        let zorder = zorder.to_f64();
        assert!(zorder.is_finite(), "axes cannot lie at a height of {zorder}");
        self.zorder = Some(zorder);
        self
    }

    /// How high the axes were told to lie; `None` for the default.
    #[must_use]
    pub const fn zorder(&self) -> Option<f64> {
        self.zorder
    }

    pub(crate) const fn axis(&self, direction: Direction) -> &AxisOptions {
        match direction {
            Direction::X => &self.x,
            Direction::Y => &self.y,
        }
    }

    pub(super) const fn axis_mut(&mut self, direction: Direction) -> &mut AxisOptions {
        match direction {
            Direction::X => &mut self.x,
            Direction::Y => &mut self.y,
        }
    }

    /// Whether there are ticks on a side.
    pub(crate) fn has_marks(&self, side: Side) -> bool {
        let axis = self.axis(side.direction());
        axis.shown && self.marks[side as usize].unwrap_or(side == axis.side)
    }
}
