//! Distances between pairs of glyphs: `kern`, version 0, format 0.

use super::bytes::{i16_at, search, u16_at, u32_at};

/// Left glyph, right glyph, distance; ordered by the glyphs.
#[derive(Debug)]
pub(super) struct Kern<'a>(&'a [u8]);

impl<'a> Kern<'a> {
    /// No pairs if the table has none that are understood.
    pub(super) fn new(table: &'a [u8]) -> Self {
        Self(pairs(table).unwrap_or_default())
    }

    pub(super) fn between(&self, left: u16, right: u16) -> i16 {
        let pair = u32::from(left) << 16 | u32::from(right);
        let key = |record: &[u8]| u32_at(record, 0);
        match search(self.0, 6, key, pair) {
            Some((_, record)) if key(record) == Some(pair) => i16_at(record, 4).unwrap_or(0),
            _ => 0,
        }
    }
}

/// The pairs of the first subtable of such.
fn pairs(table: &[u8]) -> Option<&[u8]> {
    if u16_at(table, 0)? != 0 {
        return None;
    }
    let mut subtable = table.get(4..)?;
    for _ in 0..u16_at(table, 2)? {
        let (length, coverage) = (u16_at(subtable, 2)?, u16_at(subtable, 4)?);
        // format 0; horizontal, no minimum, not across the line
        if coverage & 0xff07 == 1 {
            // the number of pairs counts: a long table's length does not fit into its 16 bits
            let pairs = subtable.get(14..)?;
            return pairs.get(..6 * usize::from(u16_at(subtable, 6)?));
        }
        subtable = subtable.get(length.into()..)?;
    }
    None
}

#[cfg(test)]
mod tests;
