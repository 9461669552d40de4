//! What places of texts and annotations are measured in.

use crate::artist::painter::within;
use crate::geom::{Point, Rect, Size};
use crate::project::Projection;
use crate::style::named::sealed;
use crate::style::{NameOr, named};

/// What the place of a text or an annotation is measured in. Matplotlib's names may be written for it.
///
/// A pair is one for x and another for y: `("data", "axes fraction")` stands at a value of the x axis and at a height of the box.
///
/// ```
/// use grabframe::prelude::*;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// fig[ax].add(Text::new(3.0, 0.98, "now").coords(("data", "axes fraction")).va("top"));
/// fig[ax].add(Text::new(0.5, 0.98, "over all").coords("figure fraction").ha("center"));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Coords {
    /// `"data"`: values of the axes. The default.
    #[default]
    Data,
    /// `"axes fraction"`: shares of the box of the axes, from its lower left corner.
    AxesFraction,
    /// `"axes points"`: points (1/72 inch) from its lower left corner.
    AxesPoints,
    /// `"axes pixels"`: pixels from there.
    AxesPixels,
    /// `"figure fraction"`: shares of the figure, from its lower left corner.
    FigureFraction,
    /// `"figure points"`: points from there.
    FigurePoints,
    /// `"figure pixels"`: pixels from there.
    FigurePixels,
    /// `"offset points"`: points from the place that an annotation means.
    OffsetPoints,
    /// `"offset pixels"`: pixels from there.
    OffsetPixels,
}

named!(Coords, "a kind of coordinates", [
    "data" => Coords::Data,
    "axes fraction" => Coords::AxesFraction,
    "axes points" => Coords::AxesPoints,
    "axes pixels" => Coords::AxesPixels,
    "figure fraction" => Coords::FigureFraction,
    "figure points" => Coords::FigurePoints,
    "figure pixels" => Coords::FigurePixels,
    "offset points" => Coords::OffsetPoints,
    "offset pixels" => Coords::OffsetPixels,
]);

impl Coords {
    pub(crate) const fn is_offset(self) -> bool {
        matches!(self, Self::OffsetPoints | Self::OffsetPixels)
    }
}

/// For x and for y.
pub(crate) type Pair = (Coords, Coords);

impl sealed::Sealed<Pair> for Coords {}
impl NameOr<Pair> for Coords {
    fn value(self) -> Pair {
        (self, self)
    }
}

impl sealed::Sealed<Pair> for &str {}
impl NameOr<Pair> for &str {
    #[track_caller]
    fn value(self) -> Pair {
        let both: Coords = self.value();
        (both, both)
    }
}

impl sealed::Sealed<Pair> for (&str, &str) {}
impl NameOr<Pair> for (&str, &str) {
    #[track_caller]
    fn value(self) -> Pair {
        (self.0.value(), self.1.value())
    }
}

impl sealed::Sealed<Self> for Pair {}
impl NameOr<Self> for Pair {
    fn value(self) -> Self {
        self
    }
}

/// Where places are, in pixels.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spots<'a> {
    pub(crate) area: Rect,
    pub(crate) figure: Size,
    pub(crate) pixels_per_point: f32,
    pub(crate) projection: &'a Projection,
}

impl Spots<'_> {
    /// A place in these coordinates; offsets are from `from`.
    pub(crate) fn point(&self, (along_x, along_y): Pair, (x, y): (f64, f64), from: Point) -> Point {
        let whole = self.whole();
        let along = |coords: Coords| {
            let moved = |base: Point, by: f32| Point::new(base.x + by * x as f32, base.y - by * y as f32);
            let corner = |rect: Rect| Point::new(rect.x0, rect.y1);
            match coords {
                Coords::Data => self.projection.point(x, y),
                Coords::AxesFraction => within(self.area, x, y),
                Coords::AxesPoints => moved(corner(self.area), self.pixels_per_point),
                Coords::AxesPixels => moved(corner(self.area), 1.0),
                Coords::FigureFraction => within(whole, x, y),
                Coords::FigurePoints => moved(corner(whole), self.pixels_per_point),
                Coords::FigurePixels => moved(corner(whole), 1.0),
                Coords::OffsetPoints => moved(from, self.pixels_per_point),
                Coords::OffsetPixels => moved(from, 1.0),
            }
        };
        if along_x == along_y { along(along_x) } else { Point::new(along(along_x).x, along(along_y).y) }
    }

    /// All of the figure.
    pub(crate) fn whole(&self) -> Rect {
        Rect::new(0.0, 0.0, self.figure.width as f32, self.figure.height as f32)
    }
}
