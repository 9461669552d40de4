//! Error bars: how far values may be off, and the bars that show it.

use crate::artist::Painter;
use crate::data::{PerPoint, one_of, one_or_each};
use crate::geom::{Extent, Point};
use crate::style::{Cap, Color, Join, Marker, Pen, theme};

use crate::artist::MarkerLook;

/// How far values may be off, below and above: one for all, or one for each point. Empty: not known.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Errors {
    below: Vec<f64>,
    above: Vec<f64>,
    /// Whether values are lower limits, so that they have no error below, and upper ones: one for all, or one for each.
    lower: Vec<f64>,
    upper: Vec<f64>,
}

impl Errors {
    /// The same in both directions.
    ///
    /// # Panics
    /// If there is neither one nor one for each of the `points`, or one is negative.
    #[track_caller]
    pub(crate) fn set(&mut self, name: &str, errors: &impl PerPoint, points: usize) {
        one_or_each(name, errors.numbers(), points);
        let mut own = Vec::new();
        errors.copy_numbers_to(&mut own);
        not_negative(name, &own);
        self.above.clone_from(&own);
        self.below = own;
    }

    /// Others below than above.
    ///
    /// # Panics
    /// If of one of them there is neither one nor one for each of the `points`, or one is negative.
    #[track_caller]
    pub(crate) fn set_between(&mut self, below: &impl PerPoint, above: &impl PerPoint, points: usize) {
        one_or_each("errors below", below.numbers(), points);
        one_or_each("errors above", above.numbers(), points);
        let (mut down, mut up) = (Vec::new(), Vec::new());
        below.copy_numbers_to(&mut down);
        above.copy_numbers_to(&mut up);
        not_negative("errors below", &down);
        not_negative("errors above", &up);
        (self.below, self.above) = (down, up);
    }

    /// Says which values are lower limits, or upper ones.
    ///
    /// # Panics
    /// If there is neither one nor one for each of the `points`.
    #[track_caller]
    pub(crate) fn set_limits(&mut self, upper: bool, limits: &impl PerPoint, points: usize) {
        one_or_each("limits", limits.numbers(), points);
        limits.copy_numbers_to(if upper { &mut self.upper } else { &mut self.lower });
    }

    /// Whether value `i` is a lower limit, and whether it is an upper one.
    fn limits(&self, i: usize) -> (bool, bool) {
        let of = |list: &[f64]| one_of(list, i).is_some_and(|limit| limit != 0.0);
        (of(&self.lower), of(&self.upper))
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.below.is_empty()
    }

    /// From where to where value `i` may be; an error that is not a number counts as none.
    pub(crate) fn around(&self, i: usize, value: f64) -> Option<(f64, f64)> {
        let (below, above) = (one_of(&self.below, i)?, one_of(&self.above, i)?);
        let (lower, upper) = self.limits(i);
        let known = |error: f64, limit: bool| if error.is_nan() || limit { 0.0 } else { error };
        let (lo, hi) = (value - known(below, lower), value + known(above, upper));
        (value.is_finite() && !(below.is_nan() && above.is_nan())).then_some((lo, hi))
    }

    /// How far the values reach with their errors: all of them, or those at some places.
    pub(crate) fn extent(&self, values: &[f64], which: Option<&[usize]>) -> Extent {
        let mut extent = Extent::EMPTY;
        let mut add = |i: usize| {
            if let Some((lo, hi)) = values.get(i).and_then(|value| self.around(i, *value)) {
                extent = extent.with(lo).with(hi);
            }
        };
        match which {
            Some(which) => which.iter().for_each(|i| add(*i)),
            None => (0..values.len()).for_each(add),
        }
        extent
    }
}

