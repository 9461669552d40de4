//! Colorbars for which room is made: beside all that is around their axes.

use crate::axis::Side;
use crate::figure::{Bar, Figure, Rooms, grown};
use crate::geom::Rect;
use crate::layout::AxesLayout;
use crate::layout::colorbar::room::{Ends, fitted, inside, off};

/// What is around a colorbar when it is placed.
pub(in crate::layout) struct Near<'a> {
    pub(in crate::layout) fig: &'a Figure,
    pub(in crate::layout) axes: &'a [AxesLayout],
    /// The cells of axes, by their position in the figure.
    pub(in crate::layout) cells: &'a [Option<Rect>],
    /// Colorbars that were placed before.
    pub(in crate::layout) bars: &'a [Option<AxesLayout>],
    /// What was given while the figure was recorded.
    pub(in crate::layout) held: &'a Rooms,
}

impl Near<'_> {
    /// A colorbar that `lay` lays out in a box, beside its axes, their words, and other colorbars there.
    pub(in crate::layout) fn outside(&self, bar: &Bar<'_>, ends: Ends, lay: &dyn Fn(Rect) -> AxesLayout) -> AxesLayout {
        let (own, side) = (&bar.seat.value, bar.seat.value.location);
        let mut all: Option<Rect> = None;
        for index in &bar.from {
            all = self.cell(*index).map(|cell| all.map_or(cell, |all| all.union(cell)));
        }
        let all = all.unwrap_or_default();
        let mut taken: f32 = 0.0;
        for axes in self.axes {
            let cell = self.cell(self.fig.root_of(axes.owner));
            if cell.is_some_and(|cell| side.reach(cell, all).abs() < 0.5) {
                taken = taken.max(side.reach(axes.needed(), all));
            }
        }
        for other in self.bars.iter().flatten() {
            let Some(placed) = &other.bar else { continue };
            // beside another cell it is in nobody's way here
            let beside = |(index, need): &(usize, Rect)| {
                bar.from.contains(index) && self.cell(*index).is_some_and(|cell| side.reach(*need, cell) > 0.0)
            };
            if placed.location == side && placed.needs.iter().any(beside) {
                taken = taken.max(side.reach(other.needed(), all));
            }
        }
        let held = self.held.of_bar(bar.seat.id, side);
        let away = match held {
            Some(held) if self.held.frozen => held,
            _ => grown(held.unwrap_or(0.0), f64::from(taken)),
        };
        let area = fitted(inside(all, own), own, ends);
        let by = away as f32 + off(all, own);
        let (dx, dy) = match side {
            Side::Right => (all.width() + by, 0.0),
            Side::Left => (-all.width() - by, 0.0),
            Side::Bottom => (0.0, all.height() + by),
            Side::Top => (0.0, -all.height() - by),
        };
        let mut laid = lay(Rect::new(area.x0 + dx, area.y0 + dy, area.x1 + dx, area.y1 + dy));
        let needed = laid.needed();
        if let Some(placed) = &mut laid.bar {
            placed.away = Some(away);
            for index in &bar.from {
                if let Some(cell) = self.cell(*index) {
                    placed.needs.push((*index, share(needed, cell, all)));
                }
            }
        }
        laid
    }

    fn cell(&self, index: usize) -> Option<Rect> {
        self.cells.get(index).copied().flatten()
    }
}

/// What a colorbar beside several cells needs of one of them: room on the sides where that cell is the outermost.
fn share(needed: Rect, cell: Rect, all: Rect) -> Rect {
    let mut share = cell;
    for (side, at) in [
        (Side::Right, &mut share.x1),
        (Side::Left, &mut share.x0),
        (Side::Bottom, &mut share.y1),
        (Side::Top, &mut share.y0),
    ] {
        if side.reach(cell, all).abs() < 0.5 && side.reach(needed, all) > 0.0 {
            *at = match side {
                Side::Right => needed.x1,
                Side::Left => needed.x0,
                Side::Bottom => needed.y1,
                Side::Top => needed.y0,
            };
        }
    }
    share
}
