//! Ticks at dates, as a program says it.

use super::{Dates, Step, Unit};
use crate::axis::ticks::{Locator, Ticks};
use crate::data::Number;

/// Farther from UTC no clock is.
const MOST_HOURS: f64 = 24.0;

/// Ticks at dates: values are seconds since the beginning of 1970 in UTC ([`Moment`](crate::Moment)). Axes whose data are of a type of dates have
/// them by themselves.
impl Ticks {
    /// At round dates, written as short as can be: matplotlib's `AutoDateLocator` and `ConciseDateFormatter`. The part of the date that changes
    /// from tick to tick is shown, where it begins anew the next longer one (`Nov`, `Dec`, `2027`, `Feb`), and what no label shows stands at the
    /// end of the axis. Ticks are fewer where labels would touch.
    ///
    /// ```
    /// use grabframe::{date, prelude::*};
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// fig[ax].set_xlim(date(2026, 3, 1), date(2026, 3, 4)).set_xticks(Ticks::dates().utc_offset_hours(2));
    /// fig[ax].set_xticks(Ticks::dates().format(Format::dates("%d.%m. %H:%M"))); // 01.03. 12:00
    /// fig[ax].set_xticks(Ticks::hours(6));
    /// ```
    ///
    /// Years are 1 to 9999: what lies beyond has no ticks. There are never more than a thousand: of `Ticks::seconds(1)` over a day those at wider
    /// steps are left.
    #[must_use]
    pub fn dates() -> Self {
        Self { locator: Locator::Dates(Box::default()), format: None }
    }

    /// On the 1st of January of every year, or of every `n`th: those that `n` divides. Matplotlib's `YearLocator(n)`.
    ///
    /// # Panics
    /// If `n` is 0 or more than 9999.
    #[must_use]
    #[track_caller]
    pub fn years(n: u16) -> Self {
        Self::stepping(Unit::Year, n, 9999)
    }

    /// On the 1st of every month, or of every `n`th, counted from January.
    ///
    /// # Panics
    /// If `n` is 0 or more than 12.
    #[must_use]
    #[track_caller]
    pub fn months(n: u16) -> Self {
        Self::stepping(Unit::Month, n, 12)
    }

    /// At the beginning of every Monday, or of every `n`th. Matplotlib's `WeekdayLocator(byweekday=MO)`.
    ///
    /// # Panics
    /// If `n` is 0 or more than 1000.
    #[must_use]
    #[track_caller]
    pub fn weeks(n: u16) -> Self {
        Self::stepping(Unit::Week, n, 1000)
    }

    /// At the beginning of every day, or of every `n`th, counted from the 1st of each month; of 7 these are the 1st, 8th, 15th and 22nd, of 14
    /// the first and the third of them.
    ///
    /// # Panics
    /// If `n` is 0 or more than 31.
    #[must_use]
    #[track_caller]
    pub fn days(n: u16) -> Self {
        Self::stepping(Unit::Day, n, 31)
    }

    /// At every full hour, or every `n`th, counted from midnight.
    ///
    /// # Panics
    /// If `n` is 0 or more than 24.
    #[must_use]
    #[track_caller]
    pub fn hours(n: u16) -> Self {
        Self::stepping(Unit::Hour, n, 24)
    }

    /// At every full minute, or every `n`th, counted from the full hour.
    ///
    /// # Panics
    /// If `n` is 0 or more than 60.
    #[must_use]
    #[track_caller]
    pub fn minutes(n: u16) -> Self {
        Self::stepping(Unit::Minute, n, 60)
    }

    /// At every full second, or every `n`th, counted from the full minute, as the clock shows it. For times that are counted from 0,
    /// [`every`](Ticks::every) is right.
    ///
    /// # Panics
    /// If `n` is 0 or more than 60.
    #[must_use]
    #[track_caller]
    pub fn seconds(n: u16) -> Self {
        Self::stepping(Unit::Second, n, 60)
    }

    #[track_caller]
    fn stepping(unit: Unit, n: u16, most: u16) -> Self {
        assert!(n > 0 && n <= most, "every {n}th of them has no tick: give a number from 1 to {most}");
        let step = Some(Step { unit, every: n.into() });
        Self { locator: Locator::Dates(Box::new(Dates { step, ..Dates::default() })), format: None }
    }

    /// Shows the time by a clock that is so many hours ahead of UTC, -3.5 for three and a half behind, and has ticks where that clock shows round
    /// times. Default: 0. It stays the same in summer and in winter.
    ///
    /// # Panics
    /// If the ticks are not at dates, or no clock is as far ahead: more than 24 hours.
    #[must_use]
    #[track_caller]
    pub fn utc_offset_hours(mut self, hours: impl Number) -> Self {
        let hours = hours.to_f64();
        assert!(hours.abs() <= MOST_HOURS, "no clock is {hours} hours ahead of UTC");
        self.of_dates("utc_offset_hours").utc_offset = (hours * 60.0).round() as i32;
        self
    }

    /// Counts in the longest unit of which there are so many at least on the axis: matplotlib's `minticks`. Default: 5.
    ///
    /// # Panics
    /// If the ticks are not at dates, or it is 0.
    #[must_use]
    #[track_caller]
    pub fn minticks(mut self, n: u16) -> Self {
        assert!(n > 0, "an axis is divided into one interval at least");
        self.of_dates("minticks").least = Some(n.into());
        self
    }

    /// Takes so many ticks at most, about: matplotlib's `maxticks`. Default: 8 to 12, as it suits the unit.
    ///
    /// # Panics
    /// If the ticks are not at dates, or there are fewer than 2.
    #[must_use]
    #[track_caller]
    pub fn maxticks(mut self, n: u16) -> Self {
        assert!(n > 1, "of fewer than two ticks none tells how far anything is: for no ticks, write `Ticks::none()`");
        self.of_dates("maxticks").most = Some(n.into());
        self
    }

    #[track_caller]
    fn of_dates(&mut self, what: &str) -> &mut Dates {
        match &mut self.locator {
            Locator::Dates(dates) => dates,
            _ => panic!("only ticks at dates have `{what}`: `Ticks::dates().{what}(..)`"),
        }
    }
}
