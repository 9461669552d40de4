//! How axes come into a figure: alone, in grids, as letters are drawn, in grids within grids.

use crate::axis::Direction;
use crate::data::Number;
use crate::figure::grid::{Grid, Sharing, Subplot, Within};
use crate::figure::place::{self, Cells, Mosaic, Place, Subplots};
use crate::figure::{Axes, Figure, Key, RawKey, Seat};

impl Figure {
    /// Adds axes that fill the figure, but for the margins.
    pub fn add_axes(&mut self) -> Key<Axes> {
        self.push_cells(Subplot::new().grid(1, 1, Within::Figure), &[((0, 1), (0, 1))])[0]
    }

    /// Adds axes at a place in the figure: left, bottom, width and height of their box, as shares of the figure (0 to 1,
    /// from the lower left). A part of the box may be outside.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let inset = fig.add_axes_at(0.6, 0.6, 0.25, 0.25); // in the upper right
    /// # fig[inset].set_title("inset");
    /// ```
    ///
    /// # Panics
    /// If a number is not finite, width or height is not positive, or no part of the box is in the figure: pixels were
    /// then taken for shares.
    #[doc(alias = "add_subplot")]
    #[doc(alias = "axes")]
    #[track_caller]
    pub fn add_axes_at(
        &mut self,
        left: impl Number,
        bottom: impl Number,
        width: impl Number,
        height: impl Number,
    ) -> Key<Axes> {
        self.push_axes(place::shares(left.to_f64(), bottom.to_f64(), width.to_f64(), height.to_f64()))
    }

    /// Adds `rows` x `cols` axes in a grid, indexed by row and column from the upper left.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::inches(8.0, 3.0);
    /// let axs = fig.subplots(1, 2);
    /// fig[axs[(0, 1)]].set_title("right");
    /// for ax in axs {
    ///     fig[ax].grid(true);
    /// }
    /// ```
    ///
    /// # Panics
    /// If there is no row or no column.
    #[track_caller]
    pub fn subplots(&mut self, rows: usize, cols: usize) -> Subplots {
        self.subplots_with(rows, cols, Subplot::new())
    }

    /// The same, with axes that are shared, columns and rows of other sizes, or other gaps: see [`Subplot`].
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let axs = fig.subplots_with(2, 2, Subplot::new().share_x_by("col").share_y_by("row").width_ratios([2, 1]));
    /// fig[axs[(0, 0)]].plot([0, 10], [0, 1]);
    /// fig[axs[(1, 0)]].plot([20, 30], [5, 6]); // under it, over the same x axis
    /// ```
    ///
    /// # Panics
    /// If there is no row or no column, or not one ratio for each.
    #[doc(alias = "gridspec_kw")]
    #[doc(alias = "sharex")]
    #[doc(alias = "sharey")]
    #[doc(alias = "tiledlayout")]
    #[track_caller]
    pub fn subplots_with(&mut self, rows: usize, cols: usize, how: Subplot) -> Subplots {
        let grid = how.grid(rows, cols, Within::Figure);
        self.fill(grid, &how)
    }

    /// Adds axes as drawn in letters: rows separated by `;` or line ends, each letter one axes over all its cells, `.`
    /// for an empty cell.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let axs = fig.mosaic("AAB;CCB");
    /// fig[axs['B']].set_title("tall");
    /// ```
    ///
    /// # Panics
    /// If the rows have different lengths, or the cells of a letter are no rectangle.
    #[doc(alias = "subplot_mosaic")]
    #[track_caller]
    pub fn mosaic(&mut self, letters: &str) -> Mosaic {
        self.mosaic_with(letters, Subplot::new())
    }

    /// The same, with axes that are shared, columns and rows of other sizes, or other gaps: see [`Subplot`]. Axes over several
    /// cells share with those of their first column or row.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// // a joint distribution, and one of each at its sides
    /// let how = Subplot::new().width_ratios([4, 1]).height_ratios([1, 4]).share_x_by("col").share_y_by("row");
    /// let axs = fig.mosaic_with("x.;cy", how);
    /// fig[axs['c']].set_xlim(0, 5);
    /// ```
    ///
    /// # Panics
    /// If the rows have different lengths, the cells of a letter are no rectangle, or there is not one ratio for each row or
    /// column.
    #[track_caller]
    pub fn mosaic_with(&mut self, letters: &str, how: Subplot) -> Mosaic {
        let found = place::mosaic(letters);
        let grid = how.grid(found.rows, found.cols, Within::Figure);
        let mut cells = Vec::with_capacity(found.cells.len());
        for (_, row, col) in &found.cells {
            cells.push((*row, *col));
        }
        let keys = self.push_cells(grid, &cells);
        self.share_cells(&keys, &cells, &how);
        let mut mosaic = Mosaic::new();
        for ((letter, ..), key) in found.cells.into_iter().zip(keys) {
            mosaic.add(letter, key);
        }
        mosaic
    }

