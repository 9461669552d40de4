use super::*;
use crate::axis::linear::linear_ticks;
use crate::axis::{Format, Said, Scale, Ticks};

fn minor_positions(scale: &Scale, major: &[f64], limits: Limits, max_bins: usize) -> Vec<f64> {
    Said { scale, ticks: &Ticks::auto(), format: &Format::auto() }.minor(major, limits, max_bins).positions
}

/// The limits, how many major and minor ticks, the first two minor ones and the last: what matplotlib 3.11 has on an x axis
/// 6.4 inches wide.
const TABLE: [(f64, f64, usize, usize, f64, f64, f64); 20] = [
    (0.0, 1.0, 6, 15, 0.05, 0.1, 0.9500000000000001),
    (0.0, 10.0, 6, 15, 0.5, 1.0, 9.5),
    (0.0, 2.0, 9, 32, 0.05, 0.1, 1.9500000000000002),
    (0.0, 4.0, 9, 32, 0.1, 0.2, 3.9000000000000004),
    (0.0, 5.0, 6, 20, 0.2, 0.4, 4.800000000000001),
    (-3.0, 7.0, 5, 16, -3.0, -2.5, 7.0),
    (0.0, 0.25, 6, 20, 0.01, 0.02, 0.24),
    (0.0, 100.0, 6, 15, 5.0, 10.0, 95.0),
    (1000000.0, 1000300.0, 7, 24, 1000010.0, 1000020.0, 1000290.0),
    (0.0, 1e-07, 6, 15, 5e-09, 1e-08, 9.5e-08),
    (-1.0, 1.0, 9, 32, -0.95, -0.9, 0.9500000000000002),
    (12.3, 57.9, 4, 18, 14.0, 16.0, 56.0),
    (0.001, 0.0034, 5, 20, 0.0011, 0.0012000000000000001, 0.0034000000000000002),
    (5.0, -5.0, 5, 16, -5.0, -4.5, 5.0),
    (0.0, 360.0, 8, 29, 10.0, 20.0, 360.0),
    (2020.0, 2024.5, 10, 36, 2020.1, 2020.2, 2024.4),
    (-1e300, 1e300, 9, 32, -9.5e299, -9e299, 9.499999999999999e299),
    (0.0, 2.5, 6, 20, 0.1, 0.2, 2.4000000000000004),
    (99.5, 100.5, 5, 16, 99.5, 99.55, 100.49999999999994),
    (0.0, 3.3, 7, 27, 0.1, 0.2, 3.3000000000000003),
];

#[test]
fn linear_axes_have_the_minor_ticks_of_matplotlib() {
    for (lo, hi, majors, minors, first, second, last) in TABLE {
        let limits = Limits::new(lo, hi);
        let major = linear_ticks(limits, 9).positions;
        let minor = minor_positions(&Scale::Linear, &major, limits, 9);
        assert_eq!((major.len(), minor.len()), (majors, minors), "{lo} to {hi}: {minor:?}");
        for (seen, expected) in [(minor[0], first), (minor[1], second), (minor[minors - 1], last)] {
            assert!((seen - expected).abs() <= 1e-12 * (hi - lo).abs().max(expected.abs()), "{lo} to {hi}: {minor:?}");
        }
    }
}

#[test]
fn ticks_that_were_set_are_divided_by_their_first_distance() {
    let minor = minor_positions(&Scale::Linear, &[5.0, 1.0, 4.0], Limits::new(0.0, 10.0), 9);
    assert_eq!(minor, [0.25, 1.75, 2.5, 3.25, 4.75, 5.5, 6.25, 7.0, 7.75, 8.5, 9.25, 10.0]);
    let minor = minor_positions(&Scale::Log, &[1.0, 30.0, 1000.0], Limits::new(1.0, 1000.0), 9);
    let expected: Vec<f64> = [1.0, 10.0, 100.0]
        .iter()
        .flat_map(|power| (2..10).map(move |m| f64::from(m) * power))
        .filter(|v| *v != 30.0)
        .collect();
    assert_eq!(minor, expected);
}

#[test]
fn there_are_none_where_nothing_can_be_divided() {
    let limits = Limits::new(0.0, 10.0);
    for major in [&[][..], &[3.0], &[3.0, 3.0], &[0.0, 1e-9], &[f64::NAN, 1.0]] {
        assert_eq!(minor_positions(&Scale::Linear, major, limits, 9), [] as [f64; 0], "{major:?}");
    }
    for limits in [Limits::new(f64::NAN, 1.0), Limits::new(0.0, f64::INFINITY), Limits::new(-1.7e308, 1.7e308)] {
        assert_eq!(minor_positions(&Scale::Linear, &[0.0, 1.0], limits, 9), [] as [f64; 0]);
    }
    assert_eq!(minor_positions(&Scale::Log, &[1.0], Limits::new(0.0, 1.0), 9), [] as [f64; 0]);
}
