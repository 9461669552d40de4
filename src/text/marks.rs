//! Where combining marks stand: the accent of a letter that has no glyph of its own for both.

use std::sync::OnceLock;

use ttf_parser::GlyphId;
use ttf_parser::gpos::{MarkToBaseAdjustment, MarkToMarkAdjustment, PositioningSubtable};

use super::font;

/// Whether a character is put over or under the one before it.
pub(super) const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20f0}')
}

/// What the font says of marks.
struct Attachments {
    bases: Vec<MarkToBaseAdjustment<'static>>,
    marks: Vec<MarkToMarkAdjustment<'static>>,
}

fn attachments() -> &'static Attachments {
    static ALL: OnceLock<Attachments> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all = Attachments { bases: Vec::new(), marks: Vec::new() };
        let lookups = font::positioning().map(|table| table.lookups).into_iter().flatten();
        for subtable in lookups.flat_map(|lookup| lookup.subtables.into_iter::<PositioningSubtable<'_>>()) {
            match subtable {
                PositioningSubtable::MarkToBase(base) => all.bases.push(base),
                PositioningSubtable::MarkToMark(mark) => all.marks.push(mark),
                _ => {}
            }
        }
        all
    })
}

/// How far the pen of `mark` stands from that of the letter `base`: to the right and upward, in font units.
pub(super) fn on_base(base: u16, mark: u16) -> Option<(i32, i32)> {
    attachments().bases.iter().find_map(|table| {
        let (class, from) = table.marks.get(table.mark_coverage.get(GlyphId(mark))?)?;
        let to = table.anchors.get(table.base_coverage.get(GlyphId(base))?, class)?;
        Some((i32::from(to.x) - i32::from(from.x), i32::from(to.y) - i32::from(from.y)))
    })
}

/// The same for a mark on another mark.
pub(super) fn on_mark(below: u16, mark: u16) -> Option<(i32, i32)> {
    attachments().marks.iter().find_map(|table| {
        let (class, from) = table.marks.get(table.mark1_coverage.get(GlyphId(mark))?)?;
        let to = table.mark2_matrix.get(table.mark2_coverage.get(GlyphId(below))?, class)?;
        Some((i32::from(to.x) - i32::from(from.x), i32::from(to.y) - i32::from(from.y)))
    })
}
