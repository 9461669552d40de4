//! What a movie says of itself, asked of ffprobe, or of ffmpeg where there is no ffprobe.

use std::ffi::OsString;
use std::path::Path;
use std::time::Duration;

use super::facts::Facts;
use super::limits::{TEXTS, checked_size};
use super::look::Look;
use super::{About, ask_ffmpeg, ask_ffprobe};
use crate::error::{Error, Result};
use crate::ffmpeg::{FfmpegInfo, find};
use crate::fps::Fps;

/// A movie that ffmpeg can read.
#[derive(Clone, Debug)]
pub(super) struct Movie {
    pub(super) info: FfmpegInfo,
    /// As ffmpeg gets it.
    pub(super) input: OsString,
    pub(super) look: Look,
    /// Whether all frames are shown equally long.
    pub(super) constant: bool,
    /// How long ffmpeg may take for one picture. Time in which no picture is asked of it does not count.
    pub(super) timeout: Duration,
}

/// Asks about a movie.
pub(super) fn about(path: &Path) -> Result<(About, Movie)> {
    let length = std::fs::metadata(path).map_err(|e| Error::io("open", path, e))?.len();
    let info = find()?;
    let input = input(path)?;
    let facts = match ask_ffprobe::facts(path, &info, &input, length) {
        Err(Error::FfmpegNotFound { .. }) => ask_ffmpeg::facts(&info, &input)?,
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
    let (fps, constant, duration) = timing(&facts);
    let metadata = facts.tags.into_iter().take(TEXTS).collect();
    let about = About { size, fps, frames: facts.frames, duration, metadata };
    Ok((about, Movie { info, input, look, constant, timeout: Duration::from_secs(60) }))
}

/// The rate, whether all frames are shown equally long, and how long they play.
fn timing(facts: &Facts) -> (Fps, bool, Duration) {
    let Facts { average, base, frames, pictures, file, .. } = *facts;
    let near = |a: Fps, b: Fps| (a.as_f64() / b.as_f64() - 1.0).abs() < 2e-3;
    let claimed = matches!((average, base), (Some(a), Some(b)) if near(a, b));
    // of two that agree the base rate is the rounder one
    let fps = if claimed { base } else { average.or(base) }.unwrap_or(Fps::new(25, 1));
    let counted = frames.and_then(|n| Duration::try_from_secs_f64(n as f64 * fps.frame_seconds()).ok());
    // the rates of some containers are guessed from the first frames; a length that does not fit tells
    let (fps, constant) = match (frames, pictures, counted) {
        (Some(n), Some(own), Some(counted)) if own.abs_diff(counted).as_secs_f64() > 1.5 * fps.frame_seconds() => {
            (Fps::from(n as f64 / own.as_secs_f64()).checked().unwrap_or(fps), false)
        }
        _ => (fps, claimed),
    };
    let duration = match counted {
        // to the nanosecond, where containers round
        Some(exact) if constant => Some(exact),
        other => pictures.or(file).or(other),
    };
    (fps, constant, duration.unwrap_or_default())
}

/// The path as a file's name and nothing else: made absolute, it begins with no dash and with no protocol.
fn input(path: &Path) -> Result<OsString> {
    Ok(std::path::absolute(path).map_err(|e| Error::io("find", path, e))?.into_os_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_that_does_not_fit_the_length_is_not_believed() {
        let ten = Some(Fps::new(10, 1));
        let facts = Facts { average: ten, base: ten, frames: Some(30), ..Facts::default() };
        let long = |s| timing(&Facts { pictures: Some(Duration::from_secs(s)), ..facts.clone() });
        assert_eq!(long(3), (Fps::new(10, 1), true, Duration::from_secs(3)));
        assert_eq!(long(20), (Fps::new(3, 2), false, Duration::from_secs(20)));
        // sound that goes on after the pictures says nothing
        let sound = Facts { file: Some(Duration::from_secs(20)), ..facts };
        assert_eq!(timing(&sound), (Fps::new(10, 1), true, Duration::from_secs(3)));
    }

    #[test]
    fn paths_are_names_of_files() {
        for name in ["-i.mp4", "http:x.mp4", "%03d.mp4", "a|b.mp4"] {
            let input = input(Path::new(name)).expect("a path");
            assert!(Path::new(&input).is_absolute() && input.to_string_lossy().ends_with(name), "{input:?}");
        }
    }
}
