//! Points with error bars: matplotlib's `errorbar`.

use crate::artist::common::length;
use crate::artist::errors::{ErrorBarsAt, ErrorLook, Errors};
use crate::artist::{Artist, Bounds, ColorCycle, Common, LegendHandle, Obstacles, Painter, properties};
use crate::artists::Line;
use crate::data::{Column, Number, PerPoint};
use crate::figure::{Axes, Key};
use crate::project::Projection;
use crate::style::{Color, IntoColor, IntoLineStyle, IntoMarker, LineStyle, Marker};

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
}

impl ErrorBars {
    /// At the points (`x[i]`, `y[i]`), joined by a line, as matplotlib has it; `fmt("o")` leaves the line out.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[must_use]
    #[track_caller]
    pub fn new(x: impl Column, y: impl Column) -> Self {
        Self { line: Line::new(x, y), xerr: Errors::default(), yerr: Errors::default(), look: ErrorLook::new() }
    }

    /// Replaces the points. Errors stay: a point that has none of its own, where others have, has no bar.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[track_caller]
    pub fn set_data(&mut self, x: impl Column, y: impl Column) -> &mut Self {
        self.line.set_data(x, y);
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
        /// If there is neither one nor one for each point.
        pub set_yerr, yerr(self, errors: impl PerPoint) { self.yerr.set("errors", &errors, self.points()); }

        /// Sets by how much positions along x may be off: one for all, or one for each.
        ///
        /// # Panics
        /// If there is neither one nor one for each point.
        pub set_xerr, xerr(self, errors: impl PerPoint) { self.xerr.set("errors", &errors, self.points()); }

        /// Sets how far heights may be below and above: other lengths in both directions.
        ///
        /// # Panics
        /// If of one of them there is neither one nor one for each point.
        pub set_yerr_between, yerr_between(self, below: impl PerPoint, above: impl PerPoint) {
            self.yerr.set_between(&below, &above, self.points());
        }

        /// The same along x.
        ///
        /// # Panics
        /// If of one of them there is neither one nor one for each point.
        pub set_xerr_between, xerr_between(self, below: impl PerPoint, above: impl PerPoint) {
            self.xerr.set_between(&below, &above, self.points());
        }

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
            -> get_elinewidth: f32 { self.look.width }

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
            -> get_capthick: f32 { self.look.capthick }

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

    fn bars(&self, along_x: bool) -> ErrorBarsAt<'_> {
        let (x, y) = (self.line.xdata(), self.line.ydata());
        if along_x {
            ErrorBarsAt { at: y, values: x, errors: &self.xerr, along_x }
        } else {
            ErrorBarsAt { at: x, values: y, errors: &self.yerr, along_x }
        }
    }
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
        bounds.x = bounds.x.union(self.xerr.extent(self.line.xdata()));
        bounds.y = bounds.y.union(self.yerr.extent(self.line.ydata()));
        bounds
    }

    fn take_color(&mut self, cycle: &mut ColorCycle) {
        self.line.take_color(cycle);
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        for along_x in [true, false] {
            painter.error_bars(&self.bars(along_x), self.get_ecolor(), &self.look);
        }
        self.line.paint(painter);
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        self.line.legend_handle()
    }

    fn paint_handle(&self, painter: &mut Painter<'_>) {
        // in shares of the handle's room: bars as long as half of it, as matplotlib has them
        let half = |list: &Errors| if list.is_empty() { f64::NAN } else { 0.5 };
        for (along_x, list, reach) in [(true, &self.xerr, 0.25), (false, &self.yerr, 0.5)] {
            let mut errors = Errors::default();
            errors.set("errors", &reach, 1);
            let bars = ErrorBarsAt { at: &[half(list)], values: &[0.5], errors: &errors, along_x };
            painter.error_bars(&bars, self.get_ecolor(), &self.look);
        }
        self.line.paint_handle(painter);
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        self.line.obstacles(projection, out);
    }
}
