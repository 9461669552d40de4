//! Which glyph shows a character: `cmap`, formats 4 (the first 65,536 characters) and 12 (all).

use super::bytes::{search, u16_at, u32_at};

#[derive(Debug)]
pub(super) enum Cmap<'a> {
    /// The whole subtable of format 4.
    Segments(&'a [u8]),
    /// The groups of format 12: first character, last character, first glyph.
    Groups(&'a [u8]),
}

impl<'a> Cmap<'a> {
    /// Takes a subtable of all characters, if there is one.
    pub(super) fn new(table: &'a [u8]) -> Option<Self> {
        let mut found = None;
        for at in (0..usize::from(u16_at(table, 2)?)).map(|i| 4 + 8 * i) {
            // platform and encoding: Unicode, or Unicode as Windows names it
            let unicode = matches!((u16_at(table, at)?, u16_at(table, at + 2)?), (0, _) | (3, 1 | 10));
            let subtable = usize::try_from(u32_at(table, at + 4)?).ok().and_then(|offset| table.get(offset..));
            let Some(subtable) = subtable.filter(|_| unicode) else { continue };
            match u16_at(subtable, 0) {
                Some(4) => found = Some(Self::Segments(subtable)),
                Some(12) => {
                    if let Some(groups) = groups(subtable) {
                        return Some(Self::Groups(groups));
                    }
                }
                _ => {}
            }
        }
        found
    }

    pub(super) fn glyph(&self, c: u32) -> Option<u16> {
        match self {
            Self::Segments(subtable) => in_segments(subtable, u16::try_from(c).ok()?),
            Self::Groups(groups) => in_groups(groups, c),
        }
        .filter(|glyph| *glyph != 0)
    }

    /// Tells all characters and their glyphs, in order; of tables that are broken, what can be told.
    pub(super) fn each(&self, tell: &mut dyn FnMut(char, u16)) {
        let mut all = |first: u32, last: u32| {
            for c in first..=last.min(char::MAX.into()) {
                if let (Some(c), Some(glyph)) = (char::from_u32(c), self.glyph(c)) {
                    tell(c, glyph);
                }
            }
        };
        match self {
            Self::Segments(_) => all(0, 0xffff),
            Self::Groups(groups) => {
                let mut next = 0;
                for group in groups.chunks_exact(12) {
                    let (Some(first), Some(last)) = (u32_at(group, 0), u32_at(group, 4)) else { return };
                    if first <= last && first >= next {
                        all(first, last);
                        next = last.saturating_add(1);
                    }
                }
            }
        }
    }
}

fn groups(subtable: &[u8]) -> Option<&[u8]> {
    let count = usize::try_from(u32_at(subtable, 12)?).ok()?;
    subtable.get(16..)?.get(..count.checked_mul(12)?)
}

fn in_groups(groups: &[u8], c: u32) -> Option<u16> {
    let (_, group) = search(groups, 12, |group| u32_at(group, 4), c)?;
    let beyond = c.checked_sub(u32_at(group, 0)?)?;
    u16::try_from(u32_at(group, 8)?.checked_add(beyond)?).ok()
}

/// Four columns, each with a number for every segment: last character, first character, what is added to a character to
/// get its glyph, and how far from that very number the segment's own list of glyphs is (0: it has none).
fn in_segments(subtable: &[u8], c: u16) -> Option<u16> {
    let column = usize::from(u16_at(subtable, 6)?) / 2 * 2;
    let ends = subtable.get(14..)?.get(..column)?;
    let (segment, _) = search(ends, 2, |end| u16_at(end, 0).map(u32::from), c.into())?;
    // after the first column come two bytes of nothing
    let at = 16 + column + 2 * segment;
    let beyond = c.checked_sub(u16_at(subtable, at)?)?;
    let add = u16_at(subtable, at + column)?;
    let at = at + 2 * column;
    match u16_at(subtable, at)? {
        0 => Some(c.wrapping_add(add)),
        list => match u16_at(subtable, at + usize::from(list) + 2 * usize::from(beyond))? {
            0 => None,
            glyph => Some(glyph.wrapping_add(add)),
        },
    }
}

#[cfg(test)]
mod tests;
