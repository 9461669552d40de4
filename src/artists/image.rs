//! Images: a grid of values as colours, or of colours as they are.

use crate::artist::mapped::color_setters;
use crate::artist::{Artist, Bounds, ColorScale, Common, Painter, properties};
use crate::data::{Grid, GridData, Number, Shared, Values};
use crate::figure::{Axes, Key};
use crate::geom::Extent;
use crate::style::{Interpolation, Mapping, NameOr, named};

/// Which corner of the image row 0, column 0 is in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Origin {
    /// The upper left: rows grow downward, as in a matrix. The default.
    #[default]
    Upper,
    /// The lower left: rows grow upward, as y does.
    Lower,
}

named!(Origin, "a corner of an image", ["upper" => Origin::Upper, "lower" => Origin::Lower]);

/// A grid of values shown as colours, or a picture: matplotlib's `imshow`.
///
/// Cell (row r, column c) is the square of side 1 around (c, r), so that coordinates are indices, unless
/// [`extent`](Image::extent) says otherwise. Cells are square and row 0 is on top by default. NaN is not drawn.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// let rates = vec![vec![0.0, 1.0, 2.0], vec![3.0, 4.0, f64::NAN]];
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let image = fig[ax].add(Image::new(&rates).clim(0.0, 5.0).cmap(Colormap::MAGMA));
/// fig.colorbar(image);
/// fig[image].set_data(&[[5.0, 4.0, 3.0], [2.0, 1.0, 0.0]]); // the colour limits stay
/// ```
#[derive(Clone, Debug)]
pub struct Image {
    common: Common,
    grid: Shared<GridData>,
    mapping: Mapping,
    extent: Option<[f64; 4]>,
    /// Whether it was given as dates, along x and along y.
    dates: (bool, bool),
    origin: Origin,
    interpolation: Interpolation,
}

impl Image {
    /// An image of a grid: `Array2` of numbers, `Vec<Vec<f64>>`, nested arrays, or `Array3` (rows, columns, 3 or 4) of
    /// `u8` (0 to 255) or floats (0 to 1) as RGB or RGBA.
    ///
    /// The colour limits are the smallest and the largest finite value of this grid, or, as long as there is none (all
    /// NaN, no cells, a picture of colours), of a later one; data after that do not change them.
    ///
    /// # Panics
    /// If the rows have different lengths, or the third axis is neither 3 nor 4 long.
    #[must_use]
    #[track_caller]
    pub fn new(grid: impl Grid) -> Self {
        let mut image = Self {
            common: Common::new(),
            grid: Shared::default(),
            mapping: Mapping::new(),
            extent: None,
            dates: (false, false),
            origin: Origin::Upper,
            interpolation: Interpolation::Auto,
        };
        image.set_data(grid);
        image
    }

    /// Replaces the grid; the colour limits stay as they were (if nothing was finite before, they are taken from this
    /// grid).
    ///
    /// # Panics
    /// As [`new`](Image::new).
    #[track_caller]
    pub fn set_data(&mut self, grid: impl Grid) -> &mut Self {
        grid.read_into(self.grid.renew());
        self.see();
        self
    }

    /// The grid.
    #[must_use]
    pub fn data(&self) -> &GridData {
        &self.grid
    }

    properties! {
        /// Sets the data coordinates of the outer edges: left, right, bottom, top. The axes run from left to right and from
        /// bottom to top also where that is backward, as it is by default in y.
        /// Default: (-0.5, columns - 0.5, rows - 0.5, -0.5).
        ///
        /// # Panics
        /// If an edge is not finite.
        pub set_extent, extent(self, left: impl Number, right: impl Number, bottom: impl Number, top: impl Number) {
            self.extent = Some(finite([left.to_f64(), right.to_f64(), bottom.to_f64(), top.to_f64()]));
            self.dates = (left.is_date() || right.is_date(), bottom.is_date() || top.is_date());
        } -> get_extent: [f64; 4] { self.edges() }

        /// Sets which corner row 0, column 0 is in: an [`Origin`], or `"lower"`. Default: the upper left.
        ///
        /// # Panics
        /// If a name is that of no corner.
        pub set_origin, origin(self, origin: impl NameOr<Origin>) { self.origin = origin.value(); }
            -> get_origin: Origin { self.origin }

        /// Sets how cells become pixels: flat where they are larger and averaged where they are smaller
        /// ([`Interpolation::Auto`], the default), one cell for each pixel ([`Interpolation::Nearest`]), or blended
        /// ([`Interpolation::Bilinear`]). Also `"nearest"` and so on.
        ///
        /// # Panics
        /// If a name is that of no interpolation.
        pub set_interpolation, interpolation(self, interpolation: impl NameOr<Interpolation>) {
            self.interpolation = interpolation.value();
        } -> get_interpolation: Interpolation { self.interpolation }
    }

