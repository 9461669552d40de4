//! Types of dates and times whose values become seconds since 1970.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::column::{Kind, Number, sealed};
use super::moment::Moment;
use super::per_point::one_number;

macro_rules! dates {
    ($($t:ty, $value:ident => $seconds:expr;)*) => {$(
        impl sealed::Sealed for $t {}
        impl Number for $t {
            const KIND: Kind = Kind::Dates;

            #[inline]
            fn to_f64(&self) -> f64 {
                let $value = self;
                $seconds
            }
        }
        one_number!([] $t);
    )*};
}

dates! {
    Moment, moment => moment.seconds();
    SystemTime, time => match time.duration_since(UNIX_EPOCH) {
        Ok(since) => seconds(since),
        Err(before) => -seconds(before.duration()),
    };
}

#[inline]
fn seconds(since: Duration) -> f64 {
    whole_and_part(since.as_secs() as i64, since.subsec_nanos() as i32)
}

/// Seconds and nanoseconds, rounded once.
#[inline]
fn whole_and_part(seconds: i64, nanoseconds: i32) -> f64 {
    seconds as f64 + f64::from(nanoseconds) / 1e9
}

#[cfg(feature = "jiff")]
mod of_jiff {
    use super::{Kind, Number, one_number, sealed, whole_and_part};
    use jiff::{Timestamp, ZonedDateTime, civil};

    dates! {
        Timestamp, time => whole_and_part(time.as_second(), time.subsec_nanosecond());
        ZonedDateTime, time => time.timestamp().to_f64();
        civil::Date, date => date.to_datetime(civil::Time::midnight()).to_f64();
        civil::DateTime, time => {
            // as if its clock showed UTC
            let (date, clock) = (time.date(), time.time());
            let days = crate::calendar::days(date.year().into(), date.month().into(), date.day().into());
            let minutes = i64::from(clock.hour()) * 60 + i64::from(clock.minute());
            whole_and_part(days * 86_400 + minutes * 60 + i64::from(clock.second()), clock.subsec_nanosecond())
        };
    }
}

#[cfg(feature = "chrono")]
mod of_chrono {
    use super::{Kind, Number, one_number, sealed, whole_and_part};
    use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeZone};

    dates! {
        NaiveDate, date => date.and_time(NaiveTime::MIN).to_f64();
        NaiveDateTime, time => time.and_utc().to_f64(); // as if its clock showed UTC
    }

    impl<Tz: TimeZone> sealed::Sealed for DateTime<Tz> {}
    impl<Tz: TimeZone + 'static> Number for DateTime<Tz> {
        const KIND: Kind = Kind::Dates;

        #[inline]
        fn to_f64(&self) -> f64 {
            whole_and_part(self.timestamp(), self.timestamp_subsec_nanos() as i32)
        }
    }
    one_number!([<Tz: TimeZone + 'static>] DateTime<Tz>);
}

#[cfg(test)]
mod tests;
