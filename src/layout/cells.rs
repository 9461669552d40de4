//! Where the boxes of the axes are: the cells of grids, the room of colorbars, and the shape that an aspect asks for.

use crate::figure::{Figure, Grid, GridRooms, Place, Rooms, Within, grown};
use crate::geom::{Rect, Size};
use crate::layout::around::Taken;
use crate::layout::tracks::{Track, default_tracks, divide, match_submerged};
use crate::layout::words::Look;
use crate::style::theme;

/// The columns and rows of the grids in a figure.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cells {
    size: Size,
    /// As many as the figure has grids.
    grids: Vec<GridCells>,
    /// What stands out over them.
    pub(crate) rooms: Rooms,
    /// Whether colorbars have room of their own beside the cells, and not a part of them.
    pub(crate) constrained: bool,
}

/// The columns and rows of one grid.
#[derive(Clone, Debug, PartialEq)]
struct GridCells {
    rows: Vec<Track>,
    cols: Vec<Track>,
}

impl Cells {
    /// matplotlib's default margins and gaps.
    pub(crate) fn default_for(fig: &Figure, size: Size) -> Self {
        Self::narrowed(fig, size, Taken::default())
    }

    /// The same, but so many pixels are left free at the borders, as long as a part of the grids is left.
    pub(crate) fn narrowed(fig: &Figure, size: Size, by: Taken) -> Self {
        let (w, h) = (f64::from(size.width), f64::from(size.height));
        let (high, wide) = ((theme::TOP - theme::BOTTOM) / 2.0 * h, (theme::RIGHT - theme::LEFT) / 2.0 * w);
        let top = (1.0 - theme::TOP) * h + by.top.clamp(0.0, high);
        let bottom = (1.0 - theme::BOTTOM) * h - by.bottom.clamp(0.0, high);
        let left = theme::LEFT * w + by.left.clamp(0.0, wide);
        let right = theme::RIGHT * w - by.right.clamp(0.0, wide);
        let (grids, rooms) = (Vec::with_capacity(fig.grids().len()), Rooms::default());
        let mut cells = Self { size, grids, rooms, constrained: false };
        for grid in fig.grids() {
            let (x, y) = match grid.within {
                Within::Figure => ((left, right), (top, bottom)),
                Within::Place(place) => cells.around(place),
            };
            let rows = default_tracks(grid.rows, y, grid.hspace.unwrap_or(theme::HSPACE), &grid.heights);
            let cols = default_tracks(grid.cols, x, grid.wspace.unwrap_or(theme::WSPACE), &grid.widths);
            cells.grids.push(GridCells { rows, cols });
        }
        cells
    }

    /// The box of axes before a colorbar or an aspect takes something of it; `of` knows the boxes of axes that others belong
    /// to.
    pub(crate) fn area(&self, place: Place, of: &dyn Fn(usize) -> Rect) -> Rect {
        match place {
            Place::Shares { .. } => {
                let ((x0, x1), (y0, y1)) = self.around(place);
                Rect::new(x0 as f32, y0 as f32, x1 as f32, y1 as f32)
            }
            Place::Twin { of: parent } => of(parent),
            Place::Inset { of: parent, part } => within(of(parent), part),
            Place::Grid { grid, row, col } => {
                let GridCells { rows, cols } = &self.grids[grid];
                Rect::new(
                    cols[col.0].inner.0 as f32,
                    rows[row.0].inner.0 as f32,
                    cols[col.1 - 1].inner.1 as f32,
                    rows[row.1 - 1].inner.1 as f32,
                )
            }
        }
    }

    /// From where to where a grid reaches that stands there: over all of its cells, with the room around them.
    fn around(&self, place: Place) -> ((f64, f64), (f64, f64)) {
        let (w, h) = (f64::from(self.size.width), f64::from(self.size.height));
        match place {
            Place::Grid { grid, row, col } => {
                let GridCells { rows, cols } = &self.grids[grid];
                let over =
                    |tracks: &[Track], (from, to): (usize, usize)| (tracks[from].outer.0, tracks[to - 1].outer.1);
                (over(cols, col), over(rows, row))
            }
            Place::Shares { left, bottom, width, height } => {
                ((left * w, (left + width) * w), ((1.0 - bottom - height) * h, (1.0 - bottom) * h))
            }
            Place::Twin { .. } | Place::Inset { .. } => ((0.0, w), (0.0, h)),
        }
    }

