//! What is written beside the ticks of a logit axis: matplotlib's `LogitFormatter`.

use crate::axis::log::power;
use crate::order::order;

/// With at least so many ticks between the large ones, none of them has a label, ..
const CROWD: usize = 25;
/// .. else at most so many, those with the most room.
const SOME: usize = 6;

/// The labels of the large ticks.
pub(super) fn major(positions: &[f64]) -> Vec<String> {
    let mut labels = Vec::with_capacity(positions.len());
    for p in positions {
        labels.push(label(*p, positions));
    }
    labels
}

/// The labels of the small ticks; empty for one that gets none.
pub(super) fn minor(positions: &[f64]) -> Vec<String> {
    let n = positions.len();
    let mut labels = vec![String::new(); n];
    // all of them are places that others of their kind have large ticks at
    if n >= CROWD || positions.iter().all(|p| is_ideal(*p)) {
        return labels;
    }
    let mut places: Vec<usize> = (0..n).collect();
    if n >= SOME {
        let even = |k: usize| libm::log(positions[k] / (1.0 - positions[k]));
        let (mut nearest, mut both) = (Vec::with_capacity(n), Vec::with_capacity(n));
        for k in 0..n {
            let before = if k > 0 { even(k) - even(k - 1) } else { f64::INFINITY };
            let after = if k + 1 < n { even(k + 1) - even(k) } else { f64::INFINITY };
            nearest.push(before.min(after));
            both.push(if k == 0 || k + 1 == n { f64::INFINITY } else { before + after });
        }
        let most = order(n, &|a, b| nearest[a].total_cmp(&nearest[b]).then(both[a].total_cmp(&both[b])));
        places = most[n - SOME..].to_vec();
    }
    for k in places {
        labels[k] = label(positions[k], positions);
    }
    labels
}

fn is_ideal(p: f64) -> bool {
    p == 0.5 || decade(p).is_some() || decade(1.0 - p).is_some()
}

/// The exponent of a power of ten.
fn decade(x: f64) -> Option<i32> {
    let log = libm::log10(x);
    let near = log.round_ties_even();
    ((log - near).abs() <= 1e-7 * log.abs().max(near.abs())).then_some(near as i32)
}

fn label(p: f64, among: &[f64]) -> String {
    if p <= 0.0 || p >= 1.0 || p.is_nan() {
        return String::new();
    }
    let other = 1.0 - p;
    let text = if (2.0 * p - 1.0).abs() <= 1e-9 {
        return "½".to_owned();
    } else if let Some(exponent) = decade(p).filter(|_| p < 0.5) {
        power(exponent)
    } else if let Some(exponent) = decade(other).filter(|_| p > 0.5) {
        ["1-", &power(exponent)].concat()
    } else if p < 0.1 {
        scientific(p, p, among)
    } else if p > 0.9 {
        ["1-", &scientific(other, p, among)].concat()
    } else {
        return format!("{p:.*}", decimals(p, among, 0).max(1));
    };
    ["$", &text, "$"].concat()
}

/// `x`, that of the tick at `p` or what it lacks to one, as digits and a power of ten.
fn scientific(x: f64, p: f64, among: &[f64]) -> String {
    let exponent = libm::log10(x).floor() as i32;
    let digits = format!("{:.*}", decimals(p, among, exponent), x * libm::exp10(f64::from(-exponent)));
    [&digits, "\\cdot", &power(exponent)].concat()
}

/// The decimals that tell the tick at `p` from its neighbour, in units of 10 to the power of `exponent`.
fn decimals(p: f64, among: &[f64], exponent: i32) -> usize {
    let mut nearest = f64::INFINITY;
    for other in among {
        if *other != p {
            nearest = nearest.min((other - p).abs());
        }
    }
    if !nearest.is_finite() {
        return 0;
    }
    let exact = f64::from(exponent) - libm::log10(nearest);
    let whole = exact.round_ties_even();
    let decimals = if (exact - whole).abs() <= 1e-9 * exact.abs().max(whole.abs()) { whole } else { exact.ceil() };
    decimals.clamp(0.0, 17.0) as usize
}
