use super::*;

fn polygon(points: &[(f32, f32)]) -> Vec<Segment> {
    let mut out = vec![Segment::Move(Point::new(points[0].0, points[0].1))];
    out.extend(points[1..].iter().chain(&points[..1]).map(|&(x, y)| Segment::Line(Point::new(x, y))));
    out
}

#[test]
fn areas_of_rectangles_and_triangles() {
    let mask = Mask::of(&polygon(&[(0.5, 0.25), (2.5, 0.25), (2.5, 2.0), (0.5, 2.0)]), |p| p);
    assert_eq!((mask.left, mask.top, mask.width), (0, 0, 3));
    assert_eq!(mask.cover, [96, 192, 96, 128, 255, 128]);
    // Half of a square, either way round.
    let mask = Mask::of(&polygon(&[(-2.0, -2.0), (0.0, 0.0), (-2.0, 0.0)]), |p| p);
    assert_eq!((mask.left, mask.top, mask.cover), (-2, -2, vec![128, 0, 255, 128]));
}

#[test]
fn a_parabola_has_two_thirds_of_its_box() {
    let outline = [Segment::Move(Point::new(0.0, 0.0)), Segment::Quad(Point::new(50.0, 120.0), Point::new(100.0, 0.0))];
    let mask = Mask::of(&outline, |p| p);
    let area: f64 = mask.cover.iter().map(|&c| f64::from(c) / 255.0).sum();
    assert!((area - 4000.0).abs() < 20.0, "{area}");
}

#[test]
fn nothing_is_nothing() {
    assert_eq!(Mask::of(&[], |p| p), Mask::default());
    assert_eq!(Mask::of(&[], |p| p).rows().count(), 0);
}

/// A quadratic curve, written as a cubic one, covers the same.
#[test]
fn cubic_curves() {
    let at = Point::new;
    let quad =
        [Segment::Move(at(0.0, 0.0)), Segment::Quad(at(50.0, 120.0), at(100.0, 0.0)), Segment::Line(at(0.0, 0.0))];
    let third = |from: f32, to: f32| from + (to - from) * 2.0 / 3.0;
    let (a, b) = (at(third(0.0, 50.0), third(0.0, 120.0)), at(third(100.0, 50.0), third(0.0, 120.0)));
    let cubic = [quad[0], Segment::Cubic(a, b, at(100.0, 0.0)), quad[2]];
    let (one, other) = (Mask::of(&quad, |p| p), Mask::of(&cubic, |p| p));
    // the control points are lower, and so is the mask
    assert_eq!((one.left, one.top, one.width), (other.left, other.top, other.width));
    for (a, b) in one.rows().zip(other.rows()) {
        assert!(a.iter().zip(b).all(|(a, b)| a.abs_diff(*b) <= 2));
    }
}
