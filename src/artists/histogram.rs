//! Histograms: how often values fall into bins, matplotlib's `hist`.

use crate::artist::shape::{ShapeLook, shape_setters};
use crate::artist::{Artist, Bounds, ColorCycle, Common, LegendHandle, Obstacles, Painter, properties};
use crate::artists::Stairs;
use crate::artists::stairs::paint_stairs;
use crate::data::{BinRule, Column, Number, Shared, bin_edges, binned, same_length};
use crate::figure::{Axes, Key};
use crate::geom::Rect;
use crate::project::Projection;
use crate::style::Pen;

/// How often values fall into bins: matplotlib's `hist`.
///
/// Ten bins from the smallest to the largest value, unless it is told otherwise; each begins at its lower edge, and the last holds its
/// upper one, too. What is not finite is left out.
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
    data: Shared<Vec<f64>>,
    weights: Shared<Vec<f64>>,
    rule: BinRule,
    range: Option<(f64, f64)>,
    /// Edges that were given.
    given: Option<Vec<f64>>,
    density: bool,
    cumulative: bool,
    drawn: Drawn,
    look: ShapeLook,
    /// What is seen: counts, or what they came to, and edges.
    stairs: Stairs,
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
        let mut histogram = Self {
            common: Common::new(),
            data: Shared::default(),
            weights: Shared::default(),
            rule: BinRule::Count(10),
            range: None,
            given: None,
            density: false,
            cumulative: false,
            drawn: Drawn::Bars,
            look: ShapeLook::new(),
            stairs: Stairs::empty(),
        };
        histogram.set_data(data);
        histogram
    }

    /// Replaces the values. Bins are chosen anew, unless their edges were given. Weights are forgotten.
    pub fn set_data(&mut self, data: impl Column) -> &mut Self {
        data.copy_to(self.data.renew());
        if !self.weights.is_empty() {
            self.weights.renew().clear();
        }
        self.count();
        self
    }

    /// The height of each bin: how many values there are in it, or what was made of that.
    #[must_use]
    pub fn counts(&self) -> &[f64] {
        self.stairs.values()
    }

    /// The edges of the bins, one more than there are bins.
    #[must_use]
    pub fn edges(&self) -> &[f64] {
        self.stairs.edges()
    }

    properties! {
        /// Sets how many bins there are, all equally wide. Default: 10.
        ///
        /// # Panics
        /// If there is none, or more than a million.
        pub set_bins, bins(self, bins: usize) {
            assert!((1..=1_000_000).contains(&bins), "a histogram cannot have {bins} bins; give 1 to 1,000,000");
            (self.rule, self.given) = (BinRule::Count(bins), None);
            self.count();
        }

        /// Chooses how many bins there are by one of numpy's rules: `"auto"`, `"fd"` (Freedman and Diaconis), `"scott"`,
        /// `"sturges"` or `"sqrt"`.
        ///
        /// # Panics
        /// If there is no rule of that name.
        pub set_bin_rule, bin_rule(self, rule: &str) {
            (self.rule, self.given) = (named_rule(rule), None);
            self.count();
        }

        /// Sets the edges of the bins, which need not be equally wide.
        ///
        /// # Panics
        /// If there are fewer than two, one is not finite, or they do not rise.
        pub set_edges, with_edges(self, edges: impl Column) {
            let mut given = Vec::new();
            edges.copy_to(&mut given);
            let rise = given.windows(2).all(|pair| pair[0] < pair[1]) && given.iter().all(|v| v.is_finite());
            assert!(given.len() >= 2 && rise, "these are no edges of bins: give two or more, each larger than the one before");
            self.given = Some(given);
            self.count();
        }

        /// Sets from where to where the bins reach; what lies outside is left out. Default: all values lie within.
        ///
        /// # Panics
        /// If an end is not finite, or `from` is not below `to`.
        pub set_range, range(self, from: impl Number, to: impl Number) {
            let (from, to) = (from.to_f64(), to.to_f64());
            assert!(from.is_finite() && to.is_finite() && from < to, "bins cannot reach from {from} to {to}");
            self.range = Some((from, to));
            self.count();
        }

        /// Sets what each value counts. Default: 1.
        ///
        /// # Panics
        /// If there is not one for each value.
        pub set_weights, weights(self, weights: impl Column) {
            same_length(("values", self.data.len()), ("weights", weights.column_len()));
            weights.copy_to(self.weights.renew());
            self.count();
        }

        /// Sets whether heights are densities: the area of all bins is 1. Default: they are counts.
        pub set_density, density(self, density: bool) {
            self.density = density;
            self.count();
        } -> get_density: bool { self.density }

        /// Sets whether each bin holds what is in those before, too. Default: it does not.
        pub set_cumulative, cumulative(self, cumulative: bool) {
            self.cumulative = cumulative;
            self.count();
        } -> get_cumulative: bool { self.cumulative }
    }

    /// Drawn as a line around all bins: matplotlib's `histtype="step"`.
    #[must_use]
    pub fn step(mut self) -> Self {
        self.drawn = Drawn::Line;
        self
    }

    /// Drawn as one shape, without borders between bins: matplotlib's `histtype="stepfilled"`.
    #[must_use]
    pub fn step_filled(mut self) -> Self {
        self.drawn = Drawn::Filled;
        self
    }

    fn count(&mut self) {
        let edges = match &self.given {
            Some(edges) => edges.clone(),
            None => bin_edges(&self.data, self.range, self.rule),
        };
        let mut counts = binned(&self.data, &self.weights, &edges);
        let all: f64 = counts.iter().sum();
        let mut before = 0.0;
        for (i, count) in counts.iter_mut().enumerate() {
            let width = edges[i + 1] - edges[i];
            if self.density && all != 0.0 && width > 0.0 {
                *count /= if self.cumulative { all } else { all * width };
            }
            if self.cumulative {
                before += *count;
                *count = before;
            }
        }
        self.stairs.set_data(counts, edges);
    }

    fn pen(&self) -> Pen {
        let edge = self.look.edge.unwrap_or(self.look.face());
        Pen::new(edge, self.look.linewidth).dashes(self.look.linestyle.clone())
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

shape_setters!(Histogram, self);

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
        self.stairs.bounds()
    }

    fn take_color(&mut self, cycle: &mut ColorCycle) {
        if self.look.face.is_none() {
            self.look.face = Some(cycle.next_line());
        }
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        if self.drawn != Drawn::Bars {
            let (corners, filled) = (self.stairs.corners(), self.drawn == Drawn::Filled);
            if filled {
                paint_stairs(painter, &corners, true, &Pen::new(self.look.face(), 0.0));
            }
            if !filled || self.look.edge.is_some() {
                paint_stairs(painter, &corners, false, &self.pen());
            }
            return;
        }
        let mut rects = Vec::with_capacity(self.counts().len());
        for (i, count) in self.counts().iter().enumerate().filter(|(_, count)| **count != 0.0) {
            let (from, to) = (self.edges()[i], self.edges()[i + 1]);
            let sides = [painter.x_clipped(from), painter.x_clipped(to)];
            let (top, foot) = (painter.y_clipped(*count), painter.y_clipped(0.0));
            let kept = painter.snapped(Rect::new(sides[0], top, sides[1], foot));
            rects.push(Rect::new(kept.x0, top, kept.x1, foot));
        }
        painter.boxes(&rects, &self.look);
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        match self.drawn {
            Drawn::Line => Some(LegendHandle { edge: Some(self.pen()), ..LegendHandle::new() }),
            _ => Some(self.look.handle()),
        }
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        for (i, count) in self.counts().iter().enumerate() {
            let (a, b) = (projection.point(self.edges()[i], 0.0), projection.point(self.edges()[i + 1], *count));
            out.rect(Rect::new(a.x.min(b.x), a.y.min(b.y), a.x.max(b.x), a.y.max(b.y)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heights_are_what_was_asked_for() {
        let data = [0.0, 0.5, 1.0, 1.5, 3.0];
        let counts = |histogram: Histogram| histogram.counts().to_vec();
        assert_eq!(counts(Histogram::new(data).bins(3)), [2.0, 2.0, 1.0]);
        assert_eq!(counts(Histogram::new(data).bins(3).density(true)), [0.4, 0.4, 0.2]);
        assert_eq!(counts(Histogram::new(data).bins(3).cumulative(true)), [2.0, 4.0, 5.0]);
        let whole = counts(Histogram::new(data).bins(3).cumulative(true).density(true));
        assert!((whole[2] - 1.0).abs() < 1e-12);
        assert_eq!(counts(Histogram::new(data).with_edges([0.0, 1.0, 5.0])), [2.0, 3.0]);
        assert_eq!(counts(Histogram::new(data).bins(2).range(0.0, 2.0)), [2.0, 2.0]);
        assert_eq!(counts(Histogram::new(data).bins(1).weights([1.0, 1.0, 1.0, 1.0, 0.5])), [4.5]);
        assert_eq!(counts(Histogram::new([] as [f64; 0]).bins(2)), [0.0, 0.0]);
    }
}
