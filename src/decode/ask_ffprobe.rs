//! Asking ffprobe.

use std::ffi::OsStr;
use std::path::Path;

use super::facts::{BEGINNING, Facts, ONLY_FILES, PACKETS_TEXT, PICTURES, WHOLE, clock, seconds};
use super::look;
use super::packets::{Packet, Packets};
use crate::error::{Error, Result};
use crate::ffmpeg::{FfmpegInfo, PATIENCE, Said, command, ffprobe, not_started, run_long};
use crate::fps::Fps;
use crate::geom::Size;

/// What ffprobe knows of a file of `length` bytes.
pub(super) fn facts(path: &Path, info: &FfmpegInfo, input: &OsStr, length: u64) -> Result<Facts> {
    let program = ffprobe(&info.program);
    let entries = "stream=codec_name,width,height,field_order,avg_frame_rate,r_frame_rate,time_base,nb_frames,duration:\
                   stream_tags=DURATION:format=format_name,duration:format_tags";
    // how they are shown
    let look = "stream=pix_fmt,color_space,sample_aspect_ratio:stream_tags=alpha_mode,ALPHA_MODE:\
                stream_side_data=rotation";
    let entries = &format!("{entries}:{look}");
    let said = ask(path, &program, &["-of", "flat", "-show_entries", entries], input)?;
    let mut answers = Vec::new();
    for line in said.stdout.lines() {
        if let Some(answer) = answer(line) {
            answers.push(answer);
        }
    }
    let get = |name: &str| {
        let found = answers.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str());
        found.filter(|value| *value != "N/A")
    };
    let stream = |name: &str| get(&format!("streams.stream.0.{name}"));
    let number = |name: &str| stream(name).and_then(|value| value.parse::<u32>().ok());
    let size = number("width").zip(number("height")).map(|(width, height)| Size::new(width, height));
    let tick = stream("time_base").and_then(|text| text.split_once('/'));
    let tick = tick.and_then(|(num, den)| Some((num.parse().ok()?, den.parse().ok()?)));
    let packets = match tick {
        Some(tick) if size.is_some() => packets(path, &program, input, tick, length <= WHOLE)?,
        _ => Packets::default(),
    };
    let mut tags = Vec::new();
    for (key, value) in &answers {
        if let Some(key) = key.strip_prefix("format.tags.") {
            tags.push((key.to_owned(), value.clone()));
        }
    }
    Ok(Facts {
        size,
        format: get("format.format_name").unwrap_or_default().into(),
        codec: stream("codec_name").unwrap_or_default().into(),
        interlaced: !matches!(stream("field_order"), None | Some("progressive" | "unknown")),
        average: stream("avg_frame_rate").and_then(fraction),
        base: stream("r_frame_rate").and_then(fraction),
        frames: stream("nb_frames").and_then(|n| n.parse().ok()),
        packets,
        pictures: stream("duration").and_then(seconds).or(stream("tags.DURATION").and_then(clock)),
        file: get("format.duration").and_then(seconds),
        look: look::Said::by_ffprobe(&answers),
        tags,
        words: said.stderr,
    })
}

/// The packets of the pictures: of the whole file, or of its beginning.
fn packets(path: &Path, program: &Path, input: &OsStr, tick: (u32, u32), whole: bool) -> Result<Packets> {
    let beginning = format!("%+#{BEGINNING}");
    let part = if whole { &[][..] } else { &["-read_intervals", &beginning] };
    let what = ["-of", "compact=p=0", "-show_entries", "packet=pts,dts,duration,size,flags"];
    let said = ask(path, program, &[&what, part].concat(), input)?;
    let complete = whole && said.success && (said.stdout.len() as u64) < PACKETS_TEXT;
    Ok(Packets { list: Packet::all(&said.stdout, Packet::from_ffprobe), tick, complete })
}

fn ask(path: &Path, program: &Path, what: &[&str], input: &OsStr) -> Result<Said> {
    let mut command = command(program);
    command.args(&["-v", "error", "-select_streams", PICTURES] as &[&str]).args(what);
    command.args(ONLY_FILES).arg("-i").arg(input).env("AV_LOG_FORCE_NOCOLOR", "1");
    let said = run_long(command, PATIENCE, PACKETS_TEXT).map_err(|e| not_started(program, e))?;
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

#[cfg(test)]
mod tests;
