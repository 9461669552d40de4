use super::*;
use crate::axis::linear::linear_ticks;

const LINEAR: &str = include_str!("../../../tests/data/linear_ticks.txt");
const LOG: &str = include_str!("../../../tests/data/log_ticks.txt");

/// The cells of each row, without comments.
fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().filter(|r| !r.starts_with('#')).map(|r| r.split(';').collect())
}

fn numbers(cell: &str) -> Vec<f64> {
    cell.split_whitespace().map(|n| n.parse().expect("a number")).collect()
}

fn words(cell: &str) -> Vec<String> {
    cell.split_whitespace().map(|w| if w == "-" { String::new() } else { w.to_owned() }).collect()
}

#[test]
fn linear_ticks_are_matplotlibs() {
    let (mut count, mut alike) = (0, 0);
    for row in rows(LINEAR) {
        let head = numbers(row[0]);
        let ticks = linear_ticks(Limits::new(head[0], head[1]), head[2] as usize);
        assert_eq!(ticks.positions, numbers(row[1]), "{}", row[0]);
        // where a tick's last bit is larger than the digits, matplotlib writes them nevertheless
        if (head[1].abs().next_up() - head[1].abs()) < 1e-4 * (head[1] - head[0]).abs() {
            // a zero has no sign here
            let theirs: Vec<String> = words(row[2]).iter().map(|w| unsigned_zero(w)).collect();
            assert_eq!(ticks.labels, theirs, "{}", row[0]);
            alike += 1;
        }
        let offset = ticks.offset.unwrap_or_default();
        assert!(same_offset(&offset, row[3]), "{}: {offset}, not {}", row[0], row[3]);
        count += 1;
    }
    assert!(count >= 500 && alike >= 450, "{count} rows, labels of {alike}");
}

/// Whether offset texts are the same, up to the ten digits that matplotlib writes of a summand.
fn same_offset(ours: &str, theirs: &str) -> bool {
    let number = |text: &str| text.replace('\u{2212}', "-").parse::<f64>().expect("a number");
    match (split_summand(ours), split_summand(theirs)) {
        (Some((factor, a)), Some((also, b))) => {
            factor == also && (number(a) - number(b)).abs() <= 1e-9 * number(a).abs()
        }
        _ => ours == theirs,
    }
}

fn unsigned_zero(label: &str) -> String {
    label.strip_prefix('\u{2212}').filter(|l| l.chars().all(|c| "0.".contains(c))).unwrap_or(label).to_owned()
}

/// The factor and the summand, which has a sign in front.
fn split_summand(offset: &str) -> Option<(&str, &str)> {
    let at = offset.char_indices().find(|(i, c)| matches!(c, '+' | '\u{2212}') && !offset[..*i].ends_with('e'))?.0;
    Some(offset.split_at(at))
}

#[test]
fn log_ticks_are_matplotlibs() {
    let close =
        |a: &[f64], b: &[f64]| a.len() == b.len() && a.iter().zip(b).all(|(x, y)| (x - y).abs() <= 1e-15 * y.abs());
    let (mut count, mut alike) = (0, 0);
    for row in rows(LOG) {
        let head = numbers(row[0]);
        let (major, minor) = log_ticks(Limits::new(head[0], head[1]), head[2] as usize);
        assert!(close(&major.positions, &numbers(row[1])), "{}: {:?}, not {}", row[0], major.positions, row[1]);
        assert!(close(&minor.positions, &numbers(row[3])), "{}: {:?}, not {}", row[0], minor.positions, row[3]);
        let theirs = (words(row[2]), words(row[4]));
        if theirs.0.iter().chain(&theirs.1).filter(|l| !l.is_empty()).count() >= 2 {
            assert_eq!((major.labels, minor.labels), theirs, "{}", row[0]);
            alike += 1;
        }
        count += 1;
    }
    assert!(count >= 190 && alike >= 150, "{count} rows, {alike} with two labels");
}

