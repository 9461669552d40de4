//! Scales: how data values spread along an axis, and which limits an axis chooses for its data.

use crate::geom::Limits;
use crate::style::named;

/// The free space that an axis leaves on either side of its data: 5 % of the data's extent on the scale.
pub(crate) const MARGIN: f64 = 0.05;

/// How values spread along an axis.
///
/// ```
/// use grabframe::{Limits, Scale};
/// assert_eq!(Scale::Linear.fraction(2.0, Limits::new(0.0, 4.0)), 0.5);
/// assert_eq!(Scale::Log.fraction(10.0, Limits::new(1.0, 100.0)), 0.5);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[non_exhaustive]
pub enum Scale {
    /// Evenly. The default.
    #[default]
    Linear,
    /// By the decimal logarithm. Values that are not positive have no place on it.
    Log,
}

named!(Scale, "a scale", ["linear" => Scale::Linear, "log" => Scale::Log]);

impl Scale {
    /// The scale that matplotlib calls `name`: `linear` or `log`.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "linear" => Some(Self::Linear),
            "log" => Some(Self::Log),
            _ => None,
        }
    }

    /// The value on the even axis that the scale stretches; NaN for a value that has no place on it.
    #[inline]
    #[must_use]
    pub fn transform(self, value: f64) -> f64 {
        match self {
            Self::Linear => value,
            Self::Log if value > 0.0 => libm::log10(value),
            Self::Log => f64::NAN,
        }
    }

    /// The value that [`transform`](Self::transform) takes to `t`.
    #[inline]
    #[must_use]
    pub fn inverse(self, t: f64) -> f64 {
        match self {
            Self::Linear => t,
            Self::Log => libm::exp10(t),
        }
    }

    /// How far `value` lies along an axis with these limits: 0 at `limits.lo`, 1 at `limits.hi`.
    ///
    /// For many values take [`map`](Self::map), which does once what this does every time.
    #[must_use]
    pub fn fraction(self, value: f64, limits: Limits) -> f64 {
        let (a, b) = (self.transform(limits.lo), self.transform(limits.hi));
        (self.transform(value) - a) / (b - a)
    }

    /// The straight line from transformed values to positions: `(factor, offset)` so that a value lies at
    /// `transform(value) * factor + offset`, with `limits.lo` at `from` and `limits.hi` at `to`.
    #[must_use]
    pub fn map(self, limits: Limits, from: f64, to: f64) -> (f64, f64) {
        let (a, b) = (self.transform(limits.lo), self.transform(limits.hi));
        let factor = (to - from) / (b - a);
        (factor, from - a * factor)
    }

    /// Limits as an axis can have them: expanded if they are equal or nearly so, and for `Log` the ones that are not
    /// positive replaced by `min_positive`, the smallest positive value of the data (1e-300 if there is none).
    /// Backward limits stay backward.
    #[must_use]
    pub(crate) fn valid(self, limits: Limits, min_positive: f64) -> Limits {
        let forward = self.nonsingular(limits, min_positive);
        if limits.lo > limits.hi { Limits::new(forward.hi, forward.lo) } else { forward }
    }

    /// The limits that an axis chooses for its data.
    #[must_use]
    pub(crate) fn autoscale(self, data: &AutoLimits<'_>) -> Limits {
        if data.seen.is_empty() && self == Self::Linear {
            return Limits::new(0.0, 1.0);
        }
        let core = self.nonsingular(data.seen, data.min_positive);
        let (a, b) = (self.transform(core.lo), self.transform(core.hi));
        let delta = half_span(a, b) * (2.0 * data.margin);
        // A margin that would leave the numbers is none, and rounding never takes a value out of the limits.
        let or = |wide: f64, end: f64| if self.transform(wide).is_finite() { wide } else { end };
        let mut wide = Limits::new(
            or(self.inverse(a - delta), core.lo).min(core.lo),
            or(self.inverse(b + delta), core.hi).max(core.hi),
        );
        // A margin stops at a sticky value: bars stand on the axis, images fill it.
        let tolerance = 2e-5 * half_span(core.lo, core.hi);
        let (below, above) = (core.lo + tolerance, core.hi - tolerance);
        for &stop in data.sticky {
            if self == Self::Log && stop <= 0.0 {
                continue;
            }
            if stop < below {
                wide.lo = wide.lo.max(stop);
            }
            if stop >= above {
                wide.hi = wide.hi.min(stop);
            }
        }
        self.nonsingular(wide, data.min_positive)
    }

    /// Half the distance between two limits on the even axis; negative if they run backward.
    #[must_use]
    pub(crate) fn half_span(self, limits: Limits) -> f64 {
        half_span(self.transform(limits.lo), self.transform(limits.hi))
    }

    /// Forward limits that are not equal, by the rules of the scale's tick locator.
    fn nonsingular(self, limits: Limits, min_positive: f64) -> Limits {
        match self {
            // closer together than a few neighbouring numbers there is nothing to see between them
            Self::Linear => nonsingular(limits, 0.05, 1e-15),
            Self::Log => log_nonsingular(limits, min_positive),
        }
    }
}

