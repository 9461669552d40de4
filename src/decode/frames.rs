//! The iterators over a movie's frames.

use std::time::Duration;

use super::Pictures;
use super::video::VideoFrame;
use crate::canvas::Frame;
use crate::error::{Error, Result};

/// The frames of a movie with their times: what [`Video::timed_frames`](crate::Video::timed_frames) returns.
///
/// It has a decoder of its own, and does not borrow the [`Video`](crate::Video). After the first error it ends. Dropped
/// early, it leaves nothing behind: an ffmpeg that was decoding is killed and reaped.
#[must_use = "an iterator does nothing until it is asked"]
pub struct TimedFrames {
    pictures: std::result::Result<Pictures, Option<Error>>,
    /// The time to begin with, until that is done.
    from: Option<Duration>,
}

/// Times of movies are rounded; this much earlier is still the same moment.
const SAME: Duration = Duration::from_micros(2);

impl TimedFrames {
    pub(super) fn new(pictures: Result<Pictures>, from: Duration) -> Self {
        Self { pictures: pictures.map_err(Some), from: (!from.is_zero()).then_some(from) }
    }

    /// The frame that is shown at `from`: the first that is still shown afterwards, or the last of all.
    fn shown(pictures: &mut Pictures, from: Duration) -> Option<Result<VideoFrame>> {
        let mut last = None;
        for picture in pictures {
            match picture {
                Ok(frame) if frame.time.saturating_add(frame.duration) <= from + SAME => last = Some(Ok(frame)),
                other => return Some(other),
            }
        }
        last
    }
}

impl Iterator for TimedFrames {
    type Item = Result<VideoFrame>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = match &mut self.pictures {
            Ok(pictures) => match self.from.take() {
                Some(from) => Self::shown(pictures, from),
                None => pictures.next(),
            },
            Err(error) => error.take().map(Err),
        };
        if !matches!(next, Some(Ok(_))) {
            // the end: the decoder goes now, not when the iterator does
            self.pictures = Err(None);
        }
        next
    }
}

impl std::iter::FusedIterator for TimedFrames {}

impl std::fmt::Debug for TimedFrames {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TimedFrames").field("from", &self.from).finish_non_exhaustive()
    }
}

/// The frames of a movie: what [`Video::frames`](crate::Video::frames) returns. As [`TimedFrames`], without the times.
#[derive(Debug)]
#[must_use = "an iterator does nothing until it is asked"]
pub struct Frames(pub(super) TimedFrames);

impl Iterator for Frames {
    type Item = Result<Frame>;

    fn next(&mut self) -> Option<Self::Item> {
        Some(self.0.next()?.map(|shown| shown.frame))
    }
}

impl std::iter::FusedIterator for Frames {}
