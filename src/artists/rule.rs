//! Lines across the axes: matplotlib's `axhline`, `axvline` and `axline`.

use crate::artist::common::length;
use crate::artist::{Artist, Bounds, Common, LegendHandle, Obstacles, Painter, properties};
use crate::data::Number;
use crate::figure::{Axes, Key};
use crate::geom::{Extent, Point, Rect};
use crate::project::Projection;
use crate::style::{Color, IntoColor, IntoLineStyle, LineStyle, Pen, theme};

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
/// let tangent = fig[ax].add(Rule::through((0.0, 0.0), 1.0)); // the diagonal
/// fig[tangent].set_through((1.0, 1.0), 2.0);
/// ```
#[derive(Clone, Debug)]
pub struct Rule {
    common: Common,
    course: Course,
    color: Color,
    linestyle: LineStyle,
    linewidth: f32,
    share: (f64, f64),
    /// Whether x is a date, and y.
    dates: (bool, bool),
}

#[derive(Clone, Copy, Debug)]
enum Course {
    Level(f64),
    Upright(f64),
    Through { x: f64, y: f64, slope: f64 },
}

impl Rule {
    fn new(course: Course, dates: (bool, bool)) -> Self {
        Self {
            common: Common::new(),
            course,
            color: Color::turn(0),
            linestyle: LineStyle::Solid,
            linewidth: theme::LINE_WIDTH,
            share: (0.0, 1.0),
            dates,
        }
    }

    /// At this height, from the left border to the right one.
    #[must_use]
    pub fn horizontal(y: impl Number) -> Self {
        Self::new(Course::Level(y.to_f64()), (false, y.is_date()))
    }

    /// At this place, from the lower border to the upper one.
    #[must_use]
    pub fn vertical(x: impl Number) -> Self {
        Self::new(Course::Upright(x.to_f64()), (x.is_date(), false))
    }

    /// Through a point, rising so much for a unit along x. It is straight on any axes; on
    /// others than linear ones it goes through a second point of that slope which is some hundred pixels away.
    #[must_use]
    pub fn through((x, y): (impl Number, impl Number), slope: impl Number) -> Self {
        let dates = (x.is_date(), y.is_date());
        Self::new(Course::Through { x: x.to_f64(), y: y.to_f64(), slope: slope.to_f64() }, dates)
    }

    /// Moves it: the height of a level one, the place of an upright one; one that slants keeps its slope and goes through the point
    /// at this height over its place.
    pub fn set_at(&mut self, at: impl Number) -> &mut Self {
        match &mut self.course {
            Course::Level(v) | Course::Through { y: v, .. } => {
                *v = at.to_f64();
                self.dates.1 |= at.is_date();
            }
            Course::Upright(v) => {
                *v = at.to_f64();
                self.dates.0 |= at.is_date();
            }
        }
        self
    }

    /// Lays it through a point, rising so much for a unit along x: as [`through`](Rule::through), for one that stands already.
    pub fn set_through(&mut self, (x, y): (impl Number, impl Number), slope: impl Number) -> &mut Self {
        self.course = Course::Through { x: x.to_f64(), y: y.to_f64(), slope: slope.to_f64() };
        self.dates = (self.dates.0 || x.is_date(), self.dates.1 || y.is_date());
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
            -> get_linewidth: f32 { theme::plain(self.linewidth) }

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
        Pen::new(self.color, self.linewidth).dashes(self.linestyle.clone())
    }

    /// From where to where it goes, in pixels.
    fn ends(&self, area: Rect, projection: &Projection) -> [Point; 2] {
        let (from, to) = (self.share.0 as f32, self.share.1 as f32);
        match self.course {
            Course::Level(y) => {
                let y = projection.point(f64::NAN, y).y;
                let at = |share: f32| Point::new(area.x0 + area.width() * share, y);
                [at(from), at(to)]
            }
            Course::Upright(x) => {
                let x = projection.point(x, f64::NAN).x;
                let at = |share: f32| Point::new(x, area.y1 - area.height() * share);
                [at(from), at(to)]
            }
            Course::Through { x, y, slope } => {
                let Some((along, up)) = projection.flat() else { return [Point::new(f32::NAN, f32::NAN); 2] };
                // in double precision: its point may be so far away that single ones are not exact
                let at = |x: f64, y: f64| (along.pixel_f64(x), up.pixel_f64(y));
                // as far along as lets pixels tell the direction
                let (here, mut by, mut toward) = (at(x, y), 1.0, (0.0, 0.0));
                for _ in 0..200 {
                    let there = at(x + by, y + slope * by);
                    toward = (there.0 - here.0, there.1 - here.1);
                    let far = toward.0.abs().max(toward.1.abs());
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
fn through(at: (f64, f64), toward: (f64, f64), area: Rect) -> [Point; 2] {
    let area = area.expanded(2.0 + area.width().max(area.height()));
    // along the longer direction, so that nothing is divided by nearly nothing
    if toward.0.abs() >= toward.1.abs() {
        let over = |x: f32| Point::new(x, (at.1 + toward.1 / toward.0 * (f64::from(x) - at.0)) as f32);
        [over(area.x0), over(area.x1)]
    } else {
        let beside = |y: f32| Point::new((at.0 + toward.0 / toward.1 * (f64::from(y) - at.1)) as f32, y);
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
        let bounds = match self.course {
            Course::Level(y) => Bounds::new(Extent::EMPTY, Extent::of([y])),
            Course::Upright(x) => Bounds::new(Extent::of([x]), Extent::EMPTY),
            Course::Through { x, y, .. } => Bounds::new(Extent::of([x]), Extent::of([y])),
        };
        bounds.dates(self.dates.0, self.dates.1)
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        let mut ends = self.ends(painter.area(), painter.projection());
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
        out.polyline(self.ends(out.area(), projection).to_vec());
    }
}

impl Axes {
    /// Adds a level line across the axes: `add(Rule::horizontal(y))`.
    #[doc(alias = "yline")]
    pub fn axhline(&mut self, y: impl Number) -> Key<Rule> {
        self.add(Rule::horizontal(y))
    }

    /// Adds an upright line across the axes: `add(Rule::vertical(x))`.
    #[doc(alias = "xline")]
    pub fn axvline(&mut self, x: impl Number) -> Key<Rule> {
        self.add(Rule::vertical(x))
    }

    /// Adds a line through a point, across the axes: `add(Rule::through((x, y), slope))`.
    pub fn axline(&mut self, through: (impl Number, impl Number), slope: impl Number) -> Key<Rule> {
        self.add(Rule::through(through, slope))
    }
}
