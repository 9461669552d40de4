//! Multiples of a number that has a name: `π/2`, `3π/4`.

use crate::axis::formatter::minus;
use crate::style::general;

/// The largest denominator of a fraction.
const MOST: i32 = 24;

/// As a fraction of small numbers, or with four digits if it is none.
pub(super) fn write(value: f64, unit: f64, symbol: &str) -> String {
    let times = value / unit;
    if !times.is_finite() {
        return String::new();
    }
    for below in 1..=MOST {
        let above = times * f64::from(below);
        let whole = above.round_ties_even();
        if (above - whole).abs() <= 1e-9 * above.abs().max(1.0) && whole.abs() < 1e6 {
            return minus(&fraction(whole as i64, below, symbol));
        }
    }
    minus(&(general(times, 4) + symbol))
}

fn fraction(above: i64, below: i32, symbol: &str) -> String {
    let mut text = match above {
        0 => return "0".to_owned(),
        1 => String::new(),
        -1 => "-".to_owned(),
        n => n.to_string(),
    };
    text.push_str(symbol);
    if below > 1 {
        text.push('/');
        text.push_str(&below.to_string());
    }
    text
}
