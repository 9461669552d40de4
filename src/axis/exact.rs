//! Decimal numbers as whole numbers of a power of ten: no digit is lost on the way to the page.

use super::decimal::pow10;

/// `value` in units of 10 to the power of `place`, rounded to the nearest whole number (ties to even). `None` if it has
/// more digits than an `i128`, or is not finite.
pub(super) fn in_units(value: f64, place: i32) -> Option<i128> {
    if value == 0.0 || !value.is_finite() {
        return (value == 0.0).then_some(0);
    }
    // What is small and clear of the middle between two whole numbers needs no digits.
    if (-22..=22).contains(&place) {
        let units = if place > 0 { value / pow10(place) } else { value * pow10(-place) };
        let whole = units.round_ties_even();
        if units.abs() < 1e12 && (units - whole).abs() < 0.499 {
            return Some(whole as i128);
        }
    }
    // Printing rounds rightly; how many digits to print depends on the exponent, which rounding may have raised in the
    // shortest form.
    let mut exponent = scientific(value, None)?.1;
    loop {
        let after_the_point = exponent.checked_sub(place)?;
        if after_the_point < 0 {
            // less than a unit: none, or one if it is more than half of it, to all digits that there is room for
            let more = after_the_point == -1 && scientific(value.abs(), Some(36))?.0 > 5 * 10_i128.pow(36);
            return Some(if more { value.signum() as i128 } else { 0 });
        }
        if after_the_point > 36 {
            return None;
        }
        let (digits, printed) = scientific(value, Some(after_the_point as usize))?;
        if printed >= exponent {
            return digits.checked_mul(10_i128.checked_pow((printed - exponent) as u32)?);
        }
        exponent = printed;
    }
}

/// The digits and the exponent of a number in scientific form, with so many digits after the point, or the fewest that
/// tell it from others.
fn scientific(value: f64, digits: Option<usize>) -> Option<(i128, i32)> {
    let text = digits.map_or_else(|| format!("{value:e}"), |d| format!("{value:.d$e}"));
    let (digits, exponent) = text.split_once('e')?;
    Some((digits.replace('.', "").parse().ok()?, exponent.parse().ok()?))
}

/// `number` times 10 to the power of `exponent`, if that is a whole number that fits.
pub(super) fn times_pow10(number: i128, exponent: i32) -> Option<i128> {
    number.checked_mul(10_i128.checked_pow(u32::try_from(exponent).ok()?)?)
}

/// A whole number of units as a decimal number with so many decimals; zero has no sign.
pub(super) fn write(units: i128, decimals: usize) -> String {
    let mut text = if units < 0 { String::from("-") } else { String::new() };
    let digits = units.unsigned_abs().to_string();
    for _ in digits.len()..=decimals {
        text.push('0');
    }
    text.push_str(&digits);
    if decimals > 0 {
        text.insert(text.len() - decimals, '.');
    }
    text
}

#[cfg(test)]
mod tests;
