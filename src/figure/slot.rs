//! An artist in its axes, and the only door to it.

use crate::artist::Artist;
use crate::figure::key::unique;

/// An artist in its axes, with the revision of its content.
#[derive(Clone, Debug)]
pub(crate) struct Slot {
    pub(super) id: u64,
    revision: u64,
    artist: BoxedArtist,
}

#[derive(Debug)]
struct BoxedArtist(Box<dyn Artist>);

impl Clone for BoxedArtist {
    fn clone(&self) -> Self {
        Self(self.0.clone_artist())
    }
}

impl Slot {
    /// A new artist: its first revision is its identity, which nothing else has.
    pub(super) fn new(id: u64, artist: impl Artist) -> Self {
        Self { id, revision: id, artist: BoxedArtist(Box::new(artist)) }
    }

    /// Unlike that of any other content in this process.
    pub(crate) const fn revision(&self) -> u64 {
        self.revision
    }

    pub(crate) fn artist(&self) -> &dyn Artist {
        &*self.artist.0
    }

    /// The only door through which an artist is changed: it counts.
    pub(crate) fn artist_mut(&mut self) -> &mut dyn Artist {
        self.revision = unique();
        &mut *self.artist.0
    }

    /// How high it lies: higher ones cover lower ones.
    pub(crate) fn zorder(&self) -> f64 {
        self.artist().common().zorder.unwrap_or_else(|| self.artist().default_zorder())
    }

    pub(crate) fn into_artist(self) -> Box<dyn Artist> {
        self.artist.0
    }
}
