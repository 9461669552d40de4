//! What stands before the first frame. Its length never changes, so it can be written anew at any time.

use super::riff::{Name, begin, chunk, list, put16, put32, put64};
use crate::encode::Fps;
use crate::geom::Size;

/// How many segments the head has room for.
pub(super) const MOST_SEGMENTS: usize = 256;
/// In the head: the file has an index.
const HAS_INDEX: u32 = 0x10;
const INCH_IN_METRES: f64 = 0.0254;
/// The number of UTF-8 among the code pages.
const UTF_8: u16 = 65_001;

/// What never changes.
#[derive(Clone, Debug)]
pub(super) struct Format {
    pub(super) size: Size,
    pub(super) fps: Fps,
    /// The name of the chunks that hold frames.
    pub(super) frame: Name,
    /// The code of the compression in the stream's header, and in the picture's, where zeros are none.
    pub(super) codes: [Name; 2],
    /// Bytes of a picture that is not compressed.
    pub(super) raw: u32,
    pub(super) dpi: Option<f64>,
    /// Entries by their RIFF names.
    pub(super) info: Vec<(Name, String)>,
}

/// A segment that is complete, for the index of indexes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Segment {
    /// Where its index stands in the file, and how long that is.
    pub(super) index_at: u64,
    pub(super) index_bytes: u32,
    pub(super) frames: u32,
}

/// What is known so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Counts {
    /// Frames in all.
    pub(super) frames: u32,
    /// Frames in the first segment, which is all that old programs see.
    pub(super) first: u32,
    /// Bytes of the largest frame.
    pub(super) largest: u32,
    /// Bytes of the first segment and of its frames, as they stand in its head.
    pub(super) riff: u32,
    pub(super) movi: u32,
    pub(super) indexed: bool,
    /// If there is more than one, those that are complete.
    pub(super) segments: Vec<Segment>,
}

/// The head of the file, up to and with the name of the list of frames.
pub(super) fn head(format: &Format, counts: &Counts) -> Vec<u8> {
    let mut out = Vec::with_capacity(5000);
    begin(&mut out, *b"RIFF", counts.riff);
    out.extend_from_slice(b"AVI ");
    list(&mut out, *b"hdrl", |out| {
        chunk(out, *b"avih", |out| main_header(out, format, counts));
        list(out, *b"strl", |out| {
            chunk(out, *b"strh", |out| stream_header(out, format, counts));
            chunk(out, *b"strf", |out| picture_header(out, format));
            index_of_indexes(out, format, counts);
        });
        extended_header(out, counts);
    });
    // what no file says is taken for Latin-1 by some
    if format.info.iter().any(|(_, value)| !value.is_ascii()) {
        let (country, language, dialect) = (0, 0, 0);
        chunk(&mut out, *b"CSET", |out| put16(out, &[UTF_8, country, language, dialect]));
    }
    if !format.info.is_empty() {
        list(&mut out, *b"INFO", |out| {
            for (name, value) in &format.info {
                chunk(out, *name, |out| {
                    out.extend_from_slice(value.as_bytes());
                    out.push(0);
                });
            }
        });
    }
    begin(&mut out, *b"LIST", counts.movi);
    out.extend_from_slice(b"movi");
    out
}

fn main_header(out: &mut Vec<u8>, format: &Format, counts: &Counts) {
    let micros = (format.fps.frame_seconds() * 1e6).round() as u32;
    let rate = (f64::from(counts.largest) * format.fps.as_f64()).round() as u32;
    let (width, height) = (format.size.width, format.size.height);
    let flags = if counts.indexed { HAS_INDEX } else { 0 };
    let (granularity, initial, streams) = (0, 0, 1);
    let frames = [counts.first, initial, streams, counts.largest];
    put32(out, &[micros, rate, granularity, flags]);
    put32(out, &frames);
    put32(out, &[width, height, 0, 0, 0, 0]);
}

fn stream_header(out: &mut Vec<u8>, format: &Format, counts: &Counts) {
    out.extend_from_slice(b"vids");
    out.extend_from_slice(&format.codes[0]);
    // flags, priority and language, initial frames
    put32(out, &[0, 0, 0]);
    // scale and rate, start, length
    put32(out, &[format.fps.den(), format.fps.num(), 0, counts.frames]);
    // the quality is the codec's own; samples vary in size
    put32(out, &[counts.largest, u32::MAX, 0]);
    // at most 65,535, which was checked
    put16(out, &[0, 0, format.size.width as u16, format.size.height as u16]);
}

fn picture_header(out: &mut Vec<u8>, format: &Format) {
    let length = 40;
    let (planes, bits) = (1, 24);
    let per_metre = format.dpi.map_or(0, |dpi| (dpi / INCH_IN_METRES).round() as u32);
    // a positive height means that the bottom row comes first
    put32(out, &[length, format.size.width, format.size.height]);
    put16(out, &[planes, bits]);
    out.extend_from_slice(&format.codes[1]);
    put32(out, &[format.raw, per_metre, per_metre, 0, 0]);
}

/// Where the index of each segment is; room for it, as long as one segment is enough.
fn index_of_indexes(out: &mut Vec<u8>, format: &Format, counts: &Counts) {
    let name = if counts.segments.is_empty() { *b"JUNK" } else { *b"indx" };
    chunk(out, name, |out| {
        let end = out.len() + 24 + 16 * MOST_SEGMENTS;
        let (words, subtype_and_type) = (4, 0);
        put16(out, &[words, subtype_and_type]);
        put32(out, &[counts.segments.len() as u32]);
        out.extend_from_slice(&format.frame);
        put32(out, &[0; 3]);
        for segment in &counts.segments {
            put64(out, segment.index_at);
            put32(out, &[segment.index_bytes, segment.frames]);
        }
        out.resize(end, 0);
    });
}

/// The frames of all segments; room for them, as long as one segment is enough.
fn extended_header(out: &mut Vec<u8>, counts: &Counts) {
    let fill = |out: &mut Vec<u8>| {
        out.extend_from_slice(b"odml");
        chunk(out, *b"dmlh", |out| {
            put32(out, &[counts.frames]);
            out.resize(out.len() + 244, 0);
        });
    };
    chunk(out, if counts.segments.is_empty() { *b"JUNK" } else { *b"LIST" }, fill);
}
