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
mod tests;
