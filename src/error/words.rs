//! What errors say.

use std::fmt::{Debug, Display, Formatter, Result};

use super::{Error, Stopped, What};

impl Display for Error {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let Some(kept) = &self.0.kept else { return Display::fmt(&self.0.what, f) };
        let words = self.0.what.to_string();
        let and = match self.0.what {
            What::Update { .. } | What::Drawing { .. } => "; the frames before it are in",
            _ if words.contains('\n') => "\n  what was recorded before is kept in",
            _ => "; what was recorded before is kept in",
        };
        write!(f, "{words}{and} `{}`", kept.display())
    }
}

impl Display for What {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
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
            Self::BadFps { reason } | Self::BadOption { reason } | Self::NoDisplay { reason } => f.write_str(reason),
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
            Self::Ffmpeg(Stopped { path, status, stderr, command, frames }) => {
                // what tells most is on the first line
                let mut lines = stderr.lines();
                let first = lines.next().unwrap_or("it printed nothing");
                let path = path.display();
                write!(f, "ffmpeg failed while writing `{path}` ({status}, after {frames} frames): {first}")?;
                lines.try_for_each(|line| write!(f, "\n  {line}"))?;
                write!(f, "\n  the command was: {command}")
            }
            Self::Encode { path, reason } => write!(f, "cannot encode `{}`: {reason}", path.display()),
            #[cfg(feature = "read")]
            Self::Decode { path, reason } => write!(f, "cannot read `{}` as a movie: {reason}", path.display()),
            #[cfg(feature = "fonts")]
            Self::BadFont { path: Some(path), reason } => {
                write!(f, "cannot use `{}` as a font: {reason}", path.display())
            }
            #[cfg(feature = "fonts")]
            Self::BadFont { path: None, reason } => write!(f, "these bytes cannot be used as a font: {reason}"),
            Self::Update { frame, source } => write!(f, "the update for frame {frame} failed: {source}"),
            Self::Drawing { frame, artist: Some(artist), reason } => {
                write!(f, "the artist {artist} panicked while frame {frame} was drawn: {reason}")
            }
            Self::Drawing { frame, artist: None, reason } => {
                write!(f, "frame {frame} could not be drawn: it panicked: {reason}")
            }
            Self::Failed { path, first } => {
                // the details were in the first error
                let line = first.lines().next().unwrap_or_default();
                write!(f, "the recording of `{}` has already failed: {line}", path.display())
            }
        }
    }
}

impl Debug for Error {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Display::fmt(self, f)
    }
}
