//! The frame of two axes at right angles: four lines, and ticks on any of them.

use super::{FrameLayout, FrameLine, TickMark};
use crate::axis::{AxisMap, Direction, Side};
use crate::figure::{Axes, GridLook, Spine, SpinePosition, TickLook};
use crate::geom::{Point, Rect};
use crate::layout::axis::{AxisLayout, Tick};
use crate::layout::words::Look;
use crate::style::{LineStyle, TickDirection, theme};

/// Where the four lines of a frame stand: the bottom's and the top's place from above, the left's and the right's from the left.
#[derive(Clone, Copy, Debug)]
pub(in crate::layout) struct Places([f32; 4]);

impl Places {
    /// Those of `axes` in `area`, whose values the maps place.
    pub(in crate::layout) fn of(axes: &Axes, area: Rect, x: &AxisMap, y: &AxisMap, look: Look<'_>) -> Self {
        let mut places = [0.0; 4];
        for side in Side::ALL {
            let (border, outward, low, length) = match side {
                Side::Bottom => (area.y1, 1.0, area.y1, -area.height()),
                Side::Top => (area.y0, -1.0, area.y1, -area.height()),
                Side::Left => (area.x0, -1.0, area.x0, area.width()),
                Side::Right => (area.x1, 1.0, area.x0, area.width()),
            };
            // values are those of the other axis
            let across = if side.direction() == Direction::X { y } else { x };
            let high = low + length;
            places[side as usize] = match axes.spines[side as usize].at {
                SpinePosition::Border => border,
                SpinePosition::Outward(points) => border + outward * look.px(points as f32),
                SpinePosition::Axes(share) => low + length * share as f32,
                SpinePosition::Data(value) => {
                    let at = across.pixel(value);
                    if at >= low.min(high) && at <= low.max(high) { at } else { border }
                }
            };
        }
        Self(places)
    }

    /// The box, with the border on that side where the line stands.
    pub(in crate::layout) fn moved(self, side: Side, area: Rect) -> Rect {
        let at = self.0[side as usize];
        match side {
            Side::Bottom => Rect { y1: at, ..area },
            Side::Top => Rect { y0: at, ..area },
            Side::Left => Rect { x0: at, ..area },
            Side::Right => Rect { x1: at, ..area },
        }
    }

    const fn on_border(area: Rect) -> Self {
        Self([area.y1, area.y0, area.x0, area.x1])
    }

    fn is_inside(self, side: Side, area: Rect) -> bool {
        let at = self.0[side as usize];
        match side.direction() {
            Direction::X => at > area.y0 && at < area.y1,
            Direction::Y => at > area.x0 && at < area.x1,
        }
    }
}

/// The frame of `axes`, which have these axes in `area`.
pub(in crate::layout) fn frame(
    axes: &Axes,
    x: &AxisLayout,
    y: &AxisLayout,
    (area, places): (Rect, Places),
    look: Look<'_>,
) -> FrameLayout {
    let mut frame = FrameLayout::default();
    for &(axis, direction) in &[(x, Direction::X), (y, Direction::Y)] {
        let said = axes.axis(direction);
        for side in Side::ALL {
            let shown = [axes.has_marks(side, false), axes.has_marks(side, true)];
            if side.direction() == direction && shown != [false; 2] {
                let (border, over) = (places.moved(side, area), places.is_inside(side, area));
                for tick in &axis.ticks {
                    if shown[usize::from(tick.minor)] {
                        frame.ticks.push(TickMark { over, ..mark(*tick, side, border, look, &said.looks) });
                    }
                }
            }
        }
        for tick in &axis.ticks {
            let lines = &said.grid[usize::from(tick.minor)];
            if lines.shown.unwrap_or(!tick.minor && look.theme.grid) {
                frame.grid.push(across(*tick, direction, area, look, lines));
            }
        }
    }
    // a theme without lines there has them where an axis was moved to
    let mut lines = axes.spines;
    for side in [axes.x.side, axes.y.side] {
        if matches!(side, Side::Top | Side::Right) {
            lines[side as usize].shown.get_or_insert(true);
        }
    }
    frame.spines = spines(lines, area, places, look);
    frame
}

