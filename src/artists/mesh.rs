//! Cells of any width between values, as colours: matplotlib's `pcolormesh`.

use crate::artist::mapped::color_setters;
use crate::artist::{Artist, Bounds, ColorScale, Common, Painter, properties};
use crate::data::{Column, Grid, GridData, Shared, Values};
use crate::figure::{Axes, Key};
use crate::geom::{Extent, Point};
use crate::style::{Color, Mapping, NameOr, named};

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
    shading: Shading,
    mapping: Mapping,
    extent: (Extent, Extent),
}

/// Where the corners are.
#[derive(Clone, Debug, Default)]
struct Places {
    rows: usize,
    cols: usize,
    /// One for each column, or for each corner, row after row.
    x: Vec<f64>,
    y: Vec<f64>,
}

impl Places {
    fn corner(&self, row: usize, col: usize) -> (f64, f64) {
        let of = |list: &[f64], along: usize| {
            let at =
                if list.len() == self.rows * self.cols && self.is_curved() { row * self.cols + col } else { along };
            list.get(at).copied().unwrap_or(f64::NAN)
        };
        (of(&self.x, col), of(&self.y, row))
    }

    fn is_curved(&self) -> bool {
        self.x.len() != self.cols || self.y.len() != self.rows
    }
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
        values.read_into(self.grid.renew());
        let (now_rows, now_cols) = (self.grid.rows, self.grid.cols);
        assert!(
            (rows, cols) == (now_rows, now_cols) && matches!(self.grid.values, Values::Scalar(_)),
            "the mesh has {rows} x {cols} values, and not {now_rows} x {now_cols}"
        );
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

    /// The corners of the cells: those that were given, or half-way between middles.
    fn corners(&self) -> Places {
        let places = &*self.places;
        let (rows, cols) = (self.grid.rows, self.grid.cols);
        let (between_rows, between_cols) = (places.rows == rows, places.cols == cols);
        if self.shading == Shading::Gouraud || (!between_rows && !between_cols) {
            return places.clone();
        }
        if !places.is_curved() {
            let x = if between_cols { between(&places.x) } else { places.x.clone() };
            let y = if between_rows { between(&places.y) } else { places.y.clone() };
            return Places { rows: y.len(), cols: x.len(), x, y };
        }
        let spread = |list: &[f64]| {
            let mut grid = Vec::new();
            for row in list.chunks(places.cols.max(1)) {
                grid.push(if between_cols { between(row) } else { row.to_vec() });
            }
            if !between_rows || grid.is_empty() {
                return grid.concat();
            }
            let width = grid[0].len();
            let mut columns = Vec::with_capacity(width);
            for col in 0..width {
                let column: Vec<f64> = grid.iter().map(|row| row[col]).collect();
                columns.push(between(&column));
            }
            (0..columns[0].len() * width).map(|i| columns[i % width][i / width]).collect()
        };
        let cols = places.cols + usize::from(between_cols);
        let rows = places.rows + usize::from(between_rows);
        Places { rows, cols, x: spread(&places.x), y: spread(&places.y) }
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
}

/// The edges of cells with these middles: half-way between, the outer ones as far beyond.
fn between(middles: &[f64]) -> Vec<f64> {
    let mut edges = Vec::with_capacity(middles.len() + 1);
    match middles {
        [] => {}
        [one] => edges.extend([one - 0.5, one + 0.5]),
        [first, second, ..] => {
            edges.push(first - (second - first) / 2.0);
            for pair in middles.windows(2) {
                edges.push(pair[0] / 2.0 + pair[1] / 2.0);
            }
            let (before, last) = (middles[middles.len() - 2], middles[middles.len() - 1]);
            edges.push(last + (last - before) / 2.0);
        }
    }
    edges
}

fn scalars(grid: GridData) -> Vec<f64> {
    match grid.values {
        Values::Scalar(values) => values,
        Values::Rgba(_) => Vec::new(),
    }
}

fn seen(grid: &GridData) -> impl Iterator<Item = f64> + '_ {
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
        Bounds::new(self.extent.0, self.extent.1)
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        let (corners, color) = (self.corners(), self.mapping.colors());
        let (rows, cols) = (self.grid.rows, self.grid.cols);
        let Values::Scalar(values) = &self.grid.values else { return };
        let curved = corners.is_curved();
        let mut places = Vec::with_capacity(corners.rows * corners.cols);
        for row in 0..corners.rows {
            for col in 0..corners.cols {
                let (x, y) = corners.corner(row, col);
                // sides of rectangles may be brought near
                places.push(match curved || x.is_nan() || y.is_nan() {
                    true => painter.point(x, y),
                    false => Point::new(painter.x_clipped(x), painter.y_clipped(y)),
                });
            }
        }
        let gouraud = self.shading == Shading::Gouraud;
        let (mut points, mut colors, mut triangles) = (Vec::new(), Vec::new(), Vec::new());
        let value = |row: usize, col: usize| values.get(row * cols + col).copied().unwrap_or(f64::NAN);
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
                let mut shown = [color(value(row, col)); 4];
                if gouraud {
                    for (color_of, (row, col)) in shown.iter_mut().zip(around) {
                        *color_of = color(value(row, col));
                    }
                }
                if shown.iter().any(|color: &Color| color.a == 0) {
                    continue;
                }
                let first = points.len() as u32;
                for (row, col) in around {
                    points.push(places[row * corners.cols + col]);
                }
                colors.extend_from_slice(&shown);
                triangles.push([first, first + 1, first + 2]);
                triangles.push([first, first + 2, first + 3]);
            }
        }
        painter.mesh(&points, &colors, &triangles);
    }

    fn color_scale(&self) -> Option<ColorScale> {
        Some(self.mapping.scale())
    }
}
