//! Names that a recording has to itself.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Result;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A name that no other recording of this process gets until this is dropped.
#[derive(Debug)]
pub(super) struct Claim {
    name: PathBuf,
}

impl Claim {
    /// `None` if another recording has it.
    pub(super) fn of(name: &Path) -> Option<Self> {
        taken().insert(name.into()).then(|| Self { name: name.into() })
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        taken().remove(&self.name);
    }
}

fn taken() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    static TAKEN: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());
    // inserting and removing leave nothing half done
    TAKEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A new, empty file that other programs do not record to until this is dropped. The system takes the lock from a program
/// that is killed.
#[derive(Debug)]
pub(super) struct Locked {
    #[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "open while this lives"))]
    file: File,
}

impl Locked {
    /// Makes the file; `None` if another program has it. One that was left behind is replaced, not emptied: the ffmpeg of a
    /// program that was killed may still be busy with it, and then ends without harm.
    #[cfg(target_os = "linux")]
    pub(super) fn create(path: &Path) -> Result<Option<Self>> {
        use std::fs;
        use std::io::ErrorKind;
        use std::os::unix::fs::MetadataExt;

        // of a link or a device only what it leads to would be locked
        let plain = match fs::symlink_metadata(path) {
            Ok(found) => {
                if found.is_file() {
                    let old = File::options().write(true).open(path)?;
                    if !lock(&old) {
                        return Ok(None);
                    }
                    fs::remove_file(path)?;
                }
                found.is_file()
            }
            Err(_) => true,
        };
        if !plain {
            return Ok(Some(Self { file: File::create(path)? }));
        }
        let file = match File::options().write(true).create_new(true).open(path) {
            Ok(file) => file,
            // by another program, just now
            Err(e) if e.kind() == ErrorKind::AlreadyExists => return Ok(None),
            Err(e) => return Err(e),
        };
        // between the two, another program may have taken it for one that was left behind
        let ours =
            lock(&file) && fs::symlink_metadata(path).is_ok_and(|m| file.metadata().is_ok_and(|f| f.ino() == m.ino()));
        Ok(ours.then_some(Self { file }))
    }

    /// Makes the file. Other programs are not kept off here.
    #[cfg(not(target_os = "linux"))]
    pub(super) fn create(path: &Path) -> Result<Option<Self>> {
        Ok(Some(Self { file: File::create(path)? }))
    }
}

#[cfg(target_os = "linux")]
impl Drop for Locked {
    fn drop(&mut self) {
        // said, since a program that is just being started in another thread has the file open for a moment, too
        let _ = rustix::fs::flock(&self.file, rustix::fs::FlockOperation::Unlock);
    }
}

/// Whether no other program has locked the file; where files cannot be locked, there is no telling, and all may go on.
#[cfg(target_os = "linux")]
fn lock(file: &File) -> bool {
    rustix::fs::flock(file, rustix::fs::FlockOperation::NonBlockingLockExclusive) != Err(rustix::io::Errno::WOULDBLOCK)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_free_when_its_claim_is_dropped() {
        let name = Path::new("/nowhere/claimed.gif");
        let claim = Claim::of(name);
        assert!(claim.is_some() && Claim::of(name).is_none());
        drop(claim);
        assert!(Claim::of(name).is_some());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_that_was_left_behind_is_replaced_and_one_in_use_is_not() {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("movie.part.gif");
        std::fs::write(&path, "left behind").expect("writes");
        let old = File::open(&path).expect("opens");
        let locked = Locked::create(&path).expect("makes").expect("free");
        // whoever is still busy with the old one keeps it
        assert_eq!(old.metadata().expect("is there").len(), 11);
        assert_eq!(std::fs::metadata(&path).expect("is there").len(), 0);
        // as another program would find it
        assert!(Locked::create(&path).expect("looks").is_none());
        assert!(path.exists());
        drop(locked);
        assert!(Locked::create(&path).expect("makes").is_some());
    }
}
