//! How often points fall into hexagons: matplotlib's `hexbin`.

mod paint;
mod setters;

use crate::artist::mapped::color_setters;
use crate::artist::{Artist, Bounds, ColorScale, Common, Obstacles, Painter};
use crate::artists::hexagons::{Lattices, reach};
use crate::artists::reduction::Reduction;
use crate::data::{Column, Shared, same_length};
use crate::figure::{Axes, Key};
use crate::geom::Extent;
use crate::project::Projection;
use crate::style::{Color, Mapping, theme};

/// How often points fall into hexagons, or what is made of their values there, as colours: matplotlib's `hexbin`.
///
/// A hundred hexagons lie side by side along x, and so many along y that they are regular in square axes. A point that is not finite is left out.
/// With [`norm`](Hexbin::norm)`("log")`, matplotlib's `bins="log"`, those without a point are not drawn. Other data does not change the
/// colour limits, and another grid does.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let hexagons = fig[ax].add(Hexbin::new([0.0, 0.05, 1.0], [0.0, 0.05, 1.0]).gridsize(4).mincnt(1));
/// assert_eq!(fig[hexagons].counts(), [2.0, 1.0]);
/// fig.colorbar(hexagons);
/// fig[hexagons].set_data([0.5, 0.6, 1.0], [0.0, 0.1, 1.0]); // in a loop
/// ```
#[derive(Clone, Debug)]
pub struct Hexbin {
    common: Common,
    x: Shared<Vec<f64>>,
    y: Shared<Vec<f64>>,
    values: Shared<Vec<f64>>,
    /// Whether there were values before: others are then other data.
    valued: bool,
    grid: (usize, usize),
    /// Given limits along x and y.
    range: Option<[f64; 4]>,
    least: Option<usize>,
    reduction: Reduction,
    log: (bool, bool),
    found: Shared<Hexagons>,
    extent: (Extent, Extent),
    edge: Option<Color>,
    linewidth: f32,
    mapping: Mapping,
}

/// Those that are drawn: their middles, and what they show.
#[derive(Clone, Debug, Default)]
struct Hexagons {
    x: Vec<f64>,
    y: Vec<f64>,
    values: Vec<f64>,
    /// Half of their width, and a third of the height of a row.
    half: f64,
    third: f64,
    /// Whether a point fell into one.
    any: bool,
}

impl Hexbin {
    /// Of these points.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[must_use]
    #[track_caller]
    pub fn new(x: impl Column, y: impl Column) -> Self {
        let mut hexbin = Self {
            common: Common::new(),
            x: Shared::default(),
            y: Shared::default(),
            values: Shared::default(),
            valued: false,
            grid: (100, 57),
            range: None,
            least: None,
            reduction: Reduction::Mean,
            log: (false, false),
            found: Shared::default(),
            extent: (Extent::EMPTY, Extent::EMPTY),
            edge: None,
            linewidth: theme::PATCH_EDGE_WIDTH,
            mapping: Mapping::new(),
        };
        hexbin.set_data(x, y);
        hexbin
    }

    /// Replaces the points. Values are forgotten.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[track_caller]
    pub fn set_data(&mut self, x: impl Column, y: impl Column) -> &mut Self {
        same_length(("x", x.column_len()), ("y", y.column_len()));
        self.x.take(&x);
        self.y.take(&y);
        if !self.values.is_empty() {
            self.values.renew().clear();
        }
        self.count();
        self
    }

    /// What each hexagon that is drawn shows: how many points there are in it, or what was made of their values. Those whose middles are on the
    /// lower border come first, column by column, and then those between.
    #[must_use]
    pub fn counts(&self) -> &[f64] {
        &self.found.values
    }

    /// The middles of the hexagons that are drawn, along x and along y (of logarithms, where these were asked for).
    #[must_use]
    pub fn middles(&self) -> (&[f64], &[f64]) {
        (&self.found.x, &self.found.y)
    }

    /// Counts what is to be counted in another way, so that the colour limits are others.
    fn recount(&mut self) {
        self.count();
        let shown = self.shown();
        self.mapping.find(shown);
    }

