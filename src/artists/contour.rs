//! Level lines and the bands between them: matplotlib's `contour` and `contourf`.

use crate::artist::common::length;
use crate::artist::mapped::color_setters;
use crate::artist::{Artist, Bounds, ColorScale, Common, LegendHandle, Obstacles, Painter, properties};
use crate::axis::{contour_levels, log_contour_levels};
use crate::data::{Column, Field, Grid, GridData, Number, Runs, Shared, Trace, Values};
use crate::figure::{Axes, Key};
use crate::geom::{Extent, Limits, Path, Point};
use crate::project::Projection;
use crate::style::{Color, FillRule, IntoColor, LineStyle, Mapping, Norm, Pen, theme};

/// Lines along levels of a grid of values, or the bands between them, filled: matplotlib's `contour` and `contourf`.
///
/// Levels are chosen at round numbers (with [`Norm::Log`] at powers of ten), about seven of them, anew for each grid, unless they are given. Values are joined by straight lines along the
/// sides of cells. A value that is not finite is a hole. Lines of one colour are dashed where their level is negative.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// use grabframe::Contour;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let hill = [[0.0, 1.0, 0.0], [1.0, 3.0, 1.0], [0.0, 1.0, 0.0]];
/// let bands = fig[ax].add(Contour::on([0, 1, 2], [0, 1, 2], &hill).at([0.0, 1.0, 2.0, 3.0]).filled());
/// let lines = fig[ax].add(Contour::on([0, 1, 2], [0, 1, 2], &hill).at([1.0, 2.0]).color("k"));
/// fig.colorbar(bands);
/// fig[bands].set_data(&[[0.0, 1.0, 1.0], [1.0, 2.5, 1.0], [0.5, 1.0, 0.0]]);
/// assert_eq!(fig[lines].levels_at(), [1.0, 2.0]);
/// ```
#[derive(Clone, Debug)]
pub struct Contour {
    common: Common,
    grid: Shared<GridData>,
    x: Shared<Vec<f64>>,
    y: Shared<Vec<f64>>,
    /// About so many levels, or these.
    wanted: usize,
    given: Option<Vec<f64>>,
    levels: Vec<f64>,
    filled: bool,
    mapping: Mapping,
    colors: Vec<Color>,
    linewidth: f32,
    linestyle: Option<LineStyle>,
    /// One for each level.
    traces: Shared<Vec<Runs>>,
    extent: (Extent, Extent),
}

impl Contour {
    /// Of values whose places are their column and their row.
    ///
    /// # Panics
    /// If it is a grid of colours, or rows have different lengths.
    #[must_use]
    #[track_caller]
    pub fn new(z: impl Grid) -> Self {
        let mut contour = Self::empty();
        contour.take(z);
        let (rows, cols) = (contour.grid.rows, contour.grid.cols);
        (0..cols).copy_to(contour.x.renew());
        (0..rows).copy_to(contour.y.renew());
        contour.trace();
        contour
    }

    /// Of values at these places along x and along y: one for each column and each row.
    ///
    /// # Panics
    /// If there are not as many places as columns and rows, or it is a grid of colours.
    #[must_use]
    #[track_caller]
    pub fn on(x: impl Column, y: impl Column, z: impl Grid) -> Self {
        let mut contour = Self::empty();
        contour.take(z);
        let (rows, cols) = (contour.grid.rows, contour.grid.cols);
        let (nx, ny) = (x.column_len(), y.column_len());
        assert!((ny, nx) == (rows, cols), "{nx} places along x and {ny} along y do not fit {rows} x {cols} values");
        x.copy_to(contour.x.renew());
        y.copy_to(contour.y.renew());
        contour.trace();
        contour
    }

    fn empty() -> Self {
        Self {
            common: Common::new(),
            grid: Shared::default(),
            x: Shared::default(),
            y: Shared::default(),
            wanted: 7,
            given: None,
            levels: Vec::new(),
            filled: false,
            mapping: Mapping::new(),
            colors: Vec::new(),
            linewidth: theme::LINE_WIDTH,
            linestyle: None,
            traces: Shared::default(),
            extent: (Extent::EMPTY, Extent::EMPTY),
        }
    }

