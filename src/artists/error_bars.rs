//! Points with error bars: matplotlib's `errorbar`.

use crate::artist::common::length;
use crate::artist::errors::{ErrorBarsAt, ErrorLook, Errors};
use crate::artist::{Artist, Bounds, ColorCycle, Common, LegendHandle, Obstacles, Painter, properties};
use crate::artists::Line;
use crate::data::{Column, Number, PerPoint};
use crate::figure::{Axes, Key};
use crate::geom::Extent;
use crate::project::Projection;
use crate::style::{
    Color, FillStyle, IntoColor, IntoLineStyle, IntoMarkEvery, IntoMarker, LineStyle, MarkEvery, Marker, NameOr,
};

/// Points, joined by a line or not, with bars that tell how far off they may be: matplotlib's `errorbar`.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// use grabframe::ErrorBars;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let measured = ErrorBars::new([1, 2, 3], [2.0, 2.5, 4.0]).fmt("ko").yerr([0.2, 0.3, 0.2]).xerr(0.1).capsize(3);
/// let measured = fig[ax].add(measured.label("measured"));
/// fig[measured].set_data([1, 2, 3], [2.1, 2.4, 4.2]); // the errors stay
/// ```
#[derive(Clone, Debug)]
pub struct ErrorBars {
    /// The points, and all that every artist has.
    line: Line,
    xerr: Errors,
    yerr: Errors,
    look: ErrorLook,
    every: Option<MarkEvery>,
    /// How far the bars reach.
    reach: (Extent, Extent),
}

impl ErrorBars {
    /// At the points (`x[i]`, `y[i]`), joined by a line, as matplotlib has it; `fmt("o")` leaves the line out.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[must_use]
    #[track_caller]
    pub fn new(x: impl Column, y: impl Column) -> Self {
        let (xerr, yerr) = (Errors::default(), Errors::default());
        let reach = (Extent::EMPTY, Extent::EMPTY);
        Self { line: Line::new(x, y), xerr, yerr, look: ErrorLook::new(), every: None, reach }
    }

    /// Replaces the points. Errors stay: a point that has none of its own, where others have, has no bar.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[track_caller]
    pub fn set_data(&mut self, x: impl Column, y: impl Column) -> &mut Self {
        self.line.set_data(x, y);
        self.measure();
        self
    }

    /// The positions along x.
    #[must_use]
    pub fn xdata(&self) -> &[f64] {
        self.line.xdata()
    }

    /// The heights.
    #[must_use]
    pub fn ydata(&self) -> &[f64] {
        self.line.ydata()
    }

    fn points(&self) -> usize {
        self.line.xdata().len()
    }

