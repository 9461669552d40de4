//! The fonts that a file carries: of each, the glyphs that are shown.

use crate::export::number::number;
use crate::export::pdf::content::Content;
use crate::export::pdf::file::{File, Ref, hash};
use crate::export::pdf::text::{hex, name, utf16};
use crate::export::trace;
use crate::geom::{Path, Rect};
use crate::text::{Carried, EM, Face, Placed, Segment, Words, advance, carried, design_outline};

/// So many glyphs have codes of one byte, without 0.
const MOST: usize = 255;

/// A font and its glyphs; each is shown by its number from 1 on.
struct Used {
    face: Face,
    glyphs: Vec<u16>,
    /// What each shows; nothing if that is not known.
    letters: Vec<String>,
    /// Those of a figure's own font; none for an embedded one.
    shapes: Vec<Shape>,
    /// The glyphs in order, and their numbers.
    numbers: Vec<(u16, u16)>,
}

/// A glyph of a figure's own font.
struct Shape {
    outline: Vec<Segment>,
    room: Rect,
    /// How far it moves the pen.
    width: f32,
}

/// All that are used.
#[derive(Default)]
pub(super) struct Fonts {
    used: Vec<Used>,
}

impl Fonts {
    /// The font of a glyph, and its code there.
    pub(super) fn code(&mut self, placed: Placed, words: &Words<'_>) -> (usize, u16) {
        let Placed { face, glyph, .. } = placed;
        let full = |used: &Used| !face.is_embedded() && used.glyphs.len() == MOST;
        let has = |used: &Used| used.face == face && (used.number(glyph).is_ok() || !full(used));
        let index = self.used.iter().position(has).unwrap_or_else(|| {
            self.used.push(Used {
                face,
                glyphs: Vec::new(),
                letters: Vec::new(),
                shapes: Vec::new(),
                numbers: Vec::new(),
            });
            self.used.len() - 1
        });
        let used = &mut self.used[index];
        if glyph == 0 && face.is_embedded() {
            return (index, 0);
        }
        match used.number(glyph) {
            Ok(at) => (index, used.numbers[at].1),
            Err(at) => {
                used.glyphs.push(glyph);
                let shown = words.fonts.character(face, glyph, words.text);
                used.letters.push(letters(shown));
                if !face.is_embedded() {
                    let outline = design_outline(face, glyph, words.fonts);
                    let room = room(&outline);
                    // what was shaped is placed glyph by glyph, whatever its width is
                    let width = shown.and_then(|c| words.fonts.own_advance(face, c)).unwrap_or(room.x1.max(0.0));
                    used.shapes.push(Shape { outline, room, width });
                }
                // no font has more
                let number = used.glyphs.len() as u16;
                used.numbers.insert(at, (glyph, number));
                (index, number)
            }
        }
    }

    /// How far a glyph with a code moves the pen, in 64ths of a font unit at its size.
    pub(super) fn advance(&self, index: usize, code: u16, placed: Placed) -> i32 {
        let Placed { face, glyph, ppem, .. } = placed;
        match self.used[index].shapes.get(usize::from(code).wrapping_sub(1)) {
            Some(shape) => (shape.width * f32::from(ppem) / EM * 64.0) as i32,
            None => advance(face, glyph, ppem),
        }
    }

    /// Whether codes have one byte, in place of two.
    pub(super) fn is_short(&self, index: usize) -> bool {
        !self.used[index].face.is_embedded()
    }

    /// Appends what a glyph of these words shows.
    pub(super) fn text(&mut self, placed: Placed, words: &Words<'_>, out: &mut String) {
        let (index, code) = self.code(placed, words);
        if let Some(letters) = self.used[index].letters.get(usize::from(code).wrapping_sub(1)) {
            out.push_str(letters);
        }
    }

