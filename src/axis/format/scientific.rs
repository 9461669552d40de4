//! Numbers with their powers of ten: `2.5×10³`.

use crate::axis::log::{power, significand};

/// With so many decimals before the power, or as few as tell the positions apart.
pub(super) fn labels(positions: &[f64], decimals: Option<usize>) -> Vec<String> {
    let mut most = 0;
    for n in decimals.map_or(0..17, |n| n..n + 1) {
        most = n;
        let (mut exact, mut apart) = (true, true);
        for (k, p) in positions.iter().enumerate() {
            // to a thousandth of a step at least, where rounding has not taken the digits
            let near = positions.get(k + 1).or(positions.get(k.wrapping_sub(1))).map_or(p.abs(), |q| (q - p).abs());
            let shown: f64 = format!("{p:.n$e}").parse().unwrap_or(*p);
            exact &= (shown - p).abs() <= 1e-3 * near;
            apart &= k == 0 || format!("{p:.n$e}") != format!("{:.n$e}", positions[k - 1]) || *p == positions[k - 1];
        }
        if exact && apart {
            break;
        }
    }
    let mut labels = Vec::with_capacity(positions.len());
    for p in positions {
        labels.push(write(*p, most, decimals.is_some()));
    }
    labels
}

fn write(value: f64, decimals: usize, all: bool) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let (mut digits, exponent) = significand(value.abs(), decimals);
    if all {
        digits = format!("{:.decimals$e}", value.abs()).split('e').next().unwrap_or_default().to_owned();
    }
    let mut label = String::from("$");
    if value < 0.0 {
        label.push('-');
    }
    label.push_str(&digits);
    label.push_str("\\times");
    label.push_str(&power(exponent));
    label.push('$');
    label
}
