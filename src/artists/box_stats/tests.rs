use super::*;

/// Thirty numbers from 0 to 10, most of them small.
fn skewed() -> Vec<f64> {
    let mut x = 1_u32;
    let mut next = || {
        x = x.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let u = f64::from(x) / 4_294_967_296.0;
        u * u * u * 10.0
    };
    (0..30).map(|_| next()).collect()
}

/// Mean, median, quartiles, whiskers and notch; and what lies beyond.
fn check(sample: &[f64], whiskers: Whiskers, autorange: bool, numbers: [f64; 8], fliers: &[f64]) {
    let s = BoxStats::of(sample, whiskers, autorange);
    let found = [s.mean, s.med, s.q1, s.q3, s.whislo, s.whishi, s.cilo, s.cihi];
    for (found, wanted) in found.iter().chain(&s.fliers).zip(numbers.iter().chain(fliers)) {
        assert!((found - wanted).abs() <= 1e-13 * wanted.abs(), "{found} and not {wanted}: {s:?}");
    }
    assert_eq!(s.fliers.len(), fliers.len());
}

/// The numbers are those of matplotlib 3.11's `cbook.boxplot_stats`.
#[test]
fn boxes_are_matplotlibs() {
    let (q1, med, q3) = (0.13842822302582775, 0.6496406827766379, 3.0384690555449794);
    let (mean, cilo, cihi, least) =
        (1.8554034650201108, -0.18163128962375452, 1.4809126551770304, 4.4866025345991446e-05);
    let all = skewed();
    let whis = [mean, med, q1, q3, least, 6.380263160507412, cilo, cihi];
    check(&all, Whiskers::Boxes(1.5), false, whis, &[9.436314901989714]);
    let short = [mean, med, q1, q3, least, 4.234035732346934, cilo, cihi];
    let beyond = [4.650573936380679, 5.862368350363169, 9.436314901989714, 6.380263160507412];
    check(&all, Whiskers::Boxes(0.5), false, short, &beyond);
    let cut = [mean, med, q1, q3, 0.0035107553221968295, 5.862368350363169, cilo, cihi];
    let beyond = [0.0012912170522097002, least, 9.436314901989714, 6.380263160507412];
    check(&all, Whiskers::Percentiles(5.0, 95.0), false, cut, &beyond);
    let five = [21.8, 3.0, 2.0, 4.0, 1.0, 4.0, 1.595749310130132, 4.404250689869868];
    check(&[1.0, 2.0, 3.0, 4.0, 99.0], Whiskers::Boxes(1.5), true, five, &[99.0]);
    let flat = [2.0, 2.0, 2.0, 2.0, 7.0, -5.0];
    let mean = 1.6666666666666667;
    check(&flat, Whiskers::Boxes(1.5), false, [mean, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0], &[-5.0, 7.0]);
    check(&flat, Whiskers::Boxes(1.5), true, [mean, 2.0, 2.0, 2.0, -5.0, 7.0, 2.0, 2.0], &[]);
    check(&[4.0], Whiskers::Boxes(1.5), false, [4.0; 8], &[]);
    let two = [1.5, 1.5, 1.25, 1.75, 1.0, 2.0, 0.9449211767685602, 2.05507882323144];
    check(&[1.0, 2.0], Whiskers::Boxes(1.5), false, two, &[]);
}

#[test]
fn what_is_not_finite_is_left_out() {
    let odd = [f64::NAN, 1.0, f64::INFINITY, 2.0, f64::NEG_INFINITY];
    check(
        &odd,
        Whiskers::Boxes(1.5),
        false,
        [1.5, 1.5, 1.25, 1.75, 1.0, 2.0, 0.9449211767685602, 2.05507882323144],
        &[],
    );
    for nothing in [&[][..], &[f64::NAN; 3]] {
        let none = BoxStats::of(nothing, Whiskers::Boxes(1.5), true);
        assert!(none.med.is_nan() && none.mean.is_nan() && none.whislo.is_nan() && none.fliers.is_empty());
    }
    let far = BoxStats::of(&[-1.7e308, 1e-300, 1.7e308], Whiskers::Boxes(1.5), false);
    assert!(far.mean.abs() < 1e292 && far.q3 == 0.85e308);
}
