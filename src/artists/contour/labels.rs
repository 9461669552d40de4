//! Where the labels of level lines stand: on the line, where it is straight.
//!
//! Places are a matter of the line as it is seen, and of nothing that was before: frame k is still k. So that labels stay where they
//! are while data changes, all that counts changes gradually with the place, and the best place is found between the points of the line.

use crate::geom::{Point, Rect};

/// A label on a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Placed {
    pub(super) at: Point,
    /// Half of its length along the line, and half of its height.
    pub(super) half: (f64, f64),
    /// The direction of its words, never upside down.
    pub(super) along: (f64, f64),
}

/// What matters: how far the line bends away from the words, in heights of letters, squared, since what is hardly seen should not make a
/// label jump; how steep they are; how far from the middle of the
/// axes, and, of words that lie, how low, in shares of the axes. The last outweighs the one before it, so that the label of a ring stays at
/// its top wherever that is.
const WEIGHTS: [f64; 4] = [8.0, 0.8, 0.5, 0.6];
/// So many places are tried in the length of a letter's height.
const TRIED: f64 = 5.0;
/// A line must be so many times as long as its label.
const LONGER: f64 = 1.2;
/// A line that long has no label: its places would not be told apart.
const FAR: f64 = 1e9;

impl Placed {
    /// Half of the width and the height of the upright box around it.
    fn reach(&self) -> (f64, f64) {
        let ((w, h), (u, v)) = (self.half, (self.along.0.abs(), self.along.1.abs()));
        (u * w + v * h, v * w + u * h)
    }

    fn is_within(&self, area: Rect) -> bool {
        let (w, h) = self.reach();
        let (x, y) = (f64::from(self.at.x), f64::from(self.at.y));
        x - w >= f64::from(area.x0)
            && x + w <= f64::from(area.x1)
            && y - h >= f64::from(area.y0)
            && y + h <= f64::from(area.y1)
    }

    /// Whether another one is nearer than `gap`.
    fn is_near(&self, other: &Self, gap: f64) -> bool {
        let apart = (f64::from(other.at.x - self.at.x), f64::from(other.at.y - self.at.y));
        let near = |a: &Self, b: &Self| {
            let (u, v) = a.along;
            let turned = Self { along: (b.along.0 * u + b.along.1 * v, b.along.1 * u - b.along.0 * v), ..*b }.reach();
            (apart.0 * u + apart.1 * v).abs() < a.half.0 + turned.0 + gap
                && (apart.1 * u - apart.0 * v).abs() < a.half.1 + turned.1 + gap
        };
        near(self, other) && near(other, self)
    }
}

/// A line as it is seen: points in pixels, and how far each is along it.
#[derive(Debug, Default)]
pub(super) struct Track {
    points: Vec<Point>,
    far: Vec<f64>,
    /// Its length, if it ends where it begins; then it is here twice.
    around: Option<f64>,
}

impl Track {
    /// Of finite points.
    pub(super) fn new(points: &[Point], closed: bool) -> Self {
        let mut track = Self::default();
        for point in points {
            track.push(*point);
        }
        if closed && points.len() > 1 {
            track.push(points[0]);
            track.around = track.far.last().copied();
            for point in points[1..].iter().chain(&points[..1]) {
                track.push(*point);
            }
        }
        track
    }

    fn push(&mut self, point: Point) {
        let step = self.points.last().map_or(0.0, |last| {
            libm::hypot(f64::from(point.x) - f64::from(last.x), f64::from(point.y) - f64::from(last.y))
        });
        self.far.push(self.far.last().map_or(0.0, |far| far + step));
        self.points.push(point);
    }

    fn length(&self) -> f64 {
        self.around.unwrap_or_else(|| self.far.last().copied().unwrap_or(0.0))
    }

    /// The place so far along it, and the next point.
    fn at(&self, far: f64) -> ((f64, f64), usize) {
        let next = self.far.partition_point(|f| *f < far).clamp(1, self.far.len() - 1);
        let (from, to) = (self.points[next - 1], self.points[next]);
        let length = self.far[next] - self.far[next - 1];
        let share = if length > 0.0 { ((far - self.far[next - 1]) / length).clamp(0.0, 1.0) } else { 0.0 };
        let mix = |a: f32, b: f32| f64::from(a) * (1.0 - share) + f64::from(b) * share;
        ((mix(from.x, to.x), mix(from.y, to.y)), next)
    }

