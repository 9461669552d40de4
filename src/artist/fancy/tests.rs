use super::arrow_style::{ArrowStyle, NAMES};
use super::box_style::BoxForm;
use super::connection::ConnectionStyle;
use super::curve::{Part, Track};
use super::parameters;
use crate::geom::{Outline, Spot, Step};
use crate::style::NameOr;

/// The points that lines and curves end at.
fn ends(outline: &Outline) -> Vec<Spot> {
    let mut out = Vec::new();
    for step in outline.steps() {
        match *step {
            Step::Move(p) | Step::Line(p) | Step::Cubic(_, _, p) => out.push(p),
            Step::Close => {}
        }
    }
    out
}

#[track_caller]
fn same(name: &str, ours: &[Spot], theirs: &[Spot]) {
    let near = |(a, b): (&Spot, &Spot)| (a.0 - b.0).abs() < 2e-3 && (a.1 - b.1).abs() < 2e-3;
    assert!(ours.len() == theirs.len() && ours.iter().zip(theirs).all(near), "{name}: {ours:.3?} and not {theirs:.3?}");
}

// matplotlib 3.11: BoxStyle(name)(0, 0, 40, 10, 10)
#[test]
fn boxes_are_matplotlibs() {
    let round = [
        (0.0, -3.0),
        (40.0, -3.0),
        (43.0, 0.0),
        (43.0, 10.0),
        (40.0, 13.0),
        (0.0, 13.0),
        (-3.0, 10.0),
        (-3.0, 0.0),
        (0.0, -3.0),
    ];
    let rounder = [
        (-3.0, -5.0),
        (43.0, -5.0),
        (45.0, -3.0),
        (45.0, 13.0),
        (43.0, 15.0),
        (-3.0, 15.0),
        (-5.0, 13.0),
        (-5.0, -3.0),
        (-3.0, -5.0),
    ];
    let circle = [
        (20.0, -18.0),
        (36.263, -11.263),
        (43.0, 5.0),
        (36.263, 21.263),
        (20.0, 28.0),
        (3.737, 21.263),
        (-3.0, 5.0),
        (3.737, -11.263),
        (20.0, -18.0),
    ];
    let ellipse = [
        (20.0, -6.314),
        (43.0, -3.0),
        (52.527, 5.0),
        (43.0, 13.0),
        (20.0, 16.314),
        (-3.0, 13.0),
        (-12.527, 5.0),
        (-3.0, -3.0),
        (20.0, -6.314),
    ];
    let both = [
        (1.0, 13.0),
        (1.0, 17.0),
        (-11.0, 5.0),
        (1.0, -7.0),
        (1.0, -3.0),
        (39.0, -3.0),
        (39.0, -7.0),
        (51.0, 5.0),
        (39.0, 17.0),
        (39.0, 13.0),
    ];
    let backward = [
        (-3.0, -11.0),
        (10.856, -3.0),
        (29.144, -3.0),
        (43.0, -11.0),
        (43.0, 21.0),
        (29.144, 13.0),
        (10.856, 13.0),
        (-3.0, 21.0),
    ];
    let boxes: &[(&str, &[Spot])] = &[
        ("square", &[(-3.0, -3.0), (43.0, -3.0), (43.0, 13.0), (-3.0, 13.0)]),
        ("round", &round),
        ("round,pad=0.5,rounding_size=0.2", &rounder),
        ("round4", &[(-1.5, -1.5), (41.5, -1.5), (41.5, 11.5), (-1.5, 11.5), (-1.5, -1.5)]),
        ("circle", &circle),
        ("ellipse", &ellipse),
        ("larrow", &[(43.0, -3.0), (1.0, -3.0), (1.0, -7.0), (-11.0, 5.0), (1.0, 17.0), (1.0, 13.0), (43.0, 13.0)]),
        ("rarrow", &[(-3.0, -3.0), (39.0, -3.0), (39.0, -7.0), (51.0, 5.0), (39.0, 17.0), (39.0, 13.0), (-3.0, 13.0)]),
        ("darrow", &both),
        (
            "rarrow,head_width=2,head_angle=-60",
            &[(-3.0, -3.0), (29.144, -3.0), (43.0, -11.0), (43.0, 21.0), (29.144, 13.0), (-3.0, 13.0)],
        ),
        ("darrow,head_width=2,head_angle=-60", &backward),
        (
            "rarrow,head_width=0.5",
            &[(-3.0, -3.0), (43.0, -3.0), (43.0, 1.0), (47.0, 5.0), (43.0, 9.0), (43.0, 13.0), (-3.0, 13.0)],
        ),
    ];
    for (name, points) in boxes {
        same(name, &ends(&BoxForm::parse(name).around((0.0, 0.0), (40.0, 10.0), 10.0)), points);
    }
    // fourteen teeth along x and four along y, in and out
    let teeth = ends(&BoxForm::parse("sawtooth").around((0.0, 0.0), (40.0, 10.0), 10.0));
    assert_eq!(teeth.len(), 153);
    same("sawtooth", &teeth[..4], &[(-2.25, -2.25), (-1.5, -3.0), (-0.732, -2.25), (0.036, -1.5)]);
    same("sawtooth", &teeth[57..62], &[(41.5, -3.0), (42.25, -2.25), (43.0, -1.5), (42.25, -0.688), (41.5, 0.125)]);
    same("sawtooth", &teeth[150..], &[(-2.25, -0.688), (-3.0, -1.5), (-2.25, -2.25)]);
    let round = ends(&BoxForm::parse("roundtooth,tooth_size=0.4").around((0.0, 0.0), (40.0, 10.0), 10.0));
    assert_eq!(round.len(), 29);
    same("roundtooth", &round[..3], &[(-1.0, -1.0), (2.9, -1.0), (6.7, -1.0)]);
    same("roundtooth", &round[10..14], &[(37.1, -1.0), (41.0, -1.0), (41.0, 3.0), (41.0, 7.0)]);
}

