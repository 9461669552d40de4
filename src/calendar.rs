//! Days, months and years in the Gregorian calendar, extended to before it was made.

/// Microseconds in a second, a minute, an hour, a day.
pub(crate) const SECOND: i64 = 1_000_000;
pub(crate) const MINUTE: i64 = 60 * SECOND;
pub(crate) const HOUR: i64 = 60 * MINUTE;
pub(crate) const DAY: i64 = 24 * HOUR;

/// The first and the last year that there are dates of.
pub(crate) const YEARS: (i32, i32) = (1, 9999);

/// How many days a year has before each of its months, if none has a 29th of February.
const BEFORE: [i32; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/// What a calendar and a clock show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Civil {
    pub(crate) year: i32,
    /// 1 to 12.
    pub(crate) month: i32,
    /// 1 to 31.
    pub(crate) day: i32,
    pub(crate) hour: i32,
    pub(crate) minute: i32,
    pub(crate) second: i32,
    pub(crate) micro: i32,
}

impl Civil {
    /// The beginning of a day.
    pub(crate) const fn midnight(year: i32, month: i32, day: i32) -> Self {
        Self { year, month, day, hour: 0, minute: 0, second: 0, micro: 0 }
    }

    /// So many microseconds after the beginning of 1970.
    pub(crate) fn of(micros: i64) -> Self {
        let (year, month, day) = date_of(micros.div_euclid(DAY));
        let rest = micros.rem_euclid(DAY);
        Self {
            year,
            month,
            day,
            hour: (rest / HOUR) as i32,
            minute: (rest / MINUTE % 60) as i32,
            second: (rest / SECOND % 60) as i32,
            micro: (rest % SECOND) as i32,
        }
    }

    /// Microseconds since the beginning of 1970.
    pub(crate) fn micros(self) -> i64 {
        let seconds = (i64::from(self.hour) * 60 + i64::from(self.minute)) * 60 + i64::from(self.second);
        days(self.year, self.month, self.day) * DAY + seconds * SECOND + i64::from(self.micro)
    }

    /// The same day of the month and time of the day so many months later, or the last day of a month that is too short.
    pub(crate) fn months_later(mut self, months: i32) -> Self {
        let month = self.year * 12 + self.month - 1 + months;
        (self.year, self.month) = (month.div_euclid(12), month.rem_euclid(12) + 1);
        self.day = self.day.min(days_in_month(self.year, self.month));
        self
    }

    /// The day of the week; Monday is 0.
    pub(crate) fn weekday(self) -> usize {
        (days(self.year, self.month, self.day) + 3).rem_euclid(7) as usize
    }

    /// The day of the year, from 1.
    pub(crate) fn day_of_year(self) -> i32 {
        BEFORE[self.month as usize - 1] + i32::from(self.month > 2 && is_leap(self.year)) + self.day
    }
}

/// Whether a year has a 29th of February.
pub(crate) const fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// How long a month is.
pub(crate) const fn days_in_month(year: i32, month: i32) -> i32 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from the beginning of 1970 to a date.
pub(crate) fn days(year: i32, month: i32, day: i32) -> i64 {
    let date = Civil::midnight(year, month, day);
    days_before(year) + i64::from(date.day_of_year()) - 1
}

/// Days from the beginning of 1970 to that of a year.
fn days_before(year: i32) -> i64 {
    let y = i64::from(year) - 1;
    365 * y + y.div_euclid(4) - y.div_euclid(100) + y.div_euclid(400) - 719_162
}

/// Year, month and day, so many days after the beginning of 1970.
fn date_of(days: i64) -> (i32, i32, i32) {
    // 400 years have 146,097 days; the guess is at most one year off
    let mut year = 1970 + (days * 400).div_euclid(146_097) as i32;
    while days_before(year) > days {
        year -= 1;
    }
    while days_before(year + 1) <= days {
        year += 1;
    }
    let mut rest = (days - days_before(year)) as i32;
    let mut month = 1;
    while rest >= days_in_month(year, month) {
        rest -= days_in_month(year, month);
        month += 1;
    }
    (year, month, rest + 1)
}
