//! Norms: from a value to the fraction that a colormap turns into a colour.

use crate::geom::Limits;

/// How values between the colour limits spread over a colormap.
///
/// ```
/// use grabframe::{Limits, Norm};
/// let limits = Limits::new(1.0, 100.0);
/// assert_eq!(Norm::Log.normalize(10.0, limits), 0.5);
/// assert!(Norm::Log.normalize(-1.0, limits).is_nan());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[non_exhaustive]
pub enum Norm {
    /// Evenly. The default.
    #[default]
    Linear,
    /// By the decimal logarithm. Values that are not positive have no colour of the map; they get the bad colour.
    Log,
    /// Evenly on both sides of a centre that gets the middle of the map. The limits found from data lie at equal
    /// distances from it.
    Centered {
        /// The value in the middle, 0 for anomalies.
        center: f64,
    },
    /// As `Centered`, but each side with a rate of its own: the low limit gets 0, the centre 0.5, the high limit 1.
    TwoSlope {
        /// The value in the middle.
        center: f64,
    },
    /// By a power of the linear fraction.
    Power {
        /// The exponent: below 1 shows more of the low values, above 1 more of the high ones.
        gamma: f64,
    },
}

impl Norm {
    /// The fraction of `value`: 0 at `limits.lo`, 1 at `limits.hi`, outside of 0 to 1 for values beyond them. NaN
    /// stays NaN. If the limits are equal every value gives 0, as in matplotlib.
    #[inline]
    #[must_use]
    pub fn normalize(self, value: f64, limits: Limits) -> f64 {
        let Limits { lo, hi } = limits;
        match self {
            _ if lo == hi => value * 0.0,
            Self::Linear | Self::Centered { .. } => (value - lo) / (hi - lo),
            Self::Log if value > 0.0 => {
                let (a, b) = (libm::log10(lo), libm::log10(hi));
                (libm::log10(value) - a) / (b - a)
            }
            Self::Log => f64::NAN,
            Self::TwoSlope { center } => two_slope(value, lo, center, hi),
            Self::Power { gamma } => {
                let t = (value - lo) / (hi - lo);
                if t > 0.0 { libm::pow(t, gamma) } else { t }
            }
        }
    }

    /// The value whose fraction is `t`: what a colorbar writes beside a colour.
    #[must_use]
    pub fn inverse(self, t: f64, limits: Limits) -> f64 {
        let Limits { lo, hi } = limits;
        match self {
            Self::Linear | Self::Centered { .. } => lo + t * (hi - lo),
            Self::Log => {
                let (a, b) = (libm::log10(lo), libm::log10(hi));
                libm::exp10(a + t * (b - a))
            }
            Self::TwoSlope { center } if t < 0.5 => lo + 2.0 * t * (center - lo),
            Self::TwoSlope { center } => center + (2.0 * t - 1.0) * (hi - center),
            Self::Power { gamma } => {
                let fraction = if t > 0.0 { libm::pow(t, 1.0 / gamma) } else { t };
                lo + fraction * (hi - lo)
            }
        }
    }

    /// The colour limits of data: the smallest and the largest finite value (for `Log` positive ones only), widened so
    /// that a centre lies within (`TwoSlope`) or in the middle (`Centered`). 0 to 1 if there is no such value.
    #[must_use]
    pub fn limits_of(self, values: &[f64]) -> Limits {
        let seen = match self {
            Self::Log => Limits::of(values.iter().copied().filter(|v| *v > 0.0)),
            _ => Limits::of(values.iter().copied()),
        };
        if seen.is_empty() { Limits::new(0.0, 1.0) } else { self.widen(seen) }
    }

    /// The limits with the centre inside, for norms that have one.
    fn widen(self, limits: Limits) -> Limits {
        let Limits { lo, hi } = limits;
        match self {
            Self::Centered { center } => {
                let half = (center - lo).max(hi - center);
                Limits::new(center - half, center + half)
            }
            Self::TwoSlope { center } if lo >= center => Limits::new(center - (hi - center), hi),
            Self::TwoSlope { center } if hi <= center => Limits::new(lo, center + (center - lo)),
            _ => limits,
        }
    }
}

fn two_slope(value: f64, lo: f64, center: f64, hi: f64) -> f64 {
    if value < lo {
        f64::NEG_INFINITY
    } else if value > hi {
        f64::INFINITY
    } else if value == hi {
        1.0
    } else if value < center {
        0.5 / (center - lo) * (value - lo)
    } else {
        0.5 / (hi - center) * (value - center) + 0.5
    }
}