#[test]
fn ticks_that_were_set_are_labelled_as_matplotlib_does() {
    // scale, limits, set_xticks; what is shown: positions, labels, offset text
    type Row<'a> = (Scale, (f64, f64), &'a [f64], &'a [f64], &'a [&'a str], &'a str);
    let table: [Row<'_>; 11] = [
        (Scale::Linear, (0.0, 100.0), &[1.23456], &[1.23456], &["1.2"], ""),
        (Scale::Linear, (0.0, 1.0), &[0.5], &[0.5], &["0.5"], ""),
        (Scale::Linear, (0.0, 3.0), &[0.0, 1.0, 2.5], &[0.0, 1.0, 2.5], &["0.0", "1.0", "2.5"], ""),
        (Scale::Linear, (0.0, 1e6), &[123_456.7], &[123_456.7], &["123457"], ""),
        (Scale::Linear, (10.0, 0.0), &[3.0, 1.0, 20.0], &[3.0, 1.0], &["3", "1"], ""),
        (Scale::Linear, (0.0, 10.0), &[], &[], &[], ""),
        (Scale::Linear, (1e6, 1e6 + 10.0), &[1e6 + 1.0, 1e6 + 2.0], &[1e6 + 1.0, 1e6 + 2.0], &["1", "2"], "+1e6"),
        (Scale::Linear, (0.0, 1e-7), &[5e-8], &[5e-8], &["5"], "1e\u{2212}8"),
        (Scale::Log, (1.0, 1e3), &[-1.0, f64::NAN, 10.0], &[10.0], &["$10^{1}$"], ""),
        (Scale::Linear, (0.0, 10.0), &[0.0, 1.0], &[0.0, 1.0], &["0", "1"], ""),
        (Scale::Linear, (-0.01, 10.0), &[-0.001, 0.0, 1.0], &[-0.001, 0.0, 1.0], &["−0.001", "0.000", "1.000"], ""),
    ];
    for (scale, (lo, hi), set, positions, labels, offset) in table {
        let ticks = fixed_ticks(&scale, set, None, &Format::auto(), Limits::new(lo, hi));
        assert_eq!(ticks.positions, positions, "{set:?}");
        assert_eq!(ticks.labels, labels, "{set:?}");
        assert_eq!(ticks.offset.as_deref().unwrap_or_default(), offset, "{set:?}");
    }
}

#[test]
fn room_for_ticks_is_matplotlibs() {
    // axis.get_tick_space() of axes 357.12 pt wide and 266.112 pt high, and of small ones
    assert_eq!(max_bins(357.12, 10.0, Direction::X), 11);
    assert_eq!(max_bins(266.112, 10.0, Direction::Y), 13);
    assert_eq!(max_bins(100.0, 10.0, Direction::X), 3);
    assert_eq!(max_bins(100.0, 10.0, Direction::Y), 5);
    assert_eq!(max_bins(119.9, 10.0, Direction::X), 3);
    assert_eq!(max_bins(1.0, 10.0, Direction::X), 1);
    assert_eq!(max_bins(100.0, 0.0, Direction::X), 9);
    assert_eq!(max_bins(f32::NAN, f32::NAN, Direction::Y), 9);
    assert_eq!(max_bins(1e9, 10.0, Direction::X), 200);
}

/// The ticks that a log axis has if there is room for their labels.
fn log_ticks(limits: Limits, max_bins: usize) -> (TickList, TickList) {
    Scale::Log.rules().choices(limits, max_bins).next().unwrap_or_default()
}

/// Floats of every size, from a fixed sequence: a few special ones, and random bits.
fn floats() -> Vec<f64> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut all = vec![
        0.0,
        -0.0,
        1.0,
        -1.0,
        1e-320,
        -1e-320,
        5e-324,
        1e308,
        -1e308,
        f64::MAX,
        f64::MIN,
        f64::MIN_POSITIVE,
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
        1e16,
        1e16 + 2.0,
        0.1,
        0.1_f64.next_up(),
        1e300,
        1e-300,
        9.999_999e5,
    ];
    while all.len() < 120 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let bits = f64::from_bits(state ^ (state >> 29));
        // A half of them near each other, where offsets are.
        all.push(if all.len() % 2 == 0 { bits } else { 1e6 + (state >> 40) as f64 * 1e-3 });
    }
    all
}

