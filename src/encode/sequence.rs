//! Numbered PNG files, one for every frame.

use std::fs;
use std::path::{Path, PathBuf};

use super::hold::checked_hold;
use super::part::PartFile;
use super::png::{Effort, checked_size, encode};
use super::{Encoded, Encoder, Fps};
use crate::canvas::Frame;
use crate::error::{Error, Result};
use crate::geom::Size;

/// Writes every frame as a PNG of its own, numbered from 0.
///
/// The path is a pattern, whose file name has one `%d` or `%05d` (a number of at least five digits) and ends in `.png`, or
/// a folder, which then gets `frame-00000.png` and so on and is created if only itself is missing. `%%` in a pattern is
/// a percent sign.
///
/// Files of an earlier recording with the same numbers are replaced, one by one, each when the new one is whole. Others
/// are never touched: if an earlier, longer recording left files with higher numbers, [`finish`](Encoder::finish) says
/// so in its notes. A hold repeats the frame, so the timing at a constant rate stays true.
#[derive(Debug)]
pub(crate) struct PngSequenceEncoder {
    names: Names,
    size: Size,
    fps: Fps,
    dpi: Option<f64>,
    frames: u64,
    files: u64,
    bytes: u64,
    /// The PNG of the last frame.
    last: Vec<u8>,
    /// Whether this recording created the folder.
    created: bool,
    finished: bool,
}

impl PngSequenceEncoder {
    /// Begins a sequence. `dpi` is noted in every file.
    ///
    /// # Errors
    /// A pattern that is none, a missing folder, a size or rate that is none.
    pub(crate) fn open(path: &Path, size: Size, fps: Fps, dpi: Option<f64>) -> Result<Self> {
        checked_size(size)?;
        let fps = fps.checked()?;
        let names = Names::of(path)?;
        let mut created = false;
        if !names.folder.is_dir() {
            if names.given_folder && names.folder.parent().is_some_and(Path::is_dir) {
                fs::create_dir(&names.folder).map_err(|e| Error::io("create", &names.folder, e))?;
                created = true;
            } else {
                let folder = if names.given_folder { names.folder.parent() } else { Some(names.folder.as_path()) };
                let folder = folder.unwrap_or(Path::new("/")).into();
                return Err(Error::MissingFolder { path: path.into(), folder });
            }
        }
        // whether files can be made there is known before the first frame
        drop(PartFile::new(&names.path(0))?);
        Ok(Self { names, size, fps, dpi, frames: 0, files: 0, bytes: 0, last: Vec::new(), created, finished: false })
    }

    /// Writes the last picture under the next number.
    fn put(&mut self) -> Result<()> {
        let part = PartFile::new(&self.names.path(self.files))?;
        fs::write(part.path(), &self.last).map_err(|e| Error::io("write", part.target(), e))?;
        self.bytes += part.commit()?;
        self.files += 1;
        Ok(())
    }
}

impl Encoder for PngSequenceEncoder {
    fn write(&mut self, frame: &Frame) -> Result<()> {
        if frame.size() != self.size {
            return Err(Error::FrameSize { expected: self.size, got: frame.size(), frame: self.frames });
        }
        self.last = encode(frame, self.dpi, Effort::Fast, &self.names.path(self.files))?;
        self.put()?;
        self.frames += 1;
        Ok(())
    }

