//! Axes that belong to others: twins, which have a box and an axis in common with them, and insets, which stand in them.

use crate::axis::{Direction, Side};
use crate::figure::place::{Place, inset};
use crate::figure::{Axes, AxisOptions, Figure, Key};
use crate::style::Color;

/// How much higher than its axes an inset lies: matplotlib's number.
const INSET_ZORDER: f64 = 5.0;

impl Figure {
    /// Adds axes in the box of others, which have the x axis in common with them and a y axis of their own, at the right:
    /// matplotlib's `twinx`.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// use grabframe::Layout;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// let right = fig.twin_x(ax);
    /// fig[ax].set_ylabel("voltage (V)");
    /// fig[ax].plot([0, 4, 10], [1, 3, 2]);
    /// fig[right].set_ylabel("current (mA)").set_xlim(0, 12); // the limits of both
    /// fig[right].plot([0, 4, 10], [120, 480, 300]);
    /// let layout = Layout::of(&fig);
    /// assert_eq!(layout[ax].x.limits, layout[right].x.limits);
    /// assert_eq!(layout[ax].x.limits, Limits::new(0.0, 12.0));
    /// ```
    ///
    /// The limits, scale, direction and ticks of the common axis are one thing: what was set last counts, whether in these axes
    /// or in those, and limits that were not set hold the data of both. It is drawn once, with the label that these have. What
    /// the layout says of it holds for both ([`Layout`](crate::Layout)); [`Axes::xlim`] alone knows only its own axes.
    ///
    /// All else the twin has for itself: artists, legend, colorbars, title, grid, frame. There is nothing behind its data, and
    /// its box is that of the others, whatever its aspect. It goes with them when they are removed.
    ///
    /// # Panics
    /// If the axes are not in this figure.
    #[track_caller]
    pub fn twin_x(&mut self, of: Key<Axes>) -> Key<Axes> {
        self.twin(of, Direction::X)
    }

    /// Adds axes in the box of others, which have the y axis in common with them and an x axis of their own, at the top:
    /// matplotlib's `twiny`. See [`twin_x`](Figure::twin_x).
    ///
    /// # Panics
    /// If the axes are not in this figure.
    #[track_caller]
    pub fn twin_y(&mut self, of: Key<Axes>) -> Key<Axes> {
        self.twin(of, Direction::Y)
    }

    #[track_caller]
    fn twin(&mut self, of: Key<Axes>, shares: Direction) -> Key<Axes> {
        let _ = &self[of];
        let key = self.push_axes(Place::Twin { of: of.raw().axes as usize, shares });
        let axes = &mut self[key];
        axes.face = Color::TRANSPARENT;
        axes.axis_mut(shares).shown = false;
        match shares {
            Direction::X => axes.y.side = Side::Right,
            Direction::Y => axes.x.side = Side::Top,
        }
        key
    }

    /// Adds axes in other axes: left, bottom, width and height of their box, as shares of the others' (0 to 1, from the lower
    /// left), wherever that is when the figure is drawn. They may reach out of it.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// let zoom = fig.inset(ax, [0.55, 0.1, 0.4, 0.35]); // at the lower right
    /// fig[zoom].set_xlim(2.0, 2.5);
    /// ```
    ///
    /// Their ticks and words stand around their box, as those of any axes, and they lie over the axes that they stand in, with
    /// which they go when these are removed. Insets may have insets and twins.
    ///
    /// # Panics
    /// If the axes are not in this figure, a number is not finite, width or height is not positive, or a number is beyond 10:
    /// pixels were then taken for shares.
    #[track_caller]
    pub fn inset(&mut self, of: Key<Axes>, part: [f64; 4]) -> Key<Axes> {
        let _ = &self[of];
        self.push_axes(inset(of.raw().axes as usize, part))
    }

    fn place_of(&self, index: usize) -> Option<Place> {
        self.axes.get(index)?.as_ref().map(|seat| seat.at)
    }

