//! Data that clones share until one of them gets other data.

use std::ops::Deref;
use std::sync::Arc;

use super::spares::{Spare, Spares};

/// Data that its clones share: to clone it copies nothing, and neither does a change of what stands beside it.
///
/// Whoever is changed first leaves what is shared to the others, and keeps an eye on it: when they are done with it, its memory
/// is used again, and of a column that has only grown since, only what is new is copied.
#[derive(Debug, Default)]
pub(crate) struct Shared<D> {
    now: Arc<D>,
    spares: Spares<D>,
}

impl<D> Clone for Shared<D> {
    fn clone(&self) -> Self {
        Self { now: Arc::clone(&self.now), spares: self.spares.handed_on() }
    }
}

impl<D> Deref for Shared<D> {
    type Target = D;

    fn deref(&self) -> &D {
        &self.now
    }
}

impl<D> From<D> for Shared<D> {
    fn from(data: D) -> Self {
        Self { now: Arc::new(data), spares: Spares::default() }
    }
}

impl<D: Default + Clone> Shared<D> {
    /// Memory for other data, with any that are there. What was there is not copied: its memory is used again, unless a clone
    /// holds it.
    pub(crate) fn renew(&mut self) -> &mut D {
        if Arc::get_mut(&mut self.now).is_some() {
            self.spares.not_needed();
        } else {
            let free = self.spares.take().map_or_else(Arc::default, |spare| spare.memory);
            self.spares.put(std::mem::replace(&mut self.now, free), 0);
        }
        self.spares.unlike();
        // nobody else holds it, so that nothing is copied
        Arc::make_mut(&mut self.now)
    }
}

impl<T: Copy> Shared<Vec<T>> {
    /// One more at the end.
    pub(crate) fn push(&mut self, value: T) {
        match Arc::get_mut(&mut self.now) {
            Some(own) => own.push(value),
            None => {
                self.own();
                // nobody else holds it any more, so that nothing is copied
                Arc::make_mut(&mut self.now).push(value);
            }
        }
    }

    /// Leaves to clones what they hold, and says how many elements were copied for it: those that came since the memory that is
    /// used in its place was current, or all where there is none.
    fn own(&mut self) -> usize {
        if Arc::get_mut(&mut self.now).is_some() {
            return 0;
        }
        let mut own = self.spares.take().unwrap_or_else(|| {
            // with the room that it would have if nobody held it, or the next one would copy all again
            let memory = Arc::new(Vec::with_capacity(self.now.len() * 2 + 1));
            Spare { memory, common: 0 }
        });
        let lacking = &self.now[own.common..];
        let memory = Arc::make_mut(&mut own.memory);
        memory.truncate(own.common);
        memory.extend_from_slice(lacking);
        let (copied, common) = (lacking.len(), self.now.len());
        self.spares.put(std::mem::replace(&mut self.now, own.memory), common);
        copied
    }
}

#[cfg(test)]
mod tests;
