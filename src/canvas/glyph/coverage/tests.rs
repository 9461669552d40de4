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