    /// The position of the axes that these are twins of, of twins of, and so on: those whose box it is.
    pub(crate) fn boxed_in(&self, mut index: usize) -> usize {
        while let Some(Place::Twin { of, .. }) = self.place_of(index) {
            index = of;
        }
        index
    }

    /// The position of the axes in the figure itself that these belong to, as twins or insets, or are.
    pub(crate) fn root_of(&self, mut index: usize) -> usize {
        while let Some(of) = self.place_of(index).and_then(Place::parent) {
            index = of;
        }
        index
    }

    /// Whether axes are insets of those in the box of the axes at `base`.
    pub(crate) fn stands_in(&self, index: usize, base: usize) -> bool {
        match self.place_of(self.boxed_in(index)) {
            Some(Place::Inset { of, .. }) => self.boxed_in(of) == base,
            _ => false,
        }
    }

    /// How high axes lie.
    pub(crate) fn zorder_of(&self, index: usize) -> f64 {
        match (self.axes_at(index).and_then(|axes| axes.zorder), self.place_of(index)) {
            (Some(zorder), _) => zorder,
            (None, Some(Place::Twin { of, .. })) => self.zorder_of(of),
            (None, Some(Place::Inset { of, .. })) => self.zorder_of(of) + INSET_ZORDER,
            _ => 0.0,
        }
    }

    /// The axes whose axis in that direction is one thing with that of those at `index`, these included, in the order in
    /// which they were added.
    pub(crate) fn sharing(&self, index: usize, direction: Direction) -> Vec<(usize, &Axes)> {
        let first = |mut index: usize| {
            while let Some(Place::Twin { of, shares }) = self.place_of(index) {
                if shares != direction {
                    break;
                }
                index = of;
            }
            index
        };
        let wanted = first(index);
        let mut sharing = Vec::new();
        for (other, _, axes) in self.axes() {
            if first(other) == wanted {
                sharing.push((other, axes));
            }
        }
        sharing
    }

    /// What was said last of an axis, in whichever of the axes that share it.
    pub(crate) fn said_of(&self, index: usize, direction: Direction) -> Option<&AxisOptions> {
        let all = self.sharing(index, direction);
        let options = all.into_iter().map(|(_, axes)| axes.axis(direction));
        options.reduce(|newest, other| if other.said > newest.said { other } else { newest })
    }

    /// Lets axes that are about to be changed know what was said of their axes in others, so that what is said next is added
    /// to that.
    pub(super) fn catch_up(&mut self, index: usize) {
        if !self.axes.iter().flatten().any(|seat| matches!(seat.at, Place::Twin { .. })) {
            return;
        }
        for direction in [Direction::X, Direction::Y] {
            let mut asked = None;
            for (other, axes) in self.sharing(index, direction) {
                if other != index {
                    asked = axes.asked(direction).or(asked);
                }
            }
            let said = self.axes_at(index).map_or(0, |axes| axes.axis(direction).said);
            let newer = self.said_of(index, direction).filter(|newest| newest.said > said).cloned();
            let Some(Some(seat)) = self.axes.get_mut(index) else { continue };
            let own = seat.value.axis_mut(direction);
            own.asked_elsewhere = asked;
            if let Some(newer) = newer {
                own.share(&newer);
            }
        }
    }

    /// Takes out what belongs to axes that are gone, and its colorbars.
    pub(super) fn take_orphans(&mut self) {
        // those that belong to others come after them
        for index in 0..self.axes.len() {
            let parent = self.place_of(index).and_then(Place::parent);
            if parent.is_some_and(|parent| self.axes[parent].is_none()) {
                self.axes[index] = None;
            }
        }
        let mut colorbars = std::mem::take(&mut self.colorbars);
        colorbars.retain(|bar| self.slot(bar.at).is_some());
        self.colorbars = colorbars;
    }
}
