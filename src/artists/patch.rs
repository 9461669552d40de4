//! Shapes in data units: matplotlib's patches.

use crate::artist::shape::{ShapeLook, shape_setters};
use crate::artist::{Artist, Bounds, Common, LegendHandle, Obstacles, Painter, properties};
use crate::data::{Column, Number, same_length};
use crate::figure::{Axes, Key};
use crate::geom::{Extent, Path, Point, Rect};
use crate::project::Projection;
use crate::style::{Color, FillRule, IntoColor};

/// A shape in data units: circle, ellipse, rectangle, polygon, wedge, ring or arrow, as matplotlib's `Circle`, `Rectangle` and so on with
/// `add_patch`.
///
/// It has the first colour of the cycle and no border, unless it is told otherwise; what has no inside (`color("none")`) has a black border. Shapes take part in the automatic
/// limits. On a log axis the corners, and what curves are drawn between, are where the axis has them.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// use grabframe::Patch;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let ball = fig[ax].add(Patch::circle(0.3, 0.5, 0.2).edgecolor("k").alpha(0.5));
/// let frame = fig[ax].add(Patch::rectangle(0.55, 0.2, 0.3, 0.25).angle(15).color("none").edgecolor("tab:red").linewidth(2));
/// fig[ax].set_aspect("equal");
/// fig[ball].set_xy(0.4, 0.6); // in a loop
/// fig[frame].set_angle(30);
/// ```
#[derive(Clone, Debug)]
pub struct Patch {
    common: Common,
    kind: Kind,
    /// The middle of what is round, the lower left corner of a rectangle, where an arrow begins, the first corner of a polygon.
    x: f64,
    y: f64,
    angle: f64,
    look: ShapeLook,
}

/// What it is, around (0, 0).
#[derive(Clone, Debug)]
enum Kind {
    Ellipse {
        width: f64,
        height: f64,
    },
    Rectangle {
        width: f64,
        height: f64,
    },
    /// The other corners, from the first one.
    Polygon {
        x: Vec<f64>,
        y: Vec<f64>,
    },
    /// From an angle to another one, in degrees; as wide as a ring is.
    Wedge {
        radius: f64,
        from: f64,
        to: f64,
        width: Option<f64>,
    },
    /// To there; widths of shaft and head, and the head's length.
    Arrow {
        dx: f64,
        dy: f64,
        width: f64,
        head_width: f64,
        head_length: f64,
    },
}

impl Patch {
    fn new(kind: Kind, x: f64, y: f64) -> Self {
        let look = ShapeLook { face: Some(Color::cycle(0)), ..ShapeLook::new() };
        Self { common: Common::new(), kind, x, y, angle: 0.0, look }
    }

    /// A circle around (`x`, `y`): where a unit of y is not as long as one of x, it is seen as an ellipse.
    #[must_use]
    pub fn circle(x: impl Number, y: impl Number, radius: impl Number) -> Self {
        let size = 2.0 * radius.to_f64();
        Self::new(Kind::Ellipse { width: size, height: size }, x.to_f64(), y.to_f64())
    }

    /// An ellipse around (`x`, `y`), so wide and so high.
    #[must_use]
    pub fn ellipse(x: impl Number, y: impl Number, width: impl Number, height: impl Number) -> Self {
        Self::new(Kind::Ellipse { width: width.to_f64(), height: height.to_f64() }, x.to_f64(), y.to_f64())
    }

    /// A rectangle whose lower left corner is at (`x`, `y`), around which it turns.
    #[must_use]
    pub fn rectangle(x: impl Number, y: impl Number, width: impl Number, height: impl Number) -> Self {
        Self::new(Kind::Rectangle { width: width.to_f64(), height: height.to_f64() }, x.to_f64(), y.to_f64())
    }

    /// A polygon through these corners. Corners with NaN are left out.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[must_use]
    #[track_caller]
    pub fn polygon(x: impl Column, y: impl Column) -> Self {
        let mut patch = Self::new(Kind::Polygon { x: Vec::new(), y: Vec::new() }, 0.0, 0.0);
        patch.set_corners(x, y);
        patch
    }

