//! From a key to the thing that it names.

use std::ops::{Index, IndexMut};

use crate::artist::Artist;
use crate::figure::{AnyKey, Axes, Colorbar, Figure, Key, RawKey, Slot};

impl Figure {
    /// The artist, if it is in this figure.
    #[must_use]
    pub fn get<A: Artist>(&self, key: Key<A>) -> Option<&A> {
        let artist: &dyn std::any::Any = self.slot(key.raw())?.artist();
        artist.downcast_ref()
    }

    /// The artist, to be changed, if it is in this figure.
    #[must_use]
    pub fn get_mut<A: Artist>(&mut self, key: Key<A>) -> Option<&mut A> {
        let artist: &mut dyn std::any::Any = self.slot_mut(key.raw())?.artist_mut();
        artist.downcast_mut()
    }

    /// Takes an artist out of the figure. Its key finds nothing from then on; a colorbar of it goes too.
    pub fn remove<A: Artist>(&mut self, key: Key<A>) -> Option<A> {
        let raw = key.raw();
        let slot = match self.home_of(raw) {
            Some(home) => self.axes[home].as_mut()?.value.take(raw)?,
            None => self.own.take(raw)?,
        };
        self.colorbars.retain(|c| c.at != raw);
        slot.into_artist()
    }

    /// Takes axes, with all that is in them, out of the figure.
    pub fn remove_axes(&mut self, key: Key<Axes>) -> Option<Axes> {
        self.find_axes(key)?;
        let removed = self.axes[key.raw().axes as usize].take()?.value;
        self.colorbars.retain(|c| removed.slot(c.at).is_none());
        Some(removed)
    }

    /// Shows or hides an artist of any kind; nothing happens if it is not in this figure.
    pub fn set_visible(&mut self, key: impl Into<AnyKey>, visible: bool) {
        if let Some(slot) = self.slot_mut(key.into().0) {
            slot.artist_mut().common_mut().visible = visible;
        }
    }

    /// # Panics
    /// If an artist of any kind is not in this figure.
    #[track_caller]
    pub(crate) fn expect(&self, key: AnyKey) {
        let words = "an artist of the set is not in this figure: it was removed, or is a key of another figure";
        assert!(self.slot(key.0).is_some(), "{words}");
    }

    /// Where the axes are that hold an artist now: where they were when it was added, unless axes were swapped since.
    pub(super) fn home_of(&self, raw: RawKey) -> Option<usize> {
        let holds = |index: usize| self.axes_at(index).is_some_and(|axes| axes.slot(raw).is_some());
        Some(raw.axes as usize).filter(|home| holds(*home)).or_else(|| (0..self.axes.len()).find(|i| holds(*i)))
    }

    pub(super) fn slot(&self, raw: RawKey) -> Option<&Slot> {
        match self.home_of(raw) {
            Some(home) => self.axes_at(home)?.slot(raw),
            None => self.own.slot(raw),
        }
    }

    fn slot_mut(&mut self, raw: RawKey) -> Option<&mut Slot> {
        match self.home_of(raw) {
            Some(home) => self.axes[home].as_mut()?.value.slot_mut(raw),
            None => self.own.slot_mut(raw),
        }
    }

    fn find_axes(&self, key: Key<Axes>) -> Option<&Axes> {
        self.axes.get(key.raw().axes as usize)?.as_ref().filter(|seat| seat.id == key.raw().id).map(|seat| &seat.value)
    }
}

#[cold]
fn stale<T: ?Sized>(key: Key<T>) -> String {
    format!("{key:?} is not in this figure: it was removed, or is a key of another figure")
}

impl<A: Artist> Index<Key<A>> for Figure {
    type Output = A;

    /// # Panics
    /// If the artist is not in this figure; [`Figure::get`] asks first.
    #[track_caller]
    fn index(&self, key: Key<A>) -> &A {
        match self.get(key) {
            Some(artist) => artist,
            None => panic!("{}", stale(key)),
        }
    }
}

impl<A: Artist> IndexMut<Key<A>> for Figure {
    #[track_caller]
    fn index_mut(&mut self, key: Key<A>) -> &mut A {
        match self.get_mut(key) {
            Some(artist) => artist,
            None => panic!("{}", stale(key)),
        }
    }
}

impl Index<Key<Axes>> for Figure {
    type Output = Axes;

    #[track_caller]
    fn index(&self, key: Key<Axes>) -> &Axes {
        match self.find_axes(key) {
            Some(axes) => axes,
            None => panic!("{}", stale(key)),
        }
    }
}

impl IndexMut<Key<Axes>> for Figure {
    #[track_caller]
    fn index_mut(&mut self, key: Key<Axes>) -> &mut Axes {
        let place = self.axes.get_mut(key.raw().axes as usize).and_then(Option::as_mut);
        match place.filter(|seat| seat.id == key.raw().id) {
            Some(seat) => &mut seat.value,
            None => panic!("{}", stale(key)),
        }
    }
}

impl Index<Key<Colorbar>> for Figure {
    type Output = Colorbar;

    #[track_caller]
    fn index(&self, key: Key<Colorbar>) -> &Colorbar {
        match self.colorbars.iter().find(|c| c.id == key.raw().id) {
            Some(seat) => &seat.value,
            None => panic!("{}", stale(key)),
        }
    }
}

impl IndexMut<Key<Colorbar>> for Figure {
    #[track_caller]
    fn index_mut(&mut self, key: Key<Colorbar>) -> &mut Colorbar {
        match self.colorbars.iter_mut().find(|c| c.id == key.raw().id) {
            Some(seat) => &mut seat.value,
            None => panic!("{}", stale(key)),
        }
    }
}