#[test]
fn boxes_of_any_size_are_boxes() {
    for style in ["square", "round", "round4", "circle", "ellipse", "larrow", "darrow", "sawtooth", "roundtooth"] {
        for size in [(0.0, 0.0), (1e300, 1e-300), (1e300, 1e300), (f64::NAN, 1.0), (1e6, 1.0)] {
            for unit in [0.0, 1e-300, 1.0, 1e300] {
                let outline = BoxForm::parse(style).around((0.0, 0.0), size, unit);
                assert!(outline.steps().len() < 20_000, "{style} {size:?} {unit}");
            }
        }
    }
}

/// The points of a track, also those that pull at curves.
fn points(track: &Track) -> Vec<Spot> {
    let mut out = vec![track.start];
    for part in &track.parts {
        match *part {
            Part::Line(to) => out.push(to),
            Part::Quad(control, to) => out.extend([control, to]),
        }
    }
    out
}

// matplotlib 3.11: ConnectionStyle(name)((0, 0), (40, 30), shrinkA=0, shrinkB=0)
#[test]
fn connections_are_matplotlibs() {
    let arms = [
        (0.0, 0.0),
        (16.0, 0.0),
        (20.0, 0.0),
        (21.789, 3.578),
        (38.211, 36.422),
        (40.0, 40.0),
        (40.0, 36.0),
        (40.0, 30.0),
    ];
    let ways: &[(&str, &[Spot])] = &[
        ("arc3,rad=0.2", &[(0.0, 0.0), (26.0, 7.0), (40.0, 30.0)]),
        ("angle3", &[(0.0, 0.0), (0.0, 30.0), (40.0, 30.0)]),
        ("angle3,angleA=0,angleB=90", &[(0.0, 0.0), (40.0, 0.0), (40.0, 30.0)]),
        ("angle,angleA=0,angleB=90,rad=5", &[(0.0, 0.0), (35.0, 0.0), (40.0, 0.0), (40.0, 5.0), (40.0, 30.0)]),
        ("arc,angleA=0,angleB=90,armA=20,armB=10,rad=4", &arms),
        ("arc,armB=10", &[(0.0, 0.0), (50.0, 30.0), (40.0, 30.0)]),
        ("bar", &[(0.0, 0.0), (9.0, -12.0), (49.0, 18.0), (40.0, 30.0)]),
        ("bar,angle=0,fraction=0.1,armA=3", &[(0.0, 0.0), (0.0, -8.0), (40.0, -8.0), (40.0, 30.0)]),
    ];
    for (name, way) in ways {
        let style: ConnectionStyle = (*name).value();
        same(name, &points(&style.connect((0.0, 0.0), (40.0, 30.0))), way);
    }
    // lines that never meet turn half-way
    let side_by_side = ConnectionStyle::Angle3 { angle_a: 0.0, angle_b: 180.0 };
    same("parallel", &points(&side_by_side.connect((0.0, 0.0), (4.0, 2.0))), &[(0.0, 0.0), (2.0, 1.0), (4.0, 2.0)]);
    // and what has no length, no direction
    for name in ["arc3,rad=1", "angle,rad=5", "arc,armA=5,armB=5,rad=2", "bar,angle=30", "bar"] {
        let style: ConnectionStyle = name.value();
        for p in points(&style.connect((3.0, 4.0), (3.0, 4.0))) {
            assert!(p.0.is_finite() && p.1.is_finite(), "{name}");
        }
    }
}

