//! Colorbars: what the colours of an image or a scatter mean.

use crate::figure::key::{Key, RawKey, unique};

/// The colorbar of an image or a scatter, beside its axes; made by [`Figure::colorbar`](crate::Figure::colorbar).
#[derive(Clone, Debug)]
pub struct Colorbar {
    id: u64,
    slot: u32,
    pub(crate) mappable: RawKey,
    pub(crate) label: String,
}

impl Colorbar {
    pub(crate) fn new(mappable: RawKey, slot: usize) -> Self {
        Self { id: unique(), slot: slot as u32, mappable, label: String::new() }
    }

    pub(crate) fn key(&self) -> Key<Self> {
        Key::new(RawKey { axes: self.mappable.axes, slot: self.slot, id: self.id })
    }

    /// Sets the words along the colorbar.
    pub fn set_label(&mut self, label: impl Into<String>) -> &mut Self {
        self.label = label.into();
        self
    }
}
