//! Where a legend covers the least.

use crate::artist::Obstacles;
use crate::figure::{Axes, LegendLoc};
use crate::geom::{Point, Rect};
use crate::layout::overlap;
use crate::project::Projection;

/// What is in the box of a legend's axes.
pub(super) struct Around<'a> {
    /// The data of all axes that have it.
    pub(super) data: Vec<(&'a Axes, &'a Projection)>,
    /// Other legends, and insets, with their words.
    pub(super) taken: Vec<Rect>,
}

/// The first of the fixed places that covers the least: points inside count one each, and so does a line that runs
/// through, and a box that is touched; but what is taken by others counts more than all of that. Of very many artists some are asked,
/// evenly spread.
pub(super) fn best(around: &Around<'_>, mut obstacles: Obstacles, at: impl Fn(LegendLoc) -> Rect) -> Rect {
    let mut artists = Vec::new();
    for (axes, projection) in &around.data {
        for (_, slot) in axes.visible() {
            artists.push((slot, projection));
        }
    }
    let step = artists.len().div_ceil(ARTISTS).max(1);
    obstacles = obstacles.among(artists.len() / step);
    for (slot, projection) in artists.into_iter().step_by(step) {
        slot.artist().obstacles(projection, &mut obstacles);
    }
    let mut least = (usize::MAX, at(LegendLoc::FIXED[0]));
    for loc in LegendLoc::FIXED {
        let rect = at(loc);
        let bad = badness(&around.taken, &obstacles, rect, least.0);
        if bad == 0 {
            return rect;
        }
        if bad < least.0 {
            least = (bad, rect);
        }
    }
    least.1
}

/// So many artists tell where a legend covers the least.
const ARTISTS: usize = 400;

/// How much is covered by a rectangle; something above `enough` if it is that much at least.
fn badness(taken: &[Rect], obstacles: &Obstacles, rect: Rect, enough: usize) -> usize {
    let inside = |p: &Point| usize::from(p.x > rect.x0 && p.x < rect.x1 && p.y > rect.y0 && p.y < rect.y1);
    let mut bad = 0;
    for taken in taken {
        bad += if overlap(*taken, rect) { TAKEN } else { 0 };
    }
    for taken in &obstacles.boxes {
        bad += usize::from(overlap(*taken, rect));
    }
    for point in &obstacles.points {
        bad += inside(point);
    }
    for line in &obstacles.lines {
        if bad >= enough {
            break;
        }
        for point in line {
            bad += inside(point);
        }
        bad += usize::from(line.windows(2).any(|w| crosses(w[0], w[1], rect)));
    }
    bad
}

/// What is taken counts as so many points.
const TAKEN: usize = 1 << 24;

/// Whether the segment from `a` to `b` has a point in `rect` (Liang and Barsky's clipping).
fn crosses(a: Point, b: Point, rect: Rect) -> bool {
    // most are on one side of it
    let beside = a.x.max(b.x) < rect.x0 || a.x.min(b.x) > rect.x1 || a.y.max(b.y) < rect.y0 || a.y.min(b.y) > rect.y1;
    if beside || !(a.is_finite() && b.is_finite()) {
        return false;
    }
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let (mut from, mut to) = (0.0_f32, 1.0_f32);
    for (p, q) in [(-dx, a.x - rect.x0), (dx, rect.x1 - a.x), (-dy, a.y - rect.y0), (dy, rect.y1 - a.y)] {
        if p == 0.0 {
            if q < 0.0 {
                return false;
            }
        } else if p < 0.0 {
            from = from.max(q / p);
        } else {
            to = to.min(q / p);
        }
    }
    from <= to
}

#[cfg(test)]
mod tests;
