//! The iterators over a movie's frames.

use std::time::Duration;

use super::VideoFrame;
use super::pictures::Pictures;
use crate::canvas::Frame;
use crate::error::{Error, Result};
use crate::fps::Fps;

/// The frames of a movie with their times: what [`Video::timed_frames`](crate::Video::timed_frames) returns.
///
/// It has a decoder of its own, and does not borrow the [`Video`](crate::Video). After the first error it ends. Dropped
/// early, it leaves nothing behind: an ffmpeg that was decoding is killed and reaped.
#[must_use = "an iterator does nothing until it is asked"]
pub struct TimedFrames {
    pictures: std::result::Result<Pictures, Option<Error>>,
    /// The time to begin with, until that is done.
    from: Option<Duration>,
    /// The rate, if every picture is shown for one frame of it and only the file's times are rounded.
    steady: Option<Fps>,
    /// When the movie ends, as far as it says.
    end: Duration,
}

/// Times of movies are rounded; this much earlier is still the same moment.
const SAME: Duration = Duration::from_micros(2);
/// So long after its end the last frame may be asked for.
pub(super) const AFTER: Duration = Duration::from_millis(1);

impl TimedFrames {
    pub(super) fn new(pictures: Result<Pictures>, from: Duration, steady: Option<Fps>, end: Duration) -> Self {
        Self { pictures: pictures.map_err(Some), from: (!from.is_zero()).then_some(from), steady, end }
    }

    /// The frame that is shown at `from`: the first that is still shown afterwards, or the last of all.
    fn shown(
        pictures: &mut Pictures,
        from: Duration,
        steady: Option<Fps>,
        ends: Duration,
    ) -> Option<Result<VideoFrame>> {
        let mut last = None;
        for picture in pictures {
            match picture {
                Ok(frame) if end(&frame, steady) <= from + SAME => last = Some(frame),
                other => return Some(other),
            }
        }
        let last = last?;
        // what the movie says of its length may be a little more than what comes
        let over = last.time.saturating_add(last.duration).max(ends);
        if from > over + AFTER {
            let reason = no_frame(from.as_secs_f64(), over);
            return Some(Err(Error::bad_option(reason)));
        }
        Some(Ok(last))
    }
}

/// When a frame is shown no more. Where a rate is behind times that were rounded, frame `k` begins at `k / fps`, also if the
/// file could only say a little later.
fn end(frame: &VideoFrame, steady: Option<Fps>) -> Duration {
    let end = frame.time.saturating_add(frame.duration);
    let Some(fps) = steady else { return end };
    let next = fps.frames_in(frame.time.as_secs_f64()) + 1;
    Duration::try_from_secs_f64(next as f64 * fps.frame_seconds()).map_or(end, |next| next.min(end))
}

/// Why there is no frame at a time.
pub(super) fn no_frame(seconds: f64, end: Duration) -> String {
    format!("there is no frame at {seconds} s; the movie goes from 0 to {} s", end.as_secs_f64())
}

impl Iterator for TimedFrames {
    type Item = Result<VideoFrame>;

    fn next(&mut self) -> Option<Self::Item> {
        match &mut self.pictures {
            Ok(pictures) => match self.from.take() {
                Some(from) => Self::shown(pictures, from, self.steady, self.end),
                None => pictures.next(),
            },
            Err(error) => error.take().map(Err),
        }
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
