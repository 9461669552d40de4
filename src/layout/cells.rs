//! Where the boxes of the axes are: the cells of grids, the room of colorbars, and the shape that an aspect asks for.

use crate::figure::{Figure, GridRooms, Place, Rooms, grown};
use crate::geom::{Rect, Size};
use crate::layout::union;
use crate::layout::words::{Look, PlacedText};
use crate::style::theme;

/// The columns and rows of the grids in a figure.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cells {
    size: Size,
    /// How much lower than by default the grids begin, in pixels.
    lowered: f64,
    /// Grids whose columns and rows are not where the default puts them.
    own: Vec<Grid>,
    /// What stands out over those.
    pub(crate) rooms: Rooms,
}

/// The columns and rows of one grid: first and last pixel of each.
#[derive(Clone, Debug, PartialEq)]
struct Grid {
    rows: Vec<(f64, f64)>,
    cols: Vec<(f64, f64)>,
}

impl Cells {
    /// matplotlib's default margins and gaps.
    pub(crate) fn default_for(size: Size) -> Self {
        Self { size, lowered: 0.0, own: Vec::new(), rooms: Rooms::default() }
    }

    /// Lets the grids begin so many pixels lower, as long as half of their height is left.
    pub(crate) fn lower(&mut self, by: f32) {
        let most = (theme::TOP - theme::BOTTOM) / 2.0 * f64::from(self.size.height);
        self.lowered = f64::from(by).clamp(0.0, most);
    }

    /// The box of axes before a colorbar or an aspect takes something of it; `of` knows the boxes of axes that others belong
    /// to.
    pub(crate) fn area(&self, place: Place, of: &dyn Fn(usize) -> Rect) -> Rect {
        let (w, h) = (f64::from(self.size.width), f64::from(self.size.height));
        match place {
            Place::Shares { left, bottom, width, height } => Rect::new(
                (left * w) as f32,
                ((1.0 - bottom - height) * h) as f32,
                ((left + width) * w) as f32,
                ((1.0 - bottom) * h) as f32,
            ),
            Place::Twin { of: parent, .. } => of(parent),
            Place::Inset { of: parent, part } => within(of(parent), part),
            Place::Grid { rows, cols, row, col } => {
                let grid = match self.find(rows, cols) {
                    Some(grid) => grid.clone(),
                    None => default_grid(rows, cols, w, h, self.lowered),
                };
                Rect::new(
                    grid.cols[col.0].0 as f32,
                    grid.rows[row.0].0 as f32,
                    grid.cols[col.1 - 1].1 as f32,
                    grid.rows[row.1 - 1].1 as f32,
                )
            }
        }
    }

    fn find(&self, rows: usize, cols: usize) -> Option<&Grid> {
        self.own.iter().find(|g| g.rows.len() == rows && g.cols.len() == cols)
    }

    /// Makes room for what stands out over these cells: `extents` are the rectangles that the axes (by their position in
    /// the figure) and what belongs to them take. No less room than `held` is made. `None` if nothing would be left of some
    /// axes.
    pub(crate) fn constrained(
        &self,
        fig: &Figure,
        extents: &[(usize, Rect)],
        title: Option<&PlacedText>,
        look: Look<'_>,
        held: &Rooms,
    ) -> Option<Self> {
        let size = self.size;
        let pad = f64::from(look.px(theme::CONSTRAINED_PAD));
        let top = grown(held.top, title.map_or(0.0, |t| f64::from(t.bounds().y1) + pad));
        let mut rooms = Rooms { pixels_per_point: look.pixels_per_point, top, grids: Vec::new(), frozen: held.frozen };
        let mut own: Vec<Grid> = Vec::new();
        for (_, first, _) in fig.axes() {
            let Place::Grid { rows, cols, .. } = first else { continue };
            if own.iter().any(|g| g.rows.len() == rows && g.cols.len() == cols) {
                continue;
            }
            // what stands out: before and after each column, above and below each row
            let mut needed = GridRooms::none(rows, cols);
            let (out_x, out_y) = (&mut needed.cols, &mut needed.rows);
            for (index, place, _) in fig.axes() {
                let Place::Grid { rows: r, cols: c, row, col } = place else { continue };
                if (r, c) != (rows, cols) {
                    continue;
                }
                let cell = self.area(place, &|_| Rect::default());
                let mut all: Option<Rect> = None;
                for (owner, extent) in extents {
                    if *owner == index {
                        all = Some(all.map_or(*extent, |all| union(all, *extent)));
                    }
                }
                let Some(all) = all else { continue };
                let stands_out = |room: &mut f64, by: f32| *room = room.max(f64::from(by));
                stands_out(&mut out_x[col.0].0, cell.x0 - all.x0);
                stands_out(&mut out_x[col.1 - 1].1, all.x1 - cell.x1);
                stands_out(&mut out_y[row.0].0, cell.y0 - all.y0);
                stands_out(&mut out_y[row.1 - 1].1, all.y1 - cell.y1);
            }
            let given = held.of(rows, cols).grown_to(&needed);
            own.push(Grid {
                rows: divide(top, f64::from(size.height), pad, &given.rows)?,
                cols: divide(0.0, f64::from(size.width), pad, &given.cols)?,
            });
            rooms.grids.push(given);
        }
        Some(Self { size, lowered: 0.0, own, rooms })
    }
}

