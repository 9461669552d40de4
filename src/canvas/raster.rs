//! The surface that has pixels: a frame, and the kernels that paint into it.

use crate::canvas::area::Area;
use crate::canvas::fills::fills;
use crate::canvas::frame::Frame;
use crate::canvas::glyph::{GlyphCache, draw_text};
use crate::canvas::image::{Along, Cells, Grid, ImageScratch, image, image_pixels};
use crate::canvas::marker::{MarkerStyle, Stamps, dots, markers, markers_each};
use crate::canvas::mesh::mesh;
use crate::canvas::path::{PathScratch, cover, fill_path, stroke_path};
use crate::canvas::polyline::{polyline, stream, track};
use crate::canvas::rect::fill_rect;
use crate::canvas::stroke::StrokeScratch;
use crate::canvas::strokes::strokes;
use crate::data::Values;
use crate::geom::{Clip, Path, Point, Rect, Size};
use crate::style::{Color, FillRule, Interpolation};
use crate::surface::{CellGrid, Device, Each, Inside, Line, Markers, Picture, Pieces, Shape, Stream, Stroke, Surface};
use crate::text::{Anchor, TextLayout, Words};

/// The memory that kernels use again from frame to frame.
#[derive(Default)]
pub(crate) struct Tools {
    lines: StrokeScratch,
    paths: PathScratch,
    area: Area,
    stamps: Stamps,
    images: ImageScratch,
    glyphs: GlyphCache,
}

/// A frame that is drawn into.
pub(crate) struct Raster<'a> {
    frame: &'a mut Frame,
    tools: &'a mut Tools,
    clip: Clip,
    /// What was outside of it before each clip.
    outer: Vec<Outer>,
}

struct Outer {
    clip: Clip,
    /// A path that cuts off, and what was in its window when it began to.
    cut: Option<(Path, Vec<u8>)>,
}

impl<'a> Raster<'a> {
    pub(crate) fn new(frame: &'a mut Frame, tools: &'a mut Tools) -> Self {
        let clip = Clip::all(frame.size());
        Self { frame, tools, clip, outer: Vec::new() }
    }

    /// The bytes of row `y` of the clip.
    fn row(&mut self, y: i32) -> &mut [u8] {
        let (from, to) = (self.clip.x0 as usize * 3, self.clip.x1 as usize * 3);
        &mut self.frame.row_mut(y as usize)[from..to]
    }
}

