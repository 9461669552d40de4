use super::*;

#[test]
fn moments_are_seconds() {
    assert_eq!(date(1970, 1, 1).seconds(), 0.0);
    assert_eq!(date(2000, 2, 29).at(23, 59, 59.5).seconds(), 951_868_799.5);
    assert_eq!(date(1, 1, 1).seconds(), -62_135_596_800.0);
    assert_eq!(date(9999, 12, 31).at(23, 59, 59).seconds(), 253_402_300_799.0);
    assert_eq!(date(1969, 12, 31).at(6, 0, 0).at(18, 0, 0).seconds(), -21_600.0);
    assert_eq!(date(2024, 2, 28).days_later(1), date(2024, 2, 29));
    assert_eq!(date(2024, 2, 28).seconds_later(-0.5), date(2024, 2, 27).at(23, 59, 59.5));
    assert_eq!(date(2023, 12, 31).at(7, 8, 9).months_later(2), date(2024, 2, 29).at(7, 8, 9));
    assert_eq!(date(1960, 3, 31).months_later(-13), date(1959, 2, 28));
    assert_eq!(Moment::from_seconds(86_400), date(1970, 1, 2));
}

#[test]
#[should_panic(expected = "there is no 2026-02-30: that month has 28 days")]
fn there_is_no_30th_of_february() {
    let _ = date(2026, 2, 30);
}

#[test]
#[should_panic(expected = "dates are of the years 1 to 9999, not of 10000")]
fn there_is_no_year_10000() {
    let _ = date(10_000, 1, 1);
}

#[test]
#[should_panic(expected = "dates are of the years 1 to 9999, not of 12026")]
fn there_are_not_so_many_months() {
    let _ = date(2026, 1, 1).months_later(i32::MAX);
}

#[test]
#[should_panic(expected = "dates are of the years 1 to 9999, and 10000000000000 seconds")]
fn what_lies_beyond_has_no_month() {
    let _ = Moment::from_seconds(1e13).months_later(1);
}

#[test]
#[should_panic(expected = "there is no time 24:00:0")]
fn a_day_ends() {
    let _ = date(2026, 1, 1).at(24, 0, 0);
}
