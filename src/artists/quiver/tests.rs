//! Lengths, directions and widths beside matplotlib 3.11.

use super::scaling::Ruler;
use super::*;
use crate::axis::{AxisMap, Scale};
use crate::geom::{Limits, Rect};

/// What is asked, and how long three arrows are in pixels, where they point (degrees, counter-clockwise), and how wide a shaft is.
struct Rule {
    scale: Option<f64>,
    scale_units: Option<&'static str>,
    units: &'static str,
    angles: &'static str,
    width: Option<f64>,
    /// Whether the x axis is a log one.
    log: bool,
    long: [f64; 3],
    way: [f64; 3],
    shaft: f64,
}

/// The axes of a figure of 640 x 480 pixels.
const AREA: Rect = Rect { x0: 80.0, y0: 57.6, x1: 576.0, y1: 427.2 };

fn three() -> Quiver {
    Quiver::new([2.0, 5.0, 7.0], [0.5, 1.0, 2.0], [1.0, 0.5, -3.0], [0.0, 2.0, 1.5])
}

fn axes(log: bool) -> Projection {
    let (scale, lo, hi) = if log { (Scale::Log, 1.0, 100.0) } else { (Scale::Linear, 0.0, 10.0) };
    let x = AxisMap::new(scale, Limits::new(lo, hi), AREA.x0.into(), AREA.x1.into());
    Projection::of_maps(x, AxisMap::new(Scale::Linear, Limits::new(-1.0, 3.0), AREA.y1.into(), AREA.y0.into()))
}

#[test]
fn lengths_follow_matplotlibs_rules() {
    for rule in &RULES {
        let mut quiver = three().units(rule.units).angles(rule.angles);
        (quiver.scaling.scale, quiver.scaling.width) = (rule.scale, rule.width);
        if let Some(units) = rule.scale_units {
            quiver.set_scale_units(units);
        }
        let projection = axes(rule.log);
        let axes = Ruler::new(&projection, AREA, 100.0);
        let said = format!("{:?} {:?} {} {}", rule.scale, rule.scale_units, rule.units, rule.angles);
        for i in 0..3 {
            let (at, uv) = ((quiver.x[i], quiver.y[i]), (quiver.u[i], quiver.v[i]));
            let long = quiver.strength_at(&axes, at, uv) * quiver.per_strength(&axes);
            assert!((long / rule.long[i] - 1.0).abs() < if rule.log { 2e-3 } else { 2e-5 }, "{said}: {long}");
            let (dx, dy) = quiver.way(i, &axes);
            let way = (-dy).atan2(dx).to_degrees();
            assert!((way - rule.way[i]).abs() < if rule.log { 0.05 } else { 2e-4 }, "{said}: {way}");
        }
        let shaft = quiver.scaling.shaft(3, &axes);
        assert!((shaft / rule.shaft - 1.0).abs() < 2e-5, "{said}: {shaft}");
    }
}

#[test]
fn a_recording_has_one_scale() {
    let projection = axes(false);
    let axes = Ruler::new(&projection, AREA, 100.0);
    let mut quiver = Quiver::new([0.0; 4], [0.0; 4], [0.0; 4], [f64::NAN; 4]);
    assert_eq!(quiver.scaling.typical, 0.0);
    quiver.set_uv([2.0; 4], [0.0; 4]);
    let first = quiver.per_strength(&axes);
    assert!((first - 496.0 / 36.0).abs() < 1e-4, "{first}");
    quiver.set_uv([4.0; 4], [0.0; 4]);
    assert_eq!(quiver.per_strength(&axes), first);
    assert_eq!(quiver.rescale().per_strength(&axes), first / 2.0);
    // what was set goes before, and is forgotten then
    assert!((quiver.set_scale(62).per_strength(&axes) - 8.0).abs() < 1e-4);
    assert_eq!(quiver.rescale().per_strength(&axes), first / 2.0);
    let mut data = Quiver::new([0.2; 4], [0.4; 4], [2.0; 4], [0.0; 4]).scale_units("xy");
    let first = data.per_strength(&axes);
    data.set_uv([4.0; 4], [0.0; 4]);
    assert!((data.per_strength(&axes) / first - 1.0).abs() < 1e-12 && first > 0.0, "{first}");
    assert!((data.rescale().per_strength(&axes) / first - 0.5).abs() < 1e-12);
    let ends = three().along_data(true);
    assert_eq!((ends.per_strength(&axes), ends.get_scale_units()), (1.0, Some(QuiverUnits::Xy)));
}

