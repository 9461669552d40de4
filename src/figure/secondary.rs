//! Axes that show the values of another axis in other units.

use crate::axis::{Direction, Scale, Side};
use crate::figure::{Axes, Figure, Key, Place};
use crate::style::{Color, NameOr};

/// Which axes show the values of which others, converted.
#[derive(Clone, Debug)]
pub(super) struct Secondary {
    pub(super) index: usize,
    direction: Direction,
    /// Its even axis has the values of the others.
    conversion: Scale,
}

impl Figure {
    /// Adds a second x axis at the `"top"` (or the `"bottom"`) of axes, which shows their values in other units: `forward` makes
    /// those of theirs, and `inverse` theirs of those. matplotlib's `secondary_xaxis`.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// use grabframe::Layout;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// fig[ax].set_xlabel("angle (rad)").set_xlim(0, 1.5);
    /// let top = fig.secondary_x(ax, "top", f64::to_degrees, f64::to_radians);
    /// fig[top].set_xlabel("angle (°)");
    /// assert!((Layout::of(&fig)[top].x.limits.hi - 85.94).abs() < 0.01);
    /// ```
    ///
    /// Its limits are those of the others, whatever is set here; label, ticks and their format, sides and lines of the frame
    /// ([`set_spine_at`](Axes::set_spine_at), where it is to stand elsewhere) are its own. Its ticks are those of its own scale: linear, but
    /// log over a log axis where its values are positive. It has no data; artists in it would be drawn where their values are, and their y axis is that of the others. It
    /// goes with the others when they are removed.
    ///
    /// Both functions must grow steadily, or fall steadily, between the limits, and undo each other. While one of the limits has no
    /// finite value, there are no ticks, and [`Layout::notes`](crate::Layout::notes) says so.
    ///
    /// # Panics
    /// If the axes are not in this figure, or the side is none that an x axis can have.
    #[doc(alias = "secondary_xaxis")]
    #[track_caller]
    pub fn secondary_x(
        &mut self,
        ax: Key<Axes>,
        side: impl NameOr<Side>,
        forward: impl Fn(f64) -> f64 + Send + Sync + 'static,
        inverse: impl Fn(f64) -> f64 + Send + Sync + 'static,
    ) -> Key<Axes> {
        let side = side.value();
        assert!(side.direction() == Direction::X, "an x axis stands at the bottom or at the top, not at {side:?}");
        self.secondary(ax, side, Scale::function(inverse, forward))
    }

    /// Adds a second y axis at the `"right"` (or the `"left"`) of axes, which shows their values in other units; see
    /// [`secondary_x`](Figure::secondary_x).
    ///
    /// # Panics
    /// If the axes are not in this figure, or the side is none that a y axis can have.
    #[doc(alias = "secondary_yaxis")]
    #[track_caller]
    pub fn secondary_y(
        &mut self,
        ax: Key<Axes>,
        side: impl NameOr<Side>,
        forward: impl Fn(f64) -> f64 + Send + Sync + 'static,
        inverse: impl Fn(f64) -> f64 + Send + Sync + 'static,
    ) -> Key<Axes> {
        let side = side.value();
        assert!(side.direction() == Direction::Y, "a y axis stands at the left or at the right, not at {side:?}");
        self.secondary(ax, side, Scale::function(inverse, forward))
    }

    #[track_caller]
    fn secondary(&mut self, of: Key<Axes>, side: Side, conversion: Scale) -> Key<Axes> {
        let _ = &self[of];
        let (of, direction) = (of.raw().axes as usize, side.direction());
        let key = self.push_axes(Place::Twin { of });
        let index = key.raw().axes as usize;
        let across = if direction == Direction::X { Direction::Y } else { Direction::X };
        self.join(&[of, index], across);
        self.secondaries.push(Secondary { index, direction, conversion });
        let axes = &mut self[key];
        axes.face = Color::TRANSPARENT;
        axes.axis_mut(across).shown = false;
        axes.axis_mut(direction).side = side;
        for other in Side::ALL {
            axes.spines[other as usize].shown = Some(other == side);
        }
        key
    }

    /// The position of the axes whose values those at `index` show in other units, and the scale whose even axis these values are.
    pub(crate) fn converted(&self, index: usize, direction: Direction) -> Option<(usize, &Scale)> {
        let secondary = self.secondaries.iter().find(|one| (one.index, one.direction) == (index, direction))?;
        Some((self.place_of(index)?.parent()?, &secondary.conversion))
    }
}
