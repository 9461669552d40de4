//! The room of colorbars: what they take of their axes, and what they make of it.

use crate::axis::{Direction, Side};
use crate::figure::Colorbar;
use crate::geom::Rect;
use crate::style::{ColorScale, Extend, Norm, theme};

/// Shares of the length of a colorbar that its ends have, below and above what is between them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::layout) struct Ends {
    pub(super) low: f64,
    pub(super) high: f64,
}

impl Ends {
    pub(in crate::layout) fn of(bar: &Colorbar, scale: &ColorScale) -> Self {
        let said = if let Norm::Boundary { extend, .. } = &scale.norm { *extend } else { Extend::Neither };
        let extend = bar.extend.unwrap_or(said);
        let share = |there: bool| if there { bar.extendfrac } else { 0.0 };
        Self { low: share(extend.at_min()), high: share(extend.at_max()) }
    }
}

/// At least this share of their room is left to axes.
const LEAST: f64 = 0.05;

/// How far the colorbar stands off, as a share of the room.
fn pad(bar: &Colorbar, constrained: bool) -> f64 {
    let usual = match bar.location {
        _ if constrained => theme::COLORBAR_PAD,
        Side::Right | Side::Top => theme::COLORBAR_PAD,
        Side::Left => 0.1,
        Side::Bottom => 0.15,
    };
    bar.pad.unwrap_or(usual)
}

/// What is left of the room of axes beside a colorbar, and the room that this has.
pub(in crate::layout) fn split(area: Rect, bar: &Colorbar, constrained: bool) -> (Rect, Rect) {
    let left = (1.0 - bar.fraction - pad(bar, constrained)).max(LEAST);
    let (w, h) = (f64::from(area.width()), f64::from(area.height()));
    let from_left = |share: f64| (f64::from(area.x0) + share * w) as f32;
    let from_top = |share: f64| (f64::from(area.y0) + share * h) as f32;
    let (mut rest, mut room) = (area, area);
    match bar.location {
        Side::Right => (rest.x1, room.x0) = (from_left(left), from_left(1.0 - bar.fraction)),
        Side::Left => (rest.x0, room.x1) = (from_left(1.0 - left), from_left(bar.fraction)),
        Side::Bottom => (rest.y1, room.y0) = (from_top(left), from_top(1.0 - bar.fraction)),
        Side::Top => (rest.y0, room.y1) = (from_top(1.0 - left), from_top(bar.fraction)),
    }
    (rest, room)
}

/// Where a part of some room is after all of that has become another.
pub(in crate::layout) fn moved(part: Rect, from: Rect, to: Rect) -> Rect {
    let along = |v: f32, (a, b): (f32, f32), (c, d): (f32, f32)| {
        let share = (f64::from(v) - f64::from(a)) / (f64::from(b) - f64::from(a));
        (f64::from(c) + share * (f64::from(d) - f64::from(c))) as f32
    };
    let x = |v: f32| if v == from.x0 { to.x0 } else { along(v, (from.x0, from.x1), (to.x0, to.x1)) };
    let y = |v: f32| if v == from.y0 { to.y0 } else { along(v, (from.y0, from.y1), (to.y0, to.y1)) };
    let right = if part.x1 == from.x1 { to.x1 } else { x(part.x1) };
    let bottom = if part.y1 == from.y1 { to.y1 } else { y(part.y1) };
    Rect::new(x(part.x0), y(part.y0), right, bottom)
}

/// The room that a colorbar beside axes with this box may have, as if it stood in it: to be moved out along its side.
pub(in crate::layout) fn inside(axes: Rect, bar: &Colorbar) -> Rect {
    let (w, h) = (f64::from(axes.width()) * bar.fraction, f64::from(axes.height()) * bar.fraction);
    match bar.location {
        Side::Right => Rect { x1: (f64::from(axes.x0) + w) as f32, ..axes },
        Side::Left => Rect { x0: (f64::from(axes.x1) - w) as f32, ..axes },
        Side::Bottom => Rect { y1: (f64::from(axes.y0) + h) as f32, ..axes },
        Side::Top => Rect { y0: (f64::from(axes.y1) - h) as f32, ..axes },
    }
}

/// How far from axes with this box a colorbar stands for whose words, and the axes' own, there is room.
pub(in crate::layout) fn off(axes: Rect, bar: &Colorbar) -> f32 {
    let length = match bar.location.direction() {
        Direction::X => axes.height(),
        Direction::Y => axes.width(),
    };
    (pad(bar, true) * f64::from(length)) as f32
}

/// The box of a colorbar in its room, without its ends: as long as it was told, as wide as its length asks for, or shorter where
/// there is no room for that; close to its axes, in the middle of their side.
pub(in crate::layout) fn fitted(room: Rect, bar: &Colorbar, ends: Ends) -> Rect {
    let upright = bar.location.direction() == Direction::Y;
    let (from, to, side_from, side_to) =
        if upright { (room.y0, room.y1, room.x0, room.x1) } else { (room.x0, room.x1, room.y0, room.y1) };
    let (from, to, side_from, side_to) = (f64::from(from), f64::from(to), f64::from(side_from), f64::from(side_to));
    let length = (to - from) * bar.shrink;
    let start = (from + to) / 2.0 - length / 2.0;
    // pixels grow downward
    let (before, after) = if upright { (ends.high, ends.low) } else { (ends.low, ends.high) };
    let whole = 1.0 + before + after;
    let wide = (length / bar.aspect).min(side_to - side_from);
    let long = wide * bar.aspect / whole;
    let middle = if before == after {
        f64::from(if upright { room.center().y } else { room.center().x })
    } else {
        start + length * (before + 0.5) / whole
    };
    let (a, b) = (middle - long / 2.0, middle + long / 2.0);
    let (c, d) = match bar.location {
        Side::Right | Side::Bottom => (side_from, side_from + wide),
        Side::Left | Side::Top => (side_to - wide, side_to),
    };
    let rect = if upright { [c, a, d, b] } else { [a, c, b, d] }.map(|v| v as f32);
    Rect::new(rect[0], rect[1], rect[2], rect[3])
}

/// The box of a colorbar that fills its room, without its ends.
pub(in crate::layout) fn filling(room: Rect, bar: &Colorbar, ends: Ends) -> Rect {
    let whole = 1.0 + ends.low + ends.high;
    let part = |length: f32, share: f64| (f64::from(length) * share / whole) as f32;
    match bar.location.direction() {
        Direction::Y => {
            Rect { y0: room.y0 + part(room.height(), ends.high), y1: room.y1 - part(room.height(), ends.low), ..room }
        }
        Direction::X => {
            Rect { x0: room.x0 + part(room.width(), ends.low), x1: room.x1 - part(room.width(), ends.high), ..room }
        }
    }
}

#[cfg(test)]
mod tests;
