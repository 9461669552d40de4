//! What steep lines cover of a row of pixels, looked up: five pixels, by the slope and by where the line passes.
//!
//! A table is made when it is first wanted, and depends on the width and the slope alone.

use crate::canvas::brush::left_share;

/// Steps from upright to the diagonal.
const SLOPES: usize = 128;
/// Places within a pixel.
pub(super) const PHASES: usize = 128;
/// Pixels of a row that are covered at most.
const PIXELS: usize = 5;

/// By where in its first pixel a row begins to be touched, the shares of its pixels, out of 256.
pub(super) type Table = [[u16; 8]; PHASES];

/// The tables of lines that are all as wide.
#[derive(Debug, Default)]
pub(super) struct Strips {
    width: f64,
    /// By slope.
    tables: Vec<Option<(f64, Box<Table>)>>,
}

impl Strips {
    /// Tables for lines of this width.
    pub(super) fn of(&mut self, width: f64) -> &mut Self {
        if self.width != width || self.tables.is_empty() {
            self.width = width;
            self.tables.clear();
            self.tables.resize(SLOPES + 1, None);
        }
        self
    }

    /// The table for a slope from 0 to 1, and how far from the line's middle pixels are touched, along the row and from
    /// their centres.
    pub(super) fn table(&mut self, slope: f64) -> (f64, &Table) {
        let at = ((slope * SLOPES as f64 + 0.5) as usize).min(SLOPES);
        let (reach, table) = self.tables[at].get_or_insert_with(|| build(self.width, at as f64 / SLOPES as f64));
        (*reach, table)
    }
}

fn build(width: f64, slope: f64) -> (f64, Box<Table>) {
    let half = width / 2.0 * (1.0 + slope * slope).sqrt();
    let reach = half + (1.0 + slope) / 2.0;
    let mut table = Box::new([[0; 8]; PHASES]);
    for (phase, shares) in table.iter_mut().enumerate() {
        let begin = (phase as f64 + 0.5) / PHASES as f64;
        for (k, share) in shares.iter_mut().enumerate().take(PIXELS) {
            let beside = k as f64 + 1.0 - begin - reach;
            let covered = left_share(half - beside, slope) - left_share(-half - beside, slope);
            *share = (256.0 * covered + 0.5) as u16;
        }
    }
    (reach, table)
}