    /// Makes room for what stands out over these cells: `extents` are the rectangles that the axes (by their position in
    /// the figure) and what belongs to them take. No less room than `held` is made. `None` if nothing would be left of some
    /// axes.
    pub(crate) fn constrained(
        &self,
        fig: &Figure,
        extents: &[(usize, Rect)],
        taken: Taken,
        look: Look<'_>,
        held: &Rooms,
    ) -> Option<Self> {
        let size = self.size;
        let (w, h) = (f64::from(size.width), f64::from(size.height));
        let pad = f64::from(look.px(theme::CONSTRAINED_PAD));
        let (top, bottom) = (grown(held.top, taken.top), grown(held.bottom, taken.bottom));
        let (left, right) = (grown(held.left, taken.left), grown(held.right, taken.right));
        let (pixels_per_point, frozen) = (look.pixels_per_point, held.frozen);
        let (grids, bars) = (Vec::new(), held.bars.clone());
        let rooms = Rooms { pixels_per_point, top, bottom, left, right, grids, bars, frozen };
        let mut cells = Self { size, grids: Vec::with_capacity(self.grids.len()), rooms, constrained: true };
        for (at, grid) in fig.grids().iter().enumerate() {
            let members = members_of(fig, at);
            let given = held.of(at, grid.rows, grid.cols).grown_to(&self.needed(at, grid, &members, extents));
            let (x, y) = match grid.within {
                Within::Figure => ((left, w - right), (top, h - bottom)),
                Within::Place(place) => cells.around(place),
            };
            let (mut rows, mut cols) = (Vec::with_capacity(members.len()), Vec::with_capacity(members.len()));
            for (_, row, col) in &members {
                rows.push(*row);
                cols.push(*col);
            }
            let gap = |space: Option<f64>, n: usize, length: f64| {
                pad.max(space.unwrap_or(theme::CONSTRAINED_SPACE) / 2.0 / n as f64 * length)
            };
            let across = margins(&given.cols, &cols, pad, gap(grid.wspace, grid.cols, w));
            let down = margins(&given.rows, &rows, pad, gap(grid.hspace, grid.rows, h));
            let tracks = GridCells { rows: divide(y, &down, &grid.heights)?, cols: divide(x, &across, &grid.widths)? };
            cells.grids.push(tracks);
            cells.rooms.grids.push(given);
        }
        Some(cells)
    }

    /// What stands out over the cells of a grid: before and after each column, above and below each row.
    fn needed(&self, at: usize, grid: &Grid, members: &[Member], extents: &[(usize, Rect)]) -> GridRooms {
        let mut needed = GridRooms::none(grid.rows, grid.cols);
        let (out_x, out_y) = (&mut needed.cols, &mut needed.rows);
        for &(index, row, col) in members {
            let mut all: Option<Rect> = None;
            for (owner, extent) in extents {
                if *owner == index {
                    all = Some(all.map_or(*extent, |all| all.union(*extent)));
                }
            }
            let Some(all) = all else { continue };
            let cell = self.area(Place::Grid { grid: at, row, col }, &|_| Rect::default());
            let stands_out = |room: &mut f64, by: f32| *room = room.max(f64::from(by));
            stands_out(&mut out_x[col.0].0, cell.x0 - all.x0);
            stands_out(&mut out_x[col.1 - 1].1, all.x1 - cell.x1);
            stands_out(&mut out_y[row.0].0, cell.y0 - all.y0);
            stands_out(&mut out_y[row.1 - 1].1, all.y1 - cell.y1);
        }
        needed
    }
}

/// Axes of a grid: their position in the figure, their rows and their columns.
type Member = (usize, (usize, usize), (usize, usize));

fn members_of(fig: &Figure, grid: usize) -> Vec<Member> {
    let mut members = Vec::new();
    for (index, place, _) in fig.axes() {
        if let Place::Grid { grid: its, row, col } = place
            && its == grid
        {
            members.push((index, row, col));
        }
    }
    members
}

/// The room before and after each column (or row) with what is left free: `pad` at the border of the grid, `gap` within it. Where no
/// axes begin or end there is none, but as much as elsewhere within axes over several columns.
fn margins(given: &[(f64, f64)], members: &[(usize, usize)], pad: f64, gap: f64) -> Vec<(f64, f64)> {
    let mut margins = vec![(0.0, 0.0); given.len()];
    for &(from, to) in members {
        margins[from].0 = given[from].0 + if from > 0 { gap } else { pad };
        margins[to - 1].1 = given[to - 1].1 + if to < given.len() { gap } else { pad };
    }
    match_submerged(&mut margins, members);
    margins
}

/// Whether the axes at that position of the figure stand in a grid, or belong to some that do.
pub(crate) fn is_in_grid(fig: &Figure, owner: usize) -> bool {
    let root = fig.root_of(owner);
    fig.axes().any(|(index, place, _)| index == root && matches!(place, Place::Grid { .. }))
}

/// The part of a box that is given in shares of it, from the lower left.
fn within(area: Rect, [left, bottom, width, height]: [f64; 4]) -> Rect {
    let (w, h) = (f64::from(area.width()), f64::from(area.height()));
    let x = |share: f64| (f64::from(area.x0) + share * w) as f32;
    let y = |share: f64| (f64::from(area.y1) - share * h) as f32;
    Rect::new(x(left), y(bottom + height), x(left + width), y(bottom))
}

/// The largest box in `area` whose height is `ratio` times its width, at these shares of what is left from the left and from the top.
pub(crate) fn shrink_to(area: Rect, ratio: f64, anchor: [f64; 2]) -> Rect {
    let (w, h) = (f64::from(area.width()), f64::from(area.height()));
    if !(ratio.is_finite() && ratio > 0.0) {
        return area;
    }
    let (wide, high) = if w * ratio <= h { (w, w * ratio) } else { (h / ratio, h) };
    let x0 = f64::from(area.x0) + (w - wide) * anchor[0];
    let y0 = f64::from(area.y0) + (h - high) * anchor[1];
    Rect::new(x0 as f32, y0 as f32, (x0 + wide) as f32, (y0 + high) as f32)
}

#[cfg(test)]
mod tests;
