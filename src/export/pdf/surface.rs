//! Each call of the surface.

use super::{Clip, Pdf};
use crate::export::dense::{are_many, fills_pixels, inside_pixels, is_long, outline_pixels, pen_reach, strokes_pixels};
use crate::export::pen::is_seen;
use crate::export::thin::{is_unseen, thin_ring};
use crate::export::{trace, vector};
use crate::geom::{Path, Point};
use crate::style::{Color, FillRule};
use crate::surface::{CellGrid, Device, Each, Inside, Line, Markers, Picture, Pieces, Shape, Stream, Stroke, Surface};
use crate::text::{Anchor, Words};

impl Surface for Pdf {
    fn device(&self) -> Device {
        Device { size: self.size, crisp: false }
    }

    fn fill(&mut self, shape: Shape<'_>, color: Color) {
        if color.a == 0 {
            return;
        }
        let around = self.around();
        match shape {
            Shape::Rect(rect) => {
                self.content.fill_color(color);
                self.edges(rect);
                self.content.operator("f");
            }
            Shape::Polygon(points) => {
                let Some(ring) = thin_ring(points) else {
                    let mut path = Path::new();
                    path.polygon(points);
                    return self.pixels(inside_pixels(around, &path, FillRule::NonZero, color));
                };
                self.content.fill_color(color);
                self.painted("f", &mut |pdf| pdf.ring(&ring));
            }
            Shape::Path(path, rule) if is_long(path) => {
                self.pixels(inside_pixels(around, path, rule, color));
            }
            Shape::Path(path, rule) => {
                self.content.fill_color(color);
                let operator = if rule == FillRule::EvenOdd { "f*" } else { "f" };
                self.painted(operator, &mut |pdf| pdf.outline(path));
            }
        }
    }

    fn stroke(&mut self, line: Line<'_>, stroke: &Stroke<'_>) {
        if !is_seen(stroke.color, stroke.width) {
            return;
        }
        match line {
            Line::Track(track) => self.line(&track.runs(), stroke),
            Line::Points(points) => self.points(points, stroke),
            Line::Path(path) if is_long(path) => self.pixels(outline_pixels(self.around(), path, stroke)),
            Line::Path(path) => {
                self.pen(stroke, 0.0);
                self.painted("S", &mut |pdf| trace::path(&mut pdf.content, path));
            }
        }
    }

    fn stream(&mut self, _: &dyn Stream, _: &Stroke<'_>) -> bool {
        false
    }

    fn strokes(&mut self, lines: Pieces<'_>, colors: Each<'_, Color>, widths: Each<'_, f32>, stroke: &Stroke<'_>) {
        let around = self.around();
        if are_many(lines, around) {
            return self.pixels(strokes_pixels(around, lines, colors, widths, stroke));
        }
        for i in 0..lines.len() {
            let (color, width) = (colors.at(i), widths.at(i));
            if is_seen(color, width) && !is_unseen(lines.get(i), around.expanded(pen_reach(width))) {
                self.points(lines.get(i), &Stroke { color, width, ..*stroke });
            }
        }
    }

    fn fills(&mut self, rings: Pieces<'_>, colors: Each<'_, Color>) {
        let around = self.around();
        if are_many(rings, around) {
            return self.pixels(fills_pixels(around, rings, colors));
        }
        for i in 0..rings.len() {
            let (ring, color) = (rings.get(i), colors.at(i));
            if color.a > 0 && !is_unseen(ring, around) {
                self.content.fill_color(color);
                self.painted("f", &mut |pdf| pdf.ring(ring));
            }
        }
    }

    fn markers(&mut self, at: &[(f64, f64)], looks: &Markers<'_>) {
        self.add_markers(at, looks);
    }

    fn image(&mut self, picture: &Picture<'_>) {
        self.add_picture(picture);
    }

    fn cells(&mut self, cells: &CellGrid<'_>) {
        self.add_cells(cells);
    }

    fn mesh(&mut self, points: &[Point], colors: &[Color], triangles: &[[u32; 3]]) {
        self.add_mesh(points, colors, triangles);
    }

    fn words(&mut self, words: &Words<'_>, anchor: Anchor, color: Color) {
        self.add_words(words, anchor, color);
    }

    fn push_clip(&mut self, clip: Inside<'_>) {
        let (around, cuts) = vector::clipped(self.size, self.around(), clip);
        if !cuts {
            return self.clips.push(Clip { around, kept: None });
        }
        let start = self.content.out.len();
        self.content.keep();
        let drawn = self.content.out.len();
        match clip {
            // a viewer might show a line where there is no room: beyond the page there is none to see
            _ if !(around.x0 < around.x1 && around.y0 < around.y1) => self.content.rect(-9.0, -9.0, 1.0, 1.0),
            Inside::Rect(rect) => self.edges(rect),
            Inside::Path(path) => self.outline(path),
        }
        if self.content.out.len() == drawn {
            self.content.rect(-9.0, -9.0, 1.0, 1.0);
        }
        self.content.operator("W n");
        self.clips.push(Clip { around, kept: Some((start, self.content.out.len())) });
    }

    fn pop_clip(&mut self) {
        let Some(Clip { kept: Some((start, inner)), .. }) = self.clips.pop() else { return };
        if self.content.out.len() == inner {
            // nothing was drawn
            self.content.out.truncate(start);
            return self.content.forget();
        }
        self.content.restore();
    }
}
