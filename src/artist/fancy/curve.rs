//! Lines and quadratic curves: where they enter something, and curves beside them.

use crate::geom::Spot;

/// A line or a quadratic curve from where the one before ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Part {
    Line(Spot),
    Quad(Spot, Spot),
}

impl Part {
    pub(super) const fn end(self) -> Spot {
        match self {
            Self::Line(to) | Self::Quad(_, to) => to,
        }
    }
}

/// Lines and curves, one after the other.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Track {
    pub(super) start: Spot,
    pub(super) parts: Vec<Part>,
}

impl Track {
    pub(super) fn end(&self) -> Spot {
        self.parts.last().map_or(self.start, |part| part.end())
    }

    /// The point after the first one, which says how the track begins: an end, or a control point.
    pub(super) fn second(&self) -> Spot {
        match self.parts.first() {
            Some(Part::Line(p) | Part::Quad(p, _)) => *p,
            None => self.start,
        }
    }

    /// The point before the last one.
    pub(super) fn last_but_one(&self) -> Spot {
        match self.parts.as_slice() {
            [.., Part::Quad(control, _)] => *control,
            [.., before, Part::Line(_)] => before.end(),
            _ => self.start,
        }
    }

    /// The three points of a track that is one curve; else of the straight line between its ends.
    pub(super) fn curve(&self) -> [Spot; 3] {
        match self.parts.as_slice() {
            [Part::Quad(control, end)] => [self.start, *control, *end],
            _ => [self.start, middle(self.start, self.end()), self.end()],
        }
    }

    /// The two pieces before and after the first place where being inside changes; `None` if it does nowhere. The ends of the
    /// lines and curves are asked, and then where in the one it is.
    pub(super) fn split(&self, inside: &dyn Fn(Spot) -> bool) -> Option<(Self, Self)> {
        let begins = inside(self.start);
        let mut from = self.start;
        for (i, part) in self.parts.iter().enumerate() {
            if inside(part.end()) == begins {
                from = part.end();
                continue;
            }
            let (mut before, mut after) = (self.parts[..i].to_vec(), self.parts[i + 1..].to_vec());
            let at = match *part {
                Part::Line(to) => {
                    let at = crossing(&|t| mix(from, to, t), inside);
                    let at = mix(from, to, at);
                    before.push(Part::Line(at));
                    after.insert(0, Part::Line(to));
                    at
                }
                Part::Quad(control, to) => {
                    let (first, second) = halves([from, control, to], inside);
                    before.push(Part::Quad(first[1], first[2]));
                    after.insert(0, Part::Quad(second[1], second[2]));
                    first[2]
                }
            };
            return Some((Self { start: self.start, parts: before }, Self { start: at, parts: after }));
        }
        None
    }
}

/// Where, from 0 to 1, being inside changes, if it is not the same at both ends.
fn crossing(at: &dyn Fn(f64) -> Spot, inside: &dyn Fn(Spot) -> bool) -> f64 {
    let (mut from, mut to) = (0.0, 1.0);
    let begins = inside(at(from));
    for _ in 0..48 {
        let half = (from + to) / 2.0;
        if inside(at(half)) == begins { from = half } else { to = half }
    }
    (from + to) / 2.0
}

/// The two pieces of a quadratic curve before and after it enters or leaves something.
fn halves(curve: [Spot; 3], inside: &dyn Fn(Spot) -> bool) -> ([Spot; 3], [Spot; 3]) {
    let [a, b, c] = curve;
    let point = |t: f64| mix(mix(a, b, t), mix(b, c, t), t);
    let t = crossing(&point, inside);
    let at = point(t);
    ([a, mix(a, b, t), at], [at, mix(b, c, t), c])
}

/// The pieces of a quadratic curve outside and inside of a circle around its end (or its beginning); `None` if it does not cross it.
pub(super) fn split_at_circle(curve: [Spot; 3], center: Spot, radius: f64) -> Option<([Spot; 3], [Spot; 3])> {
    let inside = within(center, radius);
    (inside(curve[0]) != inside(curve[2])).then(|| halves(curve, &inside))
}