    properties! {
        /// Sets by how much heights may be off: one for all, or one for each. NaN: nothing is known of it.
        ///
        /// # Panics
        /// If there is neither one nor one for each point, or one is negative.
        pub set_yerr, yerr(self, errors: impl PerPoint) {
            self.yerr.set("errors", &errors, self.points());
            self.measure();
        }

        /// Sets by how much positions along x may be off: one for all, or one for each.
        ///
        /// # Panics
        /// If there is neither one nor one for each point, or one is negative.
        pub set_xerr, xerr(self, errors: impl PerPoint) {
            self.xerr.set("errors", &errors, self.points());
            self.measure();
        }

        /// Sets how far heights may be below and above: other lengths in both directions.
        ///
        /// # Panics
        /// If of one of them there is neither one nor one for each point, or one is negative.
        pub set_yerr_between, yerr_between(self, below: impl PerPoint, above: impl PerPoint) {
            self.yerr.set_between(&below, &above, self.points());
            self.measure();
        }

        /// The same along x.
        ///
        /// # Panics
        /// If of one of them there is neither one nor one for each point, or one is negative.
        pub set_xerr_between, xerr_between(self, below: impl PerPoint, above: impl PerPoint) {
            self.xerr.set_between(&below, &above, self.points());
            self.measure();
        }

        /// Says that heights are lower limits: what is true goes upward only, with an arrow. One for all, or one for each.
        ///
        /// # Panics
        /// If there is neither one nor one for each point.
        pub set_lolims, lolims(self, limits: impl PerPoint) {
            self.yerr.set_limits(false, &limits, self.points());
            self.measure();
        }

        /// Says that heights are upper limits: what is true goes downward only, with an arrow. One for all, or one for each.
        ///
        /// # Panics
        /// If there is neither one nor one for each point.
        pub set_uplims, uplims(self, limits: impl PerPoint) {
            self.yerr.set_limits(true, &limits, self.points());
            self.measure();
        }

        /// The same as [`set_lolims`](ErrorBars::set_lolims) of places along x.
        ///
        /// # Panics
        /// If there is neither one nor one for each point.
        pub set_xlolims, xlolims(self, limits: impl PerPoint) {
            self.xerr.set_limits(false, &limits, self.points());
            self.measure();
        }

        /// The same as [`set_uplims`](ErrorBars::set_uplims) of places along x.
        ///
        /// # Panics
        /// If there is neither one nor one for each point.
        pub set_xuplims, xuplims(self, limits: impl PerPoint) {
            self.xerr.set_limits(true, &limits, self.points());
            self.measure();
        }

        /// Sets which points have error bars: `5` (every fifth), `(2, 5)` (from the third on), or `[0, 7, 9]`. Default: all.
        ///
        /// # Panics
        /// If a step is 0, or it is a share of the axes.
        pub set_errorevery, errorevery(self, every: impl IntoMarkEvery) {
            self.every = Some(no_share(every.into_markevery()));
            self.measure();
        }
            -> get_errorevery: Option<&MarkEvery> { self.every.as_ref() }

        /// Sets the colour of the bars. Default: that of the line.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_ecolor, ecolor(self, color: impl IntoColor) { self.look.color = Some(color.into_color()); }
            -> get_ecolor: Color { self.look.color.unwrap_or(self.line.get_color()) }

        /// Sets the width of the bars, in points. Default: 1.5.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_elinewidth, elinewidth(self, points: impl Number) { self.look.width = length(points.to_f64(), "line width"); }
            -> get_elinewidth: f32 { crate::style::theme::plain(self.look.width) }

        /// Sets half of the width of the caps, in points. Default: 0, there are none.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_capsize, capsize(self, points: impl Number) { self.look.capsize = length(points.to_f64(), "cap"); }
            -> get_capsize: f32 { self.look.capsize }

        /// Sets how thick the caps are, in points. Default: 1.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_capthick, capthick(self, points: impl Number) { self.look.capthick = length(points.to_f64(), "line width"); }
            -> get_capthick: f32 { crate::style::theme::plain(self.look.capthick) }

        /// As [`Line::set_fmt`].
        ///
        /// # Panics
        /// If the shorthand is none.
        pub set_fmt, fmt(self, fmt: &str) { self.line.set_fmt(fmt); }

        /// As [`Line::set_color`].
        ///
        /// # Panics
        /// If it is no colour.
        pub set_color, color(self, color: impl IntoColor) { self.line.set_color(color); }
            -> get_color: Color { self.line.get_color() }

        /// As [`Line::set_marker`].
        ///
        /// # Panics
        /// If a letter names no marker.
        pub set_marker, marker(self, marker: impl IntoMarker) { self.line.set_marker(marker); }
            -> get_marker: &Marker { self.line.get_marker() }

        /// As [`Line::set_markersize`].
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_markersize, markersize(self, points: impl Number) { self.line.set_markersize(points); }
            -> get_markersize: f32 { self.line.get_markersize() }

        /// As [`Line::set_markerfacecolor`].
        ///
        /// # Panics
        /// If it is no colour.
        pub set_markerfacecolor, markerfacecolor(self, color: impl IntoColor) { self.line.set_markerfacecolor(color); }
            -> get_markerfacecolor: Color { self.line.get_markerfacecolor() }

        /// As [`Line::set_markeredgecolor`].
        ///
        /// # Panics
        /// If it is no colour.
        pub set_markeredgecolor, markeredgecolor(self, color: impl IntoColor) { self.line.set_markeredgecolor(color); }
            -> get_markeredgecolor: Color { self.line.get_markeredgecolor() }

        /// As [`Line::set_fillstyle`].
        ///
        /// # Panics
        /// If a name is that of no such part.
        pub set_fillstyle, fillstyle(self, style: impl NameOr<FillStyle>) { self.line.set_fillstyle(style); }
            -> get_fillstyle: FillStyle { self.line.get_fillstyle() }

        /// As [`Line::set_linestyle`].
        ///
        /// # Panics
        /// If a string names no style.
        pub set_linestyle, linestyle(self, style: impl IntoLineStyle) { self.line.set_linestyle(style); }
            -> get_linestyle: &LineStyle { self.line.get_linestyle() }

        /// As [`Line::set_linewidth`].
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_linewidth, linewidth(self, points: impl Number) { self.line.set_linewidth(points); }
            -> get_linewidth: f32 { self.line.get_linewidth() }
    }

