//! Bins that have equal room each on an axis, whatever their width.

/// Where a value stands: the borders at equal distances from 0 to 1, values evenly between them, and beyond at the rate of
/// the bin at the end. There are two borders at least.
pub(super) fn place(borders: &[f64], value: f64) -> f64 {
    let last = borders.len().saturating_sub(1).max(1);
    let bin = borders.partition_point(|border| *border <= value).clamp(1, last) - 1;
    let (Some(lo), Some(hi)) = (borders.get(bin), borders.get(bin + 1)) else { return f64::NAN };
    (bin as f64 + (0.5 * value - 0.5 * lo) / (0.5 * hi - 0.5 * lo)) / last as f64
}

/// The value that stands there.
pub(super) fn value(borders: &[f64], t: f64) -> f64 {
    let last = borders.len().saturating_sub(1).max(1);
    let along = t * last as f64;
    let bin = (along.max(0.0) as usize).min(last - 1);
    let (Some(lo), Some(hi)) = (borders.get(bin), borders.get(bin + 1)) else { return f64::NAN };
    let part = along - bin as f64;
    // so that ends are exact, and no distance need be a number
    lo * (1.0 - part) + hi * part
}
