//! Scales: how data values spread along an axis, and which limits an axis chooses for its data.

use std::ops::Deref;

use crate::axis::ScaleFunction;
use crate::axis::linear::Linear;
use crate::axis::log::Log;
use crate::axis::logit::Logit;
use crate::axis::rules::Rules;
use crate::axis::symlog::SymLog;
use crate::geom::Limits;
use crate::style::{Norm, named};

/// The free space that an axis leaves on either side of its data: 5 % of the data's extent on the scale.
pub(crate) const MARGIN: f64 = 0.05;

/// How values spread along an axis.
///
/// ```
/// use grabframe::Scale;
/// assert_eq!(Scale::Log.transform(1000.0), 3.0);
/// assert!(Scale::Log.transform(0.0).is_nan());
/// let roots = Scale::function(f64::sqrt, |t| t * t);
/// assert_eq!(roots.transform(9.0), 3.0);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub enum Scale {
    /// Evenly. The default.
    #[default]
    Linear,
    /// By the decimal logarithm. Values that are not positive have no place on it.
    Log,
    /// By the decimal logarithm on both sides of zero, and evenly between: matplotlib's `symlog`. `"symlog"` has a `linthresh` of 2.
    SymLog {
        /// From minus this to this, values are spread evenly. Half of that is as long as a decade.
        linthresh: f64,
    },
    /// As `SymLog`, with a linear part of another length.
    SymLogScaled {
        /// From minus this to this, values are spread evenly.
        linthresh: f64,
        /// So many decades half of that is as long as.
        linscale: f64,
    },
    /// Probabilities: as `Log` near 0 and, the other way around, near 1. Values outside of these two have no place on it, and they
    /// themselves neither.
    Logit,
    /// By a function; see [`Scale::function`].
    Function(ScaleFunction),
}

named!(Scale, "a scale", [
    "linear" => Scale::Linear,
    "log" => Scale::Log,
    "symlog" => Scale::SymLog { linthresh: 2.0 },
    "logit" => Scale::Logit,
]);

/// What a scale decides, lent or made for the while.
pub(super) enum Held<'a> {
    Lent(&'a dyn Rules),
    SymLog(SymLog),
}

impl<'a> Deref for Held<'a> {
    type Target = dyn Rules + 'a;

    fn deref(&self) -> &Self::Target {
        match self {
            Self::Lent(rules) => *rules,
            Self::SymLog(rules) => rules,
        }
    }
}

impl Scale {
    /// A scale of your own: `forward` says where a value is on the even axis, and `inverse` which value is there. Values of which `forward`
    /// makes no number have no place on it.
    ///
    /// Both must grow steadily, or fall steadily, where there is data; that they undo each other is not looked at. Of the same value they
    /// must make the same number for ever, since what stands still is not drawn anew: for another curve, set another scale.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// // latitudes as Mercator drew them
    /// let up = |v: f64| v.to_radians().tan().asinh();
    /// let back = |t: f64| t.sinh().atan().to_degrees();
    /// fig[ax].set_yscale(Scale::function(up, back)).set_ylim(-75, 75);
    /// ```
    #[must_use]
    pub fn function(
        forward: impl Fn(f64) -> f64 + Send + Sync + 'static,
        inverse: impl Fn(f64) -> f64 + Send + Sync + 'static,
    ) -> Self {
        Self::Function(ScaleFunction::new(forward, inverse))
    }

