//! What a path leads to: a file, or something that is written through.

use std::fs::{self, Metadata};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

/// So many symbolic links in a row are a circle, as for Linux.
const LINKS: usize = 40;

/// Where what is recorded goes in the end.
#[derive(Debug)]
pub(super) enum Place {
    /// A file of this name, which is there already if it has a past. A symbolic link is followed: it stays, and what it
    /// leads to is written, also if that is not there yet.
    File { path: PathBuf, past: Option<Metadata> },
    /// A pipe, a terminal, a device: nothing that another file could take the place of.
    Node { path: PathBuf, pipe: bool },
}

impl Place {
    /// Follows the absolute path `target`.
    pub(super) fn of(target: &Path) -> Result<Self> {
        let refuse = |why: &str| Error::io("write", target, std::io::Error::other(why));
        let mut path = target.to_path_buf();
        for _ in 0..LINKS {
            // what cannot be looked at is told when something is made there
            let Ok(found) = fs::symlink_metadata(&path) else { return Ok(Self::File { path, past: None }) };
            if !found.is_symlink() {
                return Self::of_kind(path, found).map_err(refuse);
            }
            let folder = path.parent().unwrap_or(Path::new("/"));
            // these lead to open files, whatever name they tell: /dev/stdout is one of them
            if fs::canonicalize(folder).is_ok_and(|folder| folder.starts_with("/proc")) {
                let found = fs::metadata(&path).map_err(|e| Error::io("write", target, e))?;
                return match Self::of_kind(path, found).map_err(refuse)? {
                    Self::File { path, .. } => Ok(Self::Node { path, pipe: false }),
                    node => Ok(node),
                };
            }
            let next = fs::read_link(&path).map_err(|e| Error::io("write", target, e))?;
            path = folder.join(next);
        }
        Err(refuse("its symbolic links lead in a circle"))
    }

    fn of_kind(path: PathBuf, found: Metadata) -> std::result::Result<Self, &'static str> {
        let kind = found.file_type();
        if kind.is_dir() {
            return Err("it is a folder");
        }
        #[cfg(unix)]
        {
            use std::os::unix::fs::FileTypeExt;
            if kind.is_fifo() || kind.is_char_device() {
                return Ok(Self::Node { path, pipe: kind.is_fifo() });
            }
            if kind.is_socket() {
                return Err("it is a socket, which cannot be opened as a file");
            }
            if kind.is_block_device() {
                return Err("it is a disk, or what stands for one");
            }
        }
        Ok(Self::File { path, past: Some(found) })
    }
}

/// The folder that a file is to be made in, under the one name that it has, whatever links and dots lead to it. `target`
/// is for messages.
pub(super) fn folder_of(path: &Path, target: &Path) -> Result<PathBuf> {
    let folder = path.parent().unwrap_or(Path::new("/"));
    let refuse = |why: String| Error::io("write", target, std::io::Error::other(why));
    if path.as_os_str().as_encoded_bytes().last().is_some_and(|last| std::path::is_separator(char::from(*last))) {
        return Err(refuse("a name that ends so is a folder's".into()));
    }
    match fs::metadata(folder) {
        Ok(found) if found.is_dir() => {}
        Ok(_) => return Err(refuse(format!("`{}` is a file, not a folder", folder.display()))),
        Err(e) if matches!(e.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Err(Error::missing_folder(target, folder));
        }
        Err(e) => return Err(refuse(format!("the folder `{}`: {e}", folder.display()))),
    }
    fs::canonicalize(folder).map_err(|e| refuse(format!("the folder `{}`: {e}", folder.display())))
}

/// Whether `new` may get the name of `past`: in a folder such as `/tmp` only owners may take a name from a file, its own and the
/// folder's.
#[cfg(unix)]
pub(super) fn may_replace(folder: &Metadata, past: &Metadata, new: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    folder.mode() & 0o1000 == 0 || [0, past.uid(), folder.uid()].contains(&new.uid())
}

#[cfg(not(unix))]
pub(super) fn may_replace(_: &Metadata, _: &Metadata, _: &Metadata) -> bool {
    true
}

#[cfg(all(test, unix))]
mod tests;
