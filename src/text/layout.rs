//! Which glyph goes where in a text, before it is aligned and turned.

use super::font::{self, EM, FontSize};
use super::{Face, Fonts, Setting, Words, math};
use crate::style::Color;

/// A glyph and where its pen stands on the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Placed {
    pub face: Face,
    /// The glyph's number in the font.
    pub glyph: u16,
    /// Its size: whole pixels per em.
    pub ppem: u16,
    /// The pen, in 1/64 px from the start of the line.
    pub x: i32,
    /// How much higher than the line the glyph stands, in whole rows: 0 but for marks on letters, and what is raised.
    pub raised: i32,
    /// And so many quarters of a row: 0 but for marks of a figure's own fonts, which are not fitted to rows either.
    pub quarters: u8,
    /// Its colour: 0 is that of the words, n the nth of the [`TextLayout`]'s own.
    pub tint: u8,
}

/// A line that lies in mathematics: of a fraction, a root.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rule {
    /// Where it begins, in 1/64 px from the start of the line, and how long it is.
    pub x: i32,
    pub width: i32,
    /// How many rows its lower edge is higher than the line, and how thick it is.
    pub raised: i32,
    pub height: i32,
    /// As [`Placed::tint`].
    pub tint: u8,
}

/// What a line of text is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Pieces {
    pub glyphs: Vec<Placed>,
    pub rules: Vec<Rule>,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub pieces: Pieces,
    /// Pixels.
    pub width: f32,
    /// The baseline, in pixels below the top of the whole text.
    pub baseline: f32,
}

/// A text with every glyph placed: pixels, not turned, not aligned.
///
/// Lines are separated by `'\n'`. Their heights are matplotlib's: at least ascent and descent of the font, 1.2 times the
/// size from baseline to baseline.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TextLayout<'a> {
    /// The widest line.
    pub width: f32,
    /// From the top of the first line to the bottom of the last.
    pub height: f32,
    /// From the last baseline to the bottom.
    pub descent: f32,
    pub(super) lines: Vec<Line>,
    ppem: u16,
    fonts: &'a Fonts,
    pub(super) setting: Setting,
    /// Colours that are not that of the words.
    tints: Vec<Color>,
}

impl<'a> TextLayout<'a> {
    /// Lays out words at their size in pixels (points x dpi / 72).
    ///
    /// An empty text, and any text at a size that is not a positive number, takes no room; sizes over 1000 px count as 1000.
    pub(crate) fn new(words: &Words<'a>) -> Self {
        Self::at(words, FontSize::new(words.size))
    }

    /// Lays out words as they were drawn by the designer, in font units, of which an em has [`EM`](super::EM): nothing is rounded to
    /// pixels of any size.
    pub(crate) fn design(words: &Words<'a>) -> Self {
        Self::at(words, Some(FontSize::DESIGN))
    }

    fn at(words: &Words<'a>, size: Option<FontSize>) -> Self {
        let Words { text, face, fonts, setting, .. } = *words;
        let mut layout = Self {
            width: 0.0,
            height: 0.0,
            descent: 0.0,
            lines: Vec::new(),
            ppem: 0,
            fonts,
            setting,
            tints: Vec::new(),
        };
        let Some(size) = size.filter(|_| !text.is_empty()) else { return layout };
        layout.ppem = size.ppem;
        let (ascent, descent, gap) = font::line_metrics(face);
        let several = text.contains('\n');
        let mut half_gap = if several { gap * size.scale() / 2.0 } else { 0.0 };
        let mathematics = if text.contains('$') { math::read(text).ok() } else { None };
        for (at, line) in text.split('\n').enumerate() {
            let (mut up, mut down) = (ascent * size.scale(), descent * size.scale());
            let (pieces, width) = match mathematics.as_ref().and_then(|lines| lines.get(at)) {
                Some(math::Line::Mixed(runs)) => place_mixed(runs, face, size, fonts, &mut layout.tints),
                other => {
                    let line = if let Some(math::Line::Plain(line)) = other { line } else { line };
                    let (glyphs, width) = fonts.place(line, face, size);
                    (Pieces { glyphs, rules: Vec::new() }, width)
                }
            };
            for rule in &pieces.rules {
                up = up.max((rule.raised + rule.height) as f32);
                down = down.max(-rule.raised as f32);
            }
            for placed in &pieces.glyphs {
                if let Some((low, high)) = fonts.rows(placed) {
                    up = up.max(high);
                    down = down.max(-low);
                }
            }
            if let Some(spacing) = setting.linespacing.filter(|_| several) {
                // the same for all lines, whatever their letters are
                let leading = (spacing - 1.0) * (ascent + descent) * size.scale();
                (up, down) = (ascent * size.scale() + leading / 2.0, descent * size.scale() + leading / 2.0);
                half_gap = 0.0;
            }
            let baseline = layout.height + up + half_gap;
            layout.descent = down + half_gap;
            layout.height = baseline + layout.descent;
            layout.width = layout.width.max(width);
            layout.lines.push(Line { pieces, width, baseline });
        }
        layout
    }

    /// Whole pixels per em: the size of the words, and of the largest glyphs.
    pub(crate) fn ppem(&self) -> u16 {
        self.ppem
    }

    /// Whether it stands exactly where it is said to.
    pub(crate) fn is_free(&self) -> bool {
        self.setting.free
    }

