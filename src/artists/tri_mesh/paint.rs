//! How triangles are drawn.

use super::TriMesh;
use crate::artist::Painter;
use crate::geom::Point;

impl TriMesh {
    /// The sides, one after the other, with gaps between them.
    pub(super) fn sides(&self) -> (Vec<f64>, Vec<f64>) {
        let edges = &self.triangles.edges;
        let (mut x, mut y) = (Vec::with_capacity(3 * edges.len()), Vec::with_capacity(3 * edges.len()));
        for [a, b] in edges {
            x.extend([self.x[*a as usize], self.x[*b as usize], f64::NAN]);
            y.extend([self.y[*a as usize], self.y[*b as usize], f64::NAN]);
        }
        (x, y)
    }

    pub(super) fn paint_faces(&self, painter: &mut Painter<'_>) {
        let mapping = self.mapping.in_theme(painter.theme());
        let (triangles, shown, color) = (&*self.triangles, self.shown_values(), mapping.colors());
        let mut places = Vec::with_capacity(self.x.len());
        for (x, y) in self.x.iter().zip(&*self.y) {
            places.push(painter.point(*x, *y));
        }
        let (mut points, mut colors, mut corners) = (Vec::<Point>::new(), Vec::new(), Vec::new());
        if self.is_smooth() {
            for k in 0..places.len() {
                colors.push(color(shown.get(k).copied().unwrap_or(f64::NAN)));
            }
            for t in &triangles.shown {
                let triangle = triangles.corners[*t as usize];
                if triangle.iter().all(|i| colors[*i as usize].a > 0) {
                    corners.push(triangle);
                }
            }
            return painter.mesh(&places, &colors, &corners);
        }
        for (t, value) in triangles.shown.iter().zip(shown) {
            // files are handed all at once: it is one image there, and several would show where they meet
            if points.len() >= painter.at_once() {
                painter.mesh(&points, &colors, &corners);
                points.clear();
                colors.clear();
                corners.clear();
            }
            let color = color(value);
            if color.a == 0 {
                continue;
            }
            let first = points.len() as u32;
            for i in triangles.corners[*t as usize] {
                points.push(places[i as usize]);
                colors.push(color);
            }
            corners.push([first, first + 1, first + 2]);
        }
        painter.mesh(&points, &colors, &corners);
    }
}
