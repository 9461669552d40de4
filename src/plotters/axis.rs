//! An axis of a figure, as plotters wants axes.

use std::ops::Range;

use plotters::coord::ranged1d::{DefaultFormatting, KeyPointHint, Ranged};
use plotters::coord::types::RangedCoordf64;

use crate::axis::AxisMap;

/// How far beyond the axes places are told apart, in pixels. plotters moves what is outside of a chart to its border; so the
/// border is so far away.
pub(super) const FAR: i32 = 1_000_000;

/// An axis of a figure's axes: values are where the figure has them, whatever the scale and the direction.
///
/// It is what [`AxesChart`](crate::AxesChart) has along x and y.
#[derive(Clone, Debug)]
pub struct AxisCoord {
    map: AxisMap,
    /// Where plotters' pixels begin, in pixels of the figure, and how long one is.
    begin: f64,
    unit: f64,
}

impl AxisCoord {
    pub(super) fn new(map: &AxisMap, begin: f32, unit: f32) -> Self {
        Self { map: map.clone(), begin: begin.into(), unit: unit.into() }
    }
}

impl Ranged for AxisCoord {
    type FormatOption = DefaultFormatting;
    type ValueType = f64;

    /// The pixel; what has no place is at -1,000,000, where lines have gaps.
    fn map(&self, value: &f64, _: (i32, i32)) -> i32 {
        let pixel = (self.map.pixel_or_beyond(*value) - self.begin) / self.unit;
        if pixel.is_nan() {
            return -FAR;
        }
        // rounded down, as the middle of a pixel is meant
        (pixel.floor() as i32).clamp(1 - FAR, FAR - 1)
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        let Range { start, end } = self.range();
        RangedCoordf64::from(start.min(end)..start.max(end)).key_points(hint)
    }

    fn range(&self) -> Range<f64> {
        let limits = self.map.limits();
        limits.lo..limits.hi
    }
}
