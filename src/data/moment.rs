//! Dates without any crate.

use super::column::Number;
use crate::calendar::{Civil, DAY, YEARS, days, days_in_month};

/// A moment: so many seconds since the beginning of 1970, in UTC.
///
/// [`date`] makes one from a calendar. It is taken wherever a number is, and a column of them wherever a column is; the axis then has dates, in
/// place of numbers. All of these are, too:
///
/// - [`std::time::SystemTime`];
/// - of the crate `jiff` (feature `jiff`): `Timestamp`, `ZonedDateTime`, `civil::Date` and `civil::DateTime`;
/// - of the crate `chrono` (feature `chrono`): `DateTime`, `NaiveDate` and `NaiveDateTime`.
///
/// What has no time zone is read as UTC; what has one is converted to UTC. Times of another zone are shown by
/// [`Ticks::utc_offset_hours`](crate::Ticks::utc_offset_hours); the zone of the machine is never asked for, so that the same program
/// draws the same picture everywhere. Figures keep seconds, as `f64`: a microsecond is told from the next in 1970 and 272 years on either side,
/// a millisecond in all years that there are, 1 to 9999. There are no leap seconds.
///
/// ```
/// use grabframe::{Moment, date, prelude::*};
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let first = date(2026, 3, 1);
/// let days: Vec<Moment> = (0..60).map(|k| first.days_later(k)).collect();
/// let depth: Vec<f64> = (0..60).map(|k| f64::from(k % 7)).collect();
/// fig[ax].plot(&days, &depth); // the x axis has dates
/// fig[ax].add(Rule::vertical(date(2026, 3, 29).at(1, 0, 0)).linestyle("--"));
/// fig[ax].set_xlim(first, date(2026, 5, 1));
/// ```
///
/// Numbers are seconds already: `fig[ax].set_xticks(Ticks::dates())` writes them as dates. A strip chart that follows the clock of the machine:
///
/// ```
/// # use grabframe::prelude::*;
/// # let mut fig = Figure::new();
/// # let ax = fig.add_axes();
/// # let line = fig[ax].add(Line::empty());
/// let now = std::time::SystemTime::now();
/// fig[line].push(now, 0.5);
/// fig[ax].set_xlim(now - std::time::Duration::from_secs(60), now);
/// ```
#[cfg_attr(
    feature = "jiff",
    doc = r#"
With `jiff`:

```
# use grabframe::prelude::*;
use jiff::civil::date;
let days: Vec<jiff::civil::Date> = date(2026, 1, 1).series(jiff::Span::new().days(1)).take(90).collect();
let mut fig = Figure::new();
let ax = fig.add_axes();
fig[ax].plot(&days, 0..90);
fig[ax].set_xlim(date(2026, 1, 1), date(2026, 4, 1).at(12, 0, 0, 0));
```
"#
)]
#[cfg_attr(
    feature = "chrono",
    doc = r#"
With `chrono`:

```
# use grabframe::prelude::*;
use chrono::{NaiveDate, TimeDelta, Utc};
let start = NaiveDate::from_ymd_opt(2026, 3, 29).unwrap().and_hms_opt(12, 0, 0).unwrap().and_utc();
let times: Vec<chrono::DateTime<Utc>> = (0..90).map(|k| start + TimeDelta::minutes(k)).collect();
let mut fig = Figure::new();
let ax = fig.add_axes();
fig[ax].plot(&times, 0..90);
```
"#
)]
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Moment(f64);

