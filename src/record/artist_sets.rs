//! Loops that are written already: matplotlib's `ArtistAnimation`.

use crate::artist::Artist;
use crate::figure::{AnyKey, Axes, Key};
use crate::record::Animation;
use crate::record::held::Held;

/// Makes a movie of sets of artists, of which only one set is visible in each frame: matplotlib's `ArtistAnimation`.
///
/// Artists that are in no set are always visible. Titles belong to a set like artists do, and change with it.
///
/// ```
/// use grabframe::prelude::*;
/// # fn main() -> grabframe::Result<()> {
/// # let dir = temp_dir::TempDir::new().unwrap();
/// # let path = dir.path().join("steps.gif");
/// let mut fig = Figure::pixels(320, 240);
/// let ax = fig.add_axes();
/// let sets: Vec<ArtistSet> = (0..5)
///     .map(|i| {
///         let t = f64::from(i);
///         let dot = fig[ax].scatter([t], [t * t]);
///         let words = fig[ax].text(t, t * t, format!("  ({t}, {})", t * t));
///         ArtistSet::new([dot.into(), words.into()]).title(ax, format!("t = {t}"))
///     })
///     .collect();
/// let receipt = animate_artists(&mut fig, sets).fps(2).repeat_delay(1000.0).save(&path)?;
/// assert_eq!(receipt.frames, 5);
/// # Ok(())
/// # }
/// ```
///
/// # Panics
/// If an artist of a set, or axes that it has a title for, are not in the figure.
#[track_caller]
pub fn animate_artists<'f, S: Into<ArtistSet>>(
    figure: impl Into<Held<'f>>,
    sets: impl IntoIterator<Item = S>,
) -> Animation<'f> {
    let figure = figure.into();
    let sets: Vec<ArtistSet> = sets.into_iter().map(Into::into).collect();
    for set in &sets {
        for key in &set.artists {
            figure.get().expect(*key);
        }
        for (axes, _) in &set.titles {
            _ = &figure.get()[*axes];
        }
    }
    let total = sets.len() as u64;
    let all: Vec<AnyKey> = sets.iter().flat_map(|set| set.artists.iter().copied()).collect();
    let mut sets = sets.into_iter();
    let mut shown: Option<Vec<AnyKey>> = None;
    Animation::new(figure, Some(total), move |figure| {
        let Some(set) = sets.next() else { return Ok(false) };
        // the first time everything is hidden, later only what was shown
        for key in shown.as_ref().unwrap_or(&all) {
            figure.set_visible(*key, false);
        }
        for key in &set.artists {
            figure.set_visible(*key, true);
        }
        for (axes, title) in set.titles {
            figure[axes].set_title(title);
        }
        shown = Some(set.artists);
        Ok(true)
    })
}

/// The artists, and the titles, of one frame of [`animate_artists`].
///
/// A list of [`AnyKey`] is a set too, and so is the [`Key`] of an artist that is alone in its frame.
#[derive(Clone, Debug, Default)]
pub struct ArtistSet {
    artists: Vec<AnyKey>,
    titles: Vec<(Key<Axes>, String)>,
}

impl ArtistSet {
    /// These artists.
    #[must_use]
    pub fn new(artists: impl IntoIterator<Item = AnyKey>) -> Self {
        Self { artists: artists.into_iter().collect(), titles: Vec::new() }
    }

    /// And one more artist.
    #[must_use]
    pub fn with(mut self, artist: impl Into<AnyKey>) -> Self {
        self.artists.push(artist.into());
        self
    }

    /// And this title over these axes.
    #[must_use]
    pub fn title(mut self, axes: Key<Axes>, title: impl Into<String>) -> Self {
        self.titles.push((axes, title.into()));
        self
    }
}

impl<A: Artist> From<Key<A>> for ArtistSet {
    fn from(artist: Key<A>) -> Self {
        Self::new([artist.into()])
    }
}

impl From<Vec<AnyKey>> for ArtistSet {
    fn from(artists: Vec<AnyKey>) -> Self {
        Self::new(artists)
    }
}

impl<const N: usize> From<[AnyKey; N]> for ArtistSet {
    fn from(artists: [AnyKey; N]) -> Self {
        Self::new(artists)
    }
}