    /// A piece of a disc around (`x`, `y`), from one angle to another, in degrees from the right, counter-clockwise: from 350 to 10 is a
    /// narrow one. 360 degrees or more are a whole disc.
    #[must_use]
    pub fn wedge(x: impl Number, y: impl Number, radius: impl Number, from: impl Number, to: impl Number) -> Self {
        let kind = Kind::Wedge { radius: radius.to_f64(), from: from.to_f64(), to: to.to_f64(), width: None };
        Self::new(kind, x.to_f64(), y.to_f64())
    }

    /// A ring around (`x`, `y`), so wide, inside of a circle.
    #[must_use]
    pub fn annulus(x: impl Number, y: impl Number, radius: impl Number, width: impl Number) -> Self {
        let kind = Kind::Wedge { radius: radius.to_f64(), from: 0.0, to: 360.0, width: Some(width.to_f64()) };
        Self::new(kind, x.to_f64(), y.to_f64())
    }

    /// An arrow from (`x`, `y`), so far along x and y up to its tip, its shaft so wide: the head is three times as wide, and one and a half times as long as
    /// wide.
    #[must_use]
    pub fn arrow(x: impl Number, y: impl Number, dx: impl Number, dy: impl Number, width: impl Number) -> Self {
        let width = width.to_f64();
        let (head_width, head_length) = (3.0 * width, 4.5 * width);
        let kind = Kind::Arrow { dx: dx.to_f64(), dy: dy.to_f64(), width, head_width, head_length };
        Self::new(kind, x.to_f64(), y.to_f64())
    }

    /// Moves it: the middle of what is round, the lower left corner of a rectangle, where an arrow begins, the first corner of a polygon.
    pub fn set_xy(&mut self, x: impl Number, y: impl Number) -> &mut Self {
        (self.x, self.y) = (x.to_f64(), y.to_f64());
        self
    }

    /// Where it is.
    #[must_use]
    pub const fn xy(&self) -> (f64, f64) {
        (self.x, self.y)
    }

    /// Replaces the corners of a polygon; whatever it was, it is one then.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[track_caller]
    pub fn set_corners(&mut self, x: impl Column, y: impl Column) -> &mut Self {
        same_length(("x", x.column_len()), ("y", y.column_len()));
        let (mut xs, mut ys) = (Vec::new(), Vec::new());
        x.copy_to(&mut xs);
        y.copy_to(&mut ys);
        let first = (0..xs.len()).find(|i| xs[*i].is_finite() && ys[*i].is_finite());
        (self.x, self.y) = first.map_or((f64::NAN, f64::NAN), |i| (xs[i], ys[i]));
        for v in &mut xs {
            *v -= self.x;
        }
        for v in &mut ys {
            *v -= self.y;
        }
        self.kind = Kind::Polygon { x: xs, y: ys };
        self
    }

    /// Changes how wide and high an ellipse or a rectangle is, the radius of a wedge or ring (the first number), or where an arrow leads. Polygons
    /// stay.
    pub fn set_size(&mut self, across: impl Number, up: impl Number) -> &mut Self {
        let (across, up) = (across.to_f64(), up.to_f64());
        match &mut self.kind {
            Kind::Ellipse { width, height } | Kind::Rectangle { width, height } => (*width, *height) = (across, up),
            Kind::Wedge { radius, .. } => *radius = across,
            Kind::Arrow { dx, dy, .. } => (*dx, *dy) = (across, up),
            Kind::Polygon { .. } => {}
        }
        self
    }

    properties! {
        /// Turns it, in degrees, counter-clockwise (in data units), around its place. Default: 0.
        ///
        /// # Panics
        /// If it is not finite.
        pub set_angle, angle(self, degrees: impl Number) {
            self.angle = f64::from(crate::artist::common::angle(degrees.to_f64()));
        } -> get_angle: f64 { self.angle }

        /// The same as [`set_color`](Patch::set_color), by matplotlib's name.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_facecolor, facecolor(self, color: impl IntoColor) { self.look.face = Some(color.into_color()); }
            -> get_facecolor: Color { self.look.face() }
    }