/// Panics at the caller's line if an error is negative.
#[track_caller]
fn not_negative(name: &str, errors: &[f64]) {
    for (i, error) in errors.iter().enumerate() {
        assert!(
            error.is_nan() || *error >= 0.0,
            "{name} say how far off a value may be: number {i} is {error}, and none can be negative"
        );
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
    /// Which of them have bars, if not all.
    pub(crate) which: Option<&'a [usize]>,
}

impl Painter<'_> {
    /// Error bars. They stand on whole pixels across, and end exactly where the data says; those of limits in an arrow, and with a cap at the
    /// value itself.
    pub(crate) fn error_bars(&mut self, bars: &ErrorBarsAt<'_>, color: Color, look: &ErrorLook) {
        let n = bars.at.len().min(bars.values.len());
        let (mut points, mut ends, mut caps) = (Vec::new(), Vec::new(), (Vec::new(), Vec::new()));
        let mut arrows = Vec::new();
        for k in 0..bars.which.map_or(n, <[usize]>::len) {
            let i = bars.which.map_or(k, |which| which[k]);
            if i >= n {
                continue;
            }
            let (at, Some((lo, hi))) = (bars.at[i], bars.errors.around(i, bars.values[i])) else { continue };
            if !at.is_finite() {
                continue;
            }
            let end = |v: f64| if bars.along_x { (v, at) } else { (at, v) };
            let (lower, upper) = bars.errors.limits(i);
            if lower || upper {
                let (x, y) = end(bars.values[i]);
                caps.0.push(x);
                caps.1.push(y);
            }
            for (v, arrow, high) in [(lo, upper, false), (hi, lower, true)] {
                let (x, y) = end(v);
                if !(lower || upper) {
                    caps.0.push(x);
                    caps.1.push(y);
                }
                // what has no place, as 0 on a log axis, lies beyond the border
                let pixel = Point::new(self.x_clipped(x), self.y_clipped(y));
                let crisp = self.crisp(pixel, look.width);
                let at = if bars.along_x { Point::new(pixel.x, crisp.y) } else { Point::new(crisp.x, pixel.y) };
                points.push(at);
                if arrow {
                    arrows.push((at, high));
                }
            }
            ends.push(points.len() as u32);
        }
        self.strokes(&points, &ends, &[color], &[look.width], &Pen::new(color, look.width).cap(Cap::Butt));
        if look.capsize > 0.0 {
            let marker = if bars.along_x { Marker::VLine } else { Marker::HLine };
            let cap = MarkerLook::new(marker, 2.0 * look.capsize, color).edge(color, look.capthick);
            self.markers(&caps.0, &caps.1, &cap);
        }
        self.limit_arrows(&arrows, bars.along_x, color, look);
    }

    /// An arrow at each place, as wide as a cap, to the high end of the axis or to its low one: matplotlib's markers for limits.
    fn limit_arrows(&mut self, arrows: &[(Point, bool)], along_x: bool, color: Color, look: &ErrorLook) {
        let Some((x, y)) = self.projection().flat().filter(|_| !arrows.is_empty()) else { return };
        let limits = if along_x { x.limits() } else { y.limits() };
        let size = self.px(if look.capsize > 0.0 { 2.0 * look.capsize } else { theme::MARKER_SIZE });
        let (mut points, mut ends) = (Vec::new(), Vec::new());
        for (at, high) in arrows {
            // a base half to each side, and a tip
            let (half, tip) = (size / 2.0, 0.75 * size * if *high == (limits.lo <= limits.hi) { 1.0 } else { -1.0 });
            let corner = |over: f32, along: f32| match along_x {
                true => Point::new(at.x + along, at.y + over),
                false => Point::new(at.x + over, at.y - along),
            };
            points.extend([corner(-half, 0.0), corner(0.0, tip), corner(half, 0.0)]);
            ends.push(points.len() as u32);
        }
        self.fills(&points, &ends, &[color]);
        let pen = Pen::new(color, look.capthick).cap(Cap::Butt).join(Join::Miter);
        self.strokes(&points, &ends, &[color], &[look.capthick], &pen);
    }
}
