use super::*;

const NOTHING: [f64; 3] = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY];

fn limits(mapping: &Mapping) -> Option<(f64, f64)> {
    mapping.limits().map(|l| (l.lo, l.hi))
}

#[test]
fn the_first_finite_values_decide() {
    let mut mapping = Mapping::new();
    mapping.see(NOTHING);
    assert_eq!(limits(&mapping), None);
    assert_eq!(mapping.shown_limits(), Limits::new(0.0, 1.0));
    mapping.see([f64::NAN, 100.0, 400.0]);
    assert_eq!(limits(&mapping), Some((100.0, 400.0)));
    mapping.see([-5.0, 5000.0]);
    assert_eq!(limits(&mapping), Some((100.0, 400.0)));
    mapping.autoscale([-5.0, 5000.0]);
    assert_eq!(limits(&mapping), Some((-5.0, 5000.0)));
    mapping.autoscale(NOTHING);
    mapping.see([7.0, 8.0]);
    assert_eq!(limits(&mapping), Some((7.0, 8.0)));
}

#[test]
fn percentiles_wait_for_the_first_finite_values_too() {
    let mut mapping = Mapping::new();
    mapping.set_clim_percentile(0.0, 50.0, NOTHING);
    assert_eq!(limits(&mapping), None);
    mapping.see([100.0, 200.0, 400.0, f64::INFINITY]);
    assert_eq!(limits(&mapping), Some((100.0, 200.0)));
    mapping.see([0.0]);
    assert_eq!(limits(&mapping), Some((100.0, 200.0)));
}

#[test]
fn norms_come_before_or_after() {
    let values = [0.0, 1.0, 10.0, 100.0];
    let centered = Norm::Centered { center: 0.0 };
    let cases = [
        (Norm::Log, None, (1.0, 100.0)),
        (Norm::Log, Some((1.0, 50.0)), (1.0, 50.0)),
        (centered.clone(), None, (-100.0, 100.0)),
        (centered, Some((-1.0, 5.0)), (-5.0, 5.0)),
        (Norm::TwoSlope { center: 200.0 }, None, (0.0, 400.0)),
        (Norm::TwoSlope { center: 3.0 }, Some((4.0, 5.0)), (1.0, 5.0)),
    ];
    for (norm, set, expected) in cases {
        for order in 0..6 {
            let mut mapping = Mapping::new();
            let mut steps = [0, 1, 2];
            steps.rotate_left(order % 3);
            if order >= 3 {
                steps.swap(0, 1);
            }
            for step in steps {
                match (step, set) {
                    (0, _) => mapping.set_norm(norm.clone()),
                    (1, _) => mapping.see(values),
                    (_, Some((lo, hi))) => mapping.set_clim(lo, hi),
                    _ => {}
                }
            }
            assert_eq!(limits(&mapping), Some(expected), "{norm:?} {set:?} in order {steps:?}");
            mapping.set_norm(Norm::Linear);
            assert_eq!(limits(&mapping), Some(set.unwrap_or((0.0, 100.0))), "{norm:?} {set:?} taken back");
        }
    }
}

#[test]
fn a_log_norm_waits_for_positive_values() {
    let mut mapping = Mapping::new();
    mapping.set_norm(Norm::Log);
    mapping.see([0.0, -2.0]);
    assert_eq!((limits(&mapping), mapping.shown_limits()), (None, Limits::new(1.0, 10.0)));
    mapping.see([-2.0, 3.0, 30.0]);
    assert_eq!(limits(&mapping), Some((3.0, 30.0)));
}

#[test]
fn equal_limits_are_spread() {
    assert_eq!(spread(Limits::new(1.0, 2.0)), Limits::new(1.0, 2.0));
    assert_eq!(spread(Limits::new(0.0, 0.0)), Limits::new(-0.1, 0.1));
    assert_eq!(spread(Limits::new(-10.0, -10.0)), Limits::new(-11.0, -9.0));
    assert_eq!(spread(Limits::new(f64::MAX, f64::MAX)).hi, f64::MAX);
}
