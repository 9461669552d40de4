//! PDF: a surface that writes operators.
//!
//! Sizes are the picture's at the figure's resolution; a unit of what is drawn is a pixel of it, and the page is as large as the
//! figure in inches. What is used many times (letters, markers, opacities) is defined once. What has no shape (the colours between
//! the corners of a triangle, cells that are averaged) becomes an image of twice the resolution.

mod content;
mod file;
mod font;
mod marker;
mod picture;
mod surface;
mod text;
mod words;

use std::collections::HashMap;

use crate::canvas::dash_pattern;
use crate::export::dense::{line_pixels, pen_reach};
use crate::export::finer::Pixels;
use crate::export::number::number;
use crate::export::pdf::content::Content;
use crate::export::pdf::file::{File, Ref};
use crate::export::pdf::font::Fonts;
use crate::export::pen::along;
use crate::export::thin::{Run, Thin};
use crate::export::{trace, vector};
use crate::figure::Figure;
use crate::geom::{Path, Point, Rect, Size};
use crate::layout::Layout;
use crate::scene;
use crate::style::Color;
use crate::surface::{Stroke, is_far, near_line, reach};

impl Figure {
    /// The figure as it stands, as the bytes of a PDF file with one page: for papers.
    ///
    /// It is drawn as [`render`](Figure::render) does it, but nothing is moved onto whole pixels, and letters have the shape and the
    /// width of the font's design. The page is as large as the figure in inches. Words are text, which can be found and copied; the
    /// file carries the letters of the font that it shows. The same figure gives the same bytes on every machine.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// fig[ax].plot([0.0, 1.0], [1.0, 0.0]);
    /// let pdf = fig.to_pdf();
    /// assert!(pdf.starts_with(b"%PDF-1.4") && pdf.len() < 20_000);
    /// ```
    #[must_use]
    pub fn to_pdf(&self) -> Vec<u8> {
        to_pdf(self, self.get_dpi(), &[])
    }
}

/// A figure as a PDF at a resolution, with what is to be said of it: keys and values.
#[track_caller]
pub(super) fn to_pdf(fig: &Figure, dpi: f64, info: &[(String, String)]) -> Vec<u8> {
    let layout = Layout::at(fig, dpi);
    let mut pdf = Pdf::new(layout.size);
    scene::draw(fig, &layout, &mut pdf);
    pdf.finish(dpi, info)
}

/// A file in the making.
struct Pdf {
    size: Size,
    file: File,
    /// What all pages and forms find their resources in.
    resources: Ref,
    content: Content,
    /// Forms and images, by their number.
    objects: Vec<Ref>,
    /// The markers that were seen: what they consist of, and their forms. Where each is, by its hash.
    markers: Vec<(String, Option<usize>)>,
    known: HashMap<u64, (usize, usize)>,
    fonts: Fonts,
    clips: Vec<Clip>,
}

/// A clip that is in force.
struct Clip {
    /// Nothing outside of it is seen.
    around: Rect,
    /// Where its operators begin, and where those of what it holds do. None if it cuts nothing off.
    kept: Option<(usize, usize)>,
}

impl Pdf {
    fn new(size: Size) -> Self {
        let mut file = File::new();
        let resources = file.reserve();
        Self {
            size,
            file,
            resources,
            content: Content::new(),
            objects: Vec::new(),
            markers: Vec::new(),
            known: HashMap::new(),
            fonts: Fonts::default(),
            clips: Vec::new(),
        }
    }

