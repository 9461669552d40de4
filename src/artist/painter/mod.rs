//! What an artist draws with.

mod batch;
mod dashes;
mod hatch;
mod image;
mod marker;
mod pieces;
mod places;
mod words;

pub(crate) use hatch::hatched;
pub(crate) use marker::Batch;
pub use marker::MarkerLook;
pub(crate) use places::within;
pub(crate) use words::Written;

use crate::geom::{Path, Point, Rect};
use crate::project::Projection;
use crate::style::{Color, FillRule, LineStyle, Pen, Theme};
use crate::surface::{Flat, Inside, Line, Shape, Stroke, Surface, is_far, near_line, near_polygon, reach};
use crate::text::Fonts;

/// Paints into the box of the axes, and knows where data values are.
///
/// Nothing outside the axes is painted (unless the artist asked not to be clipped). Pixels are `f32` and are not
/// rounded; lengths of strokes, markers and letters are in points (1/72 inch). The opacity that was set for the artist
/// (`set_alpha`) is laid over every colour here, so that an artist draws with the colours that it has.
///
/// What is painted may become pixels, or a vector file: an artist need not know. Pixels are those of the picture, in which a
/// vector file is measured too.
///
/// ```
/// use grabframe::{Color, FillRule, Painter, Path, Pen, Rect};
/// fn paint(painter: &mut Painter<'_>) {
///     let area = painter.area();
///     let (from, to) = (painter.point(0.0, 0.0), painter.point(1.0, 2.0));
///     let mut arrow = Path::new();
///     arrow.move_to(from).quad_to(painter.axes_point(0.5, 1.0), to);
///     painter.stroke_path(&arrow, &Pen::new(Color::BLACK, 1.5).dashes("--"));
///     // stripes, within a disc
///     let disc = Path::ellipse(area);
///     painter.clipped_to(&disc, |painter| {
///         painter.fill_rect(Rect { x1: area.center().x, ..area }, Color::rgb(255, 127, 14));
///     });
/// }
/// ```
pub struct Painter<'a> {
    surface: &'a mut dyn Surface,
    scratch: &'a mut Scratch,
    place: Place<'a>,
}

impl std::fmt::Debug for Painter<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Painter").field("area", &self.place.area).finish_non_exhaustive()
    }
}

/// Where an artist paints.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'a> {
    /// The box of its axes.
    pub(crate) area: Rect,
    /// Where its data is.
    pub(crate) projection: &'a Projection,
    pub(crate) pixels_per_point: f32,
    /// In which it writes.
    pub(crate) fonts: &'a Fonts,
    /// What it looks like where nothing was said.
    pub(crate) theme: &'a Theme,
    /// The opacity of all that it paints.
    pub(crate) alpha: f32,
}

/// Room for what becomes pixels, used again from artist to artist.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    points: Vec<Point>,
    places: Vec<(f64, f64)>,
    colors: Vec<Color>,
    widths: Vec<f32>,
    looks: marker::Looks,
}

impl<'a> Painter<'a> {
    pub(crate) fn new(surface: &'a mut dyn Surface, scratch: &'a mut Scratch, place: Place<'a>) -> Self {
        Self { surface, scratch, place }
    }

    /// A colour as the theme has it, with the artist's opacity.
    fn seen(&self, color: Color) -> Color {
        self.place.theme.color(color).with_alpha(self.place.alpha)
    }

    /// A length in points as the theme has it.
    pub(crate) fn length(&self, points: f32) -> f32 {
        self.place.theme.length(points)
    }

