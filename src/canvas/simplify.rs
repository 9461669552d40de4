//! Fewer points for the same picture.
//!
//! A million points over five hundred columns go up and down thousands of times within a pixel. Of a run of points
//! that stays within a sliver much narrower than a pixel, only the two extremes are kept: the line through them covers
//! what the line through all of them covers. Then points on straight lines are dropped.

use crate::canvas::window::P;
use crate::geom::Point;

/// Width of the sliver, in pixels.
const SLIVER: f32 = 1.0 / 32.0;
/// A sliver of more points than this is crowded: what leads in and out of it lies within what it covers.
const FEW: u32 = 4;
/// A sliver shorter than this, in pixels, is part of a curve: its points keep their order.
const SHORT: f32 = 2.0;
/// How far from a straight line a point may lie that is dropped, in pixels.
const STRAIGHT: f64 = 1.0 / 192.0;
/// Points nearer to the one before are dropped, in pixels.
pub(crate) const SAME: f64 = 1.0 / 512.0;

/// A run of points within one sliver: each with its number in the run.
#[derive(Clone, Copy, Debug)]
struct Run {
    first: (f32, f32),
    last: (f32, f32),
    count: u32,
    left: (u32, (f32, f32)),
    right: (u32, (f32, f32)),
    top: (u32, (f32, f32)),
    bottom: (u32, (f32, f32)),
}

impl Run {
    fn new(p: (f32, f32)) -> Self {
        let at = (0, p);
        Self { first: p, last: p, count: 1, left: at, right: at, top: at, bottom: at }
    }

    /// Takes the point in, unless the run would leave its sliver.
    #[inline]
    fn take(&mut self, p: (f32, f32), sliver: f32) -> bool {
        let (x0, x1) = (self.left.1.0.min(p.0), self.right.1.0.max(p.0));
        let (y0, y1) = (self.top.1.1.min(p.1), self.bottom.1.1.max(p.1));
        if x1 - x0 > sliver && y1 - y0 > sliver {
            return false;
        }
        let at = (self.count, p);
        if p.0 < self.left.1.0 {
            self.left = at;
        }
        if p.0 > self.right.1.0 {
            self.right = at;
        }
        if p.1 < self.top.1.1 {
            self.top = at;
        }
        if p.1 > self.bottom.1.1 {
            self.bottom = at;
        }
        self.last = p;
        self.count += 1;
        true
    }

    /// Appends what stands for the run. `whole` keeps its first and last point, where the line begins or ends.
    fn flush(&self, whole: bool, sliver: f32, out: &mut Vec<P>) {
        let tall = self.right.1.0 - self.left.1.0 <= sliver;
        let (mut a, mut b) = if tall { (self.top, self.bottom) } else { (self.left, self.right) };
        let extent = (self.right.1.0 - self.left.1.0).max(self.bottom.1.1 - self.top.1.1);
        if whole || self.count <= FEW || extent < SHORT {
            if a.0 > b.0 {
                (a, b) = (b, a);
            }
            for &p in &[self.first, a.1, b.1, self.last] {
                push(out, p);
            }
            return;
        }
        // What led to here ended in the sliver next to this one, so the nearer extreme may come first.
        if let Some(&(x, y)) = out.last() {
            let far = |p: (f32, f32)| (f64::from(p.0) - x).abs() + (f64::from(p.1) - y).abs();
            if far(b.1) < far(a.1) {
                (a, b) = (b, a);
            }
        }
        push(out, a.1);
        push(out, b.1);
    }
}

fn push(out: &mut Vec<P>, p: (f32, f32)) {
    let p = (f64::from(p.0), f64::from(p.1));
    if out.last().is_none_or(|last| (p.0 - last.0).abs() >= SAME || (p.1 - last.1).abs() >= SAME) {
        out.push(p);
    }
}

/// Replaces `out` by what is needed of `points`, all of them finite. No two consecutive ones are equal.
pub(crate) fn simplify(points: &[Point], out: &mut Vec<P>) {
    simplify_within(points, SLIVER, out);
}

/// The same with slivers so wide, in pixels.
pub(crate) fn simplify_within(points: &[Point], sliver: f32, out: &mut Vec<P>) {
    out.clear();
    let mut run: Option<Run> = None;
    let mut first = true;
    for p in points {
        let p = (p.x, p.y);
        let Some(r) = &mut run else {
            run = Some(Run::new(p));
            continue;
        };
        if !r.take(p, sliver) {
            r.flush(std::mem::take(&mut first), sliver, out);
            *r = Run::new(p);
        }
    }
    if let Some(r) = run {
        r.flush(true, sliver, out);
    }
    straighten(out);
}

/// Drops points that lie on the straight line between the ones kept before and after them.
pub(crate) fn straighten(points: &mut Vec<P>) {
    if points.len() < 3 {
        return;
    }
    let cross = |a: P, b: P| a.0 * b.1 - a.1 * b.0;
    // Directions seen from the last point kept, `ahead` pixels away, that pass by every point since.
    let cone = |v: P, ahead: f64| {
        let (x, y) = (-v.1 / ahead * STRAIGHT, v.0 / ahead * STRAIGHT);
        ((v.0 - x, v.1 - y), (v.0 + x, v.1 + y))
    };
    let mut anchor = points[0];
    let mut kept = 1;
    let mut open: Option<(P, P, f64)> = None;
    for i in 1..points.len() {
        let p = points[i];
        let v = (p.0 - anchor.0, p.1 - anchor.1);
        let ahead = (v.0 * v.0 + v.1 * v.1).sqrt();
        if let Some((right, left, reached)) = &mut open {
            if ahead > *reached && cross(*right, v) >= 0.0 && cross(v, *left) >= 0.0 {
                let (r, l) = cone(v, ahead);
                if cross(*right, r) > 0.0 {
                    *right = r;
                }
                if cross(l, *left) > 0.0 {
                    *left = l;
                }
                *reached = ahead;
                continue;
            }
            anchor = points[i - 1];
            points[kept] = anchor;
            kept += 1;
        }
        let v = (p.0 - anchor.0, p.1 - anchor.1);
        let ahead = (v.0 * v.0 + v.1 * v.1).sqrt();
        let (right, left) = cone(v, ahead);
        open = Some((right, left, ahead));
    }
    points[kept] = points[points.len() - 1];
    points.truncate(kept + 1);
}
