//! The forms of boxes: matplotlib's box styles.

use super::parameters;
use crate::geom::{Outline, Spot, sin_cos};
use crate::style::{NameOr, named};

/// The form of a box around words, or of a [`Patch::fancy_box`](crate::Patch::fancy_box). Matplotlib's names may be written for it.
///
/// With a name there may be numbers, as in `"round,pad=0.5"`: `pad` is the room between the words and the box (0.3), `rounding_size` the
/// radius of corners (the pad; half of it for `round4`), `tooth_size` the size of teeth (half of the pad), `head_width` how many times as wide as its
/// shaft the head of an arrow is (1.5), `head_angle` the angle of its tip in degrees (90; negative ones point backward). Lengths are in
/// multiples of the size of the letters, or, for a patch, in data units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum BoxStyle {
    /// `"square"`: a rectangle. The default.
    #[default]
    Square,
    /// `"round"`: with round corners.
    Round,
    /// `"round4"`: with sides that bulge.
    Round4,
    /// `"circle"`: a circle around the longer side.
    Circle,
    /// `"ellipse"`: an ellipse through the corners.
    Ellipse,
    /// `"larrow"`: an arrow to the left.
    LArrow,
    /// `"rarrow"`: an arrow to the right.
    RArrow,
    /// `"darrow"`: an arrow in both directions.
    DArrow,
    /// `"sawtooth"`: with pointed teeth.
    Sawtooth,
    /// `"roundtooth"`: with round ones.
    Roundtooth,
}

named!(BoxStyle, "a box", [
    "square" => BoxStyle::Square,
    "round" => BoxStyle::Round,
    "round4" => BoxStyle::Round4,
    "circle" => BoxStyle::Circle,
    "ellipse" => BoxStyle::Ellipse,
    "larrow" => BoxStyle::LArrow,
    "rarrow" => BoxStyle::RArrow,
    "darrow" => BoxStyle::DArrow,
    "sawtooth" => BoxStyle::Sawtooth,
    "roundtooth" => BoxStyle::Roundtooth,
]);

/// A style with its numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct BoxForm {
    pub(crate) style: BoxStyle,
    pub(crate) pad: Option<f64>,
    rounding_size: Option<f64>,
    tooth_size: Option<f64>,
    head_width: f64,
    head_angle: f64,
}

const NAMES: [&str; 5] = ["pad", "rounding_size", "tooth_size", "head_width", "head_angle"];
const PAD: f64 = 0.3;
/// More teeth than this along a side are not seen.
const MOST_TEETH: f64 = 2000.0;

impl BoxForm {
    pub(crate) const fn of(style: BoxStyle) -> Self {
        Self { style, pad: None, rounding_size: None, tooth_size: None, head_width: 1.5, head_angle: 90.0 }
    }

    /// Of a text such as `"round,pad=0.2"`.
    #[track_caller]
    pub(crate) fn parse(text: &str) -> Self {
        let mut numbers = [None; 5];
        let name = parameters::read(text, &NAMES, &mut numbers);
        let style: BoxStyle = name.value();
        let [pad, rounding_size, tooth_size, head_width, head_angle] = numbers;
        let plain = Self::of(style);
        let (head_width, head_angle) = (head_width.unwrap_or(plain.head_width), head_angle.unwrap_or(plain.head_angle));
        assert!(head_width >= 0.0, "a head cannot be {head_width} times as wide as its shaft");
        assert!(head_angle % 360.0 != 0.0, "the tip of an arrow cannot have an angle of {head_angle} degrees");
        Self { style, pad, rounding_size, tooth_size, head_width, head_angle }
    }

    /// The outline around a rectangle whose lower left corner is at `from`; lengths of the style are multiples of `unit`.
    pub(crate) fn around(&self, from: Spot, (width, height): (f64, f64), unit: f64) -> Outline {
        let pad = unit * self.pad.unwrap_or(PAD);
        let (x0, y0) = (from.0 - pad, from.1 - pad);
        let (width, height) = (width + 2.0 * pad, height + 2.0 * pad);
        let (x1, y1) = (x0 + width, y0 + height);
        let middle = ((x0 + x1) / 2.0, (y0 + y1) / 2.0);
        let round = |default: f64| self.rounding_size.filter(|r| *r != 0.0).map_or(default, |r| r * unit);
        let mut out = Outline::new();
        match self.style {
            BoxStyle::Square => _ = out.polygon(&[(x0, y0), (x1, y0), (x1, y1), (x0, y1)]),
            BoxStyle::Round => {
                let r = round(pad);
                out.move_to(x0 + r, y0).line_to(x1 - r, y0).quad_to((x1, y0), (x1, y0 + r));
                out.line_to(x1, y1 - r).quad_to((x1, y1), (x1 - r, y1));
                out.line_to(x0 + r, y1).quad_to((x0, y1), (x0, y1 - r));
                out.line_to(x0, y0 + r).quad_to((x0, y0), (x0 + r, y0)).close();
            }
            BoxStyle::Round4 => {
                let r = round(pad / 2.0);
                let (x0, y0, x1, y1) = (x0 + r, y0 + r, x1 - r, y1 - r);
                out.move_to(x0, y0).cubic_to((x0 + r, y0 - r), (x1 - r, y0 - r), (x1, y0));
                out.cubic_to((x1 + r, y0 + r), (x1 + r, y1 - r), (x1, y1));
                out.cubic_to((x1 - r, y1 + r), (x0 + r, y1 + r), (x0, y1));
                out.cubic_to((x0 - r, y1 - r), (x0 - r, y0 + r), (x0, y0)).close();
            }
            BoxStyle::Circle => {
                let r = width.max(height) / 2.0;
                out.arc(middle, (r, r), (-90.0, 270.0), true).close();
            }
            BoxStyle::Ellipse => {
                let root = std::f64::consts::SQRT_2;
                out.arc(middle, (width / root, height / root), (-90.0, 270.0), true).close();
            }
            BoxStyle::LArrow | BoxStyle::RArrow => {
                let mut corners = self.right_arrow((x0, y0), (x1, y1));
                if self.style == BoxStyle::LArrow {
                    for corner in &mut corners {
                        corner.0 = x0 + x1 - corner.0;
                    }
                }
                out.polygon(&corners);
            }
            BoxStyle::DArrow => _ = out.polygon(&self.double_arrow((x0, y0), (x1, y1))),
            BoxStyle::Sawtooth | BoxStyle::Roundtooth => {
                let tooth = self.tooth_size.map_or(pad / 2.0, |size| size * unit);
                let corners = teeth((x0, y0), (width, height), tooth);
                if self.style == BoxStyle::Sawtooth {
                    out.polygon(&corners);
                } else if let Some((first, rest)) = corners.split_first() {
                    out.move_to(first.0, first.1);
                    for pair in rest.chunks(2) {
                        let to = pair.get(1).unwrap_or(first);
                        out.quad_to(pair[0], *to);
                    }
                    out.close();
                }
            }
        }
        out
    }

