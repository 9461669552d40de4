//! Making errors. What they need is made here, and not in every function that can fail.

use std::path::{Path, PathBuf};

use super::{Error, Inner, What};
use crate::geom::Size;

/// An ffmpeg that ended with an error.
pub(crate) struct Stopped {
    /// The file that was being written.
    pub(crate) path: PathBuf,
    /// How it ended: an exit status or a signal.
    pub(crate) status: String,
    /// The last lines that it printed.
    pub(crate) stderr: String,
    /// The whole command line.
    pub(crate) command: String,
    /// How many frames it had been handed.
    pub(crate) frames: u64,
}

#[cold]
#[inline(never)]
fn new(what: What) -> Error {
    Error(Box::new(Inner { what, kept: None }))
}

/// For an [`Encoder`](crate::Encoder) or a [`Writer`](crate::Writer) of your own; all other errors come from what these use.
impl Error {
    /// What the system said of a file, and what was being done: `create`, `read`, `write`.
    #[must_use]
    pub fn io(doing: &'static str, path: impl AsRef<Path>, source: std::io::Error) -> Self {
        #[cold]
        #[inline(never)]
        fn io(doing: &'static str, path: &Path, source: std::io::Error) -> Error {
            new(What::Io { doing, path: path.into(), source })
        }
        io(doing, path.as_ref(), source)
    }

    /// An encoder has failed while it wrote the file.
    #[must_use]
    pub fn encode(path: impl AsRef<Path>, reason: impl Into<String>) -> Self {
        #[cold]
        #[inline(never)]
        fn encode(path: &Path, reason: String) -> Error {
            new(What::Encode { path: path.into(), reason })
        }
        encode(path.as_ref(), reason.into())
    }

    /// An option that cannot be used; `reason` is the whole message: which one, why not, and what to use.
    #[must_use]
    pub fn bad_option(reason: impl Into<String>) -> Self {
        #[cold]
        #[inline(never)]
        fn bad_option(reason: String) -> Error {
            new(What::BadOption { reason })
        }
        bad_option(reason.into())
    }

    /// A size that the format, or the encoder, cannot hold, and the limit that it breaks.
    #[must_use]
    pub fn bad_size(size: Size, reason: impl Into<String>) -> Self {
        #[cold]
        #[inline(never)]
        fn bad_size(size: Size, reason: String) -> Error {
            new(What::BadSize { size, reason })
        }
        bad_size(size, reason.into())
    }

    /// A rate that the format cannot show; `reason` is the whole message.
    #[must_use]
    pub fn bad_fps(reason: impl Into<String>) -> Self {
        #[cold]
        #[inline(never)]
        fn bad_fps(reason: String) -> Error {
            new(What::BadFps { reason })
        }
        bad_fps(reason.into())
    }
}

impl Error {
    pub(crate) fn missing_folder(path: &Path, folder: &Path) -> Self {
        new(What::MissingFolder { path: path.into(), folder: folder.into() })
    }

    pub(crate) fn busy(path: &Path) -> Self {
        new(What::Busy { path: path.into() })
    }

    /// `known` are the extensions that are known.
    pub(crate) fn unknown_format(path: &Path, known: impl Into<String>) -> Self {
        new(What::UnknownFormat { path: path.into(), known: known.into() })
    }

    /// A frame that comes after so many others.
    pub(crate) fn frame_size(expected: Size, got: Size, frame: u64) -> Self {
        new(What::FrameSize { expected, got, frame })
    }

    pub(crate) fn no_frames(path: &Path) -> Self {
        new(What::NoFrames { path: path.into() })
    }

    pub(crate) fn nothing_to_hold() -> Self {
        Self::bad_option("there is no frame to hold yet; grab one first")
    }

    pub(crate) fn ffmpeg_not_found(program: &Path) -> Self {
        new(What::FfmpegNotFound { program: program.into() })
    }

    pub(crate) fn ffmpeg(stopped: Stopped) -> Self {
        new(What::Ffmpeg(stopped))
    }

    #[cfg(feature = "read")]
    pub(crate) fn decode(path: impl AsRef<Path>, reason: impl Into<String>) -> Self {
        #[cold]
        #[inline(never)]
        fn decode(path: &Path, reason: String) -> Error {
            new(What::Decode { path: path.into(), reason })
        }
        decode(path.as_ref(), reason.into())
    }

    #[cfg(feature = "fonts")]
    pub(crate) fn bad_font(path: Option<&Path>, reason: String) -> Self {
        new(What::BadFont { path: path.map(Into::into), reason })
    }

    /// A user's error for frame number `frame`.
    pub(crate) fn update(frame: u64, source: Box<dyn std::error::Error + Send + Sync>) -> Self {
        new(What::Update { frame, source })
    }

    /// A panic while frame number `frame` was drawn, and the artist that was being painted, if one was.
    pub(crate) fn drawing(frame: u64, artist: Option<String>, reason: &str) -> Self {
        new(What::Drawing { frame, artist, reason: reason.into() })
    }

    /// Nothing to show pictures on; `reason` is the whole message.
    pub(crate) fn no_display(reason: impl Into<String>) -> Self {
        new(What::NoDisplay { reason: reason.into() })
    }

    /// What had failed before, and what its error said.
    pub(crate) fn failed(path: &Path, first: &str) -> Self {
        new(What::Failed { path: path.into(), first: first.into() })
    }

    /// This error, with a word on where the recording is kept, if it is. What an error says of that already is nearer to the file.
    pub(crate) fn kept_in(mut self, path: Option<PathBuf>) -> Self {
        if self.0.kept.is_none() {
            self.0.kept = path;
        }
        self
    }
}
