//! What lines can be told.

use super::Segments;
use crate::artist::common::length;
use crate::artist::pieces::one_or_each_piece;
use crate::artist::properties;
use crate::data::PerPoint;
use crate::style::{Color, IntoColor, IntoLineStyle, LineStyle};

impl Segments {
    properties! {
        /// Sets the values, shown as colours: one for each line, or one for all; of a line [`along`](Segments::along) points one for each
        /// piece, or one for each point.
        ///
        /// # Panics
        /// If there is neither one nor one for each.
        pub set_values, values(self, values: impl PerPoint) {
            self.count("values", values.numbers());
            self.colors.set_values(&values);
            self.see();
        } -> get_values: &[f64] { &self.colors.values }

        /// Sets a colour for each line, or, of a line [`along`](Segments::along) points, for each piece or each point.
        ///
        /// # Panics
        /// If there is neither one nor one for each, or one is no colour.
        pub set_colors, colors(self, colors: impl IntoIterator<Item = impl IntoColor>) {
            self.colors.set_each(colors);
            self.count("colours", self.colors.each.len());
        } -> get_colors: &[Color] { &self.colors.each }

        /// Sets one colour for all. Default: the first of the cycle, as matplotlib's.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_color, color(self, color: impl IntoColor) { self.colors.set_one(color.into_color()); }
            -> get_color: Color { self.colors.one }

        /// Sets the widths, in points: one for all, or one for each line. Default: 1.5. A line whose width is NaN is not drawn.
        ///
        /// # Panics
        /// If there is neither one nor one for each.
        pub set_linewidths, linewidths(self, points: impl PerPoint) {
            self.count("widths", points.numbers());
            points.copy_numbers_to(self.widths.renew());
        } -> get_linewidths: &[f64] { &self.widths }

        /// Sets one width for all, in points. Default: 1.5.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_linewidth, linewidth(self, points: impl crate::data::Number) {
            let width = length(points.to_f64(), "line width");
            let widths = self.widths.renew();
            widths.clear();
            widths.push(width.into());
        }

        /// Sets the style: [`LineStyle::Dashed`] and so on, or `"--"`. Default: solid.
        ///
        /// # Panics
        /// If a string names no style.
        pub set_linestyle, linestyle(self, style: impl IntoLineStyle) { self.linestyle = style.into_linestyle(); }
            -> get_linestyle: &LineStyle { &self.linestyle }
    }

    /// Whether so many are one, or one for each.
    #[track_caller]
    pub(super) fn count(&self, what: &str, n: usize) {
        if !(self.along && n == self.lines.x.len()) {
            one_or_each_piece(what, n, (if self.along { "pieces" } else { "lines" }, self.pieces()));
        }
    }
}
