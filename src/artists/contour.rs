//! Level lines and the bands between them: matplotlib's `contour` and `contourf`, `tricontour` and `tricontourf`.

mod labels;
mod levels;
mod paint;
mod setters;

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use crate::artist::mapped::color_setters;
use crate::artist::shape::{Hatching, hatch_setters};
use crate::artist::{Artist, Bounds, ColorScale, Common, LegendHandle, Obstacles, Painter};
use crate::artists::TriMesh;
use crate::data::{Column, Grid, GridData, Runs, Shared, Triangles, Values, same_length};
use crate::figure::{Axes, Key};
use crate::geom::Extent;
use crate::project::Projection;
use crate::style::{Color, Colormap, Hatch, LineStyle, Mapping, Norm, NumberFormat, Pen, Role, Theme, theme};

/// Lines along levels of values, or the bands between them, filled: matplotlib's `contour` and `contourf`, and on triangles its
/// `tricontour` and `tricontourf`.
///
/// Levels are chosen at round numbers (with [`Norm::Log`] at powers of ten), about seven of them, anew for each grid, unless they are
/// given. Values are joined by straight lines along the sides of cells. What has a level's value is in the band below it, but for the
/// lowest values, which are in the lowest band where that begins with them. A value that is not finite is a hole. Lines of one colour are
/// dashed where their level is negative.
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
/// let lines = fig[ax].add(Contour::on([0, 1, 2], [0, 1, 2], &hill).at([1.0, 2.0]).color("k").labels(true));
/// fig.colorbar(bands);
/// fig[bands].set_data(&[[0.0, 1.0, 1.0], [1.0, 2.5, 1.0], [0.5, 1.0, 0.0]]);
/// assert_eq!(fig[lines].levels_at(), [1.0, 2.0]);
/// ```
#[derive(Clone, Debug)]
pub struct Contour {
    common: Common,
    /// Values on a grid, or in one row those at the points of triangles.
    grid: Shared<GridData>,
    x: Shared<Vec<f64>>,
    y: Shared<Vec<f64>>,
    triangles: Option<Shared<Triangles>>,
    /// About so many levels, or these.
    wanted: usize,
    given: Option<Vec<f64>>,
    levels: Vec<f64>,
    filled: bool,
    mapping: Mapping,
    colors: Vec<Color>,
    linewidth: f32,
    linestyle: Option<LineStyle>,
    hatching: Hatching,
    labels: bool,
    labels_format: Option<NumberFormat>,
    labels_fontsize: f32,
    /// One for each level, found when they are first asked for: what is being built would be traced several times. Others take their place
    /// with other data, so that nothing depends on who asks.
    traces: Arc<OnceLock<Vec<Runs>>>,
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
        contour.take(z, None);
        let (rows, cols) = (contour.grid.rows, contour.grid.cols);
        (0..cols).copy_to(contour.x.renew());
        (0..rows).copy_to(contour.y.renew());
        contour.measure();
        contour.renewed();
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
        contour.take(z, None);
        let (rows, cols) = (contour.grid.rows, contour.grid.cols);
        let (nx, ny) = (x.column_len(), y.column_len());
        assert!((ny, nx) == (rows, cols), "{nx} places along x and {ny} along y do not fit {rows} x {cols} values");
        contour.x.take(&x);
        contour.y.take(&y);
        contour.measure();
        contour.renewed();
        contour
    }

    /// Of values at points that lie anywhere, joined by Delaunay's triangles (see [`TriMesh::delaunay`]): matplotlib's `tricontour`.
    ///
    /// ```
    /// # use grabframe::Contour;
    /// let slope = Contour::triangles([0, 1, 0, 1], [0, 0, 1, 1], [0.0, 1.0, 2.0, 3.0]).levels(5);
    /// ```
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[must_use]
    #[track_caller]
    pub fn triangles(x: impl Column, y: impl Column, z: impl Column) -> Self {
        Self::on_mesh(&TriMesh::delaunay(x, y), z)
    }

    /// Of values at the points of triangles, as they are now; those that the mesh leaves out are a hole.
    ///
    /// ```
    /// # use grabframe::{Contour, TriMesh};
    /// let square = TriMesh::new([0, 1, 1, 0], [0, 0, 1, 1], [[0, 1, 2], [0, 2, 3]]);
    /// let bands = Contour::on_mesh(&square, [0.0, 1.0, 2.0, 1.0]).filled();
    /// ```
    ///
    /// # Panics
    /// If there is not a value for each point.
    #[must_use]
    #[track_caller]
    pub fn on_mesh(mesh: &TriMesh, z: impl Column) -> Self {
        let (x, y, triangles) = mesh.parts();
        let points = x.len();
        same_length(("points", points), ("z", z.column_len()));
        let mut contour = Self { x, y, triangles: Some(triangles), ..Self::empty() };
        contour.take((1, points, z), None);
        contour.measure();
        contour.renewed();
        contour
    }

    fn empty() -> Self {
        Self {
            common: Common::new(),
            grid: Shared::default(),
            x: Shared::default(),
            y: Shared::default(),
            triangles: None,
            wanted: 7,
            given: None,
            levels: Vec::new(),
            filled: false,
            mapping: Mapping::new(),
            colors: Vec::new(),
            linewidth: theme::LINE_WIDTH,
            linestyle: None,
            hatching: Hatching::new(),
            labels: false,
            labels_format: None,
            labels_fontsize: theme::FONT_SIZE,
            traces: Arc::default(),
            extent: (Extent::EMPTY, Extent::EMPTY),
        }
    }

    /// Takes values, as many rows and columns as there are if that is `wanted`. What does not fit leaves all as it is.
    #[track_caller]
    fn take(&mut self, z: impl Grid, wanted: Option<(usize, usize)>) {
        let before = self.grid.clone();
        z.read_into(self.grid.renew());
        let (now, numbers) = ((self.grid.rows, self.grid.cols), matches!(self.grid.values, Values::Scalar(_)));
        if !numbers || wanted.is_some_and(|wanted| wanted != now) {
            self.grid = before;
        }
        assert!(numbers, "a grid of colours has no levels");
        if let Some((rows, cols)) = wanted {
            assert!((rows, cols) == now, "there were {rows} x {cols} values, and not {} x {}", now.0, now.1);
        }
    }

    /// Replaces the values; their places stay. On triangles it is [`set_values`](Contour::set_values).
    ///
    /// # Panics
    /// If there are not as many rows and columns as before.
    #[track_caller]
    pub fn set_data(&mut self, z: impl Grid) -> &mut Self {
        let size = (self.grid.rows, self.grid.cols);
        self.take(z, Some(size));
        self.renewed();
        self
    }

    /// Replaces the values at the points of triangles; those of a grid, row after row.
    ///
    /// # Panics
    /// If there are not as many as before.
    #[track_caller]
    pub fn set_values(&mut self, z: impl Column) -> &mut Self {
        let (rows, cols) = (self.grid.rows, self.grid.cols);
        same_length(("values", rows * cols), ("z", z.column_len()));
        self.take((rows, cols, z), None);
        self.renewed();
        self
    }

    /// The levels.
    #[must_use]
    pub fn levels_at(&self) -> &[f64] {
        &self.levels
    }

    /// Filled between the levels: matplotlib's `contourf`.
    #[must_use]
    pub fn filled(mut self) -> Self {
        self.set_fill(true);
        self
    }

    /// How far it reaches, as far as there are cells.
    fn measure(&mut self) {
        let (x, y) = if self.triangles.is_some() {
            Extent::of_points(&self.x, &self.y)
        } else if self.grid.rows < 2 || self.grid.cols < 2 {
            (Extent::EMPTY, Extent::EMPTY)
        } else {
            (Extent::of(self.x.iter().copied()), Extent::of(self.y.iter().copied()))
        };
        self.extent = (x.sticky(), y.sticky());
    }

    /// There are other values.
    fn renewed(&mut self) {
        self.levels = self.found_levels();
        self.traces = Arc::default();
        self.see();
    }

    fn handle(&self, theme: Option<&Theme>) -> LegendHandle {
        let middle = self.levels.len() / 2;
        let mut handle = LegendHandle::new();
        if self.filled {
            let band = middle.saturating_sub(1);
            handle.face = Some(self.color_of(band, theme));
            handle.hatch = self.hatching.of(band);
        } else {
            handle.line = Some(self.pen(middle, theme));
        }
        handle
    }

    /// The colour of line `k`, or of the band above level `k`.
    fn color_of(&self, k: usize, theme: Option<&Theme>) -> Color {
        if let Some(color) = self.colors.get(k % self.colors.len().max(1)) {
            // as in the colorbar, whose map has the same colours
            return color.playing(Role::OWN);
        }
        let level = self.levels.get(k).copied().unwrap_or(f64::NAN);
        let mapping = theme.map_or(Cow::Borrowed(&self.mapping), |theme| self.mapping.in_theme(theme));
        match self.levels.get(k + 1).filter(|_| self.filled) {
            Some(above) => mapping.scale().between(level, *above),
            None => mapping.colors()(level),
        }
    }
}

