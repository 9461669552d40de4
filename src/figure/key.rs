//! Typed keys: how a program names an artist that it gave to a figure.

use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::sync::atomic::{AtomicU64, Ordering};

/// The name of a thing in a figure: `Key<Line>` for a line, `Key<Axes>` for axes.
///
/// Adding something to a figure returns its key; `fig[key]` is the thing, with its own type. A key is small, `Copy` and
/// `Send`, holds no reference, and stays valid as long as the thing is in the figure. It also works on a clone of the
/// figure.
///
/// ```
/// use grabframe::prelude::*;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let line = fig[ax].add(Line::new([0.0, 1.0], [2.0, 3.0]));
/// fig[line].set_data([0.0, 1.0, 2.0], [2.0, 3.0, 1.0]);
/// ```
///
/// A line is not a scatter; a method that the artist does not have is an error of the compiler:
///
/// ```compile_fail,E0599
/// use grabframe::prelude::*;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let line = fig[ax].add(Line::new([0.0, 1.0], [2.0, 3.0]));
/// fig[line].set_sizes([1.0, 2.0]);
/// ```
pub struct Key<T: ?Sized> {
    raw: RawKey,
    kind: PhantomData<fn() -> T>,
}

/// Where a thing is, and which one it is, without its type. Nothing outside of the crate can name it, which seals `Part`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RawKey {
    /// Position of the axes in the figure.
    pub(crate) axes: u32,
    /// Position of the artist in the axes when it was added; not used by keys of other things.
    pub(crate) slot: u32,
    /// Unlike that of anything else in this process.
    pub(crate) id: u64,
}

impl<T: ?Sized> Key<T> {
    pub(crate) const fn new(raw: RawKey) -> Self {
        Self { raw, kind: PhantomData }
    }

    pub(crate) const fn raw(self) -> RawKey {
        self.raw
    }
}

impl<T: ?Sized> Clone for Key<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for Key<T> {}

impl<T: ?Sized> PartialEq for Key<T> {
    fn eq(&self, other: &Self) -> bool {
        self.raw == other.raw
    }
}

impl<T: ?Sized> Eq for Key<T> {}

impl<T: ?Sized> Hash for Key<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.raw.hash(state);
    }
}

impl<T: ?Sized> std::fmt::Debug for Key<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let name = std::any::type_name::<T>();
        write!(f, "Key<{}>({})", name.rsplit("::").next().unwrap_or(name), self.raw.id)
    }
}

/// The key of an artist of any kind, for lists that hold several kinds.
///
/// ```
/// use grabframe::prelude::*;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let dots = fig[ax].scatter([0.0], [1.0]);
/// let words = fig[ax].text(0.0, 1.0, "here");
/// let both: Vec<AnyKey> = vec![dots.into(), words.into()];
/// # assert_eq!(both.len(), 2);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AnyKey(pub(crate) RawKey);

impl<A: crate::artist::Artist> From<Key<A>> for AnyKey {
    fn from(key: Key<A>) -> Self {
        Self(key.raw())
    }
}

impl<A: crate::artist::Artist> From<&Key<A>> for AnyKey {
    fn from(key: &Key<A>) -> Self {
        Self(key.raw())
    }
}

/// A number that nothing else in this process has: an identity, or the revision of an artist's content.
///
/// Two figures that were cloned from one another can then never show the same revision with different content.
pub(crate) fn unique() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}
