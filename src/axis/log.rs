//! What is written beside the ticks of a log axis: matplotlib's `LogFormatterSciNotation`.

use super::formatter::trimmed;
use super::tick_list::Ticks;
use crate::geom::Limits;

/// Which multiples of powers of ten get a label.
#[derive(Clone, Copy, PartialEq)]
enum Labelled {
    /// The powers themselves.
    Powers,
    /// 1, 2, 3, 4, 6: evenly spread on the scale.
    Some,
    /// All of them.
    All,
}

/// The labels of ticks at positive positions, as math; empty for a tick that gets none.
pub(super) fn labels(positions: &[f64], limits: Limits) -> Vec<String> {
    let which = labelled(limits);
    positions.iter().map(|p| label(*p, which)).collect()
}

/// By how many powers of ten and how many decades the axis shows.
fn labelled(limits: Limits) -> Labelled {
    let (from, to) = (log_by_ratio(limits.lo), log_by_ratio(limits.hi));
    let powers = to.floor() - from.next_down().floor();
    if powers > 1.0 {
        Labelled::Powers
    } else if to - from > 0.4 {
        Labelled::Some
    } else {
        Labelled::All
    }
}

fn label(position: f64, which: Labelled) -> String {
    let log = log_by_ratio(position);
    if whole(log) {
        return format!("$10^{{{}}}$", log.round_ties_even() as i32);
    }
    let exponent = log.floor();
    let factor = libm::exp10(log - exponent);
    let shown = match which {
        Labelled::Powers => false,
        Labelled::Some => matches!(factor.round_ties_even() as i32, 1 | 2 | 3 | 4 | 6 | 10),
        Labelled::All => true,
    };
    if !shown {
        return String::new();
    }
    let digits = if whole(factor) { format!("{}", factor.round_ties_even()) } else { trimmed(&format!("{factor:.5}")) };
    format!("${digits}\\times10^{{{exponent}}}$")
}

/// The decimal logarithm as a quotient of natural ones: 1000 comes out just below 3. matplotlib counts with it, and so
/// labels 100 to 1000 as if it showed one power of ten; counted rightly, fewer labels would stand there than in its pictures.
fn log_by_ratio(x: f64) -> f64 {
    libm::log(x) / std::f64::consts::LN_10
}

fn whole(x: f64) -> bool {
    let nearest = x.round_ties_even();
    (x - nearest).abs() <= 1e-9 * x.abs().max(nearest.abs())
}

/// Takes out the minor ticks that stand where a major one stands.
pub(super) fn drop_doubles(minor: &mut Vec<f64>, major: &[f64], limits: Limits) {
    let near = (libm::log10(limits.hi) - libm::log10(limits.lo)) * 1e-5;
    minor.retain(|m| major.iter().all(|t| (libm::log10(*m) - libm::log10(*t)).abs() > near));
}

/// Only the ticks that an axis with these forward limits shows, with the slack of rounding on the log scale.
pub(super) fn within(ticks: Ticks, limits: Limits) -> Ticks {
    let (from, to) = (libm::log10(limits.lo), libm::log10(limits.hi));
    let slack = 1e-10 * (to - from);
    let (mut positions, mut labels) = (Vec::new(), Vec::new());
    for (position, label) in ticks.positions.into_iter().zip(ticks.labels) {
        let log = libm::log10(position);
        if log >= from - slack && log <= to + slack {
            positions.push(position);
            labels.push(label);
        }
    }
    Ticks { positions, labels, offset: ticks.offset }
}
