//! GIF, written in this process.
//!
//! A frame holds only the rectangle that changed; pictures of up to 256 colours are exact; a picture that stays
//! lengthens the delay of the frame that shows it. The walk of a picture: `diff` finds the rectangle, [`palette`] maps it
//! exactly or [`quantize`] as well as 255 colours can, [`lzw`] compresses, [`stream`] writes.
//!
//! Where a colour is transparent, what was painted must vanish again, and painting over does not do that. Each frame then
//! holds all that it shows, and is cleared away before the next.

mod change;
mod delay;
mod histogram;
mod indexed;
mod lzw;
mod nearest;
mod palette;
mod quantize;
mod repair;
mod split;
mod stream;
#[cfg(test)]
mod tests;
mod transparent;
mod weigh;

use std::fs::File;
use std::io::{BufWriter, Seek, Write};
use std::path::Path;

pub(crate) use self::indexed::indexed;
use self::stream::GifStream;
use super::Fps;
use super::file::{FileEncoder, Stream};
use crate::canvas::Frame;
use crate::error::Result;
use crate::geom::Size;

/// How often a GIF, an animated PNG or an animated WebP is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Repeat {
    /// Over and over. The default.
    #[default]
    Infinite,
    /// So many times in all; 0 counts as 1.
    Times(u16),
    /// One time; the last frame stays.
    Once,
}

/// What a GIF can be asked for, beside its size and rate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct GifOptions {
    /// How often it is shown.
    pub(crate) repeat: Repeat,
    /// A text in the file that is not shown. None by default.
    pub(crate) comment: Option<String>,
    /// The colour whose pixels are transparent. None by default.
    pub(crate) transparent: Option<[u8; 3]>,
}

/// Writes a GIF file.
pub(crate) type GifEncoder = FileEncoder<GifStream<BufWriter<File>>>;

impl GifEncoder {
    /// Begins a file that will have the name `path`.
    ///
    /// # Errors
    /// A size of 0 or over 65,535 pixels in a direction, a rate over 50 or under 100/65,535, a missing folder, or
    /// whatever the file says.
    pub(crate) fn open(path: &Path, size: Size, fps: Fps, options: &GifOptions) -> Result<Self> {
        // looked at before anything is created
        stream::check(size, fps)?;
        Self::begin(path, |out, path| GifStream::new(out, path, size, fps, options))
    }
}

impl<W: Write + Seek + Send> Stream for GifStream<W> {
    fn write(&mut self, frame: &Frame) -> Result<()> {
        self.write(frame)
    }

    fn hold(&mut self, seconds: f64) -> Result<()> {
        self.hold(seconds)
    }

    fn finish(self) -> Result<(String, Vec<String>)> {
        self.finish().map(|_| ("gif".into(), Vec::new()))
    }
}
