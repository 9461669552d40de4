//! What points can be told.

use super::{FilledBy, Scatter};
use crate::artist::common::length;
use crate::artist::properties;
use crate::data::{Number, PerPoint, one_or_each};
use crate::style::{Color, IntoColor, IntoMarker, Marker, each_color, theme};

impl Scatter {
    properties! {
        /// Sets the sizes, in points squared: one for all (`9.0`), or one for each point. Default: 36.
        ///
        /// # Panics
        /// If there is neither one nor one for each point.
        pub set_sizes, sizes(self, sizes: impl PerPoint) {
            one_or_each("sizes", sizes.numbers(), self.x.len());
            sizes.copy_numbers_to(self.sizes.renew());
            self.measure();
        } -> get_sizes: &[f64] {
            if self.sizes.as_slice() == [theme::SCATTER_SIZE] { &[36.0] } else { &self.sizes }
        }

        /// Sets the values, shown as colours: one for each point, or one for all (`0.5`).
        ///
        /// The colour limits are the smallest and the largest finite value of the first values that have one, of points
        /// that have a place; later values do not change them. [`set_clim`](Scatter::set_clim) sets others, and
        /// [`autoscale`](Scatter::autoscale) takes those of the present values.
        ///
        /// # Panics
        /// If there is neither one nor one for each point.
        pub set_values, values(self, values: impl PerPoint) {
            one_or_each("values", values.numbers(), self.x.len());
            values.copy_numbers_to(self.values.renew());
            self.filled_by = FilledBy::Values;
            self.measure();
            self.see();
        } -> get_values: &[f64] { &self.values }

        /// Sets one colour for each point (or a list of one for all, as [`set_color`](Scatter::set_color) does).
        ///
        /// # Panics
        /// If there is neither one nor one for each point, or one is no colour.
        pub set_colors, colors(self, colors: impl IntoIterator<Item = impl IntoColor>) {
            let own = each_color(colors);
            one_or_each("colours", own.len(), self.x.len());
            *self.colors.renew() = own;
            self.fill_by(FilledBy::Colors);
        } -> get_colors: &[Color] { &self.colors }

        /// Sets the marker. Default: a disc.
        ///
        /// # Panics
        /// If a letter names no marker.
        pub set_marker, marker(self, marker: impl IntoMarker) { self.marker = marker.into_marker(); }
            -> get_marker: &Marker { &self.marker }

        /// Sets one colour for all points; `"none"` leaves them open. Default: the next of the cycle.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_color, color(self, color: impl IntoColor) {
            self.color = Some(color.into_color());
            self.fill_by(FilledBy::Color);
        } -> get_color: Color { self.color.unwrap_or(Color::turn(0)) }

        /// Sets the colour of the edges. Default: that of the filling, which [`get_edgecolor`](Self::get_edgecolor) tells
        /// by `None`.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_edgecolor, edgecolor(self, color: impl IntoColor) {
            *self.edges.renew() = vec![color.into_color()];
        } -> get_edgecolor: Option<Color> { self.edges.first().copied() }

        /// Sets a colour of the edge for each point (or a list of one for all).
        ///
        /// # Panics
        /// If there is neither one nor one for each point, or one is no colour.
        pub set_edgecolors, edgecolors(self, colors: impl IntoIterator<Item = impl IntoColor>) {
            let own = each_color(colors);
            one_or_each("colours of edges", own.len(), self.x.len());
            *self.edges.renew() = own;
        } -> get_edgecolors: &[Color] { &self.edges }

        /// Sets the width of the edges, in points. Default: 1, or 1.5 for markers that are nothing but lines (`x`, `+`).
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_linewidth, linewidth(self, points: impl Number) {
            let width = length(points.to_f64(), "line width");
            let widths = self.linewidths.renew();
            widths.clear();
            widths.push(width.into());
        } -> get_linewidth: f32 { theme::plain(self.edge_width()) }

        /// Sets the widths of the edges, in points: one for all, or one for each point. One that is NaN is not drawn.
        ///
        /// # Panics
        /// If there is neither one nor one for each point.
        pub set_linewidths, linewidths(self, points: impl PerPoint) {
            one_or_each("widths", points.numbers(), self.x.len());
            points.copy_numbers_to(self.linewidths.renew());
        } -> get_linewidths: &[f64] { &self.linewidths }
    }

    /// Values count no longer.
    fn fill_by(&mut self, filled_by: FilledBy) {
        let before = std::mem::replace(&mut self.filled_by, filled_by);
        if before == FilledBy::Values {
            self.measure();
        }
    }
}
