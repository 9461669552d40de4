//! Where marks stand on letters and on other marks: `GPOS`, lookups of types 4 and 6, also by way of type 9.
//!
//! All such lookups count, whatever script, language and feature they are for.

use super::bytes::{at_offset, i16_at, search, u16_at, u32_at};

/// No more subtables are taken: offsets could name the same one again and again.
const MAX_SUBTABLES: usize = 1000;

#[derive(Debug, Default)]
pub(super) struct Marks<'a> {
    pub on_bases: Vec<Subtable<'a>>,
    pub on_marks: Vec<Subtable<'a>>,
}

/// Marks, and what they stand on; the two types are laid out alike.
#[derive(Debug)]
pub(super) struct Subtable<'a> {
    /// The glyphs that are marks: a coverage table.
    covered_marks: &'a [u8],
    /// The glyphs that marks stand on.
    covered_bases: &'a [u8],
    /// How many kinds of marks there are.
    classes: u16,
    /// Class and anchor of every mark.
    marks: &'a [u8],
    /// Of every glyph that marks stand on, an anchor for each class.
    bases: &'a [u8],
}

impl<'a> Marks<'a> {
    pub(super) fn new(table: &'a [u8]) -> Self {
        let mut all = Self::default();
        let Some(lookups) = at_offset(table, 8) else { return all };
        for i in 0..u16_at(lookups, 0).unwrap_or(0) {
            let Some(lookup) = at_offset(lookups, 2 + 2 * usize::from(i)) else { continue };
            for j in 0..u16_at(lookup, 4).unwrap_or(0) {
                if all.on_bases.len() + all.on_marks.len() == MAX_SUBTABLES {
                    return all;
                }
                // one that cannot be read is left out
                let _ = all.add(lookup, 6 + 2 * usize::from(j));
            }
        }
        all
    }

    /// Adds the subtable of `lookup` whose offset is at `at`, if it is about marks.
    fn add(&mut self, lookup: &'a [u8], at: usize) -> Option<()> {
        let (mut kind, mut subtable) = (u16_at(lookup, 0)?, at_offset(lookup, at)?);
        if kind == 9 {
            // the true type, and a longer offset
            kind = u16_at(subtable, 2)?;
            subtable = subtable.get(usize::try_from(u32_at(subtable, 4)?).ok()?..)?;
        }
        let list = match kind {
            4 => &mut self.on_bases,
            6 => &mut self.on_marks,
            _ => return None,
        };
        list.push(Subtable {
            covered_marks: at_offset(subtable, 2)?,
            covered_bases: at_offset(subtable, 4)?,
            classes: u16_at(subtable, 6)?,
            marks: at_offset(subtable, 8)?,
            bases: at_offset(subtable, 10)?,
        });
        Some(())
    }
}

/// How far the pen of `mark` stands from that of `base`, by the first subtable that knows both.
pub(super) fn place(subtables: &[Subtable<'_>], base: u16, mark: u16) -> Option<(i32, i32)> {
    subtables.iter().find_map(|subtable| subtable.place(base, mark))
}

impl Subtable<'_> {
    fn place(&self, base: u16, mark: u16) -> Option<(i32, i32)> {
        let mark = 2 + 4 * covered(self.covered_marks, mark)?;
        let class = u16_at(self.marks, mark).filter(|class| *class < self.classes)?;
        let from = anchor(self.marks, mark + 2)?;
        let base = covered(self.covered_bases, base)? * usize::from(self.classes);
        let to = anchor(self.bases, 2 + 2 * (base + usize::from(class)))?;
        Some((to.0 - from.0, to.1 - from.1))
    }
}

/// The number of a glyph in a coverage table.
fn covered(coverage: &[u8], glyph: u16) -> Option<usize> {
    let list = coverage.get(4..)?;
    let count = usize::from(u16_at(coverage, 2)?);
    match u16_at(coverage, 0)? {
        // glyphs
        1 => {
            let (i, found) = search(list.get(..2 * count)?, 2, |glyph| u16_at(glyph, 0).map(u32::from), glyph.into())?;
            (u16_at(found, 0)? == glyph).then_some(i)
        }
        // first glyph, last glyph, number of the first
        2 => {
            let (_, range) = search(list.get(..6 * count)?, 6, |range| u16_at(range, 2).map(u32::from), glyph.into())?;
            let beyond = glyph.checked_sub(u16_at(range, 0)?)?;
            Some(usize::from(u16_at(range, 4)?) + usize::from(beyond))
        }
        _ => None,
    }
}

/// The anchor whose offset is at `at`. What formats 2 and 3 add (a point of the outline, shifts at single sizes) is for
/// glyphs that were fitted by instructions.
fn anchor(table: &[u8], at: usize) -> Option<(i32, i32)> {
    let anchor = at_offset(table, at)?;
    matches!(u16_at(anchor, 0)?, 1..=3).then_some((i16_at(anchor, 2)?.into(), i16_at(anchor, 4)?.into()))
}

#[cfg(test)]
mod tests;
