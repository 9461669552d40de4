//! What ffprobe says of a file.

use std::ffi::OsString;
use std::path::Path;
use std::time::Duration;

use super::About;
use super::limits::{TEXTS, checked_size};
use crate::error::{Error, Result};
use crate::ffmpeg::{FfmpegInfo, PATIENCE, Said, command, ffprobe, find, not_started, run};
use crate::fps::Fps;
use crate::geom::Size;

/// Files up to this size have their frames counted if they do not say how many there are.
const COUNTED: u64 = 64 << 20;

/// A movie that ffmpeg can read.
#[derive(Clone, Debug)]
pub(super) struct Movie {
    pub(super) info: FfmpegInfo,
    /// As ffmpeg gets it.
    pub(super) input: OsString,
    /// Whether all frames are shown equally long.
    pub(super) constant: bool,
}

/// Asks ffprobe.
pub(super) fn about(path: &Path) -> Result<(About, Movie)> {
    let length = std::fs::metadata(path).map_err(|e| Error::io("open", path, e))?.len();
    let info = find()?;
    let input = input(path)?;
    let program = ffprobe(&info.program);
    let entries = "stream=width,height,avg_frame_rate,r_frame_rate,nb_frames,duration:stream_tags=DURATION:format=duration:format_tags";
    let said = ask(path, &program, &["-show_entries", entries], &input)?;
    let answers: Vec<(&str, String)> = said.stdout.lines().filter_map(answer).collect();
    let get = |name: &str| {
        let found = answers.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str());
        found.filter(|value| *value != "N/A")
    };
    let stream = |name: &str| get(&format!("streams.stream.0.{name}"));
    let number = |name: &str| stream(name).and_then(|value| value.parse::<u32>().ok());
    let (Some(width), Some(height)) = (number("width"), number("height")) else {
        let words = said.stderr.trim();
        let words = words.strip_prefix(&*input.to_string_lossy()).unwrap_or(words).trim_start_matches([':', ' ']);
        let words = if words.is_empty() { String::new() } else { format!("; ffprobe said: {words}") };
        return Err(Error::decode(path, format!("it holds no pictures that ffmpeg knows{words}")));
    };
    let size = checked_size(path, Size::new(width, height))?;
    let rate = |name| stream(name).and_then(fraction);
    let (average, base) = (rate("avg_frame_rate"), rate("r_frame_rate"));
    let near = |a: Fps, b: Fps| (a.as_f64() / b.as_f64() - 1.0).abs() < 2e-3;
    let claimed = matches!((average, base), (Some(a), Some(b)) if near(a, b));
    let mut frames: Option<u64> = stream("nb_frames").and_then(|n| n.parse().ok());
    if frames.is_none() && length <= COUNTED {
        let said = ask(path, &program, &["-count_packets", "-show_entries", "stream=nb_read_packets"], &input)?;
        frames = said.stdout.lines().filter_map(answer).find_map(|(_, n)| n.parse().ok());
    }
    // of two that agree the base rate is the rounder one
    let fps = if claimed { base } else { average.or(base) }.unwrap_or(Fps::new(25, 1));
    let own = stream("duration").and_then(seconds).or(stream("tags.DURATION").and_then(clock));
    let counted = frames.and_then(|n| Duration::try_from_secs_f64(n as f64 * fps.frame_seconds()).ok());
    // the rates of some containers are guessed from the first frames; a length that does not fit tells
    let (fps, constant) = match (frames, own, counted) {
        (Some(n), Some(own), Some(counted)) if own.abs_diff(counted).as_secs_f64() > 1.5 * fps.frame_seconds() => {
            (Fps::from(n as f64 / own.as_secs_f64()).checked().unwrap_or(fps), false)
        }
        _ => (fps, claimed),
    };
    let duration = match counted {
        // to the nanosecond, where containers round
        Some(exact) if constant => Some(exact),
        other => own.or(get("format.duration").and_then(seconds)).or(other),
    };
    let tags =
        answers.iter().filter_map(|(key, value)| Some((key.strip_prefix("format.tags.")?.to_owned(), value.clone())));
    let metadata = tags.take(TEXTS).collect();
    let about = About { size, fps, frames, duration: duration.unwrap_or_default(), metadata };
    Ok((about, Movie { info, input, constant }))
}

