//! The log scale.

mod labels;

use super::locator;
use super::rules::Rules;
use super::tick_list::TickList;
use crate::geom::Limits;

use labels::{Labelled, labels, labels_of_chosen};

pub(super) use labels::{power, significand};

pub(super) struct Log;

impl Rules for Log {
    fn transform(&self, value: f64) -> f64 {
        if value > 0.0 { libm::log10(value) } else { f64::NAN }
    }

    fn inverse(&self, t: f64) -> f64 {
        libm::exp10(t)
    }

    fn limits_of_nothing(&self) -> Option<Limits> {
        None
    }

    fn nonsingular(&self, limits: Limits, min_positive: f64) -> Limits {
        nonsingular(limits, min_positive)
    }

    fn is_even(&self) -> bool {
        false
    }

    fn choices(&self, limits: Limits, max_bins: usize) -> Box<dyn Iterator<Item = (TickList, TickList)>> {
        Box::new(choices(limits, max_bins))
    }

    fn has_minor(&self) -> bool {
        true
    }

    fn minor(&self, major: &[f64], limits: Limits, max_bins: usize) -> Vec<f64> {
        if limits.lo <= 0.0 {
            return Vec::new();
        }
        let (_, mut positions) = locator::log(limits, max_bins);
        drop_doubles(&mut positions, major, limits);
        let labels = vec![String::new(); positions.len()];
        self.within(TickList { positions, labels, offset: None }, limits).positions
    }

    fn labels(&self, positions: &[f64], _: Limits) -> (Vec<String>, Option<String>) {
        (labels_of_chosen(positions), None)
    }

    fn labels_of_chosen(&self, positions: &[f64], _: Limits) -> (Vec<String>, Option<String>) {
        (labels_of_chosen(positions), None)
    }

    fn within(&self, ticks: TickList, limits: Limits) -> TickList {
        within(ticks, limits)
    }
}

/// The major and the minor ticks of a log axis: powers of ten, at most `max_bins` of them, and their multiples between
/// them where there is room. Minor ticks have labels if the axis shows at most one power of ten; as many that there are
/// two labels at least. First those that matplotlib would choose, then such with ever fewer labels.
fn choices(limits: Limits, max_bins: usize) -> impl Iterator<Item = (TickList, TickList)> {
    let forward = Limits::new(limits.lo.min(limits.hi), limits.lo.max(limits.hi));
    let write = move |bins: usize, which: Labelled| {
        let (major, mut minor) = locator::log(forward, bins);
        drop_doubles(&mut minor, &major, forward);
        let with_labels = |positions: Vec<f64>| {
            let labels = labels(&positions, which);
            within(TickList { positions, labels, offset: None }, forward)
        };
        (with_labels(major), with_labels(minor))
    };
    let mut choices: Vec<(usize, Labelled)> = Vec::new();
    if forward.lo > 0.0 && forward.hi.is_finite() {
        let usual = Labelled::of(forward);
        let enough = |which: &Labelled| *which >= usual && labels_of(&write(max_bins, *which)) >= 2;
        let mut first = Labelled::All;
        for which in Labelled::FEWER.iter().rev() {
            if enough(which) {
                first = *which;
                break;
            }
        }
        for which in Labelled::FEWER {
            if which <= first {
                choices.push((max_bins, which));
            }
        }
        for bins in (1..max_bins).rev() {
            choices.push((bins, Labelled::Powers));
        }
    }
    let mut is_first = true;
    let written = choices.into_iter().map(move |(bins, which)| write(bins, which));
    written.filter(move |ticks| std::mem::take(&mut is_first) || labels_of(ticks) >= 2)
}

fn labels_of((major, minor): &(TickList, TickList)) -> usize {
    major.labelled() + minor.labelled()
}

fn nonsingular(limits: Limits, min_positive: f64) -> Limits {
    let Limits { mut lo, mut hi } = limits;
    let one_decade = Limits::new(1.0, 10.0);
    if !lo.is_finite() || !hi.is_finite() {
        return one_decade;
    }
    if hi < lo {
        std::mem::swap(&mut lo, &mut hi);
    }
    if hi <= 0.0 {
        return one_decade;
    }
    if lo <= 0.0 {
        lo = if min_positive.is_finite() && min_positive > 0.0 { min_positive.min(hi) } else { 1e-300_f64.min(hi) };
    }
    if libm::log10(lo) == libm::log10(hi) {
        // The powers of ten on either side, not counting itself.
        let exponent = libm::log10(lo);
        lo = libm::exp10(exponent.ceil() - 1.0).max(f64::MIN_POSITIVE);
        hi = libm::exp10(exponent.floor() + 1.0).min(f64::MAX);
    }
    Limits::new(lo, hi)
}

/// Takes out the minor ticks that stand where a major one stands.
fn drop_doubles(minor: &mut Vec<f64>, major: &[f64], limits: Limits) {
    let near = (libm::log10(limits.hi) - libm::log10(limits.lo)) * 1e-5;
    let mut logs = Vec::with_capacity(major.len());
    for t in major {
        logs.push(libm::log10(*t));
    }
    minor.retain(|m| {
        let log = libm::log10(*m);
        let mut apart = true;
        for t in &logs {
            apart &= (log - t).abs() > near;
        }
        apart
    });
}

/// Only the ticks that an axis with these forward limits shows, with the slack of rounding on the log scale.
fn within(mut ticks: TickList, limits: Limits) -> TickList {
    let (from, to) = (libm::log10(limits.lo), libm::log10(limits.hi));
    let slack = 1e-10 * (to - from);
    ticks.retain(&|position| {
        let log = libm::log10(position);
        log >= from - slack && log <= to + slack
    });
    ticks
}
