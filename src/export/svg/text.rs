//! Words as text, in the embedded font, of which the file carries the letters that it uses.
//!
//! Letters stand where the font's design has them: a new place is said where the pen does not come to it by itself (after kerning,
//! for scripts, on the next line), and viewers are told to move it by nothing else. So all of them place letters alike.

use crate::base64::base64;
use crate::export::svg::words::{is_turned, place_and_turn, tint};
use crate::export::svg::{Svg, xml};
use crate::geom::Point;
use crate::search::has;
use crate::surface::is_far;
use crate::text::{
    Anchor, EM, Face, MAX_PPEM, Placed, TextLayout, Words, advance, character, glyph, is_mark, page_font,
};

/// What the root says for all text: other fonts are for viewers that do not load the one in the file.
pub(super) const ROOT: &str = " font-family=\"'DejaVu Sans','Bitstream Vera Sans',Verdana,Arial,sans-serif\" \
    text-rendering=\"geometricPrecision\" style=\"font-kerning:none;font-variant-ligatures:none\"";

/// What a text says whose spaces would be taken for one, or for none: for viewers, and for browsers, which ask each text.
const SPACED: &str = " xml:space=\"preserve\" style=\"white-space:pre\"";

/// The pen may be so far from a letter that no new place is said, in 1/64 font units.
const SAME: i32 = 64;

/// Letters of one font and size, where the pen takes them by itself.
struct Span {
    face: Face,
    ppem: u16,
    /// As [`Placed::tint`].
    tint: u8,
    /// Where it begins on its line, and how high, in font units.
    x: f64,
    raised: f64,
    text: String,
    /// Where the pen is after it, in 1/64 font units.
    pen: i32,
}

/// The characters of a text by the glyphs that show them, in order. Several may have one glyph: what was written is what is found
/// again.
fn written(text: &str) -> Vec<((Face, u16), char)> {
    let mut shown: Vec<((Face, u16), char)> = Vec::new();
    for c in text.chars() {
        for face in &[Face::Sans, Face::Oblique, Face::Bold] {
            let glyph = glyph(*face, c);
            match place(&shown, glyph) {
                Ok(at) => shown[at].1 = c.min(shown[at].1),
                Err(at) => shown.insert(at, (glyph, c)),
            }
        }
    }
    shown
}

/// Where a glyph is among those that show something, or would be.
fn place(shown: &[((Face, u16), char)], glyph: (Face, u16)) -> Result<usize, usize> {
    shown.binary_search_by_key(&glyph, |shown| shown.0)
}

/// The letters of a line; none if they are more than letters beside letters. `shown` are those that were written.
fn spans(line: &[Placed], shown: &[((Face, u16), char)]) -> Option<Vec<Span>> {
    let mut spans: Vec<Span> = Vec::new();
    for placed in line {
        let Placed { face, ppem, raised, .. } = *placed;
        // viewers that do not load the font in the file have nothing like the fonts of mathematics
        if !matches!(face, Face::Sans | Face::Oblique | Face::Bold) {
            return None;
        }
        let c = match place(shown, (face, placed.glyph)) {
            Ok(at) => shown[at].1,
            Err(_) => character(face, placed.glyph)?,
        };
        if placed.glyph == 0 || is_mark(c) || c.is_control() {
            return None;
        }
        let one = [c];
        let mut x = placed.x;
        for c in joined(c).unwrap_or(&one) {
            let at = match spans.last_mut() {
                Some(last)
                    if (last.face, last.ppem, last.tint) == (face, ppem, placed.tint)
                        && last.raised == f64::from(raised) =>
                {
                    ((last.pen - x).abs() <= SAME).then_some(last)
                }
                _ => None,
            };
            // in the design advances are whole units; those of smaller letters are parts of them
            let (face, letter) = glyph(face, *c);
            let by = i64::from(advance(face, letter, EM as u16)) * i64::from(ppem) / EM as i64;
            let pen = x.saturating_add(by as i32);
            match at {
                Some(last) => {
                    last.text.push(*c);
                    last.pen = pen;
                }
                None => spans.push(Span {
                    face,
                    ppem,
                    tint: placed.tint,
                    x: f64::from(x) / 64.0,
                    raised: raised.into(),
                    text: String::from(*c),
                    pen,
                }),
            }
            x = pen;
        }
    }
    Some(spans)
}