/// The beginning of a day, in UTC; [`Moment::at`] is a time on it.
///
/// ```
/// use grabframe::date;
/// assert_eq!(date(1970, 1, 2).seconds(), 86_400.0);
/// assert_eq!(date(2026, 3, 29).at(12, 30, 0.25).seconds(), 1_774_787_400.25);
/// ```
///
/// # Panics
/// If there is no such day, as a 30th of February, or the year is not between 1 and 9999.
#[must_use]
#[track_caller]
pub fn date(year: i32, month: u8, day: u8) -> Moment {
    let (month, day) = (i32::from(month), i32::from(day));
    assert!(year >= YEARS.0 && year <= YEARS.1, "dates are of the years 1 to 9999, not of {year}");
    assert!((1..=12).contains(&month), "there is no month {month}: they are 1 to 12");
    let last = days_in_month(year, month);
    assert!(day >= 1 && day <= last, "there is no {year}-{month:02}-{day:02}: that month has {last} days");
    Moment((days(year, month, day) * 86_400) as f64)
}

impl Moment {
    /// So many seconds after the beginning of 1970.
    ///
    /// # Panics
    /// If it is not finite.
    #[must_use]
    #[track_caller]
    pub fn from_seconds(seconds: impl Number) -> Self {
        Self(finite(seconds.to_f64()))
    }

    /// Seconds since the beginning of 1970.
    #[must_use]
    pub const fn seconds(self) -> f64 {
        self.0
    }

    /// A time on the same day, by a clock that shows UTC.
    ///
    /// # Panics
    /// If there is no such time: hours are 0 to 23, minutes 0 to 59, seconds 0 or more and less than 60.
    #[must_use]
    #[track_caller]
    pub fn at(self, hour: u8, minute: u8, second: impl Number) -> Self {
        let second = second.to_f64();
        assert!(
            hour < 24 && minute < 60 && (0.0..60.0).contains(&second),
            "there is no time {hour}:{minute:02}:{second}: hours are 0 to 23, minutes 0 to 59, seconds less than 60"
        );
        let midnight = (self.0 / 86_400.0).floor() * 86_400.0;
        Self(midnight + f64::from(hour) * 3600.0 + f64::from(minute) * 60.0 + second)
    }

    /// So many days of 24 hours later, or earlier.
    ///
    /// # Panics
    /// If it is not finite.
    #[must_use]
    #[track_caller]
    pub fn days_later(self, days: impl Number) -> Self {
        Self(finite(self.0 + days.to_f64() * 86_400.0))
    }

    /// So many seconds later, or earlier.
    ///
    /// # Panics
    /// If it is not finite.
    #[must_use]
    #[track_caller]
    pub fn seconds_later(self, seconds: impl Number) -> Self {
        Self(finite(self.0 + seconds.to_f64()))
    }

    /// The same day and time so many months later, or earlier; the last day of a month that is too short. 12 are a year.
    ///
    /// ```
    /// use grabframe::date;
    /// assert_eq!(date(2024, 1, 31).months_later(1), date(2024, 2, 29));
    /// ```
    ///
    /// # Panics
    /// If the year is not between 1 and 9999.
    #[must_use]
    #[track_caller]
    pub fn months_later(self, months: i32) -> Self {
        let day = (self.0 / 86_400.0).floor();
        let within = self.0 >= SECONDS.0 && self.0 < SECONDS.1;
        assert!(within, "dates are of the years 1 to 9999, and {} seconds after 1970 lie beyond", self.0);
        let months = months.clamp(-MOST_MONTHS, MOST_MONTHS);
        let from = Civil::of(day as i64 * DAY);
        let to = from.months_later(months);
        assert!(to.year >= YEARS.0 && to.year <= YEARS.1, "dates are of the years 1 to 9999, not of {}", to.year);
        Self((to.micros() / DAY) as f64 * 86_400.0 + (self.0 - day * 86_400.0))
    }
}

/// Where the year 1 begins, and where 9999 ends.
const SECONDS: (f64, f64) = (-62_135_596_800.0, 253_402_300_800.0);

/// More than all years have.
const MOST_MONTHS: i32 = 12 * 10_000;

#[track_caller]
fn finite(seconds: f64) -> f64 {
    assert!(seconds.is_finite(), "no moment is {seconds} seconds after 1970");
    seconds
}

#[cfg(test)]
mod tests;
