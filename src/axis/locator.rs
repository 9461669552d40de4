//! Where ticks stand: matplotlib's `AutoLocator` and `LogLocator`.

use super::decimal::{div_mod, floor_log10, pow10};
use crate::geom::Limits;

/// Multiples of a power of ten that are tried as the distance of ticks, ascending; one decade more on either side than
/// is used as a rule.
const STEPS: [f64; 10] = [0.1, 0.2, 0.25, 0.5, 1.0, 2.0, 2.5, 5.0, 10.0, 20.0];

/// The same for the levels of contours, which may be closer together.
const LEVEL_STEPS: [f64; 20] =
    [0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 15.0];

/// The same for logit axes.
const LOGIT_STEPS: [f64; 8] = [0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0];

/// More ticks than any axis has; what would be more comes of numbers at the edge of `f64`.
const TOO_MANY: f64 = 1000.0;

/// The smallest number of ticks within the limits that a distance must give.
const MIN_TICKS: usize = 2;

/// The multiples of a round distance that cover the limits, one beyond them on either side included where needed, with
/// at most `max_bins` intervals within. Ascending and finite.
pub(super) fn linear(limits: Limits, max_bins: usize) -> Vec<f64> {
    multiples(limits, max_bins, &STEPS, MIN_TICKS, false)
}

/// The same at distances of more kinds, as the levels of contours have, if `more`; at whole numbers only, if so: matplotlib's `MaxNLocator`.
pub(super) fn counted(limits: Limits, max_bins: usize, more: bool, whole: bool) -> Vec<f64> {
    multiples(limits, max_bins, if more { &LEVEL_STEPS } else { &STEPS }, MIN_TICKS, whole)
}

/// The same at distances of 1, 2 and 5 and powers of ten.
pub(super) fn logit(limits: Limits, max_bins: usize) -> Vec<f64> {
    multiples(limits, max_bins, &LOGIT_STEPS, MIN_TICKS, false)
}

/// The multiples of a distance, counted from `offset`, that cover these forward limits, one beyond them on either side and perhaps
/// another; of ten, a hundred.. times the distance where there would be too many.
pub(super) fn every(limits: Limits, mut step: f64, offset: f64) -> Vec<f64> {
    let mut positions = Vec::new();
    let (lo, hi) = (limits.lo - offset, limits.hi - offset);
    if !((hi - lo).is_finite() && step > 0.0) {
        return positions;
    }
    while (hi - lo) / step > TOO_MANY {
        step *= 10.0;
    }
    let from = first_at_or_above(lo, step, 0.0) * step;
    let count = div_mod(hi - from + 0.001 * step, step).0 + 3.0;
    // beside an offset without digits for such steps nothing can be counted
    if count.is_nan() || count > 2.0 * TOO_MANY {
        return positions;
    }
    for i in 0..count.max(0.0) as usize {
        let position = from - step + i as f64 * step + offset;
        // what rounding leaves of nothing
        positions.push(if position.abs() < 1e-9 * step { 0.0 } else { position });
    }
    positions.retain(|p| p.is_finite());
    positions
}

/// About `count` levels for contours of values between these limits: matplotlib's, round numbers from the last one that is not above the
/// lowest value to the first that is not below the highest.
pub(crate) fn contour_levels(limits: Limits, count: usize) -> Vec<f64> {
    if limits.is_empty() || !(limits.lo.is_finite() && limits.hi.is_finite()) {
        return Vec::new();
    }
    let mut levels = multiples(limits, count + 1, &LEVEL_STEPS, 1, false);
    let from = levels.iter().rposition(|level| *level < limits.lo).unwrap_or(0);
    let to = levels.iter().position(|level| *level > limits.hi).map_or(levels.len(), |at| at + 1);
    if to >= from + 3 {
        levels.truncate(to);
        levels.drain(..from);
    }
    levels
}