/// Whether a point is in a circle.
pub(super) fn within(center: Spot, radius: f64) -> impl Fn(Spot) -> bool {
    move |p| {
        let (dx, dy) = (p.0 - center.0, p.1 - center.1);
        dx * dx + dy * dy < radius * radius
    }
}

pub(super) fn mix(a: Spot, b: Spot, t: f64) -> Spot {
    (a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t)
}

pub(super) fn middle(a: Spot, b: Spot) -> Spot {
    mix(a, b, 0.5)
}

pub(super) fn distance(a: Spot, b: Spot) -> f64 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    (dx * dx + dy * dy).sqrt()
}

/// The direction from one point to another, of length 1; (0, 0) if they are the same.
pub(super) fn direction(from: Spot, to: Spot) -> Spot {
    let long = distance(from, to);
    if long > 0.0 && long.is_finite() { ((to.0 - from.0) / long, (to.1 - from.1) / long) } else { (0.0, 0.0) }
}

/// The point so far from one point toward another.
pub(super) fn toward(from: Spot, to: Spot, by: f64) -> Spot {
    let (x, y) = direction(from, to);
    (from.0 + by * x, from.1 + by * y)
}

/// The points so far to the right and to the left of a point on a way that has this direction.
pub(super) fn beside(at: Spot, (cos, sin): Spot, by: f64) -> (Spot, Spot) {
    ((at.0 + by * sin, at.1 - by * cos), (at.0 - by * sin, at.1 + by * cos))
}

/// Where two lines through points, with these directions, meet; `None` if they run side by side.
pub(super) fn meeting(a: Spot, (cos_a, sin_a): Spot, b: Spot, (cos_b, sin_b): Spot) -> Option<Spot> {
    let (right_a, right_b) = (sin_a * a.0 - cos_a * a.1, sin_b * b.0 - cos_b * b.1);
    let across = cos_a * sin_b - sin_a * cos_b;
    (across.abs() >= 1e-12).then(|| {
        let (x, y) = (cos_a * right_b - cos_b * right_a, sin_a * right_b - sin_b * right_a);
        (x / across, y / across)
    })
}

/// Two curves beside a curve, so far from it on either side.
pub(super) fn parallels(curve: [Spot; 3], by: f64) -> ([Spot; 3], [Spot; 3]) {
    let [a, control, c] = curve;
    let (first, second) = (direction(a, control), direction(control, c));
    let (dot, cross) = (first.0 * second.0 + first.1 * second.1, first.0 * second.1 - first.1 * second.0);
    // one that turns back upon itself is taken for its chord
    let back = dot < 0.0 && cross.abs() < 1e-5;
    let (first, second) = if back { (direction(a, c), direction(a, c)) } else { (first, second) };
    let ((a_right, a_left), (c_right, c_left)) = (beside(a, first, by), beside(c, second, by));
    let between = |a: Spot, c: Spot| [a, meeting(a, first, c, second).unwrap_or(middle(a, c)), c];
    (between(a_right, c_right), between(a_left, c_left))
}

/// Two curves beside a curve, whose distance from it is these shares of `by` at its beginning, middle and end.
pub(super) fn wedged(curve: [Spot; 3], by: f64, [begin, half, end]: [f64; 3]) -> ([Spot; 3], [Spot; 3]) {
    let [a, control, c] = curve;
    let (before, after) = (middle(a, control), middle(control, c));
    let (a_right, a_left) = beside(a, direction(a, control), by * begin);
    let (c_right, c_left) = beside(c, direction(control, c), by * end);
    let (m_right, m_left) = beside(middle(before, after), direction(before, after), by * half);
    // the control point of the curve whose middle that is
    let through = |a: Spot, m: Spot, c: Spot| [a, (2.0 * m.0 - (a.0 + c.0) / 2.0, 2.0 * m.1 - (a.1 + c.1) / 2.0), c];
    (through(a_right, m_right, c_right), through(a_left, m_left, c_left))
}
