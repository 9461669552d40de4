//! Where minor ticks stand between those that were chosen or set: matplotlib's `AutoMinorLocator`.

use super::decimal::{floor_log10, pow10};
use crate::geom::Limits;

/// More than any axis shows: ticks that were set next to each other on a long axis.
const TOO_MANY: f64 = 1000.0;

/// The minor ticks of an axis with even distances, between the major ones: four or five to each interval.
pub(super) fn between(major: &[f64], limits: Limits) -> Vec<f64> {
    divided(major, limits, None)
}

/// The same, so many to each interval, less one.
pub(super) fn divided(major: &[f64], limits: Limits, into: Option<usize>) -> Vec<f64> {
    let Some((first, step)) = first_step(major) else { return Vec::new() };
    let step = step / into.map_or_else(|| parts(step), |n| n as f64);
    let number = |end: f64| ((end - first) / step).round_ties_even();
    let (from, to) = (number(limits.lo), number(limits.hi));
    let count = to - from;
    if count.is_nan() || count > TOO_MANY {
        return Vec::new();
    }
    // in halves: the distance of two numbers need not be a number
    let half = 0.5 * limits.hi - 0.5 * limits.lo;
    let (slack, near) = (2e-10 * half, 2e-5 * half);
    let mut minor = Vec::new();
    for i in 0..=count.max(0.0) as usize {
        let at = (from + i as f64) * step + first;
        let inside = at >= limits.lo - slack && at <= limits.hi + slack;
        if inside && major.iter().all(|m| (m - at).abs() > near) {
            minor.push(at);
        }
    }
    minor
}

/// The lowest of the ticks, and how far the next is.
fn first_step(major: &[f64]) -> Option<(f64, f64)> {
    let first = major.iter().copied().fold(f64::INFINITY, f64::min);
    let mut next = f64::INFINITY;
    for &at in major {
        if at > first {
            next = next.min(at);
        }
    }
    (first.is_finite() && next.is_finite()).then_some((first, next - first))
}

/// Into how many parts an interval of that length is divided, so that the parts are round: 1, 2.5 and 5 into five, others
/// into four.
fn parts(step: f64) -> f64 {
    let digits = step / pow10(floor_log10(step));
    let is = |round: f64| (digits - round).abs() <= 1e-8 + 1e-5 * round;
    if [1.0, 2.5, 5.0, 10.0].into_iter().any(is) { 5.0 } else { 4.0 }
}

#[cfg(test)]
mod tests;