/// The same at powers of ten, every one or every second and so on, from the last that is not above the lowest value to the first that is not
/// below the highest.
pub(crate) fn log_contour_levels(limits: Limits, count: usize) -> Vec<f64> {
    if limits.is_empty() || limits.lo <= 0.0 || !limits.hi.is_finite() {
        return Vec::new();
    }
    let (from, to) = (libm::log10(limits.lo).floor() as i32, libm::log10(limits.hi).ceil() as i32);
    let stride = ((to - from) as usize).div_ceil(count.max(1)).max(1);
    let mut levels = Vec::new();
    let mut exponent = from;
    loop {
        if pow10(exponent).is_normal() {
            levels.push(pow10(exponent));
        }
        if exponent >= to.max(from + 1) {
            return levels;
        }
        exponent += stride as i32;
    }
}

fn multiples(limits: Limits, max_bins: usize, steps: &[f64], least: usize, whole: bool) -> Vec<f64> {
    let (lo, hi) = (limits.lo.min(limits.hi), limits.lo.max(limits.hi));
    if !(hi - lo).is_finite() || lo < f64::MIN / 4.0 {
        // The span itself overflows, or the multiple below the lowest number: the ticks of a tenth of the axis, ten times
        // as far apart.
        let tenth = multiples(Limits::new(lo / 10.0, hi / 10.0), max_bins, steps, least, whole);
        let mut ticks = Vec::with_capacity(tenth.len());
        for tick in tenth {
            if (tick * 10.0).is_finite() {
                ticks.push(tick * 10.0);
            }
        }
        return ticks;
    }
    let Limits { lo, hi } = nonsingular(limits, 1e-13, 1e-15);
    let bins = max_bins.max(1) as f64;
    let (scale, offset) = scale_and_offset(lo, hi, bins);
    // Far from zero the multiples are counted from a round number nearby, to keep their digits.
    let (lo, hi) = (lo - offset, hi - offset);
    let wanted = (hi - lo) / bins;
    let mut distances = Vec::with_capacity(steps.len());
    for step in steps {
        let step = step * scale;
        if !whole || step < 1.0 || (step - step.round_ties_even()).abs() < 1e-3 {
            distances.push(step);
        }
    }
    let widest = distances.iter().position(|step| *step >= wanted).unwrap_or(distances.len().max(1) - 1);
    // smaller ones would leave out what they are for
    let whole = whole && hi.floor() - lo.ceil() >= least as f64 - 1.0;
    let mut ticks = Vec::new();
    for step in distances[..distances.len().min(widest + 1)].iter().rev() {
        let step = if whole { step.max(1.0) } else { *step };
        if step.is_nan() || step <= 0.0 || !step.is_finite() {
            break;
        }
        let start = div_mod(lo, step).0 * step;
        let first = last_at_or_below(lo - start, step, offset);
        let last = first_at_or_above(hi - start, step, offset);
        let count = last - first;
        if count.is_nan() || count > TOO_MANY {
            break;
        }
        let numbers = if count < 0.0 { 0 } else { count as usize + 1 };
        ticks.clear();
        let mut within = 0;
        for i in 0..numbers {
            let tick = (first + i as f64) * step + start;
            within += usize::from(tick >= lo && tick <= hi);
            ticks.push(tick);
        }
        if within >= least {
            break;
        }
    }
    ticks.retain(|t| t.is_finite());
    for t in &mut ticks {
        *t += offset;
    }
    ticks
}

/// The power of ten that distances of ticks are multiples of, and a round number near limits that lie far from zero
/// (farther than a hundred times their distance), else 0.
fn scale_and_offset(lo: f64, hi: f64, bins: f64) -> (f64, f64) {
    let span = (hi - lo).abs();
    let middle = (lo + hi) / 2.0;
    let offset = if middle.abs() / span < 100.0 || !middle.is_finite() {
        0.0
    } else {
        pow10(floor_log10(middle.abs())).copysign(middle)
    };
    (pow10(floor_log10(span / bins)), offset)
}

