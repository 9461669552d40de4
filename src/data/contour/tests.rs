use super::*;

fn field<'a>(rows: usize, cols: usize, z: &'a [f64], x: &'a [f64], y: &'a [f64]) -> Field<'a> {
    Field { rows, cols, z, x, y }
}

fn one(field: &Field<'_>, level: f64, what: Trace) -> Runs {
    field.trace(&[level], what).remove(0)
}

/// The area inside of the loops, by their way round.
fn area(runs: &Runs) -> f64 {
    let mut sum = 0.0;
    for (x, y, closed) in runs.each() {
        assert!(closed);
        for i in 0..x.len() {
            let j = (i + 1) % x.len();
            sum += x[i] * y[j] - x[j] * y[i];
        }
    }
    sum / 2.0
}

#[test]
fn a_peak_has_a_loop_around_it() {
    let z = [0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0];
    let at = [0.0, 1.0, 2.0];
    let f = field(3, 3, &z, &at, &at);
    let lines = one(&f, 0.5, Trace::Lines);
    assert_eq!(lines.ends, [(4, true)]);
    let region = one(&f, 0.5, Trace::Regions);
    assert_eq!(region.ends.len(), 1);
    assert!((area(&region) - 0.5).abs() < 1e-12, "{}", area(&region));
    // all of it
    assert_eq!(area(&one(&f, -1.0, Trace::Regions)), 4.0);
    assert_eq!(one(&f, -1.0, Trace::Lines), Runs::default());
    assert_eq!(one(&f, 1.5, Trace::Regions), Runs::default());
    // with a hole: what is below is not in it
    let pit = z.map(|v| -v);
    let around = one(&field(3, 3, &pit, &at, &at), -0.5, Trace::Regions);
    assert_eq!(around.ends.len(), 2);
    assert!((area(&around) - 3.5).abs() < 1e-12);
}

#[test]
fn a_slope_has_a_line_from_border_to_border() {
    let z = [0.0, 1.0, 2.0, 0.0, 1.0, 2.0];
    let f = field(2, 3, &z, &[0.0, 1.0, 2.0], &[5.0, 7.0]);
    let lines = one(&f, 0.25, Trace::Lines);
    assert_eq!(lines.ends, [(2, false)]);
    assert_eq!((lines.x[0], lines.x[1]), (0.25, 0.25));
    assert_eq!(area(&one(&f, 0.25, Trace::Regions)), 1.75 * 2.0);
    // through the values themselves
    assert_eq!(area(&one(&f, 1.0, Trace::Regions)), 2.0);
}

#[test]
fn opposite_corners_are_joined_where_the_middle_is_high() {
    let at = [0.0, 1.0];
    let (low, high) = ([1.0, 0.0, 0.0, 1.0], [1.0, 0.4, 0.4, 1.0]);
    assert_eq!(one(&field(2, 2, &low, &at, &at), 0.6, Trace::Regions).ends.len(), 2);
    assert_eq!(one(&field(2, 2, &high, &at, &at), 0.6, Trace::Regions).ends.len(), 1);
    assert_eq!(one(&field(2, 2, &low, &at, &at), 0.6, Trace::Lines).ends.len(), 2);
}

#[test]
fn what_is_no_number_leaves_triangles() {
    let at = [0.0, 1.0, 2.0];
    let z = [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, f64::NAN];
    assert_eq!(area(&one(&field(3, 3, &z, &at, &at), 0.0, Trace::Regions)), 3.5);
    let z = [1.0, 1.0, 1.0, 1.0, f64::NAN, 1.0, 1.0, 1.0, 1.0];
    let ring = one(&field(3, 3, &z, &at, &at), 0.0, Trace::Regions);
    assert_eq!(area(&ring), 2.0);
    assert_eq!(one(&field(3, 3, &[f64::NAN; 9], &at, &at), 0.0, Trace::Regions), Runs::default());
}

