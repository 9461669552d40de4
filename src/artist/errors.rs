//! Error bars: how far values may be off, and the bars that show it.

use crate::artist::Painter;
use crate::data::{PerPoint, one_or_each};
use crate::geom::{Extent, Point};
use crate::style::{Color, Marker, Pen, theme};

use crate::artist::MarkerLook;

/// How far values may be off, below and above: one for all, or one for each point. Empty: not known.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Errors {
    below: Vec<f64>,
    above: Vec<f64>,
}

impl Errors {
    /// The same in both directions.
    ///
    /// # Panics
    /// If there is neither one nor one for each of the `points`.
    #[track_caller]
    pub(crate) fn set(&mut self, name: &str, errors: &impl PerPoint, points: usize) {
        one_or_each(name, errors.numbers(), points);
        errors.copy_numbers_to(&mut self.below);
        self.above.clone_from(&self.below);
    }

    /// Others below than above.
    ///
    /// # Panics
    /// If of one of them there is neither one nor one for each of the `points`.
    #[track_caller]
    pub(crate) fn set_between(&mut self, below: &impl PerPoint, above: &impl PerPoint, points: usize) {
        one_or_each("errors below", below.numbers(), points);
        one_or_each("errors above", above.numbers(), points);
        below.copy_numbers_to(&mut self.below);
        above.copy_numbers_to(&mut self.above);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.below.is_empty()
    }

    /// From where to where value `i` may be; an error that is not a number counts as none.
    pub(crate) fn around(&self, i: usize, value: f64) -> Option<(f64, f64)> {
        let of = |list: &[f64]| if let [one] = list { Some(*one) } else { list.get(i).copied() };
        let (below, above) = (of(&self.below)?, of(&self.above)?);
        let known = |error: f64| if error.is_nan() { 0.0 } else { error };
        let (lo, hi) = (value - known(below), value + known(above));
        (value.is_finite() && !(below.is_nan() && above.is_nan())).then_some((lo, hi))
    }

    /// How far the values reach with their errors.
    pub(crate) fn extent(&self, values: &[f64]) -> Extent {
        let mut extent = Extent::EMPTY;
        for (i, value) in values.iter().enumerate() {
            if let Some((lo, hi)) = self.around(i, *value) {
                extent = extent.with(lo).with(hi);
            }
        }
        extent
    }
}

/// How error bars look. Lengths in points.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ErrorLook {
    /// `None`: that of who has them.
    pub(crate) color: Option<Color>,
    pub(crate) width: f32,
    /// Half of the width of a cap; 0 for none.
    pub(crate) capsize: f32,
    pub(crate) capthick: f32,
}

impl ErrorLook {
    pub(crate) const fn new() -> Self {
        Self { color: None, width: theme::LINE_WIDTH, capsize: 0.0, capthick: theme::MARKER_EDGE_WIDTH }
    }
}

/// Bars along y at places along x, or, if `along_x`, bars along x at places along y.
pub(crate) struct ErrorBarsAt<'a> {
    pub(crate) at: &'a [f64],
    pub(crate) values: &'a [f64],
    pub(crate) errors: &'a Errors,
    pub(crate) along_x: bool,
}

impl Painter<'_> {
    /// Error bars. They stand on whole pixels across, and end exactly where the data says.
    pub(crate) fn error_bars(&mut self, bars: &ErrorBarsAt<'_>, color: Color, look: &ErrorLook) {
        let n = bars.at.len().min(bars.values.len());
        let (mut points, mut ends, mut caps) = (Vec::new(), Vec::new(), (Vec::new(), Vec::new()));
        for i in 0..n {
            let (at, Some((lo, hi))) = (bars.at[i], bars.errors.around(i, bars.values[i])) else { continue };
            if !at.is_finite() {
                continue;
            }
            let end = |v: f64| if bars.along_x { (v, at) } else { (at, v) };
            for v in [lo, hi] {
                let (x, y) = end(v);
                caps.0.push(x);
                caps.1.push(y);
                // what has no place, as 0 on a log axis, lies beyond the border
                let pixel = Point::new(self.x_clipped(x), self.y_clipped(y));
                let crisp = self.crisp(pixel, look.width);
                points.push(if bars.along_x { Point::new(pixel.x, crisp.y) } else { Point::new(crisp.x, pixel.y) });
            }
            ends.push(points.len() as u32);
        }
        self.strokes(
            &points,
            &ends,
            &[color],
            &[look.width],
            &Pen::new(color, look.width).cap(crate::style::Cap::Butt),
        );
        if look.capsize > 0.0 {
            let marker = if bars.along_x { Marker::VLine } else { Marker::HLine };
            let cap = MarkerLook::new(marker, 2.0 * look.capsize, color).edge(color, look.capthick);
            self.markers(&caps.0, &caps.1, &cap);
        }
    }
}
