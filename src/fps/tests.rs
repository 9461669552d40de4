use super::*;

#[test]
fn floats_become_the_fractions_they_stand_for() {
    for (given, num, den) in [
        (30.0, 30, 1),
        (29.97, 30000, 1001),
        (23.976, 24000, 1001),
        (59.94, 60000, 1001),
        (12.5, 25, 2),
        (1.0 / 3.0, 1, 3),
        (0.1, 1, 10),
        (1000.0, 1000, 1),
        (1000.0 / 33.0, 1000, 33),
        (24000.0 / 1001.0, 24000, 1001),
    ] {
        assert_eq!(Fps::from(given), Fps::new(num, den), "{given}");
    }
    assert_eq!(Fps::from(29.97_f32), Fps::new(30000, 1001));
    assert_eq!([Fps::from(25_u8), Fps::from(25_usize), Fps::from(25_i64), Fps::from(25)], [Fps::new(25, 1); 4]);
}

#[test]
fn impossible_rates_are_refused() {
    for fps in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert!(Fps::from(fps).checked().is_err(), "{fps}");
    }
    assert!(Fps::from(-3).checked().is_err());
    assert!(Fps::from(u64::MAX).checked().is_err());
    assert!(Fps::new(1, 0).checked().is_err());
}
