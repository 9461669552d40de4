//! The chunks of a WebP, without its pixels: how many pictures, how long, which words.

use std::io::{BufRead, ErrorKind, Read, Result, Seek};

use super::rate::Delays;
use crate::geom::Size;

/// How a delay of 0 is shown, which means as fast as possible: a tenth of a second, as in browsers.
const AS_FAST_AS_POSSIBLE: u32 = 100;
/// Bits of the byte that says what is in the file.
const ANIMATED: u8 = 1 << 1;
/// The most bytes of XMP that are looked at.
const PACKET: u32 = 1 << 20;
/// What stands before the chunks of an animation's picture.
const PLACE: u32 = 16;

/// What was found.
#[derive(Clone, Debug)]
pub(super) struct Chunks {
    pub(super) size: Size,
    /// Whether it is no animation.
    pub(super) still: bool,
    /// Of the pictures that are whole, in milliseconds; one for a still.
    pub(super) delays: Delays,
    /// The XMP packet.
    pub(super) xmp: Vec<u8>,
}

/// One picture of a file, still compressed.
#[derive(Clone, Debug, Default)]
pub(super) struct Image {
    pub(super) x: u32,
    pub(super) y: u32,
    pub(super) size: Size,
    /// In milliseconds; nothing for a still.
    pub(super) delay: Option<u32>,
    /// Whether it is laid over what is there, where it is transparent.
    pub(super) over: bool,
    /// Whether its place becomes transparent afterwards.
    pub(super) clear: bool,
    /// The chunks that hold it.
    pub(super) data: Vec<u8>,
}

/// Name and length of a chunk.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chunk {
    pub(super) name: [u8; 4],
    pub(super) length: u32,
}

/// Goes from chunk to chunk of a file.
///
/// The length that the file says it has is not heeded for as long as pictures follow: that of a recording that was cut off
/// may be one picture behind.
#[derive(Debug)]
pub(super) struct Walk<R> {
    from: R,
    /// How much is to be read, as the file says.
    left: u64,
}

impl<R: BufRead + Seek> Walk<R> {
    /// Begins behind the twelve bytes that every WebP begins with.
    pub(super) fn new(mut from: R) -> Result<Self> {
        let mut head = [0; 12];
        from.read_exact(&mut head)?;
        Ok(Self { from, left: u64::from(le32(&head[4..])).saturating_sub(4) })
    }

    /// The next chunk, or nothing at the end. Its content has to be read or skipped before the one after it.
    pub(super) fn next(&mut self) -> Result<Option<Chunk>> {
        let inside = self.left > 0;
        if self.from.fill_buf()?.is_empty() {
            return Ok(None);
        }
        let mut head = [0; 8];
        match self.from.read_exact(&mut head) {
            // something else was appended to the file
            Err(e) if e.kind() == ErrorKind::UnexpectedEof && !inside => return Ok(None),
            other => other?,
        }
        let chunk = Chunk { name: [head[0], head[1], head[2], head[3]], length: le32(&head[4..]) };
        if !inside && !matches!(&chunk.name, b"ANMF" | b"ANIM" | b"VP8X") {
            return Ok(None);
        }
        self.left = self.left.saturating_sub(8 + u64::from(chunk.length) + u64::from(chunk.length % 2));
        Ok(Some(chunk))
    }

