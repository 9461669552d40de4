//! Several rows of bars: side by side, or one on the other.

use super::Bars;
use crate::artist::properties;
use crate::data::{Column, Number, same_length};
use crate::figure::{Axes, Key};

/// Bars that stand side by side with those of other rows, around the same places. Spaces are multiples of a bar's width.
#[derive(Clone, Debug)]
pub(super) struct Group {
    index: usize,
    count: usize,
    /// From one place to the next.
    distance: f64,
}

/// Between groups, and between the bars of a group.
pub(super) const SPACING: (f64, f64) = (1.5, 0.0);

impl Group {
    /// Finds how near two places are that follow one another.
    pub(super) fn measure(&mut self, at: &[f64]) {
        let mut least = f64::INFINITY;
        for pair in at.windows(2) {
            let distance = (pair[1] - pair[0]).abs();
            if distance > 0.0 && distance < least {
                least = distance;
            }
        }
        self.distance = if least.is_finite() { least } else { 1.0 };
    }

    /// Where the bar of a place begins, and how wide it is: matplotlib's rule.
    pub(super) fn place(&self, at: f64, (between_groups, between_bars): (f64, f64)) -> (f64, f64) {
        let (i, n) = (self.index as f64, self.count as f64);
        let width = self.distance / (n + (n - 1.0) * between_bars + between_groups);
        let from = at - 0.5 * self.distance + 0.5 * between_groups * width + i * width * (1.0 + between_bars);
        (from, width)
    }
}

#[track_caller]
fn spacing(widths: f64) -> f64 {
    assert!(widths.is_finite() && widths >= 0.0, "{widths} widths of a bar are no space; give 0 or more");
    widths
}

impl Bars {
    /// Rows of bars side by side: bar `k` of each row stands at name `k`. matplotlib's `grouped_bar`; see also
    /// [`group`](Bars::group).
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// let rows = Bars::grouped(["north", "south"], [[3.0, 4.0], [2.0, 5.0], [1.0, 2.0]]);
    /// let keys: Vec<_> = rows.into_iter().zip(["a", "b", "c"]).map(|(row, name)| fig[ax].add(row.label(name))).collect();
    /// fig[keys[0]].set_heights([3.5, 4.5]); // in a loop
    /// ```
    ///
    /// # Panics
    /// If a row has not as many heights as there are names.
    #[must_use]
    #[track_caller]
    pub fn grouped<S: Into<String>, H: Column>(
        names: impl IntoIterator<Item = S>,
        rows: impl IntoIterator<Item = H>,
    ) -> Vec<Self> {
        let mut all = Self::rows(names, rows);
        let count = all.len();
        for (i, bars) in all.iter_mut().enumerate() {
            bars.set_group(i, count);
        }
        all
    }

    /// Rows of bars one on the other: bar `k` of each row stands at name `k`, on those of the rows before. What is negative hangs below
    /// what is negative.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let rows = Bars::stacked(["mon", "tue"], [[3.0, 4.0], [2.0, -1.0], [1.0, 2.0]]);
    /// assert_eq!(rows[2].get_bottom(), [5.0, 4.0]);
    /// ```
    ///
    /// In a loop, [`bottoms`](Bars::bottoms) says what other heights stand on.
    ///
    /// # Panics
    /// If a row has not as many heights as there are names.
    #[must_use]
    #[track_caller]
    pub fn stacked<S: Into<String>, H: Column>(
        names: impl IntoIterator<Item = S>,
        rows: impl IntoIterator<Item = H>,
    ) -> Vec<Self> {
        let mut all = Self::rows(names, rows);
        let mut ends = Ends::default();
        for bars in &mut all {
            let bottom = ends.stack(&bars.heights);
            bars.set_bottom(bottom);
        }
        all
    }

    /// What each of several rows of heights stands on, if they are one on the other: what is negative hangs below what is negative.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// let keys = fig[ax].stacked_bar(["a", "b"], [[1.0, 2.0], [3.0, 1.0]]);
    /// let rows = [[2.0, 2.0], [3.0, 4.0]]; // in a loop
    /// for ((key, row), bottom) in keys.iter().zip(rows).zip(Bars::bottoms(rows)) {
    ///     fig[*key].set_heights(row).set_bottom(bottom);
    /// }
    /// ```
    ///
    /// # Panics
    /// If the rows have different lengths.
    #[must_use]
    #[track_caller]
    pub fn bottoms<H: Column>(rows: impl IntoIterator<Item = H>) -> Vec<Vec<f64>> {
        let (mut ends, mut bottoms, mut heights) = (Ends::default(), Vec::new(), Vec::new());
        for row in rows {
            row.copy_to(&mut heights);
            if let Some(first) = bottoms.first() {
                same_length(("the first row", Vec::len(first)), ("another row", heights.len()));
            }
            bottoms.push(ends.stack(&heights));
        }
        bottoms
    }