    #[track_caller]
    fn take(&mut self, z: impl Grid) {
        z.read_into(self.grid.renew());
        assert!(matches!(self.grid.values, Values::Scalar(_)), "a grid of colours has no levels");
    }

    /// Replaces the values; their places stay.
    ///
    /// # Panics
    /// If there are not as many rows and columns as before.
    #[track_caller]
    pub fn set_data(&mut self, z: impl Grid) -> &mut Self {
        let (rows, cols) = (self.grid.rows, self.grid.cols);
        self.take(z);
        let now = (self.grid.rows, self.grid.cols);
        assert!((rows, cols) == now, "there were {rows} x {cols} values, and not {} x {}", now.0, now.1);
        self.trace();
        self
    }

    /// The levels.
    #[must_use]
    pub fn levels_at(&self) -> &[f64] {
        &self.levels
    }

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
            let rise = given.windows(2).all(|pair| pair[0] < pair[1]) && given.iter().all(|v| v.is_finite());
            assert!(rise, "levels must be finite and rise, not {given:?}");
            self.given = Some(given);
            self.choose();
        }

        /// Sets whether what is between two levels is filled. Default: there is a line along each.
        pub set_fill, fill(self, filled: bool) {
            self.filled = filled;
            self.trace();
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
            self.colors.clear();
            for color in colors {
                self.colors.push(color.into_color());
            }
            assert!(!self.colors.is_empty(), "there must be a colour at least");
        } -> get_colors: &[Color] { &self.colors }

        /// Sets the width of the lines, in points. Default: 1.5.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_linewidth, linewidth(self, points: impl Number) { self.linewidth = length(points.to_f64(), "line width"); }
            -> get_linewidth: f32 { self.linewidth }

        /// Sets the style of the lines. Default: solid, but dashed along negative levels where all lines have one colour.
        ///
        /// # Panics
        /// If a string names no style.
        pub set_linestyle, linestyle(self, style: impl crate::style::IntoLineStyle) {
            self.linestyle = Some(style.into_linestyle());
        } -> get_linestyle: Option<&LineStyle> { self.linestyle.as_ref() }
    }

    /// Filled between the levels: matplotlib's `contourf`.
    #[must_use]
    pub fn filled(mut self) -> Self {
        self.set_fill(true);
        self
    }

    /// Finds levels, and lines or regions.
    fn trace(&mut self) {
        let Values::Scalar(z) = &self.grid.values else { return };
        let seen = Limits::of(z.iter().copied().filter(|v| v.is_finite()));
        self.levels = match &self.given {
            Some(given) => given.clone(),
            None if *self.mapping.norm() == Norm::Log => {
                let positive = Limits::of(z.iter().copied().filter(|v| v.is_finite() && *v > 0.0));
                log_contour_levels(positive, self.wanted)
            }
            None => contour_levels(seen, self.wanted),
        };
        let field = Field { rows: self.grid.rows, cols: self.grid.cols, z, x: &self.x, y: &self.y };
        let what = if self.filled { Trace::Regions } else { Trace::Lines };
        let mut traces = Vec::with_capacity(self.levels.len());
        for level in &self.levels {
            traces.push(field.trace(*level, what));
        }
        *self.traces.renew() = traces;
        let reach = |places: &[f64]| Extent::of(places.iter().copied()).sticky();
        let none = self.grid.rows < 2 || self.grid.cols < 2;
        self.extent = if none { (Extent::EMPTY, Extent::EMPTY) } else { (reach(&self.x), reach(&self.y)) };
        self.see();
    }

    /// Finds levels, and colours for them.
    fn choose(&mut self) {
        self.trace();
        self.mapping.find(self.levels.iter().copied());
    }

    /// The colour of line `k`, or of the band above level `k`.
    fn color_of(&self, k: usize) -> Color {
        if let Some(color) = self.colors.get(k % self.colors.len().max(1)) {
            return *color;
        }
        let level = self.levels.get(k).copied().unwrap_or(f64::NAN);
        match self.levels.get(k + 1).filter(|_| self.filled) {
            Some(above) => self.mapping.scale().between(level, *above),
            None => self.mapping.colors()(level),
        }
    }

    fn pen(&self, k: usize) -> Pen {
        let dashed = self.colors.len() == 1 && self.levels.get(k).is_some_and(|level| *level < 0.0);
        let style = self.linestyle.clone().unwrap_or(if dashed { LineStyle::Dashed } else { LineStyle::Solid });
        Pen::new(self.color_of(k), self.linewidth).dashes(style)
    }
}