    fn hold(&mut self, seconds: f64) -> Result<()> {
        let seconds = checked_hold(seconds)?;
        if self.frames == 0 {
            return Err(Error::BadOption { reason: "there is no frame to hold yet; grab one first".into() });
        }
        for _ in 0..self.fps.frames_in(seconds) {
            self.put()?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<Encoded> {
        if self.frames == 0 {
            return Err(Error::NoFrames { path: self.names.path(0) });
        }
        self.finished = true;
        let notes = self.names.leftovers(self.files)?.into_iter().collect();
        Ok(Encoded { bytes: self.bytes, encoder: "png".into(), notes })
    }

    fn abort(self: Box<Self>) {}
}

impl Drop for PngSequenceEncoder {
    fn drop(&mut self) {
        if self.finished {
            return;
        }
        // there is nobody to tell
        for number in 0..self.files {
            let _ = fs::remove_file(self.names.path(number));
        }
        if self.created {
            // leaves a folder that someone else has put something into
            let _ = fs::remove_dir(&self.names.folder);
        }
    }
}

/// How the files are called.
#[derive(Debug)]
struct Names {
    /// Absolute.
    folder: PathBuf,
    /// Whether the path named the folder, rather than a pattern in it.
    given_folder: bool,
    before: String,
    digits: usize,
    after: String,
}

impl Names {
    fn of(path: &Path) -> Result<Self> {
        let bad = |what: &str| Error::BadOption {
            reason: format!(
                "`{}` names no PNG sequence: {what}; use a pattern such as `frame-%05d.png`, or a folder",
                path.display()
            ),
        };
        let absolute = std::path::absolute(path).map_err(|e| Error::io("find", path, e))?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        // anything that looks like a file is meant to be one, and then needs the number
        let pattern = name.filter(|name| !path.is_dir() && (is_png(name) || name.contains('%')));
        let Some(pattern) = pattern else {
            let (before, digits, after) = ("frame-".into(), 5, ".png".into());
            if path.extension().is_some() && !path.is_dir() {
                return Err(bad("it looks like a file of another format"));
            }
            return Ok(Self { folder: absolute, given_folder: true, before, digits, after });
        };
        if path.file_name().is_some_and(|name| name.to_str().is_none()) {
            return Err(bad("its name is not valid Unicode"));
        }
        if !is_png(&pattern) {
            return Err(bad("its name does not end in .png"));
        }
        let folder = absolute.parent().unwrap_or(Path::new("/")).into();
        let (before, digits, after) = parse(&pattern).map_err(bad)?;
        Ok(Self { folder, given_folder: false, before, digits, after })
    }

    fn path(&self, number: u64) -> PathBuf {
        let Self { before, digits, after, .. } = self;
        self.folder.join(format!("{before}{number:0digits$}{after}"))
    }

    /// The number in a file name of this sequence.
    fn number(&self, name: &str) -> Option<u64> {
        let digits = name.strip_prefix(self.before.as_str())?.strip_suffix(self.after.as_str())?;
        let number = digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse::<u64>().ok())??;
        // only as this sequence would have written it
        (digits.len() == self.digits.max(number.checked_ilog10().unwrap_or(0) as usize + 1)).then_some(number)
    }

    /// What to say of files that are numbered on after the last one, which is `files - 1`.
    fn leftovers(&self, files: u64) -> Result<Option<String>> {
        let entries = fs::read_dir(&self.folder).map_err(|e| Error::io("read", &self.folder, e))?;
        let old: Vec<u64> = entries
            .flatten()
            .filter_map(|entry| self.number(entry.file_name().to_str()?))
            .filter(|&number| number >= files)
            .collect();
        let Some(&first) = old.iter().min() else { return Ok(None) };
        let (count, path) = (old.len(), self.path(first));
        Ok(Some(format!(
            "{count} higher-numbered files of an earlier recording were left, from `{}` on; \
             remove them before the sequence is made into a movie",
            path.display()
        )))
    }
}

/// Whether the path's file name is a pattern for numbers, right or wrong.
pub(crate) fn is_pattern(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().contains('%'))
}

fn is_png(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("png"))
}

/// What stands before the number, its least digits, and what stands after it.
fn parse(pattern: &str) -> std::result::Result<(String, usize, String), &'static str> {
    let mut parts = [String::new(), String::new()];
    let mut digits = None;
    let mut rest = pattern;
    while let Some(at) = rest.find('%') {
        let part = usize::from(digits.is_some());
        parts[part].push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('%') {
            parts[part].push('%');
            rest = after;
            continue;
        }
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (width, after) = rest.split_at(end);
        let Some(after) = after.strip_prefix('d') else {
            return Err("after a percent sign there may only be `d`, a width such as `05d`, or another percent sign");
        };
        let width = match width.strip_prefix('0') {
            None if width.is_empty() => 1,
            Some(width) => width.parse().ok().filter(|width| (1..=20).contains(width)).ok_or("its width is none")?,
            None => return Err("its width does not begin with 0, so numbers would have blanks in them"),
        };
        if digits.replace(width).is_some() {
            return Err("it has more than one number");
        }
        rest = after;
    }
    parts[usize::from(digits.is_some())].push_str(rest);
    let [before, after] = parts;
    digits.map(|digits| (before, digits, after)).ok_or("it has no number")
}

#[cfg(test)]
#[path = "sequence_tests.rs"]
mod tests;
