//! What shared data were before, until nobody shows that any more: their memory is used again.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

/// How many there may be: a recording in the background has three snapshots waiting and one being drawn, and the program
/// may hold one of its own.
const MOST: usize = 5;

/// How often in a row none may be needed before they are given up.
const PATIENCE: u8 = 16;

/// What somebody else may still hold.
pub(super) struct Spare<D> {
    pub(super) memory: Arc<D>,
    /// How many elements, from the first, are those that the current data begin with.
    pub(super) common: usize,
}

/// The last few that were current, the oldest first.
///
/// They have one owner, since the memory of two could be used by none. Of an artist that a clone of its figure holds, too, the one
/// that is changed is a clone of what stays behind, so they go along with a clone. That is what the lock is for; there is
/// nothing in it that anybody could see.
pub(super) struct Spares<D>(Mutex<List<D>>);

struct List<D> {
    all: Vec<Spare<D>>,
    /// How often in a row none was needed.
    calm: u8,
}

impl<D> Default for List<D> {
    fn default() -> Self {
        Self { all: Vec::new(), calm: 0 }
    }
}

impl<D> Default for Spares<D> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<D> Spares<D> {
    fn list(&mut self) -> &mut List<D> {
        self.0.get_mut().unwrap_or_else(PoisonError::into_inner)
    }

    #[cfg(test)]
    pub(super) fn list_len(&mut self) -> usize {
        self.list().all.len()
    }

    /// Those of a clone: all that there are.
    pub(super) fn handed_on(&self) -> Self {
        let mut list = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Self(Mutex::new(std::mem::take(&mut *list)))
    }

    /// The last one that nobody else holds.
    pub(super) fn take(&mut self) -> Option<Spare<D>> {
        let list = self.list();
        let free = list.all.iter_mut().rposition(|spare| Arc::get_mut(&mut spare.memory).is_some())?;
        Some(list.all.remove(free))
    }

    /// What was current until now, and is current data's beginning as far as that.
    pub(super) fn put(&mut self, memory: Arc<D>, common: usize) {
        let list = self.list();
        list.calm = 0;
        if list.all.len() == MOST {
            // it may be held for ever
            list.all.remove(0);
        }
        list.all.push(Spare { memory, common });
    }

    /// The current data have nothing in common any more with what they were before.
    pub(super) fn unlike(&mut self) {
        for spare in &mut self.list().all {
            spare.common = 0;
        }
    }

    /// Data were replaced that nobody else held. Where that goes on, there is nobody left who takes clones.
    pub(super) fn not_needed(&mut self) {
        let list = self.list();
        list.calm = list.calm.saturating_add(1);
        if list.calm == PATIENCE {
            list.all = Vec::new();
        }
    }
}

impl<D> fmt::Debug for Spares<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Spares")
    }
}
