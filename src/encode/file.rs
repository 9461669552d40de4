//! A stream of pictures that goes into a file.

use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use super::part::PartFile;
use super::{Encoded, Encoder};
use crate::canvas::Frame;
use crate::error::Result;

/// The bytes of a format, picture by picture, into an output that the stream owns.
pub(crate) trait Stream: Send {
    /// Adds a picture, shown for one frame's time.
    fn write(&mut self, frame: &Frame) -> Result<()>;

    /// Shows the last picture for `seconds` longer.
    fn hold(&mut self, seconds: f64) -> Result<()>;

    /// Completes and flushes the output. Returns what wrote it, and what is to be said of it.
    fn finish(self) -> Result<(String, Vec<String>)>;
}

/// Gives the file its name, if its stream has ended well.
fn end(part: PartFile, begun: bool, ended: Result<(String, Vec<String>)>) -> Result<Encoded> {
    match ended {
        Ok((encoder, mut notes)) => {
            notes.extend(part.note());
            Ok(Encoded { bytes: part.commit()?, encoder, notes, ..Encoded::default() })
        }
        Err(error) => Err(error.kept_in(begun.then(|| part.keep()))),
    }
}

/// Writes a stream into `name.part.ext`, which gets its name at the end.
#[derive(Debug)]
pub(crate) struct FileEncoder<S> {
    // before `part`: the file must be closed when its name changes or goes
    stream: S,
    part: PartFile,
    /// Whether a picture was written.
    begun: bool,
}

impl<S: Stream> FileEncoder<S> {
    /// Begins a file that will have the name `path`; `begin` makes the stream, and is told the absolute path.
    pub(super) fn begin(path: &Path, begin: impl FnOnce(BufWriter<File>, &Path) -> Result<S>) -> Result<Self> {
        let part = PartFile::new(path)?;
        let stream = begin(BufWriter::with_capacity(1 << 16, part.file()?), part.target())?;
        Ok(Self { stream, part, begun: false })
    }
}

impl<S: Stream> Encoder for FileEncoder<S> {
    fn write(&mut self, frame: &Frame) -> Result<()> {
        self.stream.write(frame)?;
        self.begun = true;
        self.part.plays();
        Ok(())
    }

    fn hold(&mut self, seconds: f64) -> Result<()> {
        self.stream.hold(seconds)
    }

    fn finish(self: Box<Self>) -> Result<Encoded> {
        let Self { stream, part, begun } = *self;
        end(part, begun, stream.finish())
    }

    fn abort(self: Box<Self>) {}

    fn salvage(self: Box<Self>) -> Option<PathBuf> {
        // each picture went out whole, so that the file plays up to the last of them
        let Self { stream, part, begun } = *self;
        drop(stream);
        begun.then(|| part.keep())
    }
}