/// The path as a file's name and nothing else: made absolute, it begins with no dash and with no protocol.
fn input(path: &Path) -> Result<OsString> {
    Ok(std::path::absolute(path).map_err(|e| Error::io("find", path, e))?.into_os_string())
}

/// Options before an input: playlists may not lead to other places.
pub(super) const ONLY_FILES: [&str; 2] = ["-protocol_whitelist", "file"];

/// Only true pictures, no cover of a song.
pub(super) const PICTURES: &str = "V:0";

fn ask(path: &Path, program: &Path, what: &[&str], input: &OsString) -> Result<Said> {
    let mut command = command(program);
    command.args(["-v", "error", "-select_streams", PICTURES, "-of", "flat"]).args(what);
    command.args(ONLY_FILES).arg("-i").arg(input).env("AV_LOG_FORCE_NOCOLOR", "1");
    let said = run(command, PATIENCE).map_err(|e| not_started(program, e))?;
    if !said.success && said.stderr.trim().is_empty() {
        return Err(Error::decode(path, format!("`{}` gave no answer", program.display())));
    }
    Ok(said)
}

/// `key="value"` of ffprobe's flat output, its escapes undone.
fn answer(line: &str) -> Option<(&str, String)> {
    let (key, value) = line.split_once('=')?;
    let Some(quoted) = value.strip_prefix('"') else { return Some((key, value.into())) };
    let quoted = quoted.strip_suffix('"').unwrap_or(quoted);
    let mut text = String::with_capacity(quoted.len());
    let mut letters = quoted.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next()? {
                'n' => text.push('\n'),
                'r' => text.push('\r'),
                other => text.push(other),
            },
            other => text.push(other),
        }
    }
    Some((key, text))
}

/// `30000/1001`; nothing for `0/0`.
fn fraction(text: &str) -> Option<Fps> {
    let (num, den) = text.split_once('/')?;
    Fps::new(num.parse().ok()?, den.parse().ok()?).checked().ok()
}

/// `12.5`.
fn seconds(text: &str) -> Option<Duration> {
    Duration::try_from_secs_f64(text.parse().ok()?).ok()
}

/// `00:01:12.500000000`.
fn clock(text: &str) -> Option<Duration> {
    let mut parts = text.trim().splitn(3, ':');
    let (hours, minutes) = (parts.next()?.parse::<u32>().ok()?, parts.next()?.parse::<u32>().ok()?);
    let whole = u64::from(hours) * 3600 + u64::from(minutes) * 60;
    Some(Duration::from_secs(whole).saturating_add(seconds(parts.next()?)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_taken_apart() {
        let line = r#"format.tags.title="a \"b\" \\ c=d\nnext \$x""#;
        assert_eq!(answer(line), Some(("format.tags.title", "a \"b\" \\ c=d\nnext $x".into())));
        assert_eq!(answer("streams.stream.0.width=64"), Some(("streams.stream.0.width", "64".into())));
        assert_eq!(answer("nothing"), None);
        assert_eq!(fraction("30000/1001"), Some(Fps::new(30000, 1001)));
        assert_eq!(clock("01:01:02.500000000"), Some(Duration::from_millis(3_662_500)));
        assert_eq!((clock("12.5"), clock("1:2:x"), seconds("-1"), seconds("nan")), (None, None, None, None));
        assert_eq!((fraction("0/0"), fraction("x"), fraction("1")), (None, None, None));
    }

    #[test]
    fn paths_are_names_of_files() {
        for name in ["-i.mp4", "http:x.mp4", "%03d.mp4", "a|b.mp4"] {
            let input = input(Path::new(name)).expect("a path");
            assert!(Path::new(&input).is_absolute() && input.to_string_lossy().ends_with(name), "{input:?}");
        }
    }
}
