//! What vector files say of a pen.

use crate::style::Color;
use crate::surface::Stroke;

/// Whether a pen leaves anything.
pub(super) fn is_seen(color: Color, width: f32) -> bool {
    color.a > 0 && width > 0.0 && width.is_finite()
}

/// Where in its dashes a line is that was so long before.
pub(super) fn along(stroke: &Stroke<'_>, walked: f64, dashes: &[f64]) -> f32 {
    let mut period = 0.0;
    for dash in dashes {
        period += dash;
    }
    let offset = (f64::from(stroke.dash_offset) + walked).rem_euclid(period);
    if offset.is_finite() { offset as f32 } else { 0.0 }
}