    /// How all looks of which nothing was said. Colours and lengths that are drawn need not be looked up: they are given
    /// to the painter as they are.
    #[must_use]
    pub fn theme(&self) -> &'a Theme {
        self.place.theme
    }

    /// Farther from the picture than this, in pixels, nothing is drawn with a pen `width` pixels wide.
    fn reach(&self, width: f32) -> f64 {
        reach(self.surface.device().size, width)
    }

    /// The box of the axes, in pixels.
    #[must_use]
    pub fn area(&self) -> Rect {
        self.place.area
    }

    /// A length in points as pixels.
    #[must_use]
    pub fn px(&self, points: f32) -> f32 {
        self.length(points) * self.place.pixels_per_point
    }

    /// A line through data points; NaN is a gap, and what one column has more than the other is left out. `width` in points.
    pub fn line(&mut self, xs: &[f64], ys: &[f64], color: Color, width: f32, style: &LineStyle) {
        self.stroke_line(xs, ys, &Pen { style: style.clone(), ..Pen::new(color, width) });
    }

    /// A pen in pixels; `lengths` is room for its dashes.
    fn look<'s>(&self, pen: &Pen, lengths: &'s mut Vec<f32>) -> Stroke<'s> {
        Stroke::of(pen, (self.seen(pen.color), self.length(pen.width)), self.place.pixels_per_point, lengths)
    }

    /// A line through points in pixels; a point that is not finite is a gap. `width` in points.
    ///
    /// A pixel as a single precision number is exact only near the picture: where data may lie far outside,
    /// [`line`](Painter::line) goes through the right places.
    pub fn polyline(&mut self, points: &[Point], color: Color, width: f32, style: &LineStyle) {
        self.stroke_polyline(points, &Pen { style: style.clone(), ..Pen::new(color, width) });
    }

    /// A line through points in pixels, as [`polyline`](Painter::polyline), drawn with a pen.
    pub fn stroke_polyline(&mut self, points: &[Point], pen: &Pen) {
        if pen.style == LineStyle::None {
            return;
        }
        let mut lengths = Vec::new();
        let stroke = self.look(pen, &mut lengths);
        self.stroke_points(points, &stroke);
    }

    fn stroke_points(&mut self, points: &[Point], stroke: &Stroke<'_>) {
        let reach = self.reach(stroke.width);
        if is_far(points, reach) {
            return self.surface.stroke(Line::Track(&near_line(points, reach)), stroke);
        }
        self.surface.stroke(Line::Points(points), stroke);
    }

    /// A line along a path, in pixels. Where it crosses itself it is blended once.
    pub fn stroke_path(&mut self, path: &Path, pen: &Pen) {
        if pen.style == LineStyle::None {
            return;
        }
        let mut lengths = Vec::new();
        let stroke = self.look(pen, &mut lengths);
        let Rect { x0, y0, x1, y1 } = path.bounds();
        if !is_far(&[Point::new(x0, y0), Point::new(x1, y1)], self.reach(stroke.width)) {
            return self.surface.stroke(Line::Path(path), &stroke);
        }
        // what reaches far out is a line through many points, which can be cut
        let (mut flat, mut points) = (Flat::default(), Vec::new());
        flat.add(path);
        for (contour, closed) in flat.contours() {
            points.extend_from_slice(contour);
            points.extend(contour.first().filter(|_| closed));
            points.push(Point::new(f32::NAN, f32::NAN));
        }
        self.stroke_points(&points, &stroke);
    }

    /// What is inside of a path, in pixels; its subpaths are closed by themselves.
    pub fn fill_path(&mut self, path: &Path, rule: FillRule, color: Color) {
        let color = self.seen(color);
        self.surface.fill(Shape::Path(path, rule), color);
    }

    /// Lets `draw` paint nothing outside of a path, in pixels, nor outside of what it could paint without.
    pub fn clipped_to(&mut self, path: &Path, draw: impl FnOnce(&mut Self)) {
        self.surface.push_clip(Inside::Path(path));
        draw(self);
        self.surface.pop_clip();
    }

    /// Lets `draw` paint nothing outside of the box of the axes: for an artist that is not [`clipped`](crate::Artist::clipped) as a whole.
    pub fn within_axes(&mut self, draw: impl FnOnce(&mut Self)) {
        self.surface.push_clip(Inside::Rect(self.place.area));
        draw(self);
        self.surface.pop_clip();
    }

    /// Filled rectangles of one colour, in pixels, as one shape: where they meet there is no seam, and where they overlap
    /// the colour is laid on once. One with NaN in it is left out.
    pub fn fill_rects(&mut self, rects: impl IntoIterator<Item = Rect>, color: Color) {
        let path = self.rects_path(rects);
        self.fill_path(&path, FillRule::NonZero, color);
    }

    /// The outlines of rectangles; one with NaN in it is left out.
    pub(crate) fn rects_path(&self, rects: impl IntoIterator<Item = Rect>) -> Path {
        let mut path = Path::new();
        // all the same way round, and not so far that they are no longer exact
        let far = self.reach(0.0) as f32;
        for Rect { x0, y0, x1, y1 } in rects {
            if ![x0, y0, x1, y1].iter().any(|v| v.is_nan()) {
                let near = |v: f32| v.clamp(-far, far);
                let ((x0, x1), (y0, y1)) = ((near(x0.min(x1)), near(x0.max(x1))), (near(y0.min(y1)), near(y0.max(y1))));
                path.polygon(&[Point::new(x0, y0), Point::new(x1, y0), Point::new(x1, y1), Point::new(x0, y1)]);
            }
        }
        path
    }

    /// A filled rectangle, in pixels; edges inside a pixel cover their share of it, and infinite ones lie beyond the picture.
    /// With NaN in it, it is not drawn.
    pub fn fill_rect(&mut self, rect: Rect, color: Color) {
        let Rect { x0, y0, x1, y1 } = rect;
        if ![x0, y0, x1, y1].iter().any(|v| v.is_nan()) {
            let rect = Rect::new(x0.min(x1), y0.min(y1), x0.max(x1), y0.max(y1));
            let color = self.seen(color);
            self.surface.fill(Shape::Rect(rect), color);
        }
    }

    /// A filled polygon through data points, closed by itself; a point without a place is left out, and so is what one column has
    /// more than the other.
    pub fn polygon(&mut self, xs: &[f64], ys: &[f64], color: Color) {
        let (reach, color) = (self.reach(0.0), self.seen(color));
        self.place.projection.polygon(xs, ys, reach, &mut self.scratch.points);
        self.surface.fill(Shape::Polygon(&self.scratch.points), color);
    }

    /// A filled polygon, in pixels; it is closed by itself. Where data may lie far outside, take
    /// [`polygon`](Painter::polygon).
    pub fn fill_polygon(&mut self, points: &[Point], color: Color) {
        let (reach, color) = (self.reach(0.0), self.seen(color));
        if is_far(points, reach) {
            return self.surface.fill(Shape::Polygon(&near_polygon(points, reach)), color);
        }
        self.surface.fill(Shape::Polygon(points), color);
    }

    /// A painter of the same surface, for data that is elsewhere.
    #[cfg(feature = "plotters")]
    pub(crate) fn with_projection<'b>(&'b mut self, projection: &'b Projection) -> Painter<'b> {
        let place = Place { projection, ..self.place };
        Painter { surface: &mut *self.surface, scratch: &mut *self.scratch, place }
    }
}
