//! The bytes of an AVI, frame by frame.
//!
//! A file is one segment, `RIFF AVI `, with an index at its end; what does not fit into a gibibyte goes on in segments
//! `RIFF AVIX` with an index each, and an index of these in the head (the extensions by OpenDML).

use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

use super::AviOptions;
use super::head::{Counts, Format, MOST_SEGMENTS, Segment, head};
use super::index::{ENTRY, HEADS, Index};
use super::picture::{Pictures, raw_bytes};
use super::riff::begin;
use crate::canvas::Frame;
use crate::encode::Fps;
use crate::encode::file::Stream;
use crate::encode::guard::Guard;
use crate::encode::hold::Repeats;
use crate::error::{Error, Result};
use crate::geom::Size;

/// How long the list of frames' name and that of a segment's kind are.
const NAME: u64 = 4;
/// How long the name and length of a chunk are.
const CHUNK: u64 = 8;

/// Writes an AVI into anything that can be written and sought.
///
/// The head's counts are brought up to date once for every second that is shown, so that what a killed program leaves
/// can be played.
#[derive(Debug)]
pub(crate) struct AviStream<W> {
    out: W,
    guard: Guard,
    format: Format,
    counts: Counts,
    index: Index,
    pictures: Pictures,
    /// The last picture, whose bytes need not be made again if it comes again.
    last: Vec<u8>,
    repeats: Repeats,
    /// Bytes in the file.
    end: u64,
    /// Where the segment and its list's name begin.
    segment: u64,
    movi: u64,
    /// The most bytes of a segment.
    limit: u64,
    notes: Vec<String>,
    /// After so many frames the head is brought up to date.
    every: u64,
}

impl<W: Write + Seek> AviStream<W> {
    /// Writes the head of the file. `path` is for messages, `limit` the most bytes of a segment.
    pub(super) fn new(out: W, path: &Path, size: Size, fps: Fps, limit: u64, options: &AviOptions) -> Result<Self> {
        let fps = fps.checked()?;
        let codec = options.codec;
        let format = Format {
            size,
            fps,
            frame: codec.chunk(),
            codes: codec.codes(),
            // what a JPEG would be, it cannot say; as much as fits
            raw: u32::try_from(raw_bytes(size)).unwrap_or(u32::MAX),
            dpi: options.dpi,
            info: options.info.clone(),
        };
        let mut stream = Self {
            out,
            guard: Guard::new(path, size),
            format,
            counts: Counts::default(),
            index: Index::default(),
            pictures: Pictures::new(codec, size, path),
            last: Vec::new(),
            repeats: Repeats::new(fps),
            end: 0,
            segment: 0,
            movi: 0,
            limit,
            notes: options.notes.clone(),
            every: fps.frames_in(1.0).max(1),
        };
        let head = head(&stream.format, &stream.counts);
        stream.append(&head).map_err(|e| Error::io("write", path, e))?;
        stream.movi = stream.end - NAME;
        stream.update().map_err(|e| Error::io("write", path, e))?;
        Ok(stream)
    }

    fn append(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.out.write_all(bytes)?;
        self.end += bytes.len() as u64;
        Ok(())
    }

    fn overwrite(&mut self, at: u64, bytes: &[u8]) -> std::io::Result<()> {
        self.out.seek(SeekFrom::Start(at))?;
        self.out.write_all(bytes)?;
        self.out.seek(SeekFrom::Start(self.end)).map(drop)
    }

    /// Brings the counts and lengths in the file up to date, as if it ended here.
    fn update(&mut self) -> std::io::Result<()> {
        // a segment is below 2^32
        let riff = (self.end - self.segment - CHUNK) as u32;
        let movi = (self.end - self.movi) as u32;
        if self.segment == 0 {
            if !self.counts.indexed {
                self.counts.movi = movi;
            }
            self.counts.riff = riff;
        } else {
            self.overwrite(self.segment + NAME, &riff.to_le_bytes())?;
            self.overwrite(self.movi - NAME, &movi.to_le_bytes())?;
        }
        let head = head(&self.format, &self.counts);
        self.overwrite(0, &head)?;
        self.out.flush()
    }

