//! What is made of several values.

use crate::data::select;
use crate::style::named;

/// What is made of the values in a hexagon.
///
/// `"mean"`, `"sum"`, `"min"`, `"max"`, `"median"` and `"std"` may be written for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reduction {
    /// Their mean. The default.
    #[default]
    Mean,
    /// Their sum.
    Sum,
    /// The smallest.
    Min,
    /// The largest.
    Max,
    /// The median.
    Median,
    /// Their standard deviation (of these values, not an estimate from them).
    Std,
}

named!(Reduction, "what is made of values", [
    "mean" => Reduction::Mean,
    "sum" => Reduction::Sum,
    "min" => Reduction::Min,
    "max" => Reduction::Max,
    "median" => Reduction::Median,
    "std" => Reduction::Std,
]);

impl Reduction {
    /// Of some values; reorders them.
    pub(super) fn of(self, values: &mut [f64]) -> f64 {
        let n = values.len() as f64;
        let sum = |values: &[f64]| values.iter().sum::<f64>();
        match self {
            Self::Mean => sum(values) / n,
            Self::Sum => sum(values),
            Self::Min => values.iter().copied().fold(f64::INFINITY, f64::min),
            Self::Max => values.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            Self::Median => select(values, 50.0).unwrap_or(f64::NAN),
            Self::Std => {
                let mean = sum(values) / n;
                let mut squares = 0.0;
                for v in values {
                    squares += (*v - mean) * (*v - mean);
                }
                (squares / n).sqrt()
            }
        }
    }
}
