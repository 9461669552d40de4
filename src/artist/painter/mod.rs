//! What an artist draws with.

mod batch;
mod dashes;
mod hatch;
mod marker;
mod pieces;

pub(crate) use hatch::hatched;
pub(crate) use marker::Batch;
pub use marker::MarkerLook;

use crate::artist::coords::Spots;
use crate::artist::fancy::Boxed;
use crate::data::GridData;
use crate::geom::{Path, Point, Rect};
use crate::project::Projection;
use crate::style::{Color, ColorScale, ColorTable, FillRule, Interpolation, LineStyle, Pen, Theme};
use crate::surface::{
    CellGrid, Flat, Inside, Line, Picture, Shape, Snap, Span, Stroke, Surface, is_far, near_line, near_polygon, reach,
};
use crate::text::{Anchor, Face, Fonts, HAlign, Setting, TextLayout, VAlign, Words, bounds};

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

/// Words in any face, set in any way.
pub(crate) struct Written<'a> {
    pub(crate) text: &'a str,
    /// In points.
    pub(crate) size: f32,
    pub(crate) face: Face,
    pub(crate) setting: Setting,
    pub(crate) anchor: Anchor,
}

impl<'a> Written<'a> {
    /// Letters of so many pixels.
    pub(crate) fn words(&self, size: f32, fonts: &'a Fonts) -> Words<'a> {
        let Self { text, face, setting, .. } = *self;
        Words { text, size, face, fonts, setting }
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

    /// Where `x` is, in pixels from the left.
    #[must_use]
    pub fn x(&self, x: f64) -> f32 {
        self.place.projection.flat().map_or(f32::NAN, |(along, _)| along.pixel(x))
    }

    /// Where `y` is, in pixels from the top.
    #[must_use]
    pub fn y(&self, y: f64) -> f32 {
        self.place.projection.flat().map_or(f32::NAN, |(_, along)| along.pixel(y))
    }

    /// Where `x` is, but at most the box's width beyond the box: finite for all but NaN, also for what has no place on the
    /// scale. 0 on a log axis lies beyond its low end, so that a bar can stand on it.
    ///
    /// The sides of a rectangle that are cut so look as if they were not; a line's end would change its slope.
    #[must_use]
    pub fn x_clipped(&self, x: f64) -> f32 {
        let pixel = self.place.projection.flat().map_or(f64::NAN, |(along, _)| along.pixel_or_beyond(x));
        clipped(pixel, self.place.area.x0, self.place.area.x1)
    }

    /// Where `y` is, but at most the box's height beyond the box; see [`x_clipped`](Painter::x_clipped).
    #[must_use]
    pub fn y_clipped(&self, y: f64) -> f32 {
        let pixel = self.place.projection.flat().map_or(f64::NAN, |(_, along)| along.pixel_or_beyond(y));
        clipped(pixel, self.place.area.y0, self.place.area.y1)
    }

    /// Where (`x`, `y`) is, in pixels.
    #[must_use]
    pub fn point(&self, x: f64, y: f64) -> Point {
        Point::new(self.x(x), self.y(y))
    }

    /// A length in points as pixels.
    #[must_use]
    pub fn px(&self, points: f32) -> f32 {
        self.length(points) * self.place.pixels_per_point
    }

    /// A place in shares of the box of the axes: (0, 0) is its lower left corner, (1, 1) its upper right one.
    #[must_use]
    pub fn axes_point(&self, x: f64, y: f64) -> Point {
        within(self.place.area, x, y)
    }

    /// A place in shares of the figure: (0, 0) is its lower left corner, (1, 1) its upper right one.
    #[must_use]
    pub fn figure_point(&self, x: f64, y: f64) -> Point {
        let size = self.surface.device().size;
        within(Rect::new(0.0, 0.0, size.width as f32, size.height as f32), x, y)
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

    /// The place nearest to this one at which a line along x or y, `width` points wide, has sharp edges; the same place,
    /// where there are no pixels. For what stands still: data that moves must not jump from pixel to pixel.
    #[must_use]
    pub fn crisp(&self, at: Point, width: f32) -> Point {
        let (snap, odd) = (Snap::on(self.surface), (self.px(width).round() as i32) % 2 == 1);
        Point::new(snap.line(at.x, odd), snap.line(at.y, odd))
    }

    /// The rectangle with its edges on the nearest borders between pixels; one that comes to nothing keeps the pixel that
    /// its middle lies in. The same rectangle, where there are no pixels.
    ///
    /// Where translucent rectangles of different colours meet inside a pixel, both cover a part of it and the background
    /// shows through: a seam. Snapped ones share a border. For those of one colour see
    /// [`fill_rects`](Painter::fill_rects), which moves nothing.
    #[must_use]
    pub fn snapped(&self, rect: Rect) -> Rect {
        Snap::on(self.surface).kept(rect)
    }

    /// Two sides of a bar in pixels, at values along x, or along y: on whole pixels where there are any, and a pixel or a hair apart,
    /// however near to one another the values are.
    pub(crate) fn sides(&self, from: f64, to: f64, along_x: bool) -> (f32, f32) {
        let at = |v: f64| if along_x { self.x_clipped(v) } else { self.y_clipped(v) };
        let (a, mut b) = (at(from), at(to));
        if a == b && from != to {
            b = a.next_up(); // single precision does not tell them apart
        }
        Snap::on(self.surface).sides(a, b)
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

    /// Words at a place in pixels. `size` in points; `angle` in degrees, counter-clockwise.
    #[expect(clippy::too_many_arguments, reason = "each is one thing, and a struct of them would say no more")]
    pub fn text(&mut self, text: &str, at: Point, size: f32, color: Color, ha: HAlign, va: VAlign, angle: f32) {
        let (words, color) = (self.words(text, size), self.seen(color));
        self.surface.words(&words, Anchor { at, ha, va, angle }, color);
    }

    /// The box around words that [`text`](Painter::text) would draw, in pixels: as wide as the letters advance, and as high
    /// as the font reaches.
    #[must_use]
    pub fn text_bounds(&self, text: &str, at: Point, size: f32, ha: HAlign, va: VAlign, angle: f32) -> Rect {
        bounds(&TextLayout::new(&self.words(text, size)), Anchor { at, ha, va, angle })
    }

    /// Words in a font, their size in points.
    #[cfg(feature = "plotters")]
    pub(crate) fn text_in(&mut self, face: Face, text: &str, size: f32, anchor: Anchor, color: Color) {
        let (words, color) = (Words { face, ..self.words(text, size) }, self.seen(color));
        self.surface.words(&words, anchor, color);
    }

    /// Where data is.
    pub(crate) fn projection(&self) -> &'a Projection {
        self.place.projection
    }

    /// A painter of the same surface, for data that is elsewhere.
    #[cfg(feature = "plotters")]
    pub(crate) fn with_projection<'b>(&'b mut self, projection: &'b Projection) -> Painter<'b> {
        let place = Place { projection, ..self.place };
        Painter { surface: &mut *self.surface, scratch: &mut *self.scratch, place }
    }

    /// Where places are that are in other coordinates than data.
    pub(crate) fn spots(&self) -> Spots<'a> {
        let Place { area, projection, pixels_per_point, .. } = self.place;
        Spots { area, figure: self.surface.device().size, pixels_per_point, projection }
    }

    /// Words that a box may be laid around.
    pub(crate) fn boxed<'b>(&self, written: &'b Written<'b>) -> Boxed<'b>
    where
        'a: 'b,
    {
        let Place { pixels_per_point, fonts, theme, .. } = self.place;
        Boxed { written, pixels_per_point, fonts, theme: Some(theme) }
    }

    /// The box around words in any face, set in any way.
    pub(crate) fn written_bounds(&self, written: &Written<'_>) -> Rect {
        bounds(&TextLayout::new(&written.words(self.px(written.size), self.place.fonts)), written.anchor)
    }

    /// Words in any face, set in any way.
    pub(crate) fn write(&mut self, written: &Written<'_>, color: Color) {
        let (words, color) = (written.words(self.px(written.size), self.place.fonts), self.seen(color));
        self.surface.words(&words, written.anchor, color);
    }

    /// Words whose letters are so many points high.
    fn words<'b>(&self, text: &'b str, size: f32) -> Words<'b>
    where
        'a: 'b,
    {
        Words { text, size: self.px(size), face: Face::Sans, fonts: self.place.fonts, setting: Setting::default() }
    }

    /// A grid of cells between data values, through the scales of the axes: `x` from the first column's outer edge to the
    /// last one's, `y` from the first row's outer edge to the last one's; either may run backward.
    ///
    /// `colors` says which colours numbers have; a grid of colours has its own. The image covers whole pixels, those whose
    /// middle lies in it, and one at least. What has no place on a log axis lies beyond its low end. Edges that are equal, or
    /// not finite, draw nothing.
    ///
    /// ```
    /// use grabframe::{ColorScale, Grid, GridData, Interpolation, Limits, Painter};
    /// fn paint(painter: &mut Painter<'_>) {
    ///     let mut grid = GridData::default();
    ///     [[0.0, 1.0], [2.0, 3.0]].read_into(&mut grid);
    ///     let colors = ColorScale::new("viridis", "linear", Limits::new(0.0, 3.0));
    ///     painter.image(&grid, &colors, [0.0, 10.0], [0.0, 5.0], Interpolation::Auto);
    /// }
    /// ```
    ///
    /// # Panics
    /// If the grid has fewer values than rows times columns (or bytes than four times as many).
    #[track_caller]
    pub fn image(&mut self, grid: &GridData, colors: &ColorScale, x: [f64; 2], y: [f64; 2], how: Interpolation) {
        grid.check();
        let Some((along_x, along_y)) = self.place.projection.flat() else { return };
        let x = Span { map: along_x, from: x[0], to: x[1], cells: grid.cols };
        let y = Span { map: along_y, from: y[0], to: y[1], cells: grid.rows };
        self.surface.image(&Picture { data: grid, colors, x, y, how, alpha: self.place.alpha });
    }

    /// Cells between edges in pixels, row after row, each in the colour of its value; `false`, and nothing is drawn, if an edge is not
    /// finite, or they turn back.
    pub(crate) fn cells(&mut self, x: &[f32], y: &[f32], values: &[f64], colors: &ColorTable) -> bool {
        let steady = |edges: &[f32]| {
            let finite = edges.iter().all(|edge| edge.is_finite());
            finite && (edges.is_sorted() || edges.is_sorted_by(|a, b| a >= b))
        };
        let steady = steady(x) && steady(y);
        if steady {
            self.surface.cells(&CellGrid { x, y, values, colors, alpha: self.place.alpha });
        }
        steady
    }
}

/// Not farther from an interval than its own length.
fn clipped(pixel: f64, lo: f32, hi: f32) -> f32 {
    let (lo, hi) = (f64::from(lo), f64::from(hi));
    let room = (hi - lo).max(0.0);
    pixel.clamp(lo - room, hi.max(lo) + room) as f32
}

/// A place in shares of a rectangle, from its lower left corner.
pub(crate) fn within(area: Rect, x: f64, y: f64) -> Point {
    Point::new(area.x0 + area.width() * x as f32, area.y1 - area.height() * y as f32)
}
