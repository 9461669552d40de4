//! SVG: a surface that writes elements.
//!
//! Sizes are the picture's at the figure's resolution; a unit of the file is a pixel of it, and the file says how many inches
//! they make. What is used many times (letters, markers, clips) is defined once. What has no shape in SVG (the colours between
//! the corners of a triangle, cells that are averaged) becomes an image of twice the resolution, see `picture`.

mod defs;
mod marker;
mod metadata;
mod path;
mod picture;
mod text;
mod words;
mod xml;

use crate::canvas::{dash_pattern, simplify};
use crate::export::dense::{
    are_many, fills_pixels, inside_pixels, is_long, line_pixels, outline_pixels, pen_reach, strokes_pixels,
};
use crate::export::finer::Pixels;
use crate::export::pen::{along, is_seen};
use crate::export::svg::defs::{Defs, Id};
use crate::export::svg::path::Data;
use crate::export::svg::text::Letters;
use crate::export::thin::{Run, Thin, is_unseen, thin_ring};
use crate::export::{trace, vector};
use crate::figure::Figure;
use crate::geom::{Path, Point, Rect, Size};
use crate::layout::Layout;
use crate::scene;
use crate::style::{Cap, Color, FillRule, Join};
use crate::surface::{
    CellGrid, Device, Each, Inside, Line, Markers, Picture, Pieces, Shape, Stream, Stroke, Surface, is_far, near_line,
    reach,
};
use crate::text::{Anchor, Face, Words};

/// Decimals of the places on lines and borders: a hundredth of a pixel. They are as exact as what raster pictures show of them.
const DECIMALS: u32 = 2;

impl Figure {
    /// The figure as it stands, as an SVG file: for papers and pages, where it is sharp at any size.
    ///
    /// It is drawn as [`render`](Figure::render) does it, but nothing is moved onto whole pixels, and letters have the shape and the
    /// width of the font's design. Words are text, which can be found and edited, in a font that the file carries; what text
    /// cannot say (marks that the font places, fonts of the figure's own, boxes for letters that all lack) are outlines, as all words
    /// are by choice ([`StillWriter::outlines`](crate::StillWriter::outlines)). What a viewer shows is as large as the figure in
    /// inches. The same figure gives the same text on every machine.
    ///
    /// What nobody can tell apart is written with fewer points, so that a noise of a million is a few hundred kB. A line that needs
    /// more than 50,000 all the same (a walk or a scribble), and a batch of more markers than that which are seen, or of pieces with
    /// more points, becomes an image within the file, four times as fine as the figure (up to 2,400 pixels along a side).
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// fig[ax].plot([0.0, 1.0], [1.0, 0.0]);
    /// fig[ax].set_title("down & out");
    /// let svg = fig.to_svg();
    /// assert!(svg.contains("width=\"6.4in\"") && svg.contains(">down &amp; out<"));
    /// ```
    #[must_use]
    pub fn to_svg(&self) -> String {
        to_svg(self, self.get_dpi(), false, &[])
    }
}

/// A figure as an SVG file at a resolution, its words as outlines or text, with what is to be said of it: keys and values.
#[track_caller]
pub(super) fn to_svg(fig: &Figure, dpi: f64, outlines: bool, metadata: &[(String, String)]) -> String {
    let layout = Layout::at(fig, dpi);
    let mut svg = Svg { outlines, ..Svg::new(layout.size) };
    scene::draw(fig, &layout, &mut svg);
    svg.finish(dpi, metadata)
}

/// A file in the making.
struct Svg {
    size: Size,
    defs: Defs,
    out: String,
    clips: Vec<Clip>,
    /// Whether all words are outlines.
    outlines: bool,
    /// The letters of words that are text.
    letters: Letters,
    /// The letters that are defined; none for blank ones.
    glyphs: Vec<((Face, u16), Option<Id>)>,
    /// Points of the run at hand.
    run: Vec<(f64, f64)>,
}

/// A clip that is in force.
struct Clip {
    /// Nothing outside of it is seen.
    around: Rect,
    /// Where its element begins, and where what it holds does. None if it cuts nothing off.
    group: Option<(usize, usize)>,
}

impl Svg {
    fn new(size: Size) -> Self {
        Self {
            size,
            defs: Defs::default(),
            out: String::new(),
            clips: Vec::new(),
            outlines: false,
            letters: Letters::default(),
            glyphs: Vec::new(),
            run: Vec::new(),
        }
    }

