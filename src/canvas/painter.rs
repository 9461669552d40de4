//! What an artist draws with.

use crate::axis::{AxisMap, GridData};
use crate::canvas::frame::Frame;
use crate::canvas::image::Filter;
use crate::canvas::marker::MarkerStyle;
use crate::canvas::tools::{Data, ImageColors, LineLook, Tools};
use crate::geom::{Clip, Point, Rect};
use crate::style::{Color, LineStyle, Marker};
use crate::text::{Anchor, HAlign, VAlign};

/// A marker with lengths in points: what [`Painter::markers`] draws.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MarkerLook {
    /// Its shape.
    pub marker: Marker,
    /// Its size.
    pub size: f32,
    /// Its filling.
    pub face: Option<Color>,
    /// Its edge.
    pub edge: Option<Color>,
    /// The width of its edge.
    pub edge_width: f32,
}

/// Paints into the box of the axes, and knows where data values are.
///
/// Nothing outside the axes is painted (unless the artist asked not to be clipped). Pixels are `f32` and are not
/// rounded; lengths of strokes, markers and letters are in points (1/72 inch). The opacity that was set for the artist
/// (`set_alpha`) is laid over every colour here, so that an artist draws with the colours that it has.
#[derive(Debug)]
pub struct Painter<'a> {
    frame: &'a mut Frame,
    clip: Clip,
    area: Rect,
    x: &'a AxisMap,
    y: &'a AxisMap,
    pixels_per_point: f32,
    alpha: f32,
    tools: &'a mut Tools,
}

impl<'a> Painter<'a> {
    pub(crate) fn new(
        frame: &'a mut Frame,
        clip: Clip,
        area: Rect,
        (x, y): (&'a AxisMap, &'a AxisMap),
        pixels_per_point: f32,
        alpha: f32,
        tools: &'a mut Tools,
    ) -> Self {
        Self { frame, clip, area, x, y, pixels_per_point, alpha, tools }
    }

    /// A colour with the artist's opacity.
    fn seen(&self, color: Color) -> Color {
        color.with_alpha(self.alpha)
    }

    /// The box of the axes, in pixels.
    #[must_use]
    pub fn area(&self) -> Rect {
        self.area
    }

    /// Where `x` is, in pixels from the left.
    #[must_use]
    pub fn x(&self, x: f64) -> f32 {
        self.x.pixel(x)
    }

    /// Where `y` is, in pixels from the top.
    #[must_use]
    pub fn y(&self, y: f64) -> f32 {
        self.y.pixel(y)
    }

    /// Where (`x`, `y`) is, in pixels.
    #[must_use]
    pub fn point(&self, x: f64, y: f64) -> Point {
        Point::new(self.x(x), self.y(y))
    }

    /// A length in points as pixels.
    #[must_use]
    pub fn px(&self, points: f32) -> f32 {
        points * self.pixels_per_point
    }

    /// A line through data points; NaN is a gap. `width` in points.
    pub fn line(&mut self, xs: &[f64], ys: &[f64], color: Color, width: f32, style: &LineStyle) {
        if *style == LineStyle::None || xs.is_empty() {
            return;
        }
        let look = self.line_look(color, width, style);
        let data = Data { x: self.x, y: self.y, xs, ys };
        self.tools.stroke_data(self.frame, self.clip, &data, &look);
    }

