//! Where samples stand that are drawn beside each other: boxes and violins.

use crate::artist::{Bounds, Painter};
use crate::data::{Column, Kind};
use crate::geom::{Extent, Point};

/// The places of samples along one axis, while their values lie along the other.
#[derive(Clone, Debug, Default)]
pub(super) struct Stand {
    at: Vec<f64>,
    /// Whether they were set: else they are 1, 2, 3 and so on.
    given: bool,
    /// Whether they are dates.
    dates: bool,
    /// Whether values lie along x.
    pub(super) lying: bool,
}

impl Stand {
    /// Where the samples stand.
    pub(super) fn at(&self) -> &[f64] {
        &self.at
    }

    /// Makes room for so many samples.
    ///
    /// # Panics
    /// If places were set, and there are not as many.
    #[track_caller]
    pub(super) fn hold(&mut self, samples: usize) {
        if !self.given {
            self.at.clear();
            for i in 0..samples {
                self.at.push((i + 1) as f64);
            }
        }
        let n = self.at.len();
        assert!(n == samples, "there are {samples} samples but {n} positions; they must be equally many");
    }

    /// # Panics
    /// If there are not as many as samples.
    #[track_caller]
    pub(super) fn set(&mut self, positions: impl Column, samples: usize) {
        let n = positions.column_len();
        assert!(n == samples, "there are {samples} samples but {n} positions; they must be equally many");
        positions.copy_to(&mut self.at);
        self.dates = positions.kind() == Kind::Dates;
        self.given = true;
    }

    /// Where a value is beside place `at`, in pixels; what has no place on an axis lies beyond the border.
    pub(super) fn point(&self, painter: &Painter<'_>, at: f64, value: f64) -> Point {
        let (x, y) = if self.lying { (value, at) } else { (at, value) };
        Point::new(painter.x_clipped(x), painter.y_clipped(y))
    }

    /// The same on whole pixels across, so that a line `width` points wide, along the values, has sharp edges.
    pub(super) fn crisp_across(&self, painter: &Painter<'_>, at: f64, value: f64, width: f32) -> Point {
        let pixel = self.point(painter, at, value);
        let crisp = painter.crisp(pixel, width);
        if self.lying { Point::new(pixel.x, crisp.y) } else { Point::new(crisp.x, pixel.y) }
    }

    /// How far something reaches across and along the values.
    pub(super) fn bounds(&self, across: Extent, along: Extent) -> Bounds {
        if self.lying {
            Bounds::new(along, across).dates(false, self.dates)
        } else {
            Bounds::new(across, along).dates(self.dates, false)
        }
    }
}
