//! An artist in its axes, and the only door to it; and where axes have it.

use std::any::Any;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::Arc;

use crate::artist::Artist;
use crate::figure::Axes;
use crate::figure::key::{RawKey, unique};

/// An artist in its axes, with the revision of its content. Clones share it until one of them changes it.
#[derive(Clone, Debug)]
pub(crate) struct Slot {
    pub(super) id: u64,
    revision: u64,
    artist: Arc<dyn Artist>,
}

// An artist that panics while it is changed or drawn is left with what it has, and nothing else of the figure with less: that
// a figure may be used after a panic is not asked of artists, which may hold functions.
impl UnwindSafe for Slot {}
impl RefUnwindSafe for Slot {}

impl Slot {
    /// A new artist: its first revision is its identity, which nothing else has.
    pub(super) fn new(id: u64, artist: impl Artist) -> Self {
        Self { id, revision: id, artist: Arc::new(artist) }
    }

    /// Unlike that of any other content in this process.
    pub(crate) const fn revision(&self) -> u64 {
        self.revision
    }

    pub(crate) fn artist(&self) -> &dyn Artist {
        &*self.artist
    }

    /// What it is, in words: `Line (label "speed")`.
    pub(crate) fn words(&self) -> String {
        let kind = last_name(self.artist.dyn_name());
        match &self.artist().common().label {
            Some(label) => format!("{kind} (label \"{label}\")"),
            None => kind.to_owned(),
        }
    }

    /// The only door through which an artist is changed: it counts.
    pub(crate) fn artist_mut(&mut self) -> &mut dyn Artist {
        self.revision = unique();
        if Arc::get_mut(&mut self.artist).is_none() {
            self.artist = self.artist.dyn_clone();
        }
        Arc::get_mut(&mut self.artist).expect("just made, or nobody else's")
    }

    /// How high it lies: higher ones cover lower ones.
    pub(crate) fn zorder(&self) -> f64 {
        self.artist().common().zorder.unwrap_or_else(|| self.artist().default_zorder())
    }

    /// The artist itself, if it is an `A`.
    pub(super) fn into_artist<A: Artist>(self) -> Option<A> {
        let artist: Arc<dyn Any + Send + Sync> = self.artist;
        let artist = artist.downcast::<A>().ok()?;
        Arc::try_unwrap(artist).or_else(copied).ok()
    }
}

impl Axes {
    /// The artists, in the order in which they were added.
    pub(crate) fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// The artists that are drawn, with their positions.
    pub(crate) fn visible(&self) -> Vec<(usize, &Slot)> {
        let mut visible = Vec::with_capacity(self.slots.len());
        for (place, slot) in self.slots.iter().enumerate() {
            if slot.artist().common().visible {
                visible.push((place, slot));
            }
        }
        visible
    }

    pub(crate) fn slot_at(&self, place: usize) -> Option<&Slot> {
        self.slots.get(place)
    }

    /// Where an artist is: where it was when it was added, or farther in front if others were removed since.
    pub(crate) fn place(&self, raw: RawKey) -> Option<usize> {
        let then = raw.slot as usize;
        match self.slots.get(then) {
            Some(slot) if slot.id == raw.id => Some(then),
            _ => self.slots.binary_search_by_key(&raw.id, |slot| slot.id).ok(),
        }
    }

    pub(crate) fn slot(&self, raw: RawKey) -> Option<&Slot> {
        Some(&self.slots[self.place(raw)?])
    }

    pub(crate) fn slot_mut(&mut self, raw: RawKey) -> Option<&mut Slot> {
        let place = self.place(raw)?;
        Some(&mut self.slots[place])
    }

    pub(crate) fn take(&mut self, raw: RawKey) -> Option<Slot> {
        let place = self.place(raw)?;
        Some(self.slots.remove(place))
    }
}

/// Of an artist that a clone of the figure holds, too.
fn copied<A: Artist>(shared: Arc<A>) -> Result<A, ()> {
    let copy: Arc<dyn Any + Send + Sync> = shared.dyn_clone();
    let copy = copy.downcast().map_err(drop)?;
    Arc::try_unwrap(copy).map_err(drop)
}

/// Of a type, without its path and its parameters.
fn last_name(path: &str) -> &str {
    let path = path.split('<').next().unwrap_or(path);
    path.rsplit("::").next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::last_name;

    #[test]
    fn types_are_called_by_their_last_name() {
        let named = ["Bomb", "own::Bomb", "own::a::Bomb<alloc::vec::Vec<f64>>"].map(last_name);
        assert_eq!(named, ["Bomb"; 3]);
    }
}
