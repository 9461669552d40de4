//! Layers on top of each other: matplotlib's `stackplot`.

use crate::artist::shape::{Hatching, hatch_setters};
use crate::artist::{Artist, Bounds, ColorCycle, Common, LegendHandle, Obstacles, Painter, properties};
use crate::artists::FillBetween;
use crate::data::{Column, Outlines, Rows, Shared};
use crate::figure::{Axes, Key};
use crate::geom::Extent;
use crate::project::Projection;
use crate::style::{Color, IntoColor, NameOr, each_color, named};

/// What a stack of layers stands on.
///
/// `"zero"`, `"sym"`, `"wiggle"` and `"weighted_wiggle"` may be written for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Baseline {
    /// On 0. The default.
    #[default]
    Zero,
    /// Symmetric about 0: also called a theme river.
    Sym,
    /// So that the slopes of all layers are as small as can be (the sum of their squares).
    Wiggle,
    /// The same, each slope counting as much as its layer is high: the streamgraph of Byron and Wattenberg (2008).
    WeightedWiggle,
}

named!(Baseline, "a baseline", [
    "zero" => Baseline::Zero,
    "sym" => Baseline::Sym,
    "wiggle" => Baseline::Wiggle,
    "weighted_wiggle" => Baseline::WeightedWiggle,
]);

/// Layers on top of each other over the same places: matplotlib's `stackplot`.
///
/// Each layer has the next colour of the cycle and, with [`labels`](Stackplot::labels), an entry of its own in the legend. NaN is a gap in
/// its layer and in those above.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let layers = Stackplot::new([0, 1, 2], [[1.0, 2.0, 1.5], [2.0, 0.5, 1.0]]).labels(["rain", "snow"]);
/// let layers = fig[ax].add(layers);
/// fig[ax].legend();
/// fig[layers].set_data([0, 1, 2], [[1.1, 2.1, 1.4], [1.9, 0.6, 1.2]]); // in a loop
/// ```
#[derive(Clone, Debug)]
pub struct Stackplot {
    common: Common,
    x: Shared<Vec<f64>>,
    rows: Shared<Rows>,
    /// What is between two lines, from the lowest.
    layers: Vec<FillBetween>,
    baseline: Baseline,
    labels: Vec<String>,
    /// Of layers, by turns; empty: those of the cycle.
    colors: Vec<Color>,
    /// What comes next in the cycle, for those that have no other.
    cycle: ColorCycle,
    hatching: Hatching,
    extent: (Extent, Extent),
}

impl Stackplot {
    /// Layers over `x`, so high, from the lowest.
    ///
    /// # Panics
    /// If a row does not have a height for each place.
    #[must_use]
    #[track_caller]
    pub fn new<C: Column>(x: impl Column, rows: impl IntoIterator<Item = C>) -> Self {
        let mut stack = Self {
            common: Common::new(),
            x: Shared::default(),
            rows: Shared::default(),
            layers: Vec::new(),
            baseline: Baseline::Zero,
            labels: Vec::new(),
            colors: Vec::new(),
            cycle: ColorCycle::default(),
            hatching: Hatching::new(),
            extent: (Extent::EMPTY, Extent::EMPTY),
        };
        stack.set_data(x, rows);
        stack
    }

    /// Replaces places and heights. Colours and labels stay.
    ///
    /// # Panics
    /// If a row does not have a height for each place.
    #[track_caller]
    pub fn set_data<C: Column>(&mut self, x: impl Column, rows: impl IntoIterator<Item = C>) -> &mut Self {
        let (before, places) = (self.rows.clone(), x.column_len());
        self.rows.renew().read(rows);
        for i in 0..self.rows.len() {
            let heights = self.rows.row(i).len();
            if heights != places {
                // what does not fit leaves all as it is
                self.rows = before;
                panic!("row {i} has {heights} heights but there are {places} places; they must be equally many");
            }
        }
        self.x.take(&x);
        self.stack();
        self
    }

