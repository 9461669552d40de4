//! What level lines and bands can be told.

use std::sync::Arc;

use super::Contour;
use crate::artist::common::length;
use crate::artist::properties;
use crate::data::{Column, Number, rise};
use crate::style::{Color, IntoColor, LineStyle, NumberFormat, each_color};

impl Contour {
    properties! {
        /// Sets about how many levels there are, at round numbers. Default: 7.
        ///
        /// # Panics
        /// If there is none, or more than 1000.
        pub set_levels, levels(self, levels: usize) {
            assert!((1..=1000).contains(&levels), "there cannot be {levels} levels; give 1 to 1000");
            (self.wanted, self.given) = (levels, None);
            self.choose();
        }

        /// Sets the levels.
        ///
        /// # Panics
        /// If one is not finite, or they do not rise.
        pub set_at, at(self, levels: impl Column) {
            let mut given = Vec::new();
            levels.copy_to(&mut given);
            assert!(rise(&given), "levels must be finite and rise, not {given:?}");
            self.given = Some(given);
            self.choose();
        }

        /// Sets whether what is between two levels is filled. Default: there is a line along each.
        pub set_fill, fill(self, filled: bool) {
            if self.filled != filled {
                self.filled = filled;
                self.traces = Arc::default();
            }
        } -> get_fill: bool { self.filled }

        /// Sets one colour for all, in place of the colormap.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_color, color(self, color: impl IntoColor) { self.colors = vec![color.into_color()]; }

        /// Sets a colour for each line, or each band, from the lowest one; where there are fewer, they come again.
        ///
        /// # Panics
        /// If there is none, or one is no colour.
        pub set_colors, colors(self, colors: impl IntoIterator<Item = impl IntoColor>) {
            let own = each_color(colors);
            assert!(!own.is_empty(), "there must be a colour at least");
            self.colors = own;
        } -> get_colors: &[Color] { &self.colors }

        /// Sets a hatch for each band, from the lowest one: `["/", "", "x"]`, of which `""` is none. Where there are fewer, they come again.
        ///
        /// ```
        /// # use grabframe::Contour;
        /// let slope = Contour::new([[0.0, 1.0, 2.0, 3.0], [0.0, 1.0, 2.0, 3.0]]);
        /// let bands = slope.at([0, 1, 2, 3]).filled().color("w").hatches(["", "/", "xx"]).hatchcolor("gray");
        /// ```
        ///
        /// # Panics
        /// If another letter is among them.
        pub set_hatches, hatches(self, patterns: impl IntoIterator<Item = impl AsRef<str>>) {
            self.hatching.set_each(patterns);
        } -> get_hatches: Vec<&str> { self.hatching.each() }

        /// Sets the width of the lines, in points. Default: 1.5.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_linewidth, linewidth(self, points: impl Number) { self.linewidth = length(points.to_f64(), "line width"); }
            -> get_linewidth: f32 { crate::style::theme::plain(self.linewidth) }

        /// Sets the style of the lines. Default: solid, but dashed along negative levels where all lines have one colour.
        ///
        /// # Panics
        /// If a string names no style.
        pub set_linestyle, linestyle(self, style: impl crate::style::IntoLineStyle) {
            self.linestyle = Some(style.into_linestyle());
        } -> get_linestyle: Option<&LineStyle> { self.linestyle.as_ref() }

        /// Sets whether its level is written on each line, where that is straight, has room, and no other label is near: matplotlib's
        /// `clabel`. The line is interrupted there. Bands have none. Default: it is not.
        pub set_labels, labels(self, labels: bool) { self.labels = labels; } -> get_labels: bool { self.labels }

        /// Sets how levels are written: `"{}"` (six digits), or `"{:.1} m"` and so on. Default: as on an axis that has its ticks there.
        ///
        /// # Panics
        /// If there is no `{}` or `{:.N}` in it.
        pub set_labels_format, labels_format(self, format: &str) { self.labels_format = Some(NumberFormat::parse(format)); }

        /// Sets the size of the letters on the lines, in points. Default: 10.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_labels_fontsize, labels_fontsize(self, points: impl Number) {
            self.labels_fontsize = length(points.to_f64(), "font size");
        } -> get_labels_fontsize: f32 { crate::style::theme::plain(self.labels_fontsize) }
    }
}
