//! Dates on an axis: where ticks stand on a calendar, and what is written beside them.
//!
//! A moment is a number of seconds since the beginning of 1970 in UTC. In an `f64` a microsecond is told from the next for 272
//! years on either side, a millisecond in all years that there are dates of: 1 to 9999. Leap seconds have no number of their own.

mod concise;
mod letters;
mod locator;
mod said;
mod step;

use super::TickList;
use super::choose::Choices;
use crate::calendar::{self, Civil, DAY, YEARS, days};
use crate::geom::Limits;
use step::{Step, TOO_MANY, Unit};

pub(in crate::axis) use letters::unknown;

/// Which dates have ticks.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Dates {
    /// By how many minutes the clock is ahead of UTC.
    utc_offset: i32,
    /// So many intervals at least.
    least: Option<i64>,
    /// So many ticks at most, before any are left out for want of room.
    most: Option<i64>,
    /// How far they are apart, where that was said.
    step: Option<Step>,
}

impl Dates {
    /// The ticks that an axis has if there is room for their labels, and then such as are farther apart; where it was said how far they
    /// are apart, fewer labels. They are written as `pattern` says, or short.
    pub(super) fn choices<'a>(&'a self, pattern: Option<&'a str>, limits: Limits) -> Choices<'a> {
        let Some((lo, hi)) = self.range(limits) else { return Box::new(std::iter::empty()) };
        let slack = grain(limits);
        // an end that was rounded takes no whole unit from the span
        let rounded = if hi - lo >= calendar::SECOND { slack } else { 0 };
        let first = self
            .step
            .unwrap_or_else(|| locator::choose(lo, hi + rounded, self.least.unwrap_or(locator::MIN_TICKS), self.most));
        let mut steps = locator::ladder(first);
        steps.retain(|step| (hi - lo) / step.about() < TOO_MANY as i64);
        let between = move |step: Step| step.between(lo - slack / 2, hi + slack / 2);
        // those that were asked for have ticks in any case, unless they are too many
        let asked = self.step.is_some().then(|| steps.first().map_or_else(Vec::new, |step| between(*step)));
        let backward = limits.lo > limits.hi;
        // of every second day, once more without the last of a month
        let mut tries = Vec::with_capacity(steps.len() + 4);
        for step in steps {
            tries.push((step, false));
            if step.unit == Unit::Day && step.every > 1 {
                tries.push((step, true));
            }
        }
        let (mut tries, mut is_first) = (tries.into_iter(), true);
        let next = move || {
            for (step, without_ends) in tries.by_ref() {
                let mut ticks = between(step);
                if without_ends && !drop_ends_of_months(&mut ticks) {
                    continue;
                }
                if !std::mem::take(&mut is_first) && ticks.len() < 2 {
                    return None;
                }
                let all = asked.as_deref().unwrap_or(&ticks);
                if let Some(list) = self.written(all, &ticks, pattern, step.unit.level(), backward) {
                    return Some((list, TickList::default()));
                }
            }
            None
        };
        Box::new(std::iter::from_fn(next))
    }

    /// What is written beside moments, and what that leaves out.
    pub(super) fn labels(&self, pattern: Option<&str>, at: &[f64], limits: Limits) -> (Vec<String>, Option<String>) {
        let mut local = Vec::with_capacity(at.len());
        for &value in at {
            local.push(self.local(value));
        }
        let mut seen = local.clone();
        // short ones leave to the end of the axis what the last that it shows has in common with the others
        if let (None, Some((lo, hi))) = (pattern, self.range(limits)) {
            let slack = grain(limits) + (hi - lo) / 1_000_000_000;
            seen.retain(|at| *at >= lo - slack && *at <= hi + slack);
        }
        match self.written(&local, &seen, pattern, Unit::Day.level(), limits.lo > limits.hi) {
            Some(list) => (list.labels, list.offset),
            None => (Vec::new(), None),
        }
    }

    /// The widest labels that may come in place of these when the axis moves.
    pub(super) fn widest(&self, pattern: Option<&str>, shown: &TickList) -> Vec<String> {
        let mut at = Vec::with_capacity(shown.positions.len());
        for (position, label) in shown.positions.iter().zip(&shown.labels) {
            if !label.is_empty() {
                at.push(Civil::of(self.local(*position)));
            }
        }
        match pattern {
            Some(pattern) => self.each(pattern, &letters::widest()),
            None => concise::widest(&at),
        }
    }

