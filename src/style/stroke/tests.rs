use super::*;

fn custom(offset: f32, pattern: &[f32]) -> LineStyle {
    LineStyle::Custom { offset, pattern: pattern.to_vec() }
}

#[test]
fn patterns_are_matplotlibs_times_the_width() {
    // matplotlib.lines._scale_dashes(*_get_dash_pattern(style), lw)
    let table: [(&str, f32, &[f32]); 4] = [
        ("--", 1.5, &[5.55, 2.4]),
        ("-.", 1.5, &[9.6, 2.4, 1.5, 2.4]),
        (":", 1.5, &[1.5, 2.475]),
        ("dashed", 2.0, &[7.4, 3.2]),
    ];
    for (text, width, expected) in table {
        let dashes = LineStyle::parse(text).and_then(|s| s.dashes(width)).expect(text);
        assert_eq!(dashes.offset, 0.0);
        assert_eq!(dashes.pattern.len(), expected.len());
        for (a, b) in dashes.pattern.iter().zip(expected) {
            assert!((a - b).abs() < 1e-6, "{text}: {a} {b}");
        }
    }
    assert_eq!(LineStyle::Solid.dashes(1.0), None);
    assert_eq!(LineStyle::None.dashes(1.0), None);
}

#[test]
fn own_patterns() {
    let d = custom(7.0, &[2.0, 1.0]).dashes(2.0);
    assert_eq!(d, Some(Dashes { offset: 2.0, pattern: vec![4.0, 2.0] }));
    let d = custom(-1.0, &[2.0, 1.0]).dashes(1.0);
    assert_eq!(d, Some(Dashes { offset: 2.0, pattern: vec![2.0, 1.0] }));
    let d = custom(4.0, &[2.0, 1.0, 3.0]).dashes(1.0);
    assert_eq!(d, Some(Dashes { offset: 4.0, pattern: vec![2.0, 1.0, 3.0, 2.0, 1.0, 3.0] }));
}

#[test]
fn patterns_that_cannot_be_drawn_are_solid() {
    let bad: [&[f32]; 5] = [&[], &[0.0, 0.0], &[1.0, -1.0], &[-1.0, 3.0], &[f32::NAN, 1.0]];
    for pattern in bad {
        assert_eq!(custom(0.0, pattern).dashes(1.0), None, "{pattern:?}");
    }
    assert_eq!(custom(f32::NAN, &[1.0, 1.0]).dashes(1.0), None);
    assert_eq!(LineStyle::Dashed.dashes(0.0), None);
}

#[test]
fn an_offset_is_always_less_than_the_pattern() {
    for offset in [-1e-9, -1e-30, 1e9, -1e9, 5.3] {
        let d = custom(offset, &[3.7, 1.6]).dashes(1.0).expect("drawable");
        assert!(d.offset >= 0.0 && d.offset < d.pattern.iter().sum(), "{offset}: {}", d.offset);
    }
}

#[test]
fn markers_by_letter() {
    assert_eq!("o".into_marker(), Marker::Circle);
    assert_eq!('D'.into_marker(), Marker::Diamond);
    for none in ["", " ", "none", "None"] {
        assert_eq!(none.into_marker(), Marker::None);
    }
}

#[test]
#[should_panic(expected = "`oo` is not a marker")]
fn unknown_markers_panic() {
    let _ = "oo".into_marker();
}

#[test]
#[should_panic(expected = "`---` is not a line style")]
fn unknown_styles_panic() {
    let _ = "---".into_linestyle();
}
