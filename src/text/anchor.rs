//! Aligning a laid out text to a point and turning it, by matplotlib's rules: the box around the turned text is aligned.

use super::{TextLayout, Words};
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
#[non_exhaustive]
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
#[non_exhaustive]
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

/// What of a turned text is aligned to its point. `Default` by default.
///
/// ```
/// use grabframe::{RotationMode, Text};
/// let name = Text::new(3, 0, "a long name").rotation(45).ha("right").va("top").rotation_mode("anchor");
/// assert_eq!(name.get_rotation_mode(), RotationMode::Anchor);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RotationMode {
    /// The upright box around the turned text.
    #[default]
    Default,
    /// The text before it is turned, which then turns about the point.
    Anchor,
}

named!(RotationMode, "a mode of rotation", ["default" => RotationMode::Default, "anchor" => RotationMode::Anchor]);

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

/// How large a text is that is not turned, in pixels: all that aligning it asks for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Measured {
    pub width: f32,
    pub height: f32,
    pub descent: f32,
    pub rotation: RotationMode,
}

impl Measured {
    pub(crate) fn of(layout: &TextLayout<'_>) -> Self {
        let &TextLayout { width, height, descent, setting, .. } = layout;
        Self { width, height, descent, rotation: setting.rotation }
    }
}

/// The pixels that a text takes: the upright rectangle around it when turned and aligned.
///
/// An empty text gives the point itself. An angle that is not a number counts as 0.
pub(crate) fn bounds(layout: &TextLayout<'_>, anchor: Anchor) -> Rect {
    bounds_of(Measured::of(layout), anchor)
}

/// The same of a text that was measured.
pub(crate) fn bounds_of(measured: Measured, anchor: Anchor) -> Rect {
    let (_, offset, (left, top, right, bottom)) = aligned(measured, anchor);
    let x = |x: f64| (f64::from(anchor.at.x) + x - offset.0) as f32;
    let y = |y: f64| (f64::from(anchor.at.y) + y - offset.1) as f32;
    Rect::new(x(left), y(top), x(right), y(bottom))
}

/// The box of a text that turns with it, for what is laid around it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TextFrame {
    /// The lower left corner of the words, in pixels of the picture.
    corner: (f64, f64),
    pub turn: Turn,
    pub width: f64,
    pub height: f64,
}

impl TextFrame {
    pub(crate) fn of(words: &Words<'_>, anchor: Anchor) -> Self {
        let layout = TextLayout::new(words);
        let (turn, offset, _) = aligned(Measured::of(&layout), anchor);
        let (width, height) = (f64::from(layout.width), f64::from(layout.height));
        let (x, y) = turn.apply(0.0, height);
        Self {
            corner: (f64::from(anchor.at.x) + x - offset.0, f64::from(anchor.at.y) + y - offset.1),
            turn,
            width,
            height,
        }
    }

    /// A place so far to the right of the corner, and above it, as the words stand.
    pub(crate) fn pixel(&self, right: f64, up: f64) -> Point {
        let (x, y) = self.turn.apply(right, -up);
        Point::new((self.corner.0 + x) as f32, (self.corner.1 + y) as f32)
    }
}

/// The turn of a text, and where the pen stands at the start of each line, in pixels.
pub(crate) fn line_origins(layout: &TextLayout<'_>, anchor: Anchor) -> (Turn, impl Iterator<Item = (f64, f64)>) {
    let (turn, offset, _) = aligned(Measured::of(layout), anchor);
    let origins = layout.lines.iter().map(move |line| {
        let spare = f64::from(layout.width) - f64::from(line.width);
        let indent = match layout.setting.lines.unwrap_or(anchor.ha) {
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
fn aligned(text: Measured, anchor: Anchor) -> (Turn, (f64, f64), (f64, f64, f64, f64)) {
    let turn = Turn::new(anchor.angle).unwrap_or(Turn { sin: 0.0, cos: 1.0, quarters: Some(0) });
    let (width, height, descent) = (f64::from(text.width), f64::from(text.height), f64::from(text.descent));
    let (mut left, mut top, mut right, mut bottom) =
        (f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY);
    for &corner in &[(0.0, 0.0), (width, 0.0), (0.0, height), (width, height)] {
        let (x, y) = turn.apply(corner.0, corner.1);
        (left, top, right, bottom) = (left.min(x), top.min(y), right.max(x), bottom.max(y));
    }
    let before = text.rotation == RotationMode::Anchor;
    let (box_left, box_top, box_right, box_bottom) =
        if before { (0.0, 0.0, width, height) } else { (left, top, right, bottom) };
    let x = match anchor.ha {
        HAlign::Left => box_left,
        HAlign::Center => (box_left + box_right) / 2.0,
        HAlign::Right => box_right,
    };
    let y = match anchor.va {
        VAlign::Top => box_top,
        VAlign::Center => (box_top + box_bottom) / 2.0,
        VAlign::CenterBaseline => box_top + (height - descent) / 2.0,
        VAlign::Baseline => box_bottom - descent,
        VAlign::Bottom => box_bottom,
    };
    let (x, y) = if before { turn.apply(x, y) } else { (x, y) };
    (turn, (x, y), (left, top, right, bottom))
}

#[cfg(test)]
mod tests;
