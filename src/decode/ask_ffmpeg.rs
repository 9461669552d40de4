//! Asking ffmpeg itself, where it came without ffprobe: what it prints for people, and the metadata as a file.

use std::ffi::OsStr;

use super::facts::{BEGINNING, Facts, ONLY_FILES, PACKETS_TEXT, PICTURES, WHOLE, clock};
use super::look;
use super::packets::{Packet, Packets};
use crate::error::Result;
use crate::ffmpeg::{FfmpegInfo, PATIENCE, command, not_started, run_long};
use crate::fps::Fps;
use crate::geom::Size;
use crate::search::{around, between, has};

/// What ffmpeg prints of a file of `length` bytes; then the packets of the pictures, as it copies them undecoded into a list.
/// Rates have two decimals there.
pub(super) fn facts(info: &FfmpegInfo, input: &OsStr, length: u64) -> Result<Facts> {
    let ask = |before: &[&str], what: &[&str]| {
        let mut command = command(&info.program);
        command
            .args(&["-hide_banner", "-nostats", "-nostdin"] as &[&str])
            .args(before)
            .args(ONLY_FILES)
            .arg("-i")
            .arg(input);
        command.args(what).env("AV_LOG_FORCE_NOCOLOR", "1");
        run_long(command, PATIENCE, PACKETS_TEXT).map_err(|e| not_started(&info.program, e))
    };
    let said = ask(&[], &["-map_metadata", "0", "-f", "ffmetadata", "pipe:1"])?;
    let mut facts = read(&said.stderr, &said.stdout);
    if facts.size.is_some() {
        let whole = length <= WHOLE;
        let pictures = format!("0:{PICTURES}");
        let copy = ["-map", &pictures, "-c", "copy", "-copyinkf"];
        let part = if whole { &[][..] } else { &["-frames:v", BEGINNING] };
        let said = ask(&["-copyts"], &[&copy, part, &["-f", "framecrc", "pipe:1"]].concat())?;
        // a clock that starts anew is bent straight in the list: then nothing of it is true, nor is the length, which is that of
        // one piece
        if has(&said.stderr, "monoton") {
            (facts.pictures, facts.file) = (None, None);
        } else {
            facts.packets = packets(&said.stdout, whole && said.success && (said.stdout.len() as u64) < PACKETS_TEXT);
        }
    }
    Ok(facts)
}

fn packets(list: &str, complete: bool) -> Packets {
    let tick = list.lines().find_map(|line| line.strip_prefix("#tb 0: ")?.trim().split_once('/'));
    let tick = tick.and_then(|(num, den)| Some((num.parse().ok()?, den.parse().ok()?)));
    let Some(tick) = tick else { return Packets::default() };
    Packets { list: Packet::all(list, Packet::from_framecrc), tick, complete }
}

fn read(printed: &str, metadata: &str) -> Facts {
    // what follows is about the copy
    let input: Vec<&str> = around(printed, "\nOutput #").map_or(printed, |(input, _)| input).lines().collect();
    let is_stream = |line: &&str| has(line, ": Video: ") && !has(line, "(attached pic)");
    let at = input.iter().position(is_stream);
    let stream = at.map(|at| input[at]);
    let parts = between(stream.unwrap_or_default(), ", ");
    let rate = |unit: &str| {
        let number = parts.iter().find_map(|part| part.trim().strip_suffix(unit))?;
        let number = number.trim();
        let thousands = number.strip_suffix('k').and_then(|n| n.parse::<f64>().ok()).map(|n| n * 1000.0);
        Fps::from(thousands.or(number.parse().ok())?).checked().ok()
    };
    let length = input.iter().find_map(|line| line.trim().strip_prefix("Duration: ")?.split(',').next());
    let below = at.map_or(&[][..], |at| &input[at + 1..]);
    let own = below.iter().position(|line| has(line, "Stream #")).map_or(below, |end| &below[..end]);
    let words = stream.and_then(|line| around(line, ": Video: ")).map_or("", |(_, after)| after);
    let format = input.iter().find_map(|line| around(line.strip_prefix("Input #0, ")?, ", from "));
    Facts {
        size: parts.iter().find_map(|part| size(part)),
        format: format.map_or("", |(name, _)| name).into(),
        codec: words.split([' ', ',']).next().unwrap_or_default().into(),
        interlaced: ["top first", "bottom first", "top coded first", "bottom coded first"]
            .iter()
            .any(|w| has(words, w)),
        average: rate(" fps"),
        base: rate(" tbr"),
        frames: None,
        packets: Packets::default(),
        pictures: own.iter().find_map(|line| clock(line.trim().strip_prefix("DURATION")?.trim().strip_prefix(':')?)),
        file: length.and_then(clock),
        look: look::Said::by_ffmpeg(
            stream.unwrap_or_default(),
            own,
            input.iter().any(|line| has(line, "Input #0, avi, ")),
        ),
        tags: entries(metadata),
        words: printed.lines().last().unwrap_or_default().into(),
    }
}

/// `640x480` of `640x480 [SAR 1:1 DAR 4:3]`.
fn size(part: &str) -> Option<Size> {
    let (width, height) = part.split_whitespace().next()?.split_once('x')?;
    Some(Size::new(width.parse().ok()?, height.parse().ok()?))
}

/// The entries before the first section. A backslash stands before letters that mean something.
fn entries(metadata: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    let (mut key, mut text) = (None, String::new());
    let mut letters = metadata.strip_prefix(";FFMETADATA1\n").unwrap_or(metadata).chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => text.extend(letters.next()),
            '=' if key.is_none() => key = Some(std::mem::take(&mut text)),
            '\n' => {
                let value = std::mem::take(&mut text);
                match key.take() {
                    Some(key) => all.push((key, value)),
                    None if value.starts_with('[') => break,
                    None => {}
                }
            }
            other => text.push(other),
        }
    }
    all
}

#[cfg(test)]
mod tests;
