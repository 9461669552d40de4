//! From values to colours: a colormap, a norm, and the limits between which there are colours.

use crate::geom::Limits;
use crate::style::norm::{Ramp, Seen};
use crate::style::{Color, ColorScale, Colormap, Norm};

/// How the values of an artist become colours. Every artist that has values has one, so that all behave alike.
///
/// Colour limits are set, or those of the first data that has a value to show; later data does not change them. What was
/// seen is kept and not what a norm makes of it, so that the norm can come before or after the data.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Mapping {
    cmap: Colormap,
    norm: Norm,
    clim: ColorLimits,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum ColorLimits {
    /// As they were set.
    Set(Limits),
    /// As the data has them.
    Found {
        /// Two percentiles; the extremes if there are none.
        share: Option<(f64, f64)>,
        /// Nothing as long as there was no data.
        seen: Seen,
    },
}

impl Mapping {
    /// Viridis, evenly over the values to come.
    pub(crate) const fn new() -> Self {
        let clim = ColorLimits::Found { share: None, seen: Seen::NOTHING };
        Self { cmap: Colormap::VIRIDIS, norm: Norm::Linear, clim }
    }

    pub(crate) fn set_cmap(&mut self, cmap: Colormap) {
        self.cmap = cmap;
    }

    /// # Panics
    /// If the norm cannot be used, or not with the limits that were set.
    #[track_caller]
    pub(crate) fn set_norm(&mut self, norm: Norm) {
        if let ColorLimits::Set(limits) = self.clim {
            possible(norm, limits);
        }
        self.norm = norm.checked();
    }

    /// # Panics
    /// If one is not finite, the second is below the first, or the norm cannot have them.
    #[track_caller]
    pub(crate) fn set_clim(&mut self, lo: f64, hi: f64) {
        assert!(lo.is_finite() && hi.is_finite(), "colour limits must be finite, got {lo} and {hi}");
        assert!(
            lo <= hi,
            "colour limits go from low to high, got {lo} and {hi}; for the colours in reverse order take the colormap \
             backward (`reversed()`, or a name with `_r`)"
        );
        possible(self.norm, Limits::new(lo, hi));
        self.clim = ColorLimits::Set(Limits::new(lo, hi));
    }

    /// Takes two percentiles of these values; of the next ones, if there is none to show.
    ///
    /// # Panics
    /// If they do not lie between 0 and 100, or the second is below the first.
    #[track_caller]
    pub(crate) fn set_clim_percentile(&mut self, lo: f64, hi: f64, values: impl IntoIterator<Item = f64>) {
        let possible = |q: f64| (0.0..=100.0).contains(&q);
        assert!(possible(lo) && possible(hi), "percentiles run from 0 to 100, got {lo} and {hi}");
        assert!(lo <= hi, "colour limits go from low to high, got the percentiles {lo} and {hi}");
        self.clim = ColorLimits::Found { share: Some((lo, hi)), seen: Seen::NOTHING };
        self.see(values);
    }

    /// Takes the extremes of these values; of the next ones, if there is none to show.
    pub(crate) fn autoscale(&mut self, values: impl IntoIterator<Item = f64>) {
        self.clim = ColorLimits::Found { share: None, seen: Seen::NOTHING };
        self.see(values);
    }

    /// Takes the limits from these values if there are none yet.
    pub(crate) fn see(&mut self, values: impl IntoIterator<Item = f64>) {
        if self.limits().is_some() {
            return;
        }
        if let ColorLimits::Found { share, seen } = &mut self.clim {
            *seen = match *share {
                Some((lo, hi)) => Seen::percentiles(values, lo, hi),
                None => Seen::of(values),
            };
        }
    }

    /// The values at the two ends of the colormap, as soon as it is known what they are.
    pub(crate) fn limits(&self) -> Option<Limits> {
        match &self.clim {
            ColorLimits::Set(limits) => Some(self.norm.widen(*limits)),
            ColorLimits::Found { seen, .. } => self.norm.limits_in(seen),
        }
    }

    /// Limits that can be drawn, whatever is known: those of nothing, or with something between them.
    pub(crate) fn shown_limits(&self) -> Limits {
        spread(self.limits().unwrap_or_else(|| self.norm.limits_of_nothing()))
    }

    /// What a colorbar shows, and an image is drawn with.
    pub(crate) fn scale(&self) -> ColorScale {
        ColorScale { cmap: self.cmap.clone(), norm: self.norm, limits: self.shown_limits() }
    }

    /// The colours of many values.
    pub(crate) fn colors(&self) -> impl Fn(f64) -> Color + '_ {
        let ramp: Ramp = self.norm.over(self.shown_limits());
        move |value| self.cmap.at(ramp.at(value))
    }
}