#[test]
fn any_two_floats_have_ticks_that_can_be_drawn() {
    let values = floats();
    for &lo in &values {
        for &hi in &values {
            for bins in [0, 1, 4, 9] {
                let limits = Limits::new(lo, hi);
                let linear = linear_ticks(limits, bins);
                let (major, minor) = log_ticks(limits, bins);
                for ticks in [&linear, &major, &minor] {
                    let p = &ticks.positions;
                    assert_eq!(p.len(), ticks.labels.len(), "{lo} {hi} {bins}");
                    assert!(p.iter().all(|t| t.is_finite()), "{lo} {hi} {bins}: {p:?}");
                    assert!(p.is_sorted(), "{lo} {hi} {bins}: {p:?}");
                    assert!(p.len() <= 100, "{lo} {hi} {bins}: {} ticks", p.len());
                    assert!(ticks.labels.iter().all(|l| l.len() < 400), "{lo} {hi} {bins}: {:?}", ticks.labels);
                }
                // One interval cannot have the two ticks that every axis gets; finer steps are taken then.
                let most = if bins < 4 { 12 } else { bins + 1 };
                assert!(linear.positions.len() <= most, "{lo} {hi} {bins}: {linear:?}");
            }
        }
    }
}

#[test]
fn ordinary_limits_have_at_least_two_ticks() {
    for (lo, hi) in [(0.0, 1.0), (-1e-9, 3e12), (-1.7e308, 1.7e308), (1e-200, 2e-200), (5.0, -5.0), (1e15, 1e15 + 64.0)]
    {
        for bins in 1..=9 {
            let ticks = linear_ticks(Limits::new(lo, hi), bins);
            assert!(ticks.positions.len() >= 2, "{lo} {hi} {bins}: {ticks:?}");
        }
    }
}

#[test]
fn log_axes_have_two_labels_at_least() {
    let some = |lo, hi| {
        let (major, minor) = log_ticks(Limits::new(lo, hi), 9);
        let labelled = |t: &TickList| t.labels.iter().filter(|l| !l.is_empty()).cloned().collect::<Vec<_>>();
        (labelled(&major), labelled(&minor))
    };
    assert_eq!(
        some(0.65, 1.911),
        (vec!["$10^{0}$".into()], ["7", "8", "9"].map(|n| format!("${n}\\times10^{{-1}}$")).to_vec())
    );
    let mut state = 5_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    for _ in 0..5_000 {
        let lo = libm::exp10(next() * 40.0 - 20.0);
        let hi = lo * libm::exp10(libm::exp10(next() * 5.0 - 3.5));
        let bins = 1 + (next() * 9.0) as usize;
        for (i, (major, minor)) in Scale::Log.rules().choices(Limits::new(lo, hi), bins).enumerate() {
            assert!(major.labelled() + minor.labelled() >= 2, "{lo} {hi} {bins}, {i}");
            let all = minor.labels.iter().chain(&major.labels).filter(|l| !l.is_empty());
            let mut all: Vec<&String> = all.collect();
            let count = all.len();
            all.sort();
            all.dedup();
            assert_eq!(all.len(), count, "{lo} {hi} {bins}: {major:?} {minor:?}");
        }
    }
}

#[test]
fn ticks_set_on_a_log_axis_have_words() {
    let labels = |at: &[f64], lo, hi| fixed_ticks(&Scale::Log, at, None, &Format::auto(), Limits::new(lo, hi)).labels;
    assert_eq!(labels(&[1.0, 10.0, 100.0, 1e-3], 1e-4, 1e4), ["$10^{0}$", "$10^{1}$", "$10^{2}$", "$10^{-3}$"]);
    let powers_of_two = [4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0];
    assert_eq!(labels(&powers_of_two, 2.0, 300.0), ["4", "8", "16", "32", "64", "128", "256"]);
    assert_eq!(labels(&[0.5, 0.1 + 0.2, 1500.0, 12.5], 0.1, 1e4), ["0.5", "0.3", "1500", "12.5"]);
    assert_eq!(labels(&[3e8, 2.5e-7, 1.048_576e6], 1e-9, 1e9), ["$3\\times10^{8}$", "$2.5\\times10^{-7}$", "1048576"]);
    let close = [251_889.767_25, 251_889.767_250_275];
    let both = labels(&close, 1e5, 1e6);
    assert_ne!(both[0], both[1]);
}

