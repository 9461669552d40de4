//! Points that are made when they are asked for, so that a line of very many takes no memory for its pixels.

use std::ops::Range;

use crate::geom::Point;

/// So many points are asked for at once: they are still at hand when they are looked at.
pub(crate) const AT_ONCE: usize = 1024;

/// The points of a line, in pixels.
pub(crate) trait Stream {
    fn count(&self) -> usize;
    /// Makes `to` the places of some of them.
    fn part(&self, range: Range<usize>, to: &mut Parts);
}

/// Places of points, along x and along y.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    pub(crate) x: Vec<f32>,
    pub(crate) y: Vec<f32>,
}

impl Parts {
    pub(crate) fn clear(&mut self) {
        self.x.clear();
        self.y.clear();
    }

    pub(crate) fn push(&mut self, p: Point) {
        self.x.push(p.x);
        self.y.push(p.y);
    }
}

impl Stream for &[Point] {
    fn count(&self) -> usize {
        self.len()
    }

    fn part(&self, range: Range<usize>, to: &mut Parts) {
        to.clear();
        for p in &self[range] {
            to.push(*p);
        }
    }
}
