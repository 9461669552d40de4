//! From a key to the thing that it names.

use std::any::Any;
use std::fmt::Debug;
use std::ops::{Index, IndexMut};

use crate::artist::Artist;
use crate::figure::{AnyKey, Axes, Colorbar, Figure, InsetIndicator, Key, RawKey, Slot};

impl Figure {
    /// What the key names, if it is in this figure.
    #[must_use]
    pub fn get<T: Part>(&self, key: Key<T>) -> Option<&T> {
        T::find(self, key.raw())
    }

    /// What the key names, to be changed, if it is in this figure.
    #[must_use]
    pub fn get_mut<T: Part>(&mut self, key: Key<T>) -> Option<&mut T> {
        T::find_mut(self, key.raw())
    }

    /// Takes an artist, axes or a colorbar out of the figure; what is in the axes, their twins and insets, and
    /// a colorbar of the artist go too. Their keys find nothing from then on.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// let line = fig[ax].plot([0, 1], [0, 1]);
    /// let taken = fig.remove(line);
    /// assert_eq!(taken.unwrap().ydata(), [0.0, 1.0]);
    /// assert!(fig.get(line).is_none() && fig.remove(line).is_none());
    /// ```
    pub fn remove<T: Part>(&mut self, key: Key<T>) -> Option<T> {
        T::take(self, key.raw())
    }

    /// Takes axes, with all that is in them, out of the figure: [`remove`](Figure::remove).
    pub fn remove_axes(&mut self, key: Key<Axes>) -> Option<Axes> {
        self.remove(key)
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

    /// The position of the axes that hold an artist, and the artist with its position in them.
    pub(crate) fn place_of_artist(&self, raw: RawKey) -> Option<(usize, (usize, &Slot))> {
        let home = self.home_of(raw)?;
        let axes = self.axes_at(home)?;
        let place = axes.place(raw)?;
        Some((home, (place, axes.slot_at(place)?)))
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

    /// Takes an artist out, and a colorbar of it.
    fn take_slot(&mut self, raw: RawKey) -> Option<Slot> {
        let slot = match self.home_of(raw) {
            Some(home) => self.axes[home].as_mut()?.value.take(raw)?,
            None => self.own.take(raw)?,
        };
        self.colorbars.retain(|c| c.at.of != raw);
        Some(slot)
    }
}

/// What a [`Key`] names: an artist, axes, a colorbar or an indicator. This trait is sealed.
///
/// One way of finding each is all that a kind of thing needs for `fig[key]`, `movie[key]`, [`Figure::get`] and
/// [`Figure::remove`].
pub trait Part: Sized {
    #[doc(hidden)]
    fn find(figure: &Figure, raw: RawKey) -> Option<&Self>;

    #[doc(hidden)]
    fn find_mut(figure: &mut Figure, raw: RawKey) -> Option<&mut Self>;

    #[doc(hidden)]
    fn take(figure: &mut Figure, raw: RawKey) -> Option<Self>;
}

impl<A: Artist> Part for A {
    fn find(figure: &Figure, raw: RawKey) -> Option<&A> {
        let artist: &dyn Any = figure.slot(raw)?.artist();
        artist.downcast_ref()
    }

    fn find_mut(figure: &mut Figure, raw: RawKey) -> Option<&mut A> {
        let artist: &mut dyn Any = figure.slot_mut(raw)?.artist_mut();
        artist.downcast_mut()
    }

    fn take(figure: &mut Figure, raw: RawKey) -> Option<A> {
        figure.take_slot(raw)?.into_artist()
    }
}

impl Part for Axes {
    fn find(figure: &Figure, raw: RawKey) -> Option<&Self> {
        figure.axes.get(raw.axes as usize)?.as_ref().filter(|seat| seat.id == raw.id).map(|seat| &seat.value)
    }

    fn find_mut(figure: &mut Figure, raw: RawKey) -> Option<&mut Self> {
        figure.catch_up(raw.axes as usize);
        let seat = figure.axes.get_mut(raw.axes as usize)?.as_mut();
        seat.filter(|seat| seat.id == raw.id).map(|seat| &mut seat.value)
    }

    fn take(figure: &mut Figure, raw: RawKey) -> Option<Self> {
        Self::find(figure, raw)?;
        // what was said of an axis in those that go stays said in those that shared it
        for index in 0..figure.axes.len() {
            figure.catch_up(index);
        }
        let removed = figure.axes[raw.axes as usize].take()?.value;
        figure.take_orphans();
        Some(removed)
    }
}

impl Part for Colorbar {
    fn find(figure: &Figure, raw: RawKey) -> Option<&Self> {
        figure.colorbars.iter().find(|c| c.id == raw.id).map(|seat| &seat.value)
    }

    fn find_mut(figure: &mut Figure, raw: RawKey) -> Option<&mut Self> {
        figure.colorbars.iter_mut().find(|c| c.id == raw.id).map(|seat| &mut seat.value)
    }

    fn take(figure: &mut Figure, raw: RawKey) -> Option<Self> {
        let at = figure.colorbars.iter().position(|c| c.id == raw.id)?;
        Some(figure.colorbars.remove(at).value)
    }
}

impl Part for InsetIndicator {
    fn find(figure: &Figure, raw: RawKey) -> Option<&Self> {
        figure.indicators.iter().find(|i| i.id == raw.id).map(|seat| &seat.value)
    }

    fn find_mut(figure: &mut Figure, raw: RawKey) -> Option<&mut Self> {
        figure.indicators.iter_mut().find(|i| i.id == raw.id).map(|seat| &mut seat.value)
    }

    fn take(figure: &mut Figure, raw: RawKey) -> Option<Self> {
        let at = figure.indicators.iter().position(|i| i.id == raw.id)?;
        Some(figure.indicators.remove(at).value)
    }
}

#[cold]
fn stale(key: &dyn Debug) -> String {
    format!("{key:?} is not in this figure: it was removed, or is a key of another figure")
}

impl<T: Part> Index<Key<T>> for Figure {
    type Output = T;

    /// # Panics
    /// If it is not in this figure; [`Figure::get`] asks first.
    #[track_caller]
    fn index(&self, key: Key<T>) -> &T {
        match self.get(key) {
            Some(part) => part,
            None => panic!("{}", stale(&key)),
        }
    }
}

impl<T: Part> IndexMut<Key<T>> for Figure {
    #[track_caller]
    fn index_mut(&mut self, key: Key<T>) -> &mut T {
        match self.get_mut(key) {
            Some(part) => part,
            None => panic!("{}", stale(&key)),
        }
    }
}

#[cfg(test)]
mod tests;
