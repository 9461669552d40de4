//! What bars can be told.

use super::Bars;
use crate::artist::properties;
use crate::data::{PerPoint, one_or_each};
use crate::style::{Color, IntoColor, each_color};

impl Bars {
    properties! {
        /// Sets how wide they are, in the units of the axis, which are seconds on an axis of dates: one for all, or one for each.
        /// Default: 0.8, and where they stand on dates 0.8 of the least distance between two (of a day, if there are not two).
        ///
        /// # Panics
        /// If there is neither one nor one for each bar.
        pub set_width, width(self, width: impl PerPoint) {
            one_or_each("widths", width.numbers(), self.at.len());
            width.copy_numbers_to(self.widths.renew());
            self.width_given = true;
            self.measure();
        } -> get_width: &[f64] { &self.widths }

        /// Sets what they stand on: one for all, or one for each. Default: 0.
        ///
        /// # Panics
        /// If there is neither one nor one for each bar.
        pub set_bottom, bottom(self, bottom: impl PerPoint) {
            one_or_each("bottoms", bottom.numbers(), self.at.len());
            self.bottoms.take_each(&bottom);
            self.measure();
        } -> get_bottom: &[f64] { &self.bottoms }

        /// Sets whether bars begin at their place, as matplotlib's `align="edge"`. Default: their middle is there.
        pub set_align_edge, align_edge(self, edge: bool) {
            self.before = if edge { 0.0 } else { 0.5 };
            self.measure();
        } -> get_align_edge: bool { self.before == 0.0 }

        /// Sets one colour for all bars; `"none"` leaves them empty. Default: the next of the cycle.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_color, color(self, color: impl IntoColor) {
            self.look.face = Some(color.into_color());
            self.colors = Vec::new().into();
        } -> get_color: Color { self.look.face() }

        /// Sets a colour for each bar.
        ///
        /// # Panics
        /// If there is neither one nor one for each bar, or one is no colour.
        pub set_colors, colors(self, colors: impl IntoIterator<Item = impl IntoColor>) {
            let own = each_color(colors);
            one_or_each("colours", own.len(), self.at.len());
            *self.colors.renew() = own;
        } -> get_colors: &[Color] { &self.colors }

        /// Sets a hatch for each bar, as [`hatch`](Bars::hatch) does for all: `["/", "", "x"]`, of which `""` is none. Where there are
        /// fewer than bars, they come again.
        ///
        /// # Panics
        /// If another letter is among them.
        pub set_hatches, hatches(self, patterns: impl IntoIterator<Item = impl AsRef<str>>) {
            self.look.hatching.set_each(patterns);
        } -> get_hatches: Vec<&str> { self.look.hatching.each() }
    }
}
