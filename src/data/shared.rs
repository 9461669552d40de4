//! Data that clones share until one of them gets other data.

use std::ops::Deref;
use std::sync::Arc;

/// Data that its clones share: to clone it copies nothing, and neither does a change of what stands beside it.
#[derive(Debug, Default)]
pub(crate) struct Shared<D>(Arc<D>);

impl<D> Clone for Shared<D> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<D> Deref for Shared<D> {
    type Target = D;

    fn deref(&self) -> &D {
        &self.0
    }
}

impl<D> From<D> for Shared<D> {
    fn from(data: D) -> Self {
        Self(Arc::new(data))
    }
}

impl<D: Default + Clone> Shared<D> {
    /// Memory for other data, with any that are there. What was there is not copied: its memory is used again, unless a clone
    /// holds it.
    pub(crate) fn renew(&mut self) -> &mut D {
        if Arc::get_mut(&mut self.0).is_none() {
            self.0 = Arc::default();
        }
        // nobody else holds it, so that nothing is copied
        Arc::make_mut(&mut self.0)
    }
}

impl<T: Copy> Shared<Vec<T>> {
    /// One more at the end. The first after a clone copies all, if the clone is still there.
    pub(crate) fn push(&mut self, value: T) {
        match Arc::get_mut(&mut self.0) {
            Some(mine) => mine.push(value),
            None => {
                // with the room that it would have if nobody held it, or the next one would copy all again
                let mut all = Vec::with_capacity(self.0.len() * 2 + 1);
                all.extend_from_slice(&self.0);
                all.push(value);
                self.0 = Arc::new(all);
            }
        }
    }
}

#[cfg(test)]
mod tests;
