//! Measures of the whole font, and how far each glyph moves the pen: `head`, `hhea`, `OS/2`, `maxp` and `hmtx`.

use super::bytes::{i16_at, u16_at};
use super::directory::Tables;

#[derive(Debug)]
pub(super) struct Metrics<'a> {
    /// Not 0.
    pub units_per_em: u16,
    /// Ascent, descent (negative) and line gap.
    pub line: (i16, i16, i16),
    /// Left, bottom, right and top of the box around all glyphs.
    pub bounds: [i16; 4],
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
            bounds: [
                i16_at(tables.head, 36)?,
                i16_at(tables.head, 38)?,
                i16_at(tables.head, 40)?,
                i16_at(tables.head, 42)?,
            ],
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
mod tests;