#[test]
fn directions_may_be_given() {
    let projection = axes(false);
    let axes = Ruler::new(&projection, AREA, 100.0);
    let quiver = three().directions([0.0, 90.0, f64::NAN]);
    let ways = [0, 1, 2].map(|i| quiver.way(i, &axes));
    assert!(ways[0] == (1.0, 0.0) && ways[1].0.abs() < 1e-15 && ways[1].1 == -1.0 && ways[2] == (1.0, 0.0), "{ways:?}");
    assert_eq!(quiver.angles("uv").way(1, &axes), (0.5, -2.0));
}

const RULES: [Rule; 37] = [
    Rule {
        scale: Some(12.0),
        scale_units: None,
        units: "width",
        angles: "uv",
        width: None,
        log: false,
        long: [41.3333, 85.2108, 138.6362],
        way: [0.0000, 75.9638, 153.4349],
        shaft: 3.7200,
    },
    Rule {
        scale: None,
        scale_units: None,
        units: "width",
        angles: "uv",
        width: None,
        log: false,
        long: [12.8851, 26.5634, 43.2181],
        way: [0.0000, 75.9638, 153.4349],
        shaft: 3.7200,
    },
    Rule {
        scale: Some(12.0),
        scale_units: Some("width"),
        units: "width",
        angles: "uv",
        width: None,
        log: false,
        long: [41.3333, 85.2108, 138.6362],
        way: [0.0000, 75.9638, 153.4349],
        shaft: 3.7200,
    },
    Rule {
        scale: None,
        scale_units: Some("width"),
        units: "width",
        angles: "uv",
        width: None,
        log: false,
        long: [12.8851, 26.5634, 43.2181],
        way: [0.0000, 75.9638, 153.4349],
        shaft: 3.7200,
    },
    Rule {
        scale: Some(9.0),
        scale_units: Some("height"),
        units: "width",
        angles: "uv",
        width: None,
        log: false,
        long: [41.0667, 84.6611, 137.7418],
        way: [0.0000, 75.9638, 153.4349],
        shaft: 3.7200,
    },
    Rule {
        scale: None,
        scale_units: Some("height"),
        units: "width",
        angles: "uv",
        width: None,
        log: false,
        long: [12.8851, 26.5634, 43.2181],
        way: [0.0000, 75.9638, 153.4349],
        shaft: 3.7200,
    },
    Rule {
        scale: Some(0.02),
        scale_units: Some("dots"),
        units: "width",
        angles: "uv",
        width: None,
        log: false,
        long: [50.0000, 103.0776, 167.7051],
        way: [0.0000, 75.9638, 153.4349],
        shaft: 3.7200,
    },
    Rule {
        scale: None,
        scale_units: Some("dots"),
        units: "width",
        angles: "uv",
        width: None,
        log: false,
        long: [12.8851, 26.5634, 43.2181],
        way: [0.0000, 75.9638, 153.4349],
        shaft: 3.7200,
    },
    Rule {
        scale: Some(2.0),
        scale_units: Some("inches"),
        units: "width",
        angles: "uv",
        width: None,
        log: false,
        long: [50.0000, 103.0776, 167.7051],
        way: [0.0000, 75.9638, 153.4349],
        shaft: 3.7200,
    },
    Rule {
        scale: None,
        scale_units: Some("inches"),
        units: "width",
        angles: "uv",
        width: None,
        log: false,
        long: [12.8851, 26.5634, 43.2181],
        way: [0.0000, 75.9638, 153.4349],
        shaft: 3.7200,
    },
    Rule {
        scale: Some(1.5),
        scale_units: Some("x"),
        units: "width",
        angles: "uv",
        width: None,
        log: false,
        long: [33.0667, 68.1687, 110.9090],
        way: [0.0000, 75.9638, 153.4349],
        shaft: 3.7200,
    },
    Rule {
        scale: None,
        scale_units: Some("x"),
        units: "width",
        angles: "uv",
        width: None,
        log: false,
        long: [12.8851, 26.5634, 43.2181],
        way: [0.0000, 75.9638, 153.4349],
        shaft: 3.7200,
    },
    Rule {
        scale: Some(2.0),
        scale_units: Some("y"),
        units: "width",
        angles: "uv",
        width: None,
        log: false,
        long: [46.2000, 95.2437, 154.9595],
        way: [0.0000, 75.9638, 153.4349],
        shaft: 3.7200,
    },
    Rule {
        scale: None,
        scale_units: Some("y"),
        units: "width",
        angles: "uv",
        width: None,
        log: false,
        long: [12.8851, 26.5634, 43.2181],
        way: [0.0000, 75.9638, 153.4349],
        shaft: 3.7200,
    },
    Rule {
        scale: Some(0.8),
        scale_units: Some("xy"),
        units: "width",
        angles: "uv",
        width: None,
        log: false,
        long: [62.0000, 233.0708, 254.1880],
        way: [0.0000, 75.9638, 153.4349],
        shaft: 3.7200,
    },
    Rule {
        scale: None,
        scale_units: Some("xy"),
        units: "width",
        angles: "uv",
        width: None,
        log: false,
        long: [9.3314, 35.0785, 38.2568],
        way: [0.0000, 75.9638, 153.4349],
        shaft: 3.7200,
    },
    Rule {
        scale: Some(9.0),
        scale_units: None,
        units: "height",
        angles: "uv",
        width: Some(0.01),
        log: false,
        long: [41.0667, 84.6611, 137.7418],
        way: [0.0000, 75.9638, 153.4349],
        shaft: 3.6960,
    },
    Rule {
        scale: None,
        scale_units: None,
        units: "height",
        angles: "uv",
        width: None,
        log: false,
        long: [12.8851, 26.5634, 43.2181],
        way: [0.0000, 75.9638, 153.4349],
        shaft: 3.7200,
    },
    Rule {
        scale: Some(0.02),
        scale_units: None,
        units: "dots",
        angles: "uv",
        width: Some(3.0),
        log: false,
        long: [50.0000, 103.0776, 167.7051],
        way: [0.0000, 75.9638, 153.4349],
        shaft: 3.0000,
    },
    Rule {
        scale: None,
        scale_units: None,
        units: "dots",
        angles: "uv",
        width: None,
        log: false,
        long: [12.8851, 26.5634, 43.2181],
        way: [0.0000, 75.9638, 153.4349],
        shaft: 3.7200,
    },
    Rule {
        scale: Some(2.0),
        scale_units: None,
        units: "inches",
        angles: "uv",
        width: Some(0.04),
        log: false,
        long: [50.0000, 103.0776, 167.7051],
        way: [0.0000, 75.9638, 153.4349],
        shaft: 4.0000,
    },
    Rule {
        scale: None,
        scale_units: None,
        units: "inches",
        angles: "uv",
        width: None,
        log: false,
        long: [12.8851, 26.5634, 43.2181],
        way: [0.0000, 75.9638, 153.4349],
        shaft: 3.7200,
    },
    Rule {
        scale: Some(1.5),
        scale_units: None,
        units: "x",
        angles: "uv",
        width: Some(0.1),
        log: false,
        long: [33.0667, 68.1687, 110.9090],
        way: [0.0000, 75.9638, 153.4349],
        shaft: 4.9600,
    },
    Rule {
        scale: None,
        scale_units: None,
        units: "x",
        angles: "uv",
        width: None,
        log: false,
        long: [12.8851, 26.5634, 43.2181],
        way: [0.0000, 75.9638, 153.4349],
        shaft: 3.7200,
    },
    Rule {
        scale: Some(2.0),
        scale_units: None,
        units: "y",
        angles: "uv",
        width: Some(0.05),
        log: false,
        long: [46.2000, 95.2437, 154.9595],
        way: [0.0000, 75.9638, 153.4349],
        shaft: 4.6200,
    },
    Rule {
        scale: None,
        scale_units: None,
        units: "y",
        angles: "uv",
        width: None,
        log: false,
        long: [12.8851, 26.5634, 43.2181],
        way: [0.0000, 75.9638, 153.4349],
        shaft: 3.7200,
    },
    Rule {
        scale: Some(1.2),
        scale_units: None,
        units: "xy",
        angles: "uv",
        width: Some(0.06),
        log: false,
        long: [47.8601, 98.6661, 160.5277],
        way: [0.0000, 75.9638, 153.4349],
        shaft: 3.4459,
    },
    Rule {
        scale: None,
        scale_units: None,
        units: "xy",
        angles: "uv",
        width: None,
        log: false,
        long: [12.8851, 26.5634, 43.2181],
        way: [0.0000, 75.9638, 153.4349],
        shaft: 3.7200,
    },
    Rule {
        scale: Some(12.0),
        scale_units: None,
        units: "width",
        angles: "xy",
        width: None,
        log: false,
        long: [41.3333, 85.2108, 138.6362],
        way: [0.0000, 82.3566, 137.0326],
        shaft: 3.7200,
    },
    Rule {
        scale: None,
        scale_units: None,
        units: "width",
        angles: "xy",
        width: None,
        log: false,
        long: [12.8851, 26.5634, 43.2181],
        way: [0.0000, 82.3566, 137.0326],
        shaft: 3.7200,
    },
    Rule {
        scale: Some(1.0),
        scale_units: Some("xy"),
        units: "width",
        angles: "xy",
        width: None,
        log: false,
        long: [49.6000, 186.4566, 203.3504],
        way: [0.0000, 82.3566, 137.0326],
        shaft: 3.7200,
    },
    Rule {
        scale: None,
        scale_units: Some("xy"),
        units: "width",
        angles: "xy",
        width: None,
        log: false,
        long: [9.3314, 35.0785, 38.2568],
        way: [0.0000, 82.3566, 137.0326],
        shaft: 3.7200,
    },
    Rule {
        scale: Some(2.0),
        scale_units: Some("x"),
        units: "width",
        angles: "xy",
        width: None,
        log: false,
        long: [24.8000, 51.1265, 83.1817],
        way: [0.0000, 82.3566, 137.0326],
        shaft: 3.7200,
    },
    Rule {
        scale: Some(1.0),
        scale_units: Some("xy"),
        units: "width",
        angles: "xy",
        width: None,
        log: true,
        long: [43.6706, 185.0849, 151.1385],
        way: [0.0000, 86.8206, 113.5029],
        shaft: 3.7200,
    },
    Rule {
        scale: Some(12.0),
        scale_units: None,
        units: "width",
        angles: "xy",
        width: None,
        log: true,
        long: [41.3333, 85.2108, 138.6362],
        way: [0.0000, 86.6656, 108.4456],
        shaft: 3.7200,
    },
    Rule {
        scale: Some(0.8),
        scale_units: Some("xy"),
        units: "width",
        angles: "uv",
        width: None,
        log: true,
        long: [67.1981, 231.3917, 182.6329],
        way: [0.0000, 75.9638, 153.4349],
        shaft: 3.7200,
    },
    Rule {
        scale: Some(1.5),
        scale_units: Some("x"),
        units: "width",
        angles: "uv",
        width: None,
        log: true,
        long: [3.3401, 6.8857, 11.2029],
        way: [0.0000, 75.9638, 153.4349],
        shaft: 3.7200,
    },
];