    properties! {
        /// Sets what the stack stands on: a [`Baseline`], or `"wiggle"` and so on. Default: on 0.
        ///
        /// # Panics
        /// If a name is that of no baseline.
        pub set_baseline, baseline(self, baseline: impl NameOr<Baseline>) {
            self.baseline = baseline.value();
            self.stack();
        } -> get_baseline: Baseline { self.baseline }

        /// Sets the names of the layers in the legend, from the lowest; a layer without one is not in it.
        pub set_labels, labels(self, labels: impl IntoIterator<Item = impl Into<String>>) {
            self.labels.clear();
            for label in labels {
                self.labels.push(label.into());
            }
        } -> get_labels: &[String] { &self.labels }

        /// Sets the colours of the layers, from the lowest; where there are fewer, they begin again. Default: the next ones of the cycle.
        ///
        /// # Panics
        /// If there is none, or one is no colour.
        pub set_colors, colors(self, colors: impl IntoIterator<Item = impl IntoColor>) {
            let own = each_color(colors);
            assert!(!own.is_empty(), "layers need one colour at least");
            self.colors = own;
            self.dye();
        } -> get_colors: Vec<Color> { if self.colors.is_empty() { self.turns() } else { self.colors.clone() } }

        /// Sets a hatch for each layer, from the lowest: `["/", "", "x"]`, of which `""` is none. Where there are fewer, they come again.
        ///
        /// # Panics
        /// If another letter is among them.
        pub set_hatches, hatches(self, patterns: impl IntoIterator<Item = impl AsRef<str>>) {
            self.hatching.set_each(patterns);
        } -> get_hatches: Vec<&str> { self.hatching.each() }
    }

    /// The colour of layer `i`. Layers that came later go on in the cycle.
    fn color(&self, i: usize) -> Color {
        match self.colors.len() {
            0 => self.cycle.line_after(i),
            n => self.colors[i % n],
        }
    }

    /// The colours of all layers, where those of the cycle have their turns.
    fn turns(&self) -> Vec<Color> {
        let mut turns = Vec::with_capacity(self.layers.len());
        for i in 0..self.layers.len() {
            turns.push(self.color(i));
        }
        turns
    }

    /// Lays the layers on each other.
    fn stack(&mut self) {
        let lines = lines(&self.rows, self.x.len(), self.baseline);
        self.layers.truncate(self.rows.len());
        let (mut x, mut y) = (Extent::EMPTY, Extent::EMPTY);
        for (i, pair) in lines.windows(2).enumerate() {
            if i == self.layers.len() {
                self.layers.push(FillBetween::empty());
            }
            let bounds = self.layers[i].set_data(&*self.x, &pair[0], &pair[1]).bounds();
            (x, y) = (x.union(bounds.x), y.union(bounds.y));
        }
        // no margin beside 0
        (y.sticky_lo, y.sticky_hi) = (y.lo == 0.0, y.hi == 0.0);
        self.extent = (x, y);
        self.dye();
    }

    /// Gives the layers their colours.
    fn dye(&mut self) {
        for i in 0..self.layers.len() {
            let color = self.color(i);
            self.layers[i].set_color(color);
        }
    }
}