    fn bars<'a>(&'a self, along_x: bool, which: Option<&'a [usize]>) -> ErrorBarsAt<'a> {
        let (x, y) = (self.line.xdata(), self.line.ydata());
        if along_x {
            ErrorBarsAt { at: y, values: x, errors: &self.xerr, along_x, which }
        } else {
            ErrorBarsAt { at: x, values: y, errors: &self.yerr, along_x, which }
        }
    }

    /// Finds how far the bars reach.
    fn measure(&mut self) {
        let which = self.which();
        let reach = |errors: &Errors, values: &[f64]| errors.extent(values, which.as_deref());
        self.reach = (reach(&self.xerr, self.line.xdata()), reach(&self.yerr, self.line.ydata()));
    }

    /// The points that have bars, if not all have.
    fn which(&self) -> Option<Vec<usize>> {
        self.every.as_ref()?.places(self.points())
    }
}

#[track_caller]
fn no_share(every: MarkEvery) -> MarkEvery {
    assert!(
        !matches!(every, MarkEvery::Share { .. }),
        "which points have error bars does not depend on the axes: give whole numbers"
    );
    every
}

impl Axes {
    /// Adds points with error bars, joined by a line: `add(ErrorBars::new(x, y).yerr(yerr))`.
    ///
    /// # Panics
    /// If the columns have different lengths, or there is neither one error nor one for each point.
    #[track_caller]
    pub fn errorbar(&mut self, x: impl Column, y: impl Column, yerr: impl PerPoint) -> Key<ErrorBars> {
        self.add(ErrorBars::new(x, y).yerr(yerr))
    }
}

impl Artist for ErrorBars {
    fn common(&self) -> &Common {
        self.line.common()
    }

    fn common_mut(&mut self) -> &mut Common {
        self.line.common_mut()
    }

    fn bounds(&self) -> Bounds {
        let mut bounds = self.line.bounds();
        bounds.x = bounds.x.union(self.reach.0);
        bounds.y = bounds.y.union(self.reach.1);
        bounds
    }

    fn take_color(&mut self, cycle: &mut ColorCycle) {
        self.line.take_color(cycle);
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        let which = self.which();
        for along_x in [true, false] {
            painter.error_bars(&self.bars(along_x, which.as_deref()), self.get_ecolor(), &self.look);
        }
        self.line.paint(painter);
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        self.line.legend_handle()
    }

    fn paint_handle(&self, painter: &mut Painter<'_>) {
        // in shares of the handle's room, which is 2 letters wide and 0.7 high: half a letter to each side, as matplotlib has it
        let half = |list: &Errors| if list.is_empty() { f64::NAN } else { 0.5 };
        for (along_x, list, reach) in [(true, &self.xerr, 0.25), (false, &self.yerr, 0.5 / 0.7)] {
            let mut errors = Errors::default();
            errors.set("errors", &reach, 1);
            let bars = ErrorBarsAt { at: &[half(list)], values: &[0.5], errors: &errors, along_x, which: None };
            painter.error_bars(&bars, self.get_ecolor(), &self.look);
        }
        self.line.paint_handle(painter);
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        self.line.obstacles(projection, out);
    }
}