color_setters!(Contour, self, self.levels.iter().copied(), choose);
hatch_setters!(Contour, self, hatching);

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

    /// Adds lines along levels of values at points that lie anywhere: `add(Contour::triangles(x, y, z))`.
    ///
    /// # Panics
    /// As [`Contour::triangles`].
    #[track_caller]
    pub fn tricontour(&mut self, x: impl Column, y: impl Column, z: impl Column) -> Key<Contour> {
        self.add(Contour::triangles(x, y, z))
    }

    /// Adds bands between levels of values at points that lie anywhere: `add(Contour::triangles(x, y, z).filled())`.
    ///
    /// # Panics
    /// As [`Contour::triangles`].
    #[track_caller]
    pub fn tricontourf(&mut self, x: impl Column, y: impl Column, z: impl Column) -> Key<Contour> {
        self.add(Contour::triangles(x, y, z).filled())
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
        Bounds::new(self.extent.0, self.extent.1).dates(self.x.are_dates(), self.y.are_dates())
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        if self.filled { self.paint_bands(painter) } else { self.paint_lines(painter) }
    }

    fn texts(&self, see: &mut dyn FnMut(&str)) {
        for text in self.label_texts() {
            see(&text);
        }
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        Some(self.handle(None))
    }

    fn paint_handle(&self, painter: &mut Painter<'_>) {
        self.handle(Some(painter.theme())).paint(painter);
    }

    fn color_scale(&self) -> Option<ColorScale> {
        let mut scale = self.mapping.scale();
        if self.filled {
            scale.bands.clone_from(&self.levels);
            for band in 1..self.levels.len() {
                scale.hatches.push(self.hatching.of(band - 1).unwrap_or_else(|| Hatch::new("")));
            }
            if !self.colors.is_empty() && self.levels.len() > 1 {
                let mut colors = Vec::new();
                for k in 0..self.levels.len() - 1 {
                    colors.push(self.color_of(k, None));
                }
                let bins = Norm::boundary(&self.levels);
                scale.limits = bins.widen(scale.limits);
                (scale.cmap, scale.norm) = (Colormap::listed("levels", &colors), bins);
            }
        } else {
            for (k, level) in self.levels.iter().enumerate() {
                scale.lines.push((*level, Pen::new(self.color_of(k, None), self.linewidth)));
            }
        }
        Some(scale)
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        if !self.filled {
            out.levels(projection, self.traces());
        }
    }
}
