//! Files that are known as unfinished recordings, and as in use.
//!
//! On Linux such a file has the sticky bit, which means nothing there on a file, and is locked while its recording runs. The
//! bit comes into being together with the file, stays when the program is killed, and goes when the file is given to somebody:
//! at its renaming, or when an error names it. A copy does not have it. The system takes the lock from a program that is
//! killed. So a file with the bit and without the lock was left behind, and one without the bit is somebody's.
//!
//! Where there is no such bit (other systems, file systems without modes), or no lock, every file is somebody's: names that are taken
//! are never taken again.

use std::fs::{self, File, Metadata};
use std::io::Result;
use std::path::Path;

/// A file that a recording writes, which others keep off until this is dropped.
#[derive(Debug)]
pub(super) struct Marked {
    file: File,
}

/// What became of an attempt to make a file.
#[derive(Debug)]
pub(super) enum Made {
    New(Marked),
    /// Another program records to it.
    Busy,
    /// There is a file of that name that is not ours to touch.
    Taken,
}

impl Marked {
    /// Makes a new, empty file. With `past`, no more people may read or write it than could that file.
    ///
    /// A file that was left behind goes first: `clear` does that while it is locked. Should that fail, its name is taken.
    pub(super) fn make(path: &Path, past: Option<&Metadata>, clear: impl FnOnce(&Self) -> Result<()>) -> Result<Made> {
        if let Ok(found) = fs::symlink_metadata(path) {
            #[cfg(target_os = "linux")]
            if linux::is_full_device(path, &found) {
                return Ok(Made::New(Self { file: File::options().read(true).write(true).open(path)? }));
            }
            match Self::left_behind(path, &found) {
                Left::Free(left) if clear(&left).is_ok() => {}
                Left::Busy => return Ok(Made::Busy),
                _ => return Ok(Made::Taken),
            }
        }
        let mut options = File::options();
        options.read(true).write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, unix::mode_at_first(past));
        let file = match options.open(path) {
            Ok(file) => file,
            // by another program, just now
            Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists && cfg!(target_os = "linux") => {
                return Ok(Made::Busy);
            }
            Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => return Ok(Made::Taken),
            Err(e) => return Err(e),
        };
        let made = Self { file };
        // between the two, another program may have taken it for one that was left behind
        if !made.locked(path) {
            return Ok(Made::Busy);
        }
        made.inherit(past, true);
        Ok(Made::New(made))
    }

    /// Whether another recording writes this very file.
    pub(super) fn is_busy(path: &Path) -> bool {
        fs::symlink_metadata(path).is_ok_and(|found| matches!(Self::left_behind(path, &found), Left::Busy))
    }

    /// The file, to be written; all that are got so have one place in it.
    pub(super) fn file(&self) -> Result<File> {
        self.file.try_clone()
    }

    pub(super) fn bytes(&self) -> Result<u64> {
        self.file.metadata().map(|file| file.len())
    }

    /// It belongs to somebody from now on, with the mode and the owner of `past` as far as that can be.
    pub(super) fn give(&self, past: Option<&Metadata>) {
        self.inherit(past, false);
    }
}

#[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "nothing is known to be left behind"))]
enum Left {
    Free(Marked),
    Busy,
    Taken,
}

#[cfg(not(target_os = "linux"))]
impl Marked {
    fn left_behind(_: &Path, _: &Metadata) -> Left {
        Left::Taken
    }

    fn locked(&self, _: &Path) -> bool {
        true
    }

    pub(super) fn nameless(&self) -> Option<File> {
        None
    }
}

#[cfg(not(unix))]
impl Marked {
    fn inherit(&self, past: Option<&Metadata>, unfinished: bool) {
        if let Some(past) = past.filter(|_| !unfinished) {
            // where it cannot be had there is nobody to tell
            let _ = self.file.set_permissions(past.permissions());
        }
    }
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};

    use super::*;

    /// The mark.
    pub(super) const STICKY: u32 = if cfg!(target_os = "linux") { 0o1000 } else { 0 };

    /// The mode that it is made with: what the user's mask leaves of it, or nobody else's file.
    pub(super) fn mode_at_first(past: Option<&Metadata>) -> u32 {
        STICKY | if past.is_some() { 0o600 } else { 0o666 }
    }

    impl Marked {
        /// Gives it the mode and the owner of another file, as far as that can be.
        pub(super) fn inherit(&self, past: Option<&Metadata>, unfinished: bool) {
            let Ok(file) = self.file.metadata() else { return };
            if !file.is_file() {
                return;
            }
            if let Some(past) = past {
                // only root may give a file away; to a group of theirs all may
                let owned = (past.uid() != file.uid()).then(|| past.uid());
                let group = (past.gid() != file.gid()).then(|| past.gid());
                let _ = fchown(&self.file, owned, group).or_else(|_| fchown(&self.file, None, group));
            }
            // while it is written, its owner may write it
            let mode = past.map_or(file.mode(), Metadata::mode) & 0o7777;
            let mode = if unfinished { mode | STICKY | 0o600 } else { mode & !STICKY };
            // where it cannot be had there is nobody to tell
            let _ = self.file.set_permissions(fs::Permissions::from_mode(mode));
        }
    }
}

#[cfg(target_os = "linux")]
mod linux {
    use std::fs::TryLockError;
    use std::os::unix::fs::{FileTypeExt, MetadataExt};

    use super::unix::STICKY;
    use super::*;

    impl Marked {
        /// A file that was found there, if a recording left it behind.
        pub(super) fn left_behind(path: &Path, found: &Metadata) -> Left {
            if !found.is_file() || found.mode() & STICKY == 0 {
                return Left::Taken;
            }
            let Ok(file) = File::options().read(true).write(true).open(path) else { return Left::Taken };
            let left = Self { file };
            match left.lock(path) {
                Some(true) => Left::Free(left),
                Some(false) => Left::Busy,
                None => Left::Taken,
            }
        }

        /// Whether this may write it.
        pub(super) fn locked(&self, path: &Path) -> bool {
            self.lock(path) != Some(false)
        }

        /// Locks it: whether no other program has, and it is still what the name stands for. `None` where files cannot be
        /// locked, so that there is no telling.
        fn lock(&self, path: &Path) -> Option<bool> {
            match self.file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Some(false),
                Err(TryLockError::Error(_)) => return None,
            }
            let file = self.file.metadata().ok()?;
            let named = fs::symlink_metadata(path);
            Some(named.is_ok_and(|named| (file.dev(), file.ino()) == (named.dev(), named.ino())))
        }

        /// The file again, for another program: under no name, so that nothing that becomes of its name leads that program to
        /// another file. Not to be written as it is: the program opens it anew. The lock does not go with it.
        pub(in crate::encode) fn nameless(&self) -> Option<File> {
            use std::os::fd::AsRawFd;
            File::open(format!("/proc/self/fd/{}", self.file.as_raw_fd())).ok()
        }
    }

    impl Drop for Marked {
        fn drop(&mut self) {
            // said, since a program that is just being started in another thread has the file open for a moment, too
            let _ = self.file.unlock();
        }
    }

    /// A link to a device holds nothing that could be lost, and is used in place of a file: so a disk that is full can be
    /// had by a test where none can be mounted.
    pub(super) fn is_full_device(path: &Path, found: &Metadata) -> bool {
        found.is_symlink() && fs::metadata(path).is_ok_and(|device| device.file_type().is_char_device())
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests;
