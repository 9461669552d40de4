//! Axes that belong to others: twins, which have a box and an axis in common with them, and insets, which stand in them; and
//! axes anywhere that have an axis in common.

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
    #[doc(alias = "twinx")]
    #[doc(alias = "yyaxis")]
    #[track_caller]
    pub fn twin_x(&mut self, of: Key<Axes>) -> Key<Axes> {
        self.twin(of, Direction::X)
    }

    /// Adds axes in the box of others, which have the y axis in common with them and an x axis of their own, at the top:
    /// matplotlib's `twiny`. See [`twin_x`](Figure::twin_x).
    ///
    /// # Panics
    /// If the axes are not in this figure.
    #[doc(alias = "twiny")]
    #[track_caller]
    pub fn twin_y(&mut self, of: Key<Axes>) -> Key<Axes> {
        self.twin(of, Direction::Y)
    }

    #[track_caller]
    fn twin(&mut self, of: Key<Axes>, shares: Direction) -> Key<Axes> {
        let _ = &self[of];
        let of = of.raw().axes as usize;
        let key = self.push_axes(Place::Twin { of });
        self.join(&[of, key.raw().axes as usize], shares);
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
    #[doc(alias = "inset_axes")]
    #[track_caller]
    pub fn inset(&mut self, of: Key<Axes>, part: [f64; 4]) -> Key<Axes> {
        let _ = &self[of];
        self.push_axes(inset(of.raw().axes as usize, part))
    }

    /// Lets axes have one x axis, wherever they stand: limits, scale, direction and ticks are one thing. What was set last counts, in
    /// whichever of them, and limits that were not set hold the data of all. Those that had one in common with others before
    /// bring these with them. matplotlib's `sharex`.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// use grabframe::Layout;
    /// let mut fig = Figure::new();
    /// let axs = fig.mosaic("AAB;CCB");
    /// fig.share_x([axs['A'], axs['C']]);
    /// fig[axs['A']].plot([0, 10], [0, 1]);
    /// fig[axs['C']].set_xscale("log").set_xlim(1, 100);
    /// assert_eq!(Layout::of(&fig)[axs['A']].x.limits, Limits::new(1.0, 100.0));
    /// ```
    ///
    /// Each shows the labels of the axis, unless it is told to leave them to others ([`Axes::label_outer`]).
    ///
    /// # Panics
    /// If one of the axes is not in this figure.
    #[track_caller]
    pub fn share_x(&mut self, axes: impl IntoIterator<Item = Key<Axes>>) -> &mut Self {
        let group = self.positions(axes);
        self.join(&group, Direction::X);
        self
    }

    /// Lets axes have one y axis, wherever they stand; see [`share_x`](Figure::share_x).
    ///
    /// # Panics
    /// If one of the axes is not in this figure.
    #[track_caller]
    pub fn share_y(&mut self, axes: impl IntoIterator<Item = Key<Axes>>) -> &mut Self {
        let group = self.positions(axes);
        self.join(&group, Direction::Y);
        self
    }

    #[track_caller]
    fn positions(&self, axes: impl IntoIterator<Item = Key<Axes>>) -> Vec<usize> {
        let mut group = Vec::new();
        for key in axes {
            let _ = &self[key];
            group.push(key.raw().axes as usize);
        }
        group
    }

    /// Makes one group of axes, and of those that they had an axis in common with before.
    pub(super) fn join(&mut self, members: &[usize], direction: Direction) {
        let groups = &mut self.groups[direction as usize];
        let mut all = members.to_vec();
        let mut k = 0;
        while k < groups.len() {
            if groups[k].iter().any(|index| members.contains(index)) {
                all.append(&mut groups.remove(k));
            } else {
                k += 1;
            }
        }
        // in the order in which they were added
        let mut sorted: Vec<usize> = Vec::with_capacity(all.len());
        for index in all {
            let at = sorted.partition_point(|other| *other < index);
            if sorted.get(at) != Some(&index) {
                sorted.insert(at, index);
            }
        }
        if sorted.len() > 1 {
            groups.push(sorted);
        }
    }

    pub(crate) fn place_of(&self, index: usize) -> Option<Place> {
        self.axes.get(index)?.as_ref().map(|seat| seat.at)
    }

    /// The position of the axes that these are twins of, of twins of, and so on: those whose box it is.
    pub(crate) fn boxed_in(&self, mut index: usize) -> usize {
        while let Some(Place::Twin { of }) = self.place_of(index) {
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
            (None, Some(Place::Twin { of })) => self.zorder_of(of),
            (None, Some(Place::Inset { of, .. })) => self.zorder_of(of) + INSET_ZORDER,
            _ => 0.0,
        }
    }

    /// The axes whose axis in that direction is one thing with that of those at `index`, these included, in the order in
    /// which they were added.
    pub(crate) fn sharing(&self, index: usize, direction: Direction) -> Vec<(usize, &Axes)> {
        let mut sharing = Vec::new();
        match self.group(index, direction) {
            Some(group) => {
                for &other in group {
                    sharing.extend(self.axes_at(other).map(|axes| (other, axes)));
                }
            }
            None => sharing.extend(self.axes_at(index).map(|axes| (index, axes))),
        }
        sharing
    }

    /// The positions of all axes whose axis in that direction is one thing with that of those at `index`, if there are others.
    fn group(&self, index: usize, direction: Direction) -> Option<&[usize]> {
        let groups = &self.groups[direction as usize];
        groups.iter().find(|group| group.contains(&index)).map(Vec::as_slice)
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
        if self.groups.iter().all(Vec::is_empty) {
            return;
        }
        for &direction in &[Direction::X, Direction::Y] {
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

    /// The position of the axes that show the labels of an axis instead of those at `index`, if these leave them to others: the
    /// outermost in the same cells of their grid, on the side where the labels stand.
    pub(crate) fn labelled_elsewhere(&self, index: usize, direction: Direction) -> Option<usize> {
        let options = self.axes_at(index)?.axis(direction);
        if !options.outer {
            return None;
        }
        let base = self.boxed_in(index);
        let Some(Place::Grid { grid, row, col }) = self.place_of(base) else { return None };
        let meet = |a: (usize, usize), b: (usize, usize)| a.0 < b.1 && b.0 < a.1;
        let mut outermost: Option<(usize, usize)> = None;
        for (other, place, axes) in self.axes() {
            let Place::Grid { grid: its, row: its_row, col: its_col } = place else { continue };
            let its_axis = axes.axis(direction);
            if !axes.frame() || !its_axis.shown || its_axis.side != options.side {
                continue;
            }
            let beside = if direction == Direction::X { meet(col, its_col) } else { meet(row, its_row) };
            if its != grid || !beside {
                continue;
            }
            // how far beyond the own cells
            let beyond = match options.side {
                Side::Bottom => (its_row.0 + 1).checked_sub(row.1),
                Side::Top => (row.0 + 1).checked_sub(its_row.1),
                Side::Left => (col.0 + 1).checked_sub(its_col.1),
                Side::Right => (its_col.0 + 1).checked_sub(col.1),
            };
            let beyond = beyond.unwrap_or(0);
            if beyond > 0 && outermost.is_none_or(|(most, _)| beyond > most) {
                outermost = Some((beyond, other));
            }
        }
        outermost.map(|(_, other)| other)
    }

    /// Takes out what belongs to axes that are gone, its colorbars and what pointed there.
    pub(super) fn take_orphans(&mut self) {
        // those that belong to others come after them
        for index in 0..self.axes.len() {
            let parent = self.place_of(index).and_then(Place::parent);
            if parent.is_some_and(|parent| self.axes[parent].is_none()) {
                self.axes[index] = None;
            }
        }
        let mut colorbars = std::mem::take(&mut self.colorbars);
        colorbars.retain(|bar| self.slot(bar.at.of).is_some());
        self.colorbars = colorbars;
        let mut indicators = std::mem::take(&mut self.indicators);
        indicators.retain(|seat| self.axes_at(seat.at.0).is_some() && self.axes_at(seat.at.1).is_some());
        self.indicators = indicators;
        let mut secondaries = std::mem::take(&mut self.secondaries);
        secondaries.retain(|one| self.axes_at(one.index).is_some());
        self.secondaries = secondaries;
        let axes = &self.axes;
        for groups in &mut self.groups {
            for group in groups.iter_mut() {
                group.retain(|index| axes[*index].is_some());
            }
            groups.retain(|group| group.len() > 1);
        }
        // so that axes that come and go do not become more and more; nothing is left that names a place after these
        while matches!(self.axes.last(), Some(None)) {
            self.axes.pop();
        }
    }
}
