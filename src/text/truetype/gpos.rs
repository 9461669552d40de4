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
mod tests {
    use super::*;

    fn bytes(words: &[u16]) -> Vec<u8> {
        words.iter().flat_map(|word| word.to_be_bytes()).collect()
    }

    /// A table with one lookup of that type, and glyph 7 or 8 as a mark of class 1 on the glyphs 20 to 22.
    fn table(kind: u16, extension: &[u16]) -> Vec<u8> {
        let mut words = vec![1, 0, 0, 0, 10, 1, 4, kind, 0, 1, 8];
        words.extend(extension);
        words.extend([1, 12, 20, 2, 30, 56]); // the subtable
        words.extend([1, 2, 7, 8]); // marks: a list
        words.extend([2, 1, 20, 22, 0]); // bases: a range
        words.extend([2, 1, 10, 1, 16, 1, 5, 6, 3, 65535, 2, 0, 0]); // two marks of class 1, anchors of formats 1 and 3
        // bases: 20 has an anchor for class 0 only, 21 for both, 22 for class 1, of a format that is unknown
        words.extend([3, 14, 0, 14, 20, 0, 26, 1, 100, 200, 2, 300, 400, 9, 4, 0, 0]);
        bytes(&words)
    }

    #[test]
    fn the_types_of_marks() {
        for (kind, extension) in [(4, &[][..]), (6, &[]), (9, &[1, 4, 0, 8]), (9, &[1, 6, 0, 8])] {
            let table = table(kind, extension);
            let marks = Marks::new(&table);
            let on_base = kind == 4 || extension.get(1) == Some(&4);
            assert_eq!((marks.on_bases.len(), marks.on_marks.len()), if on_base { (1, 0) } else { (0, 1) });
            let list = if on_base { &marks.on_bases } else { &marks.on_marks };
            assert_eq!(place(list, 21, 7), Some((300 - 5, 400 - 6)));
            assert_eq!(place(list, 21, 8), Some((300 + 1, 400 - 2)));
            for (base, mark) in [(20, 7), (22, 7), (19, 7), (23, 7), (21, 6), (21, 9)] {
                assert_eq!(place(list, base, mark), None, "{mark} on {base}");
            }
        }
        let marks = Marks::new(&[]);
        assert_eq!((marks.on_bases.len(), marks.on_marks.len()), (0, 0));
        let other = table(5, &[]);
        assert!(Marks::new(&other).on_bases.is_empty());
    }

    #[test]
    fn classes_that_are_not_there() {
        // the subtable says that it has one class; the marks are of another
        let mut table = table(4, &[]);
        table[29] = 1;
        assert_eq!(place(&Marks::new(&table).on_bases, 21, 7), None);
    }

    #[test]
    fn every_lookup_and_every_subtable() {
        // three lookups of two subtables each
        let words = [1, 0, 0, 0, 10, 3, 8, 18, 28];
        let lookup = |subtable| [4, 0, 2, subtable, subtable];
        let subtable = [1, 10, 10, 1, 10, 10, 1, 0];
        let table = bytes(&[&words[..], &lookup(30), &lookup(20), &lookup(10), &subtable].concat());
        assert_eq!(Marks::new(&table).on_bases.len(), 6);
    }

    #[test]
    fn the_same_subtable_a_hundred_million_times() {
        // every lookup is one and the same, and so is every subtable: 2 bytes each
        let mut words = vec![1, 0, 0, 0, 10, 20_000];
        let lookup = 2 + 2 * 20_000;
        words.extend([lookup; 20_000]);
        words.extend([4, 0, 20_000]);
        words.extend([2; 20_000]);
        assert!(Marks::new(&bytes(&words)).on_bases.len() <= MAX_SUBTABLES);
    }
}
