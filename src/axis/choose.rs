//! Where the ticks of an axis stand and what is written beside them.

use super::format::Format;
use super::scale::Scale;
use super::tick_list::TickList;
use super::ticks::{Locator, Ticks};
use super::{locator, minor};
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
/// three times as wide as high, and lines of text to be two heights apart. 1 to 200; all scales but one have 9 at most.
#[must_use]
pub(crate) fn max_bins(length_pt: f32, font_pt: f32, axis: Direction) -> usize {
    let room = match axis {
        Direction::X => font_pt * 3.0,
        Direction::Y => font_pt * 2.0,
    };
    if room > 0.0 { ((length_pt / room).floor() as usize).clamp(1, MOST_BINS) } else { USUAL_BINS }
}

/// What was said of the ticks of an axis.
#[derive(Clone, Copy)]
pub(crate) struct Said<'a> {
    pub(crate) scale: &'a Scale,
    pub(crate) ticks: &'a Ticks,
    /// How values are written, where the ticks do not say it.
    pub(crate) format: &'a Format,
}

impl<'a> Said<'a> {
    fn format(self) -> &'a Format {
        self.ticks.format.as_ref().unwrap_or(self.format)
    }

    /// The major and the minor ticks that the axis can have, from those that it has if there is room for their labels, in at most `max_bins`
    /// intervals, to those with the fewest. Ticks at places that were set are the only choice.
    pub(crate) fn choices(self, limits: Limits, max_bins: usize) -> Choices<'a> {
        let Self { scale, ticks, .. } = self;
        let format = self.format();
        let max_bins = if *scale == Scale::Logit { max_bins } else { max_bins.min(USUAL_BINS) };
        let alone = |ticks| -> Choices<'a> { Box::new(std::iter::once((ticks, TickList::default()))) };
        match &ticks.locator {
            Locator::Auto if format.is_own() => scale.rules().choices(limits, max_bins),
            Locator::Auto if scale.rules().is_even() => {
                even(self, limits, max_bins, &|limits, bins| locator::linear(limits, bins))
            }
            Locator::Auto => formatted(self, scale.rules().choices(limits, max_bins), limits, false),
            Locator::Count { most, whole } => {
                let (most, whole) = (*most, *whole);
                let bins = most.unwrap_or(max_bins);
                if !scale.rules().is_even() {
                    return formatted(self, scale.rules().choices(limits, bins), limits, whole);
                }
                even(self, limits, bins, &|limits, bins| locator::counted(limits, bins, most.is_some(), whole))
            }
            Locator::Every { step, offset } => {
                let all = labelled(self, locator::every(forward(limits), *step, *offset), limits);
                let number = move |p: f64| ((p - *offset) / *step).round_ties_even();
                Box::new(FEWER.into_iter().filter_map(move |every| {
                    let mut ticks = all.clone();
                    // always the same ones, so that labels do not jump where limits move
                    for (p, label) in all.positions.iter().zip(&mut ticks.labels) {
                        if number(*p) % every != 0.0 {
                            label.clear();
                        }
                    }
                    let n = ticks.labelled();
                    // more have no room anywhere
                    (n < 250 && (every == 1.0 || n > 1)).then(|| (ticks, TickList::default()))
                }))
            }
            Locator::Dates(dates) => match format.pattern() {
                Some(pattern) => dates.choices(pattern, limits),
                None => formatted(self, dates.choices(None, limits), limits, false),
            },
            Locator::At { places, names, .. } => alone(fixed_ticks(scale, places, names.as_deref(), format, limits)),
        }
    }

    /// Labels as wide as any that may come in place of these when the axis moves: there is room for them, too, so that an axis that moves
    /// does not have fewer ticks now and then.
    pub(crate) fn widest(self, shown: &TickList) -> Vec<String> {
        match (&self.ticks.locator, self.format().pattern()) {
            (Locator::Dates(dates), Some(pattern)) => dates.widest(pattern, shown),
            _ => Vec::new(),
        }
    }

    /// Where these are minor ticks, between the major ones at `major`, with what is written there if anything was said of that. `max_bins` is
    /// how many intervals of the major ones there is room for.
    pub(crate) fn minor(self, major: &[f64], limits: Limits, max_bins: usize) -> TickList {
        let limits = forward(limits);
        if !(limits.lo.is_finite() && limits.hi.is_finite()) {
            return TickList::default();
        }
        let mut minor = TickList::default();
        match &self.ticks.locator {
            Locator::Auto => minor.positions = self.scale.rules().minor(major, limits, max_bins.min(USUAL_BINS)),
            Locator::Count { most, whole } if self.scale.rules().is_even() => {
                let mut positions = minor::divided(major, limits, *most);
                positions.retain(|p| !whole || is_whole(*p));
                let labels = vec![String::new(); positions.len()];
                minor = self.scale.rules().within(TickList { positions, labels, offset: None }, limits);
            }
            Locator::Count { whole, .. } => {
                minor.positions = self.scale.rules().minor(major, limits, max_bins.min(USUAL_BINS));
                minor.positions.retain(|p| !whole || is_whole(*p));
            }
            Locator::Every { .. } | Locator::At { .. } | Locator::Dates(_) => {
                minor = self.choices(limits, max_bins).next().unwrap_or_default().0;
                let map = |value: f64| self.scale.transform(value);
                let near = 2e-5 * self.scale.half_span(limits).abs();
                minor.retain(&|p| major.iter().all(|m| (map(*m) - map(p)).abs() > near));
            }
        }
        if self.ticks.names().is_none() {
            minor.labels = match &self.ticks.format {
                Some(format) => format.whole().labels(self.scale, &minor.positions, limits, true).0,
                None => vec![String::new(); minor.positions.len()],
            };
        }
        minor
    }
}