    /// The whole file, so many pixels an inch.
    fn finish(mut self, dpi: f64, info: &[(String, String)]) -> Vec<u8> {
        let scale = 72.0 / dpi;
        let (width, height) = (f64::from(self.size.width) * scale, f64::from(self.size.height) * scale);
        // from pixels, downward, to points, upward; and corners as long as our own
        let mut begin = String::new();
        for value in [scale, 0.0, 0.0, -scale, 0.0, height] {
            number(&mut begin, value, 6);
            begin.push(' ');
        }
        begin.push_str("cm\n4 M\n");
        begin.push_str(&self.content.out);
        let contents = self.file.stream("", begin.as_bytes());
        self.write_resources();
        let pages = self.file.reserve();
        let mut page = String::from("<</Type/Page/Parent ");
        pages.write(&mut page);
        page.push_str("/MediaBox[0 0 ");
        number(&mut page, width, 4);
        page.push(' ');
        number(&mut page, height, 4);
        page.push_str("]/Contents ");
        contents.write(&mut page);
        page.push_str("/Resources ");
        self.resources.write(&mut page);
        // colours are blended as they are
        page.push_str("/Group<</S/Transparency/CS/DeviceRGB>>>>");
        let page = self.file.add(&page);
        let mut kids = String::from("<</Type/Pages/Count 1/Kids[");
        page.write(&mut kids);
        kids.push_str("]>>");
        self.file.write(pages, &kids);
        let mut catalog = String::from("<</Type/Catalog/Pages ");
        pages.write(&mut catalog);
        catalog.push_str(">>");
        let catalog = self.file.add(&catalog);
        let info = self.file.add(&told(info));
        self.file.finish(catalog, info)
    }

    /// Fonts, opacities, forms and images.
    fn write_resources(&mut self) {
        let mut out = String::from("<<");
        let mut listed = |name: &str, kind: char, objects: &[Ref]| {
            if objects.is_empty() {
                return;
            }
            out.push_str(name);
            out.push_str("<<");
            for (i, object) in objects.iter().enumerate() {
                out.push('/');
                out.push(kind);
                number(&mut out, i as f64, 0);
                out.push(' ');
                object.write(&mut out);
            }
            out.push_str(">>");
        };
        listed("/Font", 'F', &self.fonts.write(&mut self.file));
        listed("/XObject", 'X', &self.objects);
        out.push_str("/ExtGState<<");
        let alphas = &self.content.alphas;
        for &(kind, name, used) in &[('f', "<</ca ", &alphas.fill), ('s', "<</CA ", &alphas.stroke)] {
            for (alpha, _) in used.iter().enumerate().filter(|(_, used)| **used) {
                out.push('/');
                out.push(kind);
                number(&mut out, alpha as f64, 0);
                out.push_str(name);
                number(&mut out, alpha as f64 / 255.0, 3);
                out.push_str(">>");
            }
        }
        out.push_str(">>>>");
        self.file.write(self.resources, &out);
    }

    /// Adds a form of these operators within a box: left, upper, right and lower edge. What a group consists of is blended
    /// by itself first.
    fn form(&mut self, operators: &str, around: [f64; 4], group: bool) -> usize {
        let mut entries = String::from("/Type/XObject/Subtype/Form/Resources ");
        self.resources.write(&mut entries);
        entries.push_str("/BBox[");
        for edge in around {
            number(&mut entries, edge, 2);
            entries.push(' ');
        }
        entries.push(']');
        if group {
            entries.push_str("/Group<</S/Transparency/CS/DeviceRGB>>");
        }
        let form = self.file.stream(&entries, operators.as_bytes());
        self.objects.push(form);
        self.objects.len() - 1
    }

    /// What is drawn, blended at once.
    fn group(&mut self, alpha: u8, draw: &mut dyn FnMut(&mut Self)) {
        let waiting = self.content.begin_form();
        draw(self);
        let operators = self.content.end_form(waiting);
        let (width, height) = (self.size.width.into(), self.size.height.into());
        let form = self.form(&operators, [0.0, 0.0, width, height], true);
        self.content.fill_alpha(alpha);
        self.content.show('X', form);
    }

    /// Nothing outside of it is seen.
    fn around(&self) -> Rect {
        match self.clips.last() {
            Some(clip) => clip.around,
            None => vector::whole(self.size),
        }
    }

