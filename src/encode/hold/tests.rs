use super::*;

#[test]
fn only_times_that_make_sense() {
    for good in [0.0, 0.001, 2.5, 1e6] {
        assert_eq!(checked_hold(good).ok(), Some(good));
    }
    for bad in [-0.1, f64::NAN, f64::INFINITY, 1e7] {
        assert!(checked_hold(bad).is_err(), "{bad}");
    }
}

#[test]
fn many_short_holds_are_as_long_as_one() {
    let mut repeats = Repeats::new(30.into());
    assert_eq!((0..1000).map(|_| repeats.hold(0.0015)).sum::<u64>(), 45);
    assert_eq!(repeats.hold(2.0), 60);
}
