//! Cutting segments to what can be seen.

/// A position in pixels.
pub(super) type P = (f64, f64);

/// From here on, in pixels, a position along a segment is not exact to a hundredth of a pixel.
const FAR: f64 = 1e12;

/// A rectangle that everything seen lies in, with room for what reaches in from outside.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    pub(super) x0: f64,
    pub(super) y0: f64,
    pub(super) x1: f64,
    pub(super) y1: f64,
}

impl Window {
    /// The part of the segment `a`..`b` inside: its ends, and where along the segment they are (0 at `a`, 1 at `b`).
    pub(super) fn clip(&self, a: P, b: P) -> Option<(P, P, f64, f64)> {
        let inside = |p: P| p.0 >= self.x0 && p.0 <= self.x1 && p.1 >= self.y0 && p.1 <= self.y1;
        if inside(a) && inside(b) {
            return Some((a, b, 0.0, 1.0));
        }
        if a.0.abs().max(a.1.abs()).max(b.0.abs()).max(b.1.abs()) > FAR {
            return self.clip_far(a, b);
        }
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let (mut t0, mut t1) = (0.0_f64, 1.0_f64);
        for (d, lo, hi) in [(dx, self.x0 - a.0, self.x1 - a.0), (dy, self.y0 - a.1, self.y1 - a.1)] {
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
        // Far-away ends leave rounding errors of their own size; the border is known exactly.
        let at = |t: f64| ((a.0 + t * dx).clamp(self.x0, self.x1), (a.1 + t * dy).clamp(self.y0, self.y1));
        Some((if t0 > 0.0 { at(t0) } else { a }, if t1 < 1.0 { at(t1) } else { b }, t0, t1))
    }
    /// The same for ends so far away that positions along the segment are no longer exact; the line's equation is.
    fn clip_far(&self, a: P, b: P) -> Option<(P, P, f64, f64)> {
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        // The coordinates have 24 bits, so that the products are exact.
        let c = a.1 * b.0 - a.0 * b.1;
        let within = |v: f64, from: f64, to: f64| v >= from.min(to) && v <= from.max(to);
        let mut ends: [Option<P>; 2] = [None, None];
        let mut add = |p: P| {
            if ends[0].is_none() {
                ends[0] = Some(p);
            } else if ends[0] != Some(p) {
                ends[1] = Some(p);
            }
        };
        for p in [a, b] {
            if within(p.0, self.x0, self.x1) && within(p.1, self.y0, self.y1) {
                add(p);
            }
        }
        for x in [self.x0, self.x1].into_iter().filter(|&x| dx != 0.0 && within(x, a.0, b.0)) {
            let y = (dy * x + c) / dx;
            if within(y, self.y0, self.y1) && within(y, a.1, b.1) {
                add((x, y));
            }
        }
        for y in [self.y0, self.y1].into_iter().filter(|&y| dy != 0.0 && within(y, a.1, b.1)) {
            let x = (dx * y - c) / dy;
            if within(x, self.x0, self.x1) && within(x, a.0, b.0) {
                add((x, y));
            }
        }
        let (mut p, mut q) = (ends[0]?, ends[1]?);
        if (q.0 - p.0) * dx + (q.1 - p.1) * dy < 0.0 {
            (p, q) = (q, p);
        }
        // A position between the ends, so that whoever asks knows which of them were cut.
        let at = |p: P| {
            if p == a {
                0.0
            } else if p == b {
                1.0
            } else {
                0.5
            }
        };
        Some((p, q, at(p), at(q)))
    }
}
