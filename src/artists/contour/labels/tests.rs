use super::*;

const AREA: Rect = Rect::new(0.0, 0.0, 400.0, 300.0);
const HALF: (f64, f64) = (15.0, 6.0);

fn ring(x: f64, y: f64, r: f64) -> Vec<Point> {
    let at = |i: u32| f64::from(i) * std::f64::consts::TAU / 200.0;
    (0..200).map(|i| Point::new((x + r * at(i).cos()) as f32, (y + r * at(i).sin()) as f32)).collect()
}

fn placed(points: &[Point], closed: bool, others: &[Placed]) -> Option<Placed> {
    Track::new(points, closed).best(HALF, 5.0, AREA, others).map(|(label, _)| label)
}

#[test]
fn labels_stand_where_lines_are_straight() {
    // level for a while, then zigzag
    let mut points = vec![Point::new(20.0, 100.0), Point::new(120.0, 100.0)];
    points.extend((1..60).map(|i| Point::new(120.0 + 4.0 * i as f32, 100.0 + if i % 2 == 0 { 0.0 } else { 12.0 })));
    let label = placed(&points, false, &[]).unwrap();
    assert!(label.at.x < 110.0 && label.at.y == 100.0 && label.along == (1.0, 0.0), "{label:?}");
    // along a slope, and never upside down
    let slope = [Point::new(300.0, 50.0), Point::new(100.0, 250.0)];
    let label = placed(&slope, false, &[]).unwrap();
    assert!((label.along.0 - 0.5_f64.sqrt()).abs() < 1e-6 && label.along.1 < 0.0, "{label:?}");
    assert!((label.at.x - 200.0).abs() < 1.0, "in the middle of the axes: {label:?}");
}

#[test]
fn labels_have_room() {
    // too short
    assert_eq!(placed(&[Point::new(100.0, 100.0), Point::new(140.0, 100.0)], false, &[]), None);
    assert_eq!(placed(&ring(100.0, 100.0, 6.0), true, &[]), None);
    // at the border, and outside
    assert_eq!(placed(&[Point::new(0.0, 3.0), Point::new(400.0, 3.0)], false, &[]), None);
    assert_eq!(placed(&[Point::new(0.0, -80.0), Point::new(400.0, -80.0)], false, &[]), None);
    // most of it outside: in the part that is seen
    let label = placed(&[Point::new(-1e7, 100.0), Point::new(100.0, 100.0)], false, &[]).unwrap();
    assert!((15.0..=80.0).contains(&label.at.x), "{label:?}");
    // not over another
    let line = [Point::new(0.0, 150.0), Point::new(400.0, 150.0)];
    let first = placed(&line, false, &[]).unwrap();
    let second = placed(&[Point::new(0.0, 155.0), Point::new(400.0, 155.0)], false, &[first]).unwrap();
    assert!((second.at.x - first.at.x).abs() >= 35.0, "{first:?} {second:?}");
    assert_eq!(placed(&[], false, &[]), None);
    assert_eq!(placed(&[Point::new(5.0, 5.0)], true, &[]), None);
}

#[test]
fn labels_glide_with_their_lines() {
    let mut before: Option<Placed> = None;
    for k in 0..200 {
        let by = 0.25 * f64::from(k);
        let label = placed(&ring(150.0 + by, 100.0 + by, 40.0 + 0.1 * by), true, &[]).unwrap();
        if let Some(before) = before {
            let apart = libm::hypot(f64::from(label.at.x - before.at.x), f64::from(label.at.y - before.at.y));
            assert!(apart < 1.5, "{k}: {before:?} {label:?}");
        }
        before = Some(label);
    }
}

#[test]
fn a_line_is_cut_under_its_label() {
    let track = Track::new(&[Point::new(0.0, 10.0), Point::new(50.0, 10.0), Point::new(100.0, 10.0)], false);
    let mut out = Vec::new();
    track.cut(40.0, 20.0, &mut out);
    let xs: Vec<f32> = out.iter().filter(|p| p.is_finite()).map(|p| p.x).collect();
    assert_eq!(xs, [0.0, 20.0, 60.0, 100.0]);
    assert!(!out[2].is_finite());
    // a ring is one line from the one end of the gap to the other
    let square = [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0)].map(|(x, y)| Point::new(x, y));
    let track = Track::new(&square, true);
    for far in [350.0, 450.0] {
        out.clear();
        track.cut(far, 20.0, &mut out);
        assert!(out.iter().filter(|p| !p.is_finite()).count() == 1 && out.len() == 7, "{far}: {out:?}");
    }
    out.clear();
    track.whole(&mut out);
    assert_eq!((out[0], out[4], out.len()), (square[0], square[0], 6));
}
