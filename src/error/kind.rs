//! What went wrong, as one word.

/// What kind of [`Error`](crate::Error) it is: what [`Error::kind`](crate::Error::kind) returns. There may be more kinds in later
/// versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// Reading or writing a file failed. [`io_error`](crate::Error::io_error) is what the system said.
    Io,
    /// The folder that the file should go into does not exist.
    MissingFolder,
    /// Another recording is writing that file: of this program, or on Linux of another one (of a sequence, only of this
    /// program).
    Busy,
    /// The extension of the path names no format that this writer writes.
    UnknownFormat,
    /// A frame has another size than the recording. [`size`](crate::Error::size) is the frame's, [`frames`](crate::Error::frames)
    /// how many had been taken before.
    FrameSize,
    /// The format, or the encoder, cannot hold a picture of this [`size`](crate::Error::size).
    BadSize,
    /// A frame rate that is not positive and finite, or that the format cannot show.
    BadFps,
    /// No frame was grabbed, so there is no movie to write.
    NoFrames,
    /// ffmpeg is not installed, or not where it was said to be. [`path`](crate::Error::path) is the program that was looked for.
    FfmpegNotFound,
    /// ffmpeg was started, but ended with an error. [`reason`](crate::Error::reason) is what it printed last,
    /// [`command`](crate::Error::command) the whole command line, [`frames`](crate::Error::frames) how many it had been handed.
    Ffmpeg,
    /// An option of the writer that cannot be used here.
    BadOption,
    /// An encoder failed that is not ffmpeg.
    Encode,
    /// A file that cannot be read as a movie.
    Decode,
    /// A file, or bytes, that cannot be used as a font. [`reason`](crate::Error::reason) says why not.
    BadFont,
    /// A closure of [`animate`](crate::animate) returned an error, which is the [`source`](std::error::Error::source).
    /// [`frames`](crate::Error::frames) is the number of the frame that it was to make, counted from 0.
    Update,
    /// An artist panicked while it was [drawn in the background](crate::Recording::render_in_background).
    /// [`frames`](crate::Error::frames) is the number of the frame, counted from 0, [`reason`](crate::Error::reason) the panic's
    /// message.
    Drawing,
    /// There is nothing to show pictures on: no display, nothing that opens a window, no terminal. [`reason`](crate::Error::reason) says
    /// what there is instead.
    NoDisplay,
    /// The recording failed before; the first error was returned when it happened, and [`reason`](crate::Error::reason) is what
    /// it said.
    Failed,
}