    /// Its outline in data units: corners, and cubics.
    fn outline(&self) -> Vec<Step> {
        let mut steps = Vec::new();
        match &self.kind {
            Kind::Ellipse { width, height } => arc(&mut steps, width / 2.0, height / 2.0, (0.0, 360.0), true),
            Kind::Rectangle { width, height } => {
                steps.extend([Step::Move(0.0, 0.0), Step::Line(*width, 0.0), Step::Line(*width, *height)]);
                steps.extend([Step::Line(0.0, *height), Step::Close]);
            }
            Kind::Polygon { x, y } => {
                for (x, y) in x.iter().zip(y).filter(|(x, y)| x.is_finite() && y.is_finite()) {
                    steps.push(if steps.is_empty() { Step::Move(*x, *y) } else { Step::Line(*x, *y) });
                }
                steps.push(Step::Close);
            }
            Kind::Wedge { radius, from, to, width } => {
                // counter-clockwise, also where the second angle is the smaller one
                let turn = match to - from {
                    turn if turn < 0.0 => 360.0 - (-turn).rem_euclid(360.0),
                    turn => turn,
                };
                let (to, whole) = (&(from + turn), turn >= 360.0);
                let inner = width.map_or(0.0, |width| (radius - width).max(0.0));
                arc(&mut steps, *radius, *radius, (*from, *to), true);
                if whole {
                    steps.push(Step::Close);
                }
                if inner > 0.0 {
                    arc(&mut steps, inner, inner, (*to, *from), whole);
                } else if !whole {
                    steps.push(Step::Line(0.0, 0.0));
                }
                steps.push(Step::Close);
            }
            Kind::Arrow { dx, dy, width, head_width, head_length } => {
                let length = (dx * dx + dy * dy).sqrt();
                if length > 0.0 && length.is_finite() {
                    let (cos, sin, neck) = (dx / length, dy / length, (length - head_length).max(0.0));
                    let (half, head) = (width / 2.0, head_width / 2.0);
                    let around = [
                        (0.0, half),
                        (neck, half),
                        (neck, head),
                        (length, 0.0),
                        (neck, -head),
                        (neck, -half),
                        (0.0, -half),
                    ];
                    for (along, over) in around {
                        let (x, y) = (along * cos - over * sin, along * sin + over * cos);
                        steps.push(if steps.is_empty() { Step::Move(x, y) } else { Step::Line(x, y) });
                    }
                    steps.push(Step::Close);
                }
            }
        }
        let (sin, cos) = sin_cos(self.angle);
        let place = |x: f64, y: f64| (self.x + x * cos - y * sin, self.y + x * sin + y * cos);
        for step in &mut steps {
            *step = step.moved(&place);
        }
        steps
    }
}

/// A step along an outline.
#[derive(Clone, Copy, Debug)]
enum Step {
    Move(f64, f64),
    Line(f64, f64),
    Cubic([(f64, f64); 3]),
    Close,
}

impl Step {
    fn moved(self, place: &dyn Fn(f64, f64) -> (f64, f64)) -> Self {
        match self {
            Self::Move(x, y) => {
                let (x, y) = place(x, y);
                Self::Move(x, y)
            }
            Self::Line(x, y) => {
                let (x, y) = place(x, y);
                Self::Line(x, y)
            }
            Self::Cubic([a, b, c]) => Self::Cubic([place(a.0, a.1), place(b.0, b.1), place(c.0, c.1)]),
            Self::Close => self,
        }
    }

    /// The points that it names.
    fn points(self) -> Vec<(f64, f64)> {
        match self {
            Self::Move(x, y) | Self::Line(x, y) => vec![(x, y)],
            Self::Cubic(points) => points.to_vec(),
            Self::Close => Vec::new(),
        }
    }
}

