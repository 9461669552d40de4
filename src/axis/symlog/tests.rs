use super::*;
use crate::axis::Scale;
use crate::axis::choose::tests::{cells, number, same_places, written};

#[test]
fn powers_on_both_sides_of_zero_are_matplotlibs() {
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-14 * b.abs();
    let (mut count, mut powers) = (0, 0);
    for row in cells(include_str!("../../../tests/data/ticks_symlog.tsv")) {
        let scale = SymLog { linthresh: number(row[0]), linscale: number(row[1]) };
        let limits = Limits::new(number(row[2]), number(row[3]));
        let even = scale.transform(number(row[9]));
        assert!((even - number(row[10])).abs() <= 1e-12 * even.abs().max(1.0), "{row:?}: {even}");
        assert!((scale.inverse(even) - number(row[9])).abs() <= 1e-12 * number(row[9]).abs(), "{row:?}");
        let seen = scale.choices(limits, 9).next().unwrap_or_default().0;
        // where fewer than two powers are seen, or nothing but what is linear, ours are those of a linear axis
        if number(row[4]) >= 2.0 && Decades::of(limits, scale.linthresh).is_some() {
            assert!(same_places(&seen.positions, &row[4..], &near), "{row:?}: {:?}", seen.positions);
            assert_eq!(written(&seen.labels, 99), row[8].replace("$0$", "0"), "{row:?}");
            powers += 1;
        }
        assert!(seen.labelled() >= 2, "{row:?}: {seen:?}");
        count += 1;
    }
    assert!(count >= 600 && powers >= 400, "{count} {powers}");
}

#[test]
fn the_linear_part_is_as_long_as_it_is_told() {
    let usual = Scale::SymLog { linthresh: 2.0 };
    assert!((usual.transform(20.0) - usual.transform(2.0) - 1.0).abs() < 1e-15);
    assert!((usual.transform(2.0) - 10.0 / 9.0).abs() < 1e-15);
    assert_eq!(usual.transform(-2.0), -usual.transform(2.0));
    let long = Scale::SymLogScaled { linthresh: 2.0, linscale: 3.0 };
    assert!((long.transform(2.0) - 10.0 / 3.0).abs() < 1e-15);
    for value in [0.0, 1.0, -1.5, 2.0, 1e300, -1e-300, 5e-324] {
        let back = long.inverse(long.transform(value));
        assert!((back - value).abs() <= 1e-12 * value.abs() + 1e-320, "{value} came back as {back}");
    }
    assert!(long.transform(f64::INFINITY).is_nan());
}

#[test]
fn small_ticks_are_the_multiples_of_powers() {
    let scale = SymLog { linthresh: 1.0, linscale: 1.0 };
    let minor = scale.minor(&[-10.0, -1.0, 0.0, 1.0, 10.0], Limits::new(-30.0, 15.0), 9);
    let expected =
        [-30.0, -20.0, -9.0, -8.0, -7.0, -6.0, -5.0, -4.0, -3.0, -2.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0];
    assert_eq!(minor, expected);
}
