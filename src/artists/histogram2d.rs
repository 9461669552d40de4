//! How often pairs of values fall into cells: matplotlib's `hist2d`.

use crate::artist::mapped::color_setters;
use crate::artist::{Artist, Bounds, ColorScale, Common, Painter, properties};
use crate::artists::Mesh;
use crate::artists::mesh::seen;
use crate::data::{BinRule, Column, GridData, Number, Shared, bin_edges, bin_of, bin_range, given_edges, same_length};
use crate::figure::{Axes, Key};
use crate::geom::Limits;
use crate::style::Mapping;

/// How often pairs of values fall into cells, as colours: matplotlib's `hist2d`.
///
/// Ten bins along each axis from the smallest to the largest value, unless it is told otherwise; each begins at its lower edge, and the last
/// holds its upper one, too. A pair with a number that is not finite is left out. Other data does not change the colour limits, and other bins do.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let hist = fig[ax].add(Histogram2d::new([0.0, 1.0, 1.0, 4.0], [0.0, 0.5, 2.0, 2.0]).bins(2));
/// assert_eq!(fig[hist].xedges(), [0.0, 2.0, 4.0]);
/// assert_eq!(fig[hist].counts().values, grabframe::Values::Scalar(vec![2.0, 0.0, 1.0, 1.0])); // from the lowest row
/// fig.colorbar(hist);
/// fig[hist].set_data([1.0, 2.0, 3.0], [0.0, 1.0, 2.0]); // in a loop
/// ```
#[derive(Clone, Debug)]
pub struct Histogram2d {
    common: Common,
    x: Shared<Vec<f64>>,
    y: Shared<Vec<f64>>,
    weights: Shared<Vec<f64>>,
    /// Whether there were weights before: others are then other data.
    weighted: bool,
    along_x: Binned,
    along_y: Binned,
    density: bool,
    least: Option<f64>,
    most: Option<f64>,
    edges: (Vec<f64>, Vec<f64>),
    /// What is seen.
    mesh: Mesh,
    /// Whether a pair fell into a cell.
    any: bool,
    mapping: Mapping,
}

/// The bins along an axis.
#[derive(Clone, Debug)]
struct Binned {
    count: usize,
    range: Option<(f64, f64)>,
    /// Edges that were given.
    given: Option<Vec<f64>>,
}

impl Binned {
    const TEN: Self = Self { count: 10, range: None, given: None };

    /// The edges for values from `seen.lo` to `seen.hi`.
    fn edges(&self, seen: Limits) -> Vec<f64> {
        match &self.given {
            Some(edges) => edges.clone(),
            None => bin_edges(&[seen.lo, seen.hi], false, self.range, BinRule::Count(self.count)),
        }
    }
}

impl Histogram2d {
    /// Of these pairs.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[must_use]
    #[track_caller]
    pub fn new(x: impl Column, y: impl Column) -> Self {
        let mut histogram = Self {
            common: Common::new(),
            x: Shared::default(),
            y: Shared::default(),
            weights: Shared::default(),
            weighted: false,
            along_x: Binned::TEN,
            along_y: Binned::TEN,
            density: false,
            least: None,
            most: None,
            edges: (Vec::new(), Vec::new()),
            mesh: Mesh::new((0, 0, [0.0; 0])),
            any: false,
            mapping: Mapping::new(),
        };
        histogram.set_data(x, y);
        histogram
    }

    /// Replaces the pairs. Bins are chosen anew, unless their edges or their range were given. Weights are forgotten.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[track_caller]
    pub fn set_data(&mut self, x: impl Column, y: impl Column) -> &mut Self {
        same_length(("x", x.column_len()), ("y", y.column_len()));
        self.x.take(&x);
        self.y.take(&y);
        if !self.weights.is_empty() {
            self.weights.renew().clear();
        }
        self.count();
        self
    }

    /// How many pairs there are in each cell, or what was made of that: a row for each bin along y, the lowest first. NaN is not drawn.
    #[must_use]
    pub fn counts(&self) -> &GridData {
        self.mesh.values()
    }

    /// The edges of the bins along x, one more than there are bins.
    #[must_use]
    pub fn xedges(&self) -> &[f64] {
        &self.edges.0
    }

    /// The edges of the bins along y, one more than there are bins.
    #[must_use]
    pub fn yedges(&self) -> &[f64] {
        &self.edges.1
    }

