//! What a box of a box plot shows of a sample.

use crate::data::select;

/// How far whiskers reach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Whiskers {
    /// So many heights of the box beyond it.
    Boxes(f64),
    /// Up to these percentiles.
    Percentiles(f64, f64),
}

/// What a box of a [`BoxPlot`](crate::BoxPlot) shows of a sample: matplotlib's `boxplot_stats`. All are NaN where there is no finite value.
///
/// ```
/// use grabframe::BoxPlot;
/// let boxes = BoxPlot::new([[1.0, 2.0, 3.0, 4.0, 99.0]]);
/// let stats = &boxes.stats()[0];
/// assert_eq!((stats.q1, stats.med, stats.q3), (2.0, 3.0, 4.0));
/// assert_eq!((stats.whislo, stats.whishi), (1.0, 4.0));
/// assert_eq!(stats.fliers, [99.0]);
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BoxStats {
    /// The arithmetic mean.
    pub mean: f64,
    /// The median.
    pub med: f64,
    /// The lower quartile: a quarter of the values lies below, with numpy's linear interpolation.
    pub q1: f64,
    /// The upper quartile.
    pub q3: f64,
    /// Where the lower whisker ends: at a value, or at the box.
    pub whislo: f64,
    /// Where the upper whisker ends.
    pub whishi: f64,
    /// The lower end of the notch, 1.57 heights of the box over the root of the number of values below the median: a confidence
    /// interval of some 95 % (McGill, Tukey and Larsen, 1978).
    pub cilo: f64,
    /// The upper end of the notch.
    pub cihi: f64,
    /// What lies beyond the whiskers: below, then above.
    pub fliers: Vec<f64>,
}

impl BoxStats {
    /// Of the finite values of a sample. `autorange` lets whiskers reach to the ends where the box has no height.
    pub(super) fn of(sample: &[f64], whiskers: Whiskers, autorange: bool) -> Self {
        let mut values = Vec::with_capacity(sample.len());
        for v in sample {
            if v.is_finite() {
                values.push(*v);
            }
        }
        let n = values.len() as f64;
        let mut mean = if values.is_empty() { f64::NAN } else { 0.0 };
        for v in &values {
            mean += v / n;
        }
        let mut percentile = |q: f64| select(&mut values, q).unwrap_or(f64::NAN);
        let (q1, med, q3) = (percentile(25.0), percentile(50.0), percentile(75.0));
        let height = q3 - q1;
        let whiskers = if height == 0.0 && autorange { Whiskers::Percentiles(0.0, 100.0) } else { whiskers };
        let (lo, hi) = match whiskers {
            Whiskers::Boxes(share) => (q1 - share * height, q3 + share * height),
            Whiskers::Percentiles(lo, hi) => (percentile(lo), percentile(hi)),
        };
        // the farthest values that they reach, or the box
        let (mut whislo, mut whishi) = (q1, q3);
        for &v in &values {
            if v >= lo && v < whislo {
                whislo = v;
            }
            if v <= hi && v > whishi {
                whishi = v;
            }
        }
        let mut fliers = Vec::new();
        for v in sample {
            if v.is_finite() && *v < whislo {
                fliers.push(*v);
            }
        }
        for v in sample {
            if v.is_finite() && *v > whishi {
                fliers.push(*v);
            }
        }
        let notch = 1.57 * height / n.sqrt();
        Self { mean, med, q1, q3, whislo, whishi, cilo: med - notch, cihi: med + notch, fliers }
    }
}

#[cfg(test)]
mod tests;
