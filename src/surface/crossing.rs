//! Where a line crosses another, however far away its ends are.

/// The largest number whose square, and some more, is finite.
const LARGE: f64 = 1e150;
/// A power of two that brings every number below it.
const SHRINK: f64 = f64::from_bits((1023 - 530) << 52);

/// The `y` of the straight line through `a` and `b` at `x`, which lies between theirs.
///
/// With ends at 1e300, a line through the unit square is the small difference of numbers of 600 digits. Products and
/// sums are therefore exact, and rounded once at the end.
pub(super) fn crossing(a: (f64, f64), b: (f64, f64), x: f64) -> f64 {
    let scale = |p: f64, q: f64| if p.abs().max(q.abs()) > LARGE { SHRINK } else { 1.0 };
    let (sx, sy) = (scale(a.0, b.0), scale(a.1, b.1));
    let (ax, bx, x) = (a.0 * sx, b.0 * sx, x * sx);
    let (ay, by) = (a.1 * sy, b.1 * sy);
    let parts = [product(ay, bx), product(-ay, x), product(by, x), product(-by, ax)];
    let y = sum(parts.as_flattened()) / (bx - ax) / sy;
    y.clamp(a.1.min(b.1), a.1.max(b.1))
}

/// A product without rounding: its double, and what is missing.
fn product(a: f64, b: f64) -> [f64; 2] {
    let rounded = a * b;
    [rounded, a.mul_add(b, -rounded)]
}

/// The sum of up to eight numbers, rounded once (Shewchuk's partial sums, which do not overlap).
fn sum(values: &[f64]) -> f64 {
    let (mut partials, mut count) = ([0.0_f64; 9], 0);
    for &value in values {
        let mut x = value;
        let mut kept = 0;
        for i in 0..count {
            let y = partials[i];
            let (large, small) = if x.abs() < y.abs() { (y, x) } else { (x, y) };
            x = large + small;
            let rest = small - (x - large);
            if rest != 0.0 {
                partials[kept] = rest;
                kept += 1;
            }
        }
        partials[kept] = x;
        count = kept + 1;
    }
    partials[..count].iter().sum()
}

#[cfg(test)]
mod tests;
