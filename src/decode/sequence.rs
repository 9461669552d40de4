//! Numbered PNG files.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::apng::STILLS;
use super::limits::checked_size;
use super::{About, Pictures, VideoFrame};
use crate::canvas::Frame;
use crate::error::{Error, Result};
use crate::geom::Size;
use crate::numbered::Pattern;

/// The files of a pattern such as `name-%05d.png`, or all PNG files of a folder, by the numbers in their names.
///
/// Numbers may be missing: who saves every tenth step has a sequence, too.
pub(super) fn files(path: &Path) -> Result<Vec<PathBuf>> {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let (folder, pattern) = if path.is_dir() {
        (path, None)
    } else {
        let pattern = Pattern::parse(name)
            .map_err(|what| Error::decode(path, format!("it is no file, and as a pattern {what}")))?;
        (path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")), Some(pattern))
    };
    let entries = fs::read_dir(folder).map_err(|e| Error::io("open", folder, e))?;
    let mut found: Vec<(Vec<Part>, OsString)> = Vec::new();
    for entry in entries {
        let name = entry.map_err(|e| Error::io("read", folder, e))?.file_name();
        let text = name.to_string_lossy();
        let fits = match &pattern {
            Some(pattern) => pattern.number(&text).is_some(),
            None => is_png(&text) && !text.starts_with('.'),
        };
        if fits {
            found.push((parts(&text), name));
        }
    }
    if found.is_empty() {
        let what =
            if pattern.is_some() { "there is no file of such a name" } else { "there is no PNG file in the folder" };
        return Err(Error::decode(path, what));
    }
    found.sort();
    Ok(found.into_iter().map(|(_, name)| folder.join(name)).collect())
}

/// A finished PNG, by its name.
fn is_png(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.ends_with(".png") && !name.ends_with(".part.png")
}

/// A stretch of a name, so that names sort by the numbers in them: numbers as length and digits, without leading zeros.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Number(usize, String),
    Text(String),
}

fn parts(name: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let digits = first.is_ascii_digit();
        let end = rest.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        parts.push(if digits {
            let number = part.trim_start_matches('0');
            Part::Number(number.len(), number.into())
        } else {
            Part::Text(part.into())
        });
        rest = after;
    }
    parts
}

/// What a sequence says of itself: its first file its size.
pub(super) fn about(path: &Path, files: &[PathBuf]) -> Result<About> {
    let size = match files.first() {
        Some(first) => super::apng::about(first)?.size,
        None => return Err(Error::decode(path, "there are no pictures")),
    };
    let count = files.len() as u64;
    Ok(About { size, fps: STILLS, steady: true, frames: Some(count), duration: at(count), metadata: Vec::new() })
}

/// When picture `n` is shown.
fn at(n: u64) -> Duration {
    Duration::from_secs_f64(n as f64 * STILLS.frame_seconds())
}

/// The pictures of a sequence, beginning with the one that is shown at `from`.
pub(super) fn pictures(files: Vec<PathBuf>, size: Size, from: Duration) -> Pictures {
    let first = (0..files.len() as u64).rev().find(|&n| at(n) <= from).unwrap_or(0);
    let later = files.into_iter().enumerate().skip(first as usize);
    Box::new(later.map(move |(n, file)| {
        let n = n as u64;
        // before its pixels are read, as the file may claim any size
        checked_size(&file, super::apng::about(&file)?.size)?;
        let frame = Frame::open(&file)?;
        if frame.size() != size {
            return Err(Error::FrameSize { expected: size, got: frame.size(), frame: n });
        }
        Ok(VideoFrame { frame, time: at(n), duration: at(n + 1) - at(n) })
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_sort_by_their_numbers() {
        let mut names = ["f10.png", "f9.png", "f0009b.png", "e11.png", "f1-12.png", "f1-2.png"];
        names.sort_by_key(|name| parts(name));
        assert_eq!(names, ["e11.png", "f1-2.png", "f1-12.png", "f9.png", "f0009b.png", "f10.png"]);
    }
}
