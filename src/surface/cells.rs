//! Cells between lines along x and along y.

#[cfg(test)]
use crate::geom::Point;
#[cfg(test)]
use crate::style::Color;
use crate::style::ColorTable;

/// Rectangles between edges in pixels, which are finite and do not turn back; row after row, each in the colour of its value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CellGrid<'a> {
    /// One more than columns.
    pub(crate) x: &'a [f32],
    /// One more than rows.
    pub(crate) y: &'a [f32],
    pub(crate) values: &'a [f64],
    pub(crate) colors: &'a ColorTable,
    /// Opacity, 0 to 1.
    pub(crate) alpha: f32,
}

/// Triangles between points that have colours, which cells are held against: what [`Surface::mesh`](super::Surface::mesh) takes.
#[cfg(test)]
#[derive(Debug, Default)]
pub(crate) struct Triangles {
    pub(crate) points: Vec<Point>,
    pub(crate) colors: Vec<Color>,
    pub(crate) corners: Vec<[u32; 3]>,
}

#[cfg(test)]
impl CellGrid<'_> {
    /// The same as triangles. What is transparent is left out.
    pub(crate) fn triangles(&self) -> Triangles {
        let (mut out, mut colors) = (Triangles::default(), Vec::new());
        self.colors.colors(self.values, &mut colors);
        let cols = self.x.len().saturating_sub(1);
        for (y, colors) in self.y.windows(2).zip(colors.chunks(cols.max(1))) {
            for (x, color) in self.x.windows(2).zip(colors) {
                let color = color.with_alpha(self.alpha);
                if color.a == 0 {
                    continue;
                }
                let first = out.points.len() as u32;
                for (x, y) in [(x[0], y[0]), (x[1], y[0]), (x[1], y[1]), (x[0], y[1])] {
                    out.points.push(Point::new(x, y));
                    out.colors.push(color);
                }
                out.corners.push([first, first + 1, first + 2]);
                out.corners.push([first, first + 2, first + 3]);
            }
        }
        out
    }
}