    /// How far a tip reaches for each unit that it is wide, and the heights at which a head is widest.
    fn head(&self, y0: f64, y1: f64) -> (f64, [f64; 3]) {
        let (sin, cos) = sin_cos(self.head_angle / 2.0);
        let (middle, half) = ((y0 + y1) / 2.0, self.head_width * (y1 - y0) / 2.0);
        (cos / sin, [middle, middle - half, middle + half])
    }

    fn right_arrow(&self, (x0, y0): Spot, (x1, y1): Spot) -> Vec<Spot> {
        let (slope, [middle, low, high]) = self.head(y0, y1);
        let (height, wide) = (y1 - y0, high - low);
        if slope > 0.0 {
            let tip = x1 + slope * height.min(wide) / 2.0;
            let neck = tip - slope * wide / 2.0;
            return vec![(x0, y0), (neck, y0), (neck, low), (tip, middle), (neck, high), (neck, y1), (x0, y1)];
        }
        // a head that points backward ends where the box does
        let back = (-slope * (wide - height).max(0.0) / 2.0).min(x1 - x0);
        let (inner_low, inner_high) = backward(low.min(y0), high.max(y1), back, slope);
        vec![(x0, y0), (x1 - back, inner_low), (x1, low), (x1, high), (x1 - back, inner_high), (x0, y1)]
    }

    fn double_arrow(&self, (x0, y0): Spot, (x1, y1): Spot) -> Vec<Spot> {
        let (slope, [middle, low, high]) = self.head(y0, y1);
        let (height, wide) = (y1 - y0, high - low);
        if slope > 0.0 {
            let reach = slope * height.min(wide) / 2.0;
            let (left, right) = (x0 - reach, x1 + reach);
            let (left_neck, right_neck) = (left + slope * wide / 2.0, right - slope * wide / 2.0);
            return vec![
                (left_neck, y1),
                (left_neck, high),
                (left, middle),
                (left_neck, low),
                (left_neck, y0),
                (right_neck, y0),
                (right_neck, low),
                (right, middle),
                (right_neck, high),
                (right_neck, y1),
            ];
        }
        let back = (-slope * (wide - height).max(0.0) / 2.0).min((x1 - x0) / 2.0);
        let (inner_low, inner_high) = backward(low.min(y0), high.max(y1), back, slope);
        vec![
            (x0, low),
            (x0 + back, inner_low),
            (x1 - back, inner_low),
            (x1, low),
            (x1, high),
            (x1 - back, inner_high),
            (x0 + back, inner_high),
            (x0, high),
        ]
    }
}

/// The heights between which the short side of a head is that points backward.
fn backward(low: f64, high: f64, back: f64, slope: f64) -> Spot {
    let rise = if slope == 0.0 { 0.0 } else { back / slope };
    (low - rise, high + rise)
}

/// The corners of a box with teeth on its sides, from the lower left counter-clockwise: whole teeth, fitted to each side.
fn teeth((x0, y0): Spot, (width, height): Spot, tooth: f64) -> Vec<Spot> {
    let half = tooth / 2.0;
    let (width, height) = (width - tooth, height - tooth);
    let (x0, y0) = (x0 + half, y0 + half);
    let (x1, y1) = (x0 + width, y0 + height);
    let count = |length: f64| {
        let n = (length - tooth) / (2.0 * tooth);
        if n.is_finite() { (2.0 * n.round_ties_even()).clamp(0.0, MOST_TEETH) as usize } else { 0 }
    };
    let (across, up) = (count(width), count(height));
    let mut corners = Vec::new();
    // along one side: evenly, and to and fro across it
    let mut side = |n: usize, (from, to): (f64, f64), at: f64, out: f64, along_x: bool| {
        let mut add = |along: f64, off: f64| {
            let place = at + off * out;
            corners.push(if along_x { (along, place) } else { (place, along) });
        };
        let (first, last) = (from + half * (to - from).signum(), to - half * (to - from).signum());
        add(from, 0.0);
        for k in 0..=2 * n {
            let share = if n == 0 { 0.0 } else { k as f64 / (2 * n) as f64 };
            // the first and every fourth stands out, and the second after it in
            let off = [1.0, 0.0, -1.0, 0.0][k % 4];
            add(first + (last - first) * share, off);
        }
    };
    side(across, (x0, x1), y0, -half, true);
    side(up, (y0, y1), x1, half, false);
    side(across, (x1, x0), y1, half, true);
    side(up, (y1, y0), x0, -half, false);
    corners.push((x0, y0));
    corners
}
