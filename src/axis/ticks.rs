//! Where the ticks of an axis stand and what is written beside them.

use super::formatter;
use super::locator;
use super::log;
use super::scale::Scale;
use super::tick_list::Ticks;
use crate::geom::Limits;

/// Which way an axis runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    /// Left to right: labels stand side by side.
    X,
    /// Upward: labels stand one above the other.
    Y,
}

/// Into how many intervals the ticks may divide an axis of this length, both in points: labels are taken to be at most
/// three times as wide as high, and lines of text to be two heights apart. 1 to 9.
#[must_use]
pub(crate) fn max_bins(length_pt: f32, font_pt: f32, axis: Direction) -> usize {
    let room = match axis {
        Direction::X => font_pt * 3.0,
        Direction::Y => font_pt * 2.0,
    };
    if room > 0.0 { ((length_pt / room).floor() as usize).clamp(1, 9) } else { 9 }
}

/// The ticks of a linear axis: at round distances (1, 2, 2.5 or 5 times a power of ten), in at most `max_bins`
/// intervals, at least two of them. Limits may run backward; limits that are not finite have no ticks.
#[must_use]
pub(crate) fn linear_ticks(limits: Limits, max_bins: usize) -> Ticks {
    if !limits.lo.is_finite() || !limits.hi.is_finite() {
        return Ticks::default();
    }
    let positions = locator::linear(limits, max_bins);
    let (labels, offset) = formatter::labels(&positions, limits);
    Ticks { positions, labels, offset }.within(limits)
}

/// The major and the minor ticks of a log axis: powers of ten, at most `max_bins` of them, and their multiples between
/// them where there is room. Minor ticks have labels if the axis shows at most one power of ten.
#[must_use]
pub(crate) fn log_ticks(limits: Limits, max_bins: usize) -> (Ticks, Ticks) {
    let (lo, hi) = (limits.lo.min(limits.hi), limits.lo.max(limits.hi));
    if !(lo > 0.0 && hi.is_finite()) {
        return Default::default();
    }
    let forward = Limits::new(lo, hi);
    let (major, mut minor) = locator::log(forward, max_bins);
    log::drop_doubles(&mut minor, &major, forward);
    let write = |positions: Vec<f64>| {
        let labels = log::labels(&positions, forward);
        log::within(Ticks { positions, labels, offset: None }, forward)
    };
    (write(major), write(minor))
}

/// The major and the minor ticks that an axis of either scale chooses; a linear axis has no minor ones.
#[must_use]
pub(crate) fn ticks(scale: Scale, limits: Limits, max_bins: usize) -> (Ticks, Ticks) {
    match scale {
        Scale::Linear => (linear_ticks(limits, max_bins), Ticks::default()),
        Scale::Log => log_ticks(limits, max_bins),
    }
}

