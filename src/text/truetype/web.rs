//! A font for pages: a subset that browsers take, which ask for more tables than are drawn from.

use super::directory;
use super::subset::{font, subset_tables};
use crate::order::order;

/// The font with these characters, in order, each with its glyph, under the names of a family and a style. None if the font is
/// broken.
pub(in crate::text) fn web_font(data: &[u8], letters: &[(char, u16)], names: [&str; 2]) -> Option<Vec<u8>> {
    let mut glyphs = Vec::with_capacity(letters.len());
    for (_, glyph) in letters {
        glyphs.push(*glyph);
    }
    let mut tables = subset_tables(data, &glyphs)?;
    // the names of glyphs are not in it, and all else that it says is for underlining
    let mut post = vec![0; 32];
    post[1] = 3;
    tables.push((*b"OS/2", directory::tables(data).ok()?.os2.to_vec()));
    tables.push((*b"cmap", cmap(letters)));
    tables.push((*b"name", name(names)));
    tables.push((*b"post", post));
    let mut sorted = Vec::with_capacity(tables.len());
    for k in order(tables.len(), &|a, b| tables[a].0.cmp(&tables[b].0)) {
        sorted.push((tables[k].0, std::mem::take(&mut tables[k].1)));
    }
    Some(font(&sorted))
}

/// Which glyph shows a character: the first has number 1.
fn cmap(letters: &[(char, u16)]) -> Vec<u8> {
    let mut out = Vec::new();
    // one table, of Unicode as Windows has it
    for number in [0_u16, 1, 3, 10, 0, 12, 12, 0] {
        out.extend_from_slice(&number.to_be_bytes());
    }
    let count = letters.len() as u32;
    for number in [16 + 12 * count, 0, count] {
        out.extend_from_slice(&number.to_be_bytes());
    }
    for (i, (c, _)) in letters.iter().enumerate() {
        let c = u32::from(*c);
        for number in [c, c, i as u32 + 1] {
            out.extend_from_slice(&number.to_be_bytes());
        }
    }
    out
}

/// What the font is called.
fn name([family, style]: [&str; 2]) -> Vec<u8> {
    let whole = [family, style].join(" ");
    let texts = [(1, family.to_owned()), (2, style.to_owned()), (4, whole.clone()), (6, whole.replace(' ', "-"))];
    let (mut records, mut letters) = (Vec::new(), Vec::new());
    for number in [0, texts.len() as u16, 6 + 12 * texts.len() as u16] {
        records.extend_from_slice(&number.to_be_bytes());
    }
    for (kind, text) in texts {
        let from = letters.len() as u16;
        for unit in text.encode_utf16() {
            letters.extend_from_slice(&unit.to_be_bytes());
        }
        // in Unicode, as Windows has it, in American English
        for number in [3, 1, 0x409, kind, letters.len() as u16 - from, from] {
            records.extend_from_slice(&number.to_be_bytes());
        }
    }
    records.extend_from_slice(&letters);
    records
}

#[cfg(test)]
mod tests {
    use super::super::Font;
    use super::*;
    use crate::text::FONT_DATA;

    #[test]
    fn a_font_for_pages_shows_its_characters() {
        let whole = Font::parse(FONT_DATA).unwrap();
        let letters: Vec<(char, u16)> = " Aéα−".chars().map(|c| (c, whole.glyph(c).unwrap())).collect();
        let file = web_font(FONT_DATA, &letters, ["DejaVu Sans", "Book"]).unwrap();
        let font = Font::parse(&file).unwrap();
        for (i, (c, glyph)) in letters.iter().enumerate() {
            assert_eq!(font.glyph(*c), Some(i as u16 + 1));
            assert_eq!(font.outline(i as u16 + 1), whole.outline(*glyph));
        }
        assert_eq!(font.glyph('B'), None);
        let tags: Vec<&[u8]> = file[12..].chunks(16).take(10).map(|record| &record[..4]).collect();
        assert!(tags.is_sorted() && tags.contains(&&b"OS/2"[..]) && tags.contains(&&b"post"[..]), "{tags:?}");
        assert!(web_font(b"", &letters, ["", ""]).is_none());
    }
}
