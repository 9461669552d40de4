//! What everything is drawn on: few calls, each for a batch, and no pixel.
//!
//! All is in pixels of the picture, `y` downward, and near enough to be exact in single precision: what lies far outside is
//! cut off before (`far`), except for the corners of paths that are filled.

mod batch;
mod cells;
mod crossing;
mod far;
mod flat;
mod picture;
mod snap;
mod stream;
mod stroke;

pub(crate) use batch::{Each, Pieces};
pub(crate) use cells::CellGrid;
pub(crate) use far::{Cutter, Track, is_far, near_line, near_polygon, reach};
pub(crate) use flat::Flat;
pub(crate) use picture::{Picture, Span};
pub(crate) use snap::Snap;
pub(crate) use stream::{AT_ONCE, Parts, Stream};
pub(crate) use stroke::Stroke;

use crate::geom::{Path, Point, Rect, Size};
use crate::style::{Color, FillRule, Half, Marker};
use crate::text::{Anchor, Words};

/// A backend. None of its calls has a default: the compiler asks each backend for all, and one that lacks something says in
/// its own words what it does instead.
pub(crate) trait Surface {
    fn device(&self) -> Device;
    fn fill(&mut self, shape: Shape<'_>, color: Color);
    fn stroke(&mut self, line: Line<'_>, stroke: &Stroke<'_>);
    /// A line through points that are made as they are asked for; says no, and draws nothing, if it wants them all at once.
    fn stream(&mut self, points: &dyn Stream, stroke: &Stroke<'_>) -> bool;
    /// Lines one over the other, each blended by itself.
    fn strokes(&mut self, lines: Pieces<'_>, colors: Each<'_, Color>, widths: Each<'_, f32>, stroke: &Stroke<'_>);
    /// Polygons one over the other, each blended by itself.
    fn fills(&mut self, rings: Pieces<'_>, colors: Each<'_, Color>);
    /// A marker at every place that is finite.
    fn markers(&mut self, at: &[(f64, f64)], looks: &Markers<'_>);
    fn image(&mut self, picture: &Picture<'_>);
    /// Rectangles that a pixel each lies in, as it does in those of an image.
    fn cells(&mut self, cells: &CellGrid<'_>);
    /// Triangles between points that have colours, mixed between them. Where two share a side nothing shows between them.
    fn mesh(&mut self, points: &[Point], colors: &[Color], triangles: &[[u32; 3]]);
    /// Words, laid out for the device.
    fn words(&mut self, words: &Words<'_>, anchor: Anchor, color: Color);
    /// Only what is inside is drawn until [`pop_clip`](Surface::pop_clip).
    fn push_clip(&mut self, clip: Inside<'_>);
    fn pop_clip(&mut self);
}

/// What a surface is drawn for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Device {
    pub(crate) size: Size,
    /// Whether it has pixels, so that frames, ticks and grid lines are put on whole ones.
    pub(crate) crisp: bool,
}

/// What is filled.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shape<'a> {
    Rect(Rect),
    /// Closed by itself.
    Polygon(&'a [Point]),
    Path(&'a Path, FillRule),
}

/// What is followed with a pen.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Line<'a> {
    /// One that is not finite is a gap.
    Points(&'a [Point]),
    /// A line of which the far parts were cut off.
    Track(&'a Track),
    Path(&'a Path),
}

/// Inside of what is drawn.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Inside<'a> {
    /// The whole pixels of a rectangle, where the device has pixels.
    Rect(Rect),
    Path(&'a Path),
}

/// Markers of one shape. Lengths in pixels.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Markers<'a> {
    pub(crate) marker: &'a Marker,
    /// If it is only a half of it.
    pub(crate) half: Option<Half>,
    /// Nothing is drawn where one is not positive.
    pub(crate) sizes: Each<'a, f32>,
    pub(crate) faces: Each<'a, Option<Color>>,
    pub(crate) edges: Each<'a, Option<Color>>,
    pub(crate) edge_widths: Each<'a, f32>,
}