    fn line_look<'s>(&self, color: Color, width: f32, style: &'s LineStyle) -> LineLook<'s> {
        LineLook { color: self.seen(color), width, style, pixels_per_point: self.pixels_per_point }
    }

    /// A line through points in pixels; a point that is not finite is a gap. `width` in points.
    ///
    /// A pixel as a single precision number is exact only near the picture: where data may lie far outside,
    /// [`line`](Painter::line) goes through the right places.
    pub fn polyline(&mut self, points: &[Point], color: Color, width: f32, style: &LineStyle) {
        if *style == LineStyle::None {
            return;
        }
        let look = self.line_look(color, width, style);
        self.tools.stroke(self.frame, self.clip, points, &look);
    }

    /// A marker at every data point; NaN is left out.
    pub fn markers(&mut self, xs: &[f64], ys: &[f64], marker: &MarkerLook) {
        let style = marker.with_alpha(self.alpha).style(self.pixels_per_point);
        let (x, y) = (self.x, self.y);
        let at = xs.iter().zip(ys).map(|(&vx, &vy)| (x.pixel_f64(vx), y.pixel_f64(vy)));
        self.tools.markers(self.frame, self.clip, at, &style);
    }

    /// Markers at data points, each with a look of its own; NaN is left out.
    pub fn markers_each(&mut self, markers: impl IntoIterator<Item = (f64, f64, MarkerLook)>) {
        let (x, y, scale, alpha) = (self.x, self.y, self.pixels_per_point, self.alpha);
        let at = markers
            .into_iter()
            .map(|(vx, vy, look)| ((x.pixel_f64(vx), y.pixel_f64(vy)), look.with_alpha(alpha).style(scale)));
        self.tools.markers_each(self.frame, self.clip, at);
    }

    /// A filled rectangle, in pixels; edges inside a pixel cover their share of it.
    pub fn fill_rect(&mut self, rect: Rect, color: Color) {
        let rect = Rect::new(rect.x0.min(rect.x1), rect.y0.min(rect.y1), rect.x0.max(rect.x1), rect.y0.max(rect.y1));
        self.tools.fill_rect(self.frame, self.clip, rect, self.seen(color));
    }

    /// A filled polygon through data points, closed by itself; a point without a place is left out.
    pub fn polygon(&mut self, xs: &[f64], ys: &[f64], color: Color) {
        let data = Data { x: self.x, y: self.y, xs, ys };
        self.tools.fill_data(self.frame, self.clip, &data, self.seen(color));
    }

    /// A filled polygon, in pixels; it is closed by itself. Where data may lie far outside, take
    /// [`polygon`](Painter::polygon).
    pub fn fill_polygon(&mut self, points: &[Point], color: Color) {
        self.tools.fill_polygon(self.frame, self.clip, points, self.seen(color));
    }

    /// Words at a place in pixels. `size` in points; `angle` in degrees, counter-clockwise.
    #[expect(clippy::too_many_arguments, reason = "each is one thing, and a struct of them would say no more")]
    pub fn text(&mut self, text: &str, at: Point, size: f32, color: Color, ha: HAlign, va: VAlign, angle: f32) {
        let size = self.px(size);
        self.tools.text(self.frame, self.clip, text, size, Anchor { at, ha, va, angle }, self.seen(color));
    }

    /// A grid of cells between data values: `x` from the first column's outer edge to the last one's, `y` from the first
    /// row's outer edge to the last one's.
    pub(crate) fn image(&mut self, grid: &GridData, colors: ImageColors<'_>, x: [f64; 2], y: [f64; 2], filter: Filter) {
        let from = self.point(x[0], y[0]);
        let to = self.point(x[1], y[1]);
        self.tools.image(self.frame, self.clip, grid, colors, from, to, filter, self.alpha);
    }
}

impl MarkerLook {
    /// The same, its colours with this opacity.
    #[must_use]
    pub(crate) fn with_alpha(self, alpha: f32) -> Self {
        if alpha == 1.0 {
            return self; // a scatter asks for each of its points
        }
        let seen = |color: Option<Color>| color.map(|c| c.with_alpha(alpha));
        Self { face: seen(self.face), edge: seen(self.edge), ..self }
    }

    /// In pixels.
    pub(crate) fn style(&self, pixels_per_point: f32) -> MarkerStyle {
        MarkerStyle {
            marker: self.marker,
            size: self.size * pixels_per_point,
            face: self.face,
            edge: self.edge,
            edge_width: self.edge_width * pixels_per_point,
        }
    }
}