/// The lines between layers: the baseline, and one over each row.
fn lines(rows: &Rows, places: usize, baseline: Baseline) -> Vec<Vec<f64>> {
    let count = rows.len();
    let mut total = vec![0.0; places];
    for i in 0..count {
        for (sum, v) in total.iter_mut().zip(rows.row(i)) {
            *sum += v;
        }
    }
    let mut line = vec![0.0; places];
    match baseline {
        Baseline::Zero => {}
        Baseline::Sym => {
            for (at, total) in line.iter_mut().zip(&total) {
                *at = -0.5 * total;
            }
        }
        Baseline::Wiggle => {
            for i in 0..count {
                let share = (count as f64 - 0.5 - i as f64) / count as f64;
                for (at, v) in line.iter_mut().zip(rows.row(i)) {
                    *at -= share * v;
                }
            }
        }
        Baseline::WeightedWiggle => {
            let mut center = 0.0;
            for k in 0..places {
                let mut above = total[k];
                // what is unknown is a gap, after which the stack goes on at the height that it had
                let known = k > 0 && (total[k - 1] + total[k]).is_finite();
                for i in 0..if known { count } else { 0 } {
                    let (before, height) = (rows.row(i)[k - 1], rows.row(i)[k]);
                    above -= height;
                    // which share of the stack is above the middle of the layer
                    let share = if total[k] > 0.0 { (above + 0.5 * height) / total[k] } else { 0.0 };
                    center += (share - 0.5) * (height - before);
                }
                line[k] = center - 0.5 * total[k];
            }
        }
    }
    let mut lines = Vec::with_capacity(count + 1);
    for i in 0..count {
        let mut next = line.clone();
        for (at, v) in next.iter_mut().zip(rows.row(i)) {
            *at += v;
        }
        lines.push(std::mem::replace(&mut line, next));
    }
    lines.push(line);
    lines
}

hatch_setters!(Stackplot, self, hatching);

impl Axes {
    /// Adds layers on top of each other: `add(Stackplot::new(x, rows))`.
    ///
    /// # Panics
    /// If a row does not have a height for each place.
    #[track_caller]
    pub fn stackplot<C: Column>(&mut self, x: impl Column, rows: impl IntoIterator<Item = C>) -> Key<Stackplot> {
        self.add(Stackplot::new(x, rows))
    }
}

impl Artist for Stackplot {
    fn common(&self) -> &Common {
        &self.common
    }

    fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }

    fn default_zorder(&self) -> f64 {
        1.0
    }

    fn bounds(&self) -> Bounds {
        Bounds::new(self.extent.0, self.extent.1).dates(self.x.are_dates(), false)
    }

    fn take_color(&mut self, cycle: &mut ColorCycle) {
        self.cycle = cycle.clone();
        if self.colors.is_empty() {
            for _ in 0..self.rows.len() {
                cycle.next_line();
            }
            self.dye();
        }
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        for (i, layer) in self.layers.iter().enumerate() {
            layer.paint_hatched(painter, self.hatching.of(i).as_ref());
        }
    }

    fn legend_parts(&self, add: &mut dyn FnMut(&str, LegendHandle)) {
        for (i, label) in self.labels.iter().take(self.layers.len()).enumerate() {
            add(label, LegendHandle { face: Some(self.color(i)), hatch: self.hatching.of(i), ..LegendHandle::new() });
        }
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        let mut borders = Outlines::default();
        for layer in &self.layers {
            layer.add_borders(&mut borders);
        }
        out.outlines(projection, &borders, false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines that matplotlib 3.11's `stackplot` draws.
    #[test]
    fn lines_are_matplotlibs() {
        let rows = [[1.0, 2.0, 3.0, 1.0], [2.0, 0.0, 1.0, 4.0], [0.5, 1.0, 2.0, 0.5]];
        let mut held = Rows::default();
        held.read(rows);
        let third = 1.0 / 3.0;
        let baselines = [
            (Baseline::Zero, [0.0; 4]),
            (Baseline::Sym, [-1.75, -1.5, -3.0, -2.75]),
            (Baseline::Wiggle, [-1.75 - third / 2.0, -2.0 + third / 2.0, -3.0 - third, -3.0 + third / 4.0]),
            (Baseline::WeightedWiggle, [-1.75, -1.5 + third, -3.0 + third / 2.0, -2.856_060_606_060_606_4]),
        ];
        for (baseline, mut wanted) in baselines {
            let lines = lines(&held, 4, baseline);
            assert_eq!(lines.len(), 4);
            for (i, line) in lines.iter().enumerate() {
                for k in 0..4 {
                    assert!((line[k] - wanted[k]).abs() < 1e-12, "{baseline:?}, line {i}: {line:?} and not {wanted:?}");
                    wanted[k] += rows.get(i).map_or(0.0, |row| row[k]);
                }
            }
        }
    }
}
