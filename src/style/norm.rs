//! Norms: from a value to the fraction that a colormap turns into a colour.

use crate::geom::Limits;
use crate::style::named;

/// How values between the colour limits spread over a colormap.
///
/// ```
/// use grabframe::{Limits, Norm};
/// let limits = Limits::new(1.0, 100.0);
/// assert_eq!(Norm::Log.normalize(10.0, limits), 0.5);
/// assert!(Norm::Log.normalize(-1.0, limits).is_nan());
/// let centered = Norm::Centered { center: 0.0 };
/// assert_eq!(centered.normalize(0.0, Limits::new(-1.0, 5.0)), 0.5); // as if the limits were -5 and 5
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub enum Norm {
    /// Evenly. The default.
    #[default]
    Linear,
    /// By the decimal logarithm. Values that are not positive have no colour of the map; they get the bad colour.
    Log,
    /// Evenly on both sides of a centre that gets the middle of the map. Both limits lie at the same distance from it:
    /// that of the one that is farther away, whether they were set or found from data.
    Centered {
        /// The value in the middle, 0 for anomalies.
        center: f64,
    },
    /// As `Centered`, but each side with a rate of its own: the low limit gets 0, the centre 0.5, the high limit 1.
    /// Where both limits are on one side of the centre, the nearer one moves to the other side.
    TwoSlope {
        /// The value in the middle.
        center: f64,
    },
    /// By a power of the linear fraction.
    Power {
        /// The exponent, above 0: below 1 shows more of the low values, above 1 more of the high ones.
        gamma: f64,
    },
}

named!(Norm, "the name of a norm", ["linear" => Norm::Linear, "log" => Norm::Log]);

impl Norm {
    /// The fraction of `value`: 0 at `limits.lo`, 1 at `limits.hi`, outside of 0 to 1 for values beyond them. NaN
    /// stays NaN. If the limits are equal every value gives 0, as in matplotlib. Limits that the norm cannot have are
    /// widened, as [`Norm`] says; `Log` gives NaN if one of them is not positive.
    #[inline]
    #[must_use]
    pub fn normalize(&self, value: f64, limits: Limits) -> f64 {
        self.over(limits).at(value)
    }

    /// The value whose fraction is `t`: what a colorbar writes beside a colour.
    #[must_use]
    pub fn inverse(&self, t: f64, limits: Limits) -> f64 {
        self.over(limits).value(t)
    }

    /// The colour limits of data: the smallest and the largest finite value (for `Log` positive ones only), widened so
    /// that a centre lies within (`TwoSlope`) or in the middle (`Centered`). If there is no such value those of 0 and 1
    /// (for `Log` of 1 and 10).
    #[must_use]
    pub fn limits_of(&self, values: &[f64]) -> Limits {
        self.limits_in(&Seen::of(values.iter().copied())).unwrap_or_else(|| self.limits_of_nothing())
    }

    /// This norm over these limits, for many values.
    pub(crate) fn over(&self, limits: Limits) -> Ramp {
        Ramp::new(self.clone(), limits)
    }

    /// The colour limits of data of which this was seen, if it has a value that the norm can show.
    pub(super) fn limits_in(&self, seen: &Seen) -> Option<Limits> {
        let limits = if *self == Self::Log { seen.positive } else { seen.all };
        (!limits.is_empty()).then(|| self.widen(limits))
    }

    /// What is shown while there is no value.
    pub(super) fn limits_of_nothing(&self) -> Limits {
        if *self == Self::Log { Limits::new(1.0, 10.0) } else { self.widen(Limits::new(0.0, 1.0)) }
    }

    /// The limits as this norm can have them: with the centre within or in the middle, for norms that have one.
    pub(super) fn widen(&self, limits: Limits) -> Limits {
        let Limits { lo, hi } = limits;
        if lo > hi {
            let forward = self.widen(Limits::new(hi, lo));
            return Limits::new(forward.hi, forward.lo);
        }
        let around = |center: f64, half: f64| Limits::new((center - half).max(f64::MIN), (center + half).min(f64::MAX));
        match *self {
            Self::Centered { center } => around(center, (center - lo).max(hi - center)),
            Self::TwoSlope { center } if lo >= center => Limits::new(around(center, hi - center).lo, hi),
            Self::TwoSlope { center } if hi <= center => Limits::new(lo, around(center, center - lo).hi),
            _ => limits,
        }
    }

    /// This norm, if there is something that it could show.
    ///
    /// # Panics
    /// If a centre is not finite, or an exponent not positive and finite.
    #[track_caller]
    pub(super) fn checked(self) -> Self {
        match self {
            Self::Centered { center } | Self::TwoSlope { center } => {
                assert!(center.is_finite(), "the centre of a norm must be finite, not {center}");
            }
            Self::Power { gamma } => {
                assert!(gamma.is_finite() && gamma > 0.0, "the exponent of a norm must be positive, not {gamma}");
            }
            _ => {}
        }
        self
    }
}

/// A norm over its limits, with what is the same for every value worked out once.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ramp {
    norm: Norm,
    /// What values are multiplied by, so that the span does not overflow.
    unit: f64,
    /// The limits in this unit; their logarithms for `Log`.
    lo: f64,
    hi: f64,
    span: f64,
}

impl Ramp {
    fn new(norm: Norm, limits: Limits) -> Self {
        let Limits { lo, hi } = norm.widen(limits);
        if norm == Norm::Log {
            let (lo, hi) = if lo == hi { (lo, hi) } else { (libm::log10(lo), libm::log10(hi)) };
            return Self { norm, unit: 1.0, lo, hi, span: hi - lo };
        }
        let unit = if (hi - lo).is_finite() { 1.0 } else { 0.5 };
        let (lo, hi) = (lo * unit, hi * unit);
        Self { norm, unit, lo, hi, span: hi - lo }
    }

    /// The fraction of a value; see [`Norm::normalize`].
    #[inline]
    pub(crate) fn at(&self, value: f64) -> f64 {
        if let Norm::TwoSlope { .. } = self.norm {
            let (value, lo, hi) = (value * self.unit, self.lo.min(self.hi), self.lo.max(self.hi));
            if value < lo || value > hi {
                return f64::INFINITY.copysign(if value < lo { -self.span } else { self.span });
            }
        }
        self.place(value)
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

/// What a norm needs to know of data to find its limits: a smallest and a largest finite value, of all and of those that
/// are positive, or percentiles in their place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Seen {
    pub(super) all: Limits,
    pub(super) positive: Limits,
}

impl Seen {
    pub(super) const NOTHING: Self = Self { all: Limits::EMPTY, positive: Limits::EMPTY };

    pub(super) fn of(values: impl IntoIterator<Item = f64>) -> Self {
        values.into_iter().fold(Self::NOTHING, |seen, v| Self {
            all: seen.all.with(v),
            positive: if v > 0.0 { seen.positive.with(v) } else { seen.positive },
        })
    }
}

#[cfg(test)]
mod tests;