    /// The ticks between these, if there is a shorter step.
    pub(super) fn between(&self, major: &[f64]) -> Option<Self> {
        let mut gap = f64::INFINITY;
        for pair in major.windows(2) {
            gap = gap.min((pair[1] - pair[0]).abs());
        }
        let step = step::within((gap * 1e6) as i64)?;
        Some(Self { utc_offset: self.utc_offset, step: Some(step), ..Self::default() })
    }

    /// The ends of an axis on its own clock, as far as there are dates.
    fn range(&self, limits: Limits) -> Option<(i64, i64)> {
        if !(limits.lo.is_finite() && limits.hi.is_finite()) {
            return None;
        }
        let (lo, hi) = (self.local(limits.lo.min(limits.hi)), self.local(limits.lo.max(limits.hi)));
        (lo < hi).then_some((lo, hi))
    }

    /// A moment on the clock of the axis, in microseconds; the nearest that there is a date of.
    fn local(&self, seconds: f64) -> i64 {
        let (first, last) = (days(YEARS.0, 1, 1) * DAY, days(YEARS.1 + 1, 1, 1) * DAY - 1);
        let micros = (seconds * 1e6).round_ties_even() as i64;
        micros.saturating_add(i64::from(self.utc_offset) * calendar::MINUTE).clamp(first, last)
    }

    /// The number of a moment on the clock of the axis.
    fn number(&self, local: i64) -> f64 {
        seconds(local - i64::from(self.utc_offset) * calendar::MINUTE)
    }

    /// Ticks at all of these, with labels at some; `None` if there are no ticks at some of those that have labels.
    fn written(
        &self,
        all: &[i64],
        some: &[i64],
        pattern: Option<&str>,
        level: usize,
        backward: bool,
    ) -> Option<TickList> {
        let mut at = Vec::with_capacity(some.len());
        for &micros in some {
            at.push(Civil::of(micros));
        }
        let (written, offset) = match pattern {
            Some(pattern) => (self.each(pattern, &at), None),
            None => concise::labels(&at, level, backward),
        };
        let mut list = TickList { offset, ..TickList::default() };
        let mut written = some.iter().zip(written).peekable();
        for &micros in all {
            list.positions.push(self.number(micros));
            let label = written.next_if(|(place, _)| **place == micros);
            list.labels.push(label.map_or_else(String::new, |(_, label)| label));
        }
        written.next().is_none().then_some(list)
    }

    fn each(&self, pattern: &str, moments: &[Civil]) -> Vec<String> {
        let mut written = Vec::with_capacity(moments.len());
        for at in moments {
            let mut text = String::new();
            letters::write(pattern, *at, self.utc_offset, &mut text);
            written.push(text);
        }
        written
    }
}

/// Microseconds since 1970 as seconds: whole ones are exact.
fn seconds(micros: i64) -> f64 {
    micros.div_euclid(calendar::SECOND) as f64 + micros.rem_euclid(calendar::SECOND) as f64 / 1e6
}

/// What rounding may do to the length of an axis, in microseconds.
fn grain(limits: Limits) -> i64 {
    let largest = limits.lo.abs().max(limits.hi.abs());
    let ulp = largest.next_up() - largest;
    ((ulp * 2e6).ceil() as i64).clamp(1, calendar::SECOND)
}

/// Takes out the ticks that are nearer to the first of the next month than others to each other, if there are any: of every
/// second day the 31st.
fn drop_ends_of_months(ticks: &mut Vec<i64>) -> bool {
    let before = ticks.len();
    let mut usual = 0;
    for pair in ticks.windows(2) {
        usual = usual.max(pair[1] - pair[0]);
    }
    let mut k = 1;
    while k < ticks.len() {
        if ticks[k] - ticks[k - 1] < usual && Civil::of(ticks[k]).day == 1 {
            ticks.remove(k - 1);
        } else {
            k += 1;
        }
    }
    ticks.len() < before
}

#[cfg(test)]
mod tests;
