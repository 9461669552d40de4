//! The file: one that grows and can be played at any moment, and in the end a plain MP4 with its index in front.
//!
//! While it is recorded, each picture goes out at once in a fragment of its own. A process that is killed leaves
//! all of them; no clock decides what is written when. In the end the pictures are copied behind a complete index,
//! without what the fragments cost.

use std::fs::File;
use std::io::{BufReader, BufWriter, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::PathBuf;

use super::boxes::{Bytes, long_media_header, media_header};
use super::h264::Sample;
use super::header::{self, DURATION_AT, FRAGMENT, Format, Places};
use super::track::Track;
use crate::encode::draft::Draft;
use crate::encode::part::PartFile;
use crate::error::{Error, Result};

/// Bytes that are read or written at a time when the pictures are copied.
const BUFFER: usize = 1 << 18;

/// A movie in the making.
pub(super) struct Movie {
    // before the guard, so that the file is closed when it is removed
    file: File,
    part: PartFile,
    track: Track,
    /// Known with the first picture.
    format: Option<Format>,
    /// Where the first fragment begins.
    first: u64,
    /// Where the last fragment begins, and where the next one will.
    last: u64,
    end: u64,
    buffer: Bytes,
}

impl Movie {
    /// Makes the file, empty.
    pub(super) fn create(part: PartFile, track: Track) -> Result<Self> {
        let file = part.file()?;
        Ok(Self { file, part, track, format: None, first: 0, last: 0, end: 0, buffer: Bytes::default() })
    }

    pub(super) fn part(&self) -> &PartFile {
        &self.part
    }

    pub(super) fn track(&mut self) -> &mut Track {
        &mut self.track
    }

    /// Whether a picture was written.
    pub(super) fn begun(&self) -> bool {
        self.format.is_some()
    }

    /// Writes the head of a file that grows.
    pub(super) fn begin(&mut self, format: Format) -> Result<()> {
        let mut head = Bytes::default();
        header::file_type(&mut head, true);
        // room for what may one day cover the fragments, see `cover`
        head.boxed(b"free", |b| b.zeros(8));
        header::movie(&mut head, &format, &self.track, &Places::Fragments);
        self.file.write_all(&head.0).map_err(|e| self.io("write", e))?;
        self.first = head.0.len() as u64;
        (self.last, self.end) = (self.first, self.first);
        self.format = Some(format);
        Ok(())
    }

    /// Adds a picture that is shown for `ticks`.
    pub(super) fn push(&mut self, sample: &Sample, ticks: u32) -> Result<()> {
        let size = sample.bytes.len() as u32;
        let number = self.track.sizes.len() as u32 + 1;
        self.buffer.0.clear();
        header::fragment(&mut self.buffer, number, self.track.duration, ticks, size, sample.key);
        self.buffer.bytes(&sample.bytes);
        append(&mut self.file, self.end, &mut self.buffer.0).map_err(|e| self.io("write", e))?;
        self.track.push(size, sample.key, ticks);
        self.last = self.end;
        self.end += self.buffer.0.len() as u64;
        self.part.plays();
        Ok(())
    }

    /// Shows the last picture longer, and returns the ticks that were too many for one picture.
    pub(super) fn lengthen(&mut self, more: u64) -> Result<u64> {
        let (ticks, rest) = self.track.lengthen(more);
        patch(&mut self.file, self.last + DURATION_AT, &ticks.to_be_bytes()).map_err(|e| self.io("write", e))?;
        Ok(rest)
    }

    /// Makes a plain file of it, and gives it its name. Returns its size in bytes, and notes where it is not quite
    /// as it should be.
    ///
    /// The copy needs room for a second file. Where there is none the pictures stay where they are, and nothing of a
    /// long recording is lost at its end.
    pub(super) fn finish(mut self) -> Result<(u64, Vec<String>)> {
        let Some(format) = self.format.take() else {
            return Err(Error::no_frames(self.part.target()));
        };
        match self.rewrite(&format) {
            Ok(whole) => {
                let Self { mut part, file, .. } = self;
                drop(file);
                if let Err(error) = part.replace(whole) {
                    return Err(error.kept_in(Some(part.keep())));
                }
                let notes = part.note().into_iter().collect();
                Ok((part.commit()?, notes))
            }
            // what was written is not there any more: nothing can be made of it
            Err(e) if e.kind() == ErrorKind::UnexpectedEof => Err(self.io("read", e)),
            Err(e) => {
                let place = match self.cover(&format) {
                    Ok(()) => "the index stands at the end",
                    Err(_) => {
                        // fragments can be played as they are
                        if let Err(e) = self.file.set_len(self.end) {
                            let error = self.io("write", e);
                            return Err(error.kept_in(Some(self.part.keep())));
                        }
                        "the index is in pieces (a fragmented MP4)"
                    }
                };
                let note = format!("{place}, since the copy that has it in front could not be written: {e}");
                let Self { part, file, .. } = self;
                drop(file);
                let notes = part.note().into_iter().chain([note]).collect();
                Ok((part.commit()?, notes))
            }
        }
    }

    /// Leaves the file as it is, if there is a picture in it, and says where.
    pub(super) fn salvage(self) -> Option<PathBuf> {
        self.format.is_some().then(|| self.part.keep())
    }

    /// Copies the pictures behind an index, into a second file beside the first.
    fn rewrite(&mut self, format: &Format) -> std::io::Result<Draft> {
        let each = self.track.per_second();
        let payload: u64 = self.track.sizes.iter().map(|size| u64::from(*size)).sum();
        let media = media_header(payload);
        let mut starts: Vec<u64> = Vec::with_capacity(self.track.sizes.len() / each + 1);
        let mut at = 0;
        for group in self.track.sizes.chunks(each) {
            starts.push(at);
            at += group.iter().map(|size| u64::from(*size)).sum::<u64>();
        }
        let (mut head, mut shift) = (Bytes::default(), 0);
        // the places depend on how long the index is, and that on how far the places are: the second time it is right,
        // or, should the places have just grown beyond four gigabytes, the third
        loop {
            head.0.clear();
            header::file_type(&mut head, false);
            header::movie(&mut head, format, &self.track, &Places::Groups { each, starts: &starts });
            head.bytes(&media.0);
            let length = head.0.len() as u64;
            if length == shift {
                break;
            }
            for start in &mut starts {
                *start = *start + length - shift;
            }
            shift = length;
        }
        let whole = self.part.second().map_err(std::io::Error::other)?;
        let mut out = BufWriter::with_capacity(BUFFER, whole.file().map_err(std::io::Error::other)?);
        out.write_all(&head.0)?;
        self.file.seek(SeekFrom::Start(self.first))?;
        let mut pictures = BufReader::with_capacity(BUFFER, &self.file);
        let buffer = &mut self.buffer.0;
        for size in &self.track.sizes {
            pictures.seek_relative(FRAGMENT as i64)?;
            buffer.resize(*size as usize, 0);
            pictures.read_exact(buffer)?;
            out.write_all(buffer)?;
        }
        // an error would be lost in a drop
        out.into_inner().map_err(std::io::IntoInnerError::into_error)?;
        Ok(whole)
    }

    /// Appends an index, and then covers everything between the file's type and it, fragments and all, by one box: a
    /// plain file too, with the index at the end. A kill before the last step leaves the fragments.
    fn cover(&mut self, format: &Format) -> std::io::Result<()> {
        let mut starts = Vec::with_capacity(self.track.sizes.len());
        let mut at = self.first;
        for size in &self.track.sizes {
            starts.push(at + FRAGMENT);
            at += FRAGMENT + u64::from(*size);
        }
        let mut index = Bytes::default();
        header::movie(&mut index, format, &self.track, &Places::Groups { each: 1, starts: &starts });
        self.file.seek(SeekFrom::Start(self.end))?;
        self.file.write_all(&index.0)?;
        let mut head = Bytes::default();
        header::file_type(&mut head, true);
        let covered = head.0.len() as u64;
        patch(&mut self.file, covered, &long_media_header(self.end - covered - 16))
    }

    fn io(&self, doing: &'static str, source: std::io::Error) -> Error {
        Error::io(doing, self.part.path(), source)
    }
}

/// Writes a fragment at the end of the file, which is at `end`.
///
/// ffmpeg opens no file that ends within a `moof`. So the fragment is called one only when all of it is there: until then
/// players pass over it, whole or cut.
pub(super) fn append(out: &mut (impl Write + Seek), end: u64, fragment: &mut [u8]) -> std::io::Result<()> {
    fragment[4..8].copy_from_slice(b"free");
    out.write_all(fragment)?;
    patch(out, end + 4, b"moof")
}

/// Overwrites bytes, and goes back to the end.
fn patch(out: &mut (impl Write + Seek), at: u64, bytes: &[u8]) -> std::io::Result<()> {
    out.seek(SeekFrom::Start(at))?;
    out.write_all(bytes)?;
    out.seek(SeekFrom::End(0)).map(drop)
}