    /// Puts a grid of `rows` x `cols` axes in the place of others, which are taken out: a grid within a cell of another one, with
    /// columns, rows and gaps of its own. matplotlib's `GridSpecFromSubplotSpec`.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let axs = fig.subplots_with(1, 2, Subplot::new().width_ratios([2, 1]));
    /// let stack = fig.subgrid(axs[(0, 1)], 3, 1, Subplot::new().share_x().hspace(0));
    /// fig[stack[(2, 0)]].set_xlabel("time (s)");
    /// assert!(fig.get(axs[(0, 1)]).is_none() && fig.get(axs[(0, 0)]).is_some());
    /// ```
    ///
    /// # Panics
    /// If the axes are not in this figure, stand in others (twins, insets), or have artists, or twins or insets with some, which would be lost; if there is no
    /// row or no column, or not one ratio for each.
    #[track_caller]
    pub fn subgrid(&mut self, ax: Key<Axes>, rows: usize, cols: usize, how: Subplot) -> Subplots {
        let _ = &self[ax];
        let at = ax.raw().axes as usize;
        let lost = self.axes().any(|(index, _, axes)| self.root_of(index) == at && !axes.slots().is_empty());
        assert!(!lost, "a grid cannot take the place of axes with artists in them: make the grid first");
        let place = self.place_of(at).filter(|place| place.parent().is_none());
        let Some(place) = place else {
            panic!("a grid can take the place of axes of the figure, not that of a twin or an inset")
        };
        let grid = how.grid(rows, cols, Within::Place(place));
        self.remove(ax);
        self.fill(grid, &how)
    }

    /// Axes in every cell of a grid.
    fn fill(&mut self, grid: Grid, how: &Subplot) -> Subplots {
        let (rows, cols) = (grid.rows, grid.cols);
        let mut cells = Vec::with_capacity(rows * cols);
        for r in 0..rows {
            for c in 0..cols {
                cells.push(((r, r + 1), (c, c + 1)));
            }
        }
        let keys = self.push_cells(grid, &cells);
        self.share_cells(&keys, &cells, how);
        Subplots::new(rows, cols, keys)
    }

    /// Axes in these rows and columns of a grid. Two grids that are divided alike are one.
    fn push_cells(&mut self, grid: Grid, cells: &[(Cells, Cells)]) -> Vec<Key<Axes>> {
        let at = match self.grids.iter().position(|other| *other == grid) {
            Some(at) => at,
            None => {
                self.grids.push(grid);
                self.grids.len() - 1
            }
        };
        let mut keys = Vec::with_capacity(cells.len());
        for &(row, col) in cells {
            keys.push(self.push_axes(Place::Grid { grid: at, row, col }));
        }
        keys
    }

    /// Lets axes in a grid have axes in common, as was said.
    fn share_cells(&mut self, keys: &[Key<Axes>], cells: &[(Cells, Cells)], how: &Subplot) {
        for (direction, sharing) in [(Direction::X, how.shares[0]), (Direction::Y, how.shares[1])] {
            let along = if direction == Direction::X { Sharing::Column } else { Sharing::Row };
            let mut groups: Vec<(usize, Vec<usize>)> = Vec::new();
            for (key, (row, col)) in keys.iter().zip(cells) {
                let of = match sharing {
                    Sharing::None => continue,
                    Sharing::All => 0,
                    Sharing::Row => row.0,
                    Sharing::Column => col.0,
                };
                let index = key.raw().axes as usize;
                match groups.iter_mut().find(|(other, _)| *other == of) {
                    Some((_, group)) => group.push(index),
                    None => groups.push((of, vec![index])),
                }
                if sharing == Sharing::All || sharing == along {
                    self[*key].axis_mut(direction).outer = true;
                }
            }
            for (_, group) in groups {
                self.join(&group, direction);
            }
        }
    }

    pub(super) fn push_axes(&mut self, place: Place) -> Key<Axes> {
        let index = self.axes.len();
        let seat = Seat::new(place, Axes::new(index));
        let key = Key::new(RawKey { axes: index as u32, slot: 0, id: seat.id });
        self.axes.push(Some(seat));
        key
    }
}

impl Figure {
    /// Lets the labels of x axes that stand under one row of a grid (or over one) stand on one line, as far out as the outermost, whatever the
    /// labels of their ticks are: matplotlib's `align_xlabels`. It holds from now on, also for axes that are added later.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new().constrained();
    /// let axs = fig.subplots(1, 2);
    /// fig[axs[0]].set_xtick_rotation(90).set_xlabel("time (s)");
    /// fig[axs[1]].set_xlabel("depth (m)");
    /// fig.align_xlabels(); // both as far down as "time (s)"
    /// ```
    pub fn align_xlabels(&mut self) -> &mut Self {
        self.aligned[Direction::X as usize] = true;
        self
    }

    /// The same of the labels of y axes beside one column of a grid; see [`align_xlabels`](Figure::align_xlabels).
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new().constrained();
    /// let axs = fig.subplots(2, 1);
    /// fig[axs[0]].set_ylim(0, 1e5).set_ylabel("counts");
    /// fig[axs[1]].set_ylim(0, 1).set_ylabel("share");
    /// fig.align_ylabels(); // both as far from their axes as "counts"
    /// ```
    pub fn align_ylabels(&mut self) -> &mut Self {
        self.aligned[Direction::Y as usize] = true;
        self
    }

    /// Both: [`align_xlabels`](Figure::align_xlabels) and [`align_ylabels`](Figure::align_ylabels).
    pub fn align_labels(&mut self) -> &mut Self {
        self.align_xlabels().align_ylabels()
    }

    pub(crate) const fn aligned(&self, direction: Direction) -> bool {
        self.aligned[direction as usize]
    }
}
