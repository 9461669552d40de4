//! Images: a grid of cells between data values.

use crate::axis::AxisMap;
use crate::data::GridData;
use crate::style::{ColorScale, Interpolation};

/// Where the cells of an image lie along an axis: one beside the other, equally long as data.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Span<'a> {
    pub(crate) map: &'a AxisMap,
    /// The outer edge of the first cell, as data.
    pub(crate) from: f64,
    /// The outer edge of the last one.
    pub(crate) to: f64,
    pub(crate) cells: usize,
}

/// An image, its cells from the first to the last in both directions.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Picture<'a> {
    pub(crate) data: &'a GridData,
    /// Which colours numbers have.
    pub(crate) colors: &'a ColorScale,
    pub(crate) x: Span<'a>,
    pub(crate) y: Span<'a>,
    pub(crate) how: Interpolation,
    /// Opacity, 0 to 1.
    pub(crate) alpha: f32,
}
