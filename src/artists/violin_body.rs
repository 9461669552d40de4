//! The shape of a sample's distribution.

use crate::data::{densities, select};
use crate::style::named;

/// How wide the bells are from which the density of a sample is added up.
///
/// `"scott"` and `"silverman"` may be written for it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[non_exhaustive]
pub enum Bandwidth {
    /// The standard deviation of the sample times n^(-1/5), by Scott's rule. The default.
    #[default]
    Scott,
    /// Times (3n/4)^(-1/5), by Silverman's.
    Silverman,
    /// Times this.
    Factor(f64),
}

named!(Bandwidth, "a bandwidth", ["scott" => Bandwidth::Scott, "silverman" => Bandwidth::Silverman]);

/// The shape of one sample; no places if it has no value.
#[derive(Clone, Debug, Default)]
pub(super) struct Body {
    /// Values from the smallest to the largest, ..
    pub(super) coords: Vec<f64>,
    /// .. and the density there, the largest being 1.
    pub(super) shape: Vec<f64>,
    pub(super) mean: f64,
    pub(super) median: f64,
    pub(super) quantiles: Vec<f64>,
}

impl Body {
    pub(super) fn of(sample: &[f64], bandwidth: Bandwidth, points: usize, quantiles: &[f64]) -> Self {
        let (mut values, mut lo, mut hi) = (Vec::with_capacity(sample.len()), f64::INFINITY, f64::NEG_INFINITY);
        for &v in sample {
            if v.is_finite() {
                values.push(v);
                (lo, hi) = (lo.min(v), hi.max(v));
            }
        }
        if values.is_empty() {
            return Self::default();
        }
        let n = values.len() as f64;
        let mut coords = Vec::with_capacity(points);
        let step = 1.0 / (points - 1) as f64;
        for k in 0..points {
            let share = step * k as f64;
            coords.push(if k + 1 == points { hi } else { lo * (1.0 - share) + hi * share });
        }
        // what is smallest at 0 and what is largest at 1: no square of it is too large
        let half = hi / 2.0 - lo / 2.0;
        let (mut mean, mut unit) = (0.0, Vec::with_capacity(values.len()));
        for v in &values {
            mean += v / n;
            unit.push((v / 2.0 - lo / 2.0) / half);
        }
        let factor = match bandwidth {
            Bandwidth::Scott => libm::pow(n, -0.2),
            Bandwidth::Silverman => libm::pow(n * 0.75, -0.2),
            Bandwidth::Factor(factor) => factor,
        };
        let mut shape =
            if half > 0.0 { densities(&unit, 0.0, step, points, deviation(&unit) * factor) } else { vec![1.0; points] };
        let most = shape.iter().copied().fold(0.0, f64::max);
        for v in &mut shape {
            *v /= most;
        }
        let mut percentile = |q: f64| select(&mut values, q).unwrap_or(f64::NAN);
        let median = percentile(50.0);
        let mut found = Vec::with_capacity(quantiles.len());
        for q in quantiles {
            found.push(percentile(100.0 * q));
        }
        Self { coords, shape, mean, median, quantiles: found }
    }
}

/// The standard deviation of a sample, as an estimate of that of all.
fn deviation(values: &[f64]) -> f64 {
    let n = values.len() as f64;
    let (mut mean, mut sum) = (0.0, 0.0);
    for v in values {
        mean += v / n;
    }
    for v in values {
        sum += (v - mean) * (v - mean);
    }
    (sum / (n - 1.0)).sqrt()
}

#[cfg(test)]
mod tests;
