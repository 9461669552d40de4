use super::*;
use crate::text::Words;

/// Text, angle, alignments, and left, top, right, bottom around (0, 0), at 10 pt and 100 dpi, from matplotlib
/// 3.11.2 (`Text.get_window_extent`).
#[rustfmt::skip]
const BOUNDS: &[(&str, f32, HAlign, VAlign, [f32; 4])] = &[
    ("time (s)", 0.0, HAlign::Left, VAlign::Top, [0.000, 0.000, 53.000, 14.337]),
    ("time (s)", 0.0, HAlign::Center, VAlign::Center, [-26.500, -7.168, 26.500, 7.168]),
    ("time (s)", 0.0, HAlign::Right, VAlign::CenterBaseline, [-53.000, -5.500, 0.000, 8.837]),
    ("time (s)", 0.0, HAlign::Center, VAlign::Baseline, [-26.500, -11.000, 26.500, 3.337]),
    ("time (s)", 0.0, HAlign::Right, VAlign::Bottom, [-53.000, -14.337, 0.000, 0.000]),
    ("time (s)", 90.0, HAlign::Center, VAlign::Bottom, [-7.168, -53.000, 7.168, 0.000]),
    ("time (s)", 90.0, HAlign::Right, VAlign::Center, [-14.337, -26.500, 0.000, 26.500]),
    ("time (s)", 90.0, HAlign::Left, VAlign::Baseline, [0.000, -49.663, 14.337, 3.337]),
    ("time (s)", 270.0, HAlign::Center, VAlign::Bottom, [-7.168, -53.000, 7.168, 0.000]),
    ("time (s)", 270.0, HAlign::Right, VAlign::Center, [-14.337, -26.500, 0.000, 26.500]),
    ("time (s)", 270.0, HAlign::Left, VAlign::Baseline, [0.000, -49.663, 14.337, 3.337]),
    ("time (s)", 30.0, HAlign::Left, VAlign::Top, [0.000, 0.000, 53.068, 38.916]),
    ("time (s)", 30.0, HAlign::Center, VAlign::Center, [-26.534, -19.458, 26.534, 19.458]),
    ("time (s)", 30.0, HAlign::Right, VAlign::CenterBaseline, [-53.068, -5.500, 0.000, 33.416]),
    ("time (s)", 30.0, HAlign::Center, VAlign::Baseline, [-26.534, -35.579, 26.534, 3.337]),
    ("time (s)", 30.0, HAlign::Right, VAlign::Bottom, [-53.068, -38.916, 0.000, 0.000]),
    ("time (s)", 200.0, HAlign::Center, VAlign::Bottom, [-27.354, -31.599, 27.354, 0.000]),
    ("time (s)", 200.0, HAlign::Right, VAlign::Center, [-54.707, -15.800, 0.000, 15.800]),
    ("time (s)", 200.0, HAlign::Left, VAlign::Baseline, [0.000, -28.262, 54.707, 3.337]),
    ("xx", 0.0, HAlign::Left, VAlign::Top, [0.000, 0.000, 16.000, 13.889]),
    ("xx", 0.0, HAlign::Center, VAlign::Center, [-8.000, -6.944, 8.000, 6.944]),
    ("xx", 0.0, HAlign::Right, VAlign::CenterBaseline, [-16.000, -5.276, 0.000, 8.613]),
    ("xx", 0.0, HAlign::Center, VAlign::Baseline, [-8.000, -10.552, 8.000, 3.337]),
    ("xx", 0.0, HAlign::Right, VAlign::Bottom, [-16.000, -13.889, 0.000, 0.000]),
    ("xx", 90.0, HAlign::Center, VAlign::Bottom, [-6.944, -16.000, 6.944, 0.000]),
    ("xx", 90.0, HAlign::Right, VAlign::Center, [-13.889, -8.000, 0.000, 8.000]),
    ("xx", 90.0, HAlign::Left, VAlign::Baseline, [0.000, -12.663, 13.889, 3.337]),
    ("xx", 270.0, HAlign::Center, VAlign::Bottom, [-6.944, -16.000, 6.944, 0.000]),
    ("xx", 270.0, HAlign::Right, VAlign::Center, [-13.889, -8.000, 0.000, 8.000]),
    ("xx", 270.0, HAlign::Left, VAlign::Baseline, [0.000, -12.663, 13.889, 3.337]),
    ("xx", 30.0, HAlign::Left, VAlign::Top, [0.000, 0.000, 20.801, 20.028]),
    ("xx", 30.0, HAlign::Center, VAlign::Center, [-10.400, -10.014, 10.400, 10.014]),
    ("xx", 30.0, HAlign::Right, VAlign::CenterBaseline, [-20.801, -5.276, 0.000, 14.752]),
    ("xx", 30.0, HAlign::Center, VAlign::Baseline, [-10.400, -16.692, 10.400, 3.337]),
    ("xx", 30.0, HAlign::Right, VAlign::Bottom, [-20.801, -20.028, 0.000, 0.000]),
    ("xx", 200.0, HAlign::Center, VAlign::Bottom, [-9.893, -18.524, 9.893, 0.000]),
    ("xx", 200.0, HAlign::Right, VAlign::Center, [-19.785, -9.262, 0.000, 9.262]),
    ("xx", 200.0, HAlign::Left, VAlign::Baseline, [0.000, -15.187, 19.785, 3.337]),
    ("Two\nlines of (q)", 0.0, HAlign::Left, VAlign::Top, [0.000, 0.000, 74.000, 33.786]),
    ("Two\nlines of (q)", 0.0, HAlign::Center, VAlign::Center, [-37.000, -16.893, 37.000, 16.893]),
    ("Two\nlines of (q)", 0.0, HAlign::Right, VAlign::CenterBaseline, [-74.000, -14.530, 0.000, 19.257]),
    ("Two\nlines of (q)", 0.0, HAlign::Center, VAlign::Baseline, [-37.000, -29.060, 37.000, 4.727]),
    ("Two\nlines of (q)", 0.0, HAlign::Right, VAlign::Bottom, [-74.000, -33.786, 0.000, 0.000]),
    ("Two\nlines of (q)", 90.0, HAlign::Center, VAlign::Bottom, [-16.893, -74.000, 16.893, 0.000]),
    ("Two\nlines of (q)", 90.0, HAlign::Right, VAlign::Center, [-33.786, -37.000, 0.000, 37.000]),
    ("Two\nlines of (q)", 90.0, HAlign::Left, VAlign::Baseline, [0.000, -69.273, 33.786, 4.727]),
    ("Two\nlines of (q)", 270.0, HAlign::Center, VAlign::Bottom, [-16.893, -74.000, 16.893, 0.000]),
    ("Two\nlines of (q)", 270.0, HAlign::Right, VAlign::Center, [-33.786, -37.000, 0.000, 37.000]),
    ("Two\nlines of (q)", 270.0, HAlign::Left, VAlign::Baseline, [0.000, -69.273, 33.786, 4.727]),
    ("Two\nlines of (q)", 30.0, HAlign::Left, VAlign::Top, [0.000, 0.000, 80.979, 66.260]),
    ("Two\nlines of (q)", 30.0, HAlign::Center, VAlign::Center, [-40.490, -33.130, 40.490, 33.130]),
    ("Two\nlines of (q)", 30.0, HAlign::Right, VAlign::CenterBaseline, [-80.979, -14.530, 0.000, 51.730]),
    ("Two\nlines of (q)", 30.0, HAlign::Center, VAlign::Baseline, [-40.490, -61.533, 40.490, 4.727]),
    ("Two\nlines of (q)", 30.0, HAlign::Right, VAlign::Bottom, [-80.979, -66.260, 0.000, 0.000]),
    ("Two\nlines of (q)", 200.0, HAlign::Center, VAlign::Bottom, [-40.546, -57.058, 40.546, 0.000]),
    ("Two\nlines of (q)", 200.0, HAlign::Right, VAlign::Center, [-81.093, -28.529, 0.000, 28.529]),
    ("Two\nlines of (q)", 200.0, HAlign::Left, VAlign::Baseline, [0.000, -52.332, 81.093, 4.727]),
];

