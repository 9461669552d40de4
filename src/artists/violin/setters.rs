//! What violins can be told.

use super::{Violin, ViolinSide};
use crate::artist::common::length;
use crate::artist::properties;
use crate::artists::violin_body::Bandwidth;
use crate::data::{Column, Number, PerPoint, one_or_each};
use crate::style::{Color, IntoColor, NameOr, each_color};

impl Violin {
    properties! {
        /// Sets where the violins stand. Default: at 1, 2, 3 and so on.
        ///
        /// # Panics
        /// If there are not as many as samples.
        pub set_positions, positions(self, positions: impl Column) {
            self.stand.set(positions, self.samples.len());
            self.measure();
        } -> get_positions: &[f64] { self.stand.at() }

        /// Sets how wide violins are where they are widest, in the units of the axis: one for all, or one for each. Default: 0.5.
        ///
        /// # Panics
        /// If there is neither one nor one for each sample.
        pub set_widths, widths(self, widths: impl PerPoint) {
            one_or_each("widths", widths.numbers(), self.samples.len());
            widths.copy_numbers_to(&mut self.widths);
            self.measure();
        }

        /// Sets at how many places the density is found. Default: 100.
        ///
        /// # Panics
        /// If there are fewer than 2, or more than a million.
        pub set_points, points(self, points: usize) {
            assert!((2..=1_000_000).contains(&points), "a density cannot be drawn at {points} places; give 2 to 1,000,000");
            self.points = points;
            self.estimate();
        } -> get_points: usize { self.points }

        /// Sets how wide the bells are from which the density is added up: a [`Bandwidth`], or `"scott"` or `"silverman"`. Default:
        /// by Scott's rule.
        ///
        /// # Panics
        /// If a name is that of no rule, or a factor is not positive and finite.
        pub set_bw_method, bw_method(self, bandwidth: impl NameOr<Bandwidth>) {
            let bandwidth = bandwidth.value();
            if let Bandwidth::Factor(factor) = bandwidth {
                assert!(factor > 0.0 && factor.is_finite(), "a bandwidth cannot be {factor} deviations; it must be positive");
            }
            self.bandwidth = bandwidth;
            self.estimate();
        } -> get_bw_method: Bandwidth { self.bandwidth }

        /// Sets which half is drawn: a [`ViolinSide`], or `"low"` and so on. Default: both.
        ///
        /// # Panics
        /// If a name is that of no side.
        pub set_side, side(self, side: impl NameOr<ViolinSide>) {
            self.side = side.value();
            self.measure();
        } -> get_side: ViolinSide { self.side }

        /// Sets which quantiles have a line across each violin, as shares from 0 to 1: `[0.25, 0.75]` are the quartiles. Default: none.
        ///
        /// # Panics
        /// If one is not from 0 to 1.
        pub set_quantiles, quantiles(self, shares: impl Column) {
            let mut quantiles = Vec::new();
            shares.copy_to(&mut quantiles);
            for q in &quantiles {
                assert!((0.0..=1.0).contains(q), "there is no quantile at {q}; they lie from 0 to 1");
            }
            self.quantiles = quantiles;
            self.estimate();
        } -> get_quantiles: &[f64] { &self.quantiles }

        /// Sets whether means have a line. Default: they have none.
        pub set_showmeans, showmeans(self, show: bool) { self.means = show; } -> get_showmeans: bool { self.means }

        /// Sets whether the smallest and the largest value have a line, and one between them. Default: they have.
        pub set_showextrema, showextrema(self, show: bool) { self.extrema = show; } -> get_showextrema: bool { self.extrema }

        /// Sets whether medians have a line. Default: they have none.
        pub set_showmedians, showmedians(self, show: bool) { self.medians = show; } -> get_showmedians: bool { self.medians }

        /// Sets the colour of lines and, three tenths as opaque, of bodies. Default: the next of the cycle.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_color, color(self, color: impl IntoColor) { self.color = Some(color.into_color()); }
            -> get_color: Color { self.color.unwrap_or(Color::turn(0)) }

        /// Sets the colours of bodies, as opaque as they are: one for each sample, or one for all. Default: that of
        /// [`set_color`](Violin::set_color), translucent.
        ///
        /// # Panics
        /// If there is neither one, nor one for each sample, or one is no colour.
        pub set_facecolors, facecolors(self, colors: impl IntoIterator<Item = impl IntoColor>) {
            let own = each_color(colors);
            one_or_each("colours", own.len(), self.samples.len());
            self.faces = own;
        } -> get_facecolors: &[Color] { &self.faces }

        /// Sets the colour of lines. Default: that of [`set_color`](Violin::set_color).
        ///
        /// # Panics
        /// If it is no colour.
        pub set_linecolor, linecolor(self, color: impl IntoColor) { self.linecolor = Some(color.into_color()); }
            -> get_linecolor: Color { self.linecolor.unwrap_or(self.get_color()) }

        /// Sets the width of the lines, in points. Default: 1.5.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_linewidth, linewidth(self, points: impl Number) { self.linewidth = length(points.to_f64(), "line width"); }
            -> get_linewidth: f32 { crate::style::theme::plain(self.linewidth) }
    }
}
