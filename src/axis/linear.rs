//! The linear scale.

use super::formatter;
use super::locator::{self, nonsingular};
use super::minor;
use super::rules::Rules;
use super::tick_list::TickList;
use crate::geom::Limits;

pub(super) struct Linear;

impl Rules for Linear {
    fn transform(&self, value: f64) -> f64 {
        value
    }

    fn inverse(&self, t: f64) -> f64 {
        t
    }

    fn limits_of_nothing(&self) -> Option<Limits> {
        Some(Limits::new(0.0, 1.0))
    }

    fn nonsingular(&self, limits: Limits, _: f64) -> Limits {
        // closer together than a few neighbouring numbers there is nothing to see between them
        nonsingular(limits, 0.05, 1e-15)
    }

    fn is_even(&self) -> bool {
        true
    }

    fn choices(&self, limits: Limits, max_bins: usize) -> Box<dyn Iterator<Item = (TickList, TickList)>> {
        let mut last = Vec::new();
        let next = move |bins: usize| {
            // most numbers of intervals give the distance of the one before
            let positions = linear_positions(limits, bins);
            if positions == last && !last.is_empty() {
                return None;
            }
            last.clone_from(&positions);
            Some((labelled(positions, limits), TickList::default()))
        };
        Box::new((1..=max_bins).rev().filter_map(next))
    }

    fn has_minor(&self) -> bool {
        false
    }

    fn minor(&self, major: &[f64], limits: Limits, _: usize) -> Vec<f64> {
        minor::between(major, limits)
    }

    fn labels(&self, positions: &[f64], limits: Limits) -> (Vec<String>, Option<String>) {
        formatter::labels(positions, limits)
    }

    fn labels_of_chosen(&self, positions: &[f64], limits: Limits) -> (Vec<String>, Option<String>) {
        formatter::labels_of_chosen(positions, limits)
    }

    fn within(&self, ticks: TickList, limits: Limits) -> TickList {
        ticks.within(limits)
    }
}

/// The ticks of a linear axis: at round distances (1, 2, 2.5 or 5 times a power of ten), in at most `max_bins`
/// intervals, at least two of them. Limits may run backward; limits that are not finite have no ticks.
#[must_use]
pub(super) fn linear_ticks(limits: Limits, max_bins: usize) -> TickList {
    labelled(linear_positions(limits, max_bins), limits)
}

fn labelled(positions: Vec<f64>, limits: Limits) -> TickList {
    let (labels, offset) = formatter::labels(&positions, limits);
    TickList { positions, labels, offset }.within(limits)
}

fn linear_positions(limits: Limits, max_bins: usize) -> Vec<f64> {
    if limits.lo.is_finite() && limits.hi.is_finite() { locator::linear(limits, max_bins) } else { Vec::new() }
}
