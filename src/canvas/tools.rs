//! The kernels, with the memory that they use again from frame to frame.

use crate::axis::{GridData, Values};
use crate::canvas::frame::Frame;
use crate::canvas::glyph::{GlyphCache, draw_text};
use crate::canvas::image::{Cells, Filter, Grid, ImageScratch, image};
use crate::canvas::marker::{MarkerStyle, Stamps, markers, markers_each};
use crate::canvas::path::{Path, PathScratch, fill_path, stroke_path};
use crate::canvas::pen::{Cap, Join, Stroke};
use crate::canvas::polyline::polyline;
use crate::canvas::rect;
use crate::canvas::stroke::StrokeScratch;
use crate::geom::{Clip, Limits, Point, Rect};
use crate::style::{Color, Colormap, LineStyle, Norm};
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

/// How the values of an image become colours.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ImageColors<'a> {
    pub(crate) cmap: &'a Colormap,
    pub(crate) norm: Norm,
    pub(crate) limits: Limits,
}

impl Tools {
    /// An empty list whose memory was used before; it is given back by [`give_points`](Tools::give_points).
    pub(crate) fn take_points(&mut self) -> Vec<Point> {
        let mut points = std::mem::take(&mut self.points);
        points.clear();
        points
    }

    pub(crate) fn give_points(&mut self, points: Vec<Point>) {
        self.points = points;
    }

    /// A line `width` points wide, with the caps and joins that matplotlib gives it.
    #[expect(clippy::too_many_arguments, reason = "each is one thing, and a struct of them would say no more")]
    pub(crate) fn stroke(
        &mut self,
        frame: &mut Frame,
        clip: Clip,
        points: &[Point],
        color: Color,
        width: f32,
        style: &LineStyle,
        pixels_per_point: f32,
    ) {
        let width_px = width * pixels_per_point;
        match style.dashes(width) {
            None => polyline(frame, clip, &mut self.lines, points, &Stroke::solid(width_px, color)),
            Some(dashes) => {
                let lengths: Vec<f32> = dashes.pattern.iter().map(|l| l * pixels_per_point).collect();
                let stroke = Stroke {
                    width: width_px,
                    color,
                    cap: Cap::Butt,
                    join: Join::Round,
                    dashes: &lengths,
                    dash_offset: dashes.offset * pixels_per_point,
                };
                polyline(frame, clip, &mut self.lines, points, &stroke);
            }
        }
    }

    pub(crate) fn fill_rect(&self, frame: &mut Frame, clip: Clip, rect: Rect, color: Color) {
        rect::fill_rect(frame, clip, rect, color);
    }

    pub(crate) fn fill_polygon(&mut self, frame: &mut Frame, clip: Clip, points: &[Point], color: Color) {
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
        at: impl IntoIterator<Item = Point>,
        style: &MarkerStyle,
    ) {
        markers(frame, clip, &mut self.stamps, at, style);
    }

    pub(crate) fn markers_each(
        &mut self,
        frame: &mut Frame,
        clip: Clip,
        at: impl IntoIterator<Item = (Point, MarkerStyle)>,
    ) {
        markers_each(frame, clip, &mut self.stamps, at);
    }

    pub(crate) fn text(&mut self, frame: &mut Frame, clip: Clip, text: &str, size: f32, anchor: Anchor, color: Color) {
        draw_text(frame, clip, &mut self.glyphs, &TextLayout::new(text, size), anchor, color);
    }

    /// A grid whose first row and column begin at `from`, and whose last end at `to`, in pixels.
    #[expect(clippy::too_many_arguments, reason = "each is one thing, and a struct of them would say no more")]
    pub(crate) fn image(
        &mut self,
        frame: &mut Frame,
        clip: Clip,
        data: &GridData,
        colors: ImageColors<'_>,
        from: Point,
        to: Point,
        filter: Filter,
        alpha: f32,
    ) {
        let color = |v: f64| colors.cmap.at(colors.norm.normalize(v, colors.limits));
        let cells = match &data.values {
            Values::Scalar(values) => Cells::Values { values, color: &color },
            Values::Rgba(bytes) => Cells::Rgba(bytes),
        };
        let grid = Grid { rows: data.rows, cols: data.cols, cells, flip_x: false, flip_y: false };
        let dest = Rect::new(from.x, from.y, to.x, to.y);
        image(frame, clip, &mut self.images, dest, &grid, filter, alpha);
    }
}
