//! Cells of any width between values, as colours: matplotlib's `pcolormesh`.

mod cells;

use crate::artist::mapped::color_setters;
use crate::artist::{Artist, Bounds, ColorScale, Common, Painter, properties};
use crate::data::{Column, Grid, GridData, Kind, Shared, Values};
use crate::figure::{Axes, Key};
use crate::geom::{Extent, Point};
use crate::style::{Color, Mapping, NameOr, named};
use cells::Places;

/// How the values of a mesh become colours between its corners.
///
/// `"flat"`, `"nearest"` and `"gouraud"` may be written for it; `"flat"` and `"nearest"` are [`Flat`](Shading::Flat), since the number
/// of places says which is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Shading {
    /// A colour for each cell. The default.
    #[default]
    Flat,
    /// Colours mixed between the places of the values.
    Gouraud,
}

named!(Shading, "a shading", [
    "flat" => Shading::Flat,
    "nearest" => Shading::Flat,
    "gouraud" => Shading::Gouraud,
]);

/// Cells that need not be equally wide, nor rectangles, each with a colour for its value: matplotlib's `pcolormesh`.
///
/// Row 0 is at the bottom. Where there is one place more than columns (rows), places are edges of cells; where there are as many, they are
/// their middles, and the edges are half-way between. NaN is not drawn. As in an image, a pixel belongs to the cell that its middle lies in: between
/// cells nothing shows.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// use grabframe::Mesh;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let mesh = fig[ax].add(Mesh::on([0.0, 1.0, 10.0], [0.0, 1.0], &[[0.5, 2.0]]).cmap("coolwarm"));
/// fig.colorbar(mesh);
/// fig[mesh].set_values(&[[0.7, 1.5]]);
/// ```
#[derive(Clone, Debug)]
pub struct Mesh {
    common: Common,
    grid: Shared<GridData>,
    places: Shared<Places>,
    /// Whether places along x, and along y, are dates.
    dates: (bool, bool),
    shading: Shading,
    mapping: Mapping,
    extent: (Extent, Extent),
}

impl Mesh {
    /// Cells of side 1, the first from 0 to 1.
    ///
    /// # Panics
    /// If it is a grid of colours, or its rows have different lengths.
    #[must_use]
    #[track_caller]
    pub fn new(values: impl Grid) -> Self {
        let mut mesh = Self::empty();
        values.read_into(mesh.grid.renew());
        let (rows, cols) = (mesh.grid.rows, mesh.grid.cols);
        let count = |n: usize| (0..=n).map(|i| i as f64).collect::<Vec<_>>();
        *mesh.places.renew() = Places { rows: rows + 1, cols: cols + 1, x: count(cols), y: count(rows) };
        mesh.measure();
        mesh.see();
        mesh
    }

    /// Cells at these places along x and along y: edges, one more than columns and rows, or middles, as many.
    ///
    /// # Panics
    /// If there are neither as many places as columns (rows) nor one more, or it is a grid of colours.
    #[must_use]
    #[track_caller]
    pub fn on(x: impl Column, y: impl Column, values: impl Grid) -> Self {
        let mut mesh = Self::empty();
        let (mut along_x, mut along_y) = (Vec::new(), Vec::new());
        x.copy_to(&mut along_x);
        y.copy_to(&mut along_y);
        mesh.dates = (x.kind() == Kind::Dates, y.kind() == Kind::Dates);
        values.read_into(mesh.grid.renew());
        let places = Places { rows: along_y.len(), cols: along_x.len(), x: along_x, y: along_y };
        mesh.stand_on(places);
        mesh
    }

