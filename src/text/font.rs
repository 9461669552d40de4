//! The embedded fonts: which glyph shows a character, how far it moves the pen, and the distances of the design.

use std::sync::OnceLock;

use super::Face;
use super::segment::Segment;
use super::truetype::{Font, subset, web_font};

/// Sizes above this many pixels per em are drawn at this size, so that no text can ask for unlimited memory.
pub(crate) const MAX_PPEM: f32 = 1000.0;

/// A font that is compiled in. CONTRIBUTING says how it is made; its licence stands beside it.
struct Embedded {
    data: &'static [u8],
    font: OnceLock<Font<'static>>,
    ranges: OnceLock<Vec<OnceLock<Range>>>,
    /// The character that each glyph shows.
    shown: OnceLock<Vec<Option<char>>>,
}

/// Lowest and highest point of a glyph, in font units; `None` if it is blank.
type Range = Option<(i16, i16)>;

impl Embedded {
    const fn new(data: &'static [u8]) -> Self {
        Self { data, font: OnceLock::new(), ranges: OnceLock::new(), shown: OnceLock::new() }
    }
}

/// DejaVu Sans 2.35, reduced to Latin, Greek and Cyrillic (whole, with phonetic letters and combining marks), punctuation,
/// arrows, mathematical and geometric signs; without its instructions.
static SANS: Embedded = Embedded::new(super::FONT_DATA);

/// The same slanted, reduced further: what the languages of Europe and Vietnamese are written with, digits, and the
/// commonest signs.
static OBLIQUE: Embedded = Embedded::new(include_bytes!("DejaVuSans-Oblique.ttf"));

/// The same as `OBLIQUE`, with thick strokes.
static BOLD: Embedded = Embedded::new(include_bytes!("DejaVuSans-Bold.ttf"));

/// What DejaVu has for mathematics besides; `make_fonts.py` says which characters stand for what.
static MATH: Embedded = Embedded::new(include_bytes!("DejaVuMath.ttf"));

/// Alphabets, signs and brackets of STIX 1.1, for mathematics.
static FRAME: Embedded = Embedded::new(include_bytes!("FrameMath.ttf"));

fn embedded(face: Face) -> &'static Embedded {
    match face {
        Face::Sans => &SANS,
        Face::Oblique => &OBLIQUE,
        Face::Bold => &BOLD,
        Face::Math => &MATH,
        Face::Frame => &FRAME,
        // those are asked themselves
        #[cfg(feature = "fonts")]
        Face::Own(_) => &SANS,
    }
}

fn font(face: Face) -> &'static Font<'static> {
    let Embedded { data, font, .. } = embedded(face);
    font.get_or_init(|| Font::parse(data).expect("the embedded font is well formed"))
}

/// A size in pixels as the font is used at it: the layout keeps fractions, the glyphs are made for whole pixels per em.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct FontSize {
    pub px: f32,
    pub ppem: u16,
}

impl FontSize {
    /// A pixel for each unit of the font.
    pub(super) const DESIGN: Self = Self { px: EM, ppem: EM as u16 };

    /// `None` if nothing can be drawn at that size: NaN, zero, negative, or under half a pixel.
    pub(super) fn new(px: f32) -> Option<Self> {
        if px.is_nan() || px < 0.5 {
            return None;
        }
        let px = px.min(MAX_PPEM);
        Some(Self { px, ppem: (px + 0.5).floor() as u16 })
    }

    /// Font units to pixels, for distances between lines.
    pub(super) fn scale(self) -> f32 {
        self.px / EM
    }
}

/// The font units of an em, in all faces.
pub(crate) const EM: f32 = 2048.0;

/// Ascent, descent (positive) and line gap of the design, in font units.
pub(super) fn line_metrics(face: Face) -> (f32, f32, f32) {
    let (up, down, gap) = font(face).line();
    (f32::from(up), -f32::from(down), f32::from(gap))
}

/// Whether the embedded fonts show a character in words of that face.
#[cfg(feature = "fonts")]
pub(super) fn has(face: Face, c: char) -> bool {
    c == '\t' || glyph(face, c) != (Face::Sans, 0)
}

/// The glyph of a character, and the face that has it: `face`, or else the fullest; there glyph 0, an empty box, if that
/// has none either.
pub(crate) fn glyph(face: Face, c: char) -> (Face, u16) {
    match font(face).glyph(c) {
        Some(glyph) => (face, glyph),
        None => (Face::Sans, font(Face::Sans).glyph(c).unwrap_or(0)),
    }
}

/// The glyph of a character in one face.
pub(super) fn find(face: Face, c: char) -> Option<u16> {
    font(face).glyph(c)
}

