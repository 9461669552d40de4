//! Powers of ten, the same on every machine.
//!
//! Ticks jump when a logarithm falls on the other side of a whole number, so the system's `log10` is not good enough.

/// 10 to the power of `n`, correctly rounded; 0 or infinity beyond the range of `f64`.
pub(super) fn pow10(n: i32) -> f64 {
    // Up to 22 the powers are exact, and so is each product.
    if (0..=22).contains(&n) {
        return (0..n).fold(1.0, |p, _| p * 10.0);
    }
    format!("1e{n}").parse().unwrap_or(f64::NAN)
}

/// The floor of the decimal logarithm of a positive finite `x`, where the logarithm is first rounded to the nearest
/// `f64`: a value that lies below a power of ten by less than rounding shows counts as that power.
pub(super) fn floor_log10(x: f64) -> i32 {
    // The shortest decimal form has the exponent, without any logarithm.
    let text = format!("{x:e}");
    let exponent = text.rsplit('e').next().and_then(|e| e.parse::<i32>().ok()).unwrap_or(0);
    let next = exponent + 1;
    let power = pow10(next);
    // log10(power) - log10(x), to first order; half a unit in the last place of `next` vanishes in rounding.
    let below = (power - x) / power * std::f64::consts::LOG10_E;
    let nearest = f64::from(next);
    let half_unit = (nearest - nearest.next_down()) / 2.0;
    if next != 0 && below <= half_unit { next } else { exponent }
}

/// Quotient and remainder of a division that rounds down, as Python's `divmod`: the remainder has the sign of `step`,
/// and the quotient is whole.
pub(super) fn div_mod(x: f64, step: f64) -> (f64, f64) {
    let mut rest = x % step;
    let mut quotient = (x - rest) / step;
    if rest != 0.0 {
        if (step < 0.0) != (rest < 0.0) {
            rest += step;
            quotient -= 1.0;
        }
    } else {
        rest = 0.0_f64.copysign(step);
    }
    let mut whole = quotient.floor();
    if quotient - whole > 0.5 {
        whole += 1.0;
    }
    (whole, rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers() {
        for n in -330..=310 {
            assert_eq!(pow10(n), format!("1e{n}").parse::<f64>().expect("a number"), "{n}");
        }
    }

    #[test]
    fn floors_of_logarithms() {
        // math.floor(math.log10(x)) in Python 3
        let table = [
            (1.0, 0),
            (9.999_999_999_999_998, 0),
            (10.0, 1),
            (0.1, -1),
            (0.099_999_999_999_999_99, -1),
            (0.999_999_999_999_999_9, -1),
            (999.999_999_999_999_9, 3),
            (999.999_999_999_999, 2),
            (1e23, 23),
            (1e-5, -5),
            (9.999_999_999_999_999e-6, -5),
            (9.999_999_999_999_99e-6, -5),
            (9.999_999_999_999_9e-6, -6),
            (9.999_999_999_999_985e-5, -5),
            (5e-324, -324),
            (1.797_693_134_862_315_7e308, 308),
            (123_456.789, 5),
            (2e-7, -7),
        ];
        for (x, floor) in table {
            assert_eq!(floor_log10(x), floor, "{x:e}");
        }
        for n in -307..=308 {
            assert_eq!(floor_log10(pow10(n)), n, "1e{n}");
        }
    }

    #[test]
    fn division_rounds_down() {
        // divmod(x, step) in Python 3
        let table = [
            (7.0, 2.0, 3.0, 1.0),
            (-7.0, 2.0, -4.0, 1.0),
            (7.0, -2.0, -4.0, -1.0),
            (-0.3, 0.1, -3.0, 2.775_557_561_562_891_4e-17),
            (0.3, 0.1, 2.0, 0.099_999_999_999_999_98),
            (1.0, 0.1, 9.0, 0.099_999_999_999_999_95),
        ];
        for (x, step, quotient, rest) in table {
            assert_eq!(div_mod(x, step), (quotient, rest), "{x} / {step}");
        }
    }
}
