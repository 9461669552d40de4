use super::*;

type Pair = (f64, f64);

fn auto(scale: &Scale, seen: Pair, min_positive: f64, sticky: &[f64]) -> Limits {
    let seen = Limits::new(seen.0, seen.1);
    scale.autoscale(&AutoLimits { seen, min_positive, margin: MARGIN, sticky })
}

fn near(scale: &Scale, a: Limits, b: Pair) -> bool {
    // A logarithm near 300 has lost three digits when it is raised again, in numpy too.
    let tolerance = if *scale == Scale::Log { 1e-12 } else { 4.0 * f64::EPSILON };
    let close = |x: f64, y: f64| x == y || (x - y).abs() <= tolerance * x.abs().max(y.abs());
    close(a.lo, b.0) && close(a.hi, b.1)
}

#[test]
fn automatic_limits_are_matplotlibs() {
    // scale, data, smallest positive value, sticky values, Axes.get_ylim() after plot(data)
    let (lin, log) = (&Scale::Linear, &Scale::Log);
    let table: [(&Scale, Pair, f64, &[f64], Pair); 54] = [
        (lin, (0.0, 10.0), 10.0, &[], (-0.5, 10.5)),
        (lin, (0.0, 10.0), 10.0, &[0.0], (0.0, 10.5)),
        (lin, (5.0, 5.0), 5.0, &[], (4.725, 5.275)),
        (lin, (5.0, 5.0), 5.0, &[0.0], (4.725, 5.275)),
        (lin, (0.0, 0.0), f64::INFINITY, &[], (-0.05500000000000001, 0.05500000000000001)),
        (lin, (0.0, 0.0), f64::INFINITY, &[0.0], (-0.05500000000000001, 0.05500000000000001)),
        (lin, (-3.0, -3.0), f64::INFINITY, &[], (-3.165, -2.835)),
        (lin, (-3.0, -3.0), f64::INFINITY, &[0.0], (-3.165, -2.835)),
        (lin, (1.0, 1.0), 1.0, &[], (0.945, 1.0550000000000002)),
        (lin, (1.0, 1.0), 1.0, &[0.0], (0.945, 1.0550000000000002)),
        (lin, (1e-300, 1e-299), 1e-300, &[], (-0.05500000000000001, 0.05500000000000001)),
        (lin, (1e-300, 1e-299), 1e-300, &[0.0], (-0.05500000000000001, 0.05500000000000001)),
        (lin, (1e+20, 1e+20), 1e+20, &[], (9.45e+19, 1.055e+20)),
        (lin, (1e+20, 1e+20), 1e+20, &[0.0], (9.45e+19, 1.055e+20)),
        (lin, (-2.5, 7.1), 7.1, &[], (-2.98, 7.58)),
        (lin, (-2.5, 7.1), 7.1, &[0.0], (-2.98, 7.58)),
        (lin, (0.001, 1000.0), 0.001, &[], (-49.99895000000001, 1049.99995)),
        (lin, (0.001, 1000.0), 0.001, &[0.0], (0.0, 1049.99995)),
        (lin, (1e+300, 1.5e+300), 1e+300, &[], (9.75e+299, 1.5250000000000002e+300)),
        (lin, (1e+300, 1.5e+300), 1e+300, &[0.0], (9.75e+299, 1.5250000000000002e+300)),
        (lin, (3.0, 3.0000001), 3.0, &[], (2.999999995, 3.000000105)),
        (lin, (3.0, 3.0000001), 3.0, &[0.0], (2.999999995, 3.000000105)),
        (lin, (-5.0, -5.0), f64::INFINITY, &[], (-5.275, -4.725)),
        (lin, (-5.0, -5.0), f64::INFINITY, &[0.0], (-5.275, -4.725)),
        (lin, (1e-09, 2e-09), 1e-09, &[], (9.5e-10, 2.05e-09)),
        (lin, (1e-09, 2e-09), 1e-09, &[0.0], (9.5e-10, 2.05e-09)),
        (lin, (0.0, 100.0), 100.0, &[], (-5.0, 105.0)),
        (lin, (0.0, 100.0), 100.0, &[0.0], (0.0, 105.0)),
        (lin, (-4.0, 50.0), 50.0, &[], (-6.7, 52.7)),
        (lin, (-4.0, 50.0), 50.0, &[0.0], (-6.7, 52.7)),
        (lin, (10.0, 10.0), 10.0, &[], (9.45, 10.55)),
        (lin, (10.0, 10.0), 10.0, &[0.0], (9.45, 10.55)),
        (lin, (30.0, 30.0), 30.0, &[], (28.35, 31.65)),
        (lin, (30.0, 30.0), 30.0, &[0.0], (28.35, 31.65)),
        (lin, (1e-05, 0.2), 1e-05, &[], (-0.009989500000000002, 0.2099995)),
        (lin, (1e-05, 0.2), 1e-05, &[0.0], (0.0, 0.2099995)),
        (log, (0.0, 10.0), 10.0, &[], (0.7943282347242815, 125.89254117941677)),
        (log, (5.0, 5.0), 5.0, &[], (0.8912509381337455, 11.220184543019636)),
        (log, (0.0, 0.0), f64::INFINITY, &[], (0.8912509381337455, 11.220184543019636)),
        (log, (-3.0, -3.0), f64::INFINITY, &[], (0.8912509381337455, 11.220184543019636)),
        (log, (1.0, 1.0), 1.0, &[], (0.0794328234724281, 12.58925411794168)),
        (log, (1e-300, 1e-299), 1e-300, &[], (8.91250938133691e-301, 1.1220184543019469e-299)),
        (log, (1e+20, 1e+20), 1e+20, &[], (7.943282347242848e+18, 1.2589254117941728e+21)),
        (log, (-2.5, 7.1), 7.1, &[], (0.8912509381337455, 11.220184543019636)),
        (log, (0.001, 1000.0), 0.001, &[], (0.0005011872336272721, 1995.2623149688804)),
        (log, (1e+300, 1.5e+300), 1e+300, &[], (9.799308653126405e+299, 1.5307202304743187e+300)),
        (log, (3.0, 3.0000001), 3.0, &[], (2.9999999950000005, 3.0000001050000003)),
        (log, (-5.0, -5.0), f64::INFINITY, &[], (0.8912509381337455, 11.220184543019636)),
        (log, (1e-09, 2e-09), 1e-09, &[], (9.659363289248441e-10, 2.07052984768275e-09)),
        (log, (0.0, 100.0), 100.0, &[], (7.943282347242818, 1258.925411794168)),
        (log, (-4.0, 50.0), 50.0, &[], (8.912509381337458, 112.20184543019634)),
        (log, (10.0, 10.0), 10.0, &[], (0.7943282347242815, 125.89254117941677)),
        (log, (30.0, 30.0), 30.0, &[], (8.912509381337458, 112.20184543019634)),
        (log, (1e-05, 0.2), 1e-05, &[], (6.094646210353667e-06, 0.32815686603799443)),
    ];
    for (scale, seen, min_positive, sticky, expected) in table {
        let limits = auto(scale, seen, min_positive, sticky);
        assert!(near(scale, limits, expected), "{scale:?} {seen:?} {sticky:?}: {limits:?}, not {expected:?}");
    }
}

