//! Numbered picture files.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::apng::STILLS;
use super::limits::checked_size;
use super::pictures::{PictureSource, Pictures};
use super::reader::Reader;
use super::readers::reader_of;
use super::{About, VideoFrame};
use crate::error::{Error, Result};
use crate::geom::Size;
use crate::numbered::Pattern;
use crate::order::order;

/// The endings of pictures that make a sequence of a folder: those of the first kind of which there are any.
const KINDS: [&[&str]; 6] = [&["png"], &["jpg", "jpeg"], &["webp"], &["bmp"], &["tif", "tiff"], &["ppm", "pgm"]];

/// The files of a pattern such as `name-%05d.png`, or all pictures of one kind in a folder, by the numbers in their names;
/// absolute.
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
    let mut found: Vec<(usize, Vec<Part>, OsString)> = Vec::new();
    for entry in entries {
        let name = entry.map_err(|e| Error::io("read", folder, e))?.file_name();
        let text = name.to_string_lossy();
        let fits = match &pattern {
            Some(pattern) => pattern.number(&text).map(|_| 0),
            None => kind(&text),
        };
        if let Some(kind) = fits {
            found.push((kind, parts(&text), name));
        }
    }
    let order = order(found.len(), &|a, b| found[a].cmp(&found[b]));
    let Some(first) = order.first().map(|&k| found[k].0) else {
        let what =
            if pattern.is_some() { "there is no file of such a name" } else { "there are no pictures in the folder" };
        return Err(Error::decode(path, what));
    };
    let folder = std::path::absolute(folder).map_err(|e| Error::io("find", folder, e))?;
    let mut files = Vec::new();
    for k in order {
        if found[k].0 == first {
            files.push(folder.join(&found[k].2));
        }
    }
    Ok(files)
}

/// Which of the kinds a finished picture is of, by its name.
fn kind(name: &str) -> Option<usize> {
    let name = name.to_ascii_lowercase();
    let (rest, ending) = name.rsplit_once('.')?;
    let finished = !rest.ends_with(".part") && !name.starts_with('.');
    KINDS.iter().position(|endings| finished && endings.contains(&ending))
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

/// What a sequence of so many files says of itself.
pub(super) fn about(count: usize, size: Size) -> About {
    let count = count as u64;
    About { size, fps: STILLS, steady: true, frames: Some(count), duration: at(count), metadata: Vec::new() }
}

/// When picture `n` is shown.
fn at(n: u64) -> Duration {
    Duration::from_secs_f64(n as f64 * STILLS.frame_seconds())
}

/// When picture `n` is shown, and for how long.
pub(super) fn shown(n: u64) -> (Duration, Duration) {
    (at(n), at(n + 1) - at(n))
}

/// Which of so many pictures is shown at `from`.
pub(super) fn number(count: usize, from: Duration) -> u64 {
    (0..count as u64).rev().find(|&n| at(n) <= from).unwrap_or(0)
}

/// The pictures of a sequence that is read in process, beginning with this number.
pub(super) fn pictures(files: Vec<PathBuf>, size: Size, first: u64) -> Pictures {
    Pictures::of(Box::new(FilePictures { files, size, next: first }))
}

struct FilePictures {
    files: Vec<PathBuf>,
    size: Size,
    /// The number of the next picture.
    next: u64,
}

impl PictureSource for FilePictures {
    fn next_picture(&mut self) -> Result<Option<VideoFrame>> {
        let n = self.next;
        let Some(file) = self.files.get(n as usize) else { return Ok(None) };
        let other = || Error::decode(file, "the first picture is a PNG, GIF or WebP, but this is none");
        let reader = reader_of(file)?.ok_or_else(other)?;
        // before its pixels are read, as the file may claim any size
        let claimed = size_of(file, reader)?;
        let frame = reader.picture(file)?;
        if claimed != self.size || frame.size() != self.size {
            return Err(Error::frame_size(self.size, frame.size(), n));
        }
        let (time, duration) = shown(n);
        self.next += 1;
        Ok(Some(VideoFrame { frame, time, duration }))
    }
}

/// The size of a picture that is read in process.
pub(super) fn size_of(file: &Path, reader: &Reader) -> Result<Size> {
    checked_size(file, (reader.about)(file)?.size)
}

#[cfg(test)]
mod tests;
