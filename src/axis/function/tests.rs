use super::*;

fn limits(scale: &ScaleFunction, lo: f64, hi: f64, least: f64) -> Limits {
    scale.nonsingular(Limits::new(lo, hi), least)
}

#[test]
fn limits_have_places() {
    let root = ScaleFunction::new(|v| (v - 3.0).sqrt(), |t| t * t + 3.0);
    let found = limits(&root, 0.0, 10.0, 0.5);
    assert!((found.lo - 3.0).abs() < 1e-12 && found.hi == 10.0, "{found:?}");
    let logarithm = ScaleFunction::new(f64::ln, f64::exp);
    assert_eq!(limits(&logarithm, 0.0, 10.0, 1.0), Limits::new(1.0, 10.0));
    let nothing = limits(&logarithm, f64::INFINITY, f64::NEG_INFINITY, f64::INFINITY);
    assert_eq!(nothing, Limits::new(1.0, 10.0));
    let odds = ScaleFunction::new(|v| (v / (1.0 - v)).ln(), |t| 1.0 / (1.0 + (-t).exp()));
    let found = limits(&odds, 0.2, 1.0, 0.2);
    assert!(found.lo == 0.2 && found.hi < 1.0 && found.hi > 0.99, "{found:?}");
    let square = ScaleFunction::new(|v| v * v, f64::sqrt);
    assert_eq!(limits(&square, -1.0, 1.0, 1.0), Limits::new(0.0, 1.0));
    let never = ScaleFunction::new(|_| f64::NAN, |t| t);
    assert_eq!(limits(&never, 2.0, 3.0, 2.0), Limits::new(0.0, 1.0));
}

#[test]
fn ticks_of_a_function_that_is_not_steady_stand_once() {
    let map = ScaleFunction::new(|v| v.to_radians().tan().asinh(), |t| t.sinh().atan().to_degrees());
    let positions = vec![-100.0, -80.0, 0.0, 80.0, 100.0];
    let labels = vec![String::new(); 5];
    let seen = map.within(TickList { positions, labels, offset: None }, Limits::new(-82.0, 82.0));
    assert_eq!(seen.positions, [-80.0, 0.0, 80.0]);
}