#[test]
fn limits_that_were_set_are_matplotlibs() {
    // scale, set_xlim, Axes.get_xlim()
    let (lin, log) = (&Scale::Linear, &Scale::Log);
    let table: [(&Scale, Pair, Pair); 15] = [
        (lin, (0.0, 1.0), (0.0, 1.0)),
        (lin, (1.0, 0.0), (1.0, 0.0)),
        (lin, (5.0, 5.0), (4.75, 5.25)),
        (lin, (0.0, 0.0), (-0.05, 0.05)),
        (lin, (-1.0, -1.0), (-1.05, -0.95)),
        (lin, (1e-300, 2e-300), (-0.05, 0.05)),
        (lin, (2.0, 8.0), (2.0, 8.0)),
        (lin, (8.0, 2.0), (8.0, 2.0)),
        (lin, (1.0, 1.0), (0.95, 1.05)),
        (lin, (-4.0, 9.0), (-4.0, 9.0)),
        (log, (5.0, 5.0), (1.0, 10.0)),
        (log, (1e-300, 2e-300), (1e-300, 2e-300)),
        (log, (2.0, 8.0), (2.0, 8.0)),
        (log, (8.0, 2.0), (8.0, 2.0)),
        (log, (1.0, 1.0), (0.1, 10.0)),
    ];
    for (scale, (lo, hi), expected) in table {
        let limits = scale.valid(Limits::new(lo, hi), f64::INFINITY);
        assert!(near(scale, limits, expected), "{scale:?} {lo} {hi}: {limits:?}, not {expected:?}");
    }
}

