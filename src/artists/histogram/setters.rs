//! What histograms can be told.

use super::{Drawn, Histogram};
use crate::artist::properties;
use crate::artist::shape::{border_setters, hatch_setters};
use crate::data::{BinRule, Column, Number, bin_range, given_edges, same_length};
use crate::style::{Color, IntoColor, each_color};

impl Histogram {
    properties! {
        /// Sets how many bins there are, all equally wide. Default: 10.
        ///
        /// # Panics
        /// If there is none, or more than a million.
        pub set_bins, bins(self, bins: usize) {
            assert!((1..=1_000_000).contains(&bins), "a histogram cannot have {bins} bins; give 1 to 1,000,000");
            (self.wanted.rule, self.wanted.given) = (BinRule::Count(bins), None);
            self.count();
        }

        /// Chooses how many bins there are by one of numpy's rules: `"auto"`, `"fd"` (Freedman and Diaconis), `"scott"`,
        /// `"sturges"` or `"sqrt"`. Of integers bins are at least 1 wide.
        ///
        /// # Panics
        /// If there is no rule of that name.
        pub set_bin_rule, bin_rule(self, rule: &str) {
            (self.wanted.rule, self.wanted.given) = (named_rule(rule), None);
            self.count();
        }

        /// Sets the edges of the bins, which need not be equally wide.
        ///
        /// # Panics
        /// If there are fewer than two, one is not finite, or they do not rise.
        pub set_edges, with_edges(self, edges: impl Column) {
            self.wanted.given = Some(given_edges(&edges));
            self.count();
        }

        /// Sets from where to where the bins reach; what lies outside is left out. Default: all values lie within.
        ///
        /// # Panics
        /// If an end is not finite, or `from` is not below `to`.
        pub set_range, range(self, from: impl Number, to: impl Number) {
            self.wanted.range = Some(bin_range(from.to_f64(), to.to_f64()));
            self.count();
        }

        /// Sets what each value counts; of several samples, for those of the first, then of the second, and so on. Default: 1.
        ///
        /// # Panics
        /// If there is not one for each value.
        pub set_weights, weights(self, weights: impl Column) {
            same_length(("values", self.samples.all().len()), ("weights", weights.column_len()));
            weights.copy_to(self.weights.renew());
            self.count();
        }

        /// Sets whether heights are densities: the area of all bins is 1, for each sample, or for all together where they are
        /// [`stacked`](Histogram::stacked). Default: they are counts.
        pub set_density, density(self, density: bool) {
            self.wanted.density = density;
            self.count();
        } -> get_density: bool { self.wanted.density }

        /// Sets whether each bin holds what is in those before, too. Default: it does not.
        pub set_cumulative, cumulative(self, cumulative: bool) {
            self.wanted.cumulative = cumulative;
            self.count();
        } -> get_cumulative: bool { self.wanted.cumulative }

        /// Sets whether [`several`](Histogram::several) samples stand on one another. Default: their bars stand side by side, and lines and
        /// filled shapes one before the other, the first in front.
        pub set_stacked, stacked(self, stacked: bool) {
            self.wanted.stacked = stacked;
            self.count();
        } -> get_stacked: bool { self.wanted.stacked }

        /// Sets which share of their bin bars take, those of all samples together. Default: all of it, and 0.8 where those of several
        /// samples stand side by side.
        ///
        /// # Panics
        /// If it is not a share, 0 to 1.
        pub set_rwidth, rwidth(self, share: impl Number) {
            let share = share.to_f64();
            assert!((0.0..=1.0).contains(&share), "bars take a share of their bin from 0 to 1, not {share}");
            self.rwidth = Some(share);
            self.measure();
        } -> get_rwidth: f64 { self.share() }

        /// Sets the colours of samples, by turns. Default: the next ones of the cycle.
        ///
        /// # Panics
        /// If one is no colour.
        pub set_colors, colors(self, colors: impl IntoIterator<Item = impl IntoColor>) {
            self.colors = each_color(colors);
        } -> get_colors: &[Color] { &self.colors }

        /// Sets one colour for all samples; `"none"` leaves them empty. Default: for each the next of the cycle.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_color, color(self, color: impl IntoColor) { self.colors = vec![color.into_color()]; }
            -> get_color: Color { self.color_of(0) }

        /// Sets the names of samples in the legend; one without a name is not in it.
        pub set_labels, labels(self, labels: impl IntoIterator<Item = impl Into<String>>) {
            self.labels.clear();
            for label in labels {
                self.labels.push(label.into());
            }
        } -> get_labels: &[String] { &self.labels }

        /// Sets a hatch for each sample, as [`hatch`](Histogram::hatch) does for all: `["/", "", "x"]`, of which `""` is none. Where there
        /// are fewer than samples, they come again.
        ///
        /// # Panics
        /// If another letter is among them.
        pub set_hatches, hatches(self, patterns: impl IntoIterator<Item = impl AsRef<str>>) {
            self.look.hatching.set_each(patterns);
        } -> get_hatches: Vec<&str> { self.look.hatching.each() }
    }

    /// Drawn as a line around all bins: matplotlib's `histtype="step"`.
    #[must_use]
    pub fn step(mut self) -> Self {
        self.drawn = Drawn::Line;
        self.measure();
        self
    }

    /// Drawn as one shape, without borders between bins: matplotlib's `histtype="stepfilled"`.
    #[must_use]
    pub fn step_filled(mut self) -> Self {
        self.drawn = Drawn::Filled;
        self.measure();
        self
    }

    /// The same with its bins along y: matplotlib's `orientation="horizontal"`.
    #[must_use]
    pub fn horizontal(mut self) -> Self {
        self.lying = true;
        self
    }
}

#[track_caller]
fn named_rule(name: &str) -> BinRule {
    match name {
        "auto" => BinRule::Auto,
        "fd" => BinRule::FreedmanDiaconis,
        "scott" => BinRule::Scott,
        "sturges" => BinRule::Sturges,
        "sqrt" => BinRule::Sqrt,
        _ => panic!("{name:?} is no rule for bins: there are auto, fd, scott, sturges and sqrt"),
    }
}

hatch_setters!(Histogram, self, look.hatching);
border_setters!(Histogram, self);
