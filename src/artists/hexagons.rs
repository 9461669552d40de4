//! Where hexagons are: two lattices of their middles, and the way from a point to the nearest one.

use crate::geom::{Extent, Point};

/// The corners of a hexagon, in halves of its width and thirds of the height of a row.
pub(super) const CORNERS: [(f64, f64); 6] =
    [(1.0, -0.5), (1.0, 0.5), (0.0, 1.0), (-1.0, 0.5), (-1.0, -0.5), (0.0, -1.0)];

/// From the smallest to the largest value, with room between them.
pub(super) fn reach(values: &[f64]) -> (f64, f64) {
    let extent = Extent::of(values.iter().copied());
    if extent.is_empty() {
        return (0.0, 1.0);
    }
    // what is farther apart than the largest number has no middle
    let (lo, hi) = (extent.lo.max(f64::MIN / 4.0), extent.hi.min(f64::MAX / 4.0));
    let most = lo.abs().max(hi.abs());
    if most < 1e21 * f64::MIN_POSITIVE {
        (-0.1, 0.1)
    } else if hi - lo <= most * 1e-15 {
        (lo - 0.1 * lo.abs(), hi + 0.1 * hi.abs())
    } else {
        (lo, hi)
    }
}

/// Two rectangular lattices of middles, one half-way between the other.
pub(super) struct Lattices {
    x0: f64,
    y0: f64,
    /// How far middles of one lattice are apart.
    pub(super) width: f64,
    pub(super) height: f64,
    cols: usize,
    rows: usize,
}

impl Lattices {
    pub(super) fn new([x0, x1, y0, y1]: [f64; 4], (cols, rows): (usize, usize)) -> Self {
        // so that what is rounded off leaves no point outside
        let padding = 1e-9 * (x1 - x0);
        let (x0, x1) = (x0 - padding, x1 + padding);
        Self { x0, y0, width: (x1 - x0) / cols as f64, height: (y1 - y0) / rows as f64, cols, rows }
    }

    /// How many middles there are.
    pub(super) fn count(&self) -> usize {
        (self.cols + 1) * (self.rows + 1) + self.cols * self.rows
    }

    /// Which hexagon a point is in: that with the nearer of the two middles that are nearest on their lattices.
    pub(super) fn nearest(&self, x: f64, y: f64) -> Option<usize> {
        let (x, y) = ((x - self.x0) / self.width, (y - self.y0) / self.height);
        let (x1, y1, x2, y2) = (x.round_ties_even(), y.round_ties_even(), x.floor(), y.floor());
        let away = |dx: f64, dy: f64| dx * dx + 3.0 * dy * dy;
        let first = away(x - x1, y - y1) < away(x - x2 - 0.5, y - y2 - 0.5);
        let (x, y) = if first { (x1, y1) } else { (x2, y2) };
        let (cols, rows) = if first { (self.cols + 1, self.rows + 1) } else { (self.cols, self.rows) };
        if !(x >= 0.0 && x < cols as f64 && y >= 0.0 && y < rows as f64) {
            return None;
        }
        let before = if first { 0 } else { (self.cols + 1) * (self.rows + 1) };
        Some(before + x as usize * rows + y as usize)
    }

    /// The middle of a hexagon.
    pub(super) fn middle(&self, i: usize) -> (f64, f64) {
        let first = (self.cols + 1) * (self.rows + 1);
        let (i, rows, shift) = if i < first { (i, self.rows + 1, 0.0) } else { (i - first, self.rows, 0.5) };
        let (col, row) = ((i / rows) as f64 + shift, (i % rows) as f64 + shift);
        (self.x0 + self.width * col, self.y0 + self.height * row)
    }
}

/// A convex polygon with its sides so far outside of where they were, in pixels.
pub(super) fn grown(corners: [Point; 6], by: f32) -> [Point; 6] {
    let side = |i: usize| {
        let (a, b) = (corners[i % 6], corners[(i + 1) % 6]);
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let long = (dx * dx + dy * dy).sqrt().max(1e-6);
        (dx / long, dy / long)
    };
    let turn = {
        let ((ax, ay), (bx, by)) = (side(0), side(1));
        (ax * by - ay * bx).signum()
    };
    std::array::from_fn(|i| {
        // between the normals of both sides, so far that both are moved
        let ((ax, ay), (bx, by_)) = (side(i + 5), side(i));
        let (nx, ny) = ((ay + by_) * turn, -(ax + bx) * turn);
        let square = (nx * nx + ny * ny).max(0.1);
        Point::new(corners[i].x + 2.0 * by * nx / square, corners[i].y + 2.0 * by * ny / square)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexagons_grow_by_what_they_are_asked_to() {
        // either way round, and however flat
        for (width, height) in [(10.0, 10.0), (10.0, -10.0), (3.0, 20.0)] {
            let corners = CORNERS.map(|(x, y)| Point::new(x as f32 * width, y as f32 * height));
            let larger = grown(corners, 0.5);
            for i in 0..6 {
                let (a, b, c) = (corners[i], corners[(i + 1) % 6], larger[i]);
                let (dx, dy) = (b.x - a.x, b.y - a.y);
                let away = ((c.x - a.x) * dy - (c.y - a.y) * dx) / (dx * dx + dy * dy).sqrt();
                assert!((away.abs() - 0.5).abs() < 1e-4, "{away}");
                assert!(c.x * c.x + c.y * c.y > a.x * a.x + a.y * a.y);
            }
        }
    }
}
