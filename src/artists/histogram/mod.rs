//! Histograms: how often values fall into bins, matplotlib's `hist`.

mod counted;
mod paint;
mod setters;

use crate::artist::shape::ShapeLook;
use crate::artist::{Artist, Bounds, ColorCycle, Common, LegendHandle, Obstacles, Painter};
use crate::artists::stairs::reach;
use crate::data::{BinRule, Column, Rows, Shared};
use crate::figure::{Axes, Key};
use crate::geom::Extent;
use crate::project::Projection;
use crate::style::Color;
use counted::{Counted, Wanted};

/// How often values fall into bins: matplotlib's `hist`.
///
/// Ten bins from the smallest to the largest value, unless it is told otherwise; each begins at its lower edge, and the last holds its
/// upper one, too. What is not finite is left out. [`several`](Histogram::several) samples have the same bins, side by side or
/// [`stacked`](Histogram::stacked), and a colour each.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// use grabframe::Histogram;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let hist = fig[ax].add(Histogram::new([1.0, 2.0, 2.5, 4.0]).bins(3));
/// assert_eq!(fig[hist].counts(), [1.0, 2.0, 1.0]);
/// assert_eq!(fig[hist].edges(), [1.0, 2.0, 3.0, 4.0]);
/// fig[hist].set_data([1.0, 1.0, 4.0]); // in a loop
/// ```
#[derive(Clone, Debug)]
pub struct Histogram {
    common: Common,
    samples: Shared<Rows>,
    /// Of the values of all samples.
    weights: Shared<Vec<f64>>,
    wanted: Wanted,
    counted: Shared<Counted>,
    drawn: Drawn,
    lying: bool,
    rwidth: Option<f64>,
    look: ShapeLook,
    /// Of samples, by turns; empty: those of the cycle.
    colors: Vec<Color>,
    /// What comes next in the cycle, for those that have no other.
    cycle: ColorCycle,
    labels: Vec<String>,
    /// Along the bins and up.
    extent: (Extent, Extent),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Drawn {
    Bars,
    Line,
    Filled,
}

impl Histogram {
    /// Of these values.
    #[must_use]
    pub fn new(data: impl Column) -> Self {
        Self::several([data])
    }

    /// Of several samples, which have the same bins: matplotlib's `hist([a, b, c])`. They may have any lengths.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// use grabframe::Histogram;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// let (day, night) = (vec![1.0, 2.0, 2.5, 4.0], vec![2.0, 3.5]);
    /// let hist = Histogram::several([&day, &night]).bins(3).stacked(true).labels(["day", "night"]);
    /// let hist = fig[ax].add(hist);
    /// assert_eq!(fig[hist].counts_of(1), [0.0, 1.0, 1.0]);
    /// fig[hist].set_several([&night, &day]); // in a loop
    /// ```
    #[must_use]
    pub fn several<C: Column>(samples: impl IntoIterator<Item = C>) -> Self {
        let wanted = Wanted {
            rule: BinRule::Count(10),
            range: None,
            given: None,
            density: false,
            cumulative: false,
            stacked: false,
        };
        let mut histogram = Self {
            common: Common::new(),
            samples: Shared::default(),
            weights: Shared::default(),
            wanted,
            counted: Shared::default(),
            drawn: Drawn::Bars,
            lying: false,
            rwidth: None,
            look: ShapeLook::new(),
            colors: Vec::new(),
            cycle: ColorCycle::default(),
            labels: Vec::new(),
            extent: (Extent::EMPTY, Extent::EMPTY),
        };
        histogram.set_several(samples);
        histogram
    }

    /// Replaces the values. Bins are chosen anew, unless their edges were given. Weights are forgotten.
    pub fn set_data(&mut self, data: impl Column) -> &mut Self {
        self.set_several([data])
    }

    /// Replaces all samples, of which there may be more or fewer than before. Bins are chosen anew, unless their edges were given. Weights
    /// are forgotten.
    pub fn set_several<C: Column>(&mut self, samples: impl IntoIterator<Item = C>) -> &mut Self {
        self.samples.renew().read(samples);
        self.begin();
        self
    }

    fn begin(&mut self) {
        if !self.weights.is_empty() {
            self.weights.renew().clear();
        }
        self.count();
    }

    /// The height of each bin: how many values there are in it, or what was made of that. Of several samples, those of the first.
    #[must_use]
    pub fn counts(&self) -> &[f64] {
        if self.samples.len() == 0 { &[] } else { self.counted.heights(0) }
    }

