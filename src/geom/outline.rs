//! Outlines in data units: exact numbers, `y` upward.

use crate::geom::{Extent, Path, Point};

/// A place in data units, or in a plane of which `y` grows upward.
pub(crate) type Spot = (f64, f64);

/// Lines and curves, one after the other, in data units: what [`Patch::path`](crate::Patch::path) is made of. (A [`Path`] is the same in
/// pixels.)
///
/// An outline consists of subpaths; each begins with [`move_to`](Outline::move_to). Points that are not finite are left out.
///
/// ```
/// use grabframe::Outline;
/// let mut drop = Outline::new();
/// drop.move_to(0.0, 1.0).quad_to((0.8, -0.2), (0.0, -0.6)).quad_to((-0.8, -0.2), (0.0, 1.0)).close();
/// assert_ne!(drop, Outline::new());
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    steps: Vec<Step>,
}

/// A step along an outline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Step {
    Move(Spot),
    Line(Spot),
    Cubic(Spot, Spot, Spot),
    Close,
}

impl Outline {
    /// Nothing yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { steps: Vec::new() }
    }

    /// Begins a subpath.
    pub fn move_to(&mut self, x: f64, y: f64) -> &mut Self {
        self.add(Step::Move((x, y)))
    }

    /// A straight line from where the outline is; begins a subpath if there is none.
    pub fn line_to(&mut self, x: f64, y: f64) -> &mut Self {
        let to = (x, y);
        self.add(if self.steps.is_empty() { Step::Move(to) } else { Step::Line(to) })
    }

    /// A quadratic Bezier curve with one control point, from where the outline is.
    pub fn quad_to(&mut self, control: (f64, f64), to: (f64, f64)) -> &mut Self {
        let from = self.end().unwrap_or(control);
        // the cubic that is the same curve has its control points two thirds of the way to the one
        let toward = |p: Spot| (p.0 + (control.0 - p.0) * (2.0 / 3.0), p.1 + (control.1 - p.1) * (2.0 / 3.0));
        self.cubic_to(toward(from), toward(to), to)
    }

    /// A cubic Bezier curve with two control points, from where the outline is.
    pub fn cubic_to(&mut self, first: (f64, f64), second: (f64, f64), to: (f64, f64)) -> &mut Self {
        if self.steps.is_empty() {
            self.add(Step::Move(first));
        }
        self.add(Step::Cubic(first, second, to))
    }

    /// Joins the subpath's end to its beginning.
    pub fn close(&mut self) -> &mut Self {
        self.add(Step::Close)
    }

    /// A closed subpath through points.
    pub(crate) fn polygon(&mut self, points: &[Spot]) -> &mut Self {
        for (i, to) in points.iter().enumerate() {
            self.add(if i == 0 { Step::Move(*to) } else { Step::Line(*to) });
        }
        self.close()
    }

    fn add(&mut self, step: Step) -> &mut Self {
        let there = |p: Spot| p.0.is_finite() && p.1.is_finite();
        let whole = match step {
            Step::Move(p) | Step::Line(p) => there(p),
            Step::Cubic(a, b, c) => there(a) && there(b) && there(c),
            Step::Close => !self.steps.is_empty(),
        };
        if whole {
            self.steps.push(step);
        }
        self
    }

    /// Where the outline is.
    fn end(&self) -> Option<Spot> {
        let mut closed = false;
        for step in self.steps.iter().rev() {
            match *step {
                Step::Close => closed = true,
                Step::Move(p) => return Some(p),
                Step::Line(p) | Step::Cubic(_, _, p) if !closed => return Some(p),
                _ => {}
            }
        }
        None
    }

    pub(crate) fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Its place, by which patches are moved: the first point.
    pub(crate) fn first(&self) -> Option<Spot> {
        match self.steps.first()? {
            Step::Move(p) | Step::Line(p) | Step::Cubic(p, ..) => Some(*p),
            Step::Close => None,
        }
    }

    /// The same with every point elsewhere.
    pub(crate) fn moved(&self, place: &dyn Fn(Spot) -> Spot) -> Self {
        let mut steps = Vec::with_capacity(self.steps.len());
        for step in &self.steps {
            steps.push(match *step {
                Step::Move(p) => Step::Move(place(p)),
                Step::Line(p) => Step::Line(place(p)),
                Step::Cubic(a, b, c) => Step::Cubic(place(a), place(b), place(c)),
                Step::Close => Step::Close,
            });
        }
        Self { steps }
    }

    /// The path in pixels, where `at` says of every point where it is.
    pub(crate) fn path(&self, at: &dyn Fn(Spot) -> Point) -> Path {
        let mut path = Path::new();
        for step in &self.steps {
            match *step {
                Step::Move(p) => _ = path.move_to(at(p)),
                Step::Line(p) => _ = path.line_to(at(p)),
                Step::Cubic(a, b, c) => _ = path.cubic_to(at(a), at(b), at(c)),
                Step::Close => _ = path.close(),
            }
        }
        path
    }

    /// How far it reaches: as its curves go, and not as their control points do.
    pub(crate) fn extent(&self) -> (Extent, Extent) {
        let (mut x, mut y, mut last) = (Extent::EMPTY, Extent::EMPTY, (0.0, 0.0));
        for step in &self.steps {
            if let Step::Cubic(a, b, c) = *step {
                // some of what lies between the ends is what a log axis sees of it
                for k in 1..8 {
                    let t = f64::from(k) / 8.0;
                    x = x.with(cubic([last.0, a.0, b.0, c.0], t));
                    y = y.with(cubic([last.1, a.1, b.1, c.1], t));
                }
                for turn in turns([last.0, a.0, b.0, c.0]) {
                    x = x.with(turn);
                }
                for turn in turns([last.1, a.1, b.1, c.1]) {
                    y = y.with(turn);
                }
            }
            if let Step::Move(end) | Step::Line(end) | Step::Cubic(_, _, end) = *step {
                (x, y, last) = (x.with(end.0), y.with(end.1), end);
            }
        }
        (x, y)
    }

    /// Adds a part of an ellipse around a place, from one angle to another, in degrees, in pieces of an eighth of a turn at most; it
    /// begins a subpath, or goes on.
    pub(crate) fn arc(&mut self, center: Spot, (a, b): (f64, f64), (from, to): (f64, f64), begins: bool) -> &mut Self {
        let turn = (to - from).clamp(-360.0, 360.0);
        let pieces = (turn.abs() / 45.0).ceil().max(1.0);
        let each = turn / pieces;
        // where the curve's control points lie on the tangents
        let (sin, cos) = sin_cos(each / 4.0);
        let reach = 4.0 / 3.0 * (sin / cos);
        let at = |x: f64, y: f64| (center.0 + a * x, center.1 + b * y);
        let (mut before_sin, mut before_cos) = (0.0, 0.0);
        for k in 0..=pieces as u32 {
            let (sin, cos) = sin_cos(from + each * f64::from(k));
            self.add(match (k, begins) {
                (0, true) => Step::Move(at(cos, sin)),
                (0, false) => Step::Line(at(cos, sin)),
                _ => Step::Cubic(
                    at(before_cos - reach * before_sin, before_sin + reach * before_cos),
                    at(cos + reach * sin, sin - reach * cos),
                    at(cos, sin),
                ),
            });
            (before_sin, before_cos) = (sin, cos);
        }
        self
    }

    /// Adds a piece of a disc, or of a ring with this radius inside. The angles are in degrees, counter-clockwise from the first to the
    /// second; 360 degrees or more are all of it.
    pub(crate) fn wedge(&mut self, center: Spot, radius: f64, inner: f64, (from, turn): (f64, f64)) -> &mut Self {
        let (to, whole) = (from + turn, turn >= 360.0);
        self.arc(center, (radius, radius), (from, to), true);
        if whole {
            self.close();
        }
        if inner > 0.0 {
            self.arc(center, (inner, inner), (to, from), whole);
        } else if !whole {
            self.add(Step::Line(center));
        }
        self.close()
    }
}

