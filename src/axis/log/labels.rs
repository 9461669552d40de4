//! What is written beside the ticks of a log axis: matplotlib's `LogFormatterSciNotation`.

use crate::axis::decimal::floor_log10;
use crate::axis::formatter::trimmed;
use crate::geom::Limits;

/// Which multiples of powers of ten get a label; from few to all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Labelled {
    /// The powers themselves.
    Powers,
    /// 1 and 3.
    Pair,
    /// 1, 2 and 5.
    Few,
    /// 1, 2, 3, 4, 6: evenly spread on the scale.
    Some,
    /// All of them.
    All,
}

impl Labelled {
    /// matplotlib's choice: by how many powers of ten and how many decades the axis shows.
    pub(super) fn of(limits: Limits) -> Self {
        let (from, to) = (log_by_ratio(limits.lo), log_by_ratio(limits.hi));
        let powers = to.floor() - from.next_down().floor();
        if powers > 1.0 {
            Self::Powers
        } else if to - from > 0.4 {
            Self::Some
        } else {
            Self::All
        }
    }

    /// From all labels to those of powers only.
    pub(super) const FEWER: [Self; 5] = [Self::All, Self::Some, Self::Few, Self::Pair, Self::Powers];

    fn holds(self, factor: i32) -> bool {
        match self {
            Self::Powers => matches!(factor, 1 | 10),
            Self::Pair => matches!(factor, 1 | 3 | 10),
            Self::Few => matches!(factor, 1 | 2 | 5 | 10),
            Self::Some => matches!(factor, 1 | 2 | 3 | 4 | 6 | 10),
            Self::All => true,
        }
    }
}

/// The labels of ticks at positive positions; empty for a tick that gets none.
pub(super) fn labels(positions: &[f64], which: Labelled) -> Vec<String> {
    let decimals = decimals(positions);
    let mut labels = Vec::with_capacity(positions.len());
    for p in positions {
        labels.push(label(*p, which, decimals));
    }
    labels
}

/// The labels of positive positions that somebody chose: powers of ten as such, all others as their values.
pub(super) fn labels_of_chosen(positions: &[f64]) -> Vec<String> {
    let decimals = decimals(positions).max(9);
    let mut labels = Vec::with_capacity(positions.len());
    for p in positions {
        let (digits, exponent) = significand(*p, decimals);
        if digits == "1" {
            labels.push(math(&power(exponent)));
            continue;
        }
        let plain = plain(&digits, exponent);
        // letters as they are seen: a raised one counts like any other
        let letters = digits.len() + "×10".chars().count() + exponent.to_string().len();
        labels.push(if plain.len() <= letters { plain } else { math(&times_power(&digits, exponent)) });
    }
    labels
}

fn label(position: f64, which: Labelled, decimals: usize) -> String {
    let log = log_by_ratio(position);
    if whole(log) {
        return math(&power(log.round_ties_even() as i32));
    }
    let exponent = log.floor();
    let factor = libm::exp10(log - exponent);
    // matplotlib's own choice goes by what a factor is near to
    let usual = matches!(which, Labelled::Some | Labelled::Powers) || whole(factor);
    if which != Labelled::All && !(usual && which.holds(factor.round_ties_even() as i32)) {
        return String::new();
    }
    if whole(factor) && decimals <= FACTOR_DECIMALS {
        return math(&times_power(&format!("{}", factor.round_ties_even()), exponent as i32));
    }
    let (digits, exponent) = significand(position, decimals);
    math(&times_power(&digits, exponent))
}

/// So many decimals a factor has at most, unless ticks stand so close that it takes more.
const FACTOR_DECIMALS: usize = 5;

/// The decimals that tell the factors of these positions from each other.
fn decimals(positions: &[f64]) -> usize {
    let finest = |pair: &[f64]| {
        let (apart, large) = ((pair[1] - pair[0]).abs(), pair[0].abs().max(pair[1].abs()));
        if apart > 0.0 { floor_log10(large) - floor_log10(apart) + 1 } else { 0 }
    };
    let needed = positions.windows(2).map(finest).max().unwrap_or(0).clamp(0, 17) as usize;
    needed.max(FACTOR_DECIMALS)
}

/// A positive number as digits, 1 to 10, and a power of ten.
pub(in crate::axis) fn significand(value: f64, decimals: usize) -> (String, i32) {
    let text = format!("{value:.decimals$e}");
    let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    (trimmed(digits), exponent.parse().unwrap_or(0))
}

/// `1.5` and 2 as `150`.
fn plain(digits: &str, exponent: i32) -> String {
    let all = digits.replace('.', "");
    match usize::try_from(exponent) {
        Ok(before) if all.len() > before + 1 => format!("{}.{}", &all[..=before], &all[before + 1..]),
        Ok(before) => format!("{all:0<width$}", width = before + 1),
        Err(_) => format!("0.{}{all}", "0".repeat(exponent.unsigned_abs() as usize - 1)),
    }
}

fn times_power(digits: &str, exponent: i32) -> String {
    [digits, "\\times", &power(exponent)].concat()
}

/// As mathematics.
fn math(formula: &str) -> String {
    ["$", formula, "$"].concat()
}

/// `10^{-3}`, as mathematics.
pub(in crate::axis) fn power(exponent: i32) -> String {
    ["10^{", &exponent.to_string(), "}"].concat()
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
