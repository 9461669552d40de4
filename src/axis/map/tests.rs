use super::*;

const LINEAR: Scale = Scale::Linear;

#[test]
fn the_ends_of_the_limits_are_at_the_ends_of_the_axis() {
    let values =
        [f64::MIN, -1.7e308, -1.0, 0.0, 1e-300, 1e-9, 1.0, 1.0_f64.next_up(), 1e15, 1e15 + 0.125, 1e308, f64::MAX];
    for scale in [Scale::Linear, Scale::Log] {
        for lo in values {
            for hi in values {
                let limits = scale.valid(Limits::new(lo, hi), 1e-3);
                let map = AxisMap::new(scale.clone(), limits, 80.0, 576.0);
                let ends = [limits.lo, limits.hi].map(|v| map.pixel_f64(v));
                assert!(
                    (ends[0] - 80.0).abs() < 1e-9 && (ends[1] - 576.0).abs() < 1e-9,
                    "{scale:?} {limits:?}: {ends:?}"
                );
                let middle = map.pixel(map.value(328.0));
                // between neighbouring numbers there is none in the middle
                assert!((middle - 328.0).abs() <= 248.0, "{scale:?} {limits:?}: {middle}");
            }
        }
    }
}

#[test]
fn values_lie_evenly_between_the_largest_numbers() {
    let map = AxisMap::new(LINEAR, Limits::new(-1.7e308, 1.7e308), 0.0, 340.0);
    assert_eq!([-1.7e308, -1e308, 0.0, 0.5e308, 1.7e308].map(|v| map.pixel(v)), [0.0, 70.0, 170.0, 220.0, 340.0]);
    assert_eq!(map.value(120.0), -0.5e308);
    let small = AxisMap::new(LINEAR, Limits::new(1.5e308, 1.7e308), 0.0, 100.0);
    assert_eq!(small.pixel(1.6e308), 50.0);
    assert_eq!(small.pixel(-1.7e308), -1600.0);
}

#[test]
fn microseconds_since_1970_keep_their_places() {
    let start = 1_732_781_234_566_500.0;
    let map = AxisMap::new(LINEAR, Limits::new(start - 5.0, start + 105.0), 0.0, 110.0);
    assert_eq!([0.0, 0.25, 50.0, 100.0].map(|us| map.pixel_f64(start + us)), [5.0, 5.25, 55.0, 105.0]);
}