/// Ticks at positions that were set, as far as the axis shows them, with the labels that they would get if the axis had
/// chosen them.
#[must_use]
pub(crate) fn fixed_ticks(scale: Scale, positions: &[f64], limits: Limits) -> Ticks {
    let forward = Limits::new(limits.lo.min(limits.hi), limits.lo.max(limits.hi));
    let usable = |p: &f64| p.is_finite() && (scale == Scale::Linear || *p > 0.0);
    let positions: Vec<f64> = positions.iter().copied().filter(usable).collect();
    if !(forward.lo.is_finite() && forward.hi.is_finite()) {
        return Ticks::default();
    }
    match scale {
        Scale::Linear => {
            let (labels, offset) = formatter::labels(&positions, forward);
            Ticks { positions, labels, offset }.within(forward)
        }
        Scale::Log if forward.lo > 0.0 => {
            let labels = log::labels(&positions, forward);
            log::within(Ticks { positions, labels, offset: None }, forward)
        }
        Scale::Log => Ticks::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINEAR: &str = include_str!("../../tests/data/linear_ticks.txt");
    const LOG: &str = include_str!("../../tests/data/log_ticks.txt");

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
        let mut count = 0;
        for row in rows(LINEAR) {
            let head = numbers(row[0]);
            let ticks = linear_ticks(Limits::new(head[0], head[1]), head[2] as usize);
            let expected = Ticks {
                positions: numbers(row[1]),
                labels: words(row[2]),
                offset: Some(row[3].to_owned()).filter(|t| !t.is_empty()),
            };
            assert_eq!(ticks, expected, "{}", row[0]);
            count += 1;
        }
        assert!(count >= 500, "{count} rows");
    }

    #[test]
    fn log_ticks_are_matplotlibs() {
        let close =
            |a: &[f64], b: &[f64]| a.len() == b.len() && a.iter().zip(b).all(|(x, y)| (x - y).abs() <= 1e-15 * y.abs());
        let mut count = 0;
        for row in rows(LOG) {
            let head = numbers(row[0]);
            let (major, minor) = log_ticks(Limits::new(head[0], head[1]), head[2] as usize);
            assert!(close(&major.positions, &numbers(row[1])), "{}: {:?}, not {}", row[0], major.positions, row[1]);
            assert_eq!(major.labels, words(row[2]), "{}", row[0]);
            assert!(close(&minor.positions, &numbers(row[3])), "{}: {:?}, not {}", row[0], minor.positions, row[3]);
            assert_eq!(minor.labels, words(row[4]), "{}", row[0]);
            count += 1;
        }
        assert!(count >= 190, "{count} rows");
    }

    #[test]
    fn ticks_that_were_set_are_labelled_as_matplotlib_does() {
        // scale, limits, set_xticks; what is shown: positions, labels, offset text
        type Row<'a> = (Scale, (f64, f64), &'a [f64], &'a [f64], &'a [&'a str], &'a str);
        let table: [Row<'_>; 10] = [
            (Scale::Linear, (0.0, 100.0), &[1.23456], &[1.23456], &["1.2"], ""),
            (Scale::Linear, (0.0, 1.0), &[0.5], &[0.5], &["0.5"], ""),
            (Scale::Linear, (0.0, 3.0), &[0.0, 1.0, 2.5], &[0.0, 1.0, 2.5], &["0.0", "1.0", "2.5"], ""),
            (Scale::Linear, (0.0, 1e6), &[123_456.7], &[123_456.7], &["123457"], ""),
            (Scale::Linear, (10.0, 0.0), &[3.0, 1.0, 20.0], &[3.0, 1.0], &["3", "1"], ""),
            (Scale::Linear, (0.0, 10.0), &[], &[], &[], ""),
            (Scale::Linear, (1e6, 1e6 + 10.0), &[1e6 + 1.0, 1e6 + 2.0], &[1e6 + 1.0, 1e6 + 2.0], &["1", "2"], "+1e6"),
            (Scale::Linear, (0.0, 1e-7), &[5e-8], &[5e-8], &["5"], "1e\u{2212}8"),
            (Scale::Log, (1.0, 1e3), &[1.0, 5.0, 100.0], &[1.0, 5.0, 100.0], &["$10^{0}$", "", "$10^{2}$"], ""),
            (Scale::Log, (1.0, 1e3), &[-1.0, f64::NAN, 10.0], &[10.0], &["$10^{1}$"], ""),
        ];
        for (scale, (lo, hi), set, positions, labels, offset) in table {
            let ticks = fixed_ticks(scale, set, Limits::new(lo, hi));
            assert_eq!(ticks.positions, positions, "{set:?}");
            assert_eq!(ticks.labels, labels, "{set:?}");
            assert_eq!(ticks.offset.as_deref().unwrap_or_default(), offset, "{set:?}");
        }
    }

    #[test]
    fn room_for_ticks_is_matplotlibs() {
        // clip(axis.get_tick_space(), 1, 9) of axes 357.12 pt wide and 266.112 pt high, and of small ones
        assert_eq!(max_bins(357.12, 10.0, Direction::X), 9);
        assert_eq!(max_bins(266.112, 10.0, Direction::Y), 9);
        assert_eq!(max_bins(100.0, 10.0, Direction::X), 3);
        assert_eq!(max_bins(100.0, 10.0, Direction::Y), 5);
        assert_eq!(max_bins(119.9, 10.0, Direction::X), 3);
        assert_eq!(max_bins(1.0, 10.0, Direction::X), 1);
        assert_eq!(max_bins(100.0, 0.0, Direction::X), 9);
        assert_eq!(max_bins(f32::NAN, f32::NAN, Direction::Y), 9);
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
        for (lo, hi) in
            [(0.0, 1.0), (-1e-9, 3e12), (-1.7e308, 1.7e308), (1e-200, 2e-200), (5.0, -5.0), (1e15, 1e15 + 64.0)]
        {
            for bins in 1..=9 {
                let ticks = linear_ticks(Limits::new(lo, hi), bins);
                assert!(ticks.positions.len() >= 2, "{lo} {hi} {bins}: {ticks:?}");
            }
        }
    }
}
