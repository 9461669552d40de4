//! Numbers as text, as short as they can be.

/// A number in plain decimal notation with at most so many decimals, in its shortest form. NaN is 0, and what is beyond a
/// thousand million pixels is there.
pub(super) fn number(out: &mut String, value: f64, decimals: u32) {
    const FAR: f64 = 1e9;
    let one = 10_u64.pow(decimals);
    let value = if value.is_nan() { 0.0 } else { value.clamp(-FAR, FAR) };
    whole(out, (value * one as f64).round() as i64, decimals);
}

/// `value` divided by ten to the power of `decimals`.
pub(super) fn whole(out: &mut String, value: i64, decimals: u32) {
    let one = 10_u64.pow(decimals);
    if value < 0 {
        out.push('-');
    }
    let (digits, mut rest) = (value.unsigned_abs() / one, value.unsigned_abs() % one);
    if digits > 0 || rest == 0 {
        integer(out, digits);
    }
    if rest > 0 {
        out.push('.');
    }
    let mut place = one / 10;
    while rest > 0 {
        out.push(char::from(b'0' + (rest / place) as u8));
        (rest, place) = (rest % place, place / 10);
    }
}

fn integer(out: &mut String, mut value: u64) {
    let (mut digits, mut at) = ([0; 20], 20);
    loop {
        at -= 1;
        digits[at] = b'0' + (value % 10) as u8;
        value /= 10;
        if value == 0 {
            break;
        }
    }
    for digit in &digits[at..] {
        out.push(char::from(*digit));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_plain() {
        for (value, decimals, want) in [
            (0.0, 2, "0"),
            (-0.0, 2, "0"),
            (1.0, 2, "1"),
            (-0.5, 2, "-.5"),
            (0.05, 2, ".05"),
            (0.004, 2, "0"),
            (-0.004, 2, "0"),
            (0.995, 2, "1"),
            (12.345_6, 3, "12.346"),
            (12.340, 3, "12.34"),
            (640.0, 3, "640"),
            (1e-30, 3, "0"),
            (1e30, 3, "1000000000"),
            (f64::NEG_INFINITY, 3, "-1000000000"),
            (f64::NAN, 3, "0"),
            (0.006_782_2, 7, ".0067822"),
            (-7.0, 0, "-7"),
        ] {
            let mut out = String::new();
            number(&mut out, value, decimals);
            assert_eq!(out, want, "{value}");
        }
    }
}
