use super::*;

#[test]
fn units_are_rounded_from_the_exact_value() {
    let table = [
        (251_889.767_25, -8, Some(25_188_976_725_000)),
        (251_889.767_25, -5, Some(25_188_976_725)),
        (-0.001, 0, Some(0)),
        (-0.001, -3, Some(-1)),
        (1e23, 22, Some(10)),
        // its exact value is below 1e23, though it prints as that
        (1e23, 0, Some(99_999_999_999_999_991_611_392)),
        (0.125, -2, Some(12)),
        (0.375, -2, Some(38)),
        (999.96, -1, Some(10_000)),
        (14.999_999_999_999_998, 1, Some(1)),
        (15.000_000_000_000_002, 1, Some(2)),
        (0.6, 0, Some(1)),
        (0.06, 0, Some(0)),
        (1e300, 299, Some(10)),
        (1e300, 0, None),
        (f64::NAN, 0, None),
        (f64::INFINITY, 0, None),
        (0.0, 300, Some(0)),
    ];
    for (value, place, want) in table {
        assert_eq!(in_units(value, place), want, "{value:e} {place}");
    }
}

/// What is found without digits is what printing rounds to.
#[test]
fn units_are_those_that_are_printed() {
    let mut x = 1_u64;
    for k in 0..20_000 {
        x = x.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let value = ((x >> 11) as f64 / 2e15 - 2.0) * 10_f64.powi(k % 13 - 6);
        // and those that lie in the middle, or nearly so
        for value in [value, (value * 8.0).round() / 16.0, (value * 1e3).round() / 1e3 + 5e-4] {
            for decimals in [0, 1, 3, 6] {
                let printed = format!("{value:.decimals$}");
                let ours = write(in_units(value, -(decimals as i32)).unwrap(), decimals);
                assert!(ours == printed || printed == format!("-{ours}"), "{value:e}: {ours}, {printed}");
            }
        }
    }
}

#[test]
fn whole_numbers_become_decimal_ones() {
    assert_eq!(write(-15, 1), "-1.5");
    assert_eq!(write(5, 3), "0.005");
    assert_eq!(write(-5, 0), "-5");
    assert_eq!(write(0, 2), "0.00");
    assert_eq!(times_pow10(12, 3), Some(12_000));
    assert_eq!((times_pow10(12, 40), times_pow10(12, -1)), (None, None));
}
