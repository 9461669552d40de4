//! Many polygons with a colour each, one over the other.

use crate::canvas::area::Area;
use crate::canvas::blend::visible;
use crate::canvas::frame::Frame;
use crate::canvas::rect::fill_rect;
use crate::canvas::rects::rect;
use crate::canvas::rounding::{down, max};
use crate::canvas::small::{CORNERS, LARGEST, Place, Small};
use crate::canvas::window::P;
use crate::geom::{Clip, Point, Rect};
use crate::style::Color;
use crate::surface::{Each, Pieces};

/// Rectangles with level sides that are larger, in pixels, are filled as such.
const RECT: f32 = 8.0;

/// Fills polygons, each as a path of its corners is filled, give or take a level: exact areas, by the nonzero rule. Corners
/// that are not finite are left out.
pub(super) fn fills(frame: &mut Frame, clip: Clip, area: &mut Area, rings: Pieces<'_>, colors: Each<'_, Color>) {
    let clip = visible(frame, clip);
    if clip.is_empty() {
        return;
    }
    let mut small = Small::default();
    for i in 0..rings.len() {
        let (ring, color) = (rings.get(i), colors.at(i));
        let Some((bounds, finite)) = bounds(ring) else { continue };
        let window = window(bounds, clip);
        if color.a == 0 || window.is_empty() {
            continue;
        }
        let Rect { x0, y0, x1, y1 } = bounds;
        let size = max(x1 - x0, y1 - y0);
        if finite && size >= RECT && rect(ring).is_some() {
            fill_rect(frame, clip, bounds, color);
        } else if finite && ring.len() <= CORNERS && size < LARGEST as f32 - 1.0 {
            let (left, top) = (down(x0), down(y0));
            let place = Place { left, top, width: down(x1) + 1 - left, height: down(y1) + 1 - top };
            small.fill(frame, clip, ring, place, color);
        } else {
            area.begin(window);
            area.polygon(ring, P::default());
            area.paint(frame, color);
        }
    }
}

/// The rectangle around the corners that are finite, and whether all are.
fn bounds(ring: &[Point]) -> Option<(Rect, bool)> {
    let (mut x0, mut y0, mut x1, mut y1) = (f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY);
    let mut all = true;
    for p in ring {
        if p.is_finite() {
            (x0, x1) = (if p.x < x0 { p.x } else { x0 }, if p.x > x1 { p.x } else { x1 });
            (y0, y1) = (if p.y < y0 { p.y } else { y0 }, if p.y > y1 { p.y } else { y1 });
        } else {
            all = false;
        }
    }
    (x0 <= x1).then_some((Rect { x0, y0, x1, y1 }, all))
}

/// The pixels of `clip` that a polygon may touch.
fn window(Rect { x0, y0, x1, y1 }: Rect, clip: Clip) -> Clip {
    // a pixel more does no harm, and the library's floor is slow
    let first = |v: f32, from: i32, to: i32| (v as i32).saturating_sub(1).clamp(from, to);
    let end = |v: f32, from: i32, to: i32| (v as i32).saturating_add(1).clamp(from, to);
    let low = |v: f32, from: i32, to: i32| if v >= 0.0 { (v as i32).clamp(from, to) } else { first(v, from, to) };
    let Clip { x0: cx0, y0: cy0, x1: cx1, y1: cy1 } = clip;
    Clip::new(low(x0, cx0, cx1), low(y0, cy0, cy1), end(x1, cx0, cx1), end(y1, cy0, cy1))
}
