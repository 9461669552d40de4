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
        let usable = || data.sticky.iter().copied().filter(|s| self == Self::Linear || *s > 0.0);
        if let Some(stop) = usable().filter(|s| *s < core.lo + tolerance).reduce(f64::max) {
            wide.lo = wide.lo.max(stop);
        }
        if let Some(stop) = usable().filter(|s| *s >= core.hi - tolerance).reduce(f64::min) {
            wide.hi = wide.hi.min(stop);
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
mod tests {
    use super::*;

    type Pair = (f64, f64);

    fn auto(scale: Scale, seen: Pair, min_positive: f64, sticky: &[f64]) -> Limits {
        let seen = Limits::new(seen.0, seen.1);
        scale.autoscale(&AutoLimits { seen, min_positive, margin: MARGIN, sticky })
    }

    fn near(scale: Scale, a: Limits, b: Pair) -> bool {
        // A logarithm near 300 has lost three digits when it is raised again, in numpy too.
        let tolerance = if scale == Scale::Log { 1e-12 } else { 4.0 * f64::EPSILON };
        let close = |x: f64, y: f64| x == y || (x - y).abs() <= tolerance * x.abs().max(y.abs());
        close(a.lo, b.0) && close(a.hi, b.1)
    }

    #[test]
    fn automatic_limits_are_matplotlibs() {
        // scale, data, smallest positive value, sticky values, Axes.get_ylim() after plot(data)
        let (lin, log) = (Scale::Linear, Scale::Log);
        let table: [(Scale, Pair, f64, &[f64], Pair); 54] = [
            (lin, (0.0, 10.0), 10.0, &[], (-0.5, 10.5)),
            (lin, (0.0, 10.0), 10.0, &[0.0], (0.0, 10.5)),
            (lin, (5.0, 5.0), 5.0, &[], (4.725, 5.275)),
            (lin, (5.0, 5.0), 5.0, &[0.0], (4.725, 5.275)),
            (lin, (0.0, 0.0), f64::INFINITY, &[], (-0.05500000000000001, 0.05500000000000001)),
            (lin, (0.0, 0.0), f64::INFINITY, &[0.0], (-0.05500000000000001, 0.05500000000000001)),
            (lin, (-3.0, -3.0), f64::INFINITY, &[], (-3.165, -2.835)),
            (lin, (-3.0, -3.0), f64::INFINITY, &[0.0], (-3.165, -2.835)),
            (lin, (1.0, 1.0), 1.0, &[], (0.945, 1.0550000000000002)),
            (lin, (1.0, 1.0), 1.0, &[0.0], (0.945, 1.0550000000000002)),
            (lin, (1e-300, 1e-299), 1e-300, &[], (-0.05500000000000001, 0.05500000000000001)),
            (lin, (1e-300, 1e-299), 1e-300, &[0.0], (-0.05500000000000001, 0.05500000000000001)),
            (lin, (1e+20, 1e+20), 1e+20, &[], (9.45e+19, 1.055e+20)),
            (lin, (1e+20, 1e+20), 1e+20, &[0.0], (9.45e+19, 1.055e+20)),
            (lin, (-2.5, 7.1), 7.1, &[], (-2.98, 7.58)),
            (lin, (-2.5, 7.1), 7.1, &[0.0], (-2.98, 7.58)),
            (lin, (0.001, 1000.0), 0.001, &[], (-49.99895000000001, 1049.99995)),
            (lin, (0.001, 1000.0), 0.001, &[0.0], (0.0, 1049.99995)),
            (lin, (1e+300, 1.5e+300), 1e+300, &[], (9.75e+299, 1.5250000000000002e+300)),
            (lin, (1e+300, 1.5e+300), 1e+300, &[0.0], (9.75e+299, 1.5250000000000002e+300)),
            (lin, (3.0, 3.0000001), 3.0, &[], (2.999999995, 3.000000105)),
            (lin, (3.0, 3.0000001), 3.0, &[0.0], (2.999999995, 3.000000105)),
            (lin, (-5.0, -5.0), f64::INFINITY, &[], (-5.275, -4.725)),
            (lin, (-5.0, -5.0), f64::INFINITY, &[0.0], (-5.275, -4.725)),
            (lin, (1e-09, 2e-09), 1e-09, &[], (9.5e-10, 2.05e-09)),
            (lin, (1e-09, 2e-09), 1e-09, &[0.0], (9.5e-10, 2.05e-09)),
            (lin, (0.0, 100.0), 100.0, &[], (-5.0, 105.0)),
            (lin, (0.0, 100.0), 100.0, &[0.0], (0.0, 105.0)),
            (lin, (-4.0, 50.0), 50.0, &[], (-6.7, 52.7)),
            (lin, (-4.0, 50.0), 50.0, &[0.0], (-6.7, 52.7)),
            (lin, (10.0, 10.0), 10.0, &[], (9.45, 10.55)),
            (lin, (10.0, 10.0), 10.0, &[0.0], (9.45, 10.55)),
            (lin, (30.0, 30.0), 30.0, &[], (28.35, 31.65)),
            (lin, (30.0, 30.0), 30.0, &[0.0], (28.35, 31.65)),
            (lin, (1e-05, 0.2), 1e-05, &[], (-0.009989500000000002, 0.2099995)),
            (lin, (1e-05, 0.2), 1e-05, &[0.0], (0.0, 0.2099995)),
            (log, (0.0, 10.0), 10.0, &[], (0.7943282347242815, 125.89254117941677)),
            (log, (5.0, 5.0), 5.0, &[], (0.8912509381337455, 11.220184543019636)),
            (log, (0.0, 0.0), f64::INFINITY, &[], (0.8912509381337455, 11.220184543019636)),
            (log, (-3.0, -3.0), f64::INFINITY, &[], (0.8912509381337455, 11.220184543019636)),
            (log, (1.0, 1.0), 1.0, &[], (0.0794328234724281, 12.58925411794168)),
            (log, (1e-300, 1e-299), 1e-300, &[], (8.91250938133691e-301, 1.1220184543019469e-299)),
            (log, (1e+20, 1e+20), 1e+20, &[], (7.943282347242848e+18, 1.2589254117941728e+21)),
            (log, (-2.5, 7.1), 7.1, &[], (0.8912509381337455, 11.220184543019636)),
            (log, (0.001, 1000.0), 0.001, &[], (0.0005011872336272721, 1995.2623149688804)),
            (log, (1e+300, 1.5e+300), 1e+300, &[], (9.799308653126405e+299, 1.5307202304743187e+300)),
            (log, (3.0, 3.0000001), 3.0, &[], (2.9999999950000005, 3.0000001050000003)),
            (log, (-5.0, -5.0), f64::INFINITY, &[], (0.8912509381337455, 11.220184543019636)),
            (log, (1e-09, 2e-09), 1e-09, &[], (9.659363289248441e-10, 2.07052984768275e-09)),
            (log, (0.0, 100.0), 100.0, &[], (7.943282347242818, 1258.925411794168)),
            (log, (-4.0, 50.0), 50.0, &[], (8.912509381337458, 112.20184543019634)),
            (log, (10.0, 10.0), 10.0, &[], (0.7943282347242815, 125.89254117941677)),
            (log, (30.0, 30.0), 30.0, &[], (8.912509381337458, 112.20184543019634)),
            (log, (1e-05, 0.2), 1e-05, &[], (6.094646210353667e-06, 0.32815686603799443)),
        ];
        for (scale, seen, min_positive, sticky, expected) in table {
            let limits = auto(scale, seen, min_positive, sticky);
            assert!(near(scale, limits, expected), "{scale:?} {seen:?} {sticky:?}: {limits:?}, not {expected:?}");
        }
    }

    #[test]
    fn limits_that_were_set_are_matplotlibs() {
        // scale, set_xlim, Axes.get_xlim()
        let (lin, log) = (Scale::Linear, Scale::Log);
        let table: [(Scale, Pair, Pair); 15] = [
            (lin, (0.0, 1.0), (0.0, 1.0)),
            (lin, (1.0, 0.0), (1.0, 0.0)),
            (lin, (5.0, 5.0), (4.75, 5.25)),
            (lin, (0.0, 0.0), (-0.05, 0.05)),
            (lin, (-1.0, -1.0), (-1.05, -0.95)),
            (lin, (1e-300, 2e-300), (-0.05, 0.05)),
            (lin, (2.0, 8.0), (2.0, 8.0)),
            (lin, (8.0, 2.0), (8.0, 2.0)),
            (lin, (1.0, 1.0), (0.95, 1.05)),
            (lin, (-4.0, 9.0), (-4.0, 9.0)),
            (log, (5.0, 5.0), (1.0, 10.0)),
            (log, (1e-300, 2e-300), (1e-300, 2e-300)),
            (log, (2.0, 8.0), (2.0, 8.0)),
            (log, (8.0, 2.0), (8.0, 2.0)),
            (log, (1.0, 1.0), (0.1, 10.0)),
        ];
        for (scale, (lo, hi), expected) in table {
            let limits = scale.valid(Limits::new(lo, hi), f64::INFINITY);
            assert!(near(scale, limits, expected), "{scale:?} {lo} {hi}: {limits:?}, not {expected:?}");
        }
    }

    #[test]
    fn no_data_gives_the_unit_interval_and_one_decade() {
        assert_eq!(auto(Scale::Linear, (f64::INFINITY, f64::NEG_INFINITY), f64::INFINITY, &[]), Limits::new(0.0, 1.0));
        let log = auto(Scale::Log, (f64::INFINITY, f64::NEG_INFINITY), f64::INFINITY, &[]);
        assert!(near(Scale::Log, log, (0.891_250_938_133_745_5, 11.220_184_543_019_636)), "{log:?}");
    }

    #[test]
    fn a_margin_never_leaves_the_numbers() {
        let of = |scale, lo: f64, hi: f64| auto(scale, (lo, hi), lo, &[]);
        assert_eq!(of(Scale::Linear, -1.7e308, 1.7e308), Limits::new(-1.7e308, 1.7e308));
        assert_eq!(of(Scale::Linear, -1e308, 1e308), Limits::new(-1.1e308, 1.1e308));
        assert_eq!(of(Scale::Linear, 0.0, 1.75e308), Limits::new(-8.75e306, 1.75e308));
        assert_eq!(of(Scale::Linear, f64::MAX, f64::MAX).hi, f64::MAX);
        assert_eq!(of(Scale::Log, 1e300, 1.7e308).hi, 1.7e308);
        assert_eq!(of(Scale::Log, 1e-308, 1e300).lo, 1e-308);
        // sticky ends, too
        let sticky = auto(Scale::Linear, (-1.7e308, 1.7e308), f64::INFINITY, &[-1.7e308, 1.7e308]);
        assert_eq!(sticky, Limits::new(-1.7e308, 1.7e308));
    }

    #[test]
    fn a_hundred_microseconds_since_1970_fill_the_axis() {
        let start = 1_732_781_234_566_500.0;
        for (span, margin) in [(100.0, 5.0), (20.0, 1.0), (5.0, 0.25)] {
            let limits = auto(Scale::Linear, (start, start + span), start, &[]);
            assert_eq!(limits, Limits::new(start - margin, start + span + margin));
        }
        // neighbouring numbers have nothing between them
        let limits = auto(Scale::Linear, (start, start + 0.25), start, &[]);
        assert!(limits.hi - limits.lo > 1e14, "{limits:?}");
    }

    #[test]
    fn there_and_back() {
        for t in [-3.5, 0.0, 1.0, 12.25] {
            assert_eq!(Scale::Linear.inverse(Scale::Linear.transform(t)), t);
            assert!((Scale::Log.transform(Scale::Log.inverse(t)) - t).abs() < 1e-15);
        }
        assert!(Scale::Log.transform(0.0).is_nan());
        assert!(Scale::Log.transform(-1.0).is_nan());
        for n in -300..=300 {
            let power: f64 = format!("1e{n}").parse().expect("a number");
            assert_eq!(Scale::Log.transform(power), f64::from(n), "1e{n}");
        }
    }

    #[test]
    fn the_map_puts_the_limits_at_the_ends() {
        for scale in [Scale::Linear, Scale::Log] {
            let (factor, offset) = scale.map(Limits::new(0.5, 20.0), 80.0, 576.0);
            assert!((scale.transform(0.5) * factor + offset - 80.0).abs() < 1e-9);
            assert!((scale.transform(20.0) * factor + offset - 576.0).abs() < 1e-9);
        }
    }

    #[test]
    fn limits_are_usable_whatever_comes() {
        let values = [f64::NAN, f64::INFINITY, -1e308, 1e308, -1e-320, 1e-320, 0.0, 1.0, -1.0, 1e-300];
        for lo in values {
            for hi in values {
                for scale in [Scale::Linear, Scale::Log] {
                    let l = scale.valid(Limits::new(lo, hi), 1e-5);
                    assert!(l.lo != l.hi && !l.lo.is_nan() && !l.hi.is_nan(), "{scale:?} {lo} {hi}: {l:?}");
                    let l = auto(scale, (lo, hi), 1e-5, &[0.0]);
                    assert!(l.lo < l.hi, "{scale:?} {lo} {hi}: {l:?}");
                }
            }
        }
    }
}