impl Surface for Raster<'_> {
    fn device(&self) -> Device {
        Device { size: self.frame.size(), crisp: true }
    }

    fn fill(&mut self, shape: Shape<'_>, color: Color) {
        let mut polygon = Path::new();
        let (path, rule) = match shape {
            Shape::Rect(rect) => return fill_rect(self.frame, self.clip, rect, color),
            Shape::Polygon(points) => (&*polygon.polygon(points), FillRule::NonZero),
            Shape::Path(path, rule) => (path, rule),
        };
        fill_path(self.frame, self.clip, &mut self.tools.paths, path, rule, color);
    }

    fn stroke(&mut self, line: Line<'_>, stroke: &Stroke<'_>) {
        let Self { frame, tools, clip, .. } = self;
        match line {
            Line::Points(points) => polyline(frame, *clip, &mut tools.lines, points, stroke),
            Line::Track(cut) => track(frame, *clip, &mut tools.lines, cut, stroke),
            Line::Path(path) => stroke_path(frame, *clip, &mut tools.paths, path, stroke),
        }
    }

    fn stream(&mut self, points: &dyn Stream, stroke: &Stroke<'_>) -> bool {
        stream(self.frame, self.clip, &mut self.tools.lines, points, stroke)
    }

    fn strokes(&mut self, lines: Pieces<'_>, colors: Each<'_, Color>, widths: Each<'_, f32>, stroke: &Stroke<'_>) {
        strokes(self.frame, self.clip, &mut self.tools.lines, lines, colors, widths, stroke);
    }

    fn fills(&mut self, rings: Pieces<'_>, colors: Each<'_, Color>) {
        fills(self.frame, self.clip, &mut self.tools.area, rings, colors);
    }

    fn markers(&mut self, at: &[(f64, f64)], looks: &Markers<'_>) {
        let style = |i: usize| MarkerStyle {
            marker: looks.marker,
            half: looks.half,
            size: looks.sizes.at(i),
            face: looks.faces.at(i),
            edge: looks.edges.at(i),
            edge_width: looks.edge_widths.at(i),
        };
        let Tools { stamps, .. } = self.tools;
        let alike = matches!((looks.sizes, looks.edge_widths), (Each::One(_), Each::One(_)));
        let one_colour = matches!((looks.faces, looks.edges), (Each::One(_), Each::One(_)));
        let opaque = match (looks.faces, looks.edges) {
            (Each::All(faces), Each::All(edges)) => {
                std::ptr::eq(faces, edges) && faces.iter().all(|face| face.is_some_and(|face| face.a == 255))
            }
            _ => false,
        };
        if alike && dots(self.frame, self.clip, stamps, at, &style, one_colour, opaque) {
            return;
        }
        if alike && one_colour {
            return markers(self.frame, self.clip, stamps, at.iter().copied(), &style(0));
        }
        markers_each(self.frame, self.clip, stamps, at.iter().enumerate().map(|(i, p)| (*p, style(i))));
    }

    fn image(&mut self, picture: &Picture<'_>) {
        let Self { frame, tools, clip, .. } = self;
        coloured(picture, &mut |grid| image(frame, *clip, &mut tools.images, grid, picture.how, picture.alpha));
    }

    fn cells(&mut self, cells: &CellGrid<'_>) {
        let CellGrid { x, y, values, colors, alpha } = *cells;
        let held = Cells::Values { values, table: colors, mix_colors: false };
        let grid = Grid { x: Along::Edges(x), y: Along::Edges(y), cells: held };
        image(self.frame, self.clip, &mut self.tools.images, &grid, Interpolation::Nearest, alpha);
    }

    fn mesh(&mut self, points: &[Point], colors: &[Color], triangles: &[[u32; 3]]) {
        mesh(self.frame, self.clip, points, colors, triangles);
    }

    fn words(&mut self, words: &Words<'_>, anchor: Anchor, color: Color) {
        draw_text(self.frame, self.clip, &mut self.tools.glyphs, &TextLayout::new(words), anchor, color);
    }

    fn push_clip(&mut self, clip: Inside<'_>) {
        let outer = self.clip;
        let cut = match clip {
            Inside::Rect(rect) => {
                self.clip = outer.intersect(Clip::of(rect));
                None
            }
            Inside::Path(path) => {
                let inside = outer.intersect(window(path));
                self.clip = if inside.is_empty() { Clip::default() } else { inside };
                // all is drawn, and what lies outside of the path put back at the end: no kernel need know of paths
                let mut before = Vec::new();
                for y in self.clip.y0..self.clip.y1 {
                    before.extend_from_slice(self.row(y));
                }
                Some((path.clone(), before))
            }
        };
        self.outer.push(Outer { clip: outer, cut });
    }

    fn pop_clip(&mut self) {
        let Some(Outer { clip, cut }) = self.outer.pop() else { return };
        if let Some((path, mut before)) = cut {
            let (all, width) = (self.clip, (self.clip.x1 - self.clip.x0) as usize * 3);
            let frame = &mut *self.frame;
            // what was drawn goes over what was there, as far as the path covers it, and back into the frame
            cover(all, &mut self.tools.paths, &path, |window, y, mask| {
                let row = &frame.row_mut(y as usize)[window.x0 as usize * 3..window.x1 as usize * 3];
                let from = (y - all.y0) as usize * width + (window.x0 - all.x0) as usize * 3;
                for ((old, new), share) in before[from..].chunks_exact_mut(3).zip(row.chunks_exact(3)).zip(mask) {
                    for (old, new) in old.iter_mut().zip(new) {
                        let (a, b, share) = (u32::from(*old), u32::from(*new), u32::from(*share));
                        *old = ((a * (255 - share) + b * share + 127) / 255) as u8;
                    }
                }
            });
            for y in all.y0..all.y1 {
                let from = (y - all.y0) as usize * width;
                self.row(y).copy_from_slice(&before[from..from + width]);
            }
        }
        self.clip = clip;
    }
}

/// Hands over the cells of a picture, with their colours.
fn coloured(picture: &Picture<'_>, draw: &mut dyn FnMut(&Grid<'_>)) {
    let Picture { data, colors, x, y, .. } = *picture;
    let table = colors.table();
    let cells = match &data.values {
        Values::Scalar(values) => Cells::Values { values, table: &table, mix_colors: colors.cmap.is_listed() },
        Values::Rgba(bytes) => Cells::Rgba(bytes),
    };
    draw(&Grid { x: Along::Span(x), y: Along::Span(y), cells });
}

/// A picture in so many pixels, red, green, blue and opacity by turns, without its own opacity; what it does not cover is
/// transparent.
pub(crate) fn picture_pixels(picture: &Picture<'_>, size: Size) -> Vec<u8> {
    let mut pixels = Vec::new();
    let mut scratch = ImageScratch::default();
    coloured(picture, &mut |grid| pixels = image_pixels(size, &mut scratch, grid, picture.how));
    pixels
}

/// The pixels that a path touches.
fn window(path: &Path) -> Clip {
    let Rect { x0, y0, x1, y1 } = path.bounds();
    Clip::of(Rect::new(x0.floor(), y0.floor(), x1.ceil(), y1.ceil()))
}
