//! Aligning a laid out text to a point and turning it, by matplotlib's rules: the box around the turned text is aligned.

use super::TextLayout;
use crate::geom::{Point, Rect};
use crate::style::named;

/// Which part of a text, from left to right, stands at its point. `Left` by default.
///
/// Of a turned text, the upright box around it is meant. Lines of a text of several lines are aligned among each other
/// likewise.
///
/// ```
/// use grabframe::HAlign;
/// assert_eq!(HAlign::default(), HAlign::Left);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum HAlign {
    /// The text is to the right of the point.
    #[default]
    Left,
    /// The middle of the text is at the point.
    Center,
    /// The text is to the left of the point.
    Right,
}

/// Which part of a text, from top to bottom, stands at its point. `Baseline` by default.
///
/// Of a turned text, the upright box around it is meant. Heights include ascent and descent of the font even where no
/// letter reaches so far, so that labels side by side stand on one line.
///
/// ```
/// use grabframe::VAlign;
/// assert_eq!(VAlign::default(), VAlign::Baseline);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum VAlign {
    /// The text is below the point.
    Top,
    /// The middle of the text, between ascent and descent, is at the point.
    Center,
    /// The middle between ascent and baseline is at the point.
    CenterBaseline,
    /// The line on which the letters of the last line stand is at the point.
    #[default]
    Baseline,
    /// The text is above the point.
    Bottom,
}

named!(HAlign, "an alignment from left to right", ["left" => HAlign::Left, "center" => HAlign::Center, "right" => HAlign::Right]);

named!(VAlign, "an alignment from top to bottom", [
    "top" => VAlign::Top,
    "center" => VAlign::Center,
    "center_baseline" => VAlign::CenterBaseline,
    "baseline" => VAlign::Baseline,
    "bottom" => VAlign::Bottom,
]);

/// Where a text goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Anchor {
    /// The point it is aligned to.
    pub at: Point,
    pub ha: HAlign,
    pub va: VAlign,
    /// Degrees counter-clockwise.
    pub angle: f32,
}

/// A turn of the plane, counter-clockwise on the screen; exact at multiples of 90 degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Turn {
    pub sin: f64,
    pub cos: f64,
    /// How many quarter turns (0 to 3) it is, if it is a whole number of them.
    pub quarters: Option<u8>,
}

impl Turn {
    /// By `degrees`; `None` if that is NaN or infinite.
    pub(crate) fn new(degrees: f32) -> Option<Self> {
        if !degrees.is_finite() {
            return None;
        }
        let degrees = f64::from(degrees).rem_euclid(360.0);
        let nearest = (degrees / 90.0 + 0.5).floor();
        let rest = degrees - nearest * 90.0;
        let (sin, cos) = small_sin_cos(rest.to_radians());
        let quarters = nearest as u8 % 4;
        let (sin, cos) = match quarters {
            0 => (sin, cos),
            1 => (cos, -sin),
            2 => (-sin, -cos),
            _ => (-cos, sin),
        };
        Some(Self { sin, cos, quarters: (rest == 0.0).then_some(quarters) })
    }

    /// Where (`x`, `y`) goes, `y` downward.
    pub(crate) fn apply(self, x: f64, y: f64) -> (f64, f64) {
        (x * self.cos + y * self.sin, y * self.cos - x * self.sin)
    }
}

/// Sine and cosine for at most an eighth of a turn, the same on every machine (the standard library's are not); good to
/// 1e-13.
fn small_sin_cos(a: f64) -> (f64, f64) {
    let s = a * a;
    let sin = a
        * (1.0
            - s / 6.0 * (1.0 - s / 20.0 * (1.0 - s / 42.0 * (1.0 - s / 72.0 * (1.0 - s / 110.0 * (1.0 - s / 156.0))))));
    let cos =
        1.0 - s / 2.0 * (1.0 - s / 12.0 * (1.0 - s / 30.0 * (1.0 - s / 56.0 * (1.0 - s / 90.0 * (1.0 - s / 132.0)))));
    (sin, cos)
}

