use super::{Dates, seconds};
use crate::calendar::{Civil, DAY, HOUR, MINUTE, SECOND, days, days_in_month, is_leap};
use crate::geom::Limits;

#[test]
fn every_day_has_its_date() {
    let (mut year, mut month, mut day) = (1, 1, 1);
    let first = days(1, 1, 1);
    assert_eq!(first, -719_162);
    for k in first..=days(9999, 12, 31) {
        let at = Civil::of(k * DAY + 12 * HOUR + 34 * MINUTE + 56 * SECOND + 789);
        assert_eq!((at.year, at.month, at.day), (year, month, day));
        assert_eq!((at.hour, at.minute, at.second, at.micro), (12, 34, 56, 789));
        assert_eq!(at.micros(), k * DAY + 12 * HOUR + 34 * MINUTE + 56 * SECOND + 789);
        day += 1;
        if day > days_in_month(year, month) {
            (month, day) = (month + 1, 1);
        }
        if month > 12 {
            (year, month) = (year + 1, 1);
        }
    }
    assert_eq!(days(1970, 1, 1), 0);
    assert_eq!(days(2000, 3, 1), 11_017);
    assert_eq!((Civil::of(-1).year, Civil::of(-1).micro), (1969, 999_999));
    assert!(is_leap(2000) && is_leap(2024) && !is_leap(1900) && !is_leap(2023));
    assert_eq!(Civil::midnight(2026, 11, 30).weekday(), 0);
    assert_eq!(Civil::midnight(2024, 12, 31).day_of_year(), 366);
}

/// `12e3` is 12000.
fn number(text: &str) -> i64 {
    match text.split_once('e') {
        Some((digits, zeros)) => digits.parse::<i64>().unwrap() * 10_i64.pow(zeros.parse().unwrap()),
        None => text.parse().unwrap(),
    }
}

/// Where matplotlib's `AutoDateLocator` has ticks, and what its `ConciseDateFormatter` writes.
#[test]
fn ticks_are_matplotlibs() {
    let mut lines = 0;
    for line in include_str!("../../../tests/data/dates.tsv").lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [lo, hi, minutes, first, distances, labels, offset] = fields[..] else { panic!("{line}") };
        let mut expected = vec![number(first)];
        for run in distances.split(',').filter(|run| !run.is_empty()) {
            let (distance, count) = run.split_once('*').unwrap_or((run, "1"));
            for _ in 0..number(count) {
                expected.push(expected[expected.len() - 1] + number(distance));
            }
        }
        let dates = Dates { utc_offset: minutes.parse().unwrap(), ..Dates::default() };
        let limits = Limits::new(seconds(number(lo)), seconds(number(hi)));
        let ticks = dates.choices(None, limits).next().unwrap().0;
        let mut positions = Vec::new();
        for at in &ticks.positions {
            positions.push(dates.local(*at) - dates.local(0.0));
        }
        assert_eq!(positions, expected, "{line}");
        assert_eq!(ticks.labels.join("|"), labels, "{line}");
        assert_eq!(ticks.offset.unwrap_or_default(), offset, "{line}");
        lines += 1;
    }
    assert!(lines > 2000);
}

/// As `datetime.strftime` writes them.
#[test]
fn letters_are_those_of_strftime() {
    let all = "%Y|%y|%m|%b|%B|%d|%e|%j|%a|%A|%H|%I|%p|%M|%S|%f|%z|%Z|%F|%T|%R|%D|%%|%-d|%-m|%-H|%-I|%-M|%-j|%-e";
    assert_eq!(super::unknown(all), None);
    let written = |utc_offset: i32, at: f64| {
        let dates = Dates { utc_offset, ..Dates::default() };
        dates.labels(Some(all), &[at], Limits::new(0.0, 1.0)).0.remove(0)
    };
    assert_eq!(
        written(120, 1_773_007_507.001_2),
        "2026|26|03|Mar|March|09| 9|068|Mon|Monday|00|12|AM|05|07|001200|+0200|UTC+02:00|2026-03-09|00:05:07|00:05|03/09/26|%|9|3|0|12|5|68|9"
    );
    assert_eq!(
        written(0, 946_645_199.999_999),
        "1999|99|12|Dec|December|31|31|365|Fri|Friday|12|12|PM|59|59|999999|+0000|UTC|1999-12-31|12:59:59|12:59|12/31/99|%|31|12|12|12|59|365|31"
    );
    assert_eq!(
        written(-210, 1_735_662_600.0),
        "2024|24|12|Dec|December|31|31|366|Tue|Tuesday|13|01|PM|00|00|000000|-0330|UTC-03:30|2024-12-31|13:00:00|13:00|12/31/24|%|31|12|13|1|0|366|31"
    );
    assert_eq!(super::unknown("%d.%q"), Some("%q".to_owned()));
    assert_eq!(super::unknown("100 %"), Some("%".to_owned()));
}
