//! Percents: matplotlib's `PercentFormatter`.

use crate::axis::formatter::minus;
use crate::geom::Limits;

/// How many decimals, and whether there may be more: by what the axis spans, none for 50 %, one for 5 %, and so on.
pub(super) fn decimals(set: Option<usize>, max: f64, limits: Limits) -> (usize, bool) {
    if let Some(decimals) = set {
        return (decimals, false);
    }
    // in halves: the distance of two numbers need not be a number
    let span = 200.0 * ((0.5 * limits.hi - 0.5 * limits.lo).abs() / max);
    let wanted = if span > 0.0 { (2.0 - libm::log10(2.0 * span)).ceil() } else { 0.0 };
    (wanted.clamp(0.0, 5.0) as usize, true)
}

pub(super) fn write(value: f64, max: f64, decimals: usize, symbol: &str) -> String {
    let mut label = minus(&unsigned_zero(format!("{:.decimals$}", 100.0 * (value / max))));
    label.push_str(symbol);
    label
}

/// A zero has no sign.
fn unsigned_zero(number: String) -> String {
    match number.strip_prefix('-') {
        Some(rest) if rest.bytes().all(|b| matches!(b, b'0' | b'.')) => rest.to_owned(),
        _ => number,
    }
}
