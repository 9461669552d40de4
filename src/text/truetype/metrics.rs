//! Measures of the whole font, and how far each glyph moves the pen: `head`, `hhea`, `OS/2`, `maxp` and `hmtx`.

use super::bytes::{i16_at, u16_at};
use super::directory::Tables;

#[derive(Debug)]
pub(super) struct Metrics<'a> {
    /// Not 0.
    pub units_per_em: u16,
    /// Ascent, descent (negative) and line gap.
    pub line: (i16, i16, i16),
    /// How many there are.
    pub glyphs: u16,
    /// Whether the offsets in `loca` have 32 bits.
    pub long_loca: bool,
    /// An advance and a bearing for each glyph; those beyond the end move the pen as the last does.
    advances: &'a [u8],
}

impl<'a> Metrics<'a> {
    pub(super) fn new(tables: &Tables<'a>) -> Option<Self> {
        let units_per_em = u16_at(tables.head, 18).filter(|units| (16..=16_384).contains(units))?;
        let count = u16_at(tables.hhea, 34).filter(|count| *count > 0)?;
        // the old OS/2 of Apple ends before them
        let (table, at) = if tables.os2.len() >= 78 { (tables.os2, 68) } else { (tables.hhea, 4) };
        Some(Self {
            units_per_em,
            line: (i16_at(table, at)?, i16_at(table, at + 2)?, i16_at(table, at + 4)?),
            glyphs: u16_at(tables.maxp, 4)?,
            long_loca: match u16_at(tables.head, 50)? {
                0 => false,
                1 => true,
                _ => return None,
            },
            advances: tables.hmtx.get(..4 * usize::from(count))?,
        })
    }

    pub(super) fn advance(&self, glyph: u16) -> u16 {
        if glyph >= self.glyphs {
            return 0;
        }
        let last = self.advances.len() - 4;
        u16_at(self.advances, (4 * usize::from(glyph)).min(last)).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyphs_beyond_the_end_move_the_pen_as_the_last() {
        let [mut head, mut hhea, mut maxp] = [[0; 54], [0; 54], [0; 54]];
        head[19] = 100;
        (hhea[35], maxp[5]) = (2, 4);
        let tables = Tables {
            head: &head,
            hhea: &hhea,
            maxp: &maxp,
            hmtx: &[0, 5, 0, 0, 1, 7, 0, 0, 9, 9],
            ..Tables::default()
        };
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
}
