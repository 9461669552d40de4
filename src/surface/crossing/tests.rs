use super::*;

#[test]
fn far_ends_leave_the_line_where_it_is() {
    let same = |got: f64, want: f64| (got - want).abs() <= f64::EPSILON * want.abs();
    for s in [1.0, 1e5, 1e16, 1e17, 1e40, 1e154, 1e300, f64::MAX] {
        for x in [-1.0, 0.0, 0.1, 0.3, 0.5, 1.0] {
            assert!(same(crossing((-s, -s), (s, s), x), x), "{s} {x}");
            assert!(same(crossing((s, -s), (-s, s), x), -x), "{s} {x}");
            // a line through (0, 0.25) and, seen from both ends, with a slope of 1/2
            if s < 1e10 {
                let y = crossing((-s, 0.25 - s / 2.0), (s, 0.25 + s / 2.0), x);
                assert!((y - 0.25 - x / 2.0).abs() < 1e-10, "{s} {x}: {y}");
            }
        }
    }
    // ends at different distances
    assert_eq!(crossing((-1.0, -1.0), (1e300, 1e300), 0.5), 0.5);
    assert_eq!(crossing((0.0, 0.25), (1e300, 0.25), 0.5), 0.25);
    assert_eq!(crossing((0.0, 0.0), (1.0, 1e300), 0.5), 5e299);
}

#[test]
fn sums_are_exact() {
    assert_eq!(sum(&[1e300, 1.0, -1e300, 1e-300]), 1.0);
    assert_eq!(sum(&[1e16, 1.0, 1.0, -1e16]), 2.0);
    assert_eq!(sum(&[]), 0.0);
}
