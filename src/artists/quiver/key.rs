//! A key: an arrow whose strength is written beside it.

use super::scaling::Ruler;
use super::{Pivot, Quiver};
use crate::artist::Painter;
use crate::axis::Side;
use crate::geom::Point;
use crate::style::{Color, named, theme};
use crate::text::{HAlign, VAlign};

/// What the place of a key is measured in.
///
/// `"axes"`, `"figure"`, `"data"` and `"inches"` may be written for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyCoordinates {
    /// Shares of the axes: (0, 0) is the lower left corner, (1, 1) the upper right one. The default.
    #[default]
    Axes,
    /// Shares of the figure.
    Figure,
    /// Data units.
    Data,
    /// Inches from the lower left corner of the figure.
    Inches,
}

named!(KeyCoordinates, "a way to place a key", [
    "axes" => KeyCoordinates::Axes,
    "figure" => KeyCoordinates::Figure,
    "data" => KeyCoordinates::Data,
    "inches" => KeyCoordinates::Inches,
]);

/// An arrow, and what is written beside it.
#[derive(Clone, Debug)]
pub(super) struct Key {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) strength: f64,
    pub(super) label: String,
}

/// How a key looks.
#[derive(Clone, Debug)]
pub(super) struct KeyLook {
    pub(super) coordinates: KeyCoordinates,
    /// Where the words are.
    pub(super) side: Side,
    /// In degrees, counter-clockwise.
    pub(super) angle: f64,
    pub(super) color: Option<Color>,
    pub(super) labelcolor: Color,
    /// In inches.
    pub(super) labelsep: f64,
    pub(super) fontsize: f32,
}

impl KeyLook {
    pub(super) const DEFAULT: Self = Self {
        coordinates: KeyCoordinates::Axes,
        side: Side::Top,
        angle: 0.0,
        color: None,
        labelcolor: theme::TEXT,
        labelsep: 0.1,
        fontsize: theme::FONT_SIZE,
    };
}

/// Draws the key of a field.
pub(super) fn paint(of: &Quiver, key: &Key, look: &KeyLook, painter: &mut Painter<'_>) {
    let axes = Ruler::of(painter);
    let at = match look.coordinates {
        KeyCoordinates::Axes => painter.axes_point(key.x, key.y),
        KeyCoordinates::Figure => painter.figure_point(key.x, key.y),
        KeyCoordinates::Data => painter.point(key.x, key.y),
        KeyCoordinates::Inches => {
            let corner = painter.figure_point(0.0, 0.0);
            Point::new(corner.x + painter.px(72.0 * key.x as f32), corner.y - painter.px(72.0 * key.y as f32))
        }
    };
    if !at.is_finite() {
        return;
    }
    let turn = look.angle.to_radians();
    let (u, v) = (key.strength * libm::cos(turn), key.strength * libm::sin(turn));
    let long = of.strength_at(&axes, axes.middle(painter.area()), (u, v)) * of.per_strength(&axes);
    let (pivot, ha, va, shift) = match look.side {
        Side::Top => (Pivot::Middle, HAlign::Center, VAlign::Bottom, (0.0, -1.0)),
        Side::Bottom => (Pivot::Middle, HAlign::Center, VAlign::Top, (0.0, 1.0)),
        Side::Right => (Pivot::Tip, HAlign::Left, VAlign::Center, (1.0, 0.0)),
        Side::Left => (Pivot::Tail, HAlign::Right, VAlign::Center, (-1.0, 0.0)),
    };
    let mut arrow = Vec::new();
    of.add_arrow(&mut arrow, at, (u, -v), long, of.scaling.shaft(of.x.len(), &axes), pivot);
    if key.strength.is_finite() {
        painter.fills(&arrow, &[arrow.len() as u32], &[look.color.unwrap_or(of.color)]);
    }
    let apart = painter.px(72.0 * look.labelsep as f32);
    let words = Point::new(at.x + shift.0 * apart, at.y + shift.1 * apart);
    painter.text(&key.label, words, look.fontsize, look.labelcolor, ha, va, 0.0);
}
