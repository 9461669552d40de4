use super::*;

fn words(words: &[u16]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_be_bytes()).collect()
}

/// A table of subtables: platform, encoding, bytes.
fn table(subtables: &[(u16, u16, &[u8])]) -> Vec<u8> {
    let mut head = words(&[0, subtables.len() as u16]);
    let mut offset = 4 + 8 * subtables.len();
    for (platform, encoding, bytes) in subtables {
        head.extend(words(&[*platform, *encoding, 0, offset as u16]));
        offset += bytes.len();
    }
    subtables.iter().for_each(|(_, _, bytes)| head.extend(*bytes));
    head
}

/// 10 to 20 are glyphs 5 to 15; 30 to 32 are those of a list, the middle one missing.
fn format_4() -> Vec<u8> {
    words(&[
        4, 0, 0, 6, 0, 0, 0, //
        20, 32, 0xffff, 0, // last
        10, 30, 0xffff, // first
        0xfffb, 1, 1, // added
        0, 4, 0, // lists
        7, 0, 0xfffe,
    ])
}

fn format_12() -> Vec<u8> {
    let mut table = words(&[12, 0]);
    for number in [0, 0, 2, 10, 20, 100, 0x1_f600, 0x1_f610, 200_u32] {
        table.extend(number.to_be_bytes());
    }
    table
}

#[test]
fn the_first_65536_characters() {
    let bytes = table(&[(3, 1, &format_4())]);
    let cmap = Cmap::new(&bytes).unwrap();
    let glyphs = [9, 10, 20, 21, 29, 30, 31, 32, 33, 0xffff, 0x1_000a].map(|c| cmap.glyph(c));
    let (none, some) = (None, Some);
    assert_eq!(
        glyphs,
        [none, some(5), some(15), none, none, some(8), none, some(0xffff), none, none, none],
        "{cmap:?}"
    );
}

#[test]
fn all_characters_are_preferred() {
    let (first, all) = (format_4(), format_12());
    for subtables in [[(3, 1, &first[..]), (3, 10, &all[..])], [(0, 4, &all), (0, 3, &first)]] {
        let bytes = table(&subtables);
        let cmap = Cmap::new(&bytes).unwrap();
        let glyphs = [9, 10, 20, 21, 0x1_f5ff, 0x1_f600, 0x1_f610, 0x1_f611, u32::MAX].map(|c| cmap.glyph(c));
        assert_eq!(glyphs, [None, Some(100), Some(110), None, None, Some(200), Some(216), None, None]);
    }
    // a broken one is not taken
    let mut huge = all.clone();
    huge[12] = 0xff;
    let bytes = table(&[(0, 4, &huge), (3, 1, &first)]);
    assert_eq!(Cmap::new(&bytes).unwrap().glyph(10), Some(5));
}

#[test]
fn other_platforms_do_not_count() {
    assert!(Cmap::new(&table(&[(1, 0, &format_4()), (3, 0, &format_4())])).is_none());
    assert!(Cmap::new(&table(&[(3, 1, &words(&[6, 0, 0, 0]))])).is_none());
    assert!(Cmap::new(&[]).is_none());
}

#[test]
fn both_tables_of_the_embedded_font_agree() {
    let font = crate::text::FONT_DATA;
    let tables = super::super::directory::tables(font).unwrap();
    let all = Cmap::new(tables.cmap).unwrap();
    let first = Cmap::Segments(&tables.cmap[36..]);
    assert!(matches!(all, Cmap::Groups(_)));
    for c in 0..=0xffff {
        assert_eq!(first.glyph(c), all.glyph(c), "{c:x}");
    }
}