    /// The fonts that its glyphs are in.
    pub(crate) fn fonts(&self) -> &'a Fonts {
        self.fonts
    }

    /// The glyphs of each line.
    pub(crate) fn lines(&self) -> impl Iterator<Item = &[Placed]> {
        self.lines.iter().map(|line| &line.pieces.glyphs[..])
    }

    /// The rules of each line.
    pub(crate) fn rules(&self) -> impl Iterator<Item = &[Rule]> {
        self.lines.iter().map(|line| &line.pieces.rules[..])
    }

    /// The colours that parts of the words have for themselves, in order; that of the words is before them.
    pub(crate) fn tints(&self) -> &[Color] {
        &self.tints
    }
}

/// What a line with mathematics is made of, and its width in pixels. Widths are not whole pixels there; heights are.
fn place_mixed(
    runs: &[math::Run<'_>],
    face: Face,
    size: FontSize,
    fonts: &Fonts,
    tints: &mut Vec<Color>,
) -> (Pieces, f32) {
    let (pieces, width) = math::place(runs, face, size, fonts);
    let mut placed = Pieces { glyphs: Vec::with_capacity(pieces.len()), rules: Vec::new() };
    let scale = size.scale();
    let fine = |units: f32| (units * scale * 64.0).round() as i32;
    for math::Piece { ink, x, y, color } in pieces {
        let tint = color.map_or(0, |color| tint(color, tints));
        match ink {
            math::Ink::Glyph { face, glyph, scale: larger } => {
                // primes and brackets are larger than the text
                let ppem = (size.px * larger + 0.5).floor().clamp(1.0, 4.0 * EM) as u16;
                let raised = (y * scale).round() as i32;
                placed.glyphs.push(Placed { face, glyph, ppem, x: fine(x), raised, quarters: 0, tint });
            }
            math::Ink::Rule { width, height } => {
                // whole rows, and one at least, around its middle
                let rows = (height * scale).round().max(1.0);
                let raised = ((y + height / 2.0) * scale - rows / 2.0).round() as i32;
                placed.rules.push(Rule { x: fine(x), width: fine(width), raised, height: rows as i32, tint });
            }
        }
    }
    (placed, width * scale)
}

/// The number of a colour among those that are there, which it joins; more than there are numbers for are the words' own.
fn tint(color: Color, tints: &mut Vec<Color>) -> u8 {
    let at = tints.iter().position(|known| *known == color).unwrap_or_else(|| {
        tints.push(color);
        tints.len() - 1
    });
    u8::try_from(at + 1).unwrap_or(0)
}

/// The glyphs of one line in the embedded fonts, and its width in pixels.
pub(super) fn place(line: &str, face: Face, size: FontSize) -> (Vec<Placed>, f32) {
    let mut glyphs: Vec<Placed> = Vec::with_capacity(line.len());
    let mut pen = 0_i32;
    let mut rest = line;
    // the last letter, and the last mark on it
    let (mut base, mut below): (Option<Placed>, Option<Placed>) = (None, None);
    while let Some((c, after)) = next_shape(rest) {
        rest = after;
        if is_invisible(c) {
            continue;
        }
        let (face, glyph) = font::glyph(face, if c == '\t' { ' ' } else { c });
        if is_mark(c)
            && let Some(base) = base
        {
            // no font places marks on another's letters
            let stacked = below.filter(|below| below.face == face);
            let stacked = stacked.and_then(|below| Some((below, font::mark_on_mark(face, below.glyph, glyph)?)));
            let on_base = || font::mark_on_base(face, base.glyph, glyph).filter(|_| base.face == face);
            let attached = stacked.or_else(|| Some((base, on_base()?)));
            // a mark that the font does not place is drawn over the end of the letter
            let (x, raised) = attached.map_or((pen, 0), |(to, (x, y))| {
                let pixels = |units: i32| units as f32 * size.scale();
                (to.x.saturating_add((pixels(x) * 64.0).round() as i32), to.raised + pixels(y).round() as i32)
            });
            let mark = Placed { face, glyph, ppem: size.ppem, x, raised, quarters: 0, tint: 0 };
            glyphs.push(mark);
            below = Some(mark);
            pen = pen.saturating_add(font::advance(face, glyph, size.ppem));
            continue;
        }
        if let Some(last) = base.filter(|last| last.face == face) {
            pen = pen.saturating_add(font::kerning(face, last.glyph, glyph, size));
        }
        let letter = Placed { face, glyph, ppem: size.ppem, x: pen, raised: 0, quarters: 0, tint: 0 };
        glyphs.push(letter);
        (base, below) = (Some(letter), None);
        pen = pen.saturating_add(font::advance(face, glyph, size.ppem));
    }
    (glyphs, pen as f32 / 64.0)
}

/// The next character to be shown and the text after it; letters that the font joins become one.
fn next_shape(text: &str) -> Option<(char, &str)> {
    const JOINED: [(&str, char); 5] = [("ffi", 'ﬃ'), ("ffl", 'ﬄ'), ("ff", 'ﬀ'), ("fi", 'ﬁ'), ("fl", 'ﬂ')];
    if text.starts_with('f')
        && let Some((letters, joined)) = JOINED.iter().find(|(letters, _)| text.starts_with(letters))
    {
        return Some((*joined, &text[letters.len()..]));
    }
    let c = text.chars().next()?;
    Some((c, &text[c.len_utf8()..]))
}

/// Whether a character is put over or under the one before it.
pub(crate) const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20f0}')
}

/// Characters that steer a text and are not seen: controls, joiners, directions, variation selectors.
pub(super) fn is_invisible(c: char) -> bool {
    (c.is_control() && c != '\t')
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

#[cfg(test)]
mod tests;
