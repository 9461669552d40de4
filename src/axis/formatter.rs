//! What is written beside the ticks of a linear axis: matplotlib's `ScalarFormatter`.
//!
//! All labels have equally many decimals, as few as tell them apart, and leave out what they share: a summand if that
//! saves four digits, a power of ten if it is at least 6 or at most -5.

use super::decimal::{floor_log10, pow10};
use crate::geom::Limits;

/// The sign of negative numbers: as wide as `+`, unlike the hyphen.
const MINUS: &str = "\u{2212}";

/// A common summand is left out of the labels if it has at least this many digits.
const OFFSET_DIGITS: i32 = 4;

/// Powers of ten at or beyond which one is left out of the labels.
const POWERS: (i32, i32) = (-5, 6);

/// One label for each position (positions beyond the limits take part in the choice of decimals, but in nothing else),
/// and what all of them leave out.
pub(super) fn labels(positions: &[f64], limits: Limits) -> (Vec<String>, Option<String>) {
    let (lo, hi) = (limits.lo.min(limits.hi), limits.lo.max(limits.hi));
    let shown: Vec<f64> = positions.iter().copied().filter(|p| *p >= lo && *p <= hi).collect();
    let offset = common_summand(&shown);
    let power = common_power(&shown, offset, hi - lo);
    let unit = pow10(power);
    let reduce = |p: f64| (p - offset) / unit;
    let reduced: Vec<f64> = positions.iter().copied().map(reduce).collect();
    let decimals = decimals(&reduced, [reduce(lo), reduce(hi)]);
    let write = |v: &f64| {
        let v = if v.abs() < 1e-8 { 0.0 } else { *v };
        minus(&format!("{v:.decimals$}"))
    };
    (reduced.iter().map(write).collect(), offset_text(offset, power))
}

/// A round number that all positions lie just beyond, or 0 if it would not save enough digits.
fn common_summand(shown: &[f64]) -> f64 {
    let Limits { lo, hi } = Limits::of(shown.iter().copied());
    if shown.is_empty() || lo == hi || (lo <= 0.0 && hi >= 0.0) {
        return 0.0;
    }
    let (small, large) = (lo.abs().min(hi.abs()), lo.abs().max(hi.abs()));
    let top = floor_log10(large) + 1;
    // How many units of that power fit: Python's floor division.
    let units = |v: f64, power: i32| super::decimal::div_mod(v, pow10(power)).0;
    let search = |differ: &dyn Fn(i32) -> bool| (top - 40..=top).rev().find(|p| differ(*p)).map(|p| p + 1);
    let Some(mut power) = search(&|p| units(small, p) != units(large, p)) else { return 0.0 };
    if (large - small) / pow10(power) <= 1e-2 {
        // 9990 to 10010: the first digits differ although the numbers are close.
        match search(&|p| units(large, p) - units(small, p) > 1.0) {
            Some(finer) => power = finer,
            None => return 0.0,
        }
    }
    let count = units(large, power);
    if count >= pow10(OFFSET_DIGITS - 1) { (count * pow10(power)).copysign(lo) } else { 0.0 }
}

/// The power of ten to leave out of the labels; 0 for none.
fn common_power(shown: &[f64], offset: f64, span: f64) -> i32 {
    let largest = shown.iter().fold(0.0_f64, |m, v| m.max(v.abs()));
    let measure = if offset == 0.0 { largest } else { span };
    if shown.is_empty() || !(measure > 0.0 && measure.is_finite()) {
        return 0;
    }
    let power = floor_log10(measure);
    if power <= POWERS.0 || power >= POWERS.1 { power } else { 0 }
}

/// The fewest decimals that show every position to a thousandth of their range.
fn decimals(reduced: &[f64], view: [f64; 2]) -> usize {
    // A lone tick has no range; then the axis' own counts.
    let spread = if reduced.len() < 2 { [reduced, &view].concat() } else { reduced.to_vec() };
    let Limits { lo, hi } = Limits::of(spread.iter().copied());
    let mut range = hi - lo;
    if range == 0.0 {
        range = lo.abs().max(hi.abs());
    }
    if !(range > 0.0 && range.is_finite()) {
        range = 1.0;
    }
    let power = floor_log10(range);
    let threshold = 1e-3 * pow10(power);
    let mut decimals = (3 - power).clamp(0, 300);
    while decimals >= 0 && error_of(reduced, decimals) < threshold {
        decimals -= 1;
    }
    (decimals + 1) as usize
}

/// The most that rounding to so many decimals changes a value.
fn error_of(values: &[f64], decimals: i32) -> f64 {
    let unit = pow10(decimals);
    values
        .iter()
        .map(|v| (v - (v * unit).round_ties_even() / unit).abs())
        .fold(0.0, |m, e| if e > m || e.is_nan() { e } else { m })
}

/// `1e6`, `+1.2e3`, or both in this order.
fn offset_text(offset: f64, power: i32) -> Option<String> {
    let mut text = String::new();
    if power != 0 {
        text += &format!("1e{power}");
    }
    if offset != 0.0 {
        if offset > 0.0 {
            text.push('+');
        }
        text += &scientific(offset);
    }
    (!text.is_empty()).then(|| minus(&text))
}

/// A number with at most ten digits: `1.2e3`.
fn scientific(value: f64) -> String {
    let exponent = floor_log10(value.abs());
    let significand = trimmed(&format!("{:.10}", value / pow10(exponent)));
    // Ten decimals were for rounding; ten digits are written.
    let significand = significand.parse().map_or(significand, |v: f64| trimmed(&format!("{v:.9}")));
    if exponent == 0 { significand } else { format!("{significand}e{exponent}") }
}

/// A decimal number without zeros at its end.
pub(super) fn trimmed(number: &str) -> String {
    if number.contains('.') { number.trim_end_matches('0').trim_end_matches('.').to_owned() } else { number.to_owned() }
}

fn minus(text: &str) -> String {
    text.replace('-', MINUS)
}
