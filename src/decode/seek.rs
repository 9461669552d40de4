//! Reading a movie from a later place on.
//!
//! Where ffmpeg lands is not believed: an MPEG transport stream gives the key frame after the place, some indexes are
//! wrong. The first picture that comes back says by its time whether it was early enough; else it is tried from further
//! back.

use std::path::Path;
use std::time::Duration;

use super::About;
use super::ffmpeg::{Begin, MoviePictures, start};
use super::pictures::Pictures;
use super::probe::Movie;
use crate::error::Result;

/// How many seconds before the place it is tried, besides two frames.
const BACK: [f64; 4] = [0.0, 2.0, 15.0, 60.0];
/// Times in microseconds are rounded.
const SAME: i64 = 2;

/// The pictures of a movie. With a `from`, they begin with some picture that is shown no later.
pub(super) fn pictures(path: &Path, about: &About, movie: &Movie, from: Duration) -> Result<Pictures> {
    let sought = sought(path, about, movie, from)?;
    let pictures = sought.map_or_else(|| start(path, about, movie, Begin::First), Ok)?;
    Ok(Pictures::of(Box::new(pictures)))
}

/// The pictures from some that is shown no later than `from`, so that the one shown then comes out whole. Nothing if only
/// the whole movie gives it.
fn sought(path: &Path, about: &About, movie: &Movie, from: Duration) -> Result<Option<MoviePictures>> {
    if from.is_zero() || !movie.time.seekable {
        return Ok(None);
    }
    let Some(origin) = origin(path, about, movie)? else { return Ok(None) };
    let micros = |seconds: f64| (seconds * 1e6) as i64;
    let place = origin.saturating_add(i64::try_from(from.as_micros()).unwrap_or(i64::MAX));
    // decoded from this key frame on, it does not matter what came before
    let keys = &movie.time.keys;
    let need = match keys.partition_point(|&key| key <= place + SAME).checked_sub(1) {
        Some(at) => keys[at],
        None if keys.is_empty() => place,
        None => return Ok(None),
    };
    for back in BACK {
        // a little earlier than asked: some containers round to the nearest frame, not to the one before
        let at = need.saturating_sub(micros(back + 2.0 * about.fps.frame_seconds()));
        if at <= origin {
            break;
        }
        let mut pictures = start(path, about, movie, Begin::At { at, origin })?;
        if pictures.first().is_some_and(|first| first <= need + SAME) {
            return Ok(Some(pictures));
        }
    }
    Ok(None)
}

/// When the first picture is shown, in microseconds of the container's clock; asked once.
fn origin(path: &Path, about: &About, movie: &Movie) -> Result<Option<i64>> {
    if let Some(origin) = movie.known.origin.get() {
        return Ok(Some(*origin));
    }
    let first = start(path, about, movie, Begin::Clock)?.first();
    Ok(first.map(|first| *movie.known.origin.get_or_init(|| first)))
}