#[test]
fn bounds_are_those_of_matplotlib() {
    for &(text, angle, ha, va, want) in BOUNDS {
        let layout = TextLayout::new(&Words::new(text, 1000.0 / 72.0));
        let at = Point::new(37.0, 53.0);
        let b = bounds(&layout, Anchor { at, ha, va, angle });
        let got = [b.x0 - at.x, b.y0 - at.y, b.x1 - at.x, b.y1 - at.y];
        for (got_edge, want_edge) in got.iter().zip(want) {
            assert!(
                (got_edge - want_edge).abs() < 0.01,
                "{text:?} {angle} {ha:?} {va:?}: {got:?}, matplotlib {want:?}"
            );
        }
    }
}

#[test]
fn turns_are_exact_by_quarters_and_right_between() {
    for (degrees, sin, cos) in
        [(0.0, 0.0, 1.0), (90.0, 1.0, 0.0), (180.0, 0.0, -1.0), (-90.0, -1.0, 0.0), (450.0, 1.0, 0.0)]
    {
        let turn = Turn::new(degrees).expect("finite");
        assert_eq!((turn.sin, turn.cos), (sin, cos), "{degrees}");
        assert!(turn.quarters.is_some());
    }
    for degrees in (-720..720).map(|d| d as f32 * 0.7 + 0.1) {
        let turn = Turn::new(degrees).expect("finite");
        let (sin, cos) = f64::from(degrees).to_radians().sin_cos();
        assert!((turn.sin - sin).abs() < 1e-12 && (turn.cos - cos).abs() < 1e-12, "{degrees}");
    }
    assert_eq!(Turn::new(90.0).map(|t| t.apply(1.0, 0.0)), Some((0.0, -1.0)), "counter-clockwise: right becomes up");
    assert_eq!((Turn::new(f32::NAN), Turn::new(f32::INFINITY)), (None, None));
}

