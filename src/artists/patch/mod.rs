//! Shapes in data units: matplotlib's patches.

mod kind;
mod new;

use kind::Kind;

use crate::artist::fancy::Ends;
use crate::artist::shape::{ShapeLook, shape_setters};
use crate::artist::{Arrow, Artist, Bounds, Common, LegendHandle, Obstacles, Painter, properties};
use crate::data::{Column, Number, same_length};
use crate::figure::{Axes, Key};
use crate::geom::{Extent, Outline, Rect, Step, sin_cos};
use crate::project::Projection;
use crate::style::{Cap, Color, FillRule, IntoColor, Pen, theme};

/// A shape in data units: circle, ellipse, arc, rectangle, polygon, wedge, ring, box, arrow or any path, as matplotlib's `Circle`, `Rectangle` and so on
/// with `add_patch`.
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
    extent: (Extent, Extent),
}

impl Patch {
    fn new(kind: Kind, x: f64, y: f64) -> Self {
        let look = ShapeLook { face: Some(Color::turn(0)), ..ShapeLook::new() };
        let extent = (Extent::EMPTY, Extent::EMPTY);
        let mut patch = Self { common: Common::new(), kind, x, y, angle: 0.0, look, extent };
        patch.measure();
        patch
    }

    /// Finds how far it reaches.
    fn measure(&mut self) {
        self.extent = self.outline().extent();
    }

    /// Moves it: the middle of what is round, the lower left corner of a rectangle, where an arrow begins, the first corner of a polygon.
    pub fn set_xy(&mut self, x: impl Number, y: impl Number) -> &mut Self {
        (self.x, self.y) = (x.to_f64(), y.to_f64());
        self.measure();
        self
    }

    /// Sets where an arrow begins and where it leads. What is no arrow stays.
    pub fn set_positions(
        &mut self,
        (x, y): (impl Number, impl Number),
        (to_x, to_y): (impl Number, impl Number),
    ) -> &mut Self {
        if let Kind::Arrow { dx, dy, .. } | Kind::Fancy { dx, dy, .. } = &mut self.kind {
            (self.x, self.y) = (x.to_f64(), y.to_f64());
            (*dx, *dy) = (to_x.to_f64() - self.x, to_y.to_f64() - self.y);
            self.measure();
        }
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
        let mut outline = Outline::new();
        for (x, y) in xs.iter().zip(&ys) {
            outline.line_to(*x, *y);
        }
        self.set_path(outline.close())
    }

    /// Replaces the outline of a path; whatever it was, it is one then.
    pub fn set_path(&mut self, outline: &Outline) -> &mut Self {
        (self.x, self.y) = outline.first().unwrap_or((f64::NAN, f64::NAN));
        self.kind = Kind::Path(outline.moved(&|(x, y)| (x - self.x, y - self.y)));
        self.measure();
        self
    }

    /// Changes how wide and high an ellipse, an arc, a rectangle or a box is, the radius of a wedge, a ring or a regular polygon (the first
    /// number), or where an arrow leads. Polygons and paths stay.
    pub fn set_size(&mut self, across: impl Number, up: impl Number) -> &mut Self {
        let (across, up) = (across.to_f64(), up.to_f64());
        match &mut self.kind {
            Kind::Ellipse { width, height }
            | Kind::Arc { width, height, .. }
            | Kind::Box { width, height, .. }
            | Kind::Rectangle { width, height } => (*width, *height) = (across, up),
            Kind::Wedge { radius, .. } | Kind::Regular { radius, .. } => *radius = across,
            Kind::Arrow { dx, dy, .. } | Kind::Fancy { dx, dy, .. } => (*dx, *dy) = (across, up),
            Kind::Path(_) => {}
        }
        self.measure();
        self
    }

    properties! {
        /// Turns it, in degrees, counter-clockwise (in data units), around its place. Default: 0.
        ///
        /// # Panics
        /// If it is not finite.
        pub set_angle, angle(self, degrees: impl Number) {
            self.angle = f64::from(crate::artist::common::angle(degrees.to_f64()));
            self.measure();
        } -> get_angle: f64 { self.angle }

        /// Sets the angles between which a wedge or an arc is, in degrees, counter-clockwise from the right. What is neither stays.
        pub set_theta, theta(self, from: impl Number, to: impl Number) {
            if let Kind::Wedge { from: a, to: b, .. } | Kind::Arc { from: a, to: b, .. } = &mut self.kind {
                (*a, *b) = (from.to_f64(), to.to_f64());
            }
            self.measure();
        } -> get_theta: Option<(f64, f64)> {
            match self.kind {
                Kind::Wedge { from, to, .. } | Kind::Arc { from, to, .. } => Some((from, to)),
                _ => None,
            }
        }

        /// Sets how wide it is: the ring of an annulus, inward (of a wedge, too, which is a piece of a ring then), the shaft of an arrow, else what the name says. What has no
        /// width stays.
        pub set_width, width(self, width: impl Number) {
            let to = width.to_f64();
            match &mut self.kind {
                Kind::Wedge { width, .. } => *width = Some(to),
                Kind::Ellipse { width, .. }
                | Kind::Arc { width, .. }
                | Kind::Rectangle { width, .. }
                | Kind::Box { width, .. }
                | Kind::Arrow { width, .. } => *width = to,
                Kind::Path(_) | Kind::Regular { .. } | Kind::Fancy { .. } => {}
            }
            self.measure();
        } -> get_width: Option<f64> {
            match self.kind {
                Kind::Wedge { width, .. } => width,
                Kind::Ellipse { width, .. }
                | Kind::Arc { width, .. }
                | Kind::Rectangle { width, .. }
                | Kind::Box { width, .. }
                | Kind::Arrow { width, .. } => Some(width),
                Kind::Path(_) | Kind::Regular { .. } | Kind::Fancy { .. } => None,
            }
        }

        /// Sets what the lengths of a box's style are multiplied with (default: 1), or those of a fancy arrow (in points; default: the size
        /// of letters). Other shapes stay.
        ///
        /// # Panics
        /// If it is not finite, or negative, where it is for an arrow.
        pub set_mutation_scale, mutation_scale(self, by: impl Number) {
            let by = by.to_f64();
            assert!(by.is_finite(), "a box cannot be {by} times as round");
            match &mut self.kind {
                Kind::Box { scale, .. } => *scale = by,
                Kind::Fancy { arrow, .. } => _ = arrow.set_mutation_scale(by),
                _ => {}
            }
            self.measure();
        }

        /// The same as [`set_color`](Patch::set_color), by matplotlib's name.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_facecolor, facecolor(self, color: impl IntoColor) { self.look.face = Some(color.into_color()); }
            -> get_facecolor: Color { self.look.face() }
    }

