//! A frame and its time.

use std::time::Duration;

use crate::canvas::Frame;

/// A frame of a movie, and when it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct VideoFrame {
    /// The picture.
    pub frame: Frame,
    /// From the beginning of the movie, which is when its first frame is shown, until this one is.
    pub time: Duration,
    /// How long it is shown.
    pub duration: Duration,
}
