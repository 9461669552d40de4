//! Grids that axes stand in, and what a program may say of one.

use crate::data::{Column, Number};
use crate::figure::place::Place;
use crate::style::{NameOr, named};

/// A grid in a figure, or in cells of another one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Grid {
    pub(crate) rows: usize,
    pub(crate) cols: usize,
    /// How high the rows are, compared with each other; empty if all are alike.
    pub(crate) heights: Vec<f64>,
    /// How wide the columns are, compared with each other; empty if all are alike.
    pub(crate) widths: Vec<f64>,
    /// The gaps between rows and between columns; `None`: matplotlib's.
    pub(crate) hspace: Option<f64>,
    pub(crate) wspace: Option<f64>,
    pub(crate) within: Within,
}

/// What a grid fills.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Within {
    /// The figure, but for the margins.
    Figure,
    /// A place in the figure: cells of a grid that was there before, or a box.
    Place(Place),
}

/// Which of the axes in a grid have an axis in common.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Sharing {
    /// None: each has its own. The default.
    #[default]
    None,
    /// All.
    All,
    /// Those in the same row.
    Row,
    /// Those in the same column.
    Column,
}

named!(Sharing, "a way to share an axis", [
    "none" => Sharing::None,
    "all" => Sharing::All,
    "row" => Sharing::Row,
    "col" => Sharing::Column,
]);

/// How a grid of axes is divided, and what its axes have in common: for [`Figure::subplots_with`](crate::Figure::subplots_with),
/// [`Figure::mosaic_with`](crate::Figure::mosaic_with) and [`Figure::subgrid`](crate::Figure::subgrid).
///
/// ```
/// use grabframe::prelude::*;
/// let mut fig = Figure::new();
/// let axs = fig.subplots_with(3, 1, Subplot::new().share_x().height_ratios([2, 1, 1]).hspace(0.1));
/// fig[axs[(0, 0)]].set_xlim(0, 10); // of all three
/// fig[axs[(2, 0)]].set_xlabel("time (s)");
/// ```
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct Subplot {
    pub(super) shares: [Sharing; 2],
    heights: Vec<f64>,
    widths: Vec<f64>,
    hspace: Option<f64>,
    wspace: Option<f64>,
}

impl Subplot {
    /// Rows and columns of equal size, with matplotlib's gaps; nothing is shared.
    pub fn new() -> Self {
        Self::default()
    }

    /// Lets all axes have one x axis: limits, scale, direction and ticks, as [`Figure::share_x`](crate::Figure::share_x) says.
    /// Labels of it are shown under the lowest of the axes only, as with [`Axes::label_outer`](crate::Axes::label_outer).
    /// matplotlib's `sharex=True`.
    pub fn share_x(self) -> Self {
        self.share_x_by(Sharing::All)
    }

    /// Lets all axes have one y axis, whose labels are shown at the left only: matplotlib's `sharey=True`.
    pub fn share_y(self) -> Self {
        self.share_y_by(Sharing::All)
    }

    /// Lets axes have one x axis: those of each `"col"`, of each `"row"`, or `"all"`. Where all of a column have one, its labels
    /// are shown under the lowest. matplotlib's `sharex="col"`.
    ///
    /// # Panics
    /// If a name is none of these, nor `"none"`.
    #[track_caller]
    pub fn share_x_by(mut self, which: impl NameOr<Sharing>) -> Self {
        self.shares[0] = which.value();
        self
    }

    /// Lets axes have one y axis: those of each `"row"`, of each `"col"`, or `"all"`. Where all of a row have one, its labels
    /// are shown at its left. matplotlib's `sharey="row"`.
    ///
    /// # Panics
    /// If a name is none of these, nor `"none"`.
    #[track_caller]
    pub fn share_y_by(mut self, which: impl NameOr<Sharing>) -> Self {
        self.shares[1] = which.value();
        self
    }

    /// How wide the columns are, compared with each other: `[2, 1]` makes the first twice as wide. Default: all are alike.
    ///
    /// # Panics
    /// If a ratio is not positive and finite.
    #[track_caller]
    pub fn width_ratios(mut self, ratios: impl Column) -> Self {
        self.widths.clear();
        ratios.copy_to(&mut self.widths);
        check(&self.widths, "column");
        self
    }

    /// How high the rows are, compared with each other. Default: all are alike.
    ///
    /// # Panics
    /// If a ratio is not positive and finite.
    #[track_caller]
    pub fn height_ratios(mut self, ratios: impl Column) -> Self {
        self.heights.clear();
        ratios.copy_to(&mut self.heights);
        check(&self.heights, "row");
        self
    }

    /// The gap between two columns, as a share of their mean width. Default: 0.2. In a
    /// [`constrained`](crate::Figure::constrained) figure, where the words have room before, as matplotlib has it: the share of the figure's width
    /// that all gaps take, unless each is wider by itself; 0.02 there.
    ///
    /// # Panics
    /// If it is negative or not finite.
    #[track_caller]
    pub fn wspace(mut self, share: impl Number) -> Self {
        self.wspace = Some(gap(share.to_f64()));
        self
    }

    /// The gap between two rows, as a share of their mean height; see [`wspace`](Subplot::wspace).
    ///
    /// # Panics
    /// If it is negative or not finite.
    #[track_caller]
    pub fn hspace(mut self, share: impl Number) -> Self {
        self.hspace = Some(gap(share.to_f64()));
        self
    }

    /// A grid of so many rows and columns, so divided.
    ///
    /// # Panics
    /// At the caller's line, if there are no cells, or not as many ratios as rows or columns.
    #[track_caller]
    pub(super) fn grid(&self, rows: usize, cols: usize, within: Within) -> Grid {
        assert!(rows > 0 && cols > 0, "a grid of {rows} x {cols} axes has no axes");
        for (ratios, count, which) in [(&self.heights, rows, "rows"), (&self.widths, cols, "columns")] {
            let n = ratios.len();
            assert!(n == 0 || n == count, "got {n} ratios for {count} {which}; give one for each");
        }
        let Self { heights, widths, hspace, wspace, .. } = self.clone();
        Grid { rows, cols, heights, widths, hspace, wspace, within }
    }
}

#[track_caller]
fn check(ratios: &[f64], which: &str) {
    for ratio in ratios {
        let possible = *ratio >= 1e-6 && *ratio <= 1e6;
        assert!(possible, "a {which} cannot be {ratio} times as large as others; ratios are from 1e-6 to 1e6");
    }
}

#[track_caller]
fn gap(share: f64) -> f64 {
    assert!(
        share.is_finite() && share >= 0.0,
        "a gap between axes of {share} cannot be; it is a share of them, from 0 on"
    );
    share
}
