//! On which sides of the axes ticks and their labels stand, and how high all of it lies.

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
    #[doc(alias = "set_ticks_position")]
    #[doc(alias = "set_label_position")]
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

    /// Leaves out the labels of both axes where other axes of the same grid stand on that side, between these and its border: what
    /// is written at ticks, and along the axes. matplotlib's word; [`Subplot`](crate::Subplot) says it of axes that are shared. Default: they are
    /// shown.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let axs = fig.subplots(2, 2);
    /// for ax in &axs {
    ///     fig[ax].set_xlabel("x").set_ylabel("y").label_outer(true); // at the left and below only
    /// }
    /// ```
    pub fn label_outer(&mut self, outer: bool) -> &mut Self {
        (self.x.outer, self.y.outer) = (outer, outer);
        self
    }

    /// Whether labels of the x axis, and of the y axis, are left to outer axes.
    #[must_use]
    pub const fn get_label_outer(&self) -> (bool, bool) {
        (self.x.outer, self.y.outer)
    }

    /// Shows or hides the ticks on one side, large and small ones; [`TickParams`](crate::TickParams) tells them apart. Labels stay where they are: beside the ticks of
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
    #[doc(alias = "tick_top")]
    #[doc(alias = "tick_right")]
    #[track_caller]
    pub fn set_ticks_on(&mut self, side: impl NameOr<Side>, show: bool) -> &mut Self {
        let side = side.value() as usize;
        for kind in &mut self.marks {
            kind[side] = Some(show);
        }
        self
    }

    /// Whether there are large ticks on a side.
    ///
    /// # Panics
    /// If a name is that of no side.
    #[must_use]
    #[track_caller]
    pub fn ticks_on(&self, side: impl NameOr<Side>) -> bool {
        self.has_marks(side.value(), false)
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

    /// Whether there are large ticks on a side, or small ones.
    pub(crate) fn has_marks(&self, side: Side, minor: bool) -> bool {
        let axis = self.axis(side.direction());
        axis.shown && self.marks[usize::from(minor)][side as usize].unwrap_or(side == axis.side)
    }
}
