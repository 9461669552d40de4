//! What is drawn around the data, as values: the lines of the frame, ticks, lines across. One file for each kind of axes.

mod flat;

pub(super) use flat::{Places, frame, of_colorbar, reach};

use crate::axis::Side;
use crate::geom::{Point, Rect};
use crate::style::{Color, LineStyle};

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

impl FrameLayout {
    /// How far the lines around a box, and their ticks, reach out of it, as if they had no width.
    pub(crate) fn reach(&self, area: Rect) -> Rect {
        let mut all = area;
        for line in &self.spines {
            all = all.union(Rect::new(line.from.x, line.from.y, line.to.x, line.to.y));
        }
        for tick in &self.ticks {
            let (at, length) = (tick.at, tick.length);
            all = match tick.side {
                Side::Bottom => Rect { y1: all.y1.max(at.y + length), ..all },
                Side::Top => Rect { y0: all.y0.min(at.y - length), ..all },
                Side::Left => Rect { x0: all.x0.min(at.x - length), ..all },
                Side::Right => Rect { x1: all.x1.max(at.x + length), ..all },
            };
        }
        all
    }

    /// A rectangle that holds a box, the lines around it and their ticks.
    pub(crate) fn extent(&self, area: Rect) -> Rect {
        let mut all = area;
        for line in &self.spines {
            let beyond = line.width.max(line.beyond[0]).max(line.beyond[1]) + 1.0;
            all = all.union(Rect::new(line.from.x, line.from.y, line.to.x, line.to.y).expanded(beyond));
        }
        for tick in &self.ticks {
            all = all.union(
                Rect::new(tick.at.x, tick.at.y, tick.at.x, tick.at.y)
                    .expanded(tick.length.max(tick.inward) + tick.width + 1.0),
            );
        }
        all
    }
}

/// A straight line of a frame.
#[derive(Clone, Debug, PartialEq)]
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
    /// Its dashes.
    pub style: LineStyle,
}

/// A tick as it is drawn: a short line that points out of a box, or into it.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct TickMark {
    /// Where it begins, on the border of the box, in pixels.
    pub at: Point,
    /// To which side it points.
    pub side: Side,
    /// How far it points out of the box, in pixels.
    pub length: f32,
    /// How far it points into the box, under the data, in pixels.
    pub inward: f32,
    /// In pixels.
    pub width: f32,
    /// Its colour.
    pub color: Color,
    /// Whether it stands inside of the box, where it is drawn over the data, as the lines of the frame are.
    pub over: bool,
}