    /// The outline of a rectangle.
    fn edges(&mut self, rect: Rect) {
        let [x, y, width, height] = vector::edges(self.size, rect);
        self.content.rect(x, y, width, height);
    }

    /// A path that may reach far out.
    fn outline(&mut self, path: &Path) {
        vector::outline(self.size, path, &mut self.content);
    }

    /// A polygon that may reach far out.
    fn ring(&mut self, points: &[Point]) {
        vector::ring(self.size, points, &mut self.content);
    }

    /// An image, if there is anything to see.
    fn pixels(&mut self, pixels: Option<Pixels>) {
        if let Some(pixels) = pixels {
            self.add_pixels(&pixels);
        }
    }

    /// Paints the path that is drawn; without one, nothing is written.
    fn painted(&mut self, operator: &str, draw: &mut dyn FnMut(&mut Self)) {
        let before = self.content.out.len();
        draw(self);
        if self.content.out.len() > before {
            self.content.operator(operator);
        }
    }

    /// The pen of a line that was so long before.
    fn pen(&mut self, stroke: &Stroke<'_>, walked: f64) {
        let mut dashes = Vec::new();
        let mut offset = 0.0;
        if dash_pattern(stroke.dashes, &mut dashes).is_some() {
            offset = along(stroke, walked, &dashes);
        } else {
            dashes.clear();
        }
        self.content.stroke_color(stroke.color);
        self.content.pen(stroke.width, stroke.cap, stroke.join, &dashes, offset);
    }

    /// A line through points in pixels, which may be far.
    fn points(&mut self, points: &[Point], stroke: &Stroke<'_>) {
        let reach = reach(self.size, stroke.width);
        if is_far(points, reach) {
            return self.line(&near_line(points, reach).runs(), stroke);
        }
        self.line(&vector::runs(points), stroke);
    }

    /// A line of several runs.
    fn line(&mut self, runs: &[Run<'_>], stroke: &Stroke<'_>) {
        let dashed = dash_pattern(stroke.dashes, &mut Vec::new()).is_some();
        let around = self.around();
        let Some(thin) = Thin::of(runs, around.expanded(pen_reach(stroke.width)), dashed) else {
            return self.pixels(line_pixels(around, runs, stroke));
        };
        // what is a line, and how long it was before
        let mut lines = Vec::new();
        for (i, run) in thin.runs().into_iter().enumerate() {
            if run.len() > 1 {
                lines.push((run, runs[i].1));
            }
        }
        if lines.is_empty() {
            return;
        }
        let before = if dashed { vector::walked(runs) } else { Some(0.0) };
        if let Some(before) = before {
            self.pen(stroke, before);
            for (run, _) in lines {
                trace::line(&mut self.content, run);
            }
            return self.content.operator("S");
        }
        // each run goes on in the pattern where the line came to it; what crosses is still blended once
        let mut all = |pdf: &mut Self| {
            for (run, walked) in &lines {
                pdf.pen(&Stroke { color: Color { a: 255, ..stroke.color }, ..*stroke }, *walked);
                trace::line(&mut pdf.content, run);
                pdf.content.operator("S");
            }
        };
        match stroke.color.a {
            255 => all(self),
            alpha => self.group(alpha, &mut all),
        }
    }
}

/// What is said of a file.
fn told(info: &[(String, String)]) -> String {
    let mut out = String::from("<<");
    let ours = [("Creator", "grabframe"), ("Producer", concat!("grabframe ", env!("CARGO_PKG_VERSION")))];
    for (key, value) in ours {
        if !info.iter().any(|(known, _)| known == key) {
            text::name(&mut out, key);
            text::string(&mut out, value);
        }
    }
    for (key, value) in info {
        text::name(&mut out, key);
        text::string(&mut out, value);
    }
    out.push_str(">>");
    out
}

#[cfg(test)]
mod tests;
