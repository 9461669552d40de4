//! Encoders: pictures in, a file out. They know no figure.

pub(crate) mod apng;
pub(crate) mod avi;
mod callback;
mod caught;
mod claim;
mod delta;
mod diff;
mod draft;
pub(crate) mod ffmpeg;
mod file;
pub(crate) mod gif;
mod guard;
pub(crate) mod hold;
mod marked;
pub(crate) mod memory;
#[cfg(feature = "mp4")]
pub(crate) mod mp4;
mod outlet;
pub(crate) mod part;
mod place;
pub(crate) mod png;
pub(crate) mod sequence;
#[cfg(test)]
mod testing;
mod ticks;
pub(crate) mod webp;
pub(crate) mod yuv;

pub use crate::fps::Fps;
pub use gif::Repeat;

pub(crate) use crate::numbered::is_pattern;
pub(crate) use apng::{ApngEncoder, ApngOptions};
pub(crate) use avi::{AviCodec, AviEncoder, AviOptions};
pub(crate) use callback::{Callback, CallbackEncoder};
pub(crate) use caught::{caught, words};
pub(crate) use ffmpeg::{FfmpegEncoder, FfmpegOptions};
pub(crate) use gif::{GifEncoder, GifOptions};
pub(crate) use memory::{MemoryEncoder, MemoryFrames};
#[cfg(feature = "mp4")]
pub(crate) use mp4::{Mp4Encoder, Mp4Options};
pub(crate) use sequence::PngSequenceEncoder;
pub(crate) use webp::{WebpEncoder, WebpOptions};

use std::path::PathBuf;
use std::time::Duration;

use crate::canvas::Frame;
use crate::error::Result;

/// What an encoder says of the file that it finished.
///
/// ```
/// use grabframe::Encoded;
/// let encoded = Encoded::new("raw", 64 * 48 * 3).with_note("nothing was compressed");
/// assert_eq!(encoded.notes.len(), 1);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Encoded {
    /// How large the file (or all files of a sequence) is, in bytes.
    pub bytes: u64,
    /// What wrote it, such as `gif` or `libx264 (ffmpeg 5.1.9)`.
    pub encoder: String,
    /// What was done that was not asked for: padding, a codec that stood in for another.
    pub notes: Vec<String>,
    /// The command line of the program that encoded it, if one did.
    pub command: Option<String>,
    /// The time spent on bringing pictures into the colours that the encoder takes, where that is a step of its own.
    pub converting: Duration,
}

impl Encoded {
    /// A file of so many bytes, and what wrote it.
    #[must_use]
    pub fn new(encoder: impl Into<String>, bytes: u64) -> Self {
        Self { bytes, encoder: encoder.into(), ..Self::default() }
    }

    /// And this note for the receipt.
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }
}

/// Takes pictures, one by one, and makes a file of them.
///
/// [`Writer`](crate::Writer) shows one of your own; its errors are made by [`Error::encode`](crate::Error::encode) and
/// [`Error::io`](crate::Error::io), or come from what it uses.
///
/// Its owner calls [`write`](Encoder::write) once for every frame, and then either [`finish`](Encoder::finish) or
/// [`abort`](Encoder::abort), or, after an error, [`salvage`](Encoder::salvage). The file has its own name only after a `finish` that returned `Ok`; until then it is
/// written beside it as `name.part.ext`. Dropping an encoder without
/// either is the same as `abort`; dropped by a panic, the encoders of this crate keep what plays, as `salvage` does.
pub trait Encoder: Send {
    /// Adds a picture, shown for one frame's time.
    ///
    /// # Errors
    /// [`ErrorKind::FrameSize`](crate::ErrorKind::FrameSize) if it is not of the size that the encoder was opened with;
    /// otherwise whatever the file or the encoding program says.
    fn write(&mut self, frame: &Frame) -> Result<()>;

    /// Shows the last picture for `seconds` longer. A format of constant rate repeats it, rounded to whole frames.
    ///
    /// # Errors
    /// As [`write`](Encoder::write).
    fn hold(&mut self, seconds: f64) -> Result<()>;

    /// Completes the file and gives it its name.
    ///
    /// # Errors
    /// [`ErrorKind::NoFrames`](crate::ErrorKind::NoFrames) if nothing was written (no file is left then); otherwise whatever
    /// the file or the encoding program says. A file of the same name from before is untouched on an error.
    fn finish(self: Box<Self>) -> Result<Encoded>;

    /// Gives up: whatever was written is removed.
    fn abort(self: Box<Self>);

    /// Ends after an error, but leaves what was written before if that can be played, and says where it is. By default
    /// the same as [`abort`](Encoder::abort).
    fn salvage(self: Box<Self>) -> Option<PathBuf> {
        self.abort();
        None
    }
}
