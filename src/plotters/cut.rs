//! Cutting to whole pixels: backends draw wherever they are told.

use crate::canvas::Window;
use crate::geom::{Clip, Point};
use crate::plotters::calls::At;

/// The pixel that a place lies in, or the nearest one that may be drawn.
///
/// plotters means pixels by its places, and draws lines and the borders of polygons through their middles.
pub(super) fn pixel((x, y): (f64, f64), clip: Clip) -> At {
    ((x.floor() as i32).clamp(clip.x0, clip.x1 - 1), (y.floor() as i32).clamp(clip.y0, clip.y1 - 1))
}

/// Places as pixels, without those that are the same as the one before.
pub(super) fn pixels(points: &[(f64, f64)], clip: Clip, out: &mut Vec<At>) {
    out.clear();
    for p in points {
        let at = pixel(*p, clip);
        if out.last() != Some(&at) {
            out.push(at);
        }
    }
}

type Take<'a> = &'a mut dyn FnMut(&[(f64, f64)]);

/// Hands over the parts of a line that lie within.
pub(super) fn line(points: &[(f64, f64)], clip: Clip, take: Take<'_>) {
    let window = Window::around(clip, 0.0);
    let mut run: Vec<(f64, f64)> = Vec::new();
    for pair in points.windows(2) {
        let Some((from, to, begins, ends)) = window.clip(pair[0], pair[1]) else { continue };
        if run.is_empty() || begins > 0.0 {
            if run.len() > 1 {
                take(&run);
            }
            run.clear();
            run.push(from);
        }
        run.push(to);
        if ends < 1.0 {
            take(&run);
            run.clear();
        }
    }
    if run.len() > 1 {
        take(&run);
    }
}

/// The part of a closed polygon that lies within, one border after the other (Sutherland and Hodgman).
pub(super) fn ring(points: &[Point], clip: Clip) -> Vec<(f64, f64)> {
    let mut corners: Vec<[f64; 2]> = Vec::new();
    corners.extend(points.iter().filter(|p| p.is_finite()).map(|p| [f64::from(p.x), f64::from(p.y)]));
    let mut cut = Vec::new();
    for (axis, border, sign) in [(0, clip.x0, 1.0), (0, clip.x1, -1.0), (1, clip.y0, 1.0), (1, clip.y1, -1.0)] {
        cut.clear();
        let Some(mut a) = corners.last().copied() else { return Vec::new() };
        let border = f64::from(border);
        let outside = |p: &[f64; 2]| (p[axis] - border) * sign < 0.0;
        for b in &corners {
            if outside(&a) != outside(b) {
                let share = (border - a[axis]) / (b[axis] - a[axis]);
                let mut crossing = [border; 2];
                crossing[1 - axis] = a[1 - axis] + share * (b[1 - axis] - a[1 - axis]);
                cut.push(crossing);
            }
            if !outside(b) {
                cut.push(*b);
            }
            a = *b;
        }
        std::mem::swap(&mut corners, &mut cut);
    }
    corners.into_iter().map(Into::into).collect()
}
