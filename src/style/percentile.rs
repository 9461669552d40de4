//! Percentiles: limits that leave outliers aside.

use crate::data::select;
use crate::geom::Limits;
use crate::style::norm::Seen;

/// The value below which `q` percent of `values` lie, with linear interpolation between neighbours: numpy's `percentile`
/// of the finite values. NaN and infinities are left out. NaN if nothing is left. Linear in the number of values.
///
/// ```
/// use grabframe::percentile;
/// assert_eq!(percentile(&[4.0, 1.0, f64::INFINITY, 2.0, f64::NAN], 50.0), 2.0);
/// ```
///
/// # Panics
/// If `q` is not between 0 and 100.
#[must_use]
#[track_caller]
pub fn percentile(values: &[f64], q: f64) -> f64 {
    assert!((0.0..=100.0).contains(&q), "a percentile lies between 0 and 100, not at {q}");
    let mut rest: Vec<f64> = values.iter().copied().filter(|v| v.is_finite()).collect();
    select(&mut rest, q).unwrap_or(f64::NAN)
}

impl Seen {
    /// Two percentiles of the finite values, and of those that are positive, in the place of the extremes.
    pub(super) fn percentiles(values: impl IntoIterator<Item = f64>, lo: f64, hi: f64) -> Self {
        let mut all: Vec<f64> = values.into_iter().filter(|v| v.is_finite()).collect();
        let whole = both(&mut all, lo, hi);
        let before = all.len();
        all.retain(|v| *v > 0.0);
        let positive = if all.len() == before { whole } else { both(&mut all, lo, hi) };
        Self { all: whole, positive }
    }
}

/// Two percentiles; nothing if there is no value. Reorders them.
fn both(values: &mut [f64], lo: f64, hi: f64) -> Limits {
    match (select(values, lo), select(values, hi)) {
        (Some(lo), Some(hi)) => Limits::new(lo, hi),
        _ => Limits::EMPTY,
    }
}

#[cfg(test)]
mod tests;
