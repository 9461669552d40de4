//! A file that has its own name only when it is whole.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

/// Writes go to `name.part.ext` beside `name.ext`; [`commit`](PartFile::commit) renames it, dropping removes it. So a
/// recording that fails never destroys the file that was there before.
#[derive(Debug)]
pub(crate) struct PartFile {
    target: PathBuf,
    part: PathBuf,
    armed: bool,
}

impl PartFile {
    /// Checks that `target` can be written: its folder exists, and it is no folder itself. Creates nothing.
    pub(crate) fn new(target: &Path) -> Result<Self> {
        let Some(name) = target.file_name() else {
            return Err(Error::io("write", target, std::io::Error::other("the path has no file name")));
        };
        // made absolute, so that neither a leading dash nor a change of folder can alter what is meant
        let target = std::path::absolute(target).map_err(|e| Error::io("find", target, e))?;
        let folder = target.parent().unwrap_or(Path::new("/"));
        if !folder.is_dir() {
            return Err(Error::MissingFolder { path: target.clone(), folder: folder.into() });
        }
        if target.is_dir() {
            return Err(Error::io("write", target, std::io::Error::other("it is a folder")));
        }
        let mut part = OsString::from(Path::new(name).file_stem().unwrap_or(name));
        part.push(".part");
        if let Some(extension) = target.extension() {
            part.push(".");
            part.push(extension);
        }
        let part = folder.join(part);
        Ok(Self { target, part, armed: true })
    }

    /// The file to write into.
    pub(crate) fn path(&self) -> &Path {
        &self.part
    }

    /// The name that the file gets in the end; absolute.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// Gives the file its name, replacing what was there, and returns its size in bytes.
    pub(crate) fn commit(mut self) -> Result<u64> {
        let bytes = fs::metadata(&self.part).map_err(|e| Error::io("read", &self.part, e))?.len();
        fs::rename(&self.part, &self.target).map_err(|e| Error::io("rename", &self.part, e))?;
        self.armed = false;
        Ok(bytes)
    }
}

impl Drop for PartFile {
    fn drop(&mut self) {
        if self.armed {
            // it may never have been created; there is nobody to tell
            let _ = fs::remove_file(&self.part);
        }
    }
}
