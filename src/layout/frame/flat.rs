//! The frame of two axes at right angles: four lines, and ticks on any of them.

use super::{FrameLayout, FrameLine, TickMark};
use crate::axis::{Direction, Side};
use crate::figure::Axes;
use crate::geom::{Point, Rect};
use crate::layout::axis::{AxisLayout, Tick};
use crate::layout::words::Look;
use crate::style::{Color, theme};

/// The frame of `axes`, which have these axes in `area`.
pub(in crate::layout) fn frame(axes: &Axes, x: &AxisLayout, y: &AxisLayout, area: Rect, look: Look<'_>) -> FrameLayout {
    let mut frame = FrameLayout::default();
    for (axis, direction) in [(x, Direction::X), (y, Direction::Y)] {
        for side in Side::ALL {
            if side.direction() == direction && axes.has_marks(side) {
                frame.ticks.extend(axis.ticks.iter().map(|tick| mark(*tick, side, area, look)));
            }
        }
        for tick in &axis.ticks {
            if if tick.minor { axes.minor_grid } else { axes.grid } {
                frame.grid.push(across(*tick, direction, area, look));
            }
        }
    }
    frame.spines = spines(axes.spines, area, look);
    frame
}

fn mark(tick: Tick, side: Side, area: Rect, look: Look<'_>) -> TickMark {
    let at = match side {
        Side::Bottom => Point::new(tick.at, area.y1),
        Side::Top => Point::new(tick.at, area.y0),
        Side::Left => Point::new(area.x0, tick.at),
        Side::Right => Point::new(area.x1, tick.at),
    };
    let (length, width) = if tick.minor {
        (theme::MINOR_TICK_LENGTH, theme::MINOR_TICK_WIDTH)
    } else {
        (theme::TICK_LENGTH, theme::FRAME_WIDTH)
    };
    TickMark { at, side, length: look.px(length), width: look.px(width), color: Color::BLACK }
}

fn across(tick: Tick, direction: Direction, area: Rect, look: Look<'_>) -> FrameLine {
    let (from, to) = match direction {
        Direction::X => (Point::new(tick.at, area.y0), Point::new(tick.at, area.y1)),
        Direction::Y => (Point::new(area.x0, tick.at), Point::new(area.x1, tick.at)),
    };
    FrameLine { from, to, beyond: [0.0; 2], width: look.px(theme::FRAME_WIDTH), color: theme::GRID_COLOR }
}

/// The lines that are shown. Where two meet, the level one has the corner, so that no pixel is painted twice.
fn spines(shown: [bool; 4], area: Rect, look: Look<'_>) -> Vec<FrameLine> {
    let width = look.px(theme::FRAME_WIDTH);
    let half = width / 2.0;
    let line = |from, to, beyond| FrameLine { from, to, beyond, width, color: Color::BLACK };
    let (left, right) = (|y| Point::new(area.x0, y), |y| Point::new(area.x1, y));
    let corner = |side: Side| if shown[side as usize] { -half } else { half };
    let upright = [corner(Side::Top), corner(Side::Bottom)];
    let mut spines = Vec::with_capacity(4);
    for side in [Side::Top, Side::Bottom, Side::Left, Side::Right] {
        if shown[side as usize] {
            spines.push(match side {
                Side::Top => line(left(area.y0), right(area.y0), [half; 2]),
                Side::Bottom => line(left(area.y1), right(area.y1), [half; 2]),
                Side::Left => line(left(area.y0), left(area.y1), upright),
                Side::Right => line(right(area.y0), right(area.y1), upright),
            });
        }
    }
    spines
}

/// That of a colorbar: all four lines, and ticks where its values stand.
pub(in crate::layout) fn of_colorbar(y: &AxisLayout, area: Rect, look: Look<'_>) -> FrameLayout {
    let ticks = y.ticks.iter().map(|tick| mark(*tick, y.side, area, look)).collect();
    FrameLayout { grid: Vec::new(), ticks, spines: spines([true; 4], area, look) }
}
