//! Which levels there are, and where their lines and bands run.

use std::borrow::Cow;
use std::sync::Arc;

use super::Contour;
use crate::axis::{contour_levels, log_contour_levels};
use crate::data::{Field, Runs, Trace, TriangleField, Values};
use crate::geom::Limits;
use crate::style::Norm;

impl Contour {
    /// Finds levels, and colours for them.
    pub(super) fn choose(&mut self) {
        let levels = self.found_levels();
        if levels != self.levels {
            self.levels = levels;
            self.traces = Arc::default();
            self.mapping.find(self.levels.iter().copied());
        }
        self.see();
    }

    pub(super) fn values(&self) -> &[f64] {
        match &self.grid.values {
            Values::Scalar(z) => z,
            Values::Rgba(_) => &[],
        }
    }

    pub(super) fn found_levels(&self) -> Vec<f64> {
        if let Some(given) = &self.given {
            return given.clone();
        }
        let log = *self.mapping.norm() == Norm::Log;
        let mut seen = Limits::EMPTY;
        for z in self.values() {
            if z.is_finite() && (*z > 0.0 || !log) {
                seen = Limits::new(seen.lo.min(*z), seen.hi.max(*z));
            }
        }
        if log { log_contour_levels(seen, self.wanted) } else { contour_levels(seen, self.wanted) }
    }

    fn traced(&self) -> Vec<Runs> {
        let (z, x, y) = (self.values(), &self.x, &self.y);
        let mut levels = Cow::Borrowed(&self.levels);
        if self.filled && self.levels.first() == Some(&self.lowest()) {
            // the lowest band holds its lower level, too
            levels.to_mut()[0] = f64::MIN;
        }
        let what = if self.filled { Trace::Regions } else { Trace::Lines };
        match &self.triangles {
            Some(triangles) => TriangleField { triangles, z, x, y }.trace(&levels, what),
            None => Field { rows: self.grid.rows, cols: self.grid.cols, z, x, y }.trace(&levels, what),
        }
    }

    /// The lowest value that is finite.
    fn lowest(&self) -> f64 {
        let mut lowest = f64::INFINITY;
        for z in self.values() {
            if z.is_finite() && *z < lowest {
                lowest = *z;
            }
        }
        lowest
    }

    /// The lines or regions, one for each level.
    pub(super) fn traces(&self) -> &[Runs] {
        self.traces.get_or_init(|| self.traced())
    }
}
