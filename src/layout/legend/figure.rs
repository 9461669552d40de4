//! The legend of all axes.

use crate::axis::{Direction, Side};
use crate::figure::{Figure, LegendLoc};
use crate::geom::Rect;
use crate::layout::around::Taken;
use crate::layout::cells::is_in_grid;
use crate::layout::legend::entries::shown;
use crate::layout::legend::outside::table;
use crate::layout::legend::table::{Limit, Table};
use crate::layout::legend::{filled, part, stand, whole};
use crate::layout::words::Look;
use crate::layout::{AxesLayout, LegendLayout};
use crate::style::theme;

/// How much of the figure a legend beside all axes may take, across.
const MOST: f32 = 0.35;

/// The legend of all axes, and, if it stands beside them, how much it takes at the border of the figure; `words` is how much other words
/// take there.
pub(in crate::layout) fn of_figure(fig: &Figure, words: Taken, look: Look<'_>) -> Option<(LegendLayout, Taken)> {
    let legend = fig.get_legend()?;
    let mut all = Vec::new();
    for (index, ..) in fig.axes() {
        all.push(index);
    }
    let shown = shown(fig, legend, &all);
    if shown.is_empty() {
        return None;
    }
    let figure = whole(look);
    let free = Rect::new(
        figure.x0 + words.left as f32,
        figure.y0 + words.top as f32,
        figure.x1 - words.right as f32,
        figure.y1 - words.bottom as f32,
    );
    let em = look.px(legend.fontsize.unwrap_or(theme::LEGEND_SIZE));
    let inside = |em: f32, room: Rect| room.expanded(-legend.pads.axes * em);
    let Some(side) = legend.outside else {
        let limit = Limit { width: figure.width(), height: inside(em, figure).height(), figure, wide: false };
        let mut table = Table::fitting(&shown, legend, limit, look);
        let room = inside(table.em, legend.anchor.map_or(figure, |anchor| part(figure, anchor)));
        if legend.expand {
            table.width = table.width.max(room.width());
        }
        let loc = if legend.loc == LegendLoc::Best { LegendLoc::UpperRight } else { legend.loc };
        let frame = stand(&table, loc.shares(), room, figure, legend.anchor.is_some());
        return Some((filled(frame, &table, &shown, legend, look), Taken::default()));
    };
    let most = MOST * if side.direction() == Direction::X { figure.height() } else { figure.width() };
    let table = table(legend, &shown, side, (inside(em, free), most), look);
    let (right, down) = if legend.loc == LegendLoc::Best { (0.5, 0.5) } else { legend.loc.shares() };
    let shares = match side {
        Side::Right => (1.0, down),
        Side::Left => (0.0, down),
        Side::Top => (right, 0.0),
        Side::Bottom => (right, 1.0),
    };
    // along its side it has all of the figure
    let room = match side.direction() {
        Direction::Y => Rect { y0: figure.y0, y1: figure.y1, ..free },
        Direction::X => Rect { x0: figure.x0, x1: figure.x1, ..free },
    };
    let frame = stand(&table, shares, inside(table.em, room), figure, true);
    let pad = f64::from(look.px(theme::CONSTRAINED_PAD));
    // as much as matplotlib gives it, but no less than it takes
    let taken = |words: f64, size: f32, reach: f32| f64::from(reach).max(words + f64::from(size) + 2.0 * pad);
    let mut all = Taken::default();
    match side {
        Side::Right => all.right = taken(words.right, frame.width(), figure.x1 - frame.x0),
        Side::Left => all.left = taken(words.left, frame.width(), frame.x1 - figure.x0),
        Side::Top => all.top = taken(words.top, frame.height(), frame.y1 - figure.y0),
        Side::Bottom => all.bottom = taken(words.bottom, frame.height(), figure.y1 - frame.y0),
    }
    Some((filled(frame, &table, &shown, legend, look), all))
}

/// By how much what is around axes in grids reaches into what a legend takes at the border.
pub(in crate::layout) fn overlapped(fig: &Figure, axes: &[AxesLayout], taken: Taken, look: Look<'_>) -> Taken {
    let figure = whole(look);
    let mut over = Taken::default();
    for axes in axes.iter().filter(|axes| is_in_grid(fig, axes.owner)) {
        let extent = axes.extent();
        for (taken, over, reach) in [
            (taken.right, &mut over.right, extent.x1 - figure.x1),
            (taken.left, &mut over.left, figure.x0 - extent.x0),
            (taken.top, &mut over.top, figure.y0 - extent.y0),
            (taken.bottom, &mut over.bottom, extent.y1 - figure.y1),
        ] {
            if taken > 0.0 {
                *over = over.max(f64::from(reach) + taken);
            }
        }
    }
    over
}
