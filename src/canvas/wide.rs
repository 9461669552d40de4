//! Wide lines: the convex shapes that a run of points is made of.
//!
//! A strip for each segment, what joins two of them on the outer side of a bend, and a cap at either end. Where two of
//! them meet, they end at the same straight line, to the bit.

use crate::canvas::segment::MITRE_LIMIT;
use crate::canvas::union::{Shape, Union};
use crate::canvas::window::{P, Window};
use crate::style::{Cap, Join};
use crate::surface::Stroke;

/// A bend that leaves a gap narrower than this, in pixels, needs no join.
const GAP: f64 = 1.0 / 512.0;

fn plus(a: P, b: P, times: f64) -> P {
    (a.0 + b.0 * times, a.1 + b.1 * times)
}

fn minus(a: P) -> P {
    (-a.0, -a.1)
}

/// Across `dir`, to the side where y grows if it goes along x.
fn normal(dir: P) -> P {
    (-dir.1, dir.0)
}

/// Adds a solid line through `points`; if `closed`, the last is the first again. Only what reaches into the window is.
pub(super) fn add_line(union: &mut Union, window: &Window, stroke: &Stroke<'_>, points: &[P], closed: bool) {
    let half = f64::from(stroke.width) / 2.0;
    let mut ends: Option<(P, P)> = None;
    for pair in points.windows(2) {
        let d = plus(pair[1], pair[0], -1.0);
        let length = (d.0 * d.0 + d.1 * d.1).sqrt();
        if length == 0.0 {
            continue;
        }
        let dir = (d.0 / length, d.1 / length);
        if let Some((_, before)) = ends
            && window.contains(pair[0])
        {
            add_join(union, half, stroke.join, pair[0], before, dir);
        }
        if let Some((from, to, ..)) = window.clip(pair[0], pair[1]) {
            union.add(&strip(from, to, dir, half));
        }
        ends = Some((ends.map_or(dir, |e| e.0), dir));
    }
    let (Some(&start), Some(&end)) = (points.first(), points.last()) else { return };
    // The caps of a dash without a length lie along x.
    let (first, last) = ends.unwrap_or(((1.0, 0.0), (1.0, 0.0)));
    if closed {
        if window.contains(start) {
            add_join(union, half, stroke.join, start, last, first);
        }
        return;
    }
    for (at, out) in [(start, minus(first)), (end, last)] {
        if window.contains(at) {
            add_cap(union, half, stroke.cap, at, out);
        }
    }
}

/// What lies beside a segment.
fn strip(from: P, to: P, dir: P, half: f64) -> Shape {
    let across = normal(dir);
    let (low, high) = (plus(from, across, -half), plus(from, across, half));
    Shape::among(&[low, high, plus(to, across, -half), plus(to, across, half)])
        .side(from, dir)
        .side(to, minus(dir))
        .side(low, across)
        .side(high, minus(across))
}

/// What lies beyond an end.
fn add_cap(union: &mut Union, half: f64, cap: Cap, at: P, out: P) {
    match cap {
        Cap::Butt => {}
        Cap::Round => union.add(
            &Shape::among(&[plus(at, (0.0, 1.0), half), plus(at, (0.0, 1.0), -half)]).side(at, out).disc(at, half),
        ),
        Cap::Projecting => union.add(&strip(at, plus(at, out, half), out, half)),
    }
}

/// What lies beyond the end of the segment before and before the start of the one after.
fn add_join(union: &mut Union, half: f64, join: Join, at: P, before: P, after: P) {
    let cross = before.0 * after.1 - before.1 * after.0;
    let cos = before.0 * after.0 + before.1 * after.1;
    if cos > 0.0 && cross.abs() * half < GAP {
        return;
    }
    // To the outside of the bend.
    let outer = |dir: P| if cross > 0.0 { minus(normal(dir)) } else { normal(dir) };
    let (one, two) = (outer(before), outer(after));
    let (a, b) = (plus(at, one, half), plus(at, two, half));
    // Where straight borders meet, or, on a bevel, the middle between the corners.
    let middle = plus(one, two, 1.0);
    let tip = plus(at, middle, half / (1.0 + cos).max(1e-9));
    let top = plus(at, (0.0, -1.0), if before.1 <= 0.0 && after.1 >= 0.0 { half } else { 0.0 });
    let bottom = plus(at, (0.0, 1.0), if before.1 >= 0.0 && after.1 <= 0.0 { half } else { 0.0 });
    let wedge = |reach: &[P]| Shape::among(reach).side(at, before).side(at, minus(after));
    let shape = match join {
        Join::Round => wedge(&[a, b, top, bottom]).disc(at, half),
        Join::Miter if cos >= MITRE_LIMIT => wedge(&[at, a, b, tip]).side(a, minus(one)).side(b, minus(two)),
        // Back along itself: there is nothing between the corners.
        Join::Miter | Join::Bevel if 1.0 + cos < 1e-9 => return,
        Join::Miter | Join::Bevel => {
            let length = (middle.0 * middle.0 + middle.1 * middle.1).sqrt();
            wedge(&[at, a, b]).side(a, (-middle.0 / length, -middle.1 / length))
        }
    };
    union.add(&shape);
}
