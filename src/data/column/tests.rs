use super::*;

fn take(column: impl Column) -> Vec<f64> {
    let mut out = vec![9.0; 3];
    column.copy_to(&mut out);
    assert_eq!(out.len(), column.column_len());
    let mut again = vec![9.0; 2];
    assert_eq!(column.copy_seen(&mut again), Extent::of_slice(&out));
    assert!(again.iter().zip(&out).all(|(a, b)| a.to_bits() == b.to_bits()) && again.len() == out.len());
    out
}

#[test]
fn everything_that_may_become_a_column() {
    let v = vec![1.5_f32, -2.0];
    assert_eq!(take(&v), [1.5, -2.0]);
    let twice: &&Vec<f32> = &&v;
    assert_eq!(take(twice), [1.5, -2.0]);
    assert_eq!(take(v.as_slice()), [1.5, -2.0]);
    assert_eq!(take(&v[..1]), [1.5]);
    assert_eq!(take(v), [1.5, -2.0]);
    assert_eq!(take([true, false]), [1.0, 0.0]);
    assert_eq!(take([i64::MIN, 3]), [-9_223_372_036_854_775_808.0, 3.0]);
    assert_eq!(take(2..5), [2.0, 3.0, 4.0]);
    assert_eq!(take(2..=4_u8), [2.0, 3.0, 4.0]);
    assert_eq!(take(5..5), [0.0; 0]);
    assert_eq!(take([0_u8; 0]), [0.0; 0]);
    let mut ring: VecDeque<i32> = VecDeque::with_capacity(4);
    ring.extend([1, 2, 3, 4]);
    ring.drain(..2);
    ring.extend([5, 6]);
    assert!(!ring.as_slices().1.is_empty(), "the ring goes over the end of its memory");
    assert_eq!(take(&ring), [3.0, 4.0, 5.0, 6.0]);
}

#[test]
fn how_far_they_reach_is_found_as_they_are_copied() {
    let mut many: Vec<f64> = (0..5000).map(f64::from).collect();
    for (bad, at) in [(None, 0), (Some(f64::NAN), 4999), (Some(f64::INFINITY), 0), (Some(-1e300), 2000)] {
        many[at] = bad.unwrap_or(many[at]);
        assert_eq!(take(&many).len(), 5000);
    }
}

#[test]
fn memory_is_used_again() {
    let mut out = Vec::with_capacity(64);
    let place = out.as_ptr();
    for n in [3, 64, 10] {
        vec![1_u16; n].copy_to(&mut out);
        assert_eq!(out.len(), n);
        assert_eq!(out.as_ptr(), place);
    }
}

#[cfg(feature = "ndarray")]
#[test]
fn arrays_and_views() {
    use ndarray::{Array1, Array2, array, s};
    let a: Array1<f64> = array![1.0, 2.0, 3.0, 4.0];
    assert_eq!(take(&a), [1.0, 2.0, 3.0, 4.0]);
    assert_eq!(take(a.view()), [1.0, 2.0, 3.0, 4.0]);
    assert_eq!(take(a.slice(s![..;2])), [1.0, 3.0]);
    assert_eq!(take(a.slice(s![..;-1])), [4.0, 3.0, 2.0, 1.0]);
    let m = Array2::from_shape_fn((2, 3), |(r, c)| (10 * r + c) as u8);
    assert_eq!(take(m.column(1)), [1.0, 11.0]);
    assert_eq!(take(m.row(1)), [10.0, 11.0, 12.0]);
}

#[test]
#[should_panic(expected = "`x` has 3 values but `y` has 2")]
fn different_lengths_panic() {
    same_length(("x", 3), ("y", 2));
}
