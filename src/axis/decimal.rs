//! Powers of ten, the same on every machine.
//!
//! Ticks jump when a logarithm falls on the other side of a whole number, so the system's `log10` is not good enough.

/// 10 to the power of -22, and so on to 22: the powers that most axes have.
#[rustfmt::skip]
const POWERS: [f64; 45] = [
    1e-22, 1e-21, 1e-20, 1e-19, 1e-18, 1e-17, 1e-16, 1e-15, 1e-14, 1e-13, 1e-12, 1e-11, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1,
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

/// 10 to the power of `n`, correctly rounded; 0 or infinity beyond the range of `f64`.
pub(super) fn pow10(n: i32) -> f64 {
    match POWERS.get((n.clamp(-23, 23) + 22) as usize) {
        Some(power) => *power,
        None => format!("1e{n}").parse().unwrap_or(f64::NAN),
    }
}

/// The floor of the decimal logarithm of a positive finite `x`, where the logarithm is first rounded to the nearest
/// `f64`: a value that lies below a power of ten by less than rounding shows counts as that power.
pub(super) fn floor_log10(x: f64) -> i32 {
    let exponent = exponent(x);
    let next = exponent + 1;
    let power = pow10(next);
    // log10(power) - log10(x), to first order; half a unit in the last place of `next` vanishes in rounding.
    let below = (power - x) / power * std::f64::consts::LOG10_E;
    let nearest = f64::from(next);
    let half_unit = (nearest - nearest.next_down()) / 2.0;
    if next != 0 && below <= half_unit { next } else { exponent }
}

/// That of the shortest decimal form, without any logarithm.
fn exponent(x: f64) -> i32 {
    // what is no smaller than a power, as it is rounded, is not written as if it were
    let below = POWERS.partition_point(|power| *power <= x);
    if (1..POWERS.len()).contains(&below) {
        return below as i32 - 23;
    }
    let text = format!("{x:e}");
    text.rsplit('e').next().and_then(|e| e.parse().ok()).unwrap_or(0)
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
