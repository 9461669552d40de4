//! What a movie says of itself, asked of ffprobe, or of ffmpeg where there is no ffprobe.

use std::ffi::OsString;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use super::facts::Facts;
use super::limits::{TEXTS, checked_size};
use super::look::Look;
use super::timeline::Timeline;
use super::{About, ask_ffmpeg, ask_ffprobe};
use crate::error::{Error, ErrorKind, Result};
use crate::ffmpeg::{FfmpegInfo, find};

/// A movie that ffmpeg can read.
#[derive(Clone, Debug)]
pub(super) struct Movie {
    pub(super) info: FfmpegInfo,
    /// As ffmpeg gets it.
    pub(super) input: OsString,
    pub(super) look: Look,
    pub(super) time: Arc<Timeline>,
    pub(super) known: Arc<Known>,
    /// Whether the file was cut off without ffmpeg noticing it.
    pub(super) cut: bool,
    /// How long ffmpeg may take for one picture. Time in which no picture is asked of it does not count.
    pub(super) timeout: Duration,
}

/// What is found out by decoding, for all copies of a [`Video`](crate::Video).
#[derive(Debug, Default)]
pub(super) struct Known {
    /// How many pictures came when it was read from the beginning to the end.
    pub(super) count: OnceLock<u64>,
    /// When the first picture is shown, in microseconds of the container's clock.
    pub(super) origin: OnceLock<i64>,
}

/// Asks about a movie.
pub(super) fn about(path: &Path) -> Result<(About, Movie)> {
    let length = std::fs::metadata(path).map_err(|e| Error::io("open", path, e))?.len();
    let info = find()?;
    let input = input(path)?;
    let facts = match ask_ffprobe::facts(path, &info, &input, length) {
        Err(error) if error.kind() == ErrorKind::FfmpegNotFound => ask_ffmpeg::facts(&info, &input, length)?,
        facts => facts?,
    };
    let Some(size) = facts.size else {
        let words = facts.words.trim();
        let words = words.strip_prefix(&*input.to_string_lossy()).unwrap_or(words).trim_start_matches([':', ' ']);
        let words = if words.is_empty() { String::new() } else { format!("; it said: {words}") };
        return Err(Error::decode(path, format!("it holds no pictures that ffmpeg knows{words}")));
    };
    let stored = checked_size(path, size)?;
    let look = Look::new(&facts.look, stored, &info);
    let size = look.shown(stored);
    let (time, cut) = (Timeline::of(&facts), is_cut(path, &facts, length));
    let metadata = facts.tags.into_iter().take(TEXTS).collect();
    let about =
        About { size, fps: time.fps, steady: time.steady, frames: time.frames, duration: time.duration, metadata };
    let time = Arc::new(time);
    Ok((about, Movie { info, input, look, time, known: Arc::default(), cut, timeout: Duration::from_secs(60) }))
}

/// Whether an AVI is shorter than it says, and lacks frames that it announces: ffmpeg reads as far as it goes, and is
/// silent. A length of 0 or of all ones was not known when it was written.
fn is_cut(path: &Path, facts: &Facts, length: u64) -> bool {
    let mut head = [0; 12];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut head));
    let (riff, avi) = (&head[..4] == b"RIFF", &head[8..] == b"AVI ");
    let said = u32::from_le_bytes([head[4], head[5], head[6], head[7]]);
    let lacks = facts.frames.is_some_and(|n| n > facts.packets.list.len() as u64);
    read.is_ok() && riff && avi && said < u32::MAX && u64::from(said) + 8 > length + 1 && lacks
}

/// The path as a file's name and nothing else: made absolute, it begins with no dash and with no protocol.
fn input(path: &Path) -> Result<OsString> {
    Ok(std::path::absolute(path).map_err(|e| Error::io("find", path, e))?.into_os_string())
}

#[cfg(test)]
mod tests;
