//! Each call of the surface.

use super::{Clip, DECIMALS, Svg, pen, xml};
use crate::export::dense::{are_many, fills_pixels, inside_pixels, is_long, outline_pixels, pen_reach, strokes_pixels};
use crate::export::pen::is_seen;
use crate::export::svg::path::Data;
use crate::export::thin::{is_unseen, thin_ring};
use crate::export::{trace, vector};
use crate::geom::{Path, Point};
use crate::style::{Color, FillRule};
use crate::surface::{
    CellGrid, Device, Each, Inside, Line, Markers, Picture, Pieces, Shape, Stream, Stroke, Surface, is_far,
};
use crate::text::{Anchor, Words};

impl Surface for Svg {
    fn device(&self) -> Device {
        Device { size: self.size, crisp: false }
    }

    fn fill(&mut self, shape: Shape<'_>, color: Color) {
        if color.a == 0 {
            return;
        }
        let mut looks = String::new();
        xml::paint(&mut looks, "fill", color);
        match shape {
            Shape::Rect(rect) => {
                let mut edges = String::new();
                self.edges(&mut edges, rect);
                self.out.push_str("<rect");
                self.out.push_str(&edges);
                self.out.push_str(&looks);
                self.out.push_str("/>\n");
            }
            Shape::Polygon(points) => {
                let Some(ring) = thin_ring(points) else {
                    let mut path = Path::new();
                    path.polygon(points);
                    return self.pixels(inside_pixels(self.around(), &path, FillRule::NonZero, color));
                };
                let mut data = Data::new(DECIMALS);
                self.ring(&mut data, &ring);
                self.path(&data.out, &looks);
            }
            Shape::Path(path, rule) if is_long(path) => {
                self.pixels(inside_pixels(self.around(), path, rule, color));
            }
            Shape::Path(path, rule) => {
                if rule == FillRule::EvenOdd {
                    xml::word(&mut looks, "fill-rule", "evenodd");
                }
                let data = self.outline(path);
                self.path(&data.out, &looks);
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
                let mut data = Data::new(DECIMALS);
                trace::path(&mut data, path);
                self.path(&data.out, &pen(stroke, true));
            }
        }
    }

    fn stream(&mut self, _: &dyn Stream, _: &Stroke<'_>) -> bool {
        false
    }

    fn strokes(&mut self, lines: Pieces<'_>, colors: Each<'_, Color>, widths: Each<'_, f32>, stroke: &Stroke<'_>) {
        let look = |i: usize| (colors.at(i), widths.at(i));
        let around = self.around();
        if are_many(lines, around) {
            return self.pixels(strokes_pixels(around, lines, colors, widths, stroke));
        }
        self.begin_group(&pen(stroke, false));
        let mut i = 0;
        while i < lines.len() {
            let (color, width) = look(i);
            let from = i;
            while i < lines.len() && look(i) == (color, width) {
                i += 1;
            }
            // NaN is not itself
            i = i.max(from + 1);
            if !is_seen(color, width) {
                continue;
            }
            let mut looks = String::new();
            xml::paint(&mut looks, "stroke", color);
            xml::attribute(&mut looks, "stroke-width", width.into());
            let seen = around.expanded(pen_reach(width));
            self.group(i - from, &looks, &mut |svg, k, looks| {
                let (mut data, points) = (Data::new(DECIMALS), lines.get(from + k));
                if is_unseen(points, seen) {
                    return;
                }
                if is_far(points, svg.reach(width)) {
                    return svg.points(points, &Stroke { color, width, ..*stroke });
                }
                svg.add_runs(&mut data, points);
                svg.path(&data.out, looks);
            });
        }
        self.end_group();
    }

    fn fills(&mut self, rings: Pieces<'_>, colors: Each<'_, Color>) {
        let around = self.around();
        if are_many(rings, around) {
            return self.pixels(fills_pixels(around, rings, colors));
        }
        let mut i = 0;
        while i < rings.len() {
            let (from, color) = (i, colors.at(i));
            while i < rings.len() && colors.at(i) == color {
                i += 1;
            }
            if color.a == 0 {
                continue;
            }
            let mut looks = String::new();
            xml::paint(&mut looks, "fill", color);
            self.group(i - from, &looks, &mut |svg, k, looks| {
                let (mut data, ring) = (Data::new(DECIMALS), rings.get(from + k));
                if !is_unseen(ring, around) {
                    svg.ring(&mut data, ring);
                    svg.path(&data.out, looks);
                }
            });
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
            return self.clips.push(Clip { around, group: None });
        }
        let mut shape = String::from("><");
        match clip {
            Inside::Rect(rect) => {
                shape.push_str("rect");
                self.edges(&mut shape, rect);
            }
            Inside::Path(path) => {
                shape.push_str("path");
                xml::word(&mut shape, "d", &self.outline(path).out);
            }
        }
        shape.push_str("/></clipPath>");
        let id = self.defs.add("clipPath", &shape);
        let start = self.out.len();
        self.out.push_str("<g clip-path=\"url(#");
        id.write(&mut self.out);
        self.out.push_str(")\">\n");
        self.clips.push(Clip { around, group: Some((start, self.out.len())) });
    }

    fn pop_clip(&mut self) {
        let Some(Clip { group: Some((start, inner)), .. }) = self.clips.pop() else { return };
        if self.out.len() == inner {
            // nothing was drawn
            return self.out.truncate(start);
        }
        self.end_group();
    }
}

impl Svg {
    /// So many elements with these attributes: of one, they are its own.
    pub(super) fn group(&mut self, count: usize, attributes: &str, draw: &mut dyn FnMut(&mut Self, usize, &str)) {
        if count == 1 {
            return draw(self, 0, attributes);
        }
        self.begin_group(attributes);
        for i in 0..count {
            draw(self, i, "");
        }
        self.end_group();
    }
}
