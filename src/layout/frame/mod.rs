//! What is drawn around the data, as values: the lines of the frame, ticks, lines across. One file for each kind of axes.

mod flat;

pub(super) use flat::{frame, of_colorbar};

use crate::axis::Side;
use crate::geom::Point;
use crate::style::Color;

/// What is drawn around and behind the data of axes; nothing of it where the frame is hidden.
///
/// All places are exact. A device with pixels moves these lines to whole ones when it draws them, so that they are crisp;
/// on paper they stand where they are.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FrameLayout {
    /// Lines across the axes, over images and under all else, in the order in which they are drawn.
    pub grid: Vec<FrameLine>,
    /// Ticks of all sides.
    pub ticks: Vec<TickMark>,
    /// The lines around the axes, over the data.
    pub spines: Vec<FrameLine>,
}

/// A straight line of a frame.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct FrameLine {
    /// Its left or upper end, in pixels.
    pub from: Point,
    /// Its right or lower end, in pixels.
    pub to: Point,
    /// How far it reaches beyond these two ends, in pixels: over the corner of a box, or not as far as another line.
    pub beyond: [f32; 2],
    /// In pixels.
    pub width: f32,
    /// Its colour.
    pub color: Color,
}

/// A tick as it is drawn: a short line that points out of a box.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct TickMark {
    /// Where it begins, on the border of the box, in pixels.
    pub at: Point,
    /// To which side it points.
    pub side: Side,
    /// In pixels.
    pub length: f32,
    /// In pixels.
    pub width: f32,
    /// Its colour.
    pub color: Color,
}