    /// Its outline in data units.
    fn outline(&self) -> Outline {
        let (sin, cos) = sin_cos(self.angle);
        self.kind.outline().moved(&|(x, y)| (self.x + x * cos - y * sin, self.y + x * sin + y * cos))
    }

    /// Draws an arrow between two places. Its lengths are those of the screen.
    fn paint_fancy(&self, painter: &mut Painter<'_>, arrow: &Arrow) {
        let mut ends = [(f64::NAN, f64::NAN); 2];
        for (i, step) in self.outline().steps().iter().enumerate() {
            if let Step::Move(p) | Step::Line(p) = *step {
                ends[i.min(1)] = p;
            }
        }
        let [from, to] = ends.map(|(x, y)| painter.point(x, y));
        if from.is_finite() && to.is_finite() {
            let pixels_per_point = painter.px(1.0);
            let ends = Ends { from, to, inside: None, pixels_per_point, size: painter.length(theme::FONT_SIZE) };
            let pen = Pen::new(self.look.edge.unwrap_or(theme::EDGE), self.look.linewidth);
            let inside = (self.look.face(), self.look.hatch());
            arrow.paint(painter, &ends, &pen.dashes(self.look.linestyle.clone()), (inside.0, inside.1.as_ref()));
        }
    }
}

shape_setters!(Patch, self);

impl Axes {
    /// Adds a shape: `add(patch)`, by matplotlib's name.
    pub fn add_patch(&mut self, patch: Patch) -> Key<Patch> {
        self.add(patch)
    }
}

impl Patch {
    /// The look that is drawn: what has no inside has a border.
    fn seen(&self) -> ShapeLook {
        let mut look = self.look.clone();
        if let Kind::Arc { .. } = self.kind {
            look.face = Some(Color::TRANSPARENT);
        }
        if look.face().a == 0 && look.edge.is_none() {
            look.edge = Some(theme::EDGE);
        }
        look
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
        Bounds::new(self.extent.0, self.extent.1)
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        if let Kind::Fancy { arrow, .. } = &self.kind {
            return self.paint_fancy(painter, arrow);
        }
        let path = self.outline().path(&|(x, y)| painter.point(x, y));
        let look = self.seen();
        if let (Kind::Arc { .. }, Some(edge)) = (&self.kind, look.edge) {
            let pen = Pen::new(edge, look.linewidth).cap(Cap::Butt).dashes(look.linestyle);
            return painter.stroke_path(&path, &pen);
        }
        painter.shape(&path, FillRule::NonZero, &look);
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        Some(self.seen().handle())
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        let around = self.outline().path(&|(x, y)| projection.point(x, y)).bounds();
        if around != Rect::default() {
            out.rect(around);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arcs_begin_with_nothing() {
        let wide = |from: f64, to: f64| {
            let Bounds { x, .. } = Patch::arc(0, 0, 4, 2, from, to).bounds();
            x.hi - x.lo
        };
        assert!(wide(30.0, 30.0) < 1e-9 && wide(0.0, 0.0) < 1e-9);
        assert!((wide(0.0, 360.0) - 4.0).abs() < 1e-9 && (wide(30.0, 390.0) - 4.0).abs() < 1e-9);
    }

    #[test]
    fn legends_show_what_is_drawn() {
        let handle =
            |patch: Patch| patch.legend_handle().map(|handle| (handle.face.map(|face| face.a), handle.edge.is_some()));
        assert_eq!(handle(Patch::circle(0, 0, 1).color("none")), Some((Some(0), true)));
        assert_eq!(handle(Patch::arc(0, 0, 1, 1, 0, 90)), Some((Some(0), true)));
        let boxed = Patch::fancy_box(0, 0, 1, 1, crate::artist::TextBox::new("round").facecolor("wheat"));
        assert_eq!(boxed.get_color(), Color::parse("wheat").unwrap());
    }

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
