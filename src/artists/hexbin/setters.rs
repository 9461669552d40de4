//! What hexagons can be told.

use super::Hexbin;
use crate::artist::common::length;
use crate::artist::properties;
use crate::artists::reduction::Reduction;
use crate::data::{Column, Number, same_length};
use crate::style::{Color, IntoColor, NameOr};

impl Hexbin {
    properties! {
        /// Sets how many hexagons there are along x; along y there are so many that they are about regular, 1 / √3 times as many. Default: 100.
        ///
        /// # Panics
        /// If there are fewer than 2, or more than 4096.
        pub set_gridsize, gridsize(self, along_x: usize) {
            self.choose(along_x, (along_x as f64 / 3.0_f64.sqrt()) as usize);
        } -> get_gridsize: (usize, usize) { self.grid }

        /// Sets how many hexagons there are along x and along y.
        ///
        /// # Panics
        /// If there is none, or more than 4096.
        pub set_gridsize_xy, gridsize_xy(self, along_x: usize, along_y: usize) { self.choose(along_x, along_y); }

        /// Sets from where to where the grid reaches, along x and along y; points outside are left out. Default: all are within. On
        /// [`log_x`](Hexbin::log_x) and [`log_y`](Hexbin::log_y) these are logarithms.
        ///
        /// # Panics
        /// If one is not finite, or the second of a pair is below the first.
        pub set_extent, extent(
            self, x0: impl Number, x1: impl Number, y0: impl Number, y1: impl Number
        ) {
            let range = [x0.to_f64(), x1.to_f64(), y0.to_f64(), y1.to_f64()];
            let [x0, x1, y0, y1] = range;
            let fits = range.iter().all(|v| v.is_finite()) && x0 < x1 && y0 < y1;
            assert!(fits, "hexagons cannot reach from {x0} to {x1} along x and from {y0} to {y1} along y");
            self.range = Some(range);
            self.recount();
        }

        /// Leaves out hexagons with fewer points. Default: all are drawn, and where points have values, those that have one.
        pub set_mincnt, mincnt(self, points: usize) {
            self.least = Some(points);
            self.recount();
        } -> get_mincnt: Option<usize> { self.least }

        /// Sets a value for each point, of which hexagons show the mean, or what [`reduce`](Hexbin::reduce) says: matplotlib's `C`.
        ///
        /// # Panics
        /// If there is not one for each point.
        pub set_values, values(self, values: impl Column) {
            same_length(("x", self.x.len()), ("values", values.column_len()));
            values.copy_to(self.values.renew());
            self.value();
        } -> get_values: &[f64] { &self.values }

        /// Sets what is made of the values in a hexagon: a [`Reduction`], or `"sum"` and so on. Default: their mean.
        ///
        /// # Panics
        /// If a name is that of none.
        pub set_reduce, reduce(self, reduction: impl NameOr<Reduction>) {
            self.reduction = reduction.value();
            self.recount();
        } -> get_reduce: Reduction { self.reduction }

        /// Lays the hexagons on the logarithms (of base 10) of x, for a log axis: matplotlib's `xscale="log"`. What is not positive is left
        /// out. Default: on x.
        pub set_log_x, log_x(self, log: bool) {
            self.log.0 = log;
            self.recount();
        } -> get_log_x: bool { self.log.0 }

        /// Lays the hexagons on the logarithms (of base 10) of y, for a log axis: matplotlib's `yscale="log"`.
        pub set_log_y, log_y(self, log: bool) {
            self.log.1 = log;
            self.recount();
        } -> get_log_y: bool { self.log.1 }

        /// Sets the colour of the borders; `"none"` for none. Default: that of each hexagon, which is drawn larger so that nothing shows between.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_edgecolor, edgecolor(self, color: impl IntoColor) { self.edge = Some(color.into_color()); }
            -> get_edgecolor: Option<Color> { self.edge }

        /// Sets the width of the borders, in points. Default: 1.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_linewidth, linewidth(self, points: impl Number) { self.linewidth = length(points.to_f64(), "line width"); }
            -> get_linewidth: f32 { crate::style::theme::plain(self.linewidth) }
    }

    /// Replaces the points and their values: [`set_data`](Hexbin::set_data) and [`set_values`](Hexbin::set_values) in one, which counts once.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[track_caller]
    pub fn set_valued(&mut self, x: impl Column, y: impl Column, values: impl Column) -> &mut Self {
        same_length(("x", x.column_len()), ("y", y.column_len()));
        same_length(("x", x.column_len()), ("values", values.column_len()));
        self.x.take(&x);
        self.y.take(&y);
        values.copy_to(self.values.renew());
        self.value();
        self
    }

    /// There are other values: other data, but for the first, which make of counts something else.
    pub(super) fn value(&mut self) {
        let known = self.valued || self.values.is_empty();
        self.valued |= !self.values.is_empty();
        if known { self.count() } else { self.recount() }
    }

    #[track_caller]
    fn choose(&mut self, along_x: usize, along_y: usize) {
        let fits = |n| (1..=4096).contains(&n);
        assert!(fits(along_x) && fits(along_y), "a grid cannot have {along_x} x {along_y} hexagons; give 1 to 4096");
        self.grid = (along_x, along_y);
        self.recount();
    }
}