/// The pixels that a text takes: the upright rectangle around it when turned and aligned.
///
/// An empty text gives the point itself. An angle that is not a number counts as 0.
pub(crate) fn bounds(layout: &TextLayout, anchor: Anchor) -> Rect {
    let (_, offset, (left, top, right, bottom)) = aligned(layout, anchor);
    let x = |x: f64| (f64::from(anchor.at.x) + x - offset.0) as f32;
    let y = |y: f64| (f64::from(anchor.at.y) + y - offset.1) as f32;
    Rect::new(x(left), y(top), x(right), y(bottom))
}

/// The turn of a text, and where the pen stands at the start of each line, in pixels.
pub(crate) fn line_origins(layout: &TextLayout, anchor: Anchor) -> (Turn, impl Iterator<Item = (f64, f64)>) {
    let (turn, offset, _) = aligned(layout, anchor);
    let origins = layout.lines.iter().map(move |line| {
        let spare = f64::from(layout.width) - f64::from(line.width);
        let indent = match anchor.ha {
            HAlign::Left => 0.0,
            HAlign::Center => spare / 2.0,
            HAlign::Right => spare,
        };
        let (x, y) = turn.apply(indent, f64::from(line.baseline));
        (f64::from(anchor.at.x) + x - offset.0, f64::from(anchor.at.y) + y - offset.1)
    });
    (turn, origins)
}

/// The turn; which point of the turned text comes to the anchor; and the box around it (left, top, right, bottom). The
/// top left corner of the text before turning is (0, 0).
fn aligned(layout: &TextLayout, anchor: Anchor) -> (Turn, (f64, f64), (f64, f64, f64, f64)) {
    let turn = Turn::new(anchor.angle).unwrap_or(Turn { sin: 0.0, cos: 1.0, quarters: Some(0) });
    let (width, height, descent) = (f64::from(layout.width), f64::from(layout.height), f64::from(layout.descent));
    let corners = [(0.0, 0.0), (width, 0.0), (0.0, height), (width, height)].map(|(x, y)| turn.apply(x, y));
    let least = |pick: fn(&(f64, f64)) -> f64| corners.iter().map(pick).fold(f64::INFINITY, f64::min);
    let most = |pick: fn(&(f64, f64)) -> f64| corners.iter().map(pick).fold(f64::NEG_INFINITY, f64::max);
    let (left, top, right, bottom) = (least(|c| c.0), least(|c| c.1), most(|c| c.0), most(|c| c.1));
    let x = match anchor.ha {
        HAlign::Left => left,
        HAlign::Center => (left + right) / 2.0,
        HAlign::Right => right,
    };
    let y = match anchor.va {
        VAlign::Top => top,
        VAlign::Center => (top + bottom) / 2.0,
        VAlign::CenterBaseline => top + (height - descent) / 2.0,
        VAlign::Baseline => bottom - descent,
        VAlign::Bottom => bottom,
    };
    (turn, (x, y), (left, top, right, bottom))
}

#[cfg(test)]
mod tests {
    use super::*;

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
            let layout = TextLayout::new(text, 1000.0 / 72.0);
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
        assert_eq!(
            Turn::new(90.0).map(|t| t.apply(1.0, 0.0)),
            Some((0.0, -1.0)),
            "counter-clockwise: right becomes up"
        );
        assert_eq!((Turn::new(f32::NAN), Turn::new(f32::INFINITY)), (None, None));
    }

    #[test]
    fn an_empty_text_is_its_point() {
        let at = Point::new(3.0, 4.0);
        let b = bounds(&TextLayout::new("", 10.0), Anchor { at, ha: HAlign::Center, va: VAlign::Top, angle: 33.0 });
        assert_eq!(b, Rect::new(3.0, 4.0, 3.0, 4.0));
    }
}