/// How far a glyph moves the pen, in 1/64 px: always whole pixels.
///
/// It is rounded twice, first to 1/64 px, as FreeType does it.
pub(crate) fn advance(face: Face, glyph: u16, ppem: u16) -> i32 {
    let units = i64::from(font(face).advance(glyph));
    let em = i64::from(font(face).units_per_em());
    let fine = (units * i64::from(ppem) * 64 * 2 + em) / (2 * em);
    ((fine + 32) >> 6 << 6) as i32
}

/// How much nearer (negative) or farther the second of two glyphs stands, in 1/64 px, not rounded to whole pixels.
pub(super) fn kerning(face: Face, left: u16, right: u16, size: FontSize) -> i32 {
    let units = font(face).kerning(left, right);
    (f32::from(units) * size.scale() * 64.0).round() as i32
}

/// How far the pen of `mark` stands from that of the letter `base`: to the right and upward, in font units; `None` if the
/// font does not place it.
pub(super) fn mark_on_base(face: Face, base: u16, mark: u16) -> Option<(i32, i32)> {
    font(face).mark_on_base(base, mark)
}

/// The same for a mark on another mark.
pub(super) fn mark_on_mark(face: Face, below: u16, mark: u16) -> Option<(i32, i32)> {
    font(face).mark_on_mark(below, mark)
}

/// Lowest and highest point of a glyph in font units, upward; `None` if it is blank.
pub(super) fn y_range(face: Face, glyph: u16) -> Option<(i16, i16)> {
    // That takes a walk through the outline, and every label of every frame asks: so it is done once.
    let ranges = embedded(face).ranges.get_or_init(|| vec![OnceLock::new(); font(face).glyphs().into()]);
    *ranges.get(usize::from(glyph))?.get_or_init(|| font(face).y_range(glyph))
}

/// Leftmost and rightmost point of a glyph in font units, control points too; `None` if it is blank.
pub(super) fn x_range(face: Face, glyph: u16) -> Option<(f32, f32)> {
    let mut range: Option<(f32, f32)> = None;
    for mut segment in outline(face, glyph) {
        segment.each(&mut |p| {
            let (low, high) = range.unwrap_or((p.x, p.x));
            range = Some((low.min(p.x), high.max(p.x)));
        });
    }
    range
}

/// The outline of a glyph in font units, `y` upward, every contour ending where it began; empty for a blank glyph.
pub(super) fn outline(face: Face, glyph: u16) -> Vec<Segment> {
    font(face).outline(glyph)
}

/// What files carry of a font: some of its glyphs, numbered from 1 on; before them is the empty box.
pub(crate) struct Carried {
    /// A TrueType file.
    pub file: Vec<u8>,
    pub name: &'static str,
    /// Left, bottom, right and top of the box around all glyphs of the font, in font units.
    pub bounds: [i16; 4],
    /// Ascent and descent (negative).
    pub line: (i16, i16),
}

/// What an embedded font is called in files.
fn carried_name(face: Face) -> &'static str {
    match face {
        Face::Sans => "DejaVuSans",
        Face::Oblique => "DejaVuSans-Oblique",
        Face::Bold => "DejaVuSans-Bold",
        Face::Math => "DejaVuMath",
        Face::Frame => "FrameMath",
        // those are no fonts of ours
        #[cfg(feature = "fonts")]
        Face::Own(_) => "",
    }
}

/// What a file carries of an embedded font for these glyphs, in their order.
pub(crate) fn carried(face: Face, glyphs: &[u16]) -> Carried {
    let name = carried_name(face);
    let file = subset(embedded(face).data, glyphs).expect("the embedded font is well formed");
    let (up, down, _) = font(face).line();
    Carried { file, name, bounds: font(face).bounds(), line: (up, down) }
}

/// The character that a glyph shows, the first of several; none for what only other glyphs lead to.
pub(crate) fn character(face: Face, glyph: u16) -> Option<char> {
    let shown = embedded(face).shown.get_or_init(|| {
        let mut shown = vec![None; font(face).glyphs().into()];
        font(face).characters(&mut |c, glyph| _ = shown[usize::from(glyph)].get_or_insert(c));
        shown
    });
    *shown.get(usize::from(glyph))?
}

/// A TrueType file for pages, with these characters, in order. Those that the font does not have are left out.
pub(crate) fn page_font(face: Face, characters: &[char]) -> Vec<u8> {
    let mut letters = Vec::new();
    for c in characters {
        letters.extend(font(face).glyph(*c).map(|glyph| (*c, glyph)));
    }
    let style = match face {
        Face::Oblique => "Oblique",
        Face::Bold => "Bold",
        _ => "Book",
    };
    web_font(embedded(face).data, &letters, ["DejaVu Sans", style]).expect("the embedded font is well formed")
}

#[cfg(test)]
mod tests;
