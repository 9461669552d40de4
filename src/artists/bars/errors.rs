//! Error bars of bars.

use super::Bars;
use crate::artist::common::length;
use crate::artist::errors::ErrorBarsAt;
use crate::artist::{Painter, properties};
use crate::data::{Number, PerPoint};
use crate::style::{Color, IntoColor, theme};

impl Bars {
    properties! {
        /// Sets by how much heights may be off, shown as error bars: one for all, or one for each.
        ///
        /// # Panics
        /// If there is neither one nor one for each bar, or one is negative.
        pub set_yerr, yerr(self, errors: impl PerPoint) {
            self.errors.set("errors", &errors, self.at.len());
            self.measure();
        }

        /// The same for lying bars: by how much they may be longer or shorter.
        ///
        /// # Panics
        /// If there is neither one nor one for each bar, or one is negative.
        pub set_xerr, xerr(self, errors: impl PerPoint) {
            self.errors.set("errors", &errors, self.at.len());
            self.measure();
        }

        /// Sets by how much heights may be too high, and too low: other lengths below than above.
        ///
        /// # Panics
        /// If of one of them there is neither one nor one for each bar, or one is negative.
        pub set_yerr_between, yerr_between(self, below: impl PerPoint, above: impl PerPoint) {
            self.errors.set_between(&below, &above, self.at.len());
            self.measure();
        }

        /// Sets the colour of the error bars. Default: black.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_ecolor, ecolor(self, color: impl IntoColor) { self.error_look.color = Some(color.into_color()); }
            -> get_ecolor: Color { self.error_look.color.unwrap_or(theme::EDGE) }

        /// Sets half of the width of the caps of error bars, in points. Default: 0, there are none.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_capsize, capsize(self, points: impl Number) {
            self.error_look.capsize = length(points.to_f64(), "cap");
        } -> get_capsize: f32 { self.error_look.capsize }
    }

    /// Where error bars stand.
    pub(super) fn middles(&self) -> Vec<f64> {
        let mut middles = Vec::with_capacity(self.at.len());
        for i in 0..self.at.len() {
            middles.push(self.bar(i).map_or(f64::NAN, |[from, to, ..]| from / 2.0 + to / 2.0));
        }
        middles
    }

    pub(super) fn paint_errors(&self, painter: &mut Painter<'_>) {
        if self.errors.is_empty() {
            return;
        }
        let (at, values, along_x) = (&self.middles(), &self.ends(), self.horizontal);
        let bars = ErrorBarsAt { at, values, errors: &self.errors, along_x, which: None };
        painter.error_bars(&bars, self.get_ecolor(), &self.error_look);
    }
}
