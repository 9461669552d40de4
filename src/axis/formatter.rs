//! What is written beside the ticks of a linear axis: matplotlib's `ScalarFormatter`.
//!
//! All labels have equally many decimals, as few as tell them apart, and leave out what they share: a summand if that
//! saves four digits, a power of ten if it is at least 6 or at most -5. Unlike matplotlib's, which ends after ten digits,
//! the summand has all of its digits: else label and summand would not add up to where the tick stands.

use super::decimal::{floor_log10, pow10};
use super::exact;
use crate::geom::Limits;

/// The sign of negative numbers: as wide as `+`, unlike the hyphen.
const MINUS: &str = "\u{2212}";

/// A common summand is left out of the labels if it has at least this many digits.
const OFFSET_DIGITS: i32 = 4;

/// What labels may leave out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scalar {
    /// Powers of ten at or beyond which one is left out of the labels, two that are equal always that one (but (0, 0) any); `None`: never.
    pub(super) powers: Option<(i32, i32)>,
    /// Whether a common summand is.
    pub(super) offset: bool,
}

impl Default for Scalar {
    fn default() -> Self {
        Self { powers: Some((-5, 6)), offset: true }
    }
}

/// One label for each position (positions beyond the limits take part in the choice of decimals, but in nothing else),
/// and what all of them leave out. A label and what it leaves out make the position, to the digits shown.
pub(super) fn labels(positions: &[f64], limits: Limits) -> (Vec<String>, Option<String>) {
    written(positions, limits, Scalar::default(), &|_, decimals| decimals)
}

/// The same, leaving out what `scalar` allows, with so many decimals if they are said; of positions that somebody chose, if so.
pub(super) fn scalar(
    scalar: Scalar,
    positions: &[f64],
    limits: Limits,
    chosen: bool,
    decimals: Option<usize>,
) -> (Vec<String>, Option<String>) {
    let enough = |reduced: &[f64], fewest| match decimals {
        Some(decimals) => decimals,
        None if chosen => telling_apart(reduced, fewest),
        None => fewest,
    };
    written(positions, limits, scalar, &enough)
}

/// The same for positions that somebody chose: with as many decimals as it takes to tell them from each other and from
/// zero.
pub(super) fn labels_of_chosen(positions: &[f64], limits: Limits) -> (Vec<String>, Option<String>) {
    written(positions, limits, Scalar::default(), &telling_apart)
}

/// As many decimals as it takes, `fewest` at least.
fn telling_apart(reduced: &[f64], fewest: usize) -> usize {
    let mut largest = 0.0_f64;
    for v in reduced {
        largest = largest.max(v.abs());
    }
    for decimals in fewest..fewest + 10 {
        let unit = pow10(decimals as i32);
        let (mut clear, mut last) = (true, None);
        for &v in reduced {
            // what is as small as that came of rounding
            if v.abs() > 1e-9 * largest {
                let whole = (v * unit).round_ties_even();
                let near = (v - whole / unit).abs() <= 0.05 * v.abs();
                let apart = last
                    .is_none_or(|(before, there): (f64, f64)| (v - before).abs() <= 1e-9 * largest || there != whole);
                clear &= near && apart;
                last = Some((v, whole));
            }
        }
        if clear {
            return decimals;
        }
    }
    fewest
}

/// The labels, with the decimals that `enough` makes of the fewest that matplotlib would take for the reduced positions
/// within the limits.
fn written(
    positions: &[f64],
    limits: Limits,
    scalar: Scalar,
    enough: &dyn Fn(&[f64], usize) -> usize,
) -> (Vec<String>, Option<String>) {
    let (lo, hi) = (limits.lo.min(limits.hi), limits.lo.max(limits.hi));
    let mut shown = Vec::with_capacity(positions.len());
    for &position in positions {
        if position >= lo && position <= hi {
            shown.push(position);
        }
    }
    let summand = if scalar.offset { Summand::of(&shown) } else { Summand::default() };
    let offset = summand.value();
    let power = scalar.powers.map_or(0, |powers| common_power(&shown, offset, hi - lo, powers));
    let unit = pow10(power);
    let reduce = |p: f64| (p - offset) / unit;
    let mut reduced = Vec::with_capacity(positions.len());
    for &position in positions {
        reduced.push(reduce(position));
    }
    let noise = lo.abs().max(hi.abs()) * f64::EPSILON / unit;
    let fewest = decimals(&reduced, [reduce(lo), reduce(hi)], noise);
    for position in &mut shown {
        *position = reduce(*position);
    }
    let decimals = enough(&shown, fewest);
    let mut labels = Vec::with_capacity(positions.len());
    for (&position, &reduced) in positions.iter().zip(&reduced) {
        labels.push(minus(&match summand.taken_from(position, power - decimals as i32) {
            Some(units) => exact::write(units, decimals),
            None => format!("{:.decimals$}", if reduced.abs() < 1e-8 { 0.0 } else { reduced }),
        }));
    }
    (labels, offset_text(&summand, power))
}