/// Where a cubic is farthest along an axis, other than at its ends: one value or two, NaN for none.
fn turns(curve: [f64; 4]) -> [f64; 2] {
    let [from, a, b, to] = curve;
    // a third of its derivative is p t^2 - 2 q t + r
    let (p, q, r) = (to - 3.0 * b + 3.0 * a - from, 2.0 * a - b - from, a - from);
    // so that nothing is divided by nearly nothing
    let w = q + (q * q - p * r).sqrt().copysign(q);
    [w / p, r / w].map(|t| if t > 0.0 && t < 1.0 { cubic(curve, t) } else { f64::NAN })
}

/// Where a cubic is at `t`, 0 to 1, along an axis.
fn cubic([p, a, b, c]: [f64; 4], t: f64) -> f64 {
    let s = 1.0 - t;
    s * s * s * p + 3.0 * s * s * t * a + 3.0 * s * t * t * b + t * t * t * c
}

/// Sine and cosine of degrees, the same on every machine, and exact at quarter turns.
pub(crate) fn sin_cos(degrees: f64) -> (f64, f64) {
    let turn = degrees.rem_euclid(360.0);
    let quarter = (turn / 90.0 + 0.5).floor();
    let rest = (turn - 90.0 * quarter).to_radians();
    let (sin, cos) = (libm::sin(rest), libm::cos(rest));
    match quarter as u8 % 4 {
        0 => (sin, cos),
        1 => (cos, -sin),
        2 => (-sin, -cos),
        _ => (-cos, sin),
    }
}