/// The value below which `q` percent of `values` lie, with linear interpolation between neighbours: numpy's
/// `nanpercentile`. NaN is left out, infinities count. NaN if nothing is left. Linear in the number of values.
///
/// # Panics
/// If `q` is not between 0 and 100.
#[must_use]
#[track_caller]
pub fn percentile(values: &[f64], q: f64) -> f64 {
    percentiles(values, q, 100.0).lo
}

/// Two percentiles at once, with one copy of the values: colour limits that leave outliers aside.
///
/// # Panics
/// If one of them is not between 0 and 100.
#[must_use]
#[track_caller]
pub(crate) fn percentiles(values: &[f64], lo: f64, hi: f64) -> Limits {
    for q in [lo, hi] {
        assert!((0.0..=100.0).contains(&q), "a percentile lies between 0 and 100, not at {q}");
    }
    let mut rest: Vec<f64> = values.iter().copied().filter(|v| !v.is_nan()).collect();
    Limits::new(select(&mut rest, lo), select(&mut rest, hi))
}

/// The percentile of values without NaN; reorders them.
fn select(values: &mut [f64], q: f64) -> f64 {
    let Some(last) = values.len().checked_sub(1) else { return f64::NAN };
    let place = last as f64 * (q / 100.0);
    let below = (place.floor() as usize).min(last);
    let (_, &mut a, above) = values.select_nth_unstable_by(below, f64::total_cmp);
    let fraction = place - below as f64;
    let Some(b) = above.iter().copied().min_by(f64::total_cmp).filter(|_| fraction > 0.0) else { return a };
    // From the nearer neighbour, as numpy: the result is exact at both ends and grows with q.
    if fraction < 0.5 { a + (b - a) * fraction } else { b - (b - a) * (1.0 - fraction) }
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
    }

    #[test]
    fn percentiles_are_numpys_to_the_last_bit() {
        let x: Vec<f64> = (0..37).map(|i| 0.1 * f64::from(i) * f64::from(i) - 3.3 * f64::from(i)).collect();
        let y: Vec<f64> = (0..1000).map(|i| f64::from((i * 7919) % 1009) / 7.0).collect();
        // numpy.nanpercentile(x, q), numpy.nanpercentile(y, q)
        let table = [
            (0.0, -27.199_999_999_999_996, 0.0),
            (2.0, -27.199_999_999_999_992, 2.854_285_714_285_714_5),
            (12.5, -26.599_999_999_999_994, 17.982_142_857_142_858),
            (33.3, -23.014_400_000_000_002, 48.095_285_714_285_716),
            (50.0, -18.199_999_999_999_996, 72.214_285_714_285_72),
            (75.0, -8.999_999_999_999_998, 108.035_714_285_714_28),
            (98.0, 8.064_000_000_000_004, 141.145_714_285_714_3),
            (99.9, 10.663_200_000_000_02, 143.857_285_714_285_72),
            (100.0, 10.799_999_999_999_997, 144.0),
        ];
        for (q, of_x, of_y) in table {
            assert_eq!(percentile(&x, q), of_x, "x at {q}");
            assert_eq!(percentile(&y, q), of_y, "y at {q}");
        }
        // numpy.nanpercentile([-1.3, 2.9], q)
        let between = [
            (1.0, -1.258),
            (49.0, 0.757_999_999_999_999_8),
            (50.5, 0.820_999_999_999_999_7),
            (99.0, 2.857_999_999_999_999_7),
        ];
        for (q, expected) in between {
            assert_eq!(percentile(&[-1.3, 2.9], q), expected, "at {q}");
        }
        let mut gaps = x.clone();
        gaps.insert(3, f64::NAN);
        gaps.push(f64::NAN);
        assert_eq!(percentiles(&gaps, 2.0, 98.0), percentiles(&x, 2.0, 98.0));
    }

    #[test]
    fn percentiles_of_little() {
        assert!(percentile(&[], 50.0).is_nan());
        assert!(percentile(&[f64::NAN], 50.0).is_nan());
        assert_eq!(percentile(&[3.0], 98.0), 3.0);
        assert_eq!(percentile(&[1.0, f64::INFINITY], 100.0), f64::INFINITY);
        assert_eq!(percentile(&[1.0, f64::INFINITY], 0.0), 1.0);
    }

    #[test]
    #[should_panic(expected = "between 0 and 100, not at 101")]
    fn percentiles_out_of_range_panic() {
        let _ = percentile(&[1.0], 101.0);
    }
}
