//! Numbers with a prefix of the metric system: matplotlib's `EngFormatter`.

use crate::axis::decimal::pow10;
use crate::axis::formatter::minus;
use crate::style::general;

/// From 10^-30 to 10^30.
const PREFIXES: [&str; 21] =
    ["q", "r", "y", "z", "a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y", "R", "Q"];

/// With so many decimals, or with so many digits in all, without zeros at the end.
pub(super) fn write(value: f64, decimals: Option<usize>, digits: usize, unit: &str, sep: &str) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let exponent = if value == 0.0 { 0.0 } else { (libm::log10(value.abs()) / 3.0).floor() };
    let mut at = (exponent as i32).clamp(-10, 10);
    let mut number = value / pow10(3 * at);
    let show = |number: f64| decimals.map_or_else(|| general(number, digits), |n| format!("{number:.n$}"));
    let mut shown = show(number);
    // 999.9996 is rounded to 1000, which is 1 k
    if at < 10 && shown.parse::<f64>().is_ok_and(|shown| shown.abs() >= 1000.0) {
        number /= 1000.0;
        at += 1;
        shown = show(number);
    }
    if shown.parse::<f64>() == Ok(0.0) {
        shown = shown.trim_start_matches('-').to_owned();
    }
    let mut label = minus(&shown);
    let prefix = PREFIXES[(at + 10) as usize];
    if !(prefix.is_empty() && unit.is_empty()) {
        label.push_str(sep);
        label.push_str(prefix);
        label.push_str(unit);
    }
    label
}