    #[track_caller]
    fn rows<S: Into<String>, H: Column>(
        names: impl IntoIterator<Item = S>,
        rows: impl IntoIterator<Item = H>,
    ) -> Vec<Self> {
        let (mut words, mut all) = (Vec::new(), Vec::new());
        for name in names {
            words.push(name.into());
        }
        for row in rows {
            all.push(Self::named(words.clone(), row));
        }
        all
    }

    properties! {
        /// Lets each bar be the `i`-th (from 0) of `n` side by side around its place, as wide as leaves room between groups:
        /// matplotlib's `grouped_bar`. Then [`width`](Bars::width) and [`align_edge`](Bars::align_edge) say nothing. Groups are as far
        /// from one another as the two nearest of the places that follow one another.
        ///
        /// # Panics
        /// If there is no `i`-th of `n`.
        pub set_group, group(self, i: usize, n: usize) {
            assert!(i < n, "there is no bar {i} among {n} (the first is 0)");
            self.group = Some(Group { index: i, count: n, distance: 1.0 });
            self.measure();
        }

        /// Sets how much room there is between groups, and between the bars of a group, as multiples of a bar's width. Default: 1.5
        /// and 0. It is for bars that are one of a [`group`](Bars::group).
        ///
        /// # Panics
        /// If one is negative or not finite.
        pub set_group_spacing, group_spacing(self, between_groups: impl Number, between_bars: impl Number) {
            self.group_spacing = (spacing(between_groups.to_f64()), spacing(between_bars.to_f64()));
            self.measure();
        } -> get_group_spacing: (f64, f64) { self.group_spacing }
    }
}

/// How far stacked bars reach, upward and downward.
#[derive(Default)]
struct Ends {
    above: Vec<f64>,
    below: Vec<f64>,
}

impl Ends {
    /// What the next row stands on.
    fn stack(&mut self, heights: &[f64]) -> Vec<f64> {
        self.above.resize(heights.len(), 0.0);
        self.below.resize(heights.len(), 0.0);
        let mut bottoms = Vec::with_capacity(heights.len());
        for (i, height) in heights.iter().enumerate() {
            let end = if *height < 0.0 { &mut self.below[i] } else { &mut self.above[i] };
            bottoms.push(*end);
            if !height.is_nan() {
                *end += height;
            }
        }
        bottoms
    }
}

impl Axes {
    /// Adds rows of bars side by side: `add` of each of [`Bars::grouped`].
    ///
    /// # Panics
    /// If a row has not as many heights as there are names.
    #[track_caller]
    pub fn grouped_bar<S: Into<String>, H: Column>(
        &mut self,
        names: impl IntoIterator<Item = S>,
        rows: impl IntoIterator<Item = H>,
    ) -> Vec<Key<Bars>> {
        self.add_bars(Bars::grouped(names, rows))
    }

    /// Adds rows of bars one on the other: `add` of each of [`Bars::stacked`].
    ///
    /// # Panics
    /// If a row has not as many heights as there are names.
    #[track_caller]
    pub fn stacked_bar<S: Into<String>, H: Column>(
        &mut self,
        names: impl IntoIterator<Item = S>,
        rows: impl IntoIterator<Item = H>,
    ) -> Vec<Key<Bars>> {
        self.add_bars(Bars::stacked(names, rows))
    }

    fn add_bars(&mut self, rows: Vec<Bars>) -> Vec<Key<Bars>> {
        let mut keys = Vec::with_capacity(rows.len());
        for row in rows {
            keys.push(self.add(row));
        }
        keys
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `grouped_bar` of matplotlib 3.11 says of two rows at 0, 1, 2, and of three at 10, 20 with spaces of 0.5 and 0.2.
    #[test]
    fn groups_are_matplotlibs() {
        let sides = |bars: &Bars, i: usize| bars.bar(i).map(|[from, to, ..]| (from, to - from)).unwrap();
        let near = |a: (f64, f64), b: (f64, f64)| (a.0 - b.0).abs() < 1e-12 && (a.1 - b.1).abs() < 1e-12;
        let rows = Bars::grouped(["a", "b", "c"], [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]);
        assert!(near(sides(&rows[0], 0), (-0.285_714_285_714_285_7, 0.285_714_285_714_285_7)));
        assert!(near(sides(&rows[1], 2), (2.0, 0.285_714_285_714_285_7)));
        let third = Bars::new([10.0, 20.0], [1.0, 2.0]).group(2, 3).group_spacing(0.5, 0.2);
        assert!(
            near(sides(&third, 1), (20.0 + 1.794_871_794_871_796, 2.564_102_564_102_564)),
            "{:?}",
            sides(&third, 1)
        );
        assert_eq!(third.get_group_spacing(), (0.5, 0.2));
    }

    #[test]
    fn what_is_negative_hangs_below_what_is_negative() {
        let rows = [[1.0, -1.0, f64::NAN], [2.0, 3.0, 1.0], [-4.0, -2.0, 1.0], [1.0, 1.0, 1.0]];
        assert_eq!(Bars::bottoms(rows), [[0.0, 0.0, 0.0], [1.0, 0.0, 0.0], [0.0, -1.0, 1.0], [3.0, 3.0, 2.0]]);
    }
}
