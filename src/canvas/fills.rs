//! Many polygons with a colour each, one over the other.

use crate::canvas::area::Area;
use crate::canvas::blend::visible;
use crate::canvas::frame::Frame;
use crate::canvas::window::P;
use crate::geom::{Clip, Point};
use crate::style::Color;
use crate::surface::{Each, Pieces};

/// Fills polygons, each as a path of its corners is filled: exact areas, by the nonzero rule. Corners that are not finite
/// are left out.
pub(super) fn fills(frame: &mut Frame, clip: Clip, area: &mut Area, rings: Pieces<'_>, colors: Each<'_, Color>) {
    let clip = visible(frame, clip);
    if clip.is_empty() {
        return;
    }
    for i in 0..rings.len() {
        let (ring, color) = (rings.get(i), colors.at(i));
        let window = window(ring, clip);
        if color.a > 0 && !window.is_empty() {
            area.begin(window);
            area.polygon(ring, P::default());
            area.paint(frame, color);
        }
    }
}

/// The pixels of `clip` that a polygon may touch.
fn window(ring: &[Point], clip: Clip) -> Clip {
    let (mut x0, mut y0, mut x1, mut y1) = (f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY);
    for p in ring {
        if p.is_finite() {
            (x0, x1) = (if p.x < x0 { p.x } else { x0 }, if p.x > x1 { p.x } else { x1 });
            (y0, y1) = (if p.y < y0 { p.y } else { y0 }, if p.y > y1 { p.y } else { y1 });
        }
    }
    // a pixel more does no harm, and the library's floor is slow
    let first = |v: f32, from: i32, to: i32| (v as i32).saturating_sub(1).clamp(from, to);
    let end = |v: f32, from: i32, to: i32| (v as i32).saturating_add(1).clamp(from, to);
    let low = |v: f32, from: i32, to: i32| if v >= 0.0 { (v as i32).clamp(from, to) } else { first(v, from, to) };
    let Clip { x0: cx0, y0: cy0, x1: cx1, y1: cy1 } = clip;
    if x0 > x1 {
        return Clip::default();
    }
    Clip::new(low(x0, cx0, cx1), low(y0, cy0, cy1), end(x1, cx0, cx1), end(y1, cy0, cy1))
}