/// Every how many multiples there is a label, where there is no room for all.
const FEWER: [f64; 13] = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1e3, 2e3, 5e3, 1e4];

/// Ticks of both kinds, one choice after the other.
pub(crate) type Choices<'a> = Box<dyn Iterator<Item = (TickList, TickList)> + 'a>;

fn forward(limits: Limits) -> Limits {
    Limits::new(limits.lo.min(limits.hi), limits.lo.max(limits.hi))
}

/// Ticks at these positions, some of which may lie beyond the limits, as far as the axis shows them.
fn labelled(said: Said<'_>, positions: Vec<f64>, limits: Limits) -> TickList {
    let rules = said.scale.rules();
    let (labels, offset) = said.format().labels(said.scale, &positions, limits, false);
    let mut ticks = rules.within(TickList { positions, labels, offset }, forward(limits));
    ticks.retain(&|p| rules.transform(p).is_finite());
    ticks
}

/// Choices of ticks at even distances, in fewer and fewer intervals.
fn even<'a>(said: Said<'a>, limits: Limits, most: usize, at: &dyn Fn(Limits, usize) -> Vec<f64>) -> Choices<'a> {
    let mut all: Vec<Vec<f64>> = Vec::new();
    if limits.lo.is_finite() && limits.hi.is_finite() {
        // more than an axis has room for are not asked for
        for bins in (1..=most.min(MOST_BINS)).rev() {
            let positions = at(limits, bins);
            // most numbers of intervals give the distance of the one before
            if all.last() != Some(&positions) {
                all.push(positions);
            }
        }
    }
    Box::new(all.into_iter().map(move |positions| (labelled(said, positions, limits), TickList::default())))
}

/// More intervals than any axis is divided into.
const MOST_BINS: usize = 200;

/// As many as there are where nobody asks for more.
const USUAL_BINS: usize = 9;

/// Whether a number is whole, as far as it is exact.
fn is_whole(p: f64) -> bool {
    (p - p.round_ties_even()).abs() <= 1e-9 * p.abs()
}

/// The same choices, their labels written as it was said; without what is between whole numbers, if so.
fn formatted<'a>(said: Said<'a>, choices: Choices<'a>, limits: Limits, whole: bool) -> Choices<'a> {
    let own = said.format().is_own();
    let again = move |(mut major, mut minor): (TickList, TickList)| {
        if whole && major.positions.iter().chain(&minor.positions).filter(|p| is_whole(**p)).count() > 1 {
            major.retain(&is_whole);
            minor.retain(&is_whole);
        }
        if !own {
            // of all that have labels at once, since what they leave out is said once
            let mut all = Vec::new();
            for ticks in [&major, &minor] {
                for (p, label) in ticks.positions.iter().zip(&ticks.labels) {
                    if !label.is_empty() {
                        all.push(*p);
                    }
                }
            }
            all.sort_unstable_by(f64::total_cmp);
            let (labels, offset) = said.format().labels(said.scale, &all, limits, true);
            for ticks in [&mut major, &mut minor] {
                for (p, label) in ticks.positions.iter().zip(&mut ticks.labels) {
                    if let (false, Ok(at)) = (label.is_empty(), all.binary_search_by(|q| q.total_cmp(p))) {
                        label.clone_from(&labels[at]);
                    }
                }
            }
            major.offset = offset;
        }
        (major, minor)
    };
    Box::new(choices.map(again))
}

/// Ticks at positions that were set, as far as the axis shows them, with labels as if the axis had chosen them, but as many
/// digits as tell them apart; or with the names that each was given.
#[must_use]
pub(crate) fn fixed_ticks(
    scale: &Scale,
    at: &[f64],
    names: Option<&[String]>,
    format: &Format,
    limits: Limits,
) -> TickList {
    let forward = forward(limits);
    let has_place = |value: f64| value.is_finite() && scale.transform(value).is_finite();
    if !(has_place(forward.lo) && has_place(forward.hi)) {
        return TickList::default();
    }
    let (mut positions, mut labels, mut offset) = (Vec::new(), Vec::new(), None);
    for (k, p) in at.iter().enumerate() {
        if has_place(*p) {
            positions.push(*p);
            // one for each tick, so that two at one place keep their own
            if let Some(names) = names
                && k < names.len()
            {
                labels.push(names[k].clone());
            }
        }
    }
    if names.is_none() {
        (labels, offset) = format.labels(scale, &positions, limits, true);
    }
    scale.rules().within(TickList { positions, labels, offset }, forward)
}

#[cfg(test)]
pub(super) mod tests;
