//! What a recording says when it is finished.

use std::path::PathBuf;
use std::time::Duration;

use crate::encode::Fps;

/// What was recorded: returned by `finish`, printed as one line.
///
/// ```
/// use grabframe::prelude::*;
/// # fn main() -> grabframe::Result<()> {
/// # let dir = temp_dir::TempDir::new().unwrap();
/// # let path = dir.path().join("blink.gif");
/// let mut fig = Figure::pixels(64, 48);
/// let mut movie = GifWriter::new().fps(10).saving(&mut fig, &path)?;
/// movie.grab_frame()?;
/// let receipt = movie.finish()?;
/// assert_eq!(receipt.frames, 1);
/// assert_eq!(receipt.duration.as_millis(), 100);
/// assert!(receipt.to_string().contains("64x48"));
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Receipt {
    /// How many frames were grabbed; the file has as many, and those that a hold repeated.
    pub frames: u64,
    /// How long the movie lasts.
    pub duration: Duration,
    /// How large the file is; of a sequence, all files together. Of several files, the first: the others are in the notes.
    pub bytes: u64,
    /// Where it is. Relative paths stay relative.
    pub path: PathBuf,
    /// What encoded it.
    pub encoder: String,
    /// The width of the frames in pixels.
    pub width: u32,
    /// The height of the frames in pixels.
    pub height: u32,
    /// The frame rate.
    pub fps: Fps,
    /// What was done that was not asked for: padding to even sizes, another codec than the first choice.
    pub notes: Vec<String>,
    /// The command line of the program that encoded it, if one did.
    pub command: Option<String>,
    /// Where the time went.
    pub times: Times,
}

/// Where the time of a recording went. Drawing and waiting are your loop's time; converting and encoding are another thread's, beside
/// it, and so is what was drawn [in the background](crate::Recording::render_in_background).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Times {
    /// Drawing the frames, or copying those that were handed over.
    pub drawing: Duration,
    /// Bringing pictures into the colours of the format (YUV), where that is a step of its own, on the encoder's thread.
    pub converting: Duration,
    /// Compressing and writing, on the encoder's thread. A program that encodes, such as ffmpeg, counts as far as it was
    /// waited for.
    pub encoding: Duration,
    /// Waiting for the encoder: when it could not keep up, and at the end.
    pub waiting: Duration,
}

impl std::fmt::Display for Receipt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let frames = if self.frames == 1 { "frame" } else { "frames" };
        write!(
            f,
            "{}: {} {frames}, {:.2} s, {}x{} at {} fps, {}, {}",
            self.path.display(),
            self.frames,
            self.duration.as_secs_f64(),
            self.width,
            self.height,
            self.fps,
            Bytes(self.bytes),
            self.encoder
        )?;
        for note in &self.notes {
            write!(f, "; {note}")?;
        }
        Ok(())
    }
}

/// A size as people write it, in the largest unit of which there is one, when it is rounded.
pub(crate) struct Bytes(pub(crate) u64);

impl std::fmt::Display for Bytes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let n = self.0 as f64;
        match self.0 {
            0..1_000 => write!(f, "{} B", self.0),
            1_000..999_950 => write!(f, "{:.1} kB", n / 1e3),
            999_950..999_950_000 => write!(f, "{:.1} MB", n / 1e6),
            999_950_000..999_995_000_000 => write!(f, "{:.2} GB", n / 1e9),
            _ => write!(f, "{:.2} TB", n / 1e12),
        }
    }
}

#[cfg(test)]
mod tests;
