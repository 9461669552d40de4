//! What ffmpeg prints: the frames that it counts, and the lines worth showing.

use std::collections::VecDeque;
use std::io::Read;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::search::has;

/// Lines kept from the beginning, where the cause often is, and from the end. With [`LINE`] they bound the memory.
const HEAD: usize = 8;
const TAIL: usize = 32;
/// Bytes kept of one line.
const LINE: usize = 400;

/// The names of the lines that `-progress` prints (`stream_0_0_q=..` and the like begin with `stream_`).
const PROGRESS: [&str; 11] = [
    "fps",
    "bitrate",
    "total_size",
    "out_time_us",
    "out_time_ms",
    "out_time",
    "dup_frames",
    "drop_frames",
    "speed",
    "progress",
    "elapsed",
];

/// Takes in the standard error of an ffmpeg, with the reports of `-progress pipe:2` if it makes them.
#[derive(Debug, Default)]
pub(crate) struct Log {
    lines: Mutex<Lines>,
    /// One more than the frames last reported; 0 before any report.
    frames: AtomicU64,
    /// Whether the last report has come.
    ended: AtomicBool,
}

#[derive(Debug, Default)]
struct Lines {
    head: Vec<String>,
    tail: VecDeque<String>,
    dropped: u64,
    /// How often the newest line came again.
    again: u64,
}

impl Log {
    /// Reads until the other end closes. `alive` is called whenever the number of frames grew.
    pub(crate) fn drain(&self, from: impl Read, alive: impl Fn()) {
        self.drain_lines(from, |line| self.is_progress(line, &alive));
    }

    /// Reads until the other end closes, and keeps the lines that `taken` does not take.
    pub(crate) fn drain_lines(&self, mut from: impl Read, mut taken: impl FnMut(&str) -> bool) {
        let mut chunk = [0; 8192];
        let mut line = Vec::new();
        let mut end_line = |line: &mut Vec<u8>| {
            let text = String::from_utf8_lossy(line);
            let text = text.trim_end();
            if !text.is_empty() && !taken(text) {
                self.lines.lock().unwrap_or_else(PoisonError::into_inner).push(text);
            }
            line.clear();
        };
        loop {
            let n = match from.read(&mut chunk) {
                Ok(0) => break,
                Ok(n) => n,
                Err(e) if e.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(_) => break,
            };
            for &byte in &chunk[..n] {
                if byte == b'\n' || byte == b'\r' {
                    end_line(&mut line);
                } else if line.len() < LINE {
                    line.push(byte);
                }
            }
        }
        end_line(&mut line);
    }

    /// Whether the line is a progress report, which is noted.
    fn is_progress(&self, line: &str, alive: &impl Fn()) -> bool {
        let Some((name, value)) = line.split_once('=') else { return false };
        if name == "progress" && value.trim() == "end" {
            self.ended.store(true, Ordering::Relaxed);
        }
        if name != "frame" {
            return PROGRESS.contains(&name) || name.starts_with("stream_");
        }
        let Ok(frames) = value.trim().parse::<u64>() else { return false };
        if self.frames.swap(frames + 1, Ordering::Relaxed) != frames + 1 {
            alive();
        }
        true
    }

    /// How many frames ffmpeg said that it has written, if it said so.
    pub(crate) fn frames(&self) -> Option<u64> {
        self.frames.load(Ordering::Relaxed).checked_sub(1)
    }

    /// Whether ffmpeg has come to the end, and found nothing wrong: newer ones report the end after a failure, too. One that
    /// makes no reports has if it said nothing at all.
    pub(crate) fn has_ended_well(&self) -> bool {
        self.text().is_empty() && (self.ended.load(Ordering::Relaxed) || self.frames().is_none())
    }

    /// The first and last lines that were no progress reports, one a line.
    pub(crate) fn text(&self) -> String {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner).text()
    }
}

impl Lines {
    fn push(&mut self, line: &str) {
        if self.tail.back().or(self.head.last()).is_some_and(|last| last == line) {
            self.again += 1;
            return;
        }
        self.settle();
        self.add(line.to_owned());
    }

    /// Writes down how often the newest line was repeated.
    fn settle(&mut self) {
        if self.again > 0 {
            let note = format!("(the line above came {} times more)", self.again);
            self.again = 0;
            self.add(note);
        }
    }

    fn add(&mut self, line: String) {
        if self.head.len() < HEAD {
            self.head.push(line);
            return;
        }
        if self.tail.len() == TAIL {
            self.tail.pop_front();
            self.dropped += 1;
        }
        self.tail.push_back(line);
    }

    fn text(&mut self) -> String {
        self.settle();
        let mut lines = self.head.clone();
        if self.dropped > 0 {
            lines.push(format!("({} lines left out)", self.dropped));
        }
        lines.extend(self.tail.iter().cloned());
        lines.join("\n")
    }
}

/// What the words mean for the one who reads them, where that can be told.
pub(crate) fn explain(stderr: &str) -> Option<&'static str> {
    const CAUSES: [(&str, &str); 17] = [
        ("No space left on device", "the disk is full"),
        ("Disk quota exceeded", "the disk quota is used up"),
        ("File too large", "the file grew beyond a limit of the system"),
        ("Read-only file system", "the folder is on a disk that cannot be written"),
        ("Permission denied", "the file or its folder may not be written; check their permissions"),
        ("Unknown encoder", "this ffmpeg was built without that encoder; `ffmpeg -encoders` lists those it has"),
        ("Unrecognized option", "an extra argument is no option of this ffmpeg"),
        ("Option not found", "an extra argument is no option of this ffmpeg"),
        ("Unable to parse option value", "an option has a value that it cannot have"),
        ("invalid preset", "the encoder has no preset of that name"),
        ("Unknown pixel format", "there is no pixel format of that name; `ffmpeg -pix_fmts` lists them"),
        ("are supported for WebM", "a .webm file holds VP8, VP9 or AV1; choose one of those, or another extension"),
        ("codec not currently supported in container", "this kind of file cannot hold this codec; try .mkv"),
        ("Could not find tag for codec", "this kind of file cannot hold this codec; try .mkv"),
        ("timebase denominator", "MPEG-4 holds frame rates up to 65535 frames a second, and no finer fractions"),
        ("Cannot allocate memory", "memory ran out"),
        ("Resource temporarily unavailable", "a limit of memory or of processes was reached"),
    ];
    CAUSES.iter().find(|(words, _)| has(stderr, words)).map(|(_, cause)| *cause)
}

#[cfg(test)]
mod tests;
