//! What a font has shaped and drawn already, so that labels that come again cost little.

use std::collections::HashMap;
use std::sync::Arc;

use super::outline::Outline;
use super::shape::Shaped;

/// All is dropped when it is more than this: a few megabytes.
const MAX_BYTES: usize = 4 << 20;
/// Charged for each thing that is kept, beside what it holds.
const ENTRY_BYTES: usize = 200;

/// Everything is in units of the font, so that it serves all sizes. Changes how fast text is drawn, never how it looks.
#[derive(Debug, Default)]
pub(super) struct Kept {
    /// From left to right, and from right to left.
    runs: HashMap<Box<str>, [Option<Arc<Shaped>>; 2]>,
    outlines: HashMap<u16, Arc<Outline>>,
    bytes: usize,
}

impl Kept {
    pub(super) fn run(&self, text: &str, rtl: bool) -> Option<Arc<Shaped>> {
        self.runs.get(text)?[usize::from(rtl)].clone()
    }

    pub(super) fn keep_run(&mut self, text: &str, rtl: bool, shaped: &Arc<Shaped>) {
        if self.admits(text.len() + size_of_val(&shaped.glyphs[..])) {
            self.runs.entry(text.into()).or_default()[usize::from(rtl)] = Some(Arc::clone(shaped));
        }
    }

    pub(super) fn outline(&self, glyph: u16) -> Option<Arc<Outline>> {
        self.outlines.get(&glyph).cloned()
    }

    pub(super) fn keep_outline(&mut self, glyph: u16, outline: &Arc<Outline>) {
        if self.admits(size_of_val(&outline.segments[..])) {
            self.outlines.insert(glyph, Arc::clone(outline));
        }
    }

    /// Makes room for that many bytes, unless they are too many.
    fn admits(&mut self, bytes: usize) -> bool {
        let bytes = bytes + ENTRY_BYTES;
        if bytes > MAX_BYTES {
            return false;
        }
        if self.bytes + bytes > MAX_BYTES {
            *self = Self::default();
        }
        self.bytes += bytes;
        true
    }

    #[cfg(test)]
    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }
}