    /// A label whose middle is so far along, and how bad that is.
    fn label(&self, far: f64, half: (f64, f64), area: Rect) -> (Placed, f64) {
        let ((from, first), (to, end)) = (self.at(far - half.0), self.at(far + half.0));
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let chord = libm::hypot(dx, dy);
        let (middle, _) = self.at(far);
        let at = Point::new(middle.0 as f32, middle.1 as f32);
        if chord <= 0.0 {
            return (Placed { at, half, along: (1.0, 0.0) }, f64::INFINITY);
        }
        let (mut u, mut v) = (dx / chord, dy / chord);
        let mut bend = half.0 * 2.0 - chord;
        for point in &self.points[first..end] {
            let (x, y) = (f64::from(point.x) - from.0, f64::from(point.y) - from.1);
            bend = bend.max((y * u - x * v).abs());
        }
        if u < 0.0 || (u == 0.0 && v > 0.0) {
            (u, v) = (-u, -v);
        }
        let center = area.center();
        let (x, y) = (middle.0 - f64::from(center.x), middle.1 - f64::from(center.y));
        let size = f64::from(area.width()).max(f64::from(area.height())).max(1.0);
        let bent = bend / (2.0 * half.1);
        let matters = [bent * bent, v.abs(), libm::hypot(x, y) / size, u.abs() * y / size];
        let bad = matters.iter().zip(WEIGHTS).map(|(much, weight)| much * weight).sum();
        (Placed { at, half, along: (u, v) }, bad)
    }

    /// The best place for a label that is within the axes and not near others, and how far along it is.
    pub(super) fn best(&self, half: (f64, f64), gap: f64, area: Rect, others: &[Placed]) -> Option<(Placed, f64)> {
        let length = self.length();
        if self.points.len() < 2 || length < 2.0 * half.0 * LONGER + 2.0 * gap || half.1 <= 0.0 {
            return None;
        }
        // and not more than four places a pixel, however small the letters are
        let step = (2.0 * half.1 / TRIED).max(0.25);
        let (lo, hi) = match self.around {
            Some(length) => (length / 2.0, length * 1.5),
            None => (half.0 + gap, length - half.0 - gap),
        };
        let possible = |label: &Placed| label.is_within(area) && !others.iter().any(|other| label.is_near(other, gap));
        let (mut best, mut least) = (None, f64::INFINITY);
        for k in 1..self.points.len() {
            let (from, to) = (self.far[k - 1].max(lo), self.far[k].min(hi));
            let Some((from, to)) = self.seen(k, from, to, area).filter(|(_, to)| *to < FAR) else { continue };
            let mut i = (from / step).ceil();
            while i * step <= to {
                let (label, bad) = self.label(i * step, half, area);
                if bad < least && possible(&label) {
                    (best, least) = (Some((label, i * step)), bad);
                }
                i += 1.0;
            }
        }
        // between the places that were tried
        let (mut best, mut by) = (best?, step / 2.0);
        while by > 0.05 {
            for far in [best.1 - by, best.1 + by] {
                let (label, bad) = self.label(far, half, area);
                if bad < least && far >= lo && far <= hi && possible(&label) {
                    (best, least) = ((label, far), bad);
                }
            }
            by /= 2.0;
        }
        Some(best)
    }

    /// The part of the piece before point `k`, between two lengths, that is in the axes.
    fn seen(&self, k: usize, from: f64, to: f64, area: Rect) -> Option<(f64, f64)> {
        let (a, b, length) = (self.points[k - 1], self.points[k], self.far[k] - self.far[k - 1]);
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        for (a, b, lo, hi) in [(a.x, b.x, area.x0, area.x1), (a.y, b.y, area.y0, area.y1)] {
            let (a, lo, hi, by) = (f64::from(a), f64::from(lo), f64::from(hi), f64::from(b) - f64::from(a));
            if by == 0.0 && (a < lo || a > hi) {
                return None;
            }
            if by != 0.0 {
                let (one, two) = ((lo - a) / by, (hi - a) / by);
                enter = enter.max(one.min(two));
                leave = leave.min(one.max(two));
            }
        }
        let (from, to) = (from.max(self.far[k - 1] + enter * length), to.min(self.far[k - 1] + leave * length));
        (from <= to).then_some((from, to))
    }

    /// Adds the line without what is nearer than `half` to a place along it, and a gap.
    pub(super) fn cut(&self, far: f64, half: f64, out: &mut Vec<Point>) {
        let place = |far: f64| {
            let ((x, y), _) = self.at(far);
            Point::new(x as f32, y as f32)
        };
        let (from, to) = (far - half, far + half);
        let between = |lo: f64, hi: f64, out: &mut Vec<Point>| {
            out.push(place(lo));
            for (point, far) in self.points.iter().zip(&self.far) {
                if *far > lo && *far < hi {
                    out.push(*point);
                }
            }
            out.extend([place(hi), GAP]);
        };
        match self.around {
            // from the one end of the gap around to the other
            Some(length) if to <= length => between(to, from + length, out),
            Some(length) => between(to - length, from, out),
            None => {
                if from > 0.0 {
                    between(0.0, from, out);
                }
                if to < self.length() {
                    between(to, self.length(), out);
                }
            }
        }
    }

    /// Adds the whole line, and a gap.
    pub(super) fn whole(&self, out: &mut Vec<Point>) {
        let count = if self.around.is_some() { self.points.len() / 2 + 1 } else { self.points.len() };
        out.extend_from_slice(&self.points[..count]);
        out.push(GAP);
    }
}

/// Between two lines.
const GAP: Point = Point::new(f32::NAN, f32::NAN);

#[cfg(test)]
mod tests;
