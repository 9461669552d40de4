//! Reads what labels need from a TrueType font: which glyph shows a character, how far it moves the pen, its outline,
//! kerning, and where marks stand.
//!
//! The bytes may be any: a font that cannot be used is an error, and what is broken inside one is a blank glyph, no
//! kerning, a mark that has no place. Nothing panics, and time and memory of every question are bounded, whatever the
//! tables claim. Everything is read where it stands when it is asked for; opening a font only finds its tables.
//!
//! Instructions, collections, cubic outlines (CFF), variations and all of GPOS but marks are not read.

mod bytes;
mod cmap;
mod directory;
mod glyf;
mod gpos;
mod kern;
mod metrics;
mod subset;
#[cfg(test)]
mod tests;
mod web;

use self::cmap::Cmap;
use self::glyf::Glyphs;
use self::gpos::Marks;
use self::kern::Kern;
use self::metrics::Metrics;
pub(super) use self::subset::subset;
pub(super) use self::web::web_font;
use super::segment::Segment;

/// A font that can be asked. Distances are in font units, `y` upward.
#[derive(Debug)]
pub(super) struct Font<'a> {
    metrics: Metrics<'a>,
    cmap: Cmap<'a>,
    glyphs: Glyphs<'a>,
    kern: Kern<'a>,
    marks: Marks<'a>,
}

impl<'a> Font<'a> {
    /// Finds the tables in the bytes of a font file, or says why it cannot be used.
    pub(super) fn parse(data: &'a [u8]) -> Result<Self, &'static str> {
        let tables = directory::tables(data)?;
        if tables.loca.is_empty() {
            return Err("it has no outlines");
        }
        let metrics = Metrics::new(&tables).ok_or("its tables of measures are broken")?;
        Ok(Self {
            cmap: Cmap::new(tables.cmap).ok_or("it does not say which glyphs show the characters of Unicode")?,
            glyphs: Glyphs { loca: tables.loca, glyf: tables.glyf, count: metrics.glyphs, long: metrics.long_loca },
            kern: Kern::new(tables.kern),
            marks: Marks::new(tables.gpos),
            metrics,
        })
    }

    /// The side of the square that a size in pixels is the size of: 16 to 16,384.
    pub(super) fn units_per_em(&self) -> u16 {
        self.metrics.units_per_em
    }

    /// Ascent, descent (negative) and line gap of the design.
    pub(super) fn line(&self) -> (i16, i16, i16) {
        self.metrics.line
    }

    /// How many glyphs there are; they are numbered from 0.
    pub(super) fn glyphs(&self) -> u16 {
        self.metrics.glyphs
    }

    /// The glyph of a character, if the font has one.
    pub(super) fn glyph(&self, c: char) -> Option<u16> {
        self.cmap.glyph(c.into()).filter(|glyph| *glyph < self.metrics.glyphs)
    }

    /// Tells all characters that the font has, in order, and their glyphs.
    pub(super) fn characters(&self, tell: &mut dyn FnMut(char, u16)) {
        self.cmap.each(tell);
    }

    /// The smallest box around all glyphs: left, bottom, right, top.
    pub(super) fn bounds(&self) -> [i16; 4] {
        self.metrics.bounds
    }

    /// How far a glyph moves the pen; 0 for one that is not there.
    pub(super) fn advance(&self, glyph: u16) -> u16 {
        self.metrics.advance(glyph)
    }

    /// How much nearer (negative) or farther the second of two glyphs stands.
    pub(super) fn kerning(&self, left: u16, right: u16) -> i16 {
        self.kern.between(left, right)
    }

    /// Every contour ends where it began. Empty for a glyph that is blank, broken or not there.
    pub(super) fn outline(&self, glyph: u16) -> Vec<Segment> {
        self.glyphs.outline(glyph)
    }

    /// Lowest and highest point of the outline, control points too; `None` if it is empty.
    pub(super) fn y_range(&self, glyph: u16) -> Option<(i16, i16)> {
        self.glyphs.y_range(glyph)
    }

    /// How far the pen of `mark` stands from that of the letter `base`: to the right and upward.
    pub(super) fn mark_on_base(&self, base: u16, mark: u16) -> Option<(i32, i32)> {
        gpos::place(&self.marks.on_bases, base, mark)
    }

    /// The same for a mark on another mark.
    pub(super) fn mark_on_mark(&self, below: u16, mark: u16) -> Option<(i32, i32)> {
        gpos::place(&self.marks.on_marks, below, mark)
    }
}