    properties! {
        /// Sets how many bins there are along each axis, all equally wide. Default: 10.
        ///
        /// # Panics
        /// If there is none, or more than 4096.
        pub set_bins, bins(self, bins: usize) { self.choose(bins, bins); }

        /// Sets how many bins there are along x and along y.
        ///
        /// # Panics
        /// If there is none, or more than 4096.
        pub set_bins_xy, bins_xy(self, x: usize, y: usize) { self.choose(x, y); }

        /// Sets the edges of the bins along x and along y, which need not be equally wide.
        ///
        /// # Panics
        /// If there are fewer than two, one is not finite, or they do not rise.
        pub set_edges, with_edges(self, x: impl Column, y: impl Column) {
            (self.along_x.given, self.along_y.given) = (Some(given_edges(&x)), Some(given_edges(&y)));
            self.recount();
        }

        /// Sets from where to where the bins along x reach; what lies outside is left out. Default: all values lie within.
        ///
        /// # Panics
        /// If an end is not finite, or `from` is not below `to`.
        pub set_xrange, xrange(self, from: impl Number, to: impl Number) {
            self.along_x.range = Some(bin_range(from.to_f64(), to.to_f64()));
            self.recount();
        }

        /// Sets from where to where the bins along y reach; what lies outside is left out. Default: all values lie within.
        ///
        /// # Panics
        /// If an end is not finite, or `from` is not below `to`.
        pub set_yrange, yrange(self, from: impl Number, to: impl Number) {
            self.along_y.range = Some(bin_range(from.to_f64(), to.to_f64()));
            self.recount();
        }

        /// Sets what each pair counts. Default: 1.
        ///
        /// # Panics
        /// If there is not one for each pair.
        pub set_weights, weights(self, weights: impl Column) {
            same_length(("x", self.x.len()), ("weights", weights.column_len()));
            weights.copy_to(self.weights.renew());
            self.weigh();
        }

        /// Sets whether values are densities: over all cells they add up to 1, times their areas. Default: they are counts.
        pub set_density, density(self, density: bool) {
            self.density = density;
            self.recount();
        } -> get_density: bool { self.density }

        /// Sets the least value that is drawn: 1 leaves empty cells out. Default: all are drawn.
        ///
        /// # Panics
        /// If it is NaN.
        pub set_cmin, cmin(self, least: impl Number) {
            self.least = Some(bound(least.to_f64()));
            self.recount();
        } -> get_cmin: Option<f64> { self.least }

        /// Sets the largest value that is drawn. Default: all are drawn.
        ///
        /// # Panics
        /// If it is NaN.
        pub set_cmax, cmax(self, most: impl Number) {
            self.most = Some(bound(most.to_f64()));
            self.recount();
        } -> get_cmax: Option<f64> { self.most }
    }

    /// Replaces the pairs and what each counts: [`set_data`](Histogram2d::set_data) and [`set_weights`](Histogram2d::set_weights) in one, which
    /// counts once.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[track_caller]
    pub fn set_weighted(&mut self, x: impl Column, y: impl Column, weights: impl Column) -> &mut Self {
        same_length(("x", x.column_len()), ("y", y.column_len()));
        same_length(("x", x.column_len()), ("weights", weights.column_len()));
        self.x.take(&x);
        self.y.take(&y);
        weights.copy_to(self.weights.renew());
        self.weigh();
        self
    }

    /// There are other weights: other data, but for the first, which make counts something else.
    fn weigh(&mut self) {
        let known = self.weighted || self.weights.is_empty();
        self.weighted |= !self.weights.is_empty();
        if known { self.count() } else { self.recount() }
    }

    #[track_caller]
    fn choose(&mut self, x: usize, y: usize) {
        for (binned, bins) in [(&mut self.along_x, x), (&mut self.along_y, y)] {
            assert!((1..=4096).contains(&bins), "there cannot be {bins} bins along an axis; give 1 to 4096");
            (binned.count, binned.given) = (bins, None);
        }
        self.recount();
    }

    /// Counts what is to be counted in another way, so that the colour limits are others.
    fn recount(&mut self) {
        self.count();
        let shown = self.shown();
        self.mapping.find(shown);
    }

    /// What colour limits are found in: nothing until a pair fell into a cell.
    fn shown(&self) -> Vec<f64> {
        if self.any { seen(self.mesh.values()).collect() } else { Vec::new() }
    }

    fn count(&mut self) {
        let (x, y) = (&*self.x, &*self.y);
        let pairs = || x.iter().copied().zip(y.iter().copied()).enumerate();
        let counts = |(x, y): (f64, f64)| x.is_finite() && y.is_finite();
        let (mut along_x, mut along_y) = (Limits::EMPTY, Limits::EMPTY);
        for (_, pair) in pairs() {
            if counts(pair) {
                along_x = Limits::new(along_x.lo.min(pair.0), along_x.hi.max(pair.0));
                along_y = Limits::new(along_y.lo.min(pair.1), along_y.hi.max(pair.1));
            }
        }
        let (x_edges, y_edges) = (self.along_x.edges(along_x), self.along_y.edges(along_y));
        let (cols, rows) = (x_edges.len() - 1, y_edges.len() - 1);
        let (mut counts_of, mut all, mut any) = (vec![0.0; rows * cols], 0.0, false);
        for (i, pair) in pairs() {
            if !counts(pair) {
                continue;
            }
            if let (Some(col), Some(row)) = (bin_of(&x_edges, pair.0), bin_of(&y_edges, pair.1)) {
                let weight = self.weights.get(i).copied().unwrap_or(1.0);
                counts_of[row * cols + col] += weight;
                all += weight;
                any = true;
            }
        }
        self.any = any;
        for (at, count) in counts_of.iter_mut().enumerate() {
            let (row, col) = (at / cols, at % cols);
            let area = (x_edges[col + 1] - x_edges[col]) * (y_edges[row + 1] - y_edges[row]);
            if self.density && all != 0.0 && area > 0.0 {
                *count = *count / area / all;
            }
            if self.least.is_some_and(|least| *count < least) || self.most.is_some_and(|most| *count > most) {
                *count = f64::NAN;
            }
        }
        self.mesh = Mesh::on(&x_edges, &y_edges, (rows, cols, counts_of));
        self.edges = (x_edges, y_edges);
        self.see();
    }
}

#[track_caller]
fn bound(value: f64) -> f64 {
    assert!(!value.is_nan(), "no count can be compared with NaN");
    value
}

color_setters!(Histogram2d, self, self.shown());

impl Axes {
    /// Adds a histogram of pairs: `add(Histogram2d::new(x, y))`.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[track_caller]
    pub fn hist2d(&mut self, x: impl Column, y: impl Column) -> Key<Histogram2d> {
        self.add(Histogram2d::new(x, y))
    }
}

impl Artist for Histogram2d {
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
        self.mesh.bounds().dates(self.x.are_dates(), self.y.are_dates())
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        self.mesh.paint_with(painter, &self.mapping);
    }

    fn color_scale(&self) -> Option<ColorScale> {
        Some(self.mapping.scale())
    }
}
