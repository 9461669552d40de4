use super::*;

fn field<'a>(rows: usize, cols: usize, z: &'a [f64], x: &'a [f64], y: &'a [f64]) -> Field<'a> {
    Field { rows, cols, z, x, y }
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
    let lines = f.trace(0.5, Trace::Lines);
    assert_eq!(lines.ends, [(4, true)]);
    let region = f.trace(0.5, Trace::Regions);
    assert_eq!(region.ends.len(), 1);
    assert!((area(&region) - 0.5).abs() < 1e-12, "{}", area(&region));
    // all of it
    assert_eq!(area(&f.trace(-1.0, Trace::Regions)), 4.0);
    assert_eq!(f.trace(-1.0, Trace::Lines), Runs::default());
    assert_eq!(f.trace(1.5, Trace::Regions), Runs::default());
    // with a hole: what is below is not in it
    let pit = z.map(|v| -v);
    let around = field(3, 3, &pit, &at, &at).trace(-0.5, Trace::Regions);
    assert_eq!(around.ends.len(), 2);
    assert!((area(&around) - 3.5).abs() < 1e-12);
}

#[test]
fn a_slope_has_a_line_from_border_to_border() {
    let z = [0.0, 1.0, 2.0, 0.0, 1.0, 2.0];
    let f = field(2, 3, &z, &[0.0, 1.0, 2.0], &[5.0, 7.0]);
    let lines = f.trace(0.25, Trace::Lines);
    assert_eq!(lines.ends, [(2, false)]);
    assert_eq!((lines.x[0], lines.x[1]), (0.25, 0.25));
    assert_eq!(area(&f.trace(0.25, Trace::Regions)), 1.75 * 2.0);
    // through the values themselves
    assert_eq!(area(&f.trace(1.0, Trace::Regions)), 2.0);
}

#[test]
fn opposite_corners_are_joined_where_the_middle_is_high() {
    let at = [0.0, 1.0];
    let (low, high) = ([1.0, 0.0, 0.0, 1.0], [1.0, 0.4, 0.4, 1.0]);
    assert_eq!(field(2, 2, &low, &at, &at).trace(0.6, Trace::Regions).ends.len(), 2);
    assert_eq!(field(2, 2, &high, &at, &at).trace(0.6, Trace::Regions).ends.len(), 1);
    assert_eq!(field(2, 2, &low, &at, &at).trace(0.6, Trace::Lines).ends.len(), 2);
}

#[test]
fn what_is_no_number_leaves_triangles() {
    let at = [0.0, 1.0, 2.0];
    let z = [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, f64::NAN];
    assert_eq!(area(&field(3, 3, &z, &at, &at).trace(0.0, Trace::Regions)), 3.5);
    let z = [1.0, 1.0, 1.0, 1.0, f64::NAN, 1.0, 1.0, 1.0, 1.0];
    let ring = field(3, 3, &z, &at, &at).trace(0.0, Trace::Regions);
    assert_eq!(area(&ring), 2.0);
    assert_eq!(field(3, 3, &[f64::NAN; 9], &at, &at).trace(0.0, Trace::Regions), Runs::default());
}

#[test]
fn areas_are_those_of_contourpy() {
    // matplotlib's contourf of this field, lower levels up to infinity, its areas by the shoelace formula
    let x: Vec<f64> = (0..121).map(|i| -3.0 + 6.0 * f64::from(i) / 120.0).collect();
    let y: Vec<f64> = (0..81).map(|i| -2.0 + 4.0 * f64::from(i) / 80.0).collect();
    let mut z = Vec::new();
    for y in &y {
        for x in &x {
            z.push((-x * x - y * y).exp() - (-(x - 1.0) * (x - 1.0) - (y - 1.0) * (y - 1.0)).exp());
        }
    }
    let f = field(81, 121, &z, &x, &y);
    for (level, want) in AREAS {
        let got = area(&f.trace(*level, Trace::Regions));
        assert!((got - want).abs() < 1e-6, "{level}: {got}, {want}");
    }
}

/// Levels, and the area at or above.
const AREAS: &[(f64, f64)] =
    &[(-0.6, 22.9855155685), (-0.15, 20.1795163293), (0.15, 4.2955898854), (0.6, 1.0144844315)];
