//! Numbered PNG files, one for every frame.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::claim::Claim;
use super::hold::{Repeats, checked_hold};
use super::part::PartFile;
use super::place::Place;
use super::png::{Effort, checked_size, encode};
use super::{Encoded, Encoder, Fps};
use crate::canvas::Frame;
use crate::error::{Error, Result};
use crate::geom::Size;
use crate::numbered::Pattern;

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
    repeats: Repeats,
    dpi: Option<f64>,
    frames: u64,
    files: u64,
    bytes: u64,
    /// The PNG of the last frame.
    last: Vec<u8>,
    /// Whether this recording created the folder.
    created: bool,
    finished: bool,
    _claim: Claim,
}

impl PngSequenceEncoder {
    /// Begins a sequence. `dpi` is noted in every file.
    ///
    /// # Errors
    /// A pattern that is none, a missing folder, a size or rate that is none.
    pub(crate) fn open(path: &Path, size: Size, fps: Fps, dpi: Option<f64>) -> Result<Self> {
        checked_size(size)?;
        let fps = fps.checked()?;
        let mut names = Names::of(path)?;
        let mut created = false;
        // a folder that a link leads to is made where it leads
        if !names.folder.is_dir()
            && let Place::File { path, past: None } = Place::of(&names.folder)?
        {
            names.folder = path;
        }
        if names.folder.exists() && !names.folder.is_dir() {
            let no_folder = format!("`{}` is a file, not a folder", names.folder.display());
            return Err(Error::io("write", path, std::io::Error::other(no_folder)));
        }
        if !names.folder.is_dir() {
            if names.given_folder && names.folder.parent().is_some_and(Path::is_dir) {
                fs::create_dir(&names.folder).map_err(|e| Error::io("create", &names.folder, e))?;
                created = true;
            } else {
                let folder = if names.given_folder { names.folder.parent() } else { Some(names.folder.as_path()) };
                let folder = folder.unwrap_or(Path::new("/"));
                return Err(Error::missing_folder(path, folder));
            }
        }
        // by its one true name, whatever links lead to it
        let folder = fs::canonicalize(&names.folder).map_err(|e| Error::io("find", &names.folder, e))?;
        let claim = Claim::of(&folder.join(names.pattern.name(u64::MAX)));
        let claim = claim.ok_or_else(|| Error::busy(path))?;
        // whether files can be made there is known before the first frame
        PartFile::check_picture(&names.path(0))?;
        let repeats = Repeats::new(fps);
        Ok(Self {
            names,
            size,
            repeats,
            dpi,
            frames: 0,
            files: 0,
            bytes: 0,
            last: Vec::new(),
            created,
            finished: false,
            _claim: claim,
        })
    }

    /// Writes the last picture under the next number.
    fn put(&mut self) -> Result<()> {
        let part = PartFile::of_picture(&self.names.path(self.files))?;
        part.file()?.write_all(&self.last).map_err(|e| Error::io("write", part.target(), e))?;
        self.bytes += part.commit()?;
        self.files += 1;
        Ok(())
    }
}

impl Encoder for PngSequenceEncoder {
    fn write(&mut self, frame: &Frame) -> Result<()> {
        if frame.size() != self.size {
            return Err(Error::frame_size(self.size, frame.size(), self.frames));
        }
        self.last = encode(frame, self.dpi, Effort::Fast, &self.names.path(self.files))?;
        self.put()?;
        self.frames += 1;
        Ok(())
    }

    fn hold(&mut self, seconds: f64) -> Result<()> {
        let seconds = checked_hold(seconds)?;
        if self.frames == 0 {
            return Err(Error::nothing_to_hold());
        }
        for _ in 0..self.repeats.hold(seconds) {
            self.put()?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<Encoded> {
        if self.frames == 0 {
            return Err(Error::no_frames(&self.names.path(0)));
        }
        self.finished = true;
        let leftovers = self.names.leftovers(self.files).map_err(|e| e.kept_in(Some(self.names.folder.clone())))?;
        let notes = leftovers.into_iter().collect();
        Ok(Encoded { bytes: self.bytes, encoder: "png".into(), notes, ..Encoded::default() })
    }

    fn abort(self: Box<Self>) {}

    fn salvage(mut self: Box<Self>) -> Option<PathBuf> {
        // each file is whole, unless all are gone
        self.finished = self.files > 0 && self.names.folder.is_dir();
        self.finished.then(|| self.names.folder.clone())
    }
}

impl Drop for PngSequenceEncoder {
    fn drop(&mut self) {
        // dropped by a panic, each file is whole
        if self.finished || self.files > 0 && std::thread::panicking() {
            return;
        }
        // there is nobody to tell
        for number in 0..self.files {
            // a link stays, and so does what no file took the place of
            if let Ok(Place::File { path, .. }) = Place::of(&self.names.path(number)) {
                let _ = fs::remove_file(path);
            }
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
    pattern: Pattern,
}

impl Names {
    fn of(path: &Path) -> Result<Self> {
        let bad = |what: &str| {
            Error::bad_option(format!(
                "`{}` names no PNG sequence: {what}; use a pattern such as `frame-%05d.png`, or a folder",
                path.display()
            ))
        };
        let absolute = std::path::absolute(path).map_err(|e| Error::io("find", path, e))?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        // anything that looks like a file is meant to be one, and then needs the number
        let pattern = name.filter(|name| !path.is_dir() && (is_png(name) || name.contains('%')));
        let Some(pattern) = pattern else {
            if path.extension().is_some() && !path.is_dir() {
                return Err(bad("it looks like a file of another format, and a still is written by `fig.save(..)`"));
            }
            return Ok(Self { folder: absolute, given_folder: true, pattern: Pattern::of_folder() });
        };
        if path.file_name().is_some_and(|name| name.to_str().is_none()) {
            return Err(bad("its name is not valid Unicode"));
        }
        if !is_png(&pattern) {
            return Err(bad("its name does not end in .png"));
        }
        let folder = absolute.parent().unwrap_or(Path::new("/")).into();
        Ok(Self { folder, given_folder: false, pattern: Pattern::parse(&pattern).map_err(bad)? })
    }

    fn path(&self, number: u64) -> PathBuf {
        self.folder.join(self.pattern.name(number))
    }

    /// What to say of files that are numbered on after the last one, which is `files - 1`.
    fn leftovers(&self, files: u64) -> Result<Option<String>> {
        let entries = match fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            // a folder that takes files and shows none
            Err(e) if e.kind() == ErrorKind::PermissionDenied => return Ok(None),
            Err(e) => return Err(Error::io("read", &self.folder, e)),
        };
        let (mut count, mut first) = (0, u64::MAX);
        for entry in entries.flatten() {
            let number = entry.file_name().to_str().and_then(|name| self.pattern.number(name));
            if let Some(number) = number.filter(|&number| number >= files) {
                (count, first) = (count + 1, first.min(number));
            }
        }
        if count == 0 {
            return Ok(None);
        }
        let path = self.path(first);
        Ok(Some(format!(
            "{count} higher-numbered files of an earlier recording were left, from `{}` on; \
             remove them before the sequence is made into a movie",
            path.display()
        )))
    }
}

fn is_png(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("png"))
}

#[cfg(test)]
#[path = "sequence_tests.rs"]
mod tests;
