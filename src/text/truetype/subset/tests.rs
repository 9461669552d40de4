use super::super::Font;
use super::*;
use crate::text::FONT_DATA;

/// The whole font, and a subset of these letters.
fn fonts(letters: &str) -> (Font<'static>, Vec<u16>, Vec<u8>) {
    let whole = Font::parse(FONT_DATA).unwrap();
    let glyphs: Vec<u16> = letters.chars().map(|c| whole.glyph(c).unwrap()).collect();
    let file = subset(FONT_DATA, &glyphs).unwrap();
    (whole, glyphs, file)
}

/// The glyphs of a subset, which has no `cmap`.
fn read(file: &[u8]) -> (Metrics<'_>, Glyphs<'_>) {
    let tables = directory::tables(file).unwrap();
    let metrics = Metrics::new(&tables).unwrap();
    let glyphs = Glyphs { loca: tables.loca, glyf: tables.glyf, count: metrics.glyphs, long: metrics.long_loca };
    (metrics, glyphs)
}

#[test]
fn glyphs_of_a_subset_are_those_of_the_font() {
    let (whole, glyphs, file) = fonts("Aéx ǻế∫ﬃ");
    let (metrics, outlines) = read(&file);
    assert_eq!((metrics.units_per_em, metrics.line.0), (2048, 1901));
    for (i, glyph) in [0].iter().chain(&glyphs).enumerate() {
        let number = i as u16;
        assert_eq!(outlines.outline(number), whole.outline(*glyph), "{i}");
        assert_eq!(metrics.advance(number), whole.advance(*glyph));
    }
    assert!(outlines.outline(1).len() > 5 && outlines.outline(4).is_empty());
    // parts of letters with marks are behind those that were asked for, and once
    assert!(usize::from(metrics.glyphs) > glyphs.len() + 1, "{}", metrics.glyphs);
    assert!(file.len() < 5_000, "{} bytes", file.len());
}

#[test]
fn a_subset_adds_up() {
    let (.., file) = fonts("ab");
    assert_eq!(sum(&file), 0xb1b0_afba);
    for record in file[12..].chunks(16).take(6) {
        let number = |at: usize| u32::from_be_bytes(record[at..at + 4].try_into().unwrap());
        let (at, length) = (number(8) as usize, number(12) as usize);
        let mut table = file[at..at + length].to_vec();
        assert_eq!(at % 4, 0);
        if &record[..4] == b"head" {
            table[8..12].fill(0);
        }
        assert_eq!(sum(&table), number(4));
    }
}

#[test]
fn what_is_broken_gives_no_subset_or_a_smaller_one() {
    assert!(subset(b"", &[1]).is_none() && subset(&FONT_DATA[..500], &[1]).is_none());
    let file = subset(FONT_DATA, &[u16::MAX]).unwrap();
    let (metrics, outlines) = read(&file);
    assert!(metrics.glyphs == 2 && outlines.outline(1).is_empty() && metrics.advance(1) == 0);
    // whatever the parts of a glyph are
    let mut data = FONT_DATA.to_vec();
    for at in (400..data.len()).step_by(7) {
        data[at] ^= 0x5a;
    }
    let _ = subset(&data, &(0..3000).collect::<Vec<u16>>());
}
