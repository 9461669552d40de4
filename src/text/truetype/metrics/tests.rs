use super::*;

#[test]
fn glyphs_beyond_the_end_move_the_pen_as_the_last() {
    let [mut head, mut hhea, mut maxp] = [[0; 54], [0; 54], [0; 54]];
    head[19] = 100;
    (hhea[35], maxp[5]) = (2, 4);
    let tables =
        Tables { head: &head, hhea: &hhea, maxp: &maxp, hmtx: &[0, 5, 0, 0, 1, 7, 0, 0, 9, 9], ..Tables::default() };
    let metrics = Metrics::new(&tables).unwrap();
    assert_eq!([0, 1, 2, 3, 4].map(|glyph| metrics.advance(glyph)), [5, 263, 263, 263, 0]);
    assert!(Metrics::new(&Tables { hmtx: &tables.hmtx[..7], ..tables }).is_none());
}

#[test]
fn nothing_is_divided_by_zero() {
    let font = super::super::directory::tables(crate::text::FONT_DATA).unwrap();
    for (units, fine) in [(0_u16, false), (15, false), (16, true), (16_384, true), (16_385, false)] {
        let mut head = font.head.to_vec();
        head[18..20].copy_from_slice(&units.to_be_bytes());
        let tables = Tables { head: &head, hhea: font.hhea, maxp: font.maxp, hmtx: font.hmtx, ..Tables::default() };
        assert_eq!(Metrics::new(&tables).is_some(), fine, "{units}");
    }
}