/// Sine and cosine of degrees, the same on every machine, and exact at quarter turns.
fn sin_cos(degrees: f64) -> (f64, f64) {
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

/// Adds a part of an ellipse around (0, 0), in pieces of an eighth of a turn at most; it begins a new contour, or goes on.
fn arc(steps: &mut Vec<Step>, a: f64, b: f64, (from, to): (f64, f64), begins: bool) {
    let turn = (to - from).clamp(-360.0, 360.0);
    let pieces = (turn.abs() / 45.0).ceil().max(1.0);
    let each = turn / pieces;
    // where the curve's control points lie on the tangents
    let (sin, cos) = sin_cos(each / 4.0);
    let reach = 4.0 / 3.0 * (sin / cos);
    for k in 0..=pieces as u32 {
        let (sin, cos) = sin_cos(from + each * f64::from(k));
        let at = (a * cos, b * sin);
        if k == 0 {
            steps.push(if begins { Step::Move(at.0, at.1) } else { Step::Line(at.0, at.1) });
            continue;
        }
        let (before_sin, before_cos) = sin_cos(from + each * f64::from(k - 1));
        let first = (a * (before_cos - reach * before_sin), b * (before_sin + reach * before_cos));
        let second = (a * (cos + reach * sin), b * (sin - reach * cos));
        steps.push(Step::Cubic([first, second, at]));
    }
}

shape_setters!(Patch, self);

impl Axes {
    /// Adds a shape: `add(patch)`, by matplotlib's name.
    pub fn add_patch(&mut self, patch: Patch) -> Key<Patch> {
        self.add(patch)
    }
}

impl Artist for Patch {
    fn common(&self) -> &Common {
        &self.common
    }

    fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }

    fn default_zorder(&self) -> f64 {
        1.0
    }

    fn bounds(&self) -> Bounds {
        let (mut x, mut y) = (Extent::EMPTY, Extent::EMPTY);
        let mut last = (0.0, 0.0);
        for step in self.outline() {
            if let Step::Cubic([a, b, c]) = step {
                // as the curve goes, and not as its control points do
                for k in 1..=8 {
                    let t = f64::from(k) / 8.0;
                    let s = 1.0 - t;
                    let at = |p: f64, a: f64, b: f64, c: f64| {
                        s * s * s * p + 3.0 * s * s * t * a + 3.0 * s * t * t * b + t * t * t * c
                    };
                    x = x.with(at(last.0, a.0, b.0, c.0));
                    y = y.with(at(last.1, a.1, b.1, c.1));
                }
            }
            if let Some(end) = step.points().last() {
                (x, y, last) = (x.with(end.0), y.with(end.1), *end);
            }
        }
        Bounds::new(x, y)
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        let mut path = Path::new();
        let at = |(x, y): (f64, f64)| painter.point(x, y);
        for step in self.outline() {
            match step {
                Step::Move(x, y) => _ = path.move_to(at((x, y))),
                Step::Line(x, y) => _ = path.line_to(at((x, y))),
                Step::Cubic([a, b, c]) => _ = path.cubic_to(at(a), at(b), at(c)),
                Step::Close => _ = path.close(),
            }
        }
        let mut look = self.look.clone();
        if look.face().a == 0 && look.edge.is_none() {
            look.edge = Some(Color::BLACK);
        }
        painter.shape(&path, FillRule::NonZero, &look);
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        Some(self.look.handle())
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        let mut around = Rect::new(f32::MAX, f32::MAX, f32::MIN, f32::MIN);
        for step in self.outline() {
            for (x, y) in step.points() {
                let Point { x, y } = projection.point(x, y);
                around = Rect::new(around.x0.min(x), around.y0.min(y), around.x1.max(x), around.y1.max(y));
            }
        }
        if around.x0 <= around.x1 && around.y0 <= around.y1 {
            out.rect(around);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wedges_go_counter_clockwise() {
        let reach = |from: f64, to: f64| {
            let Bounds { x, y, .. } = Patch::wedge(0, 0, 1, from, to).bounds();
            [x.lo, x.hi, y.lo, y.hi]
        };
        let near = |a: [f64; 4], b: [f64; 4]| a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-3);
        // matplotlib: Wedge((0, 0), 1, 350, 10)
        assert!(near(reach(350.0, 10.0), [0.0, 1.0, -0.1736, 0.1736]), "{:?}", reach(350.0, 10.0));
        assert!(near(reach(0.0, -270.0), [0.0, 1.0, 0.0, 1.0]), "{:?}", reach(0.0, -270.0));
        assert!(near(reach(90.0, 180.0), [-1.0, 0.0, 0.0, 1.0]));
        for (from, to) in [(0.0, 360.0), (0.0, -360.0), (90.0, 500.0)] {
            assert!(near(reach(from, to), [-1.0, 1.0, -1.0, 1.0]), "{from} {to}: {:?}", reach(from, to));
        }
    }
}