/// Whether the axes at that position of the figure stand in a grid, or belong to some that do.
pub(crate) fn is_in_grid(fig: &Figure, owner: usize) -> bool {
    let root = fig.root_of(owner);
    fig.axes().any(|(index, place, _)| index == root && matches!(place, Place::Grid { .. }))
}

/// Divides `from..to` into equal parts, each with the room before and after it that it asks for, and `pad` around; `None`
/// if less than a pixel would be left of each.
fn divide(from: f64, to: f64, pad: f64, out: &[(f64, f64)]) -> Option<Vec<(f64, f64)>> {
    let n = out.len() as f64;
    let taken: f64 = out.iter().map(|(a, b)| a + b + 2.0 * pad).sum();
    let each = (to - from - taken) / n;
    if each < 1.0 {
        return None;
    }
    let mut at = from;
    let part = |(before, after): &(f64, f64)| {
        let start = at + pad + before;
        at = start + each + after + pad;
        (start, start + each)
    };
    Some(out.iter().map(part).collect())
}

fn default_grid(rows: usize, cols: usize, width: f64, height: f64, lowered: f64) -> Grid {
    let along = |n: usize, from: f64, to: f64, space: f64| -> Vec<(f64, f64)> {
        let n_f = n as f64;
        let each = (to - from) / (n_f + space * (n_f - 1.0));
        (0..n)
            .map(|i| {
                let start = from + i as f64 * each * (1.0 + space);
                (start, start + each)
            })
            .collect()
    };
    Grid {
        cols: along(cols, theme::LEFT * width, theme::RIGHT * width, theme::WSPACE),
        rows: along(rows, (1.0 - theme::TOP) * height + lowered, (1.0 - theme::BOTTOM) * height, theme::HSPACE),
    }
}

/// The part of a box that is given in shares of it, from the lower left.
fn within(area: Rect, [left, bottom, width, height]: [f64; 4]) -> Rect {
    let (w, h) = (f64::from(area.width()), f64::from(area.height()));
    let x = |share: f64| (f64::from(area.x0) + share * w) as f32;
    let y = |share: f64| (f64::from(area.y1) - share * h) as f32;
    Rect::new(x(left), y(bottom + height), x(left + width), y(bottom))
}

/// What is left of `area`, and the box of a colorbar on its right.
///
/// The shares are matplotlib's: the two columns have widths in the proportion 0.80 to 0.15, and the gap is twice the
/// pad over what the pad leaves, times their mean width.
pub(crate) fn split_for_colorbar(area: Rect) -> (Rect, Rect) {
    use theme::{COLORBAR_ASPECT, COLORBAR_FRACTION, COLORBAR_PAD};
    let (x0, width, height) = (f64::from(area.x0), f64::from(area.width()), f64::from(area.height()));
    let space = 2.0 * COLORBAR_PAD / (1.0 - COLORBAR_PAD);
    let mean = width / (2.0 + space);
    let main = 2.0 * mean * (1.0 - COLORBAR_FRACTION - COLORBAR_PAD) / (1.0 - COLORBAR_PAD);
    let start = x0 + main + space * mean;
    let room = x0 + width - start;
    // as wide as its height asks for, or lower where there is no room for that
    let wide = (height / COLORBAR_ASPECT).min(room);
    let high = wide * COLORBAR_ASPECT;
    let middle = f64::from(area.center().y);
    let bar =
        Rect::new(start as f32, (middle - high / 2.0) as f32, (start + wide) as f32, (middle + high / 2.0) as f32);
    (Rect { x1: (x0 + main) as f32, ..area }, bar)
}

/// The largest box in `area` whose height is `ratio` times its width: in the middle, or at the right.
pub(crate) fn shrink_to(area: Rect, ratio: f64, to_the_right: bool) -> Rect {
    let (w, h) = (f64::from(area.width()), f64::from(area.height()));
    if !(ratio.is_finite() && ratio > 0.0) {
        return area;
    }
    let (wide, high) = if w * ratio <= h { (w, w * ratio) } else { (h / ratio, h) };
    let x0 = f64::from(area.x0) + (w - wide) * if to_the_right { 1.0 } else { 0.5 };
    let y0 = f64::from(area.y0) + (h - high) * 0.5;
    Rect::new(x0 as f32, y0 as f32, (x0 + wide) as f32, (y0 + high) as f32)
}

#[cfg(test)]
mod tests;