/// # Panics
/// If a norm cannot have limits that were set.
#[track_caller]
fn possible(norm: Norm, limits: Limits) {
    assert!(
        norm != Norm::Log || limits.lo > 0.0,
        "a log norm has positive colour limits only, not {} and {}; set others, or let the data decide (`autoscale`, \
         which leaves out what is not positive)",
        limits.lo,
        limits.hi
    );
}

/// Colour limits with something between them: a tenth on each side where all values are the same, as matplotlib's
/// colorbars do it.
fn spread(limits: Limits) -> Limits {
    match limits.lo {
        lo if lo != limits.hi => limits,
        0.0 => Limits::new(-0.1, 0.1),
        lo => Limits::new((lo - 0.1 * lo.abs()).max(f64::MIN), (lo + 0.1 * lo.abs()).min(f64::MAX)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING: [f64; 3] = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY];

    fn limits(mapping: &Mapping) -> Option<(f64, f64)> {
        mapping.limits().map(|l| (l.lo, l.hi))
    }

    #[test]
    fn the_first_finite_values_decide() {
        let mut mapping = Mapping::new();
        mapping.see(NOTHING);
        assert_eq!(limits(&mapping), None);
        assert_eq!(mapping.shown_limits(), Limits::new(0.0, 1.0));
        mapping.see([f64::NAN, 100.0, 400.0]);
        assert_eq!(limits(&mapping), Some((100.0, 400.0)));
        mapping.see([-5.0, 5000.0]);
        assert_eq!(limits(&mapping), Some((100.0, 400.0)));
        mapping.autoscale([-5.0, 5000.0]);
        assert_eq!(limits(&mapping), Some((-5.0, 5000.0)));
        mapping.autoscale(NOTHING);
        mapping.see([7.0, 8.0]);
        assert_eq!(limits(&mapping), Some((7.0, 8.0)));
    }

    #[test]
    fn percentiles_wait_for_the_first_finite_values_too() {
        let mut mapping = Mapping::new();
        mapping.set_clim_percentile(0.0, 50.0, NOTHING);
        assert_eq!(limits(&mapping), None);
        mapping.see([100.0, 200.0, 400.0, f64::INFINITY]);
        assert_eq!(limits(&mapping), Some((100.0, 200.0)));
        mapping.see([0.0]);
        assert_eq!(limits(&mapping), Some((100.0, 200.0)));
    }

    #[test]
    fn norms_come_before_or_after() {
        let values = [0.0, 1.0, 10.0, 100.0];
        let centered = Norm::Centered { center: 0.0 };
        let cases = [
            (Norm::Log, None, (1.0, 100.0)),
            (Norm::Log, Some((1.0, 50.0)), (1.0, 50.0)),
            (centered, None, (-100.0, 100.0)),
            (centered, Some((-1.0, 5.0)), (-5.0, 5.0)),
            (Norm::TwoSlope { center: 200.0 }, None, (0.0, 400.0)),
            (Norm::TwoSlope { center: 3.0 }, Some((4.0, 5.0)), (1.0, 5.0)),
        ];
        for (norm, set, expected) in cases {
            for order in 0..6 {
                let mut mapping = Mapping::new();
                let mut steps = [0, 1, 2];
                steps.rotate_left(order % 3);
                if order >= 3 {
                    steps.swap(0, 1);
                }
                for step in steps {
                    match (step, set) {
                        (0, _) => mapping.set_norm(norm),
                        (1, _) => mapping.see(values),
                        (_, Some((lo, hi))) => mapping.set_clim(lo, hi),
                        _ => {}
                    }
                }
                assert_eq!(limits(&mapping), Some(expected), "{norm:?} {set:?} in order {steps:?}");
                mapping.set_norm(Norm::Linear);
                assert_eq!(limits(&mapping), Some(set.unwrap_or((0.0, 100.0))), "{norm:?} {set:?} taken back");
            }
        }
    }

    #[test]
    fn a_log_norm_waits_for_positive_values() {
        let mut mapping = Mapping::new();
        mapping.set_norm(Norm::Log);
        mapping.see([0.0, -2.0]);
        assert_eq!((limits(&mapping), mapping.shown_limits()), (None, Limits::new(1.0, 10.0)));
        mapping.see([-2.0, 3.0, 30.0]);
        assert_eq!(limits(&mapping), Some((3.0, 30.0)));
    }

    #[test]
    fn equal_limits_are_spread() {
        assert_eq!(spread(Limits::new(1.0, 2.0)), Limits::new(1.0, 2.0));
        assert_eq!(spread(Limits::new(0.0, 0.0)), Limits::new(-0.1, 0.1));
        assert_eq!(spread(Limits::new(-10.0, -10.0)), Limits::new(-11.0, -9.0));
        assert_eq!(spread(Limits::new(f64::MAX, f64::MAX)).hi, f64::MAX);
    }
}
