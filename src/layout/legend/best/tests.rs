use super::*;

#[test]
fn segments_cross_rectangles_or_not() {
    let rect = Rect::new(10.0, 10.0, 20.0, 20.0);
    let p = Point::new;
    assert!(crosses(p(0.0, 15.0), p(30.0, 15.0), rect));
    assert!(crosses(p(12.0, 12.0), p(13.0, 14.0), rect));
    assert!(crosses(p(5.0, 16.0), p(16.0, 5.0), rect));
    assert!(!crosses(p(5.0, 14.0), p(14.0, 5.0), rect));
    assert!(!crosses(p(0.0, 0.0), p(9.0, 9.0), rect));
    assert!(!crosses(p(f32::NAN, 15.0), p(30.0, 15.0), rect));
}