/// A round number that labels leave out: so many units of a power of ten, 0 for none.
#[derive(Clone, Copy, Debug, Default)]
struct Summand {
    count: i128,
    place: i32,
}

impl Summand {
    /// A round number that all positions lie just beyond, or 0 if it would not save enough digits.
    fn of(shown: &[f64]) -> Self {
        let Limits { lo, hi } = Limits::of(shown.iter().copied());
        if shown.is_empty() || lo == hi || (lo <= 0.0 && hi >= 0.0) {
            return Self::default();
        }
        let (small, large) = (lo.abs().min(hi.abs()), lo.abs().max(hi.abs()));
        let top = floor_log10(large) + 1;
        // How many units of that power fit: Python's floor division.
        let units = |v: f64, power: i32| super::decimal::div_mod(v, pow10(power)).0;
        let search = |differ: &dyn Fn(i32) -> bool| (top - 40..=top).rev().find(|p| differ(*p)).map(|p| p + 1);
        let Some(mut place) = search(&|p| units(small, p) != units(large, p)) else { return Self::default() };
        if (large - small) / pow10(place) <= 1e-2 {
            // 9990 to 10010: the first digits differ although the numbers are close.
            match search(&|p| units(large, p) - units(small, p) > 1.0) {
                Some(finer) => place = finer,
                None => return Self::default(),
            }
        }
        let count = units(large, place);
        if count < pow10(OFFSET_DIGITS - 1) {
            return Self::default();
        }
        let count = count as i128;
        Self { count: if lo < 0.0 { -count } else { count }, place }
    }

    fn value(self) -> f64 {
        self.count as f64 * pow10(self.place)
    }

    /// What is left of `position` without it, in units of 10 to the power of `last`; `None` if that cannot be told
    /// exactly.
    fn taken_from(self, position: f64, last: i32) -> Option<i128> {
        let whole = exact::in_units(position, last)?;
        if self.count == 0 {
            Some(whole)
        } else {
            whole.checked_sub(exact::times_pow10(self.count, self.place - last)?)
        }
    }

    /// As `1.2e3`, with all its digits.
    fn text(self) -> String {
        let all = self.count.unsigned_abs().to_string();
        let exponent = self.place + all.len() as i32 - 1;
        let digits = trimmed(&format!("{}.{}", &all[..1], &all[1..]));
        let sign = if self.count < 0 { "-" } else { "+" };
        if exponent == 0 { format!("{sign}{digits}") } else { format!("{sign}{digits}e{exponent}") }
    }
}

/// The power of ten to leave out of the labels; 0 for none.
fn common_power(shown: &[f64], offset: f64, span: f64, (low, high): (i32, i32)) -> i32 {
    if low == high && low != 0 {
        return low;
    }
    let largest = shown.iter().fold(0.0_f64, |m, v| m.max(v.abs()));
    let measure = if offset == 0.0 { largest } else { span };
    if shown.is_empty() || !(measure > 0.0 && measure.is_finite()) {
        return 0;
    }
    let power = floor_log10(measure);
    if power <= low || power >= high { power } else { 0 }
}

/// The fewest decimals that show every position to a thousandth of their range, or to what rounding did to them already.
fn decimals(reduced: &[f64], view: [f64; 2], noise: f64) -> usize {
    // A lone tick has no range; then the axis' own counts.
    let own: &[f64] = if reduced.len() < 2 { &view } else { &[] };
    let Limits { lo, hi } = Limits::of(reduced.iter().chain(own).copied());
    let mut range = hi - lo;
    if range == 0.0 {
        range = lo.abs().max(hi.abs());
    }
    if !(range > 0.0 && range.is_finite()) {
        range = 1.0;
    }
    let power = floor_log10(range);
    let threshold = noise.clamp(1e-3 * pow10(power), 1e-1 * pow10(power));
    let mut decimals = (3 - power).clamp(0, 300);
    while decimals >= 0 && error_of(reduced, decimals) < threshold {
        decimals -= 1;
    }
    (decimals + 1) as usize
}

/// The most that rounding to so many decimals changes a value.
fn error_of(values: &[f64], decimals: i32) -> f64 {
    let unit = pow10(decimals);
    let mut most = 0.0;
    for v in values {
        let error = (v - (v * unit).round_ties_even() / unit).abs();
        if error > most || error.is_nan() {
            most = error;
        }
    }
    most
}

/// `1e6`, `+1.2e3`, or both in this order.
fn offset_text(summand: &Summand, power: i32) -> Option<String> {
    let mut text = String::new();
    if power != 0 {
        text += &format!("1e{power}");
    }
    if summand.count != 0 {
        text += &summand.text();
    }
    (!text.is_empty()).then(|| minus(&text))
}

/// A decimal number without zeros at its end.
pub(super) fn trimmed(number: &str) -> String {
    if number.contains('.') { number.trim_end_matches('0').trim_end_matches('.').to_owned() } else { number.to_owned() }
}

pub(super) fn minus(text: &str) -> String {
    text.replace('-', MINUS)
}

#[cfg(test)]
mod tests;