#[test]
fn names_belong_to_their_ticks() {
    let names = ["a", "b", "c", "d"].map(str::to_owned);
    for scale in [Scale::Linear, Scale::Log] {
        let at = [1.0, 1.0, f64::NAN, 2.0];
        let ticks = fixed_ticks(&scale, &at, Some(&names), &Format::auto(), Limits::new(0.5, 3.0));
        assert_eq!((ticks.positions, ticks.labels), (vec![1.0, 1.0, 2.0], vec!["a".into(), "b".into(), "d".into()]));
    }
}

/// The cells of each row of a table that `tests/data/make_ticks.py` wrote.
pub(in crate::axis) fn cells(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().skip(1).map(|row| row.split('\t').collect())
}

/// The numbers in a cell, or their absence.
pub(in crate::axis) fn number(cell: &str) -> f64 {
    cell.parse().unwrap_or_else(|_| panic!("{cell} is no number"))
}

/// What a row says of ticks: how many, the first, the second, the last; and some or all of their labels.
pub(in crate::axis) fn same_places(ticks: &[f64], row: &[&str], near: &dyn Fn(f64, f64) -> bool) -> bool {
    let n = ticks.len();
    n == number(row[0]) as usize
        && (n == 0
            || near(ticks[0], number(row[1]))
                && near(ticks[1.min(n - 1)], number(row[2]))
                && near(ticks[n - 1], number(row[3])))
}

/// Labels as the rows have them.
pub(in crate::axis) fn written(labels: &[String], few: usize) -> String {
    let n = labels.len();
    let some: Vec<&String> =
        if n <= few { labels.iter().collect() } else { vec![&labels[0], &labels[1], &labels[n - 1]] };
    let all: Vec<String> = some.into_iter().map(|label| label.replace('\u{2212}', "-")).collect();
    all.join("|")
}

/// Whether labels are the same, but for the last digit of a number that lies in the middle between two: ours are rounded exactly.
pub(in crate::axis) fn same_words(ours: &str, theirs: &str) -> bool {
    let same = |(a, b): (&str, &str)| {
        let unit = 0.1_f64.powi(a.split_once('.').map_or(0, |(_, decimals)| decimals.len() as i32));
        a == b
            || a.len() == b.len()
                && matches!((a.parse::<f64>(), b.parse::<f64>()), (Ok(a), Ok(b)) if (a - b).abs() < 1.01 * unit)
    };
    ours.split('|').count() == theirs.split('|').count() && ours.split('|').zip(theirs.split('|')).all(same)
}

fn ends_of_floats(lo: f64, hi: f64) -> f64 {
    let largest = lo.abs().max(hi.abs());
    largest.next_up() - largest
}