/// The letters that a font joins.
fn joined(c: char) -> Option<&'static [char]> {
    Some(match c {
        'ﬀ' => &['f', 'f'],
        'ﬁ' => &['f', 'i'],
        'ﬂ' => &['f', 'l'],
        'ﬃ' => &['f', 'f', 'i'],
        'ﬄ' => &['f', 'f', 'l'],
        _ => return None,
    })
}

impl Svg {
    /// Adds words as text, lines of it at these places, in font units from the anchor. None if text cannot say them.
    pub(super) fn add_text(
        &mut self,
        words: &Words<'_>,
        layout: &TextLayout<'_>,
        places: &[(f64, f64)],
        looks: &str,
        anchor: Anchor,
    ) -> Option<()> {
        let (mut lines, shown) = (Vec::new(), written(words.text));
        for (line, place) in layout.lines().zip(places) {
            let spans = spans(line, &shown)?;
            if !spans.is_empty() {
                lines.push((spans, *place));
            }
        }
        let scale = f64::from(words.size.min(MAX_PPEM)) / f64::from(EM);
        let spaced = |line: &str| line.starts_with(' ') || line.ends_with(' ') || has(line, "  ");
        // places far away are not exact
        let moved = is_turned(anchor) || is_far(&[anchor.at], self.reach(0.0));
        let around = if moved { Point::default() } else { anchor.at };
        let mut out = String::from("<text");
        out.push_str(looks);
        if words.text.split('\n').any(spaced) {
            out.push_str(SPACED);
        }
        if moved {
            place_and_turn(&mut out, anchor);
            out.push('"');
        }
        let (mut first, mut height) = (None, f64::NAN);
        let count = lines.len();
        for (i, (spans, (x, y))) in lines.into_iter().enumerate() {
            let last = spans.len() - 1;
            for (k, mut span) in spans.into_iter().enumerate() {
                if k == last && i + 1 < count {
                    // the next line is another word
                    span.text.push(' ');
                }
                if first.is_some() {
                    out.push_str("<tspan");
                }
                xml::attribute(&mut out, "x", f64::from(around.x) + (x + span.x) * scale);
                let here = f64::from(around.y) + (y - span.raised) * scale;
                if here != height {
                    xml::attribute(&mut out, "y", here);
                    height = here;
                }
                let (face, ppem) = *first.get_or_insert((Face::Sans, 0));
                if ppem != span.ppem {
                    xml::attribute(&mut out, "font-size", scale * f64::from(span.ppem));
                }
                if face != span.face {
                    dress(&mut out, face, span.face);
                }
                // what comes first is a part of the words, too
                if ppem == 0 && span.tint > 0 {
                    return None;
                }
                tint(&mut out, layout.tints(), span.tint);
                out.push('>');
                xml::text(&mut out, &span.text);
                for c in span.text.chars() {
                    self.letters.use_one(span.face, c);
                }
                if ppem == 0 {
                    first = Some((span.face, span.ppem));
                } else {
                    out.push_str("</tspan>");
                }
            }
        }
        if first.is_some() {
            self.out.push_str(&out);
            self.out.push_str("</text>\n");
        }
        Some(())
    }
}

/// What tells a face from the one around it.
fn dress(out: &mut String, from: Face, to: Face) {
    for &(face, name, value) in &[(Face::Oblique, "font-style", "oblique"), (Face::Bold, "font-weight", "bold")] {
        if to == face {
            xml::word(out, name, value);
        } else if from == face {
            xml::word(out, name, "normal");
        }
    }
}

/// The letters that a file uses.
#[derive(Default)]
pub(super) struct Letters(Vec<(Face, char)>);

impl Letters {
    fn use_one(&mut self, face: Face, c: char) {
        // in order, and each once
        if let Err(at) = self.0.binary_search(&(face, c)) {
            self.0.insert(at, (face, c));
        }
    }

    /// Whether there is no text.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The fonts with these letters, as a style sheet.
    pub(super) fn write(&self, out: &mut String) {
        out.push_str("<style>\n");
        for of_face in self.0.chunk_by(|a, b| a.0 == b.0) {
            let face = of_face[0].0;
            let mut letters = Vec::with_capacity(of_face.len());
            for (_, c) in of_face {
                letters.push(*c);
            }
            out.push_str("@font-face{font-family:'DejaVu Sans';");
            out.push_str(match face {
                Face::Oblique => "font-style:oblique;",
                Face::Bold => "font-weight:bold;",
                _ => "",
            });
            out.push_str("src:url(data:font/ttf;base64,");
            base64(out, &page_font(face, &letters));
            out.push_str(")}\n");
        }
        out.push_str("</style>\n");
    }
}