    /// Writes all, and says where.
    pub(super) fn write(&self, file: &mut File) -> Vec<Ref> {
        let mut fonts = Vec::new();
        for used in &self.used {
            fonts.push(if used.face.is_embedded() { used.write(file) } else { used.write_shapes(file) });
        }
        fonts
    }
}

/// A character, letters that were joined one by one.
fn letters(c: Option<char>) -> String {
    match c {
        Some('ﬀ') => "ff".to_string(),
        Some('ﬁ') => "fi".to_string(),
        Some('ﬂ') => "fl".to_string(),
        Some('ﬃ') => "ffi".to_string(),
        Some('ﬄ') => "ffl".to_string(),
        Some(c) => c.to_string(),
        None => String::new(),
    }
}

/// The box of an outline, control points too.
fn room(shape: &[Segment]) -> Rect {
    let mut path = Path::new();
    for segment in shape {
        match *segment {
            Segment::Move(p) => path.move_to(p),
            Segment::Line(p) => path.line_to(p),
            Segment::Quad(control, p) => path.quad_to(control, p),
            Segment::Cubic(a, b, p) => path.cubic_to(a, b, p),
        };
    }
    path.bounds()
}

impl Used {
    /// The number of a glyph, or where it belongs.
    fn number(&self, glyph: u16) -> Result<usize, usize> {
        self.numbers.binary_search_by_key(&glyph, |known| known.0)
    }

    /// A font of any kind: each glyph is drawn by its operators.
    fn write_shapes(&self, file: &mut File) -> Ref {
        // left, bottom, right and top of all
        let mut bounds = [0.0_f32; 4];
        let (mut drawn, mut names, mut widths) = (String::new(), String::new(), String::new());
        for (i, Shape { outline, room, width }) in self.shapes.iter().enumerate() {
            let mut content = Content::new();
            let width = f64::from(*width);
            bounds = [bounds[0].min(room.x0), bounds[1].min(-room.y1), bounds[2].max(room.x1), bounds[3].max(-room.y0)];
            // y is downward in outlines, and upward in fonts
            content.numbers(&[width, 0.0, room.x0.into(), (-room.y1).into(), room.x1.into(), (-room.y0).into()], 2);
            content.operator("d1");
            content.operator("1 0 0 -1 0 0 cm");
            let mut path = Path::new();
            for segment in outline {
                match *segment {
                    Segment::Move(p) => path.close().move_to(p),
                    Segment::Line(p) => path.line_to(p),
                    Segment::Quad(control, p) => path.quad_to(control, p),
                    Segment::Cubic(a, b, p) => path.cubic_to(a, b, p),
                };
            }
            trace::path(&mut content, path.close());
            content.operator("f");
            let glyph = file.stream("", content.out.as_bytes());
            let mut name = String::from("/g");
            number(&mut name, i as f64 + 1.0, 0);
            names.push_str(&name);
            drawn.push_str(&name);
            drawn.push(' ');
            glyph.write(&mut drawn);
            number(&mut widths, width, 2);
            widths.push(' ');
        }
        let mut out = String::from("<</Type/Font/Subtype/Type3/FontBBox[");
        for edge in bounds {
            number(&mut out, edge.into(), 2);
            out.push(' ');
        }
        out.push_str("]/FontMatrix[");
        for value in [1.0 / f64::from(EM), 0.0, 0.0, 1.0 / f64::from(EM), 0.0, 0.0] {
            number(&mut out, value, 9);
            out.push(' ');
        }
        out.push_str("]/Resources<<>>/FirstChar 1/LastChar ");
        number(&mut out, self.shapes.len() as f64, 0);
        for (key, value) in [("/Widths[", widths), ("]/Encoding<</Differences[1", names), ("]>>/CharProcs<<", drawn)] {
            out.push_str(key);
            out.push_str(&value);
        }
        out.push_str(">>/ToUnicode ");
        file.stream("", self.unicode(2).as_bytes()).write(&mut out);
        out.push_str(">>");
        file.add(&out)
    }