    /// The whole file, so many pixels an inch.
    fn finish(self, dpi: f64, metadata: &[(String, String)]) -> String {
        let mut out = String::with_capacity(self.defs.out.len() + self.out.len() + 512);
        let (width, height) = (f64::from(self.size.width), f64::from(self.size.height));
        out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"");
        // without `preserve`, librsvg and Inkscape leave out the space before words that have a place of their own
        out.push_str(" xmlns:xlink=\"http://www.w3.org/1999/xlink\" xml:space=\"preserve\"");
        for &(name, pixels) in &[("width", width), ("height", height)] {
            xml::precise(&mut out, name, pixels / dpi, 4);
            out.pop();
            out.push_str("in\"");
        }
        out.push_str(" viewBox=\"0 0 ");
        xml::number(&mut out, width, 0);
        out.push(' ');
        xml::number(&mut out, height, 0);
        out.push('"');
        if !self.letters.is_empty() {
            out.push_str(text::ROOT);
        }
        out.push_str(">\n");
        metadata::write(&mut out, metadata);
        if !self.letters.is_empty() {
            self.letters.write(&mut out);
        }
        if !self.defs.out.is_empty() {
            out.push_str("<defs>\n");
            out.push_str(&self.defs.out);
            out.push_str("</defs>\n");
        }
        out.push_str(&self.out);
        out.push_str("</svg>\n");
        out
    }

    /// Nothing outside of it is seen.
    fn around(&self) -> Rect {
        match self.clips.last() {
            Some(clip) => clip.around,
            None => vector::whole(self.size),
        }
    }

    fn reach(&self, width: f32) -> f64 {
        reach(self.size, width)
    }

    /// The attributes `x`, `y`, `width` and `height`.
    fn edges(&self, out: &mut String, rect: Rect) {
        let edges = vector::edges(self.size, rect);
        for (i, name) in ["x", "y", "width", "height"].iter().enumerate() {
            xml::attribute(out, name, edges[i]);
        }
    }

    /// A path that may reach far out.
    fn outline(&self, path: &Path) -> Data {
        let mut data = Data::new(DECIMALS);
        vector::outline(self.size, path, &mut data);
        data
    }

    /// A polygon that may reach far out.
    fn ring(&self, data: &mut Data, points: &[Point]) {
        vector::ring(self.size, points, data);
    }

    /// Adds the runs between points that are not finite.
    fn add_runs(&mut self, data: &mut Data, points: &[Point]) {
        for (run, _) in vector::runs(points) {
            simplify(run, &mut self.run);
            if self.run.len() > 1 {
                trace::line(data, &self.run);
            }
        }
    }

    /// An image, if there is anything to see.
    fn pixels(&mut self, pixels: Option<Pixels>) {
        if let Some(pixels) = pixels {
            self.add_pixels(&pixels);
        }
    }

    /// An element with this data, and its attributes.
    fn path(&mut self, data: &str, attributes: &str) {
        if !data.is_empty() {
            self.out.push_str("<path");
            self.out.push_str(attributes);
            xml::word(&mut self.out, "d", data);
            self.out.push_str("/>\n");
        }
    }

    /// Several elements of one look, blended by themselves.
    fn begin_group(&mut self, attributes: &str) {
        self.out.push_str("<g");
        self.out.push_str(attributes);
        self.out.push_str(">\n");
    }

    fn end_group(&mut self) {
        self.out.push_str("</g>\n");
    }

    /// A line through points in pixels, which may be far.
    fn points(&mut self, points: &[Point], stroke: &Stroke<'_>) {
        if is_far(points, self.reach(stroke.width)) {
            let near = near_line(points, self.reach(stroke.width));
            return self.line(&near.runs(), stroke);
        }
        self.line(&vector::runs(points), stroke);
    }

    /// A line of several runs.
    fn line(&mut self, runs: &[Run<'_>], stroke: &Stroke<'_>) {
        let mut dashes = Vec::new();
        let dashed = dash_pattern(stroke.dashes, &mut dashes).is_some();
        let around = self.around();
        let Some(thin) = Thin::of(runs, around.expanded(pen_reach(stroke.width)), dashed) else {
            return self.pixels(line_pixels(around, runs, stroke));
        };
        let before = if dashed { vector::walked(runs) } else { Some(0.0) };
        if let Some(before) = before {
            let mut data = Data::new(DECIMALS);
            for run in thin.runs() {
                if run.len() > 1 {
                    trace::line(&mut data, run);
                }
            }
            let looks = pen(&Stroke { dash_offset: along(stroke, before, &dashes), ..*stroke }, true);
            return self.path(&data.out, &looks);
        }
        // each run goes on in the pattern where the line came to it; what crosses is still blended once
        let mut looks = pen(&Stroke { color: Color { a: 255, ..stroke.color }, dash_offset: 0.0, ..*stroke }, true);
        xml::opacity(&mut looks, stroke.color);
        self.begin_group(&looks);
        for (i, run) in thin.runs().into_iter().enumerate() {
            if run.len() > 1 {
                let (mut data, mut offset) = (Data::new(DECIMALS), String::new());
                trace::line(&mut data, run);
                xml::attribute(&mut offset, "stroke-dashoffset", along(stroke, runs[i].1, &dashes).into());
                self.path(&data.out, &offset);
            }
        }
        self.end_group();
    }
}

/// The attributes of a line, with its colour and width or without.
fn pen(stroke: &Stroke<'_>, whole: bool) -> String {
    let mut out = String::from(" fill=\"none\"");
    if whole {
        xml::paint(&mut out, "stroke", stroke.color);
        xml::attribute(&mut out, "stroke-width", stroke.width.into());
    }
    match stroke.cap {
        Cap::Butt => {}
        Cap::Round => xml::word(&mut out, "stroke-linecap", "round"),
        Cap::Projecting => xml::word(&mut out, "stroke-linecap", "square"),
    }
    match stroke.join {
        Join::Round => xml::word(&mut out, "stroke-linejoin", "round"),
        Join::Bevel => xml::word(&mut out, "stroke-linejoin", "bevel"),
        // SVG's own limit, four times the width from the inner corner to the outer, is ours: four half widths from the point
        Join::Miter => {}
    }
    let mut dashes = Vec::new();
    if dash_pattern(stroke.dashes, &mut dashes).is_some() {
        out.push_str(" stroke-dasharray=\"");
        for (i, dash) in dashes.iter().enumerate() {
            if i > 0 {
                out.push(' ');
            }
            xml::number(&mut out, *dash, 3);
        }
        out.push('"');
        let offset = along(stroke, 0.0, &dashes);
        if offset != 0.0 {
            xml::attribute(&mut out, "stroke-dashoffset", offset.into());
        }
    }
    out
}

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
    fn group(&mut self, count: usize, attributes: &str, draw: &mut dyn FnMut(&mut Self, usize, &str)) {
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

#[cfg(test)]
mod tests;
