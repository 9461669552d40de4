//! How hexagons are drawn.

use super::Hexbin;
use crate::artist::Painter;
use crate::artists::hexagons::{CORNERS, grown};
use crate::geom::Point;
use crate::style::{Color, Pen};

impl Hexbin {
    pub(super) fn paint_hexagons(&self, painter: &mut Painter<'_>) {
        let mapping = self.mapping.in_theme(painter.theme());
        let (found, color) = (&*self.found, mapping.colors());
        // where both would show through each other, they only meet
        let meet = self.edge.is_some() || self.common.alpha < 1.0;
        let by = if meet { 0.0 } else { painter.px(self.linewidth) / 2.0 };
        let (mut points, mut ends, mut colors) = (Vec::new(), Vec::new(), Vec::new());
        for (i, value) in found.values.iter().enumerate() {
            let shown = color(*value);
            if shown.a == 0 {
                continue;
            }
            let mut corners = [Point::new(0.0, 0.0); 6];
            for (corner, (dx, dy)) in corners.iter_mut().zip(CORNERS) {
                let (x, y) = (found.x[i] + dx * found.half, found.y[i] + dy * found.third);
                let x = if self.log.0 { libm::exp10(x) } else { x };
                let y = if self.log.1 { libm::exp10(y) } else { y };
                *corner = painter.point(x, y);
            }
            if !corners.iter().all(|corner| corner.is_finite()) {
                continue;
            }
            points.extend(if meet { corners } else { grown(corners, by) });
            ends.push(points.len() as u32);
            colors.push(shown);
        }
        if self.common.alpha < 1.0 {
            paint_meeting(painter, &points, &colors);
        } else if !ends.is_empty() {
            painter.fills(&points, &ends, &colors);
        }
        if let Some(edge) = self.edge.filter(|edge| edge.a > 0 && !ends.is_empty()) {
            let mut outlines = Vec::with_capacity(points.len() / 6 * 7);
            for corners in points.chunks(6) {
                outlines.extend_from_slice(corners);
                outlines.push(corners[0]);
            }
            for (i, end) in ends.iter_mut().enumerate() {
                *end += i as u32 + 1;
            }
            painter.strokes(&outlines, &ends, &[edge], &[self.linewidth], &Pen::new(edge, self.linewidth));
        }
    }
}

/// Hexagons, six points and a colour each, of which each pixel belongs to one.
fn paint_meeting(painter: &mut Painter<'_>, points: &[Point], colors: &[Color]) {
    let (mut shown, mut triangles) = (Vec::with_capacity(points.len()), Vec::new());
    for (i, color) in colors.iter().enumerate() {
        let first = 6 * i as u32;
        shown.extend([*color; 6]);
        for k in 1..5 {
            triangles.push([first, first + k, first + k + 1]);
        }
    }
    painter.mesh(points, &shown, &triangles);
}