#[test]
fn ways_are_cut_where_they_leave() {
    let way = ConnectionStyle::Arc3 { rad: 0.2 }.connect((0.0, 0.0), (40.0, 30.0));
    let (_, way) = way.split(&super::curve::within((0.0, 0.0), 2.0)).unwrap();
    let (way, _) = way.split(&super::curve::within((40.0, 30.0), 2.0)).unwrap();
    // matplotlib, with shrinkA=2 and shrinkB=2, to its hundredth of a pixel
    for (a, b) in points(&way).iter().zip([(1.9225, 0.5443), (25.5687, 7.5743), (38.9386, 28.3059)]) {
        assert!((a.0 - b.0).abs() < 0.02 && (a.1 - b.1).abs() < 0.02, "{a:?} {b:?}");
    }
    assert_eq!(way.split(&|_| false), None);
}

// matplotlib 3.11: ArrowStyle(name)(arc3 with rad=0.2 from (0, 0) to (40, 30), 10, 2.0)
#[test]
fn arrows_are_matplotlibs() {
    let way = ConnectionStyle::Arc3 { rad: 0.2 }.connect((0.0, 0.0), (40.0, 30.0));
    let whole: &[Spot] = &[(0.0, 0.0), (40.0, 30.0)];
    let simple = [
        (-0.26, 0.966),
        (36.443, 26.391),
        (35.216, 27.254),
        (40.0, 30.0),
        (39.305, 24.376),
        (38.078, 25.239),
        (0.26, -0.966),
    ];
    let fancy = [
        (1.159, 0.322),
        (-0.52, 1.931),
        (37.781, 27.636),
        (36.181, 27.768),
        (40.0, 30.0),
        (39.483, 25.511),
        (38.779, 26.97),
        (0.52, -1.931),
    ];
    let arrows: &[(&str, &[&[Spot]])] = &[
        ("-", &[whole]),
        ("->", &[&[(0.0, 0.0), (38.837, 28.09)], &[(35.049, 25.713), (38.837, 28.09), (38.466, 23.633)]]),
        ("<-", &[&[(2.159, 0.581), (40.0, 30.0)], &[(6.542, -0.31), (2.159, 0.581), (5.502, 3.552)]]),
        (
            "-|>,head_length=1,head_width=0.5",
            &[&[(0.0, 0.0), (38.837, 28.09)], &[(29.367, 22.148), (38.837, 28.09), (37.909, 16.948)]],
        ),
        ("-[", &[whole, &[(49.582, 26.509), (48.542, 24.801), (31.458, 35.199), (32.498, 36.908)]]),
        (
            "]-[,angleA=30,lengthB=0.5",
            &[
                whole,
                &[(-8.492, 5.647), (-7.08, 7.063), (7.08, -7.063), (5.667, -8.479)],
                &[(51.142, 29.072), (48.542, 24.801), (31.458, 35.199), (34.058, 39.47)],
            ],
        ),
        (
            "|-|,widthA=0.5",
            &[
                whole,
                &[(-1.3, 4.828), (-1.3, 4.828), (1.3, -4.828), (1.3, -4.828)],
                &[(48.542, 24.801), (48.542, 24.801), (31.458, 35.199), (31.458, 35.199)],
            ],
        ),
        ("simple", &[&simple]),
        ("fancy", &[&fancy]),
        ("wedge", &[&[(0.39, -1.448), (40.0, 30.0), (-0.39, 1.448)]]),
        ("simple,head_length=9", &[&[(-4.66, -48.178), (40.0, 30.0), (-8.931, -45.578)]]),
    ];
    for (name, pieces) in arrows {
        let mut numbers = [None; 12];
        let style: ArrowStyle = parameters::read(name, &NAMES, &mut numbers).value();
        let ours = style.along(&way, &numbers, 10.0, 2.0);
        assert_eq!(ours.len(), pieces.len(), "{name}");
        for (piece, points) in ours.iter().zip(*pieces) {
            // shapes may go round the other way; where two of their points are the same one is enough
            let mut mine = ends(&piece.outline);
            mine.dedup_by(|a, b| style.is_shape() && (a.0 - b.0).abs() + (a.1 - b.1).abs() < 1e-9);
            if style.is_shape() {
                for p in &mine {
                    let near = |q: &&Spot| (p.0 - q.0).abs() < 0.02 && (p.1 - q.1).abs() < 0.02;
                    assert!(points.iter().find(near).is_some(), "{name}: {p:.3?} is not among {points:?}");
                }
                continue;
            }
            same(name, &mine, points);
        }
    }
}

#[test]
fn an_arrow_without_room_has_no_head() {
    let way = ConnectionStyle::default().connect((5.0, 5.0), (5.0, 5.0));
    for style in ["->", "<|-|>", "simple", "fancy", "wedge", "]-[", "|-|"] {
        let mut numbers = [None; 12];
        let style: ArrowStyle = parameters::read(style, &NAMES, &mut numbers).value();
        for piece in style.along(&way, &numbers, 10.0, 1.0) {
            for p in ends(&piece.outline) {
                assert!(p.0.is_finite() && p.1.is_finite());
            }
        }
    }
}
