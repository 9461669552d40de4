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
#[derive(Clone, Copy, Debug, Default, PartialEq)]
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
    pub fn normalize(self, value: f64, limits: Limits) -> f64 {
        self.over(limits).at(value)
    }

    /// The value whose fraction is `t`: what a colorbar writes beside a colour.
    #[must_use]
    pub fn inverse(self, t: f64, limits: Limits) -> f64 {
        self.over(limits).value(t)
    }

    /// The colour limits of data: the smallest and the largest finite value (for `Log` positive ones only), widened so
    /// that a centre lies within (`TwoSlope`) or in the middle (`Centered`). If there is no such value those of 0 and 1
    /// (for `Log` of 1 and 10).
    #[must_use]
    pub fn limits_of(self, values: &[f64]) -> Limits {
        self.limits_in(&Seen::of(values.iter().copied())).unwrap_or_else(|| self.limits_of_nothing())
    }

    /// This norm over these limits, for many values.
    pub(crate) fn over(self, limits: Limits) -> Ramp {
        Ramp::new(self, limits)
    }

    /// The colour limits of data of which this was seen, if it has a value that the norm can show.
    pub(super) fn limits_in(self, seen: &Seen) -> Option<Limits> {
        let limits = if self == Self::Log { seen.positive } else { seen.all };
        (!limits.is_empty()).then(|| self.widen(limits))
    }

    /// What is shown while there is no value.
    pub(super) fn limits_of_nothing(self) -> Limits {
        if self == Self::Log { Limits::new(1.0, 10.0) } else { self.widen(Limits::new(0.0, 1.0)) }
    }

    /// The limits as this norm can have them: with the centre within or in the middle, for norms that have one.
    pub(super) fn widen(self, limits: Limits) -> Limits {
        let Limits { lo, hi } = limits;
        if lo > hi {
            let forward = self.widen(Limits::new(hi, lo));
            return Limits::new(forward.hi, forward.lo);
        }
        let around = |center: f64, half: f64| Limits::new((center - half).max(f64::MIN), (center + half).min(f64::MAX));
        match self {
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
#[derive(Clone, Copy, Debug, PartialEq)]
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
mod tests {
    use super::*;

    const VALUES: [f64; 8] = [-2.0, 0.0, 0.1, 1.0, 2.5, 7.0, 10.0, 11.0];

    fn check(norm: Norm, limits: Limits, expected: [f64; 8]) {
        for (v, e) in VALUES.into_iter().zip(expected) {
            let t = norm.normalize(v, limits);
            let same = t == e || (t - e).abs() <= 1e-15 || (t.is_nan() && e.is_nan());
            assert!(same, "{norm:?}({v}) = {t}, not {e}");
        }
        assert!(norm.normalize(f64::NAN, limits).is_nan());
    }

    #[test]
    fn fractions_are_matplotlibs() {
        const BAD: f64 = f64::NAN;
        let (a, b) = (-0.304_347_826_086_956_54, -0.014_492_753_623_188_406);
        check(
            Norm::Linear,
            Limits::new(0.1, 7.0),
            [
                a,
                b,
                0.0,
                0.130_434_782_608_695_65,
                0.347_826_086_956_521_73,
                1.0,
                1.434_782_608_695_652,
                1.579_710_144_927_536_1,
            ],
        );
        check(
            Norm::Log,
            Limits::new(0.1, 7.0),
            [
                BAD,
                BAD,
                0.0,
                0.541_976_620_381_794_5,
                0.757_650_801_396_567_4,
                1.0,
                1.083_953_240_763_589,
                1.106_387_108_374_171_6,
            ],
        );
        check(
            Norm::Centered { center: 1.0 },
            Limits::new(-3.0, 5.0),
            [0.125, 0.375, 0.3875, 0.5, 0.6875, 1.25, 1.625, 1.75],
        );
        check(
            Norm::TwoSlope { center: 1.0 },
            Limits::new(-2.0, 10.0),
            [
                0.0,
                0.333_333_333_333_333_3,
                0.35,
                0.5,
                0.583_333_333_333_333_3,
                0.833_333_333_333_333_3,
                1.0,
                f64::INFINITY,
            ],
        );
        check(
            Norm::Power { gamma: 0.5 },
            Limits::new(0.1, 7.0),
            [
                a,
                b,
                0.0,
                0.361_157_559_257_307_6,
                0.589_767_824_619_588_5,
                1.0,
                1.197_824_114_257_036_6,
                1.256_865_205_552_105_5,
            ],
        );
        check(Norm::Linear, Limits::new(1.0, 1.0), [0.0; 8]);
    }

    #[test]
    fn the_inverse_undoes() {
        let limits = Limits::new(0.5, 8.0);
        let norms = [Norm::Linear, Norm::Log, Norm::TwoSlope { center: 2.0 }, Norm::Power { gamma: 2.2 }];
        for norm in norms {
            for v in [0.5, 0.7, 2.0, 3.0, 7.9, 8.0] {
                let back = norm.inverse(norm.normalize(v, limits), limits);
                assert!((back - v).abs() < 1e-13, "{norm:?}: {v} came back as {back}");
            }
        }
    }

    #[test]
    fn limits_of_data() {
        // Normalize/LogNorm/CenteredNorm/TwoSlopeNorm(..).autoscale_None(..)
        let values = [f64::NAN, -3.0, 1.5, f64::INFINITY, 9.0, 0.0];
        assert_eq!(Norm::Linear.limits_of(&values), Limits::new(-3.0, 9.0));
        assert_eq!(Norm::Log.limits_of(&values), Limits::new(1.5, 9.0));
        assert_eq!(Norm::Centered { center: 1.0 }.limits_of(&values), Limits::new(-7.0, 9.0));
        assert_eq!(Norm::TwoSlope { center: 1.0 }.limits_of(&values), Limits::new(-3.0, 9.0));
        assert_eq!(Norm::TwoSlope { center: 1.0 }.limits_of(&[2.0, 5.0]), Limits::new(-3.0, 5.0));
        assert_eq!(Norm::TwoSlope { center: 1.0 }.limits_of(&[-5.0, -2.0]), Limits::new(-5.0, 7.0));
        assert_eq!(Norm::Linear.limits_of(&[f64::NAN]), Limits::new(0.0, 1.0));
        assert_eq!(Norm::Log.limits_of(&[-3.0]), Limits::new(1.0, 10.0));
        assert_eq!(Norm::TwoSlope { center: 5.0 }.limits_of(&[]), Limits::new(0.0, 10.0));
    }

    #[test]
    fn centres_are_in_the_middle_whatever_the_limits() {
        let centered = Norm::Centered { center: 0.0 };
        let slopes = Norm::TwoSlope { center: 0.0 };
        for (limits, low) in [((-1.0, 5.0), -5.0), ((-5.0, 1.0), -5.0), ((2.0, 4.0), -4.0), ((-4.0, -2.0), -4.0)] {
            let limits = Limits::new(limits.0, limits.1);
            assert_eq!([low, 0.0, -low].map(|v| centered.normalize(v, limits)), [0.0, 0.5, 1.0], "{limits:?}");
            assert_eq!(slopes.normalize(0.0, limits), 0.5, "{limits:?}");
            assert_eq!(centered.inverse(0.5, limits), 0.0);
        }
        // backward limits are the map backward
        for norm in [centered, slopes, Norm::Linear, Norm::Log, Norm::Power { gamma: 1.0 }] {
            let (limits, back) = (Limits::new(1.0, 8.0), Limits::new(8.0, 1.0));
            for v in [1.0, 2.0, 4.0, 8.0] {
                assert!((norm.normalize(v, limits) + norm.normalize(v, back) - 1.0).abs() < 1e-15, "{norm:?} {v}");
            }
            assert!((norm.inverse(norm.normalize(8.0, back), back) - 8.0).abs() < 1e-13, "{norm:?}");
        }
        assert_eq!(slopes.normalize(9.0, Limits::new(8.0, -1.0)), f64::NEG_INFINITY);
    }

    #[test]
    fn the_largest_numbers_have_fractions() {
        let limits = Limits::new(-1.7e308, 1.7e308);
        for norm in [Norm::Linear, Norm::Centered { center: 0.0 }, Norm::TwoSlope { center: 0.0 }] {
            assert_eq!([-1.7e308, 0.0, 1.7e308].map(|v| norm.normalize(v, limits)), [0.0, 0.5, 1.0], "{norm:?}");
            assert_eq!([0.0, 0.5, 1.0].map(|t| norm.inverse(t, limits)), [-1.7e308, 0.0, 1.7e308], "{norm:?}");
        }
        let far = Norm::Centered { center: 1e308 };
        assert!(far.normalize(1e308, limits).is_finite());
    }

    #[test]
    fn equal_limits_give_the_first_colour_to_all_but_nan() {
        let limits = Limits::new(2.0, 2.0);
        for norm in [Norm::Linear, Norm::Log, Norm::Centered { center: 2.0 }, Norm::Power { gamma: 0.5 }] {
            assert_eq!([f64::NEG_INFINITY, -1.0, 2.0, f64::INFINITY].map(|v| norm.normalize(v, limits)), [0.0; 4]);
            assert!(norm.normalize(f64::NAN, limits).is_nan());
            assert_eq!(norm.inverse(0.0, limits), 2.0);
        }
    }
}