    /// What colour limits are found in: nothing until a point fell into a hexagon.
    fn shown(&self) -> Vec<f64> {
        if self.found.any { self.found.values.clone() } else { Vec::new() }
    }

    /// The points that count, as they are laid on the grid, and their values.
    fn points(&self) -> [Vec<f64>; 3] {
        let mut points = [Vec::new(), Vec::new(), Vec::new()];
        for (i, (&x, &y)) in self.x.iter().zip(self.y.iter()).enumerate() {
            let laid = |v: f64, log| if log { libm::log10(v) } else { v };
            let point = [laid(x, self.log.0), laid(y, self.log.1), self.values.get(i).copied().unwrap_or(0.0)];
            if point.iter().all(|v| v.is_finite()) {
                for (list, v) in points.iter_mut().zip(point) {
                    list.push(v);
                }
            }
        }
        points
    }

    fn count(&mut self) {
        let [xs, ys, mut values] = self.points();
        let (x0, x1, y0, y1) = match self.range {
            Some([x0, x1, y0, y1]) => (x0, x1, y0, y1),
            None => {
                let ((x0, x1), (y0, y1)) = (reach(&xs), reach(&ys));
                (x0, x1, y0, y1)
            }
        };
        let lattices = Lattices::new([x0, x1, y0, y1], self.grid);
        // which hexagon has which points: those of hexagon i are from starts[i] to starts[i + 1]
        let mut at = Vec::with_capacity(xs.len());
        let mut starts = vec![0_u32; lattices.count() + 1];
        for (x, y) in xs.iter().zip(&ys) {
            let hexagon = lattices.nearest(*x, *y);
            at.push(hexagon);
            if let Some(hexagon) = hexagon {
                starts[hexagon + 1] += 1;
            }
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let valued = !self.values.is_empty();
        if valued {
            let (mut next, mut sorted) = (starts.clone(), vec![0.0; starts[lattices.count()] as usize]);
            for (hexagon, value) in at.iter().zip(&values) {
                if let Some(hexagon) = hexagon {
                    sorted[next[*hexagon] as usize] = *value;
                    next[*hexagon] += 1;
                }
            }
            values = sorted;
        }
        let found = self.found.renew();
        (found.half, found.third) = (lattices.width / 2.0, lattices.height / 3.0);
        found.any = starts[lattices.count()] > 0;
        found.x.clear();
        found.y.clear();
        found.values.clear();
        let least = self.least.unwrap_or(usize::from(valued));
        // a grid of which nobody knows where it lies has no hexagons
        let hexagons = if self.x.is_empty() && self.range.is_none() { 0 } else { lattices.count() };
        for i in 0..hexagons {
            let (from, to) = (starts[i] as usize, starts[i + 1] as usize);
            if to - from >= least {
                let value = if !valued {
                    (to - from) as f64
                } else if to == from {
                    f64::NAN
                } else {
                    self.reduction.of(&mut values[from..to])
                };
                let (x, y) = lattices.middle(i);
                found.x.push(x);
                found.y.push(y);
                found.values.push(value);
            }
        }
        let ends = |lo: f64, hi: f64, log| if log { [libm::exp10(lo), libm::exp10(hi)] } else { [lo, hi] };
        // the grid, whatever is drawn of it
        self.extent = if self.x.is_empty() && self.range.is_none() {
            (Extent::EMPTY, Extent::EMPTY)
        } else {
            (Extent::of(ends(x0, x1, self.log.0)), Extent::of(ends(y0, y1, self.log.1)))
        };
        self.see();
    }
}

color_setters!(Hexbin, self, self.shown());

impl Axes {
    /// Adds hexagons with the number of points in them: `add(Hexbin::new(x, y))`.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[track_caller]
    pub fn hexbin(&mut self, x: impl Column, y: impl Column) -> Key<Hexbin> {
        self.add(Hexbin::new(x, y))
    }
}

impl Artist for Hexbin {
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
        Bounds::new(self.extent.0, self.extent.1).dates(self.x.are_dates(), self.y.are_dates())
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        self.paint_hexagons(painter);
    }

    fn color_scale(&self) -> Option<ColorScale> {
        Some(self.mapping.scale())
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        if self.log == (false, false) {
            out.points(projection, &self.found.x, &self.found.y);
        }
    }
}