/// Half the way from `from` to `to`, which is finite where the span of two numbers is not.
fn half_span(from: f64, to: f64) -> f64 {
    0.5 * to - 0.5 * from
}

/// What an axis knows of its data when it chooses its limits.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AutoLimits<'a> {
    /// From the smallest to the largest finite value.
    pub(crate) seen: Limits,
    /// The smallest positive value; infinity if there is none. Only `Log` asks for it.
    pub(crate) min_positive: f64,
    /// The free space on either side, as a part of the extent on the scale: [`MARGIN`] by default.
    pub(crate) margin: f64,
    /// Values that the margin does not cross, in any order.
    pub(crate) sticky: &'a [f64],
}

/// Forward limits, expanded by the fraction `expander` if they lie closer together than `tiny` times the larger of
/// them; `-expander` to `expander` if they are not finite or both next to zero.
pub(super) fn nonsingular(limits: Limits, expander: f64, tiny: f64) -> Limits {
    let Limits { mut lo, mut hi } = limits;
    let around_zero = Limits::new(-expander, expander);
    if !lo.is_finite() || !hi.is_finite() {
        return around_zero;
    }
    if hi < lo {
        std::mem::swap(&mut lo, &mut hi);
    }
    let largest = lo.abs().max(hi.abs());
    if largest < 1e6 / tiny * f64::MIN_POSITIVE {
        return around_zero;
    }
    if hi - lo <= largest * tiny {
        lo = (lo - expander * lo.abs()).max(f64::MIN);
        hi = (hi + expander * hi.abs()).min(f64::MAX);
    }
    Limits::new(lo, hi)
}

fn log_nonsingular(limits: Limits, min_positive: f64) -> Limits {
    let Limits { mut lo, mut hi } = limits;
    let one_decade = Limits::new(1.0, 10.0);
    if !lo.is_finite() || !hi.is_finite() {
        return one_decade;
    }
    if hi < lo {
        std::mem::swap(&mut lo, &mut hi);
    }
    if hi <= 0.0 {
        return one_decade;
    }
    if lo <= 0.0 {
        lo = if min_positive.is_finite() && min_positive > 0.0 { min_positive.min(hi) } else { 1e-300_f64.min(hi) };
    }
    if libm::log10(lo) == libm::log10(hi) {
        // The powers of ten on either side, not counting itself.
        let exponent = libm::log10(lo);
        lo = libm::exp10(exponent.ceil() - 1.0).max(f64::MIN_POSITIVE);
        hi = libm::exp10(exponent.floor() + 1.0).min(f64::MAX);
    }
    Limits::new(lo, hi)
}

#[cfg(test)]
mod tests;