/// The largest `n` with `n * step <= x`, where `x` may be short of the multiple by what rounding takes.
fn last_at_or_below(x: f64, step: f64, offset: f64) -> f64 {
    let (n, rest) = div_mod(x, step);
    if (rest / step - 1.0).abs() < tolerance(step, offset) { n + 1.0 } else { n }
}

/// The smallest `n` with `n * step >= x`, where `x` may be past the multiple by what rounding adds.
fn first_at_or_above(x: f64, step: f64, offset: f64) -> f64 {
    let (n, rest) = div_mod(x, step);
    if (rest / step).abs() < tolerance(step, offset) { n } else { n + 1.0 }
}

/// What rounding may do to a number of steps: more where the offset took digits away.
fn tolerance(step: f64, offset: f64) -> f64 {
    (offset.abs() / step * 1e-12).clamp(1e-10, 0.4999)
}

/// Major and minor ticks for forward positive limits, a few beyond them included: powers of ten, at most `max_bins` of
/// them within, and 2 to 9 times those. Where not even two minor ticks fit they are those of a linear axis.
pub(super) fn log(limits: Limits, max_bins: usize) -> (Vec<f64>, Vec<f64>) {
    let (from, to) = (libm::log10(limits.lo), libm::log10(limits.hi));
    let (first, last) = (from.ceil() as i32, to.floor() as i32);
    let decades = Decades::choose(from, to, max_bins.clamp(2, 200) as i32);
    let mut major = Vec::with_capacity(decades.exponents.len());
    for &exponent in &decades.exponents {
        if pow10(exponent).is_normal() {
            major.push(pow10(exponent));
        }
    }
    let available = last - first + 1;
    if available >= 10 {
        return (major, Vec::new());
    }
    let (mut minor, mut shown) = (Vec::new(), 0);
    if decades.stride == 1 || available <= 1 {
        for n in first - 1..=last {
            for m in 2..10 {
                let tick = f64::from(m) * pow10(n);
                if tick.is_normal() {
                    shown += usize::from(tick >= limits.lo && tick <= limits.hi);
                    minor.push(tick);
                }
            }
        }
    }
    if decades.stride == 1 && decades.exponents.len() + shown <= 3 {
        return (major, linear(limits, 9));
    }
    (major, minor)
}

/// The exponents of the major ticks of a log axis: every `stride`th, with one beyond the limits on either side.
struct Decades {
    exponents: Vec<i32>,
    stride: i32,
}

impl Decades {
    /// For limits at the logarithms `from` and `to`: as many ticks as possible but at most `wanted`, then as far apart
    /// as that many can be, then at multiples of their distance if that can be had.
    fn choose(from: f64, to: f64, wanted: i32) -> Self {
        let (first, last) = (from.ceil() as i32, to.floor() as i32);
        let available = last - first + 1;
        let stride = available / (wanted + 1) + 1;
        let count = div_up(available, stride).min(wanted);
        if count == 0 {
            let exponents = vec![first - 1, last + 1];
            return Self { exponents, stride: last + 1 - (first - 1) };
        }
        if count == 1 {
            let middle = ((from + to) / 2.0).round_ties_even() as i32;
            let stride = (middle - (first - 1)).max(last + 1 - middle);
            return Self { exponents: vec![middle - stride, middle, middle + stride], stride };
        }
        let mut stride = (available - 1) / (count - 1);
        if stride * count < available {
            stride = available / count;
        }
        let least = (available - stride * count).max(0);
        let most = (available - stride * (count - 1)).min(stride);
        let aligned = (-first).rem_euclid(stride);
        let start = if (least..most).contains(&aligned) { aligned } else { least };
        let exponents = (first + start - stride..=last + stride).step_by(stride.max(1) as usize).collect();
        Self { exponents, stride }
    }
}

/// Division rounded up, of a number that is not negative.
fn div_up(a: i32, b: i32) -> i32 {
    (a + b - 1) / b
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
