//! Lines and bands across the axes: matplotlib's `axhline`, `axvline`, `axline`, `axhspan` and `axvspan`.

use crate::artist::common::length;
use crate::artist::shape::{ShapeLook, shape_setters};
use crate::artist::{Artist, Bounds, Common, LegendHandle, Obstacles, Painter, properties};
use crate::data::Number;
use crate::figure::{Axes, Key};
use crate::geom::{Extent, Point, Rect};
use crate::project::Projection;
use crate::style::{Cap, Color, IntoColor, IntoLineStyle, LineStyle, Pen, theme};

/// A straight line across the axes, from border to border however far they reach: matplotlib's `axhline`, `axvline` and `axline`.
///
/// A level or upright one stands on whole pixels, so that it is sharp. It has the first colour of the cycle, and takes none.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// use grabframe::Rule;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let now = fig[ax].add(Rule::vertical(0.0).color("gray").linestyle(":"));
/// fig[now].set_at(1.5); // in a loop
/// fig[ax].add(Rule::through((0.0, 0.0), 1.0)); // the diagonal
/// ```
#[derive(Clone, Debug)]
pub struct Rule {
    common: Common,
    course: Course,
    color: Color,
    linestyle: LineStyle,
    linewidth: f32,
    share: (f64, f64),
}

#[derive(Clone, Copy, Debug)]
enum Course {
    Level(f64),
    Upright(f64),
    Through { x: f64, y: f64, slope: f64 },
}

impl Rule {
    fn new(course: Course) -> Self {
        Self {
            common: Common::new(),
            course,
            color: Color::cycle(0),
            linestyle: LineStyle::Solid,
            linewidth: theme::LINE_WIDTH,
            share: (0.0, 1.0),
        }
    }

    /// At this height, from the left border to the right one.
    #[must_use]
    pub fn horizontal(y: impl Number) -> Self {
        Self::new(Course::Level(y.to_f64()))
    }

    /// At this place, from the lower border to the upper one.
    #[must_use]
    pub fn vertical(x: impl Number) -> Self {
        Self::new(Course::Upright(x.to_f64()))
    }

    /// Through a point, rising so much for a unit along x. It is straight on any axes; on
    /// others than linear ones it goes through a second point of that slope which is some hundred pixels away.
    #[must_use]
    pub fn through((x, y): (impl Number, impl Number), slope: impl Number) -> Self {
        Self::new(Course::Through { x: x.to_f64(), y: y.to_f64(), slope: slope.to_f64() })
    }

    /// Moves it: the height of a level one, the place of an upright one; one that slants keeps its slope and goes through the point
    /// at this height over its place.
    pub fn set_at(&mut self, at: impl Number) -> &mut Self {
        match &mut self.course {
            Course::Level(v) | Course::Upright(v) | Course::Through { y: v, .. } => *v = at.to_f64(),
        }
        self
    }

    /// Where it is: the height of a level one, the place of an upright one, the height over its place of one that slants.
    #[must_use]
    pub const fn at(&self) -> f64 {
        match self.course {
            Course::Level(v) | Course::Upright(v) | Course::Through { y: v, .. } => v,
        }
    }

    properties! {
        /// Sets the colour. Default: the first of the cycle.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_color, color(self, color: impl IntoColor) { self.color = color.into_color(); }
            -> get_color: Color { self.color }

        /// Sets the width, in points. Default: 1.5.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_linewidth, linewidth(self, points: impl Number) { self.linewidth = length(points.to_f64(), "line width"); }
            -> get_linewidth: f32 { self.linewidth }

        /// Sets the style: [`LineStyle::Dashed`] and so on, or `"--"`. Default: solid.
        ///
        /// # Panics
        /// If a string names no style.
        pub set_linestyle, linestyle(self, style: impl IntoLineStyle) { self.linestyle = style.into_linestyle(); }
            -> get_linestyle: &LineStyle { &self.linestyle }

        /// Sets which part of the way across a level or upright one takes, in shares of the axes. Default: 0 to 1, all of it.
        ///
        /// # Panics
        /// If one is not finite.
        pub set_share, share(self, from: impl Number, to: impl Number) { self.share = shares(from.to_f64(), to.to_f64()); }
            -> get_share: (f64, f64) { self.share }
    }

    fn pen(&self) -> Pen {
        Pen::new(self.color, self.linewidth).dashes(self.linestyle.clone()).cap(Cap::Butt)
    }

    /// From where to where it goes, in pixels.
    fn ends(&self, area: Rect, at: impl Fn(f64, f64) -> Point) -> [Point; 2] {
        let (from, to) = (self.share.0 as f32, self.share.1 as f32);
        match self.course {
            Course::Level(y) => {
                let y = at(f64::NAN, y).y;
                let at = |share: f32| Point::new(area.x0 + area.width() * share, y);
                [at(from), at(to)]
            }
            Course::Upright(x) => {
                let x = at(x, f64::NAN).x;
                let at = |share: f32| Point::new(x, area.y1 - area.height() * share);
                [at(from), at(to)]
            }
            Course::Through { x, y, slope } => {
                // as far along as lets pixels tell the direction
                let (here, mut by, mut toward) = (at(x, y), 1.0, Point::default());
                for _ in 0..200 {
                    let there = at(x + by, y + slope * by);
                    toward = Point::new(there.x - here.x, there.y - here.y);
                    let far = toward.x.abs().max(toward.y.abs());
                    by *= match far {
                        0.0..100.0 => 16.0,
                        10_000.0.. => 1.0 / 16.0,
                        _ => break,
                    };
                }
                through(here, toward, area)
            }
        }
    }
}

