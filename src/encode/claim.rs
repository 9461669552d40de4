//! Names that a recording has to itself.

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
        let mut taken = taken();
        if taken.iter().any(|other| other == name) {
            return None;
        }
        taken.push(name.into());
        Some(Self { name: name.into() })
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        taken().retain(|other| *other != self.name);
    }
}

fn taken() -> MutexGuard<'static, Vec<PathBuf>> {
    static TAKEN: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());
    // inserting and removing leave nothing half done
    TAKEN.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
