//! The room that a recording has given to labels, and does not take back.

use crate::axis::Side;

/// What stands out over the cells of a figure's grids, as much as it ever did while the figure was recorded: axes then move
/// when a label would be cut off, and never back. In pixels of one resolution.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Rooms {
    pub(crate) pixels_per_point: f32,
    /// Above, under and beside all cells, for the words and the legend of the figure.
    pub(crate) top: f64,
    pub(crate) bottom: f64,
    pub(crate) left: f64,
    pub(crate) right: f64,
    /// As many as the figure has grids; empty if nothing was given.
    pub(crate) grids: Vec<GridRooms>,
    /// What is between axes and the colorbars and the legends beside them, by the number that tells a colorbar, or axes, from all else.
    pub(crate) bars: Vec<(u64, Side, f64)>,
    /// Whether no more is given.
    pub(crate) frozen: bool,
}

/// Before and after each column, and above and below each row, of one grid.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct GridRooms {
    pub(crate) rows: Vec<(f64, f64)>,
    pub(crate) cols: Vec<(f64, f64)>,
}

impl GridRooms {
    pub(crate) fn none(rows: usize, cols: usize) -> Self {
        Self { rows: vec![(0.0, 0.0); rows], cols: vec![(0.0, 0.0); cols] }
    }

    /// No less than these, and no less than what is needed.
    pub(crate) fn grown_to(mut self, needed: &Self) -> Self {
        let pairs = self.rows.iter_mut().zip(&needed.rows).chain(self.cols.iter_mut().zip(&needed.cols));
        for (held, needed) in pairs {
            *held = (grown(held.0, needed.0), grown(held.1, needed.1));
        }
        self
    }
}

/// So many pixels nobody sees.
const NOTHING: f64 = 0.01;

/// The larger of what is held and what is needed, but for what nobody sees: boxes that are moved by a rounding would have
/// their words moved by another, and so on for ever.
pub(crate) fn grown(held: f64, needed: f64) -> f64 {
    if needed <= held || held > 0.0 && needed < held + NOTHING { held } else { needed }
}

impl Rooms {
    /// Those of that grid of the figure, which has this shape; none, if it was not there before.
    pub(crate) fn of(&self, grid: usize, rows: usize, cols: usize) -> GridRooms {
        let found = self.grids.get(grid).filter(|g| (g.rows.len(), g.cols.len()) == (rows, cols));
        found.cloned().unwrap_or_else(|| GridRooms::none(rows, cols))
    }

    /// Whether others differ by so little that these, held, do not grow to them: see [`grown`].
    pub(crate) fn is_near(&self, others: &Self) -> bool {
        let near = |a: f64, b: f64| a == b || a > 0.0 && b > 0.0 && (a - b).abs() < NOTHING;
        let pairs = |a: &[(f64, f64)], b: &[(f64, f64)]| {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| near(a.0, b.0) && near(a.1, b.1))
        };
        near(self.top, others.top)
            && near(self.bottom, others.bottom)
            && near(self.left, others.left)
            && near(self.right, others.right)
            && self.grids.len() == others.grids.len()
            && self.grids.iter().zip(&others.grids).all(|(a, b)| pairs(&a.rows, &b.rows) && pairs(&a.cols, &b.cols))
            && self.bars.len() == others.bars.len()
            && self.bars.iter().zip(&others.bars).all(|(a, b)| (a.0, a.1) == (b.0, b.1) && near(a.2, b.2))
    }

    /// What is between axes and a colorbar, or a legend, beside them, if that was there before.
    pub(crate) fn of_bar(&self, id: u64, side: Side) -> Option<f64> {
        self.bars.iter().find(|(other, at, _)| (*other, *at) == (id, side)).map(|(.., room)| *room)
    }

    /// The same at another resolution.
    pub(crate) fn at(&self, pixels_per_point: f32) -> Self {
        let mut scaled = self.clone();
        if self.pixels_per_point != pixels_per_point && self.pixels_per_point > 0.0 {
            let times = f64::from(pixels_per_point) / f64::from(self.pixels_per_point);
            scaled.top *= times;
            scaled.bottom *= times;
            scaled.left *= times;
            scaled.right *= times;
            for room in scaled.grids.iter_mut().flat_map(|g| g.rows.iter_mut().chain(&mut g.cols)) {
                *room = (room.0 * times, room.1 * times);
            }
            for (.., room) in &mut scaled.bars {
                *room *= times;
            }
        }
        Self { pixels_per_point, ..scaled }
    }
}
