use super::*;

#[test]
fn percentiles_are_numpys_to_the_last_bit() {
    let x: Vec<f64> = (0..37).map(|i| 0.1 * f64::from(i) * f64::from(i) - 3.3 * f64::from(i)).collect();
    let y: Vec<f64> = (0..1000).map(|i| f64::from((i * 7919) % 1009) / 7.0).collect();
    // numpy.nanpercentile(x, q), numpy.nanpercentile(y, q)
    let table = [
        (0.0, -27.199_999_999_999_996, 0.0),
        (2.0, -27.199_999_999_999_992, 2.854_285_714_285_714_5),
        (12.5, -26.599_999_999_999_994, 17.982_142_857_142_858),
        (33.3, -23.014_400_000_000_002, 48.095_285_714_285_716),
        (50.0, -18.199_999_999_999_996, 72.214_285_714_285_72),
        (75.0, -8.999_999_999_999_998, 108.035_714_285_714_28),
        (98.0, 8.064_000_000_000_004, 141.145_714_285_714_3),
        (99.9, 10.663_200_000_000_02, 143.857_285_714_285_72),
        (100.0, 10.799_999_999_999_997, 144.0),
    ];
    for (q, of_x, of_y) in table {
        assert_eq!(percentile(&x, q), of_x, "x at {q}");
        assert_eq!(percentile(&y, q), of_y, "y at {q}");
    }
    // numpy.nanpercentile([-1.3, 2.9], q)
    let between = [
        (1.0, -1.258),
        (49.0, 0.757_999_999_999_999_8),
        (50.5, 0.820_999_999_999_999_7),
        (99.0, 2.857_999_999_999_999_7),
    ];
    for (q, expected) in between {
        assert_eq!(percentile(&[-1.3, 2.9], q), expected, "at {q}");
    }
    let mut gaps = x.clone();
    gaps.insert(3, f64::NAN);
    gaps.push(f64::NAN);
    gaps.extend([f64::INFINITY, f64::NEG_INFINITY]);
    assert_eq!(Seen::percentiles(gaps, 2.0, 98.0), Seen::percentiles(x, 2.0, 98.0));
}

#[test]
fn percentiles_of_little() {
    assert!(percentile(&[], 50.0).is_nan());
    assert!(percentile(&[f64::NAN], 50.0).is_nan());
    assert_eq!(percentile(&[3.0], 98.0), 3.0);
    assert!(percentile(&[f64::INFINITY, f64::NEG_INFINITY], 50.0).is_nan());
    assert_eq!(percentile(&[1.0, f64::INFINITY], 100.0), 1.0);
    assert_eq!(percentile(&[f64::NEG_INFINITY, 1.0], 0.0), 1.0);
    assert_eq!(percentile(&[f64::MIN, f64::MAX], 50.0), 0.0);
}

#[test]
fn percentiles_of_two_kinds() {
    let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
    // numpy.percentile(numpy.arange(101, 116), [2, 98])
    let values = (101..=115).map(f64::from).chain([f64::INFINITY]);
    let seen = Seen::percentiles(values, 2.0, 98.0);
    assert!(near(seen.all.lo, 101.28) && near(seen.all.hi, 114.72), "{seen:?}");
    assert_eq!(seen.positive, seen.all);
    let seen = Seen::percentiles([-10.0, 0.0, 1.0, 3.0], 0.0, 50.0);
    assert_eq!((seen.all, seen.positive), (Limits::new(-10.0, 0.5), Limits::new(1.0, 2.0)));
    assert_eq!(Seen::percentiles([f64::NAN], 0.0, 50.0), Seen::NOTHING);
}

#[test]
#[should_panic(expected = "between 0 and 100, not at 101")]
fn percentiles_out_of_range_panic() {
    let _ = percentile(&[1.0], 101.0);
}
