//! What an artist draws with.

use crate::axis::AxisMap;
use crate::canvas::frame::Frame;
use crate::canvas::image::Span;
use crate::canvas::marker::MarkerStyle;
use crate::canvas::tools::{Data, LineLook, Picture, Tools};
use crate::data::{GridData, Values};
use crate::geom::{Clip, Point, Rect};
use crate::style::{Color, ColorScale, Interpolation, LineStyle, Marker};
use crate::text::{Anchor, HAlign, TextLayout, VAlign, bounds};

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

    /// Where `x` is, but at most the box's width beyond the box: finite for all but NaN, also for what has no place on the
    /// scale. 0 on a log axis lies beyond its low end, so that a bar can stand on it.
    ///
    /// The sides of a rectangle that are cut so look as if they were not; a line's end would change its slope.
    #[must_use]
    pub fn x_clipped(&self, x: f64) -> f32 {
        clipped(self.x.pixel_or_beyond(x), self.area.x0, self.area.x1)
    }

    /// Where `y` is, but at most the box's height beyond the box; see [`x_clipped`](Painter::x_clipped).
    #[must_use]
    pub fn y_clipped(&self, y: f64) -> f32 {
        clipped(self.y.pixel_or_beyond(y), self.area.y0, self.area.y1)
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

    /// The rectangle with its edges on the nearest borders between pixels; one that comes to nothing keeps the pixel that
    /// its middle lies in.
    ///
    /// Where translucent rectangles of different colours meet inside a pixel, both cover a part of it and the background
    /// shows through: a seam. Snapped ones share a border. For those of one colour see
    /// [`fill_rects`](Painter::fill_rects), which moves nothing.
    #[must_use]
    pub fn snapped(&self, rect: Rect) -> Rect {
        let ((x0, x1), (y0, y1)) = (whole(rect.x0, rect.x1), whole(rect.y0, rect.y1));
        Rect::new(x0, y0, x1, y1)
    }

    /// Filled rectangles of one colour, in pixels, as one shape: where they meet there is no seam, and where they overlap
    /// the colour is laid on once. One with NaN in it is left out.
    pub fn fill_rects(&mut self, rects: impl IntoIterator<Item = Rect>, color: Color) {
        let color = self.seen(color);
        self.tools.fill_rects(self.frame, self.clip, rects, color);
    }

    /// A filled rectangle, in pixels; edges inside a pixel cover their share of it, and infinite ones lie beyond the picture.
    /// With NaN in it, it is not drawn.
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

    /// The box around words that [`text`](Painter::text) would draw, in pixels: as wide as the letters advance, and as high
    /// as the font reaches.
    #[must_use]
    pub fn text_bounds(&self, text: &str, at: Point, size: f32, ha: HAlign, va: VAlign, angle: f32) -> Rect {
        bounds(&TextLayout::new(text, self.px(size)), Anchor { at, ha, va, angle })
    }

    /// A grid of cells between data values, through the scales of the axes: `x` from the first column's outer edge to the
    /// last one's, `y` from the first row's outer edge to the last one's; either may run backward.
    ///
    /// `colors` says which colours numbers have; a grid of colours has its own. The image covers whole pixels, those whose
    /// middle lies in it, and one at least. What has no place on a log axis lies beyond its low end. Edges that are equal, or
    /// not finite, draw nothing.
    ///
    /// ```
    /// use grabframe::{ColorScale, Colormap, Grid, GridData, Interpolation, Limits, Norm, Painter};
    /// fn paint(painter: &mut Painter<'_>) {
    ///     let mut grid = GridData::default();
    ///     [[0.0, 1.0], [2.0, 3.0]].read_into(&mut grid);
    ///     let colors = ColorScale { cmap: Colormap::VIRIDIS, norm: Norm::Linear, limits: Limits::new(0.0, 3.0) };
    ///     painter.image(&grid, &colors, [0.0, 10.0], [0.0, 5.0], Interpolation::Auto);
    /// }
    /// ```
    ///
    /// # Panics
    /// If the grid has fewer values than rows times columns (or bytes than four times as many).
    #[track_caller]
    pub fn image(&mut self, grid: &GridData, colors: &ColorScale, x: [f64; 2], y: [f64; 2], how: Interpolation) {
        let (cells, held) = match &grid.values {
            Values::Scalar(values) => (grid.rows.saturating_mul(grid.cols), values.len()),
            Values::Rgba(bytes) => (grid.rows.saturating_mul(grid.cols).saturating_mul(4), bytes.len()),
        };
        assert!(held >= cells, "{} rows of {} columns are {cells} values, but there are {held}", grid.rows, grid.cols);
        let x = Span { map: self.x, from: x[0], to: x[1], cells: grid.cols };
        let y = Span { map: self.y, from: y[0], to: y[1], cells: grid.rows };
        self.tools.image(self.frame, self.clip, &Picture { data: grid, colors, x, y, how }, self.alpha);
    }
}

/// Not farther from an interval than its own length.
fn clipped(pixel: f64, lo: f32, hi: f32) -> f32 {
    let (lo, hi) = (f64::from(lo), f64::from(hi));
    let room = (hi - lo).max(0.0);
    pixel.clamp(lo - room, hi.max(lo) + room) as f32
}

/// An interval between whole numbers, at least from one to the next if there was something in it.
fn whole(a: f32, b: f32) -> (f32, f32) {
    let near = |v: f32| (v + 0.5).floor();
    let middle = (a + b) / 2.0;
    if near(a) == near(b) && a != b { (middle.floor(), middle.floor() + 1.0) } else { (near(a), near(b)) }
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