    /// Writes the bytes of the last picture as a frame.
    fn frame(&mut self) -> std::io::Result<()> {
        let length = self.pictures.bytes().len() as u64;
        let indexes = HEADS + ENTRY * (self.index.len() as u64 + 1);
        if self.index.len() > 0 && self.end - self.segment + CHUNK + length + 1 + indexes > self.limit {
            self.next_segment()?;
        }
        // 32 bits are enough within a segment
        let (offset, length) = ((self.end - self.segment) as u32, length as u32);
        let mut name = Vec::with_capacity(CHUNK as usize);
        begin(&mut name, self.format.frame, length);
        self.append(&name)?;
        self.out.write_all(self.pictures.bytes())?;
        self.end += u64::from(length);
        if length % 2 == 1 {
            self.append(&[0])?;
        }
        self.index.push(offset, length);
        self.counts.frames = self.counts.frames.checked_add(1).ok_or_else(|| full("frames"))?;
        if self.segment == 0 {
            self.counts.first += 1;
        }
        self.counts.largest = self.counts.largest.max(length);
        if u64::from(self.counts.frames) % self.every == 1 % self.every {
            self.update()?;
        }
        self.out.flush()
    }

    /// Writes the index for programs that know of segments.
    fn close_list(&mut self) -> std::io::Result<()> {
        if self.counts.segments.len() == MOST_SEGMENTS {
            return Err(full("segments of a gibibyte"));
        }
        let index = self.index.standard(self.format.frame, self.segment);
        let (index_at, index_bytes) = (self.end, index.len() as u32);
        self.append(&index)?;
        self.counts.segments.push(Segment { index_at, index_bytes, frames: self.index.len() as u32 });
        Ok(())
    }

    /// Writes the index for programs that know of one segment only, behind the list of frames.
    fn close_first(&mut self) -> std::io::Result<()> {
        self.counts.movi = (self.end - self.movi) as u32;
        self.counts.indexed = true;
        let index = self.index.old(self.format.frame, self.movi as u32);
        self.append(&index)
    }

    fn next_segment(&mut self) -> std::io::Result<()> {
        self.close_list()?;
        if self.segment == 0 {
            self.close_first()?;
        }
        self.update()?;
        self.index.clear();
        self.segment = self.end;
        let mut start = Vec::new();
        begin(&mut start, *b"RIFF", 0);
        start.extend_from_slice(b"AVIX");
        begin(&mut start, *b"LIST", 0);
        start.extend_from_slice(b"movi");
        self.append(&start)?;
        self.movi = self.end - NAME;
        Ok(())
    }

    fn close(&mut self) -> std::io::Result<()> {
        if self.segment == 0 {
            self.close_first()?;
        } else {
            self.close_list()?;
        }
        self.update()
    }

    fn lift(&self, result: std::io::Result<()>) -> Result<()> {
        result.map_err(|e| Error::io("write", self.guard.path(), e))
    }
}

fn full(of: &str) -> std::io::Error {
    std::io::Error::other(format!("an AVI can hold no more {of}; record to another format, or compressed"))
}

impl<W: Write + Seek + Send> Stream for AviStream<W> {
    fn write(&mut self, frame: &Frame) -> Result<()> {
        self.guard.frame(frame.size())?;
        let mut result = Ok(());
        if self.last != frame.as_rgb() {
            self.last.clear();
            self.last.extend_from_slice(frame.as_rgb());
            result = self.pictures.encode(frame.as_rgb());
        }
        let result = result.and_then(|()| {
            let written = self.frame();
            self.lift(written)
        });
        self.guard.wrote(result)
    }

    fn hold(&mut self, seconds: f64) -> Result<()> {
        let seconds = self.guard.hold(seconds)?;
        for _ in 0..self.repeats.hold(seconds) {
            let written = self.frame();
            let result = self.lift(written);
            self.guard.did(result)?;
        }
        Ok(())
    }

    fn finish(mut self) -> Result<(String, Vec<String>)> {
        self.guard.end()?;
        let closed = self.close();
        self.lift(closed)?;
        Ok((self.pictures.codec().name().into(), self.notes))
    }
}
