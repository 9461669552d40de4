//! A file that has its own name only when it is whole.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};

use super::claim::{Claim, Locked};
use crate::error::{Error, Result};

/// The bytes of the longest name that file systems take.
const LONGEST: usize = 255;

/// Writes go to `name.part.ext` beside `name.ext`; [`commit`](PartFile::commit) renames it, dropping removes it. So a
/// recording that fails never destroys the file that was there before.
///
/// Only one recording may have a name at a time: of this process, and on Linux of all.
#[derive(Debug)]
pub(crate) struct PartFile {
    target: PathBuf,
    part: PathBuf,
    armed: bool,
    /// Whether what is in it plays.
    plays: bool,
    _lock: Locked,
    _claim: Claim,
}

impl PartFile {
    /// Checks that `target` can be written, and creates the empty part file: what cannot be written is known before the
    /// first frame.
    pub(crate) fn new(target: &Path) -> Result<Self> {
        let Some(name) = target.file_name() else {
            return Err(Error::io("write", target, std::io::Error::other("the path has no file name")));
        };
        // made absolute, so that neither a leading dash nor a change of folder can alter what is meant
        let target = std::path::absolute(target).map_err(|e| Error::io("find", target, e))?;
        let folder = target.parent().unwrap_or(Path::new("/"));
        if !folder.exists() {
            return Err(Error::MissingFolder { path: target.clone(), folder: folder.into() });
        }
        if !folder.is_dir() {
            let no_folder = format!("`{}` is a file, not a folder", folder.display());
            return Err(Error::io("write", &target, std::io::Error::other(no_folder)));
        }
        if target.is_dir() {
            return Err(Error::io("write", target, std::io::Error::other("it is a folder")));
        }
        let part = folder.join(part_name(name));
        let Some(claim) = Claim::of(&part) else { return Err(Error::Busy { path: target }) };
        let Some(lock) = Locked::create(&part).map_err(|e| Error::io("create", &part, e))? else {
            return Err(Error::Busy { path: target });
        };
        Ok(Self { target, part, armed: true, plays: false, _lock: lock, _claim: claim })
    }

    /// The file to write into.
    pub(crate) fn path(&self) -> &Path {
        &self.part
    }

    /// From now on the file is worth something: a panic that drops this leaves it.
    pub(crate) fn plays(&mut self) {
        self.plays = true;
    }

    /// The name that the file gets in the end; absolute.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// Gives the file its name, replacing what was there, and returns its size in bytes. If that cannot be done, the file
    /// keeps the name that it has.
    pub(crate) fn commit(mut self) -> Result<u64> {
        let bytes = fs::metadata(&self.part).map_err(|e| Error::io("read", &self.part, e))?.len();
        // whole as it is, it is never removed for the sake of its name
        self.armed = false;
        fs::rename(&self.part, &self.target)
            .map_err(|e| Error::io("rename", &self.part, e).kept_in(Some(self.part.clone())))?;
        Ok(bytes)
    }

    /// Leaves the part file where it is, under its own name, and says where that is.
    pub(crate) fn keep(mut self) -> PathBuf {
        self.armed = false;
        self.part.clone()
    }
}

impl Drop for PartFile {
    fn drop(&mut self) {
        if self.armed && !(self.plays && std::thread::panicking()) {
            // it may be gone already; there is nobody to tell
            let _ = fs::remove_file(&self.part);
        }
    }
}

/// `name.part.ext` for `name.ext`. Where that is longer than a name can be, the beginning is left out, since long names
/// differ at their end.
fn part_name(name: &OsStr) -> OsString {
    let (stem, extension) = (Path::new(name).file_stem().unwrap_or(name), Path::new(name).extension());
    let mut end = OsString::from(".part");
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
mod tests {
    use super::*;

    #[test]
    fn a_name_belongs_to_one_recording_at_a_time() {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("movie.gif");
        let first = PartFile::new(&path).expect("the first");
        assert!(matches!(PartFile::new(&path), Err(Error::Busy { .. })));
        let _other = PartFile::new(&dir.path().join("other.gif")).expect("another name");
        fs::write(first.path(), "frames").expect("writes");
        assert_eq!(first.commit().expect("renames"), 6);
        drop(PartFile::new(&path).expect("free again"));
        assert_eq!(fs::read(&path).expect("is there"), b"frames");
    }

    #[test]
    fn what_cannot_be_written_is_known_at_once() {
        let dir = tempfile::tempdir().expect("a folder");
        let file = dir.path().join("file");
        fs::write(&file, "").expect("writes");
        let said = |path: &Path| PartFile::new(path).expect_err("it cannot be").to_string();
        assert!(said(&file.join("a.gif")).contains("not a folder"));
        assert!(said(&dir.path().join("no/a.gif")).contains("create it first"));
        assert!(said(dir.path()).contains("it is a folder"));
    }

    #[test]
    fn a_part_has_a_name_that_is_not_too_long() {
        let part = |name: &str| part_name(name.as_ref()).into_string().expect("Unicode");
        assert_eq!(part("movie.mp4"), "movie.part.mp4");
        assert_eq!(part("movie"), "movie.part");
        assert_eq!(part(".gif"), ".gif.part");
        let name = format!("1{}2.gif", "x".repeat(249));
        assert_eq!(part(&name), format!("{}2.part.gif", "x".repeat(245)));
        // whole letters only, also twice over
        let name = format!("{}a.mp4", "ö".repeat(125));
        assert_eq!(part(&name).len(), 254);
        let twice = part(&part(&name));
        assert!(twice.len() <= 255 && twice != part(&name), "{twice}");
        // what the system will refuse
        assert_eq!(part(&"x".repeat(256)).len(), 261);
    }
}
