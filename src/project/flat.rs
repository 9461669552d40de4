//! Two axes at right angles, each with a scale of its own.

use crate::axis::AxisMap;
use crate::geom::Point;

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Flat {
    pub(super) x: AxisMap,
    pub(super) y: AxisMap,
}

impl Flat {
    #[inline]
    pub(super) fn point(&self, x: f64, y: f64) -> Point {
        Point::new(self.x.pixel(x), self.y.pixel(y))
    }

    pub(super) fn data_at(&self, at: Point) -> Option<[f64; 2]> {
        let (x, y) = (self.x.value(at.x), self.y.value(at.y));
        (x.is_finite() && y.is_finite()).then_some([x, y])
    }

    pub(super) fn points(&self, xs: &[f64], ys: &[f64], out: &mut Vec<Point>) {
        for (&x, &y) in xs.iter().zip(ys) {
            out.push(self.point(x, y));
        }
    }
}
