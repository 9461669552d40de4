//! Unfinished files, and their names.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, Metadata};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use super::claim::Claim;
use super::marked::{Made, Marked};
use crate::error::{Error, Result};

/// The bytes of the longest name that file systems take.
const LONGEST: usize = 255;
/// How many names are tried.
const NAMES: u32 = 10_000;

/// An unfinished file, which goes when this is dropped.
#[derive(Debug)]
pub(crate) struct Draft {
    path: PathBuf,
    marked: Marked,
    armed: bool,
    /// Whether what is in it plays.
    plays: bool,
    _claim: Claim,
}

impl Draft {
    /// In the same folder, under the first name that can be had. Also what is to be said of a file that was moved out of the
    /// way; with `saves` unset, it stays and this has another name. `None` if the name is recorded to. `folder` is the folder's
    /// one true name.
    pub(super) fn beside(
        place: &Path,
        folder: &Path,
        past: Option<&Metadata>,
        saves: bool,
    ) -> Result<Option<(Self, Option<String>)>> {
        let name = place.file_name().unwrap_or_default();
        for number in 0..NAMES {
            let part = part_name(name, number);
            let path = place.with_file_name(&part);
            // another's, which makes a file of that very name
            let Some(claim) = Claim::of(&folder.join(part)) else { continue };
            let mut note = None;
            let made = Marked::make(&path, past, |left| {
                if left.bytes()? == 0 {
                    return fs::remove_file(&path);
                }
                if !saves {
                    return Err(std::io::ErrorKind::AlreadyExists.into());
                }
                let aside = set_aside(left, &path, place)?;
                note = Some(format!("what a recording before had left unfinished is now in `{}`", aside.display()));
                Ok(())
            });
            match made.map_err(|e| Error::io("create", &path, e))? {
                Made::New(marked) => {
                    return Ok(Some((Self { path, marked, armed: true, plays: false, _claim: claim }, note)));
                }
                Made::Busy => return Ok(None),
                Made::Taken => {}
            }
        }
        let full = std::io::Error::other(format!("it and {} more are taken", NAMES - 1));
        Err(Error::io("create", place.with_file_name(part_name(name, 0)), full))
    }

    /// Among the temporary files of the system.
    pub(super) fn elsewhere(target: &Path) -> Result<Self> {
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        loop {
            let number = NUMBER.fetch_add(1, Ordering::Relaxed);
            let mut name = OsString::from(format!("grabframe-{}-{number}", std::process::id()));
            if let Some(extension) = target.extension() {
                name.push(".");
                name.push(extension);
            }
            let path = std::env::temp_dir().join(part_name(&name, 0));
            let Some(claim) = Claim::of(&path) else { continue };
            let made = Marked::make(&path, None, |_| Err(std::io::ErrorKind::AlreadyExists.into()));
            if let Made::New(marked) = made.map_err(|e| Error::io("create", &path, e))? {
                return Ok(Self { path, marked, armed: true, plays: false, _claim: claim });
            }
        }
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// From now on it is worth something: a panic that drops this leaves it.
    pub(super) fn plays(&mut self) {
        self.plays = true;
    }

    /// See [`Marked::nameless`].
    pub(super) fn nameless(&self) -> Option<File> {
        self.marked.nameless()
    }

    /// Puts another, which is whole, in the place of this one.
    #[cfg(feature = "mp4")]
    pub(super) fn replace(&mut self, mut other: Self) -> Result<()> {
        fs::rename(&other.path, &self.path).map_err(|e| Error::io("rename", &other.path, e))?;
        other.armed = false;
        std::mem::swap(&mut self.marked, &mut other.marked);
        Ok(())
    }

    /// The file to write into, open for reading, too.
    pub(crate) fn file(&self) -> Result<File> {
        self.marked.file().map_err(|e| Error::io("open", &self.path, e))
    }

    /// Leaves the file as a kill does.
    #[cfg(all(test, target_os = "linux"))]
    pub(super) fn leave(mut self) {
        self.armed = false;
    }

    /// Leaves the file to whoever is told of it, with the mode of `past`.
    pub(super) fn keep(mut self, past: Option<&Metadata>) -> PathBuf {
        self.armed = false;
        self.marked.give(past);
        self.path.clone()
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if self.armed && !(self.plays && std::thread::panicking()) {
            // it may be gone already; there is nobody to tell
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Gives what was left behind another name, which no file has: never in another's place, as a renaming would.
fn set_aside(left: &Marked, path: &Path, place: &Path) -> std::io::Result<PathBuf> {
    let name = place.file_name().unwrap_or_default();
    for number in 1..NAMES {
        let aside = place.with_file_name(part_name(name, number));
        match fs::hard_link(path, &aside) {
            Ok(()) => {
                left.give(None);
                return fs::remove_file(path).map(|()| aside);
            }
            Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(e) => return Err(e),
        }
    }
    Err(std::io::ErrorKind::AlreadyExists.into())
}

/// `name.part.ext` for `name.ext`, and then `name.part-1.ext` and so on. Where that is longer than a name can be, the
/// beginning is left out, since long names differ at their end.
fn part_name(name: &OsStr, number: u32) -> OsString {
    let (stem, extension) = (Path::new(name).file_stem().unwrap_or(name), Path::new(name).extension());
    let mut end = OsString::from(if number == 0 { ".part".into() } else { format!(".part-{number}") });
    if let Some(extension) = extension {
        end.push(".");
        end.push(extension);
    }
    let room = LONGEST.saturating_sub(end.len());
    // a name that is itself too long is left so, and the system refuses it
    let mut part = if stem.len() <= room || name.len() > LONGEST {
        stem.to_os_string()
    } else {
        let stem = stem.to_string_lossy();
        let over = stem.len() - room;
        stem[(over..stem.len()).find(|at| stem.is_char_boundary(*at)).unwrap_or(stem.len())..].into()
    };
    part.push(end);
    part
}

#[cfg(test)]
mod tests;
