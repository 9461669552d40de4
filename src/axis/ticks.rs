//! Where the ticks of an axis stand and what is written beside them.

use super::formatter;
use super::locator;
use super::log::{self, Labelled};
use super::scale::Scale;
use super::tick_list::Ticks;
use crate::geom::Limits;

/// Which way an axis runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    /// Left to right: labels stand side by side.
    X,
    /// Upward: labels stand one above the other.
    Y,
}

/// Into how many intervals the ticks may divide an axis of this length, both in points: labels are taken to be at most
/// three times as wide as high, and lines of text to be two heights apart. 1 to 9.
#[must_use]
pub(crate) fn max_bins(length_pt: f32, font_pt: f32, axis: Direction) -> usize {
    let room = match axis {
        Direction::X => font_pt * 3.0,
        Direction::Y => font_pt * 2.0,
    };
    if room > 0.0 { ((length_pt / room).floor() as usize).clamp(1, 9) } else { 9 }
}

/// The ticks of a linear axis: at round distances (1, 2, 2.5 or 5 times a power of ten), in at most `max_bins`
/// intervals, at least two of them. Limits may run backward; limits that are not finite have no ticks.
#[must_use]
pub(crate) fn linear_ticks(limits: Limits, max_bins: usize) -> Ticks {
    let positions = linear_positions(limits, max_bins);
    let (labels, offset) = formatter::labels(&positions, limits);
    Ticks { positions, labels, offset }.within(limits)
}

fn linear_positions(limits: Limits, max_bins: usize) -> Vec<f64> {
    if limits.lo.is_finite() && limits.hi.is_finite() { locator::linear(limits, max_bins) } else { Vec::new() }
}

/// The major and the minor ticks of a log axis: powers of ten, at most `max_bins` of them, and their multiples between
/// them where there is room. Minor ticks have labels if the axis shows at most one power of ten; as many that there are
/// two labels at least. First those that matplotlib would choose, then such with ever fewer labels.
fn log_choices(limits: Limits, max_bins: usize) -> impl Iterator<Item = (Ticks, Ticks)> {
    let forward = Limits::new(limits.lo.min(limits.hi), limits.lo.max(limits.hi));
    let write = move |bins: usize, which: Labelled| {
        let (major, mut minor) = locator::log(forward, bins);
        log::drop_doubles(&mut minor, &major, forward);
        let with_labels = |positions: Vec<f64>| {
            let labels = log::labels(&positions, which);
            log::within(Ticks { positions, labels, offset: None }, forward)
        };
        (with_labels(major), with_labels(minor))
    };
    let mut choices: Vec<(usize, Labelled)> = Vec::new();
    if forward.lo > 0.0 && forward.hi.is_finite() {
        let usual = Labelled::of(forward);
        let enough = |which: &Labelled| *which >= usual && labels_of(&write(max_bins, *which)) >= 2;
        let first = Labelled::FEWER.into_iter().rev().find(enough).unwrap_or(Labelled::All);
        choices.extend(Labelled::FEWER.iter().filter(|which| **which <= first).map(|which| (max_bins, *which)));
        choices.extend((1..max_bins).rev().map(|bins| (bins, Labelled::Powers)));
    }
    let mut is_first = true;
    let written = choices.into_iter().map(move |(bins, which)| write(bins, which));
    written.filter(move |ticks| std::mem::take(&mut is_first) || labels_of(ticks) >= 2)
}

fn labels_of((major, minor): &(Ticks, Ticks)) -> usize {
    major.labelled() + minor.labelled()
}

/// The major and the minor ticks that an axis of either scale can have, from those that it has if there is room for their
/// labels to those with the fewest. A linear axis has no minor ones.
pub(crate) fn tick_choices(scale: Scale, limits: Limits, max_bins: usize) -> Box<dyn Iterator<Item = (Ticks, Ticks)>> {
    match scale {
        Scale::Linear => {
            let mut last = Vec::new();
            let differs = move |bins: &usize| {
                // most numbers of intervals give the distance of the one before
                let positions = linear_positions(limits, *bins);
                let differs = last.is_empty() || positions != last;
                last = positions;
                differs
            };
            Box::new((1..=max_bins).rev().filter(differs).map(move |n| (linear_ticks(limits, n), Ticks::default())))
        }
        Scale::Log => Box::new(log_choices(limits, max_bins)),
    }
}

/// Ticks at positions that were set, as far as the axis shows them, with labels as if the axis had chosen them, but as many
/// digits as tell them apart; or with the names that each was given.
#[must_use]
pub(crate) fn fixed_ticks(scale: Scale, at: &[f64], names: Option<&[String]>, limits: Limits) -> Ticks {
    let forward = Limits::new(limits.lo.min(limits.hi), limits.lo.max(limits.hi));
    if !(forward.lo.is_finite() && forward.hi.is_finite()) || scale == Scale::Log && forward.lo <= 0.0 {
        return Ticks::default();
    }
    let usable = |p: &f64| p.is_finite() && (scale == Scale::Linear || *p > 0.0);
    let positions: Vec<f64> = at.iter().copied().filter(usable).collect();
    let (labels, offset) = match (names, scale) {
        // one for each tick, so that two at one place keep their own
        (Some(names), _) => {
            (at.iter().zip(names).filter(|(p, _)| usable(p)).map(|(_, name)| name.clone()).collect(), None)
        }
        (None, Scale::Linear) => formatter::labels_of_chosen(&positions, forward),
        (None, Scale::Log) => (log::labels_of_chosen(&positions), None),
    };
    let ticks = Ticks { positions, labels, offset };
    if scale == Scale::Log { log::within(ticks, forward) } else { ticks.within(forward) }
}

#[cfg(test)]
mod tests;
