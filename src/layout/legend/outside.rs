//! Legends beside their axes.

use crate::axis::{Direction, Side};
use crate::figure::{Figure, Legend, LegendLoc, grown};
use crate::geom::Rect;
use crate::layout::AxesLayout;
use crate::layout::cells::{Cells, is_in_grid};
use crate::layout::legend::entries::shown;
use crate::layout::legend::table::{Limit, Table};
use crate::layout::legend::{filled, whole};
use crate::layout::words::Look;
use crate::style::theme;

/// How much of the figure a legend beside axes may take, across.
const MOST: f32 = 0.5;
/// How much of their room axes give up for it, where no room is made.
pub(in crate::layout) const GIVEN: f32 = 0.75;

/// Puts the legends that stand beside their axes there, farther out than all that is around these; `settled`: in the figure in any case, as
/// the axes have given up what they can.
pub(in crate::layout) fn place_outside(
    fig: &Figure,
    cells: &Cells,
    axes: &mut [AxesLayout],
    settled: bool,
    look: Look<'_>,
) {
    for at in 0..axes.len() {
        let Some((legend, side)) = beside(fig, &axes[at]) else { continue };
        let (owner, area) = (axes[at].owner, axes[at].area);
        let shown = shown(fig, legend, &[owner]);
        if shown.is_empty() {
            continue;
        }
        let root = fig.root_of(owner);
        let cell = fig.place_of(root).map_or(area, |place| cells.area(place, &|_| Rect::default()));
        let mut taken: f32 = 0.0;
        for other in axes.iter() {
            let beside = |(index, need): &(usize, Rect)| *index == root && side.reach(*need, cell) > 0.0;
            let shared = other.bar.as_ref().is_some_and(|bar| bar.location == side && bar.needs.iter().any(beside));
            let own = fig.root_of(other.owner) == root && other.bar.as_ref().is_none_or(|bar| bar.away.is_none());
            if own || shared {
                taken = taken.max(side.reach(other.needed(), area));
            }
        }
        let held = axes[at].key.0.and_then(|id| cells.rooms.of_bar(id, side)).filter(|_| cells.constrained);
        let away = match held {
            Some(held) if cells.rooms.frozen => held,
            _ => grown(held.unwrap_or(0.0), f64::from(taken)),
        };
        let figure = whole(look);
        let mut most = MOST * if side.direction() == Direction::X { figure.height() } else { figure.width() };
        let roomy = makes_room(fig, cells, owner);
        if !roomy {
            // what is left when the axes have given up all that they do
            let room = if fig.boxed_in(owner) == root { cell } else { area };
            let length = if side.direction() == Direction::X { room.height() } else { room.width() };
            let beyond = side.reach(bound(fig, cells, root, side, look), room);
            let em = look.px(legend.fontsize.unwrap_or(theme::LEGEND_SIZE));
            most = most.min(length * GIVEN + beyond - away as f32 - legend.pads.axes * em).max(1.0);
        }
        let table = table(legend, &shown, side, (area, most), look);
        let off = away as f32 + legend.pads.axes * table.em;
        let frame = along(legend, side, &table, area, whole(look));
        let (dx, dy) = match side {
            Side::Right => (area.x1 + off, frame.y0),
            Side::Left => (area.x0 - off - table.width, frame.y0),
            Side::Bottom => (frame.x0, area.y1 + off),
            Side::Top => (frame.x0, area.y0 - off - table.height),
        };
        let (mut x0, mut y0) = (dx, dy);
        if settled && !roomy {
            x0 = x0.min(figure.x1 - table.width).max(figure.x0);
            y0 = y0.min(figure.y1 - table.height).max(figure.y0);
        }
        let frame = Rect::new(x0, y0, x0 + table.width, y0 + table.height);
        let mut placed = filled(frame, &table, &shown, legend, look);
        placed.away = Some(away);
        axes[at].legend = Some(placed);
    }
}

/// Whether room is made for what is around axes: never for such as stand in no grid.
fn makes_room(fig: &Figure, cells: &Cells, owner: usize) -> bool {
    cells.constrained && is_in_grid(fig, owner)
}