    /// Left, right, bottom and top in data units, row 0 being at the top or at the bottom.
    fn edges(&self) -> [f64; 4] {
        self.extent.unwrap_or_else(|| {
            let (right, end) = (self.grid.cols as f64 - 0.5, self.grid.rows as f64 - 0.5);
            match self.origin {
                Origin::Upper => [-0.5, right, end, -0.5],
                Origin::Lower => [-0.5, right, -0.5, end],
            }
        })
    }
}

#[track_caller]
fn finite(edges: [f64; 4]) -> [f64; 4] {
    let [left, right, bottom, top] = edges;
    assert!(
        edges.iter().all(|edge| edge.is_finite()),
        "the edges of an image must be finite, not {left}, {right}, {bottom}, {top}"
    );
    edges
}

/// How far `cells` cells between two edges reach. A log axis begins at the first border between cells that has a place
/// on it.
fn reach(from: f64, to: f64, cells: usize) -> Extent {
    let whole = Extent::of([from, to]).sticky();
    if !(whole.lo <= 0.0 && whole.hi > 0.0) {
        return whole;
    }
    // in halves, since the span of two finite numbers need not be finite
    let share = -whole.lo / 2.0 / (whole.hi / 2.0 - whole.lo / 2.0);
    let border = |k: f64| whole.lo * (1.0 - k / cells as f64) + whole.hi * (k / cells as f64);
    let first = (share * cells as f64).floor();
    let positive =
        [first, first + 1.0].into_iter().map(border).find(|v| *v > 0.0).map_or(whole.hi, |v| v.min(whole.hi));
    Extent { least_positive: positive, ..whole }
}

color_setters!(Image, self, scalars(&self.grid));

/// The values of a grid that has values; colours are none.
fn scalars(grid: &GridData) -> impl Iterator<Item = f64> + '_ {
    let values = match &grid.values {
        Values::Scalar(values) => values.as_slice(),
        Values::Rgba(_) => &[],
    };
    values.iter().copied()
}

impl Axes {
    /// Adds an image of a grid of values or colours: `add(Image::new(grid))`.
    ///
    /// # Panics
    /// As [`Image::new`].
    #[doc(alias = "imagesc")]
    #[doc(alias = "matshow")]
    #[track_caller]
    pub fn imshow(&mut self, grid: impl Grid) -> Key<Image> {
        self.add(Image::new(grid))
    }
}

impl Artist for Image {
    fn common(&self) -> &Common {
        &self.common
    }

    fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }

    fn default_zorder(&self) -> f64 {
        0.0
    }

    fn bounds(&self) -> Bounds {
        let [left, right, bottom, top] = self.edges();
        if self.grid.rows == 0 || self.grid.cols == 0 {
            return Bounds::new(Extent::EMPTY, Extent::EMPTY);
        }
        let mut bounds = Bounds::new(reach(left, right, self.grid.cols), reach(bottom, top, self.grid.rows))
            .dates(self.dates.0, self.dates.1);
        bounds.equal_aspect = true;
        bounds.x_backward = Some(left > right);
        bounds.y_backward = Some(bottom > top);
        bounds
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        let [left, right, bottom, top] = self.edges();
        // the edge that row 0 touches comes first
        let (first, last) = match self.origin {
            Origin::Upper => (top, bottom),
            Origin::Lower => (bottom, top),
        };
        let colors = self.mapping.in_theme(painter.theme()).scale();
        painter.image(&self.grid, &colors, [left, right], [first, last], self.interpolation);
    }

    fn color_scale(&self) -> Option<ColorScale> {
        // a picture of colours has no scale
        matches!(self.grid.values, Values::Scalar(_)).then(|| self.mapping.scale())
    }
}
