//! What all vector files say alike: where things are, what is near, what a marker shows.

use crate::canvas::MarkerShape;
use crate::export::thin::Run;
use crate::export::trace::{self, Trace};
use crate::geom::{Path, Point, Rect, Size};
use crate::style::Color;
use crate::surface::{Flat, Inside, Markers, is_far, near_polygon, reach};

/// What one marker looks like: its size, the colour of its inside, and colour and width of its edge.
pub(super) type Look = (f32, Option<Color>, Option<(Color, f32)>);

/// All that a file shows.
pub(super) fn whole(size: Size) -> Rect {
    Rect::new(0.0, 0.0, size.width as f32, size.height as f32)
}

/// What is seen in a clip within `outer`, and whether the clip cuts anything off of a picture.
pub(super) fn clipped(size: Size, outer: Rect, clip: Inside<'_>) -> (Rect, bool) {
    let (inner, is_rect) = match clip {
        Inside::Rect(rect) => (rect, true),
        Inside::Path(path) => (path.bounds(), false),
    };
    let around =
        Rect::new(outer.x0.max(inner.x0), outer.y0.max(inner.y0), outer.x1.min(inner.x1), outer.y1.min(inner.y1));
    (around, !is_rect || around != whole(size))
}

/// The corner, the width and the height of a rectangle. What is far away is brought near, and with NaN in it, it is empty.
pub(super) fn edges(size: Size, rect: Rect) -> [f64; 4] {
    let far = reach(size, 0.0);
    let near = |v: f32| f64::from(v).clamp(-far, far);
    let [x0, x1] = [near(rect.x0.min(rect.x1)), near(rect.x0.max(rect.x1))];
    let [y0, y1] = [near(rect.y0.min(rect.y1)), near(rect.y0.max(rect.y1))];
    [x0, y0, x1 - x0, y1 - y0]
}

/// A path that may reach far out.
pub(super) fn outline(size: Size, path: &Path, to: &mut dyn Trace) {
    let (Rect { x0, y0, x1, y1 }, reach) = (path.bounds(), reach(size, 0.0));
    if !is_far(&[Point::new(x0, y0), Point::new(x1, y1)], reach) {
        return trace::path(to, path);
    }
    let mut flat = Flat::default();
    flat.add(path);
    for (contour, _) in flat.contours() {
        trace::polygon(to, &near_polygon(contour, reach));
    }
}

/// A polygon that may reach far out.
pub(super) fn ring(size: Size, points: &[Point], to: &mut dyn Trace) {
    let reach = reach(size, 0.0);
    if is_far(points, reach) {
        trace::polygon(to, &near_polygon(points, reach));
    } else {
        trace::polygon(to, points);
    }
}

/// The runs between points that are not finite, nothing of the line before each.
pub(super) fn runs(points: &[Point]) -> Vec<Run<'_>> {
    let (mut runs, mut from) = (Vec::new(), 0);
    for (i, p) in points.iter().enumerate() {
        if !p.is_finite() {
            runs.push((&points[from..i], 0.0));
            from = i + 1;
        }
    }
    runs.push((&points[from..], 0.0));
    runs
}

/// Whether one pattern of dashes serves for all runs: how long the line was before each is the same.
pub(super) fn walked(runs: &[Run<'_>]) -> Option<f64> {
    let Some(&(_, before)) = runs.first() else { return Some(0.0) };
    for (_, walked) in runs {
        if *walked != before {
            return None;
        }
    }
    Some(before)
}

/// What the marker of a point shows.
pub(super) fn look(shape: &MarkerShape, looks: &Markers<'_>, i: usize) -> Look {
    let opaque = |color: Option<Color>| match color {
        Some(color) if color.a > 0 => Some(color),
        _ => None,
    };
    let width = looks.edge_widths.at(i);
    let edge = match opaque(looks.edges.at(i)) {
        Some(color) if width > 0.0 && width.is_finite() => Some((color, width)),
        _ => None,
    };
    let (face, edge) = match shape {
        MarkerShape::Nothing => (None, None),
        MarkerShape::Pixel => (looks.faces.at(i), None),
        MarkerShape::Lines(_) => (None, edge),
        _ => (looks.faces.at(i), edge),
    };
    (looks.sizes.at(i), opaque(face), edge)
}

/// FNV-1a of what is defined, to find it again.
pub(super) fn hash(parts: &[&str]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for part in parts {
        for byte in part.as_bytes() {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash
}
