//! A norm over its limits.

use super::{Norm, bins};
use crate::geom::Limits;
use crate::style::Extend;

/// A norm over its limits, with what is the same for every value worked out once.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ramp {
    norm: Norm,
    /// What values are multiplied by, so that the span does not overflow.
    unit: f64,
    /// The limits in this unit; their logarithms for `Log`, and what `SymLog` makes of them.
    lo: f64,
    hi: f64,
    span: f64,
    /// How many colours bins are spread over.
    colors: usize,
}

impl Ramp {
    pub(super) fn new(norm: Norm, limits: Limits, colors: usize) -> Self {
        let Limits { lo, hi } = norm.widen(limits);
        let even: Option<&dyn Fn(f64) -> f64> = match &norm {
            Norm::Log => Some(&libm::log10),
            Norm::SymLog { linthresh, linscale } => Some(&|v| symlog(v, *linthresh, *linscale)),
            _ => None,
        };
        if let Some(even) = even {
            let (lo, hi) = if lo == hi { (lo, hi) } else { (even(lo), even(hi)) };
            return Self { norm, unit: 1.0, lo, hi, span: hi - lo, colors };
        }
        let unit = if (hi - lo).is_finite() { 1.0 } else { 0.5 };
        let (lo, hi) = (lo * unit, hi * unit);
        Self { norm, unit, lo, hi, span: hi - lo, colors }
    }

    /// Of a norm that is even, what values are multiplied by, what is taken from them then, and what they are divided by.
    pub(crate) fn even(&self) -> Option<[f64; 3]> {
        let even = matches!(self.norm, Norm::Linear | Norm::Centered { .. }) && self.lo != self.hi;
        even.then_some([self.unit, self.lo, self.span])
    }

    /// The fraction of a value; see [`Norm::normalize`].
    #[inline]
    pub(crate) fn at(&self, value: f64) -> f64 {
        match &self.norm {
            Norm::TwoSlope { .. } => {
                let (value, lo, hi) = (value * self.unit, self.lo.min(self.hi), self.lo.max(self.hi));
                if value < lo || value > hi {
                    return f64::INFINITY.copysign(if value < lo { -self.span } else { self.span });
                }
            }
            Norm::Boundary { boundaries, extend } => return self.of_bin(value, boundaries, *extend),
            _ => {}
        }
        self.place(value)
    }

    /// The middle of the colour that the bin of a value has: the first bin has the first colour, the last one the last, of one
    /// bin it is the one in the middle. Ends with colours of their own are bins, too.
    fn of_bin(&self, value: f64, boundaries: &[f64], extend: Extend) -> f64 {
        match boundaries {
            _ if value.is_nan() => return value,
            [first, ..] if value < *first => return f64::NEG_INFINITY,
            [.., last] if value < *last => {}
            _ => return f64::INFINITY,
        }
        let below = boundaries.partition_point(|border| *border <= value);
        // borders that do not rise have no bins
        let Some(bin) = below.checked_sub(1) else { return f64::NAN };
        let bin = (bin + usize::from(extend.at_min())) as f64;
        let last = (boundaries.len() - 2 + usize::from(extend.at_min()) + usize::from(extend.at_max())) as f64;
        let most = self.colors.saturating_sub(1) as f64;
        let color = if last == 0.0 { most / 2.0 } else { most / last * bin };
        (color.floor() + 0.5) / self.colors as f64
    }

    /// The same, but values beyond the limits go on as they do within, also where the norm gives an infinity: where
    /// they lie on an axis.
    #[inline]
    pub(crate) fn place(&self, value: f64) -> f64 {
        let even = || (value * self.unit - self.lo) / self.span;
        match self.norm {
            _ if self.lo == self.hi => {
                if value.is_nan() {
                    value
                } else {
                    0.0
                }
            }
            Norm::Linear | Norm::Centered { .. } => even(),
            Norm::Log if value > 0.0 => (libm::log10(value) - self.lo) / self.span,
            Norm::Log => f64::NAN,
            Norm::SymLog { linthresh, linscale } => (symlog(value, linthresh, linscale) - self.lo) / self.span,
            Norm::Boundary { ref boundaries, .. } => bins::place(boundaries, value),
            Norm::TwoSlope { center } => {
                let (value, center) = (value * self.unit, center * self.unit);
                if value == self.hi {
                    1.0
                } else if (value < center) == (self.lo < self.hi) {
                    0.5 / (center - self.lo) * (value - self.lo)
                } else {
                    0.5 / (self.hi - center) * (value - center) + 0.5
                }
            }
            Norm::Power { gamma } => {
                let t = even();
                if t > 0.0 { libm::pow(t, gamma) } else { t }
            }
        }
    }

    /// The value of a fraction; see [`Norm::inverse`].
    pub(crate) fn value(&self, t: f64) -> f64 {
        let even = |t: f64| (self.lo + t * self.span) / self.unit;
        match self.norm {
            _ if self.lo == self.hi => self.lo / self.unit,
            Norm::Linear | Norm::Centered { .. } => even(t),
            Norm::Log => libm::exp10(self.lo + t * self.span),
            Norm::SymLog { linthresh, linscale } => inverse_symlog(self.lo + t * self.span, linthresh, linscale),
            Norm::Boundary { ref boundaries, .. } => bins::value(boundaries, t),
            Norm::TwoSlope { center } => {
                let center = center * self.unit;
                let value = if t < 0.5 {
                    self.lo + 2.0 * t * (center - self.lo)
                } else {
                    center + (2.0 * t - 1.0) * (self.hi - center)
                };
                value / self.unit
            }
            Norm::Power { gamma } => even(if t > 0.0 { libm::pow(t, 1.0 / gamma) } else { t }),
        }
    }
}

/// The even axis of a symmetrical logarithm: linear up to a threshold, which has so many decades, as thresholds and decades.
fn symlog(value: f64, linthresh: f64, linscale: f64) -> f64 {
    let (size, linear) = (value.abs(), linscale / 0.9);
    if value.is_nan() || size <= linthresh {
        return value / linthresh * linear;
    }
    (linear + (libm::log10(size) - libm::log10(linthresh))).copysign(value)
}

fn inverse_symlog(even: f64, linthresh: f64, linscale: f64) -> f64 {
    let (size, linear) = (even.abs(), linscale / 0.9);
    if even.is_nan() || size <= linear {
        return even / linear * linthresh;
    }
    libm::exp10(size - linear + libm::log10(linthresh)).copysign(even)
}