    /// The scale that matplotlib calls `name`: `linear`, `log`, `symlog` or `logit`.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "linear" => Some(Self::Linear),
            "log" => Some(Self::Log),
            "symlog" => Some(Self::SymLog { linthresh: 2.0 }),
            "logit" => Some(Self::Logit),
            _ => None,
        }
    }

    /// This scale, if values have places on it.
    ///
    /// # Panics
    /// If a number of it is not positive and finite.
    #[track_caller]
    pub(crate) fn checked(self) -> Self {
        if let Some(SymLog { linthresh, linscale }) = self.symlog() {
            for (what, number) in [("linthresh", linthresh), ("linscale", linscale)] {
                assert!(
                    number > 0.0 && number.is_finite(),
                    "`{what}` of a symlog scale must be positive, not {number}"
                );
            }
        }
        self
    }

    fn symlog(&self) -> Option<SymLog> {
        match *self {
            Self::SymLog { linthresh } => Some(SymLog { linthresh, linscale: 1.0 }),
            Self::SymLogScaled { linthresh, linscale } => Some(SymLog { linthresh, linscale }),
            _ => None,
        }
    }

    /// What this scale decides.
    pub(super) fn rules(&self) -> Held<'_> {
        Held::Lent(match self {
            Self::Linear => &Linear,
            Self::Log => &Log,
            Self::Logit => &Logit,
            Self::Function(function) => function,
            Self::SymLog { .. } | Self::SymLogScaled { .. } => {
                return Held::SymLog(self.symlog().unwrap_or(SymLog { linthresh: 1.0, linscale: 1.0 }));
            }
        })
    }

    /// The scale whose axis suits the colorbar of a norm.
    pub(crate) fn of_norm(norm: &Norm) -> Self {
        match *norm {
            Norm::Log => Self::Log,
            Norm::SymLog { linthresh, linscale: 1.0 } => Self::SymLog { linthresh },
            Norm::SymLog { linthresh, linscale } => Self::SymLogScaled { linthresh, linscale },
            _ => Self::Linear,
        }
    }

    /// Whether minor ticks are chosen together with the major ones, and may have labels.
    pub(crate) fn has_minor(&self) -> bool {
        self.rules().has_minor()
    }

    /// The value on the even axis that the scale stretches; NaN for a value that has no place on it.
    #[inline]
    #[must_use]
    pub fn transform(&self, value: f64) -> f64 {
        match self {
            // of every point
            Self::Linear => value,
            Self::Log => Log.transform(value),
            _ => self.rules().transform(value),
        }
    }

    /// The value that [`transform`](Self::transform) takes to `t`.
    #[inline]
    #[must_use]
    pub fn inverse(&self, t: f64) -> f64 {
        match self {
            Self::Linear => t,
            _ => self.rules().inverse(t),
        }
    }

    /// Limits as an axis can have them: expanded if they are equal or nearly so, and for `Log` the ones that are not
    /// positive replaced by `min_positive`, the smallest positive value of the data (1e-300 if there is none).
    /// Backward limits stay backward.
    #[must_use]
    pub(crate) fn valid(&self, limits: Limits, min_positive: f64) -> Limits {
        let forward = self.rules().nonsingular(limits, min_positive);
        if limits.lo > limits.hi { Limits::new(forward.hi, forward.lo) } else { forward }
    }

    /// The limits that an axis chooses for its data.
    #[must_use]
    pub(crate) fn autoscale(&self, data: &AutoLimits<'_>) -> Limits {
        let rules = self.rules();
        if let (true, Some(limits)) = (data.seen.is_empty(), rules.limits_of_nothing()) {
            return limits;
        }
        let core = rules.nonsingular(data.seen, data.min_positive);
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
            if !self.transform(stop).is_finite() {
                continue;
            }
            if stop < below {
                wide.lo = wide.lo.max(stop);
            }
            if stop >= above {
                wide.hi = wide.hi.min(stop);
            }
        }
        rules.nonsingular(wide, data.min_positive)
    }

    /// Half the distance between two limits on the even axis; negative if they run backward.
    #[must_use]
    pub(crate) fn half_span(&self, limits: Limits) -> f64 {
        half_span(self.transform(limits.lo), self.transform(limits.hi))
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
    /// The smallest positive value; infinity if there is none. `Log` and `Logit` ask for it.
    pub(crate) min_positive: f64,
    /// The free space on either side, as a part of the extent on the scale: [`MARGIN`] by default.
    pub(crate) margin: f64,
    /// Values that the margin does not cross, in any order.
    pub(crate) sticky: &'a [f64],
}

#[cfg(test)]
mod tests;