#[test]
fn places_and_labels_are_matplotlibs() {
    let (mut count, mut alike, mut same) = (0, 0, 0);
    for row in cells(include_str!("../../../tests/data/ticks_linear.tsv")) {
        let (lo, hi, room) = (number(row[2]), number(row[3]), number(row[4]) as usize);
        let numbers = numbers(row[1]);
        let ticks = match row[0] {
            "auto" => Ticks::auto(),
            "count" => Ticks::count(numbers[0] as usize),
            "integer" => Ticks::count(numbers[0] as usize).integer(),
            "every" => Ticks::every(numbers[0]).offset(numbers[1]),
            other => panic!("{other}"),
        };
        let said = Said { scale: &Scale::Linear, ticks: &ticks, format: &Format::auto() };
        let seen = said.choices(Limits::new(lo, hi), room).next().unwrap_or_default().0;
        let rounding = 4.0 * ends_of_floats(lo, hi);
        assert!(
            same_places(&seen.positions, &row[5..], &|a, b| (a - b).abs() <= rounding),
            "{row:?}: {:?}",
            seen.positions
        );
        same += usize::from(same_places(&seen.positions, &row[5..], &|a, b| a == b));
        count += 1;
        // of what is left out matplotlib writes ten digits, and where a tick's last bit is larger than the digits, these nevertheless
        let labels: Vec<String> = seen.labels.iter().map(|label| unsigned_zero(label)).collect();
        let theirs: Vec<String> =
            row[9].split('|').map(|label| unsigned_zero(&label.replace('-', "\u{2212}"))).collect();
        let offset = seen.offset.unwrap_or_default();
        let words = same_words(&written(&labels, 3), &written(&theirs, 99));
        if same_offset(&offset, &row[10].replace('-', "\u{2212}")) && words {
            alike += 1;
        } else if ends_of_floats(lo, hi) < 1e-4 * (hi - lo).abs() {
            panic!("{row:?}: {labels:?} {offset}");
        }
    }
    assert!(count >= 2500 && alike * 100 >= count * 98 && same * 100 >= count * 95, "{count}: {alike} {same}");
}

#[test]
fn log_places_and_labels_are_matplotlibs() {
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-14 * b.abs();
    let (mut count, mut alike) = (0, 0);
    for row in cells(include_str!("../../../tests/data/ticks_log.tsv")) {
        let (lo, hi, room) = (number(row[0]), number(row[1]), number(row[2]) as usize);
        let (major, minor) = log_ticks(Limits::new(lo, hi), room);
        assert!(same_places(&major.positions, &row[3..], &near), "{row:?}: {:?}", major.positions);
        assert!(same_places(&minor.positions, &row[8..], &near), "{row:?}: {:?}", minor.positions);
        let theirs = [row[7], row[12]];
        // ours have two labels at least
        if theirs.iter().flat_map(|labels| labels.split('|')).filter(|label| !label.is_empty()).count() >= 2 {
            assert_eq!([written(&major.labels, 9), written(&minor.labels, 99)], theirs, "{row:?}");
            alike += 1;
        }
        count += 1;
    }
    assert!(count >= 1200 && alike >= 1000, "{count} rows, {alike} with two labels");
}

#[test]
fn multiples_next_to_zero_are_zero() {
    for (step, offset, from) in [(0.1, 0.0, -1.79), (0.1, 0.1, -3.0), (0.7, 0.7, -40.3), (1e-9, 0.0, -1.1e-8)] {
        let seen = locator::every(Limits::new(from, -from), step, offset);
        let near = seen.iter().filter(|p| p.abs() < 0.5 * step).collect::<Vec<_>>();
        assert_eq!(near, [&0.0], "{step} {offset}");
    }
}

#[test]
fn steps_that_an_offset_swallows_are_not_counted() {
    for (lo, hi, step, offset) in [(1e-20, 2e-20, 1e-300, 1.0), (1.0, 1.0, 5e-324, 0.0), (0.0, 1e-9, 1e-12, 1e300)] {
        let seen = locator::every(Limits::new(lo, hi), step, offset);
        assert!(seen.len() < 3000, "{lo} {hi} {step} {offset}: {}", seen.len());
    }
}

#[test]
fn as_many_ticks_as_are_counted() {
    let said = |ticks: &Ticks, scale: &Scale, limits| {
        Said { scale, ticks, format: &Format::auto() }.choices(limits, 9).next().unwrap().0.positions.len()
    };
    assert_eq!(said(&Ticks::count(20), &Scale::Log, Limits::new(1.0, 1e14)), 15);
    assert_eq!(said(&Ticks::auto(), &Scale::Log, Limits::new(1.0, 1e14)), 8);
    assert_eq!(said(&Ticks::count(15), &Scale::Linear, Limits::new(0.0, 15.0)), 16);
    // whole numbers where there are two of them
    assert!(said(&Ticks::auto().integer(), &Scale::Log, Limits::new(1e-5, 1e-1)) >= 2);
    assert_eq!(said(&Ticks::auto().integer(), &Scale::Linear, Limits::new(0.0, 2.5)), 3);
}
