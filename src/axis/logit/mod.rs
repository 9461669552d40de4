//! The logit scale: logarithmic near zero and near one.

mod labels;

use super::decimal::pow10;
use super::locator;
use super::rules::Rules;
use super::tick_list::TickList;
use crate::geom::Limits;

pub(super) struct Logit;

/// How near limits come to zero and one where no data says it.
const STANDARD: f64 = 1e-7;

impl Rules for Logit {
    fn transform(&self, value: f64) -> f64 {
        if value > 0.0 && value < 1.0 { libm::log10(value / (1.0 - value)) } else { f64::NAN }
    }

    fn inverse(&self, t: f64) -> f64 {
        1.0 / (1.0 + libm::exp10(-t))
    }

    fn limits_of_nothing(&self) -> Option<Limits> {
        None
    }

    fn nonsingular(&self, limits: Limits, min_positive: f64) -> Limits {
        let (mut lo, mut hi) = (limits.lo.min(limits.hi), limits.lo.max(limits.hi));
        let nothing = Limits::new(STANDARD, 1.0 - STANDARD);
        if !lo.is_finite() || !hi.is_finite() || hi <= 0.0 || lo >= 1.0 {
            return nothing;
        }
        let least = if min_positive < 1.0 && min_positive > 0.0 { min_positive } else { STANDARD };
        if lo <= 0.0 {
            lo = least.min(hi);
        }
        if hi >= 1.0 {
            // the number below 1 is as near as one can come
            hi = (1.0 - least).min(1.0_f64.next_down()).max(lo);
        }
        let even = |v| self.transform(v);
        if lo == hi || even(lo) == even(hi) {
            let least = 0.1 * lo.min(1.0 - lo);
            (lo, hi) = (least, 1.0 - least);
        }
        if lo < hi && even(lo).is_finite() && even(hi).is_finite() { Limits::new(lo, hi) } else { nothing }
    }

    fn is_even(&self) -> bool {
        false
    }

    fn choices(&self, limits: Limits, max_bins: usize) -> Box<dyn Iterator<Item = (TickList, TickList)>> {
        let forward = Limits::new(limits.lo.min(limits.hi), limits.lo.max(limits.hi));
        let most = if forward.lo > 0.0 && forward.hi < 1.0 { max_bins.max(2) } else { 0 };
        let write = move |bins: usize, minor_labels: bool| {
            let all = Places::of(forward, bins);
            let major = Logit.written(all.major, forward, &labels::major);
            let minor = Logit.written(all.minor, forward, &|at| match minor_labels {
                true => labels::minor(at),
                false => vec![String::new(); at.len()],
            });
            (major, minor)
        };
        let mut is_first = true;
        let all = (1..=most).rev().flat_map(move |bins| [true, false].into_iter().map(move |minor| write(bins, minor)));
        Box::new(
            all.filter(move |(major, minor)| std::mem::take(&mut is_first) || major.labelled() + minor.labelled() >= 2),
        )
    }

    fn has_minor(&self) -> bool {
        true
    }

    fn minor(&self, major: &[f64], limits: Limits, max_bins: usize) -> Vec<f64> {
        if limits.lo <= 0.0 || limits.hi >= 1.0 {
            return Vec::new();
        }
        let mut minor = self.written(Places::of(limits, max_bins).minor, limits, &|at| vec![String::new(); at.len()]);
        let near = 1e-5 * (self.transform(limits.hi) - self.transform(limits.lo));
        minor.retain(&|p| major.iter().all(|m| (self.transform(*m) - self.transform(p)).abs() > near));
        minor.positions
    }

    fn labels(&self, positions: &[f64], limits: Limits) -> (Vec<String>, Option<String>) {
        self.labels_of_chosen(positions, limits)
    }

    fn labels_of_chosen(&self, positions: &[f64], _: Limits) -> (Vec<String>, Option<String>) {
        (labels::major(positions), None)
    }

    fn within(&self, mut ticks: TickList, limits: Limits) -> TickList {
        let (from, to) = (self.transform(limits.lo), self.transform(limits.hi));
        let slack = 1e-10 * (to - from);
        ticks.retain(&|p| {
            let at = self.transform(p);
            at >= from - slack && at <= to + slack
        });
        ticks
    }
}

impl Logit {
    fn written(&self, positions: Vec<f64>, limits: Limits, write: &dyn Fn(&[f64]) -> Vec<String>) -> TickList {
        let labels = write(&positions);
        self.within(TickList { positions, labels, offset: None }, limits)
    }
}

/// Where ticks stand, some of them beyond the limits: matplotlib's `LogitLocator`.
struct Places {
    major: Vec<f64>,
    minor: Vec<f64>,
}

impl Places {
    fn of(limits: Limits, bins: usize) -> Self {
        let bins = bins.max(2) as i32;
        let Limits { lo, hi } = limits;
        // 10^-2, 10^-1, 1/2, 1-10^-1, 1-10^-2 have the numbers -2 to 2
        let from = if lo < 0.5 {
            libm::log10(lo).floor() as i32
        } else if lo < 0.9 {
            0
        } else {
            -(libm::log10(1.0 - lo).ceil() as i32)
        };
        let to = if hi <= 0.5 {
            libm::log10(hi).ceil() as i32
        } else if hi <= 0.9 {
            1
        } else {
            -(libm::log10(1.0 - hi).floor() as i32)
        };
        let ideals = to - from - 1;
        let mut places = Self { major: Vec::new(), minor: Vec::new() };
        if ideals < 2 {
            // so near that even distances are good enough
            places.major = locator::logit(limits, bins as usize);
            return places;
        }
        let every = if ideals > bins { (ideals + bins - 1) / bins } else { 1 };
        for number in from..=to {
            if number.rem_euclid(every) == 0 { &mut places.major } else { &mut places.minor }.push(ideal(number));
        }
        if every == 1 {
            for number in from..to {
                between(number, &mut places.minor);
            }
        }
        places
    }
}

/// The place with this number.
fn ideal(number: i32) -> f64 {
    match number {
        0 => 0.5,
        n if n < 0 => pow10(n),
        n => 1.0 - pow10(-n),
    }
}

/// The ticks between this place and the next.
fn between(number: i32, minor: &mut Vec<f64>) {
    match number {
        -1 => minor.extend([0.2, 0.3, 0.4]),
        0 => minor.extend([0.6, 0.7, 0.8]),
        n if n < -1 => {
            for k in 2..10 {
                minor.push(f64::from(k) * pow10(n));
            }
        }
        n => {
            for k in (2..10).rev() {
                minor.push(1.0 - f64::from(k) * pow10(-n - 1));
            }
        }
    }
}

#[cfg(test)]
mod tests;
