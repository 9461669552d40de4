//! Triangles between points that lie anywhere: Delaunay's, in whose circumcircles there is no other point.

use delaunator::{Point, triangulate};

/// The triangles between those of the points that have a place. There are none between fewer than three, or along a line.
pub(super) fn delaunay(x: &[f64], y: &[f64]) -> Vec<[u32; 3]> {
    let (mut which, mut lo, mut hi) = (Vec::with_capacity(x.len()), [f64::INFINITY; 2], [f64::NEG_INFINITY; 2]);
    for (i, (x, y)) in x.iter().zip(y).enumerate() {
        if x.is_finite() && y.is_finite() {
            which.push(i as u32);
            lo = [lo[0].min(*x), lo[1].min(*y)];
            hi = [hi[0].max(*x), hi[1].max(*y)];
        }
    }
    // Brought near 1, by a power of two, so that products neither vanish nor overflow; points that are nearer to each other than
    // the last digits are one.
    let half = (hi[0] / 2.0 - lo[0] / 2.0).max(hi[1] / 2.0 - lo[1] / 2.0);
    if which.len() < 3 || half == 0.0 {
        return Vec::new();
    }
    let exponent = libm::frexp(half).1;
    let near = |v: f64, lo: f64| libm::ldexp(v / 2.0 - lo / 2.0, -exponent);
    let mut points = Vec::with_capacity(which.len());
    for i in &which {
        points.push(Point { x: near(x[*i as usize], lo[0]), y: near(y[*i as usize], lo[1]) });
    }
    let found = triangulate(&points).triangles;
    let mut triangles = Vec::with_capacity(found.len() / 3);
    for corners in found.chunks_exact(3) {
        triangles.push([which[corners[0]], which[corners[1]], which[corners[2]]]);
    }
    triangles
}
