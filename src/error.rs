//! One error type for the crate.

use std::path::{Path, PathBuf};

use crate::geom::Size;

/// What the fallible functions of this crate return.
pub type Result<T> = std::result::Result<T, Error>;

/// Everything that can go wrong outside the program: files, encoders, sizes, rates.
///
/// A programming error (two columns of different lengths, a key of another figure) is a panic at the caller's line
/// instead, and documented where it can happen.
///
/// `Debug` says the same as `Display`, so that a program whose `main` returns the error prints words.
#[non_exhaustive]
pub enum Error {
    /// Reading or writing a file failed.
    Io {
        /// What was being done, such as `create` or `write`.
        doing: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The folder that the file should go into does not exist.
    MissingFolder {
        /// The file that was to be written.
        path: PathBuf,
        /// The folder that is missing.
        folder: PathBuf,
    },
    /// Another recording is writing that file: of this program, or on Linux of another one (of a sequence, only of this
    /// program).
    Busy {
        /// The file.
        path: PathBuf,
    },
    /// The extension of the path names no format that this writer writes.
    UnknownFormat {
        /// The path as given.
        path: PathBuf,
        /// The extensions that are known, separated by commas.
        known: &'static str,
    },
    /// A frame has another size than the recording.
    FrameSize {
        /// The size that the recording was opened with.
        expected: Size,
        /// The size of the frame.
        got: Size,
        /// How many frames had been taken before.
        frame: u64,
    },
    /// The format, or the encoder, cannot hold a picture of this size.
    BadSize {
        /// The size asked for.
        size: Size,
        /// Which limit it breaks.
        reason: String,
    },
    /// A frame rate that is not positive and finite, or that the format cannot show.
    BadFps {
        /// What is wrong with it and what to use.
        reason: String,
    },
    /// No frame was grabbed, so there is no movie to write.
    NoFrames {
        /// The path that would have been written.
        path: PathBuf,
    },
    /// ffmpeg is not installed, or not where it was said to be.
    FfmpegNotFound {
        /// The program that was looked for.
        program: PathBuf,
    },
    /// ffmpeg was started, but ended with an error.
    Ffmpeg {
        /// The file that was being written.
        path: PathBuf,
        /// How it ended: an exit status or a signal.
        status: String,
        /// The last lines that it printed.
        stderr: String,
        /// The whole command line.
        command: String,
        /// How many frames it had been handed.
        frames: u64,
    },
    /// An option of the writer that cannot be used here.
    BadOption {
        /// Which option, and why not.
        reason: String,
    },
    /// An in-process encoder failed.
    Encode {
        /// The file that was being written.
        path: PathBuf,
        /// What the encoder said.
        reason: String,
    },
    /// A file that cannot be read as a movie.
    Decode {
        /// The file, the folder, or the pattern.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// The recording failed, but what was recorded until then can be played, and is kept.
    Kept {
        /// Where it is: the part file, or the pattern or folder of a sequence.
        path: PathBuf,
        /// What went wrong.
        source: Box<Error>,
    },
    /// A closure of [`animate`](crate::animate) returned an error.
    Update {
        /// The frame that it was to make, counted from 0.
        frame: u64,
        /// The file, or the files, with the frames before it, if there are any.
        kept: Option<PathBuf>,
        /// The closure's error.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The recording failed before; the first error was returned when it happened.
    Failed {
        /// The file that was being written.
        path: PathBuf,
        /// The first error, in words.
        first: String,
    },
}

impl Error {
    pub(crate) fn io(doing: &'static str, path: impl AsRef<Path>, source: std::io::Error) -> Self {
        // compiled here, and not into every function that can fail
        #[cold]
        #[inline(never)]
        fn io(doing: &'static str, path: &Path, source: std::io::Error) -> Error {
            Error::Io { doing, path: path.into(), source }
        }
        io(doing, path.as_ref(), source)
    }

    /// This error, with a word on where the recording is kept, if it is.
    pub(crate) fn kept_in(self, path: Option<PathBuf>) -> Self {
        match path {
            Some(path) => Self::Kept { path, source: Box::new(self) },
            None => self,
        }
    }

    #[cfg(feature = "read")]
    pub(crate) fn decode(path: impl AsRef<Path>, reason: impl Into<String>) -> Self {
        #[cold]
        #[inline(never)]
        fn decode(path: &Path, reason: String) -> Error {
            Error::Decode { path: path.into(), reason }
        }
        decode(path.as_ref(), reason.into())
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Io { doing, path, source } => write!(f, "cannot {doing} `{}`: {source}", path.display()),
            Self::MissingFolder { path, folder } => write!(
                f,
                "cannot write `{}`: the folder `{}` does not exist; create it first",
                path.display(),
                folder.display()
            ),
            Self::Busy { path } => write!(
                f,
                "`{}` is being recorded already; finish that recording first, or choose another name",
                path.display()
            ),
            Self::UnknownFormat { path, known } => {
                write!(f, "cannot tell the format of `{}` from its extension; known are {known}", path.display())
            }
            Self::FrameSize { expected, got, frame } => write!(
                f,
                "frame {frame} is {got} pixels but the recording was opened for {expected}; every frame of a movie has one size"
            ),
            Self::BadSize { size, reason } => write!(f, "a picture of {size} pixels cannot be written: {reason}"),
            Self::BadFps { reason } => write!(f, "{reason}"),
            Self::NoFrames { path } => {
                write!(
                    f,
                    "no frame was grabbed, so `{}` was not written; call grab_frame at least once",
                    path.display()
                )
            }
            Self::FfmpegNotFound { program } => write!(
                f,
                "the program `{}` was not found; install ffmpeg (apt install ffmpeg, brew install ffmpeg, winget install ffmpeg), \
                 or set the variable GRABFRAME_FFMPEG to where it is, or record to .gif, which needs nothing{}",
                program.display(),
                if cfg!(feature = "mp4") {
                    ", or to .mp4 with Mp4Writer"
                } else {
                    ", or to .mp4 with the feature `mp4`"
                }
            ),
            Self::Ffmpeg { path, status, stderr, command, frames } => {
                // what tells most is on the first line
                let mut lines = stderr.lines();
                let first = lines.next().unwrap_or("it printed nothing");
                let path = path.display();
                write!(f, "ffmpeg failed while writing `{path}` ({status}, after {frames} frames): {first}")?;
                lines.try_for_each(|line| write!(f, "\n  {line}"))?;
                write!(f, "\n  the command was: {command}")
            }
            Self::BadOption { reason } => write!(f, "{reason}"),
            Self::Encode { path, reason } => write!(f, "cannot encode `{}`: {reason}", path.display()),
            Self::Decode { path, reason } => write!(f, "cannot read `{}` as a movie: {reason}", path.display()),
            Self::Kept { path, source } => {
                let words = source.to_string();
                let and = if words.contains('\n') { "\n  " } else { "; " };
                write!(f, "{words}{and}what was recorded before is kept in `{}`", path.display())
            }
            Self::Update { frame, kept, source } => {
                write!(f, "the update for frame {frame} failed: {source}")?;
                match kept {
                    Some(path) => write!(f, "; the frames before it are in `{}`", path.display()),
                    None => Ok(()),
                }
            }
            Self::Failed { path, first } => {
                // the details were in the first error
                let line = first.lines().next().unwrap_or_default();
                write!(f, "the recording of `{}` has already failed: {line}", path.display())
            }
        }
    }
}

impl std::fmt::Debug for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            Self::Kept { source, .. } => Some(source),
            Self::Update { source, .. } => Some(&**source),
            _ => None,
        }
    }
}