/// How long all lines are together.
fn length(runs: &Runs) -> f64 {
    let mut sum = 0.0;
    for (x, y, closed) in runs.each() {
        for i in 0..x.len() - usize::from(!closed) {
            let j = (i + 1) % x.len();
            sum += libm::hypot(x[j] - x[i], y[j] - y[i]);
        }
    }
    sum
}

/// Numbers in [0, 1) that look random and are the same every time.
pub(crate) fn lcg(n: usize, seed: u32) -> Vec<f64> {
    let mut x = seed;
    let mut next = || {
        x = x.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(x) / 4_294_967_296.0
    };
    (0..n).map(|_| next()).collect()
}

fn close(got: f64, want: f64) {
    assert!((got - want).abs() < 1e-6 * want.abs().max(1.0), "{got}, {want}");
}

#[test]
fn lines_and_regions_of_noise_are_those_of_contourpy() {
    // contourpy 1.3.3, serial: levels, how many lines, how long they are together, the area of what is above
    let z = lcg(40 * 50, 5);
    let (x, y): (Vec<f64>, Vec<f64>) = ((0..50).map(f64::from).collect(), (0..40).map(f64::from).collect());
    for (level, count, long, above) in [
        (0.2, 246, 622.253368843, 1789.88784321),
        (0.5, 119, 1446.168848182, 974.677092422),
        (0.8, 267, 642.665632308, 121.891338424),
    ] {
        let f = field(40, 50, &z, &x, &y);
        let lines = one(&f, level, Trace::Lines);
        assert_eq!(lines.ends.len(), count);
        close(length(&lines), long);
        close(area(&one(&f, level, Trace::Regions)), above);
    }
    // with holes, `corner_mask=True`
    let z: Vec<f64> = z.iter().map(|z| if *z > 0.97 { f64::NAN } else { *z }).collect();
    for (level, count, long, above) in [
        (0.2, 245, 622.609470483, 1638.976962788),
        (0.5, 165, 1368.225246049, 829.140534626),
        (0.8, 244, 473.005353321, 69.957956606),
    ] {
        let f = field(40, 50, &z, &x, &y);
        let lines = one(&f, level, Trace::Lines);
        assert_eq!(lines.ends.len(), count);
        close(length(&lines), long);
        close(area(&one(&f, level, Trace::Regions)), above);
    }
}

#[test]
fn lines_and_regions_on_triangles_are_those_of_matplotlib() {
    // matplotlib 3.11, TriContourGenerator on scipy's triangles
    let u = lcg(2000, 11);
    let (x, y): (Vec<f64>, Vec<f64>) = u.chunks(2).map(|u| (u[0], u[1])).unzip();
    let z: Vec<f64> = x.iter().zip(&y).map(|(x, y)| (7.0 * x).sin() * (5.0 * y).cos()).collect();
    let triangles = Triangles::between(&x, &y);
    let f = TriangleField { triangles: &triangles, z: &z, x: &x, y: &y };
    let levels = [-0.5, 0.0, 0.5];
    let (lines, regions) = (f.trace(&levels, Trace::Lines), f.trace(&levels, Trace::Regions));
    let wanted = [(3, 2.38397296, 0.831356111), (3, 4.968459897, 0.483140693), (2, 2.96741422, 0.154295039)];
    for (k, (count, long, above)) in wanted.into_iter().enumerate() {
        assert_eq!(lines[k].ends.len(), count);
        close(length(&lines[k]), long);
        close(area(&regions[k]), above);
    }
    close(area(&f.trace(&[-2.0], Trace::Regions)[0]), 0.9890632757451385);
    // whichever way round triangles are given; one without a value is a hole
    let turned: Vec<f64> = triangles.corners.iter().flat_map(|[a, b, c]| [*b, *a, *c].map(f64::from)).collect();
    let triangles = Triangles::given(&turned, &x, &y);
    let f = TriangleField { triangles: &triangles, z: &z, x: &x, y: &y };
    close(area(&f.trace(&[0.0], Trace::Regions)[0]), 0.483140693);
    let square = Triangles::given(&[0.0, 1.0, 2.0, 0.0, 3.0, 2.0], &[0.0, 1.0, 1.0, 0.0], &[0.0, 0.0, 1.0, 1.0]);
    let z = [1.0, f64::NAN, 1.0, 1.0];
    let f = TriangleField { triangles: &square, z: &z, x: &[0.0, 1.0, 1.0, 0.0], y: &[0.0, 0.0, 1.0, 1.0] };
    assert_eq!(area(&f.trace(&[0.5], Trace::Regions)[0]), 0.5);
}