    /// The first `length` bytes of a chunk; what is behind them is skipped, unless it is not there.
    fn read(&mut self, chunk: Chunk, length: u32) -> Result<Vec<u8>> {
        let length = length.min(chunk.length);
        let mut data = Vec::new();
        // not allocated for what a chunk says of itself
        let got = self.from.by_ref().take(length.into()).read_to_end(&mut data)?;
        if got < length as usize {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        self.skip(chunk.length - length, chunk.length % 2)?;
        Ok(data)
    }

    /// Skips bytes, and a byte behind them that may be missing at the end of a file.
    fn skip(&mut self, bytes: u32, padding: u32) -> Result<()> {
        if let Some(last) = bytes.checked_sub(1) {
            self.from.seek_relative(i64::from(last))?;
            // a seek goes beyond the end as well
            self.from.read_exact(&mut [0])?;
        }
        if padding > 0 && !self.from.fill_buf()?.is_empty() {
            self.from.consume(1);
        }
        Ok(())
    }

    /// The next picture of an animation, or nothing at the end.
    pub(super) fn image(&mut self) -> Result<Option<Image>> {
        while let Some(chunk) = self.next()? {
            if &chunk.name != b"ANMF" || chunk.length < PLACE {
                self.skip(chunk.length, chunk.length % 2)?;
                continue;
            }
            let mut data = self.read(chunk, chunk.length)?;
            let place: Vec<u8> = data.drain(..PLACE as usize).collect();
            return Ok(Some(Image {
                x: le24(&place) * 2,
                y: le24(&place[3..]) * 2,
                size: Size::new(le24(&place[6..]) + 1, le24(&place[9..]) + 1),
                delay: Some(shown(le24(&place[12..]))),
                over: place[15] & 2 == 0,
                clear: place[15] & 1 == 1,
                data,
            }));
        }
        Ok(None)
    }

    /// The picture of a still, with its transparency if it has one apart, or nothing.
    pub(super) fn still(&mut self) -> Result<Option<Image>> {
        let mut image = Image::default();
        while let Some(chunk) = self.next()? {
            let last = matches!(&chunk.name, b"VP8 " | b"VP8L");
            if !last && &chunk.name != b"ALPH" {
                self.skip(chunk.length, chunk.length % 2)?;
                continue;
            }
            let data = self.read(chunk, chunk.length)?;
            if last {
                image.size = picture_size(&chunk.name, &data).unwrap_or_default();
            }
            put(&mut image.data, &chunk.name, &data);
            if last {
                return Ok(Some(image));
            }
        }
        Ok(None)
    }
}

/// Appends a chunk.
pub(super) fn put(to: &mut Vec<u8>, name: &[u8; 4], data: &[u8]) {
    to.extend_from_slice(name);
    // what was read from a chunk fits into one
    to.extend_from_slice(&(data.len() as u32).to_le_bytes());
    to.extend_from_slice(data);
    to.extend_from_slice(&[0][..data.len() % 2]);
}

/// The chunks that lie in `data`, as far as they are whole.
pub(super) fn inside(mut data: &[u8]) -> impl Iterator<Item = ([u8; 4], &[u8])> {
    std::iter::from_fn(move || {
        let (head, rest) = data.split_at_checked(8)?;
        let length = le32(&head[4..]) as usize;
        let content = rest.get(..length)?;
        data = rest.get(length + length % 2..).unwrap_or_default();
        Some(([head[0], head[1], head[2], head[3]], content))
    })
}

/// The size that a chunk with a picture says.
pub(super) fn picture_size(name: &[u8; 4], data: &[u8]) -> Option<Size> {
    match name {
        b"VP8L" => {
            let bits = le32(data.get(1..5)?);
            Some(Size::new((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1))
        }
        _ => {
            let side = |at: usize| Some(u32::from(u16::from_le_bytes([*data.get(at)?, *data.get(at + 1)?])) & 0x3FFF);
            Some(Size::new(side(6)?, side(8)?))
        }
    }
}

const fn shown(delay: u32) -> u32 {
    if delay == 0 { AS_FAST_AS_POSSIBLE } else { delay }
}

/// Walks over all chunks. A file that ends too early is no error here.
pub(super) fn walk(from: impl BufRead + Seek) -> Result<Chunks> {
    let mut walk = Walk::new(from)?;
    let size = Size::new(0, 0);
    let mut chunks = Chunks { size, still: true, delays: Delays::new(1000), xmp: Vec::new() };
    match rest(&mut walk, &mut chunks) {
        Err(e) if e.kind() != ErrorKind::UnexpectedEof => Err(e),
        _ => Ok(chunks),
    }
}

fn rest(walk: &mut Walk<impl BufRead + Seek>, chunks: &mut Chunks) -> Result<()> {
    let mut first = true;
    while let Some(chunk) = walk.next()? {
        match &chunk.name {
            b"VP8X" if first => {
                let head = walk.read(chunk, 10)?;
                let Some(head) = head.get(..10) else { return Ok(()) };
                chunks.still = head[0] & ANIMATED == 0;
                chunks.size = Size::new(le24(&head[4..]) + 1, le24(&head[7..]) + 1);
            }
            b"VP8 " | b"VP8L" if chunks.still && chunks.delays.frames() == 0 => {
                let head = walk.read(chunk, 10)?;
                if first {
                    chunks.size = picture_size(&chunk.name, &head).unwrap_or_default();
                }
                chunks.delays.push(0);
            }
            b"ANMF" if !chunks.still && chunk.length >= PLACE => {
                let place = walk.read(chunk, PLACE)?;
                chunks.delays.push(u64::from(shown(le24(&place[12..]))));
            }
            b"XMP " if chunk.length <= PACKET => chunks.xmp = walk.read(chunk, PACKET)?,
            _ => walk.skip(chunk.length, chunk.length % 2)?,
        }
        first = false;
    }
    Ok(())
}

fn le24(bytes: &[u8]) -> u32 {
    bytes.iter().take(3).rev().fold(0, |all, byte| all << 8 | u32::from(*byte))
}

fn le32(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).rev().fold(0, |all, byte| all << 8 | u32::from(*byte))
}