    /// The heights of sample `i` (the first is 0), without what it stands on.
    ///
    /// # Panics
    /// If there are not so many samples.
    #[must_use]
    #[track_caller]
    pub fn counts_of(&self, i: usize) -> &[f64] {
        let n = self.samples.len();
        assert!(i < n, "there is no sample {i} among {n} (the first is 0)");
        self.counted.heights(i)
    }

    /// The edges of the bins, one more than there are bins.
    #[must_use]
    pub fn edges(&self) -> &[f64] {
        &self.counted.edges
    }

    fn count(&mut self) {
        self.counted.renew().count(&self.samples, &self.weights, &self.wanted);
        self.measure();
    }

    fn measure(&mut self) {
        let (mut along, mut up) = (Extent::EMPTY, Extent::EMPTY);
        for i in 0..self.samples.len() {
            let (own, height) = reach(self.counted.tops(i), &self.counted.edges, Some(0.0));
            up = up.union(height);
            if self.drawn != Drawn::Bars || own.is_empty() {
                along = along.union(own);
                continue;
            }
            for k in 0..self.counted.bins() {
                if self.counted.tops(i)[k].is_finite() {
                    let (from, to) = self.sides(i, k);
                    along = along.with(from).with(to);
                }
            }
        }
        self.extent = (along, up);
    }

    /// Whether the bars of samples stand side by side.
    fn is_grouped(&self) -> bool {
        self.samples.len() > 1 && !self.wanted.stacked
    }

    /// Which share of a bin bars take.
    fn share(&self) -> f64 {
        self.rwidth.unwrap_or(if self.is_grouped() { 0.8 } else { 1.0 })
    }

    /// From where to where bar `k` of sample `i` reaches.
    fn sides(&self, i: usize, k: usize) -> (f64, f64) {
        let (from, to) = (self.counted.edges[k], self.counted.edges[k + 1]);
        let (share, grouped) = (self.share(), self.is_grouped());
        if share == 1.0 && !grouped {
            return (from, to);
        }
        let (turn, turns) = if grouped { (i as f64, self.samples.len() as f64) } else { (0.0, 1.0) };
        let at = |turn: f64| from + (to - from) * (0.5 * (1.0 - share) + share * turn / turns);
        (at(turn), at(turn + 1.0))
    }

    /// The colour of sample `i`. Samples that came later go on in the cycle.
    fn color_of(&self, i: usize) -> Color {
        match self.colors.len() {
            0 => self.cycle.line_after(i),
            n => self.colors[i % n],
        }
    }
}

impl Axes {
    /// Adds a histogram: `add(Histogram::new(data))`.
    pub fn hist(&mut self, data: impl Column) -> Key<Histogram> {
        self.add(Histogram::new(data))
    }
}

impl Artist for Histogram {
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
        let ((along, up), dates) = (self.extent, self.samples.hold_dates());
        if self.lying { Bounds::new(up, along).dates(false, dates) } else { Bounds::new(along, up).dates(dates, false) }
    }

    fn take_color(&mut self, cycle: &mut ColorCycle) {
        self.cycle = cycle.clone();
        if self.colors.is_empty() {
            for _ in 0..self.samples.len().max(1) {
                cycle.next_line();
            }
        }
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        self.paint_all(painter);
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        Some(self.handle(0))
    }

    fn legend_parts(&self, add: &mut dyn FnMut(&str, LegendHandle)) {
        for (i, label) in self.labels.iter().take(self.samples.len()).enumerate() {
            add(label, self.handle(i));
        }
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        let (bins, n) = (self.counted.bins(), self.samples.len());
        for at in (0..bins * n).step_by(out.step(bins * n)) {
            let (i, k) = (at / bins, at % bins);
            let ((from, to), (foot, top)) = (self.sides(i, k), (self.counted.foot(i, k), self.counted.tops(i)[k]));
            let [a, b] = [(from, foot), (to, top)].map(|(along, up)| match self.lying {
                true => projection.point(up, along),
                false => projection.point(along, up),
            });
            out.between(a, b);
        }
    }
}

impl Histogram {
    /// What stands for sample `i` in the legend.
    fn handle(&self, i: usize) -> LegendHandle {
        match self.drawn {
            Drawn::Line => LegendHandle { edge: Some(self.pen(i)), ..LegendHandle::new() },
            _ => self.look_of(i).handle(),
        }
    }
}

#[cfg(test)]
mod tests;
