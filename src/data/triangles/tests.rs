use super::*;

/// Points in the unit square that look random.
fn points(n: usize, seed: u32) -> (Vec<f64>, Vec<f64>) {
    let mut x = seed;
    let mut next = || {
        x = x.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(x) / 4_294_967_296.0
    };
    (0..n).map(|_| (next(), next())).unzip()
}

fn sorted(triangles: &Triangles) -> Vec<[u32; 3]> {
    let mut all = triangles.corners.clone();
    for corners in &mut all {
        corners.sort_unstable();
    }
    all.sort_unstable();
    all
}

#[test]
fn triangles_are_those_of_scipy() {
    // scipy 1.17, Delaunay(np.c_[x, y]).simplices
    let (x, y) = points(12, 9);
    let wanted = [
        [0, 1, 2],
        [0, 1, 4],
        [0, 2, 8],
        [0, 4, 8],
        [1, 2, 10],
        [1, 5, 10],
        [2, 6, 8],
        [2, 6, 10],
        [3, 6, 9],
        [3, 6, 11],
        [3, 7, 9],
        [4, 7, 9],
        [4, 8, 9],
        [5, 10, 11],
        [6, 8, 9],
        [6, 10, 11],
    ];
    assert_eq!(sorted(&Triangles::between(&x, &y)), wanted);
    // of a thousand, sums that tell them apart, and how many sides there are
    let (x, y) = points(1000, 11);
    let triangles = Triangles::between(&x, &y);
    let (mut first, mut second) = (0_u64, 0_u64);
    for [a, b, c] in sorted(&triangles).iter().map(|corners| corners.map(u64::from)) {
        first += a * 1_000_003 + b * 1009 + c;
        second += a * b * c % 99_991;
    }
    assert_eq!((triangles.corners.len(), first, second), (1984, 500_006_951_382, 99_518_638));
    assert_eq!(triangles.edges.len(), 2983);
    // the same wherever they are and however large
    for (scale, shift) in [(1e-290, 0.0), (1e290, 0.0), (1e-3, 5.0), (1.0, 4096.0)] {
        let moved = |v: &[f64]| v.iter().map(|v| v * scale + shift).collect::<Vec<_>>();
        assert_eq!(sorted(&Triangles::between(&moved(&x), &moved(&y))), sorted(&triangles), "{scale} {shift}");
    }
}

#[test]
fn there_are_none_along_a_line_and_none_at_what_is_no_number() {
    let line = [0.0, 1.0, 2.0, 3.0];
    assert!(Triangles::between(&line, &line).corners.is_empty());
    assert!(Triangles::between(&line, &[1.0; 4]).corners.is_empty());
    assert!(Triangles::between(&[0.0, 1.0], &[0.0, 5.0]).corners.is_empty());
    assert!(Triangles::between(&[], &[]).corners.is_empty());
    assert!(Triangles::between(&[2.0; 9], &[3.0; 9]).corners.is_empty());
    let nan = f64::NAN;
    let some = Triangles::between(&[0.0, nan, 1.0, 0.0, 0.5], &[0.0, 0.0, 0.0, 1.0, f64::INFINITY]);
    assert_eq!(sorted(&some), [[0, 2, 3]]);
    assert!(Triangles::between(&[nan; 5], &[nan; 5]).corners.is_empty());
    let far = Triangles::between(&[-1e308, 1e308, 1e308, 1e-300], &[1e-300, -1e308, 1e308, 0.0]);
    assert!(!far.corners.is_empty());
}

#[test]
fn points_that_are_alike_are_one() {
    let (mut x, mut y) = points(50, 3);
    let once = Triangles::between(&x, &y).corners.len();
    x.extend_from_within(..);
    y.extend_from_within(..);
    assert_eq!(Triangles::between(&x, &y).corners.len(), once);
}

#[test]
fn sides_are_numbered_once() {
    let (x, y) = ([0.0, 1.0, 1.0, 0.0], [0.0, 0.0, 1.0, 1.0]);
    let square = Triangles::given(&[0.0, 1.0, 2.0, 0.0, 2.0, 3.0], &x, &y);
    assert_eq!(square.edges, [[0, 1], [0, 2], [0, 3], [1, 2], [2, 3]]);
    assert_eq!(square.sides, [[0, 3, 1], [1, 4, 2]]);
    let half = square.without(vec![true, false], &x, &y);
    assert_eq!((half.shown.as_slice(), half.edges.len()), (&[1][..], 3));
    // one whose point has no place is left out, and comes back
    let gone = half.moved(&[0.0, 1.0, 1.0, f64::NAN], &y).unwrap();
    assert!(gone.shown.is_empty() && gone.edges.is_empty());
    assert_eq!(gone.moved(&x, &y), Some(half.clone()));
    assert_eq!(half.moved(&[0.0, 2.0, 2.0, 0.0], &y), None);
    // what has a corner twice is none
    assert!(Triangles::given(&[0.0, 1.0, 1.0], &x, &y).shown.is_empty());
}

#[test]
#[should_panic(expected = "triangle 1 has the corner 4, but there are 4 points")]
fn a_corner_is_a_point() {
    let _ = Triangles::given(&[0.0, 1.0, 2.0, 0.0, 4.0, 1.0], &[0.0; 4], &[0.0; 4]);
}
