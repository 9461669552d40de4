//! Cutting segments to what can be seen.

use crate::geom::Clip;

/// A position in pixels.
pub(crate) type P = (f64, f64);

/// A rectangle that everything seen lies in, with room for what reaches in from outside.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Window {
    pub(crate) x0: f64,
    pub(crate) y0: f64,
    pub(crate) x1: f64,
    pub(crate) y1: f64,
}

impl Window {
    /// So many pixels more than `clip` on each side.
    pub(crate) fn around(clip: Clip, margin: f64) -> Self {
        let side = |v: i32, by: f64| f64::from(v) + by;
        Self {
            x0: side(clip.x0, -margin),
            y0: side(clip.y0, -margin),
            x1: side(clip.x1, margin),
            y1: side(clip.y1, margin),
        }
    }

    pub(crate) fn contains(&self, p: P) -> bool {
        p.0 >= self.x0 && p.0 <= self.x1 && p.1 >= self.y0 && p.1 <= self.y1
    }

    /// The part of the segment `a`..`b` inside: its ends, and where along the segment they are (0 at `a`, 1 at `b`).
    pub(crate) fn clip(&self, a: P, b: P) -> Option<(P, P, f64, f64)> {
        if self.contains(a) && self.contains(b) {
            return Some((a, b, 0.0, 1.0));
        }
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let (mut t0, mut t1) = (0.0_f64, 1.0_f64);
        for &(d, lo, hi) in &[(dx, self.x0 - a.0, self.x1 - a.0), (dy, self.y0 - a.1, self.y1 - a.1)] {
            if d == 0.0 {
                if lo > 0.0 || hi < 0.0 {
                    return None;
                }
                continue;
            }
            let (enter, leave) = if d > 0.0 { (lo / d, hi / d) } else { (hi / d, lo / d) };
            t0 = t0.max(enter);
            t1 = t1.min(leave);
        }
        if t0 >= t1 {
            return None;
        }
        // Rounding may leave the border, which is known exactly.
        let at = |t: f64| ((a.0 + t * dx).clamp(self.x0, self.x1), (a.1 + t * dy).clamp(self.y0, self.y1));
        Some((if t0 > 0.0 { at(t0) } else { a }, if t1 < 1.0 { at(t1) } else { b }, t0, t1))
    }
}