#[test]
fn an_empty_text_is_its_point() {
    let at = Point::new(3.0, 4.0);
    let b = bounds(
        &TextLayout::new(&Words::new("", 10.0)),
        Anchor { at, ha: HAlign::Center, va: VAlign::Top, angle: 33.0 },
    );
    assert_eq!(b, Rect::new(3.0, 4.0, 3.0, 4.0));
}

#[test]
fn a_text_turns_about_its_anchor() {
    let mut words = Words::new("a\nlabel", 14.0);
    words.setting.rotation = RotationMode::Anchor;
    let layout = TextLayout::new(&words);
    for angle in [0.0, 30.0, 90.0, 217.0] {
        let anchor = Anchor { at: Point::new(40.0, 50.0), ha: HAlign::Left, va: VAlign::Baseline, angle };
        let (_, origins) = line_origins(&layout, anchor);
        let last = origins.last().unwrap();
        assert!((last.0 - 40.0).abs() < 1e-9 && (last.1 - 50.0).abs() < 1e-9, "{angle}: {last:?}");
    }
}

#[test]
fn lines_have_their_own_alignment() {
    let mut words = Words::new("wide enough\ni", 14.0);
    let starts = |words: &Words<'_>| -> Vec<f64> {
        let anchor = Anchor { at: Point::default(), ha: HAlign::Right, va: VAlign::Top, angle: 0.0 };
        line_origins(&TextLayout::new(words), anchor).1.map(|origin| origin.0).collect()
    };
    let right = starts(&words);
    words.setting.lines = Some(HAlign::Left);
    let left = starts(&words);
    words.setting.lines = Some(HAlign::Center);
    let center = starts(&words);
    assert_eq!((left[0], center[0]), (right[0], right[0]));
    assert_eq!(left[1], left[0]);
    assert!((center[1] * 2.0 - left[1] - right[1]).abs() < 1e-4, "{left:?} {center:?} {right:?}");
}
