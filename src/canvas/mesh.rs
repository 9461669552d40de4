//! Triangles between points that have colours, mixed between them (Gouraud).
//!
//! A pixel belongs to the triangle that its centre lies in; on a border, to the one to its right, or below. Where a row
//! crosses a side is computed from the side alone, so that two triangles that share it agree to the bit: between them no
//! pixel is left out, and none is blended twice.

use crate::canvas::blend::{blend_one, visible};
use crate::canvas::frame::Frame;
use crate::geom::{Clip, Point};
use crate::style::Color;

/// Draws the triangles one after the other. One with a point that is not finite is left out.
pub(super) fn mesh(frame: &mut Frame, clip: Clip, points: &[Point], colors: &[Color], triangles: &[[u32; 3]]) {
    let clip = visible(frame, clip);
    if clip.is_empty() {
        return;
    }
    for triangle in triangles {
        let corner = |i: u32| Corner::new(points[i as usize], colors[i as usize]);
        let corners = [corner(triangle[0]), corner(triangle[1]), corner(triangle[2])];
        if corners.iter().all(|c| c.x.is_finite() && c.y.is_finite()) {
            paint(frame, clip, corners);
        }
    }
}

#[derive(Clone, Copy, Debug)]
struct Corner {
    x: f64,
    y: f64,
    /// Red, green, blue, opacity.
    channels: [f64; 4],
}

impl Corner {
    fn new(at: Point, color: Color) -> Self {
        let channels = [color.r.into(), color.g.into(), color.b.into(), color.a.into()];
        Self { x: f64::from(at.x), y: f64::from(at.y), channels }
    }
}

/// The first pixel whose centre is not before `v`, between two.
#[inline]
pub(super) fn first(v: f64, from: i32, to: i32) -> i32 {
    // what is beyond an integer's range becomes its end, and `from` is never below zero
    let whole = (v - 0.5) as i32;
    (whole + i32::from(f64::from(whole) < v - 0.5 && whole < i32::MAX)).clamp(from, to)
}

/// A side, downward.
struct Side {
    x: f64,
    y: f64,
    per_row: f64,
}

impl Side {
    fn new(a: &Corner, b: &Corner) -> Self {
        Self { x: a.x, y: a.y, per_row: (b.x - a.x) / (b.y - a.y) }
    }

    fn at(&self, y: f64) -> f64 {
        self.x + (y - self.y) * self.per_row
    }
}

fn paint(frame: &mut Frame, clip: Clip, mut corners: [Corner; 3]) {
    // from top to bottom; three need no sort of the library's
    for &(i, j) in &[(0, 1), (1, 2), (0, 1)] {
        if corners[j].y < corners[i].y {
            corners.swap(i, j);
        }
    }
    let [top, middle, bottom] = &corners;
    let (long, upper, lower) = (Side::new(top, bottom), Side::new(top, middle), Side::new(middle, bottom));
    let row = |c: &Corner| first(c.y, clip.y0, clip.y1);
    let rows = [row(top), row(middle), row(bottom)];
    let Some(mix) = Mix::new(&corners) else { return };
    for y in rows[0]..rows[2] {
        let center = f64::from(y) + 0.5;
        let (a, b) = (long.at(center), if y < rows[1] { upper.at(center) } else { lower.at(center) });
        let (x0, x1) = (first(a.min(b), clip.x0, clip.x1), first(a.max(b), clip.x0, clip.x1));
        if x0 < x1 {
            let pixels = &mut frame.row_mut(y as usize)[x0 as usize * 3..x1 as usize * 3];
            mix.row(pixels, f64::from(x0) + 0.5, center);
        }
    }
}

/// The colours within a triangle.
struct Mix {
    at: Corner,
    per_column: [f64; 4],
    per_row: [f64; 4],
    least: [f64; 4],
    most: [f64; 4],
}

#[allow(clippy::needless_range_loop, reason = "several arrays go along")]
impl Mix {
    /// `None` for a triangle without an area.
    fn new(corners: &[Corner; 3]) -> Option<Self> {
        let [a, b, c] = corners;
        let (bx, by, cx, cy) = (b.x - a.x, b.y - a.y, c.x - a.x, c.y - a.y);
        let area = bx * cy - by * cx;
        if area == 0.0 || !area.is_finite() {
            return None;
        }
        let mut mix = Self { at: *a, per_column: [0.0; 4], per_row: [0.0; 4], least: a.channels, most: a.channels };
        for k in 0..4 {
            let (va, vb, vc) = (a.channels[k], b.channels[k], c.channels[k]);
            mix.per_column[k] = ((vb - va) * cy - (vc - va) * by) / area;
            mix.per_row[k] = ((vc - va) * bx - (vb - va) * cx) / area;
            mix.least[k] = va.min(vb).min(vc);
            mix.most[k] = va.max(vb).max(vc);
        }
        Some(mix)
    }

    /// Blends a row of pixels, the first of which has its centre at (`x`, `y`).
    fn row(&self, pixels: &mut [u8], x: f64, y: f64) {
        // 16 bits after the point, and half a level more, to be rounded down
        let mut at = [0_i64; 4];
        let mut step = [0_i64; 4];
        let (mut least, mut most) = ([0_i64; 4], [0_i64; 4]);
        for k in 0..4 {
            let v = self.at.channels[k] + (x - self.at.x) * self.per_column[k] + (y - self.at.y) * self.per_row[k];
            at[k] = ((v + 0.5) * 65_536.0) as i64;
            step[k] = (self.per_column[k] * 65_536.0) as i64;
            (least[k], most[k]) = (self.least[k] as i64, self.most[k] as i64);
        }
        for pixel in pixels.as_chunks_mut::<3>().0 {
            let mut level = [0; 4];
            for k in 0..4 {
                // rounding must not leave the colours of the corners
                level[k] = (at[k] >> 16).clamp(least[k], most[k]) as u8;
                at[k] = at[k].wrapping_add(step[k]);
            }
            let [r, g, b, a] = level;
            blend_one(pixel, [r, g, b], a);
        }
    }
}
