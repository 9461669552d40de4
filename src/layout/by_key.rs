//! From a key to what was laid out of it.

use std::ops::Index;

use crate::figure::{Axes, Colorbar, Key};
use crate::layout::{AxesLayout, Layout};

/// What has a layout of its own: axes and colorbars. This trait is sealed.
pub trait LaidOut: sealed::Sealed {}

impl LaidOut for Axes {}
impl LaidOut for Colorbar {}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Axes {}
    impl Sealed for super::Colorbar {}
}

impl Layout {
    /// The axes, or the colorbar, with that key, if they are in the figure that was laid out. A colorbar whose artist shows no
    /// values is not there.
    #[must_use]
    pub fn get<T: LaidOut>(&self, key: Key<T>) -> Option<&AxesLayout> {
        self.with_id(key.raw().id)
    }

    fn with_id(&self, id: u64) -> Option<&AxesLayout> {
        self.axes.iter().find(|axes| axes.key.0 == Some(id))
    }
}

impl<T: LaidOut> Index<Key<T>> for Layout {
    type Output = AxesLayout;

    /// # Panics
    /// If they are not in the layout; [`Layout::get`] asks first.
    #[track_caller]
    fn index(&self, key: Key<T>) -> &AxesLayout {
        match self.get(key) {
            Some(axes) => axes,
            None => {
                panic!("{key:?} is not in this layout: it was removed, is a key of another figure, or shows nothing")
            }
        }
    }
}
