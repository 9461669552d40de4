//! A scale that a function makes.

use std::fmt;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::Arc;

use super::formatter;
use super::linear::Linear;
use super::locator::nonsingular;
use super::rules::Rules;
use super::tick_list::TickList;
use crate::geom::Limits;

type Both = (Box<dyn Fn(f64) -> f64 + Send + Sync>, Box<dyn Fn(f64) -> f64 + Send + Sync>);

/// Two functions that undo each other; equal to itself and its clones. See [`Scale::function`](crate::Scale::function).
#[derive(Clone)]
pub struct ScaleFunction(Arc<Both>);

impl ScaleFunction {
    pub(super) fn new(
        forward: impl Fn(f64) -> f64 + Send + Sync + 'static,
        inverse: impl Fn(f64) -> f64 + Send + Sync + 'static,
    ) -> Self {
        Self(Arc::new((Box::new(forward), Box::new(inverse))))
    }
}

// a function that panics leaves nothing of a figure with less than it had
impl UnwindSafe for ScaleFunction {}
impl RefUnwindSafe for ScaleFunction {}

impl PartialEq for ScaleFunction {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for ScaleFunction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ScaleFunction")
    }
}

impl Rules for ScaleFunction {
    fn transform(&self, value: f64) -> f64 {
        let even = (self.0.0)(value);
        if even.is_finite() { even } else { f64::NAN }
    }

    fn inverse(&self, t: f64) -> f64 {
        (self.0.1)(t)
    }

    fn limits_of_nothing(&self) -> Option<Limits> {
        None
    }

    fn nonsingular(&self, limits: Limits, min_positive: f64) -> Limits {
        let has_place = |v: f64| self.transform(v).is_finite();
        let differ = |l: Limits| {
            l.lo < l.hi && has_place(l.lo) && has_place(l.hi) && self.transform(l.lo) != self.transform(l.hi)
        };
        let mut usual = Limits::new(0.0, 1.0);
        for &(lo, hi) in &[(-1.0, 1.0), (0.1, 0.9), (1.0, 10.0), (0.0, 1.0)] {
            if differ(Limits::new(lo, hi)) {
                usual = Limits::new(lo, hi);
            }
        }
        if !(limits.lo.is_finite() && limits.hi.is_finite()) {
            return usual;
        }
        let Limits { lo, hi } = nonsingular(limits, 0.05, 1e-15);
        let limits = match (has_place(lo), has_place(hi)) {
            // the least value that is said to have a place, as on a log axis
            (false, true) if min_positive > lo && min_positive < hi && has_place(min_positive) => {
                Limits::new(min_positive, hi)
            }
            (false, true) => Limits::new(self.border(lo, hi), hi),
            (true, false) => Limits::new(lo, self.border(hi, lo)),
            _ => Limits::new(lo, hi),
        };
        if differ(limits) { limits } else { usual }
    }

    fn is_even(&self) -> bool {
        true
    }

    fn choices(&self, limits: Limits, max_bins: usize) -> Box<dyn Iterator<Item = (TickList, TickList)>> {
        let function = self.clone();
        let forward = Limits::new(limits.lo.min(limits.hi), limits.lo.max(limits.hi));
        Box::new(Linear.choices(limits, max_bins).map(move |(mut major, minor)| {
            major = function.within(major, forward);
            (major, minor)
        }))
    }

    fn has_minor(&self) -> bool {
        false
    }

    fn minor(&self, major: &[f64], limits: Limits, max_bins: usize) -> Vec<f64> {
        let positions = Linear.minor(major, limits, max_bins);
        let labels = vec![String::new(); positions.len()];
        self.within(TickList { positions, labels, offset: None }, limits).positions
    }

    fn labels(&self, positions: &[f64], limits: Limits) -> (Vec<String>, Option<String>) {
        formatter::labels(positions, limits)
    }

    fn labels_of_chosen(&self, positions: &[f64], limits: Limits) -> (Vec<String>, Option<String>) {
        formatter::labels_of_chosen(positions, limits)
    }

    fn within(&self, ticks: TickList, limits: Limits) -> TickList {
        let mut ticks = ticks.within(limits);
        // on the even axis, too, since no one knows whether the function is steady
        let (from, to) = (self.transform(limits.lo), self.transform(limits.hi));
        let slack = 2e-10 * (0.5 * to - 0.5 * from).abs();
        ticks.retain(&|p| {
            let at = self.transform(p);
            at >= from.min(to) - slack && at <= from.max(to) + slack
        });
        ticks
    }
}

impl ScaleFunction {
    /// The last value that has a place, on the way from `inside`, which has one, to `outside`, which has none; a thousandth of the way before it
    /// where places grow beyond all bounds there.
    fn border(&self, outside: f64, inside: f64) -> f64 {
        let (mut without, mut with) = (outside, inside);
        for _ in 0..60 {
            let middle = 0.5 * without + 0.5 * with;
            if middle == without || middle == with {
                break;
            }
            *if self.transform(middle).is_finite() { &mut with } else { &mut without } = middle;
        }
        let before = with + (inside - with) * 1e-3;
        let (whole, end) = (self.half(inside, before), self.half(before, with));
        // of a root, a thirtieth of the way or less is left; of a logarithm, many times the rest
        if end > whole { before } else { with }
    }

    fn half(&self, from: f64, to: f64) -> f64 {
        (0.5 * self.transform(to) - 0.5 * self.transform(from)).abs()
    }
}

#[cfg(test)]
mod tests;
