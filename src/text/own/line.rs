//! A line of which the embedded fonts do not have all.

use super::runs::runs;
use super::shape::SCALE;
use crate::text::font::{self, FontSize};
use crate::text::layout::{self, is_invisible};
use crate::text::{Face, Fonts, Placed};

/// The glyphs of one line, and its width in pixels; `None` if the embedded fonts have all of it, or there are no others.
pub(in crate::text) fn place(line: &str, face: Face, size: FontSize, fonts: &Fonts) -> Option<(Vec<Placed>, f32)> {
    let fonts = fonts.own();
    if fonts.is_empty() || line.chars().all(|c| is_invisible(c) || font::has(face, c)) {
        return None;
    }
    let mut glyphs: Vec<Placed> = Vec::with_capacity(line.len());
    // 1/64 px
    let mut pen = 0_i32;
    for run in runs(line, face, fonts) {
        let text = &line[run.range];
        let Some(number) = run.font else {
            let (placed, width) =
                if run.rtl { layout::place(&turned(text), face, size) } else { layout::place(text, face, size) };
            glyphs.extend(placed.iter().map(|p| Placed { x: p.x.saturating_add(pen), ..*p }));
            pen = pen.saturating_add((width * 64.0) as i32);
            continue;
        };
        let shaped = fonts[usize::from(number)].shaped(text, run.rtl);
        let fine =
            |v: i32| (i64::from(v) * i64::from(size.ppem) * 64 + i64::from(SCALE) / 2).div_euclid(SCALE.into()) as i32;
        for glyph in &shaped.glyphs {
            let quarters = (fine(glyph.y) + 8).div_euclid(16);
            glyphs.push(Placed {
                face: Face::Own(number),
                glyph: glyph.glyph,
                ppem: size.ppem,
                x: pen.saturating_add(fine(glyph.x)),
                raised: quarters.div_euclid(4),
                quarters: quarters.rem_euclid(4) as u8,
                tint: 0,
            });
        }
        pen = pen.saturating_add(fine(shaped.width));
    }
    Some((glyphs, pen as f32 / 64.0))
}

/// What is read from right to left, from left to right: letters with their marks in turn, brackets looking the other way.
fn turned(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut end = text.len();
    for (at, c) in text.char_indices().rev() {
        if !layout::is_mark(c) || at == 0 {
            out.push(mirrored(c));
            out.push_str(&text[at + c.len_utf8()..end]);
            end = at;
        }
    }
    out
}

fn mirrored(c: char) -> char {
    const PAIRS: [char; 36] = [
        '(', ')', '[', ']', '{', '}', '<', '>', '«', '»', '‹', '›', '≤', '≥', '≪', '≫', '⟨', '⟩', '∈', '∋', '⊂', '⊃',
        '⊆', '⊇', '⌈', '⌉', '⌊', '⌋', '⟦', '⟧', '⟪', '⟫', '⁽', '⁾', '₍', '₎',
    ];
    PAIRS.iter().position(|p| *p == c).map_or(c, |at| PAIRS[at ^ 1])
}