#[test]
fn no_data_gives_the_unit_interval_and_one_decade() {
    assert_eq!(auto(&Scale::Linear, (f64::INFINITY, f64::NEG_INFINITY), f64::INFINITY, &[]), Limits::new(0.0, 1.0));
    let log = auto(&Scale::Log, (f64::INFINITY, f64::NEG_INFINITY), f64::INFINITY, &[]);
    assert!(near(&Scale::Log, log, (0.891_250_938_133_745_5, 11.220_184_543_019_636)), "{log:?}");
}

#[test]
fn a_margin_never_leaves_the_numbers() {
    let of = |scale, lo: f64, hi: f64| auto(scale, (lo, hi), lo, &[]);
    assert_eq!(of(&Scale::Linear, -1.7e308, 1.7e308), Limits::new(-1.7e308, 1.7e308));
    assert_eq!(of(&Scale::Linear, -1e308, 1e308), Limits::new(-1.1e308, 1.1e308));
    assert_eq!(of(&Scale::Linear, 0.0, 1.75e308), Limits::new(-8.75e306, 1.75e308));
    assert_eq!(of(&Scale::Linear, f64::MAX, f64::MAX).hi, f64::MAX);
    assert_eq!(of(&Scale::Log, 1e300, 1.7e308).hi, 1.7e308);
    assert_eq!(of(&Scale::Log, 1e-308, 1e300).lo, 1e-308);
    // sticky ends, too
    let sticky = auto(&Scale::Linear, (-1.7e308, 1.7e308), f64::INFINITY, &[-1.7e308, 1.7e308]);
    assert_eq!(sticky, Limits::new(-1.7e308, 1.7e308));
}

#[test]
fn a_hundred_microseconds_since_1970_fill_the_axis() {
    let start = 1_732_781_234_566_500.0;
    for (span, margin) in [(100.0, 5.0), (20.0, 1.0), (5.0, 0.25)] {
        let limits = auto(&Scale::Linear, (start, start + span), start, &[]);
        assert_eq!(limits, Limits::new(start - margin, start + span + margin));
    }
    // neighbouring numbers have nothing between them
    let limits = auto(&Scale::Linear, (start, start + 0.25), start, &[]);
    assert!(limits.hi - limits.lo > 1e14, "{limits:?}");
}

#[test]
fn there_and_back() {
    for t in [-3.5, 0.0, 1.0, 12.25] {
        assert_eq!(Scale::Linear.inverse(Scale::Linear.transform(t)), t);
        assert!((Scale::Log.transform(Scale::Log.inverse(t)) - t).abs() < 1e-15);
    }
    assert!(Scale::Log.transform(0.0).is_nan());
    assert!(Scale::Log.transform(-1.0).is_nan());
    for n in -300..=300 {
        let power: f64 = format!("1e{n}").parse().expect("a number");
        assert_eq!(Scale::Log.transform(power), f64::from(n), "1e{n}");
    }
}

#[test]
fn limits_are_usable_whatever_comes() {
    let values = [f64::NAN, f64::INFINITY, -1e308, 1e308, -1e-320, 1e-320, 0.0, 1.0, -1.0, 1e-300];
    for lo in values {
        for hi in values {
            for scale in [Scale::Linear, Scale::Log] {
                let l = scale.valid(Limits::new(lo, hi), 1e-5);
                assert!(l.lo != l.hi && !l.lo.is_nan() && !l.hi.is_nan(), "{scale:?} {lo} {hi}: {l:?}");
                let l = auto(&scale, (lo, hi), 1e-5, &[0.0]);
                assert!(l.lo < l.hi, "{scale:?} {lo} {hi}: {l:?}");
            }
        }
    }
}
