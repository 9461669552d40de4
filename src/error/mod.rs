//! One error type for the crate.

mod kind;
mod new;
#[cfg(test)]
mod tests;
mod words;

pub use kind::ErrorKind;
pub(crate) use new::Stopped;

use std::path::{Path, PathBuf};

use crate::geom::Size;

/// What the fallible functions of this crate return.
pub type Result<T> = std::result::Result<T, Error>;

/// Everything that can go wrong outside the program: files, encoders, sizes, rates.
///
/// A programming error (two columns of different lengths, a key of another figure) is a panic at the caller's line
/// instead, and documented where it can happen.
///
/// [`kind`](Self::kind) says what it is, the other methods what is known of it, and [`kept`](Self::kept) where that is which was
/// recorded before. `Debug` says the same as `Display`, so that a program whose `main` returns the error prints words.
///
/// ```
/// use grabframe::ErrorKind;
/// use grabframe::prelude::*;
///
/// let error = GifWriter::new().open("no/such/folder/x.gif", (64, 48)).unwrap_err();
/// match error.kind() {
///     ErrorKind::MissingFolder => assert!(error.path().is_some_and(|path| path.ends_with("x.gif"))),
///     _ => panic!("{error}"),
/// }
/// ```
pub struct Error(Box<Inner>);

/// In a box, so that a `Result` without a value is as small as a pointer.
struct Inner {
    what: What,
    /// Where that is which was recorded before.
    kept: Option<PathBuf>,
}

