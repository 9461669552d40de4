//! Percentiles, without sorting.

/// The value below which `q` percent of finite ones lie, as numpy has it; reorders them. Nothing, if there is none. Linear in their number.
pub(crate) fn select(values: &mut [f64], q: f64) -> Option<f64> {
    let last = values.len().checked_sub(1)?;
    let place = last as f64 * (q / 100.0);
    let below = (place.floor() as usize).min(last);
    let (_, &mut a, above) = values.select_nth_unstable_by(below, f64::total_cmp);
    let fraction = place - below as f64;
    let Some(b) = above.iter().copied().min_by(f64::total_cmp).filter(|_| fraction > 0.0) else { return Some(a) };
    if !(b - a).is_finite() {
        return Some(a * (1.0 - fraction) + b * fraction);
    }
    // From the nearer neighbour, as numpy: the result is exact at both ends and grows with q.
    Some(if fraction < 0.5 { a + (b - a) * fraction } else { b - (b - a) * (1.0 - fraction) })
}