#[test]
fn time_is_linear_in_what_is_traced() {
    // all corners of a fan and of a chessboard meet; what would be quadratic takes minutes
    let n = 100_000;
    let (mut x, mut y) = (vec![0.0], vec![0.0]);
    let mut corners = Vec::new();
    for i in 0..n {
        let turn = f64::from(i) * 6.0 / f64::from(n);
        x.push(turn.cos());
        y.push(turn.sin());
        if i % 2 == 1 {
            corners.extend([0.0, f64::from(i), f64::from(i + 1)]);
        }
    }
    let z = vec![1.0; x.len()];
    let triangles = Triangles::given(&corners, &x, &y);
    let f = TriangleField { triangles: &triangles, z: &z, x: &x, y: &y };
    let region = f.trace(&[0.0], Trace::Regions).remove(0);
    assert!(region.x.len() == corners.len(), "{}", region.x.len());
    let side: Vec<f64> = (0..700).map(f64::from).collect();
    let z: Vec<f64> = (0..700 * 700).map(|i| f64::from((i / 700 + i) % 2)).collect();
    let lines = field(700, 700, &z, &side, &side).trace(&[0.25, 0.5, 0.75], Trace::Regions);
    assert_eq!(lines.len(), 3);
}

#[test]
fn lengths_and_bands_are_those_of_contourpy() {
    let (x, y, z) = hills();
    let f = field(81, 121, &z, &x, &y);
    let lengths = [(-0.6, 3.604260989), (-0.15, 5.482458617), (0.15, 7.514178642), (0.6, 3.604260989)];
    for (level, want) in lengths {
        let lines = one(&f, level, Trace::Lines);
        assert_eq!(lines.ends.len(), 1);
        close(length(&lines), want);
    }
    for (lo, hi, want) in [(-0.6, -0.15, 2.805999239), (-0.15, 0.15, 15.883926444), (0.15, 0.6, 3.281105454)] {
        close(area(&one(&f, lo, Trace::Regions)) - area(&one(&f, hi, Trace::Regions)), want);
    }
}

/// A field of 81 x 121 values that has a peak and a pit.
fn hills() -> (Vec<f64>, Vec<f64>, Vec<f64>) {
    let x: Vec<f64> = (0..121).map(|i| -3.0 + 6.0 * f64::from(i) / 120.0).collect();
    let y: Vec<f64> = (0..81).map(|i| -2.0 + 4.0 * f64::from(i) / 80.0).collect();
    let mut z = Vec::new();
    for y in &y {
        for x in &x {
            z.push((-x * x - y * y).exp() - (-(x - 1.0) * (x - 1.0) - (y - 1.0) * (y - 1.0)).exp());
        }
    }
    (x, y, z)
}

#[test]
fn areas_are_those_of_contourpy() {
    // matplotlib's contourf of this field, lower levels up to infinity, its areas by the shoelace formula
    let (x, y, z) = hills();
    let f = field(81, 121, &z, &x, &y);
    for (level, want) in AREAS {
        let got = area(&one(&f, *level, Trace::Regions));
        assert!((got - want).abs() < 1e-6, "{level}: {got}, {want}");
    }
}

/// Levels, and the area at or above.
const AREAS: &[(f64, f64)] =
    &[(-0.6, 22.9855155685), (-0.15, 20.1795163293), (0.15, 4.2955898854), (0.6, 1.0144844315)];
