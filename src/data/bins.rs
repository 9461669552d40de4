//! Bins of histograms: numpy's rules for their number, and what falls into them.

use super::column::{Column, rise};
use super::select::select;

/// How many bins, by the rules that numpy knows by name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum BinRule {
    Count(usize),
    Auto,
    FreedmanDiaconis,
    Scott,
    Sturges,
    Sqrt,
}

/// More bins than this are not made.
const MOST: f64 = 1e6;

/// The edges of bins over the finite ones of `values`, or over `range`: from the smallest to the largest, all equally wide. Of numbers
/// that are `whole` no rule makes bins narrower than 1, of which every second or third could hold nothing.
pub(crate) fn bin_edges(values: &[f64], whole: bool, range: Option<(f64, f64)>, rule: BinRule) -> Vec<f64> {
    let (mut lo, mut hi) = (f64::INFINITY, f64::NEG_INFINITY);
    let mut seen = Vec::new();
    for &v in values {
        if v.is_finite() && range.is_none_or(|(from, to)| v >= from && v <= to) {
            (lo, hi) = (lo.min(v), hi.max(v));
            // a number that is given asks for no value
            if !matches!(rule, BinRule::Count(_)) {
                seen.push(v);
            }
        }
    }
    let (lo, hi) = match range {
        Some(range) => range,
        None if lo > hi => (0.0, 1.0),
        None => (lo, hi),
    };
    let (lo, hi) = if lo == hi { (lo - 0.5, hi + 0.5) } else { (lo, hi) };
    let count = match rule {
        BinRule::Count(n) => n,
        _ => wanted(&mut seen, whole, hi - lo, rule),
    };
    let count = count.max(1);
    let mut edges = Vec::with_capacity(count + 1);
    let step = (hi - lo) / count as f64;
    for i in 0..count {
        let share = i as f64 / count as f64;
        // what is farther apart than the largest number has no step
        edges.push(if step.is_finite() { lo + step * i as f64 } else { lo * (1.0 - share) + hi * share });
    }
    edges.push(hi);
    edges
}

/// Edges as they are given.
///
/// # Panics
/// If there are fewer than two, one is not finite, or they do not rise.
#[track_caller]
pub(crate) fn given_edges(edges: &impl Column) -> Vec<f64> {
    let mut given = Vec::new();
    edges.copy_to(&mut given);
    assert!(
        given.len() >= 2 && rise(&given),
        "these are no edges of bins: give two or more, each larger than the one before"
    );
    given
}

/// From where to where bins reach.
///
/// # Panics
/// If an end is not finite, or the first is not below the second.
#[track_caller]
pub(crate) fn bin_range(from: f64, to: f64) -> (f64, f64) {
    assert!(from.is_finite() && to.is_finite() && from < to, "bins cannot reach from {from} to {to}");
    (from, to)
}

/// How many bins a rule wants for values that reach so far; reorders them.
fn wanted(seen: &mut [f64], whole: bool, length: f64, rule: BinRule) -> usize {
    let n = seen.len() as f64;
    if seen.is_empty() {
        return 1;
    }
    let (lo, hi) = seen.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(lo, hi), v| (lo.min(*v), hi.max(*v)));
    let reach = hi - lo;
    if reach == 0.0 {
        return 1;
    }
    let sturges = || reach / (libm::log2(n) + 1.0);
    let width = match rule {
        BinRule::Sqrt => reach / n.sqrt(),
        BinRule::Sturges => sturges(),
        BinRule::Scott => libm::cbrt(24.0 * std::f64::consts::PI.sqrt() / n) * deviation(seen),
        BinRule::FreedmanDiaconis => freedman_diaconis(seen),
        BinRule::Auto => {
            // not more than twice as many as the square root asks for
            freedman_diaconis(seen).max(reach / n.sqrt() / 2.0).min(sturges())
        }
        BinRule::Count(n) => return n,
    };
    let width = if whole && width > 0.0 { width.max(1.0) } else { width };
    if width > 0.0 { (length / width).ceil().clamp(1.0, MOST) as usize } else { 1 }
}

/// The standard deviation of values that are finite.
fn deviation(values: &[f64]) -> f64 {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    values.iter().map(|v| (v - mean) * (v - mean) / n).sum::<f64>().sqrt()
}

/// Twice the distance of the quartiles, over the cube root of the number; reorders the values.
fn freedman_diaconis(values: &mut [f64]) -> f64 {
    let mut quartile = |q: f64| select(values, q).unwrap_or(f64::NAN);
    let (low, high) = (quartile(25.0), quartile(75.0));
    2.0 * (high - low) / libm::cbrt(values.len() as f64)
}

/// What falls between each two edges: the number of values, or the sum of their weights. The last bin holds its upper edge, too.
pub(crate) fn binned(values: &[f64], weights: &[f64], edges: &[f64]) -> Vec<f64> {
    let mut counts = vec![0.0; edges.len().saturating_sub(1)];
    for (i, &v) in values.iter().enumerate() {
        if let Some(at) = bin_of(edges, v) {
            counts[at] += weights.get(i).copied().unwrap_or(1.0);
        }
    }
    counts
}

/// Between which two edges a value falls.
pub(crate) fn bin_of(edges: &[f64], v: f64) -> Option<usize> {
    let (&lo, &hi, bins) = (edges.first()?, edges.last()?, edges.len() - 1);
    if bins == 0 || !(v >= lo && v <= hi) {
        return None;
    }
    // a good guess where bins are equally wide, and a search where it is none
    let even = bins as f64 / (hi - lo);
    let at = (((v - lo) * even) as usize).min(bins - 1);
    if v >= edges[at] && v < edges[at + 1] {
        return Some(at);
    }
    Some(edges.partition_point(|edge| *edge <= v).saturating_sub(1).min(bins - 1))
}

#[cfg(test)]
mod tests;
