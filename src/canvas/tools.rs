//! The kernels, with the memory that they use again from frame to frame.

use crate::axis::{AxisMap, points};
use crate::canvas::far::{Cutter, Pixels, is_far, reach};
use crate::canvas::frame::Frame;
use crate::canvas::glyph::{GlyphCache, draw_text};
use crate::canvas::image::{Cells, Grid, ImageScratch, Span, image};
use crate::canvas::marker::{MarkerStyle, Stamps, markers, markers_each};
use crate::canvas::path::{Path, PathScratch, fill_path, stroke_path};
use crate::canvas::pen::{Cap, Join, Stroke};
use crate::canvas::polyline::{polyline, track};
use crate::canvas::rect;
use crate::canvas::stroke::StrokeScratch;
use crate::canvas::window::P;
use crate::data::{GridData, Values};
use crate::geom::{Clip, Point, Rect, Size};
use crate::project::Projection;
use crate::style::{Color, ColorScale, Interpolation, LineStyle};
use crate::text::{Anchor, TextLayout};

/// Everything that paints, and its buffers. A renderer owns one.
#[derive(Debug, Default)]
pub(crate) struct Tools {
    lines: StrokeScratch,
    paths: PathScratch,
    stamps: Stamps,
    images: ImageScratch,
    glyphs: GlyphCache,
    points: Vec<Point>,
}

/// An image, its cells from the first to the last in both directions.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Picture<'a> {
    pub(crate) data: &'a GridData,
    pub(crate) colors: &'a ColorScale,
    pub(crate) x: Span<'a>,
    pub(crate) y: Span<'a>,
    pub(crate) how: Interpolation,
}

/// How a line looks, in points.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LineLook<'a> {
    pub(crate) color: Color,
    pub(crate) width: f32,
    pub(crate) style: &'a LineStyle,
    pub(crate) pixels_per_point: f32,
}

impl LineLook<'_> {
    /// In pixels; `lengths` is room for the dashes.
    fn stroke<'d>(&self, lengths: &'d mut Vec<f32>) -> Stroke<'d> {
        let scale = self.pixels_per_point;
        let width = self.width * scale;
        let Some(dashes) = self.style.dashes(self.width) else { return Stroke::solid(width, self.color) };
        lengths.extend(dashes.pattern.iter().map(|l| l * scale));
        let dash_offset = dashes.offset * scale;
        Stroke { width, color: self.color, cap: Cap::Butt, join: Join::Round, dashes: lengths, dash_offset }
    }
}

/// Points as data, and where data is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Data<'a> {
    pub(crate) x: &'a AxisMap,
    pub(crate) y: &'a AxisMap,
    pub(crate) xs: &'a [f64],
    pub(crate) ys: &'a [f64],
}

/// A line's points in pixels, with a gap where a part far away was cut off.
pub(crate) fn pixels_of_line(projection: &Projection, xs: &[f64], ys: &[f64]) -> Vec<Point> {
    let mut points = Vec::new();
    let Some((x, y)) = projection.flat() else {
        projection.points(xs, ys, &mut points);
        return points;
    };
    let data = Data { x, y, xs, ys };
    // no picture is as wide
    let reach = reach(Size::new(1 << 16, 1 << 16), 0.0);
    if data.pixels(reach, &mut points) { points } else { Cutter::new(x, y, reach).line(data.evens()).with_gaps() }
}

impl Data<'_> {
    /// Makes `out` the points in pixels; says whether they can be drawn so, none of them being far away.
    fn pixels(&self, reach: f64, out: &mut Vec<Point>) -> bool {
        out.clear();
        // as many as are still at hand when they are looked at
        self.xs.chunks(1024).zip(self.ys.chunks(1024)).all(|(xs, ys)| {
            let from = out.len();
            out.extend(points(self.x, self.y, xs, ys));
            !is_far(&out[from..], reach)
        })
    }

    /// The points on the even axes, where they are exact.
    fn evens(&self) -> impl Iterator<Item = (f64, f64)> {
        self.xs.iter().zip(self.ys).map(|(&x, &y)| (self.x.even(x), self.y.even(y)))
    }
}

impl Tools {
    /// A line through pixels, with the caps and joins that matplotlib gives it.
    pub(crate) fn stroke(&mut self, frame: &mut Frame, clip: Clip, points: &[Point], line: &LineLook<'_>) {
        let mut lengths = Vec::new();
        let stroke = line.stroke(&mut lengths);
        polyline(frame, clip, &mut self.lines, points, &stroke);
    }

    /// The same through data.
    pub(crate) fn stroke_data(&mut self, frame: &mut Frame, clip: Clip, data: &Data<'_>, line: &LineLook<'_>) {
        let mut lengths = Vec::new();
        let stroke = line.stroke(&mut lengths);
        let reach = reach(frame.size(), stroke.width);
        if data.pixels(reach, &mut self.points) {
            polyline(frame, clip, &mut self.lines, &self.points, &stroke);
        } else {
            let cut = Cutter::new(data.x, data.y, reach).line(data.evens());
            track(frame, clip, &mut self.lines, &cut, &stroke);
        }
    }