/// The legend of axes that stands beside them.
fn beside<'a>(fig: &'a Figure, axes: &AxesLayout) -> Option<(&'a Legend, Side)> {
    let own = fig.axes_at(axes.owner).filter(|_| axes.colors.is_none())?;
    let legend = own.legend.as_ref()?;
    Some((legend, legend.outside?))
}

/// The entries of a legend on this side of a box, `most` pixels wide (or high) at most: above and below in as many columns as there is
/// room for.
pub(super) fn table(
    legend: &Legend,
    shown: &[super::entries::Shown],
    side: Side,
    (area, most): (Rect, f32),
    look: Look<'_>,
) -> Table {
    let mut figure = whole(look);
    let limit = match side.direction() {
        // beside the axes
        Direction::Y => {
            figure.x1 = most;
            Limit { width: figure.width(), height: area.height(), figure, wide: false }
        }
        Direction::X => {
            figure.y1 = most;
            Limit { width: area.width(), height: figure.height(), figure, wide: true }
        }
    };
    let mut table = Table::fitting(shown, legend, limit, look);
    if legend.expand && side.direction() == Direction::X {
        table.width = table.width.max(area.width());
    }
    table
}

/// Where a table is along this side of a box: where its place says, and in the figure.
pub(super) fn along(legend: &Legend, side: Side, table: &Table, area: Rect, figure: Rect) -> Rect {
    let (right, down) = match (legend.loc, side.direction()) {
        (LegendLoc::Best, Direction::Y) => (0.0, 0.0),
        (LegendLoc::Best, Direction::X) => (0.5, 0.0),
        (loc, _) => loc.shares(),
    };
    let x0 = (area.x0 + (area.width() - table.width) * right).min(figure.x1 - table.width).max(figure.x0);
    let y0 = (area.y0 + (area.height() - table.height) * down).min(figure.y1 - table.height).max(figure.y0);
    Rect::new(x0, y0, x0 + table.width, y0 + table.height)
}

/// Where no room is made for what is around axes: by how much those with a legend beside them, by their position in the figure, have to
/// give way on that side, so that it is in the figure, and not over the cell of others.
pub(in crate::layout) fn lacking(
    fig: &Figure,
    cells: &Cells,
    axes: &[AxesLayout],
    look: Look<'_>,
) -> Vec<(usize, Side, f32)> {
    let mut lacking = Vec::new();
    for one in axes {
        let (Some((_, side)), Some(legend)) = (beside(fig, one), &one.legend) else { continue };
        if makes_room(fig, cells, one.owner) {
            continue;
        }
        let root = fig.root_of(one.owner);
        let bound = bound(fig, cells, root, side, look);
        let by = side.reach(legend.frame, bound);
        if by > 0.0 {
            lacking.push((fig.boxed_in(one.owner), side, by));
        }
    }
    lacking
}

/// As far as a legend of axes may reach on a side where no room is made: to the border of the figure, but not over the cell of others.
fn bound(fig: &Figure, cells: &Cells, root: usize, side: Side, look: Look<'_>) -> Rect {
    let mut bound = whole(look).expanded(-look.px(theme::CONSTRAINED_PAD));
    let cell = |index: usize| fig.place_of(index).map(|place| cells.area(place, &|_| Rect::default()));
    let Some(own) = cell(root) else { return bound };
    for (index, place, _) in fig.axes() {
        let Some(other) = cell(index).filter(|_| index != root && place.parent().is_none()) else { continue };
        let beyond = match side {
            Side::Right => other.x0 >= own.x1,
            Side::Left => other.x1 <= own.x0,
            Side::Bottom => other.y0 >= own.y1,
            Side::Top => other.y1 <= own.y0,
        };
        let across = match side.direction() {
            Direction::Y => other.y0 < own.y1 && own.y0 < other.y1,
            Direction::X => other.x0 < own.x1 && own.x0 < other.x1,
        };
        if beyond && across {
            bound = own;
        }
    }
    bound
}