fn mark(tick: Tick, side: Side, area: Rect, look: Look<'_>, looks: &[TickLook; 2]) -> TickMark {
    let at = match side {
        Side::Bottom => Point::new(tick.at, area.y1),
        Side::Top => Point::new(tick.at, area.y0),
        Side::Left => Point::new(area.x0, tick.at),
        Side::Right => Point::new(area.x1, tick.at),
    };
    let said = &looks[usize::from(tick.minor)];
    let width = if tick.minor { theme::MINOR_TICK_WIDTH } else { theme::TICK_WIDTH };
    let (length, inward) = reach(said, tick.minor, look);
    TickMark {
        at,
        side,
        length: look.px(length),
        inward: look.px(inward),
        width: look.px(said.width.unwrap_or(width)),
        color: said.color.unwrap_or(theme::TICK),
        over: false,
    }
}

/// How far ticks that look so point out of the box, and into it, in points.
pub(in crate::layout) fn reach(said: &TickLook, minor: bool, look: Look<'_>) -> (f32, f32) {
    let usual = if minor { theme::MINOR_TICK_LENGTH } else { theme::TICK_LENGTH };
    let length = look.theme.length(said.length.unwrap_or(usual));
    match said.direction.unwrap_or(look.theme.tick_direction) {
        TickDirection::Out => (length, 0.0),
        TickDirection::In => (0.0, length),
        TickDirection::InOut => (length / 2.0, length / 2.0),
    }
}

fn across(tick: Tick, direction: Direction, area: Rect, look: Look<'_>, lines: &GridLook) -> FrameLine {
    let (from, to) = match direction {
        Direction::X => (Point::new(tick.at, area.y0), Point::new(tick.at, area.y1)),
        Direction::Y => (Point::new(area.x0, tick.at), Point::new(area.x1, tick.at)),
    };
    let color = lines.color.unwrap_or(theme::GRID_COLOR);
    FrameLine {
        from,
        to,
        beyond: [0.0; 2],
        width: look.px(lines.width.unwrap_or(theme::GRID_WIDTH)),
        color: lines.alpha.map_or(color, |alpha| color.with_alpha(alpha)),
        style: lines.style.clone().unwrap_or_default(),
    }
}

/// The lines that are shown. Where two meet, the level one has the corner, so that no pixel is painted twice.
fn spines(shown: [Spine; 4], area: Rect, places: Places, look: Look<'_>) -> Vec<FrameLine> {
    let width = |side: Side| look.px(shown[side as usize].width.unwrap_or(theme::FRAME_WIDTH));
    let border = Places::on_border(area);
    let is_shown = |side: Side| shown[side as usize].shown.unwrap_or(look.theme.spines[side as usize]);
    // how far beyond the box a line reaches that ends at this side: to the end of the line there, or up to it
    let beyond = |side: Side, level: bool| {
        let there = is_shown(side) && places.0[side as usize] == border.0[side as usize];
        match (there, level) {
            (true, false) => -width(side) / 2.0,
            (true, true) => width(side) / 2.0,
            (false, _) => look.px(theme::FRAME_WIDTH) / 2.0,
        }
    };
    let mut spines = Vec::with_capacity(4);
    for &side in &[Side::Top, Side::Bottom, Side::Left, Side::Right] {
        let spine = shown[side as usize];
        if !is_shown(side) {
            continue;
        }
        let at = places.0[side as usize];
        let (from, to, beyond) = match side.direction() {
            Direction::X => (
                Point::new(area.x0, at),
                Point::new(area.x1, at),
                [beyond(Side::Left, true), beyond(Side::Right, true)],
            ),
            Direction::Y => (
                Point::new(at, area.y0),
                Point::new(at, area.y1),
                [beyond(Side::Top, false), beyond(Side::Bottom, false)],
            ),
        };
        let color = spine.color.unwrap_or(theme::SPINE);
        spines.push(FrameLine { from, to, beyond, width: width(side), color, style: LineStyle::Solid });
    }
    spines
}

/// That of a colorbar: ticks where its values stand, and all four lines, if these are its outline.
pub(in crate::layout) fn of_colorbar(axis: &AxisLayout, area: Rect, boxed: bool, look: Look<'_>) -> FrameLayout {
    let mut ticks = Vec::with_capacity(axis.ticks.len());
    for tick in &axis.ticks {
        ticks.push(mark(*tick, axis.side, area, look, &[TickLook::default(); 2]));
    }
    let spines = if boxed {
        spines([Spine { shown: Some(true), ..Spine::SHOWN }; 4], area, Places::on_border(area), look)
    } else {
        Vec::new()
    };
    FrameLayout { grid: Vec::new(), ticks, spines }
}