    /// An embedded font: TrueType, a glyph's code is its number.
    fn write(&self, file: &mut File) -> Ref {
        let Carried { file: data, name: family, bounds, line } = carried(self.face, &self.glyphs);
        // the letters before the name tell subsets of one font from each other
        let (mut title, mut tag) = (String::new(), hash(&data, 0xcbf2_9ce4_8422_2325));
        for _ in 0..6 {
            title.push(char::from(b'A' + (tag % 26) as u8));
            tag /= 26;
        }
        title.push('+');
        title.push_str(family);
        let thousandths = |units: i16| f64::from(units) * 1000.0 / f64::from(EM);

        let mut entries = String::from("/Length1 ");
        number(&mut entries, data.len() as f64, 0);
        let embedded = file.stream(&entries, &data);

        let mut out = String::from("<</Type/FontDescriptor");
        push_name(&mut out, "/FontName", &title);
        let oblique = self.face == Face::Oblique;
        out.push_str(if oblique { "/Flags 68/ItalicAngle -11" } else { "/Flags 4/ItalicAngle 0" });
        out.push_str(if self.face == Face::Bold { "/StemV 160" } else { "/StemV 80" });
        out.push_str("/CapHeight 729/Ascent ");
        number(&mut out, thousandths(line.0), 0);
        out.push_str("/Descent ");
        number(&mut out, thousandths(line.1), 0);
        out.push_str("/FontBBox[");
        for edge in bounds {
            number(&mut out, thousandths(edge), 0);
            out.push(' ');
        }
        out.push_str("]/FontFile2 ");
        embedded.write(&mut out);
        out.push_str(">>");
        let descriptor = file.add(&out);

        let mut out = String::from("<</Type/Font/Subtype/CIDFontType2/CIDToGIDMap/Identity");
        push_name(&mut out, "/BaseFont", &title);
        out.push_str("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ");
        descriptor.write(&mut out);
        out.push_str("/DW 0/W[0[");
        for glyph in [0].iter().chain(&self.glyphs) {
            let units = f64::from(advance(self.face, *glyph, EM as u16)) / 64.0;
            number(&mut out, units * 1000.0 / f64::from(EM), 2);
            out.push(' ');
        }
        out.push_str("]]>>");
        let descendant = file.add(&out);

        let unicode = file.stream("", self.unicode(4).as_bytes());
        let mut out = String::from("<</Type/Font/Subtype/Type0/Encoding/Identity-H");
        push_name(&mut out, "/BaseFont", &title);
        out.push_str("/DescendantFonts[");
        descendant.write(&mut out);
        out.push_str("]/ToUnicode ");
        unicode.write(&mut out);
        out.push_str(">>");
        file.add(&out)
    }

    /// What each code shows, which has so many digits.
    fn unicode(&self, digits: usize) -> String {
        let mut out = String::from(
            "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n\
             /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n\
             /CMapType 2 def\n1 begincodespacerange\n<",
        );
        out.push_str(&"0000"[..digits]);
        out.push_str("><");
        out.push_str(&"FFFF"[..digits]);
        out.push_str(">\nendcodespacerange\n");
        let mut shown = Vec::new();
        for (i, letters) in self.letters.iter().enumerate() {
            if !letters.is_empty() {
                shown.push((i as u16 + 1, letters));
            }
        }
        // no more at once
        for some in shown.chunks(100) {
            number(&mut out, some.len() as f64, 0);
            out.push_str(" beginbfchar\n");
            for (code, letters) in some {
                let mut all = String::new();
                hex(&mut all, *code);
                out.push('<');
                out.push_str(&all[4 - digits..]);
                out.push_str("><");
                utf16(&mut out, letters);
                out.push_str(">\n");
            }
            out.push_str("endbfchar\n");
        }
        out.push_str("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
        out
    }
}

fn push_name(out: &mut String, key: &str, value: &str) {
    out.push_str(key);
    name(out, value);
}
