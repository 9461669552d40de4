use super::*;

#[test]
fn the_extent_of_values() {
    let e = Extent::of([-2.0, f64::NAN, 0.0, 3e-9, 7.0, f64::INFINITY]);
    assert_eq!(e, Extent { lo: -2.0, hi: 7.0, least_positive: 3e-9, sticky_lo: false, sticky_hi: false });
    assert!(Extent::of([f64::NAN, f64::NEG_INFINITY]).is_empty());
    assert_eq!(Extent::of([-1.0, 0.0]).least_positive, f64::INFINITY);
    assert_eq!(Extent::of([5e-324, 1.0]).least_positive, 5e-324);
    assert_eq!(Extent::from(Limits::new(4.0, -1.0)), Extent::of([-1.0, 4.0]));
    assert_eq!(Extent::from(Limits::EMPTY), Extent::EMPTY);
}

#[test]
fn a_union_is_sticky_where_its_ends_come_from_sticky_ones() {
    let bars = Extent::of([0.0, 5.0]).sticky_lo();
    let above = bars.union(Extent::of([1.0, 9.0]).sticky_hi());
    assert_eq!((above.lo, above.hi, above.sticky_lo, above.sticky_hi), (0.0, 9.0, true, true));
    assert!(!bars.union(Extent::of([-1.0])).sticky_lo);
    assert!(bars.union(Extent::EMPTY).sticky_lo && Extent::EMPTY.union(bars).sticky_lo);
    assert_eq!(bars.union(Extent::of([0.0])), bars);
}

#[test]
fn of_points_both_coordinates_count_or_none() {
    let odd = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY];
    // every place in a chunk and after it
    for n in 0..23 {
        let xs: Vec<f64> = (0..n).map(|i| f64::from(i * 7 % 11) - 3.5).collect();
        let ys: Vec<f64> = (0..n).map(|i| f64::from(i * 5 % 13) * 1e300 - 6e300).collect();
        for spoilt in 0..n as usize {
            for bad in odd {
                let (mut x, mut y) = (xs.clone(), ys.clone());
                if spoilt % 2 == 0 {
                    x[spoilt] = bad
                } else {
                    y[spoilt] = bad
                }
                let left = || (0..x.len()).filter(|i| *i != spoilt);
                let expected = (Extent::of(left().map(|i| x[i])), Extent::of(left().map(|i| y[i])));
                assert_eq!(Extent::of_points(&x, &y), expected, "{n} {spoilt} {bad}");
                let (even, odd) = (Extent::of_slice(&x), Extent::of_slice(&y));
                assert_eq!(even, (Extent::of(x), spoilt % 2 == 1), "{n} {spoilt} {bad}");
                assert_eq!(odd, (Extent::of(y), spoilt % 2 == 0), "{n} {spoilt} {bad}");
            }
        }
        let odd_ones = |all: &[f64]| Extent::of(all.iter().copied().skip(1).step_by(2));
        assert_eq!(Extent::of_some_points(&xs, &ys, |i| i % 2 == 1), (odd_ones(&xs), odd_ones(&ys)));
        for shift in [-9.0, 0.0, 9.0] {
            let moved: Vec<f64> = xs.iter().map(|x| x + shift).collect();
            assert_eq!(Extent::of_slice(&moved), (Extent::of(moved), true), "{n} {shift}");
        }
        assert_eq!(Extent::of_points(&xs, &ys), (Extent::of(xs.clone()), Extent::of(ys)));
    }
    assert_eq!(Extent::of_points(&[1.0, 2.0, 3.0], &[1.0]).0, Extent::of([1.0]));
}
