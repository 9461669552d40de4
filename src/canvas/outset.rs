//! Polygons that grow or shrink by a distance: the two borders of an edge.
//!
//! The corners are those of the exact offset, so that nothing overlaps and areas add up.

use crate::canvas::stroke::Join;
use crate::geom::Point;

/// The polygon whose sides lie `by` further out (further in if negative). Corners that stick out are extended to a point,
/// or cut off for [`Join::Bevel`]. `None` if nothing is left of it.
pub(super) fn outset(corners: &[Point], by: f32, join: Join) -> Option<Vec<Point>> {
    let area = signed_area(corners);
    let turn = if area < 0.0 { -1.0 } else { 1.0 };
    let n = corners.len();
    let direction = |i: usize| {
        let (a, b) = (corners[i % n], corners[(i + 1) % n]);
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let length = (dx * dx + dy * dy).sqrt();
        (dx / length, dy / length)
    };
    let mut out = Vec::with_capacity(2 * n);
    for (i, p) in corners.iter().enumerate() {
        let (before, after) = (direction(i + n - 1), direction(i));
        // outward normals of the two sides that meet here
        let (nx0, ny0) = (before.1 * turn, -before.0 * turn);
        let (nx1, ny1) = (after.1 * turn, -after.0 * turn);
        let convex = (before.0 * after.1 - before.1 * after.0) * turn > 0.0;
        if join == Join::Bevel && convex == (by > 0.0) {
            out.push(Point::new(p.x + nx0 * by, p.y + ny0 * by));
            out.push(Point::new(p.x + nx1 * by, p.y + ny1 * by));
        } else {
            let k = by / (1.0 + nx0 * nx1 + ny0 * ny1);
            out.push(Point::new(p.x + (nx0 + nx1) * k, p.y + (ny0 + ny1) * k));
        }
    }
    let sides_kept = (0..n).all(|i| {
        // a side that has turned around has been eaten up
        let per = out.len() / n;
        let (a, b) = (out[(i * per + per - 1) % out.len()], out[((i + 1) * per) % out.len()]);
        let d = direction(i);
        join == Join::Bevel || (b.x - a.x) * d.0 + (b.y - a.y) * d.1 > 0.0
    });
    (signed_area(&out) * turn > 0.0 && sides_kept).then_some(out)
}

/// Twice the area inside, positive if the corners go around clockwise on the screen.
pub(super) fn signed_area(points: &[Point]) -> f32 {
    let mut last = points.last().copied().unwrap_or_default();
    points
        .iter()
        .map(|&p| {
            let cross = last.x * p.y - p.x * last.y;
            last = p;
            cross
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(half: f32) -> Vec<Point> {
        [(-half, -half), (half, -half), (half, half), (-half, half)].map(|(x, y)| Point::new(x, y)).to_vec()
    }

    #[test]
    fn squares_grow_and_shrink() {
        assert_eq!(outset(&square(2.0), 1.0, Join::Miter), Some(square(3.0)));
        assert_eq!(outset(&square(2.0), -1.5, Join::Miter), Some(square(0.5)));
        assert_eq!(outset(&square(2.0), -2.5, Join::Miter), None);
        let backward: Vec<Point> = square(2.0).into_iter().rev().collect();
        let grown: Vec<Point> = square(3.0).into_iter().rev().collect();
        assert_eq!(outset(&backward, 1.0, Join::Miter), Some(grown));
    }

    #[test]
    fn a_bevel_cuts_the_corners_off() {
        let cut = outset(&square(2.0), 1.0, Join::Bevel).expect("grows");
        assert_eq!(cut.len(), 8);
        // each corner of the larger square loses a triangle of half a unit square
        assert_eq!(signed_area(&cut) / 2.0, 36.0 - 4.0 * 0.5);
    }

    #[test]
    fn a_notch_keeps_its_shape() {
        let l = [(0.0, 0.0), (4.0, 0.0), (4.0, 2.0), (2.0, 2.0), (2.0, 4.0), (0.0, 4.0)].map(|(x, y)| Point::new(x, y));
        let grown = outset(&l, 0.5, Join::Miter).expect("grows");
        let want = [(-0.5, -0.5), (4.5, -0.5), (4.5, 2.5), (2.5, 2.5), (2.5, 4.5), (-0.5, 4.5)];
        assert_eq!(grown, want.map(|(x, y)| Point::new(x, y)));
    }
}
