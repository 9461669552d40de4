//! What boxes can be told.

use super::BoxPlot;
use crate::artist::common::length;
use crate::artist::properties;
use crate::artists::box_stats::Whiskers;
use crate::data::{Column, Number, PerPoint, one_or_each};
use crate::style::{Color, IntoColor, IntoMarker, each_color};

impl BoxPlot {
    properties! {
        /// Sets where the boxes stand. Default: at 1, 2, 3 and so on.
        ///
        /// # Panics
        /// If there are not as many as samples.
        pub set_positions, positions(self, positions: impl Column) {
            self.stand.set(positions, self.samples.len());
            self.measure();
        } -> get_positions: &[f64] { self.stand.at() }

        /// Sets how wide boxes are, in the units of the axis: one for all, or one for each. Default: 0.15 times the distance of
        /// the outer ones, but from 0.15 to 0.5.
        ///
        /// # Panics
        /// If there is neither one nor one for each sample.
        pub set_widths, widths(self, widths: impl PerPoint) {
            one_or_each("widths", widths.numbers(), self.samples.len());
            widths.copy_numbers_to(&mut self.widths);
            self.measure();
        }

        /// Sets how wide the caps of whiskers are, in the units of the axis: one for all, or one for each. Default: half as wide as boxes.
        ///
        /// # Panics
        /// If there is neither one nor one for each sample.
        pub set_capwidths, capwidths(self, widths: impl PerPoint) {
            one_or_each("widths of caps", widths.numbers(), self.samples.len());
            widths.copy_numbers_to(&mut self.capwidths);
            self.measure();
        }

        /// Sets how far whiskers reach beyond the box, in heights of the box: to the farthest value within. Default: 1.5.
        ///
        /// # Panics
        /// If it is negative or NaN.
        pub set_whis, whis(self, heights: impl Number) {
            let heights = heights.to_f64();
            assert!(heights >= 0.0, "whiskers cannot reach {heights} heights of a box; give 0 or more");
            self.whiskers = Whiskers::Boxes(heights.min(f64::MAX));
            self.count();
        }

        /// Lets whiskers reach to two percentiles: `(5, 95)`, or `(0, 100)` for the smallest and the largest value.
        ///
        /// # Panics
        /// If they are not from 0 to 100, or `lo` is above `hi`.
        pub set_whis_percentiles, whis_percentiles(self, lo: impl Number, hi: impl Number) {
            let (lo, hi) = (lo.to_f64(), hi.to_f64());
            assert!(0.0 <= lo && lo <= hi && hi <= 100.0, "whiskers cannot reach from percentile {lo} to {hi}");
            self.whiskers = Whiskers::Percentiles(lo, hi);
            self.count();
        }

        /// Sets whether whiskers reach to the smallest and the largest value where both quartiles are one. Default: they do not.
        pub set_autorange, autorange(self, autorange: bool) {
            self.autorange = autorange;
            self.count();
        } -> get_autorange: bool { self.autorange }

        /// Sets whether boxes are notched around the median: where notches do not overlap, medians differ. Default: they are not.
        pub set_notch, notch(self, notch: bool) {
            self.notch = notch;
            self.measure();
        } -> get_notch: bool { self.notch }

        /// Sets whether boxes are drawn. Default: they are.
        pub set_showbox, showbox(self, show: bool) { self.shows.boxes = show; } -> get_showbox: bool { self.shows.boxes }

        /// Sets whether whiskers have caps. Default: they have.
        pub set_showcaps, showcaps(self, show: bool) { self.shows.caps = show; } -> get_showcaps: bool { self.shows.caps }

        /// Sets whether what lies beyond the whiskers is drawn. Default: it is.
        pub set_showfliers, showfliers(self, show: bool) {
            self.shows.fliers = show;
            self.measure();
        } -> get_showfliers: bool { self.shows.fliers }

        /// Sets whether means are drawn, as green triangles. Default: they are not.
        pub set_showmeans, showmeans(self, show: bool) {
            self.shows.means = show;
            self.measure();
        } -> get_showmeans: bool { self.shows.means }

        /// Sets whether means that are drawn are dashed lines across the box. Default: they are triangles.
        pub set_meanline, meanline(self, line: bool) { self.shows.meanline = line; } -> get_meanline: bool { self.shows.meanline }

        /// Sets what is written at the places of the samples. Default: the positions.
        ///
        /// # Panics
        /// If there are not as many as samples.
        pub set_tick_labels, tick_labels(self, labels: impl IntoIterator<Item = impl Into<String>>) {
            let mut names = Vec::new();
            for label in labels {
                names.push(label.into());
            }
            let (n, m) = (self.samples.len(), names.len());
            assert!(n == m, "there are {n} samples but {m} tick labels; they must be equally many");
            (self.names, self.named) = (names, true);
        }

        /// Sets whether the axis has its ticks at the samples, and half a unit of room beside them. Default: it has.
        pub set_manage_ticks, manage_ticks(self, ticks: bool) {
            self.ticks = ticks;
            self.measure();
        } -> get_manage_ticks: bool { self.ticks }

        /// Sets the colour of boxes, whiskers and caps. Default: black.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_color, color(self, color: impl IntoColor) { self.color = color.into_color(); } -> get_color: Color { self.color }

        /// Sets the colour of the medians. Default: `"C1"`.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_mediancolor, mediancolor(self, color: impl IntoColor) { self.median_color = color.into_color(); }
            -> get_mediancolor: Color { self.median_color }

        /// Fills boxes, each with its colour or all with the only one: matplotlib's `patch_artist=True`, whose default is `["C0"]`. None of
        /// them leaves boxes empty, as they are by default.
        ///
        /// # Panics
        /// If there is neither one, nor one for each sample, nor none, or one is no colour.
        pub set_facecolors, facecolors(self, colors: impl IntoIterator<Item = impl IntoColor>) {
            let own = each_color(colors);
            if !own.is_empty() {
                one_or_each("colours", own.len(), self.samples.len());
            }
            self.faces = own;
        } -> get_facecolors: &[Color] { &self.faces }

        /// Sets the width of all lines, in points. Default: 1.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_linewidth, linewidth(self, points: impl Number) { self.linewidth = length(points.to_f64(), "line width"); }
            -> get_linewidth: f32 { crate::style::theme::plain(self.linewidth) }

        /// Sets the marker of what lies beyond the whiskers: its shape and its size in points. Default: circles of size 6.
        ///
        /// # Panics
        /// If a letter names no marker, or the size is negative or not finite.
        pub set_flier, flier(self, marker: impl IntoMarker, size: impl Number) {
            self.flier.marker = marker.into_marker();
            self.flier.size = length(size.to_f64(), "marker size");
        }
    }
}
