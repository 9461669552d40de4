//! All axes of a figure in their boxes, each with its colorbars and its title.

use crate::axis::Side;
use crate::figure::{Bar, Figure, Place};
use crate::geom::Rect;
use crate::layout::axes::{Member, Room, of_axes};
use crate::layout::cells::Cells;
use crate::layout::colorbar::{self, Ends, filling, fitted, of_colorbar};
use crate::layout::legend::{GIVEN, lacking, place_outside};
use crate::layout::words::Look;
use crate::layout::{AxesLayout, PlacedText, aligned, overlap, title};
use crate::style::theme;

/// How much of their room axes give up on a side: their position in the figure, the side, and how much. The first list is for what stands
/// beside them with all that is theirs, the second for words between them and their colorbars.
type Given = Vec<(usize, Side, f32)>;

pub(super) fn lay_out(fig: &Figure, bars: &[Bar<'_>], cells: &Cells, look: Look<'_>) -> Vec<AxesLayout> {
    let mut axes = boxes(fig, cells, bars, &[Given::new(), Given::new()], look);
    clear_corners(fig, &mut axes);
    place_outside(fig, cells, &mut axes, false, look);
    let given = [lacking(fig, cells, &axes, look), under_colorbars(fig, bars, &axes, look)];
    if !given.iter().all(Vec::is_empty) {
        axes = boxes(fig, cells, bars, &given, look);
        clear_corners(fig, &mut axes);
        place_outside(fig, cells, &mut axes, true, look);
    }
    title::add_all(fig, &mut axes, look);
    axes
}

/// Where axes and colorbars may be.
struct Rooms {
    /// Those of axes that have one of their own, by their position in the figure.
    axes: Vec<Option<Rect>>,
    /// Those of colorbars; `None` of such as stand beside all that is around their axes, or have not been found yet.
    bars: Vec<Option<Rect>>,
}

impl Rooms {
    /// As far as they do not depend on where other axes are.
    fn new(fig: &Figure, cells: &Cells, bars: &[Bar<'_>], given: &Given) -> Self {
        let mut rooms = Self { axes: Vec::new(), bars: vec![None; bars.len()] };
        for (index, place, _) in fig.axes() {
            rooms.axes.resize(index + 1, None);
            if place.parent().is_none() {
                rooms.axes[index] = Some(narrowed(cells.area(place, &|_| Rect::default()), index, given, GIVEN));
            }
        }
        for (k, bar) in bars.iter().enumerate() {
            if !is_outside(fig, cells, bar) && bar.from.iter().all(|index| rooms.of(*index).is_some()) {
                rooms.split(k, bar, cells);
            }
        }
        rooms
    }

    fn of(&self, index: usize) -> Option<Rect> {
        self.axes.get(index).copied().flatten()
    }

    /// Gives a colorbar its part of the room of its axes.
    fn split(&mut self, k: usize, bar: &Bar<'_>, cells: &Cells) {
        let mut all: Option<Rect> = None;
        for index in &bar.from {
            all = self.of(*index).map(|room| all.map_or(room, |all| all.union(room)));
        }
        let Some(all) = all else { return };
        let (rest, room) = colorbar::split(all, &bar.seat.value, cells.constrained);
        self.bars[k] = Some(room);
        for index in &bar.from {
            if let Some(own) = self.of(*index) {
                self.axes[*index] = Some(colorbar::moved(own, all, rest));
            }
        }
    }
}

/// Whether a colorbar stands beside all that is around its axes: where room is made for that.
fn is_outside(fig: &Figure, cells: &Cells, bar: &Bar<'_>) -> bool {
    let in_grid = |index: &usize| matches!(fig.place_of(*index), Some(Place::Grid { .. }));
    cells.constrained && !bar.from.is_empty() && bar.from.iter().all(in_grid)
}

/// The axes in the order of the figure, so that those that belong to others find the boxes of these.
fn boxes(fig: &Figure, cells: &Cells, bars: &[Bar<'_>], [wide, given]: &[Given; 2], look: Look<'_>) -> Vec<AxesLayout> {
    let mut rooms = Rooms::new(fig, cells, bars, wide);
    let mut all: Vec<AxesLayout> = Vec::new();
    for (index, place, axes) in fig.axes() {
        let area = match rooms.of(index) {
            Some(area) => area,
            None => cells.area(place, &|parent| box_of(&all, parent)),
        };
        let room = if fig.boxed_in(index) == index {
            if rooms.of(index).is_none() {
                rooms.axes[index] = Some(narrowed(area, index, wide, GIVEN));
                for (k, bar) in bars.iter().enumerate().filter(|(_, bar)| bar.from == [index]) {
                    rooms.split(k, bar, cells);
                }
            }
            let cell = narrowed(rooms.of(index).unwrap_or(area), index, given, 0.5);
            let last = bars.iter().rev().find(|bar| bar.from.contains(&index));
            let anchor = match last.map(|bar| bar.seat.value.location) {
                None => [0.5, 0.5],
                Some(Side::Right) => [1.0, 0.5],
                Some(Side::Left) => [0.0, 0.5],
                Some(Side::Top) => [0.5, 0.0],
                Some(Side::Bottom) => [0.5, 1.0],
            };
            Room::Own { cell, anchor }
        } else {
            Room::Shared(area)
        };
        let hidden = bars.iter().any(|bar| bar.fills && bar.owner == index);
        all.push(of_axes(Member { fig, index, axes, hidden }, room, look));
    }
    aligned::align(fig, &mut all);
    let mut bars = place(fig, cells, bars, &rooms, &all, look);
    let mut out = Vec::with_capacity(all.len() + bars.len());
    for axes in all {
        let owner = axes.owner;
        out.push(axes);
        for bar in &mut bars {
            if bar.as_ref().is_some_and(|bar| bar.owner == owner) {
                out.extend(bar.take());
            }
        }
    }
    out
}

/// What is left of the room of axes when they have given up some, this share of it at most.
fn narrowed(room: Rect, index: usize, given: &Given, most: f32) -> Rect {
    let mut cell = room;
    let (wide, high) = (room.width() * most, room.height() * most);
    for (_, side, by) in given.iter().filter(|(base, ..)| *base == index) {
        match side {
            Side::Right => cell.x1 = cell.x1.min(room.x1 - by.min(wide)),
            Side::Left => cell.x0 = cell.x0.max(room.x0 + by.min(wide)),
            Side::Bottom => cell.y1 = cell.y1.min(room.y1 - by.min(high)),
            Side::Top => cell.y0 = cell.y0.max(room.y0 + by.min(high)),
        }
    }
    cell
}

/// The colorbars beside axes, or in them; none of such as show nothing.
fn place(
    fig: &Figure,
    cells: &Cells,
    bars: &[Bar<'_>],
    rooms: &Rooms,
    axes: &[AxesLayout],
    look: Look<'_>,
) -> Vec<Option<AxesLayout>> {
    let mut placed: Vec<Option<AxesLayout>> = Vec::with_capacity(bars.len());
    placed.resize(bars.len(), None);
    // the newest is the nearest to its axes
    for (k, bar) in bars.iter().enumerate().rev() {
        // an artist that shows no values for now keeps the room
        let Some(scale) = &bar.scale else { continue };
        let own = &bar.seat.value;
        let ends = Ends::of(own, scale);
        let zorder = fig.zorder_of(bar.owner);
        let lay = |area: Rect| of_colorbar(bar, scale, area, zorder, look);
        placed[k] = Some(if bar.fills {
            lay(filling(box_of(axes, bar.owner), own, ends))
        } else if let Some(room) = rooms.bars[k] {
            lay(fitted(room, own, ends))
        } else if is_outside(fig, cells, bar) {
            let near = colorbar::Near { fig, axes, cells: &rooms.axes, bars: &placed, held: &cells.rooms };
            near.outside(bar, ends, &lay)
        } else {
            continue;
        });
    }
    placed
}

/// The box of axes that were laid out before.
fn box_of(axes: &[AxesLayout], owner: usize) -> Rect {
    axes.iter().find(|a| a.owner == owner && a.colors.is_none()).map_or_else(Rect::default, |a| a.area)
}

/// Axes whose words would lie under their colorbars: how far these words reach out at the right, and as far as they lie there on
/// other sides, where there is room for most.
fn under_colorbars(fig: &Figure, bars: &[Bar<'_>], axes: &[AxesLayout], look: Look<'_>) -> Given {
    let mut given = Given::new();
    for bar in bars {
        let id = Some(bar.seat.id);
        let Some(laid) = axes.iter().find(|a| a.key.0 == id) else { continue };
        if laid.bar.as_ref().is_some_and(|bar| bar.away.is_some()) {
            continue;
        }
        let (side, taken, gap) = (bar.seat.value.location, laid.extent(), look.px(theme::TICK_PAD));
        for axes in axes.iter().filter(|a| a.colors.is_none()) {
            let base = fig.boxed_in(axes.owner);
            if !bar.from.contains(&base) {
                continue;
            }
            for text in axes.texts.iter().map(PlacedText::bounds) {
                let by = match side {
                    Side::Right if text.x0 >= axes.area.x1 => text.x1 - axes.area.x1,
                    Side::Left if overlap(text, taken) => taken.x1 + gap - text.x0,
                    Side::Bottom if overlap(text, taken) => text.y1 + gap - taken.y0,
                    Side::Top if overlap(text, taken) => taken.y1 + gap - text.y0,
                    _ => continue,
                };
                given.push((base, side, by));
            }
        }
    }
    given
}

/// Raises what the labels of an upright axis leave out over the words of an axis at the top, also of a twin.
fn clear_corners(fig: &Figure, axes: &mut [AxesLayout]) {
    for at in 0..axes.len() {
        for k in 0..axes[at].texts.len() {
            let text = &axes[at].texts[k];
            if !text.corner {
                continue;
            }
            let (bounds, base) = (text.bounds(), fig.boxed_in(axes[at].owner));
            let mut top = bounds.y1;
            for other in axes.iter().filter(|a| a.colors.is_none() && fig.boxed_in(a.owner) == base) {
                for other in other.texts.iter().filter(|other| !other.corner && overlap(other.bounds(), bounds)) {
                    top = top.min(other.bounds().y0);
                }
            }
            if top < bounds.y1 {
                let raised = axes[at].texts[k].clone().raised(bounds.y1 - top);
                axes[at].texts[k] = raised;
            }
        }
    }
}
