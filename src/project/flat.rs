//! Two axes at right angles, each with a scale of its own.

use crate::axis::{AxisMap, points};
use crate::geom::Point;
use crate::surface::{Cutter, Parts, Stream, is_far};

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

    /// Adds the points in pixels to `out`; says whether none of them is farther away than `reach`.
    pub(super) fn points(&self, xs: &[f64], ys: &[f64], reach: f64, out: &mut Vec<Point>) -> bool {
        // as many as are still at hand when they are looked at
        xs.chunks(1024).zip(ys.chunks(1024)).all(|(xs, ys)| {
            let from = out.len();
            out.extend(points(&self.x, &self.y, xs, ys));
            !is_far(&out[from..], reach)
        })
    }

    /// Cuts off what is farther away than `reach`.
    pub(super) fn cutter(&self, reach: f64) -> Cutter<'_> {
        Cutter::new(&self.x, &self.y, reach)
    }

    /// The points on the even axes, where they are exact.
    pub(super) fn evens(&self, xs: &[f64], ys: &[f64]) -> impl Iterator<Item = (f64, f64)> {
        xs.iter().zip(ys).map(|(&x, &y)| (self.x.even(x), self.y.even(y)))
    }
}

/// A line through data points, in pixels.
pub(crate) struct Places<'a> {
    pub(super) flat: &'a Flat,
    pub(super) xs: &'a [f64],
    pub(super) ys: &'a [f64],
}

impl Stream for Places<'_> {
    fn count(&self) -> usize {
        self.xs.len().min(self.ys.len())
    }

    fn part(&self, range: std::ops::Range<usize>, to: &mut Parts) {
        to.clear();
        self.flat.x.pixels(&self.xs[range.clone()], &mut to.x);
        self.flat.y.pixels(&self.ys[range], &mut to.y);
    }
}