/// Adds loops to a path, in pixels, as they are or the other way round.
fn add_loops(path: &mut Path, runs: &Runs, painter: &Painter<'_>, backward: bool) {
    let mut points = Vec::new();
    for (x, y, _) in runs.each() {
        points.clear();
        for (x, y) in x.iter().zip(y) {
            points.push(Point::new(painter.x_clipped(*x), painter.y_clipped(*y)));
        }
        if backward {
            points.reverse();
        }
        path.polygon(&points);
    }
}

color_setters!(Contour, self, self.levels.iter().copied(), choose);

impl Axes {
    /// Adds lines along levels: `add(Contour::on(x, y, z))`.
    ///
    /// # Panics
    /// As [`Contour::on`].
    #[track_caller]
    pub fn contour(&mut self, x: impl Column, y: impl Column, z: impl Grid) -> Key<Contour> {
        self.add(Contour::on(x, y, z))
    }

    /// Adds bands between levels: `add(Contour::on(x, y, z).filled())`.
    ///
    /// # Panics
    /// As [`Contour::on`].
    #[track_caller]
    pub fn contourf(&mut self, x: impl Column, y: impl Column, z: impl Grid) -> Key<Contour> {
        self.add(Contour::on(x, y, z).filled())
    }
}

impl Artist for Contour {
    fn common(&self) -> &Common {
        &self.common
    }

    fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }

    fn default_zorder(&self) -> f64 {
        if self.filled { 1.0 } else { 2.0 }
    }

    fn bounds(&self) -> Bounds {
        Bounds::new(self.extent.0, self.extent.1)
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        if !self.filled {
            for (k, runs) in self.traces.iter().enumerate() {
                let pen = self.pen(k);
                let (mut x, mut y) = (Vec::with_capacity(runs.x.len()), Vec::with_capacity(runs.y.len()));
                for (xs, ys, closed) in runs.each() {
                    for (all, part) in [(&mut x, xs), (&mut y, ys)] {
                        all.extend_from_slice(part);
                        all.extend(part.first().filter(|_| closed));
                        all.push(f64::NAN);
                    }
                }
                painter.line(&x, &y, pen.color, pen.width, &pen.style);
            }
            return;
        }
        let Some(top) = self.traces.last() else { return };
        // Opaque bands are laid one over the other, so that nothing shows between them; of others each ends where the next begins.
        let opaque = self.common.alpha == 1.0 && (1..self.levels.len()).all(|k| self.color_of(k - 1).a == 255);
        for k in 1..self.levels.len() {
            let mut path = Path::new();
            add_loops(&mut path, &self.traces[k - 1], painter, false);
            add_loops(&mut path, if opaque { top } else { &self.traces[k] }, painter, true);
            painter.fill_path(&path, FillRule::NonZero, self.color_of(k - 1));
        }
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        let middle = self.levels.len() / 2;
        let mut handle = LegendHandle::new();
        if self.filled {
            handle.face = Some(self.color_of(middle.saturating_sub(1)));
        } else {
            handle.line = Some(self.pen(middle));
        }
        Some(handle)
    }

    fn color_scale(&self) -> Option<ColorScale> {
        let mut scale = self.mapping.scale();
        if self.filled {
            scale.bands.clone_from(&self.levels);
        }
        Some(scale)
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        if !self.filled {
            for runs in self.traces.iter() {
                for (x, y, _) in runs.each() {
                    out.line(projection, x, y);
                }
            }
        }
    }
}
