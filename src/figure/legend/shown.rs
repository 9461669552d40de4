//! The legends of axes, and of a figure.

use super::{Legend, LegendLoc};
use crate::figure::{Axes, Figure};
use crate::style::NameOr;

impl Axes {
    /// Shows a legend of all artists that have a label, where it covers the least data. A label that begins with `_` is not
    /// shown, as in matplotlib. For another place see [`legend_at`](Axes::legend_at), for all else [`set_legend`](Axes::set_legend).
    pub fn legend(&mut self) -> &mut Self {
        self.legend_at(LegendLoc::Best)
    }

    /// Shows a legend of all artists that have a label, at that place: a [`LegendLoc`], or `"upper right"` and so on.
    ///
    /// # Panics
    /// If a name is that of no place.
    #[track_caller]
    pub fn legend_at(&mut self, loc: impl NameOr<LegendLoc>) -> &mut Self {
        self.set_legend(Legend::new().loc(loc))
    }

    /// Shows this legend: beside the axes, in columns, with a title, of chosen artists; see [`Legend`].
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// use grabframe::Legend;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// fig[ax].add(Line::new([0, 1], [0, 1]).label("rising"));
    /// fig[ax].add(Line::new([0, 1], [1, 0]).label("falling"));
    /// fig[ax].set_legend(Legend::new().loc("lower center").ncols(2).frame(false));
    /// ```
    pub fn set_legend(&mut self, legend: Legend) -> &mut Self {
        self.legend = Some(legend);
        self
    }

    /// Shows no legend any more.
    pub fn remove_legend(&mut self) -> &mut Self {
        self.legend = None;
        self
    }

    /// Where the legend is, if there is one.
    #[must_use]
    pub fn get_legend(&self) -> Option<LegendLoc> {
        self.legend.as_ref().map(|legend| legend.loc)
    }

    /// The legend, if there is one, to be changed.
    pub fn legend_mut(&mut self) -> Option<&mut Legend> {
        self.legend.as_mut()
    }
}

impl Figure {
    /// Shows a legend of the artists of all axes that have a label: matplotlib's `fig.legend()`. Default: in the upper right of the
    /// figure, over what is there; [`outside`](Legend::outside), all axes give it room.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// use grabframe::Legend;
    /// let mut fig = Figure::new().constrained();
    /// let axs = fig.subplots(1, 2);
    /// for (k, ax) in axs.iter().enumerate() {
    ///     fig[ax].add(Line::new([0, 1], [0, 1]).label(format!("run {k}")).color(["C0", "C1"][k]));
    /// }
    /// fig.legend(Legend::new().outside("bottom").ncols(2));
    /// ```
    pub fn legend(&mut self, legend: Legend) -> &mut Self {
        self.legend = Some(legend);
        self
    }

    /// The legend of all axes, if there is one, to be changed.
    pub fn legend_mut(&mut self) -> Option<&mut Legend> {
        self.legend.as_mut()
    }

    /// The legend of all axes, if there is one.
    #[must_use]
    pub fn get_legend(&self) -> Option<&Legend> {
        self.legend.as_ref()
    }

    /// Shows no legend of all axes any more.
    pub fn remove_legend(&mut self) -> &mut Self {
        self.legend = None;
        self
    }
}
