//! Where the frames of one segment are.

use super::riff::{Name, chunk, put16, put32, put64};

/// In an index: the frame needs no other.
const KEY_FRAME: u32 = 0x10;
/// Bytes that a frame takes in both kinds of index, at most.
pub(super) const ENTRY: u64 = 16 + 8;
/// Bytes of both kinds of index beside their entries.
pub(super) const HEADS: u64 = 8 + 32;

/// The frames of a segment, in order. Their number is bounded, because a segment is.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// How far into the segment the chunk begins, and the bytes in it.
    entries: Vec<(u32, u32)>,
}

impl Index {
    pub(super) fn push(&mut self, offset: u32, bytes: u32) {
        self.entries.push((offset, bytes));
    }

    pub(super) const fn len(&self) -> usize {
        self.entries.len()
    }

    pub(super) fn clear(&mut self) {
        self.entries.clear();
    }

    /// The index that stands behind the list of frames of the first segment. `movi` is how far into the segment the name
    /// of that list is, from which it counts.
    pub(super) fn old(&self, frame: Name, movi: u32) -> Vec<u8> {
        let mut out = Vec::new();
        chunk(&mut out, *b"idx1", |out| {
            for &(offset, bytes) in &self.entries {
                out.extend_from_slice(&frame);
                put32(out, &[KEY_FRAME, offset - movi, bytes]);
            }
        });
        out
    }

    /// The index that stands at the end of a segment's list of frames. `segment` is where that segment begins in the file.
    pub(super) fn standard(&self, frame: Name, segment: u64) -> Vec<u8> {
        let mut out = Vec::new();
        chunk(&mut out, *b"ix00", |out| {
            let (words, index_of_chunks) = (2, 0x0100);
            put16(out, &[words, index_of_chunks]);
            put32(out, &[self.entries.len() as u32]);
            out.extend_from_slice(&frame);
            put64(out, segment);
            put32(out, &[0]);
            for &(offset, bytes) in &self.entries {
                // behind the chunk's name and length
                put32(out, &[offset + 8, bytes]);
            }
        });
        out
    }
}
