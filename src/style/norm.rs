//! Norms: from a value to the fraction that a colormap turns into a colour.

mod bins;
mod ramp;

pub(crate) use ramp::Ramp;

use crate::data::{Column, Number};
use crate::geom::Limits;
use crate::style::{Extend, NameOr, named};

/// How values between the colour limits spread over a colormap.
///
/// ```
/// use grabframe::{Limits, Norm};
/// let limits = Limits::new(1.0, 100.0);
/// assert_eq!(Norm::Log.normalize(10.0, limits), 0.5);
/// assert!(Norm::Log.normalize(-1.0, limits).is_nan());
/// let centered = Norm::Centered { center: 0.0 };
/// assert_eq!(centered.normalize(0.0, Limits::new(-1.0, 5.0)), 0.5); // as if the limits were -5 and 5
/// let wide = Norm::symlog(1); // linear from -1 to 1, and then by powers of ten
/// assert!((wide.normalize(0.0, Limits::new(-1000.0, 1000.0)) - 0.5).abs() < 1e-15);
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
    /// Evenly around 0, and by the decimal logarithm beyond, on both sides: matplotlib's `SymLogNorm`. See [`Norm::symlog`].
    SymLog {
        /// How far from 0 it is linear: from `-linthresh` to `linthresh`. Positive.
        linthresh: f64,
        /// How much room each half of that has, in decades. Positive; 1 is the usual.
        linscale: f64,
    },
    /// In bins that have one colour each, spread over the whole map: matplotlib's `BoundaryNorm`. A value on a border
    /// belongs to the bin above. The colour limits are the first and the last border, whatever is set or found. See
    /// [`Norm::boundary`].
    Boundary {
        /// The borders of the bins, rising: one more than bins.
        boundaries: Vec<f64>,
        /// At which ends what lies beyond has a colour of its own, as if there were another bin.
        extend: Extend,
    },
}

named!(Norm, "the name of a norm", ["linear" => Norm::Linear, "log" => Norm::Log]);

impl Norm {
    /// Linear from `-linthresh` to `linthresh`, and by the decimal logarithm beyond: [`Norm::SymLog`], with room of one decade
    /// for each half of the middle.
    ///
    /// # Panics
    /// If it is not positive and finite.
    #[must_use]
    #[track_caller]
    pub fn symlog(linthresh: impl Number) -> Self {
        Self::SymLog { linthresh: linthresh.to_f64(), linscale: 1.0 }.checked()
    }

    /// Bins with these borders, each of one colour: [`Norm::Boundary`].
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// let depth = Image::new(&[[1.0, 7.0], [30.0, 250.0]]).norm(Norm::boundary([0, 5, 20, 100]).extend("max"));
    /// let image = fig[ax].add(depth);
    /// fig.colorbar(image);
    /// ```
    ///
    /// # Panics
    /// If there are not two borders at least, or they are not finite and rising.
    #[must_use]
    #[track_caller]
    pub fn boundary(boundaries: impl Column) -> Self {
        let mut all = Vec::new();
        boundaries.copy_to(&mut all);
        Self::Boundary { boundaries: all, extend: Extend::Neither }.checked()
    }

    /// With a colour of its own for what lies beyond the first border, the last one or both, `"min"`, `"max"` or `"both"`; a
    /// colorbar shows it. Of other norms than [`Norm::Boundary`] nothing changes.
    ///
    /// # Panics
    /// If a name is none of these, nor `"neither"`.
    #[must_use]
    #[track_caller]
    pub fn extend(mut self, ends: impl NameOr<Extend>) -> Self {
        if let Self::Boundary { extend, .. } = &mut self {
            *extend = ends.value();
        }
        self
    }

    /// The fraction of `value`: 0 at `limits.lo`, 1 at `limits.hi`, outside of 0 to 1 for values beyond them. NaN
    /// stays NaN. If the limits are equal every value gives 0, as in matplotlib. Limits that the norm cannot have are
    /// widened, as [`Norm`] says; `Log` gives NaN if one of them is not positive. `Boundary` gives fractions for a map of
    /// 256 colours, and infinities beyond the borders.
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
        Ramp::new(self.clone(), limits, 256)
    }

    /// The same for a map with so many colours, which are what bins are spread over.
    pub(crate) fn over_map(&self, limits: Limits, colors: usize) -> Ramp {
        Ramp::new(self.clone(), limits, colors)
    }

    /// The colour limits of data of which this was seen, if it has a value that the norm can show.
    pub(super) fn limits_in(&self, seen: &Seen) -> Option<Limits> {
        let limits = if *self == Self::Log { seen.positive } else { seen.all };
        let known = !limits.is_empty() || matches!(self, Self::Boundary { .. });
        known.then(|| self.widen(limits))
    }

    /// What is shown while there is no value.
    pub(super) fn limits_of_nothing(&self) -> Limits {
        if *self == Self::Log { Limits::new(1.0, 10.0) } else { self.widen(Limits::new(0.0, 1.0)) }
    }

    /// The limits as this norm can have them: with the centre within or in the middle, for norms that have one.
    pub(crate) fn widen(&self, limits: Limits) -> Limits {
        let Limits { lo, hi } = limits;
        if let Self::Boundary { boundaries, .. } = self {
            let end = |end: Option<&f64>, or: f64| end.copied().unwrap_or(or);
            return Limits::new(end(boundaries.first(), 0.0), end(boundaries.last(), 1.0));
        }
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
    /// If a centre is not finite, an exponent or a threshold not positive and finite, or borders do not rise.
    #[track_caller]
    pub(super) fn checked(self) -> Self {
        match &self {
            Self::Centered { center } | Self::TwoSlope { center } => {
                assert!(center.is_finite(), "the centre of a norm must be finite, not {center}");
            }
            Self::Power { gamma } => {
                assert!(gamma.is_finite() && *gamma > 0.0, "the exponent of a norm must be positive, not {gamma}");
            }
            Self::SymLog { linthresh, linscale } => {
                let possible = |v: f64| v.is_finite() && v > 0.0;
                assert!(possible(*linthresh), "a norm cannot be linear up to {linthresh}: that must be positive");
                assert!(possible(*linscale), "the linear part cannot have {linscale} decades: that must be positive");
            }
            Self::Boundary { boundaries, .. } => {
                let rise = boundaries.windows(2).all(|pair| pair[0] < pair[1]);
                let bins = boundaries.len() > 1 && boundaries.iter().all(|v| v.is_finite());
                assert!(
                    bins && rise,
                    "the boundaries of `Norm::boundary` must be finite and rising, two at least, not {boundaries:?}"
                );
            }
            _ => {}
        }
        self
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
