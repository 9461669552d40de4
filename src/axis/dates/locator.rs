//! Which dates have ticks: matplotlib's `AutoDateLocator`.

use super::step::{Step, Unit};
use crate::calendar::{Civil, DAY, HOUR, MINUTE, SECOND};

/// There are at least so many intervals, if the unit is to be counted in.
pub(super) const MIN_TICKS: i64 = 5;

/// At most so many ticks, of each unit.
const MAX_TICKS: [i64; 7] = [11, 12, 11, 12, 11, 11, 8];

/// The step that an axis from `lo` to `hi` has: in the longest unit of which there are `least` at least, the first
/// of its steps that gives no more ticks than there may be: `most`, or as many as suit the unit.
pub(super) fn choose(lo: i64, hi: i64, least: i64, most: Option<i64>) -> Step {
    let counts = counts(lo, hi);
    for (k, unit) in Unit::ALL.into_iter().enumerate() {
        if counts[k] >= least || unit == Unit::Micro {
            // fewer than that many microseconds: every one
            let count = if counts[k] >= least { counts[k] } else { 0 };
            let ticks = most.unwrap_or(MAX_TICKS[k]);
            let mut every = 1;
            for &step in unit.steps() {
                every = step;
                if count <= step * (ticks - 1) {
                    break;
                }
            }
            return Step { unit, every };
        }
    }
    Step { unit: Unit::Micro, every: 1 }
}

/// That step, and wider ones after it.
pub(super) fn ladder(first: Step) -> Vec<Step> {
    let mut ladder = vec![first];
    let weeks = (first.unit == Unit::Week).then_some(Unit::Week);
    for unit in weeks.into_iter().chain(Unit::ALL.into_iter().rev()) {
        for &every in unit.steps() {
            let step = Step { unit, every };
            if step.about() > ladder[ladder.len() - 1].about() {
                ladder.push(step);
            }
        }
    }
    ladder
}

/// How many whole years, months, days, ... there are.
fn counts(lo: i64, hi: i64) -> [i64; 7] {
    let months = i64::from(whole_months(lo, hi));
    let span = hi - lo;
    [months / 12, months, span / DAY, span / HOUR, span / MINUTE, span / SECOND, span]
}

/// How many months can be added to one moment without passing the other.
fn whole_months(lo: i64, hi: i64) -> i32 {
    let (from, to) = (Civil::of(lo), Civil::of(hi));
    let months = (to.year - from.year) * 12 + to.month - from.month;
    if from.months_later(months).micros() > hi { months - 1 } else { months }
}