    /// Cells whose corners are anywhere: grids of places along x and along y, of one shape, one row and one column larger than
    /// the grid of values (or, for [`Shading::Gouraud`], of the same shape: the places of the values).
    ///
    /// # Panics
    /// If the shapes do not fit.
    #[must_use]
    #[track_caller]
    pub fn curvilinear(x: impl Grid, y: impl Grid, values: impl Grid) -> Self {
        let mut mesh = Self::empty();
        let (mut along_x, mut along_y) = (GridData::default(), GridData::default());
        x.read_into(&mut along_x);
        y.read_into(&mut along_y);
        values.read_into(mesh.grid.renew());
        let (a, b) = ((along_x.rows, along_x.cols), (along_y.rows, along_y.cols));
        assert!(a == b, "the grid of x is {} x {}, and that of y {} x {}; they must be alike", a.0, a.1, b.0, b.1);
        let places = Places { rows: a.0, cols: a.1, x: scalars(along_x), y: scalars(along_y) };
        mesh.stand_on(places);
        mesh
    }

    fn empty() -> Self {
        Self {
            common: Common::new(),
            grid: Shared::default(),
            places: Shared::default(),
            dates: (false, false),
            shading: Shading::Flat,
            mapping: Mapping::new(),
            extent: (Extent::EMPTY, Extent::EMPTY),
        }
    }

    #[track_caller]
    fn stand_on(&mut self, places: Places) {
        let fits = |places: usize, cells: usize| places == cells || places == cells + 1;
        let (rows, cols) = (self.grid.rows, self.grid.cols);
        assert!(
            matches!(self.grid.values, Values::Scalar(_)) && fits(places.rows, rows) && fits(places.cols, cols),
            "{} x {} places do not fit {rows} x {cols} values: give as many (the middles of cells), or one more (their edges)",
            places.rows,
            places.cols
        );
        *self.places.renew() = places;
        self.measure();
        self.see();
    }

    /// Replaces the values; the places stay.
    ///
    /// # Panics
    /// If there are not as many rows and columns as before.
    #[track_caller]
    pub fn set_values(&mut self, values: impl Grid) -> &mut Self {
        let (rows, cols) = (self.grid.rows, self.grid.cols);
        let before = self.grid.clone();
        values.read_into(self.grid.renew());
        let (now_rows, now_cols) = (self.grid.rows, self.grid.cols);
        let fits = (rows, cols) == (now_rows, now_cols) && matches!(self.grid.values, Values::Scalar(_));
        if !fits {
            self.grid = before;
        }
        assert!(fits, "the mesh has {rows} x {cols} values, and not {now_rows} x {now_cols}");
        self.see();
        self
    }

    /// The values.
    #[must_use]
    pub fn values(&self) -> &GridData {
        &self.grid
    }

    properties! {
        /// Sets how values become colours between corners: a [`Shading`], or `"gouraud"`. Default: a colour for each cell.
        ///
        /// # Panics
        /// If a name is that of no shading, or `"gouraud"` is asked for where places are edges of cells.
        pub set_shading, shading(self, shading: impl NameOr<Shading>) {
            let shading = shading.value();
            let middles = self.places.rows == self.grid.rows && self.places.cols == self.grid.cols;
            assert!(shading == Shading::Flat || middles, "gouraud shading needs as many places as values: Mesh::on(x, y, values)");
            self.shading = shading;
            self.measure();
        } -> get_shading: Shading { self.shading }
    }

    fn measure(&mut self) {
        let corners = self.corners();
        let (mut x, mut y) = (Extent::EMPTY, Extent::EMPTY);
        if self.grid.rows > 0 && self.grid.cols > 0 {
            for v in &corners.x {
                x = x.with(*v);
            }
            for v in &corners.y {
                y = y.with(*v);
            }
        }
        self.extent = (x.sticky(), y.sticky());
    }