    pub(crate) fn fill_rect(&self, frame: &mut Frame, clip: Clip, rect: Rect, color: Color) {
        rect::fill_rect(frame, clip, rect, color);
    }

    /// Rectangles as one shape.
    pub(crate) fn fill_rects(
        &mut self,
        frame: &mut Frame,
        clip: Clip,
        rects: impl IntoIterator<Item = Rect>,
        color: Color,
    ) {
        let mut path = Path::default();
        // all the same way round, and not so far that they are no longer exact
        let far = reach(frame.size(), 0.0) as f32;
        for Rect { x0, y0, x1, y1 } in
            rects.into_iter().filter(|r| ![r.x0, r.y0, r.x1, r.y1].iter().any(|v| v.is_nan()))
        {
            let near = |v: f32| v.clamp(-far, far);
            let ((x0, x1), (y0, y1)) = ((near(x0.min(x1)), near(x0.max(x1))), (near(y0.min(y1)), near(y0.max(y1))));
            path.polygon([(x0, y0), (x1, y0), (x1, y1), (x0, y1)].map(|(x, y)| Point::new(x, y)));
        }
        fill_path(frame, clip, &mut self.paths, &path, color);
    }

    pub(crate) fn fill_polygon(&mut self, frame: &mut Frame, clip: Clip, points: &[Point], color: Color) {
        let reach = reach(frame.size(), 0.0);
        if is_far(points, reach) {
            let evens = points.iter().map(|p| (f64::from(p.x), f64::from(p.y)));
            return self.fill(frame, clip, &Cutter::new(&Pixels, &Pixels, reach).polygon(evens), color);
        }
        self.fill(frame, clip, points, color);
    }

    /// The polygon through data.
    pub(crate) fn fill_data(&mut self, frame: &mut Frame, clip: Clip, data: &Data<'_>, color: Color) {
        let reach = reach(frame.size(), 0.0);
        let mut points = std::mem::take(&mut self.points);
        if !data.pixels(reach, &mut points) {
            points = Cutter::new(data.x, data.y, reach).polygon(data.evens());
        }
        self.fill(frame, clip, &points, color);
        self.points = points;
    }

    fn fill(&mut self, frame: &mut Frame, clip: Clip, points: &[Point], color: Color) {
        let mut path = Path::default();
        path.polygon(points.iter().copied());
        fill_path(frame, clip, &mut self.paths, &path, color);
    }

    /// A box with round corners: what is in it, and its edge.
    pub(crate) fn rounded_box(
        &mut self,
        frame: &mut Frame,
        clip: Clip,
        rect: Rect,
        corner: f32,
        (face, edge): (Color, Color),
        edge_width: f32,
    ) {
        // a quarter of a circle is nearly a cubic whose control points lie at this share of the radius before its ends
        const ROUND: f32 = 0.552_284_8;
        let Rect { x0, y0, x1, y1 } = rect;
        let (r, k) = (corner, corner * (1.0 - ROUND));
        let p = Point::new;
        let mut path = Path::default();
        path.move_to(p(x0 + r, y0)).line_to(p(x1 - r, y0)).cubic_to(p(x1 - k, y0), p(x1, y0 + k), p(x1, y0 + r));
        path.line_to(p(x1, y1 - r)).cubic_to(p(x1, y1 - k), p(x1 - k, y1), p(x1 - r, y1));
        path.line_to(p(x0 + r, y1)).cubic_to(p(x0 + k, y1), p(x0, y1 - k), p(x0, y1 - r));
        path.line_to(p(x0, y0 + r)).cubic_to(p(x0, y0 + k), p(x0 + k, y0), p(x0 + r, y0)).close();
        fill_path(frame, clip, &mut self.paths, &path, face);
        stroke_path(frame, clip, &mut self.paths, &path, &Stroke::solid(edge_width, edge));
    }

    pub(crate) fn markers(
        &mut self,
        frame: &mut Frame,
        clip: Clip,
        at: impl IntoIterator<Item = P>,
        style: &MarkerStyle,
    ) {
        markers(frame, clip, &mut self.stamps, at, style);
    }

    pub(crate) fn markers_each(
        &mut self,
        frame: &mut Frame,
        clip: Clip,
        at: impl IntoIterator<Item = (P, MarkerStyle)>,
    ) {
        markers_each(frame, clip, &mut self.stamps, at);
    }

    pub(crate) fn text(&mut self, frame: &mut Frame, clip: Clip, text: &str, size: f32, anchor: Anchor, color: Color) {
        draw_text(frame, clip, &mut self.glyphs, &TextLayout::new(text, size), anchor, color);
    }

    /// A grid of cells between data values.
    pub(crate) fn image(&mut self, frame: &mut Frame, clip: Clip, picture: &Picture<'_>, alpha: f32) {
        let Picture { data, colors, x, y, how } = *picture;
        let ramp = colors.norm.over(colors.limits);
        let color = |v: f64| colors.cmap.at(ramp.at(v));
        let cells = match &data.values {
            Values::Scalar(values) => Cells::Values { values, color: &color, mix_colors: colors.cmap.is_listed() },
            Values::Rgba(bytes) => Cells::Rgba(bytes),
        };
        image(frame, clip, &mut self.images, &Grid { x, y, cells }, how, alpha);
    }
}
