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
mod surface;
mod text;
mod words;
mod xml;

use crate::canvas::{dash_pattern, simplify};
use crate::export::dense::{line_pixels, pen_reach};
use crate::export::finer::Pixels;
use crate::export::pen::along;
use crate::export::svg::defs::{Defs, Id};
use crate::export::svg::path::Data;
use crate::export::svg::text::Letters;
use crate::export::thin::{Run, Thin};
use crate::export::{trace, vector};
use crate::figure::Figure;
use crate::geom::{Path, Point, Rect, Size};
use crate::layout::Layout;
use crate::scene;
use crate::style::{Cap, Color, Join};
use crate::surface::{Stroke, is_far, near_line, reach};
use crate::text::Face;

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

#[cfg(test)]
mod tests;