    /// Draws the cells in the colours of a mapping, its own or another's.
    pub(super) fn paint_with(&self, painter: &mut Painter<'_>, mapping: &Mapping) {
        let mapping = mapping.in_theme(painter.theme());
        let corners = self.corners();
        let (rows, cols) = (self.grid.rows, self.grid.cols);
        let Values::Scalar(values) = &self.grid.values else { return };
        let (gouraud, table) = (self.shading == Shading::Gouraud, mapping.table());
        if !gouraud && !corners.is_curved() {
            let (x, y) = corners.edges(painter);
            if painter.cells(&x, &y, values, &table) {
                return;
            }
        }
        let places = corners.pixels(painter);
        let (mut points, mut colors, mut triangles) = (Vec::new(), Vec::new(), Vec::new());
        let mut shades = Vec::new();
        table.colors(values, &mut shades);
        // a grid of somebody's own may have fewer values than it says
        shades.resize(rows * cols, Color::TRANSPARENT);
        for row in 0..if gouraud { rows.saturating_sub(1) } else { rows } {
            // files are handed all at once: it is one image there, and several would show where they meet
            if points.len() >= painter.at_once() {
                painter.mesh(&points, &colors, &triangles);
                points.clear();
                colors.clear();
                triangles.clear();
            }
            for col in 0..if gouraud { cols.saturating_sub(1) } else { cols } {
                let around = [(row, col), (row, col + 1), (row + 1, col + 1), (row + 1, col)];
                let shown = match gouraud {
                    true => around.map(|(row, col)| shades[row * cols + col]),
                    false => [shades[row * cols + col]; 4],
                };
                if shown.iter().any(|color: &Color| color.a == 0) {
                    continue;
                }
                let first = points.len() as u32;
                for (row, col) in around {
                    points.push(places[row * corners.cols + col]);
                }
                colors.extend_from_slice(&shown);
                if gouraud {
                    // around the middle, so that no diagonal is preferred
                    let four = &points[first as usize..];
                    points.push(middle(four));
                    colors.push(mixed(shown));
                    for i in 0..4 {
                        triangles.push([first + i, first + (i + 1) % 4, first + 4]);
                    }
                    continue;
                }
                triangles.push([first, first + 1, first + 2]);
                triangles.push([first, first + 2, first + 3]);
            }
        }
        painter.mesh(&points, &colors, &triangles);
    }
}

/// The middle of four corners.
fn middle(corners: &[Point]) -> Point {
    let mut at = Point::default();
    for corner in corners {
        at = Point::new(at.x + corner.x / 4.0, at.y + corner.y / 4.0);
    }
    at
}

/// The colour half-way between four.
fn mixed(colors: [Color; 4]) -> Color {
    let mean = |part: fn(&Color) -> u8| ((colors.iter().map(|c| u16::from(part(c))).sum::<u16>() + 2) / 4) as u8;
    Color::rgba(mean(|c| c.r), mean(|c| c.g), mean(|c| c.b), mean(|c| c.a))
}

fn scalars(grid: GridData) -> Vec<f64> {
    match grid.values {
        Values::Scalar(values) => values,
        Values::Rgba(_) => Vec::new(),
    }
}

/// The values of a grid of numbers.
pub(super) fn seen(grid: &GridData) -> impl Iterator<Item = f64> + '_ {
    let values = match &grid.values {
        Values::Scalar(values) => values.as_slice(),
        Values::Rgba(_) => &[],
    };
    values.iter().copied()
}

color_setters!(Mesh, self, seen(&self.grid));

impl Axes {
    /// Adds cells at these places: `add(Mesh::on(x, y, values))`.
    ///
    /// # Panics
    /// As [`Mesh::on`].
    #[doc(alias = "pcolor")]
    #[track_caller]
    pub fn pcolormesh(&mut self, x: impl Column, y: impl Column, values: impl Grid) -> Key<Mesh> {
        self.add(Mesh::on(x, y, values))
    }
}

impl Artist for Mesh {
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
        Bounds::new(self.extent.0, self.extent.1).dates(self.dates.0, self.dates.1)
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        self.paint_with(painter, &self.mapping);
    }

    fn color_scale(&self) -> Option<ColorScale> {
        Some(self.mapping.scale())
    }
}
