//! How far ticks are apart on a calendar.

use crate::calendar::{Civil, DAY, HOUR, MINUTE, SECOND, YEARS, days_in_month};

/// What ticks are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Year,
    Month,
    Week,
    Day,
    Hour,
    Minute,
    Second,
    Micro,
}

impl Unit {
    /// From the longest to the shortest of those that an axis chooses from.
    pub(super) const ALL: [Self; 7] =
        [Self::Year, Self::Month, Self::Day, Self::Hour, Self::Minute, Self::Second, Self::Micro];

    /// How many of it ticks may be apart, ascending: matplotlib's, so that they fall on the same months of every year, days
    /// of every month, and so on.
    pub(super) const fn steps(self) -> &'static [i64] {
        match self {
            Self::Year => &[1, 2, 4, 5, 10, 20, 40, 50, 100, 200, 400, 500, 1000, 2000, 4000, 5000, 10_000],
            Self::Month => &[1, 2, 3, 4, 6],
            Self::Week => &[1, 2, 4, 8, 16, 32],
            Self::Day => &[1, 2, 4, 7, 14],
            Self::Hour => &[1, 2, 3, 4, 6, 12],
            Self::Minute | Self::Second => &[1, 5, 10, 15, 30],
            Self::Micro => &[
                1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000,
                500_000, 1_000_000,
            ],
        }
    }

    /// Which part of a date changes from one to the next: 0 is the year, 5 the seconds.
    pub(super) const fn level(self) -> usize {
        match self {
            Self::Year => 0,
            Self::Month => 1,
            Self::Week | Self::Day => 2,
            Self::Hour => 3,
            Self::Minute => 4,
            Self::Second | Self::Micro => 5,
        }
    }

    /// In microseconds; 0 for months and years, which are not equally long.
    const fn length(self) -> i64 {
        match self {
            Self::Year | Self::Month => 0,
            Self::Week => 7 * DAY,
            Self::Day => DAY,
            Self::Hour => HOUR,
            Self::Minute => MINUTE,
            Self::Second => SECOND,
            Self::Micro => 1,
        }
    }
}

/// Every so many years, months, ...: those that are multiples of the number in the next longer unit, so that the ticks of an
/// axis that moves stay where they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) unit: Unit,
    pub(super) every: i64,
}

/// More ticks than any axis has.
pub(super) const TOO_MANY: usize = 1000;

impl Step {
    /// The moments of this step from `lo` to `hi`, ascending; at most so many as an axis may have.
    pub(super) fn between(self, lo: i64, hi: i64) -> Vec<i64> {
        let mut found = Vec::new();
        let mut add = |micros: i64| {
            if micros >= lo && micros <= hi && found.len() < TOO_MANY {
                found.push(micros);
            }
            micros <= hi && found.len() < TOO_MANY
        };
        let (from, every) = (Civil::of(lo), self.every.max(1));
        match self.unit {
            Unit::Year => {
                let mut year = i64::from(from.year).div_euclid(every) * every;
                while year <= i64::from(YEARS.1)
                    && (year < i64::from(YEARS.0) || add(Civil::midnight(year as i32, 1, 1).micros()))
                {
                    year += every;
                }
            }
            Unit::Month => {
                let mut first = Civil::midnight(from.year, 1, 1);
                let mut within = true;
                while within && first.year <= YEARS.1 {
                    for month in (1..=12).step_by(every as usize) {
                        first.month = month;
                        within = within && add(first.micros());
                    }
                    first.year += 1;
                }
            }
            Unit::Day => {
                let mut first = Civil::midnight(from.year, from.month, 1);
                let mut within = true;
                while within && first.year <= YEARS.1 {
                    // of weeks and fortnights the last would be next to the first of the next month
                    let last = match every {
                        7 => 22,
                        14 => 15,
                        _ => days_in_month(first.year, first.month),
                    };
                    for day in (1..=last).step_by(every as usize) {
                        within = within && add(Civil { day, ..first }.micros());
                    }
                    first = first.months_later(1);
                }
            }
            // the first Monday of 1970 was its 5th day
            Unit::Week => clock(lo - 4 * DAY, 7 * DAY * every, 7 * DAY * every, &mut |micros| add(micros + 4 * DAY)),
            Unit::Hour => clock(lo, HOUR * every, DAY, &mut add),
            Unit::Minute => clock(lo, MINUTE * every, HOUR, &mut add),
            Unit::Second => clock(lo, SECOND * every, MINUTE, &mut add),
            Unit::Micro => clock(lo, every, DAY, &mut add),
        }
        found
    }

    /// How long it is, about, in microseconds.
    pub(super) fn about(self) -> i64 {
        self.every
            * match self.unit {
                Unit::Year => 365 * DAY,
                Unit::Month => 30 * DAY,
                unit => unit.length(),
            }
    }
}

/// The step of the small ticks between large ones that are so many microseconds apart; `None` where there is nothing shorter.
pub(super) fn within(gap: i64) -> Option<Step> {
    let quarter = 89 * DAY..=93 * DAY;
    if quarter.contains(&gap) {
        return Some(Step { unit: Unit::Month, every: 1 });
    }
    let mut found: Option<Step> = None;
    for unit in Unit::ALL {
        for &every in unit.steps() {
            let shorter = Step { unit, every };
            if shorter.about() <= gap / 4 && found.is_none_or(|found| found.about() < shorter.about()) {
                found = Some(shorter);
            }
        }
    }
    found
}

/// Multiples of a step, counted anew in each `whole`, until there are enough.
fn clock(lo: i64, step: i64, whole: i64, add: &mut dyn FnMut(i64) -> bool) {
    let mut begin = lo.div_euclid(whole) * whole;
    let mut within = (lo - begin) / step * step;
    while add(begin + within) {
        within += step;
        if within >= whole {
            (begin, within) = (begin + whole, 0);
        }
    }
}
