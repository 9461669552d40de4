use super::super::column::Column;
use super::*;
use crate::data::date;

fn taken(column: impl Column) -> (Kind, Vec<f64>) {
    let mut out = Vec::new();
    column.copy_to(&mut out);
    (column.kind(), out)
}

#[test]
fn times_of_the_system() {
    let at = UNIX_EPOCH + Duration::from_millis(1_500);
    let before = UNIX_EPOCH - Duration::from_millis(250);
    assert_eq!(taken([at, before]), (Kind::Dates, vec![1.5, -0.25]));
    assert_eq!(taken(vec![date(1970, 1, 2)]), (Kind::Dates, vec![86_400.0]));
}

#[cfg(feature = "jiff")]
#[test]
fn times_of_jiff() {
    use jiff::{Timestamp, civil, tz};
    let noon = civil::date(2026, 3, 29).at(12, 30, 0, 250_000_000);
    let expected = date(2026, 3, 29).at(12, 30, 0.25).seconds();
    assert_eq!(taken([noon]), (Kind::Dates, vec![expected]));
    assert_eq!(taken(&[civil::date(2026, 3, 29)][..]), (Kind::Dates, vec![date(2026, 3, 29).seconds()]));
    let zone = tz::TimeZone::fixed(tz::offset(2));
    let zoned = noon.to_zoned_datetime(zone).unwrap();
    assert_eq!(taken(vec![zoned.clone()]), (Kind::Dates, vec![expected - 7200.0]));
    assert_eq!(taken([zoned.timestamp()]), (Kind::Dates, vec![expected - 7200.0]));
    assert_eq!(taken([Timestamp::new(-1, -500_000_000).unwrap()]), (Kind::Dates, vec![-1.5]));
    let old = civil::date(-44, 3, 15);
    assert_eq!(old.to_f64(), -63_549_360_000.0);
}

#[cfg(feature = "chrono")]
#[test]
fn times_of_chrono() {
    use chrono::{FixedOffset, NaiveDate, TimeZone, Utc};
    let noon = NaiveDate::from_ymd_opt(2026, 3, 29).unwrap().and_hms_milli_opt(12, 30, 0, 250).unwrap();
    let expected = date(2026, 3, 29).at(12, 30, 0.25).seconds();
    assert_eq!(taken([noon]), (Kind::Dates, vec![expected]));
    assert_eq!(taken([noon.date()]), (Kind::Dates, vec![date(2026, 3, 29).seconds()]));
    assert_eq!(taken([noon.and_utc()]), (Kind::Dates, vec![expected]));
    let zone = FixedOffset::east_opt(7200).unwrap();
    assert_eq!(taken([zone.from_local_datetime(&noon).unwrap()]), (Kind::Dates, vec![expected - 7200.0]));
    assert_eq!(taken([Utc.timestamp_opt(-2, 500_000_000).unwrap()]), (Kind::Dates, vec![-1.5]));
}
