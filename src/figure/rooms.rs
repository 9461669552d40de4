//! The room that a recording has given to labels, and does not take back.

/// What stands out over the cells of a figure's grids, as much as it ever did while the figure was recorded: axes then move
/// when a label would be cut off, and never back. In pixels of one resolution.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Rooms {
    pub(crate) pixels_per_point: f32,
    /// Above all cells, for the title of the figure.
    pub(crate) top: f64,
    /// Empty if nothing was given.
    pub(crate) grids: Vec<GridRooms>,
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

/// The larger of what is held and what is needed, but for what nobody sees: boxes that are moved by a rounding would have
/// their words moved by another, and so on for ever.
pub(crate) fn grown(held: f64, needed: f64) -> f64 {
    if needed <= held || held > 0.0 && needed < held + 0.01 { held } else { needed }
}

impl Rooms {
    /// Those of a grid of this shape; none, if it was not there before.
    pub(crate) fn of(&self, rows: usize, cols: usize) -> GridRooms {
        let found = self.grids.iter().find(|g| (g.rows.len(), g.cols.len()) == (rows, cols));
        found.cloned().unwrap_or_else(|| GridRooms::none(rows, cols))
    }

    /// The same at another resolution.
    pub(crate) fn at(&self, pixels_per_point: f32) -> Self {
        let mut scaled = self.clone();
        if self.pixels_per_point != pixels_per_point && self.pixels_per_point > 0.0 {
            let times = f64::from(pixels_per_point) / f64::from(self.pixels_per_point);
            scaled.top *= times;
            for room in scaled.grids.iter_mut().flat_map(|g| g.rows.iter_mut().chain(&mut g.cols)) {
                *room = (room.0 * times, room.1 * times);
            }
        }
        Self { pixels_per_point, ..scaled }
    }
}