/// A line through a point in a direction, from one side of a box to the opposite one, and a little beyond.
fn through(at: Point, toward: Point, area: Rect) -> [Point; 2] {
    let area = area.expanded(2.0 + area.width().max(area.height()));
    // along the longer direction, so that nothing is divided by nearly nothing
    if toward.x.abs() >= toward.y.abs() {
        let over = |x: f32| Point::new(x, at.y + toward.y / toward.x * (x - at.x));
        [over(area.x0), over(area.x1)]
    } else {
        let beside = |y: f32| Point::new(at.x + toward.x / toward.y * (y - at.y), y);
        [beside(area.y1), beside(area.y0)]
    }
}

#[track_caller]
fn shares(from: f64, to: f64) -> (f64, f64) {
    assert!(from.is_finite() && to.is_finite(), "no line can go from {from} to {to} of the axes");
    (from, to)
}

impl Artist for Rule {
    fn common(&self) -> &Common {
        &self.common
    }

    fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }

    fn bounds(&self) -> Bounds {
        match self.course {
            Course::Level(y) => Bounds::new(Extent::EMPTY, Extent::of([y])),
            Course::Upright(x) => Bounds::new(Extent::of([x]), Extent::EMPTY),
            Course::Through { x, y, .. } => Bounds::new(Extent::of([x]), Extent::of([y])),
        }
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        let mut ends = self.ends(painter.area(), |x, y| painter.point(x, y));
        let straight = !matches!(self.course, Course::Through { .. });
        let placed = ends[0].is_finite() && ends[1].is_finite();
        for end in &mut ends {
            let crisp = if straight && placed { painter.crisp(*end, self.linewidth) } else { *end };
            match self.course {
                Course::Level(_) => end.y = crisp.y,
                Course::Upright(_) => end.x = crisp.x,
                Course::Through { .. } => {}
            }
        }
        painter.stroke_polyline(&ends, &self.pen());
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        Some(LegendHandle { line: Some(self.pen()), ..LegendHandle::new() })
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        out.polyline(self.ends(out.area(), |x, y| projection.point(x, y)).to_vec());
    }
}

/// A band across the axes, from border to border: matplotlib's `axhspan` and `axvspan`.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// use grabframe::Span;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let dark = fig[ax].add(Span::vertical(2.0, 3.5).color("gray").alpha(0.3).label("night"));
/// fig[dark].set_span(2.0, 4.0);
/// ```
#[derive(Clone, Debug)]
pub struct Span {
    common: Common,
    from: f64,
    to: f64,
    upright: bool,
    look: ShapeLook,
}

impl Span {
    /// From one height to another, from the left border to the right one.
    #[must_use]
    pub fn horizontal(from: impl Number, to: impl Number) -> Self {
        let look = ShapeLook { face: Some(Color::cycle(0)), ..ShapeLook::new() };
        Self { common: Common::new(), from: from.to_f64(), to: to.to_f64(), upright: false, look }
    }

    /// From one place to another, from the lower border to the upper one.
    #[must_use]
    pub fn vertical(from: impl Number, to: impl Number) -> Self {
        Self { upright: true, ..Self::horizontal(from, to) }
    }

    /// Moves it. With NaN it is not drawn.
    pub fn set_span(&mut self, from: impl Number, to: impl Number) -> &mut Self {
        (self.from, self.to) = (from.to_f64(), to.to_f64());
        self
    }

    /// From where to where it reaches.
    #[must_use]
    pub const fn span(&self) -> (f64, f64) {
        (self.from, self.to)
    }
}

shape_setters!(Span, self);

impl Artist for Span {
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
        let along = Extent::of([self.from, self.to]);
        if self.upright { Bounds::new(along, Extent::EMPTY) } else { Bounds::new(Extent::EMPTY, along) }
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        let area = painter.area();
        let rect = if self.upright {
            Rect::new(painter.x_clipped(self.from), area.y0, painter.x_clipped(self.to), area.y1)
        } else {
            Rect::new(area.x0, painter.y_clipped(self.from), area.x1, painter.y_clipped(self.to))
        };
        if !(self.from.is_nan() || self.to.is_nan()) {
            painter.boxes(&[painter.snapped(rect)], &self.look);
        }
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        Some(self.look.handle())
    }
}

impl Axes {
    /// Adds a level line across the axes: `add(Rule::horizontal(y))`.
    pub fn axhline(&mut self, y: impl Number) -> Key<Rule> {
        self.add(Rule::horizontal(y))
    }

    /// Adds an upright line across the axes: `add(Rule::vertical(x))`.
    pub fn axvline(&mut self, x: impl Number) -> Key<Rule> {
        self.add(Rule::vertical(x))
    }

    /// Adds a line through a point, across the axes: `add(Rule::through((x, y), slope))`.
    pub fn axline(&mut self, through: (impl Number, impl Number), slope: impl Number) -> Key<Rule> {
        self.add(Rule::through(through, slope))
    }

    /// Adds a level band across the axes: `add(Span::horizontal(from, to))`.
    pub fn axhspan(&mut self, from: impl Number, to: impl Number) -> Key<Span> {
        self.add(Span::horizontal(from, to))
    }

    /// Adds an upright band across the axes: `add(Span::vertical(from, to))`.
    pub fn axvspan(&mut self, from: impl Number, to: impl Number) -> Key<Span> {
        self.add(Span::vertical(from, to))
    }
}