/// What went wrong, with all that is known of it.
enum What {
    Io {
        doing: &'static str,
        path: PathBuf,
        source: std::io::Error,
    },
    MissingFolder {
        path: PathBuf,
        folder: PathBuf,
    },
    Busy {
        path: PathBuf,
    },
    UnknownFormat {
        path: PathBuf,
        known: String,
    },
    FrameSize {
        expected: Size,
        got: Size,
        frame: u64,
    },
    BadSize {
        size: Size,
        reason: String,
    },
    BadFps {
        reason: String,
    },
    NoFrames {
        path: PathBuf,
    },
    FfmpegNotFound {
        program: PathBuf,
    },
    Ffmpeg(Stopped),
    BadOption {
        reason: String,
    },
    Encode {
        path: PathBuf,
        reason: String,
    },
    #[cfg(feature = "read")]
    Decode {
        path: PathBuf,
        reason: String,
    },
    #[cfg(feature = "fonts")]
    BadFont {
        path: Option<PathBuf>,
        reason: String,
    },
    Update {
        frame: u64,
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    Drawing {
        frame: u64,
        artist: Option<String>,
        reason: String,
    },
    NoDisplay {
        reason: String,
    },
    Failed {
        path: PathBuf,
        first: String,
    },
}

impl Error {
    /// What kind of error it is.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        match &self.0.what {
            What::Io { .. } => ErrorKind::Io,
            What::MissingFolder { .. } => ErrorKind::MissingFolder,
            What::Busy { .. } => ErrorKind::Busy,
            What::UnknownFormat { .. } => ErrorKind::UnknownFormat,
            What::FrameSize { .. } => ErrorKind::FrameSize,
            What::BadSize { .. } => ErrorKind::BadSize,
            What::BadFps { .. } => ErrorKind::BadFps,
            What::NoFrames { .. } => ErrorKind::NoFrames,
            What::FfmpegNotFound { .. } => ErrorKind::FfmpegNotFound,
            What::Ffmpeg(_) => ErrorKind::Ffmpeg,
            What::BadOption { .. } => ErrorKind::BadOption,
            What::Encode { .. } => ErrorKind::Encode,
            #[cfg(feature = "read")]
            What::Decode { .. } => ErrorKind::Decode,
            #[cfg(feature = "fonts")]
            What::BadFont { .. } => ErrorKind::BadFont,
            What::Update { .. } => ErrorKind::Update,
            What::Drawing { .. } => ErrorKind::Drawing,
            What::NoDisplay { .. } => ErrorKind::NoDisplay,
            What::Failed { .. } => ErrorKind::Failed,
        }
    }

    /// The file, folder, pattern or program that it is about, if it is about one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match &self.0.what {
            What::Io { path, .. }
            | What::MissingFolder { path, .. }
            | What::Busy { path }
            | What::UnknownFormat { path, .. }
            | What::NoFrames { path }
            | What::FfmpegNotFound { program: path }
            | What::Ffmpeg(Stopped { path, .. })
            | What::Encode { path, .. }
            | What::Failed { path, .. } => Some(path),
            #[cfg(feature = "read")]
            What::Decode { path, .. } => Some(path),
            #[cfg(feature = "fonts")]
            What::BadFont { path, .. } => path.as_deref(),
            What::FrameSize { .. }
            | What::BadSize { .. }
            | What::BadFps { .. }
            | What::BadOption { .. }
            | What::NoDisplay { .. }
            | What::Update { .. }
            | What::Drawing { .. } => None,
        }
    }

    /// Where that is which was recorded before and can be played: the movie, its part file, or the pattern or folder of a sequence.
    /// Nothing if nothing is kept.
    ///
    /// ```
    /// use std::fs::File;
    ///
    /// use grabframe::prelude::*;
    /// # fn main() -> grabframe::Result<()> {
    /// # let dir = temp_dir::TempDir::new().unwrap();
    /// # let path = dir.path().join("steps.gif");
    /// let mut fig = Figure::pixels(64, 48);
    /// let update = |_: &mut Figure, step: usize| {
    ///     File::open(["/", "/", "no/such/file"][step]) // the data of a step
    /// };
    /// let error = animate(&mut fig, 0..3, update).save(&path).unwrap_err();
    /// assert_eq!((error.kept(), error.frames()), (Some(path.as_path()), Some(2)));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn kept(&self) -> Option<&Path> {
        self.0.kept.as_deref()
    }

    /// What was said of it: by the encoder or the decoder, by ffmpeg, by a panic, by the first error of a recording that has failed, or why a
    /// size, a rate or an option will not do. It is part of the message.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        match &self.0.what {
            What::BadSize { reason, .. }
            | What::BadFps { reason }
            | What::BadOption { reason }
            | What::NoDisplay { reason }
            | What::Encode { reason, .. }
            | What::Drawing { reason, .. }
            | What::Ffmpeg(Stopped { stderr: reason, .. })
            | What::Failed { first: reason, .. } => Some(reason),
            #[cfg(feature = "read")]
            What::Decode { reason, .. } => Some(reason),
            #[cfg(feature = "fonts")]
            What::BadFont { reason, .. } => Some(reason),
            _ => None,
        }
    }

    /// The size in pixels of the picture that cannot be taken.
    #[must_use]
    pub fn size(&self) -> Option<Size> {
        match self.0.what {
            What::FrameSize { got: size, .. } | What::BadSize { size, .. } => Some(size),
            _ => None,
        }
    }

    /// How many frames had been taken before, where it is about a frame.
    #[must_use]
    pub fn frames(&self) -> Option<u64> {
        match self.0.what {
            What::FrameSize { frame: frames, .. }
            | What::Ffmpeg(Stopped { frames, .. })
            | What::Update { frame: frames, .. }
            | What::Drawing { frame: frames, .. } => Some(frames),
            _ => None,
        }
    }

    /// The command line of the ffmpeg that failed.
    #[must_use]
    pub fn command(&self) -> Option<&str> {
        match &self.0.what {
            What::Ffmpeg(stopped) => Some(&stopped.command),
            _ => None,
        }
    }

    /// What the system said of a file; it is the [`source`](std::error::Error::source), too.
    #[must_use]
    pub fn io_error(&self) -> Option<&std::io::Error> {
        match &self.0.what {
            What::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0.what {
            What::Io { source, .. } => Some(source),
            What::Update { source, .. } => Some(&**source),
            _ => None,
        }
    }
}
