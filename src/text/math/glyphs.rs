//! Which glyph of which font shows a character of mathematics.

use super::tree::Font;
use crate::text::{Face, font};

/// Where letters are in the private area of the two fonts that `make_fonts.py` makes.
const CALLIGRAPHIC: u32 = 0xE200;
const MONO: u32 = 0xE300;
const BOLD_SLANTED: u32 = 0xE400;
const BOLD_SLANTED_GREEK: u32 = 0xE500;
const SIZED: u32 = 0xE800;
/// Brackets, roots and accents that there are in several sizes, in the order of `make_fonts.py`.
const SIZES: &str = "()[]{}⟨⟩⌊⌋⌈⌉/\\√\u{302}\u{303}\u{305}\u{23de}\u{23df}";

/// The glyph of a character, and the face that has it.
pub(super) fn glyph_of(c: char, font: Font) -> (Face, u16) {
    if let Some(found) = large(c).or_else(|| of_alphabet(c, font)) {
        return found;
    }
    let face = match font {
        Font::Normal if c.is_alphabetic() && !('Α'..='Ω').contains(&c) => Face::Oblique,
        Font::Slanted => Face::Oblique,
        Font::Bold | Font::BoldSlanted => Face::Bold,
        _ => Face::Sans,
    };
    if let Some(glyph) = font::find(face, c) {
        return (face, glyph);
    }
    for face in [Face::Sans, Face::Frame, Face::Math] {
        if let Some(glyph) = font::find(face, c) {
            return (face, glyph);
        }
    }
    font::glyph(face, c)
}

/// Sums, integrals and the like have a size of their own in mathematics.
fn large(c: char) -> Option<(Face, u16)> {
    if c < '∏' || c.is_alphabetic() {
        return None;
    }
    Some((Face::Math, font::find(Face::Math, c)?))
}

/// A letter of an alphabet of its own.
fn of_alphabet(c: char, font: Font) -> Option<(Face, u16)> {
    let code = u32::from(c);
    // capital letters first, then small ones
    let letter = match c {
        'A'..='Z' => Some(code - 0x41),
        'a'..='z' => Some(code - 0x61 + 26),
        _ => None,
    };
    let at = |face, code: u32| Some((face, font::find(face, char::from_u32(code)?)?));
    match (font, letter) {
        (Font::Calligraphic, Some(n @ 0..26)) => at(Face::Frame, CALLIGRAPHIC + n),
        (Font::Calligraphic | Font::Script, Some(n)) => at(Face::Frame, 0x1D49C + n),
        (Font::Fraktur, Some(n)) => at(Face::Frame, 0x1D504 + n),
        (Font::Double, Some(n)) => {
            let code = match c {
                'C' => 0x2102,
                'H' => 0x210D,
                'N' => 0x2115,
                'P' => 0x2119,
                'Q' => 0x211A,
                'R' => 0x211D,
                'Z' => 0x2124,
                _ => 0x1D538 + n,
            };
            at(Face::Sans, code).or_else(|| at(Face::Frame, code))
        }
        (Font::Double, None) => at(Face::Frame, double(c)?),
        (Font::Mono, _) if c.is_ascii() => at(Face::Math, MONO + code),
        (Font::BoldSlanted, Some(_)) => at(Face::Math, BOLD_SLANTED + code),
        (Font::BoldSlanted, None) if (0x370..0x400).contains(&code) => {
            at(Face::Math, BOLD_SLANTED_GREEK + code - 0x370)
        }
        _ => None,
    }
}

/// Digits and Greek letters with double strokes. Most fonts have none of the latter.
fn double(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(0x1D7D8 + u32::from(c) - 0x30),
        _ => None,
    }
}

/// The glyphs of a bracket that are larger than that of the text, from the smallest up.
pub(super) fn sizes(c: char) -> impl Iterator<Item = (Face, u16)> {
    let place = SIZES.chars().position(|known| known == c).unwrap_or(0x3F) as u32;
    (1..=7).filter_map(move |size| {
        let code = char::from_u32(SIZED + 0x40 * size + place)?;
        Some((Face::Frame, font::find(Face::Frame, code)?))
    })
}

/// The character that one of the private area stands for, as readers of a file know it.
pub(in crate::text) fn plain(c: char) -> char {
    let code = u32::from(c);
    let plain = match code {
        0xE200..=0xE219 => Some(0x41 + code - CALLIGRAPHIC),
        0xE321..=0xE37E => Some(code - MONO),
        0xE441..=0xE47A => Some(code - BOLD_SLANTED),
        0xE500..=0xE58F => Some(0x370 + code - BOLD_SLANTED_GREEK),
        0xE840..=0xE9FF => return SIZES.chars().nth(((code - SIZED) % 0x40) as usize).unwrap_or(c),
        _ => None,
    };
    plain.and_then(char::from_u32).unwrap_or(c)
}
