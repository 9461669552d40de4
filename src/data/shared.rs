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
mod tests {
    use super::*;

    #[test]
    fn a_clone_is_the_same_memory_until_one_has_other_data() {
        let mut a = Shared::from(vec![1.0, 2.0]);
        let b = a.clone();
        assert!(std::ptr::eq(a.as_slice(), b.as_slice()));
        let out = a.renew();
        assert!(out.is_empty());
        out.push(3.0);
        assert_eq!((a.as_slice(), b.as_slice()), (&[3.0][..], &[1.0, 2.0][..]));
        // alone again, its memory serves what comes
        let memory = a.as_ptr();
        let out = a.renew();
        out.clear();
        out.push(4.0);
        assert_eq!((a.as_slice(), a.as_ptr()), (&[4.0][..], memory));
    }

    #[test]
    fn what_is_pushed_is_not_seen_by_clones_and_copies_once() {
        let mut a = Shared::from(vec![1.0; 1000]);
        let b = a.clone();
        a.push(2.0);
        let memory = a.as_ptr();
        (0..900).for_each(|_| a.push(3.0));
        assert_eq!((a.len(), a.as_ptr(), b.len()), (1901, memory, 1000));
        assert_eq!(a[999..1002], [1.0, 2.0, 3.0]);
    }
}
