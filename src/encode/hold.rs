//! How long a picture may be held.

use super::Fps;
use crate::error::{Error, Result};

/// Eleven days; more is a mistake of units, and would fill the disk with repeated frames.
const LONGEST: f64 = 1e6;

/// `seconds`, if they are a time that a picture can be held.
pub(crate) fn checked_hold(seconds: f64) -> Result<f64> {
    if (0.0..=LONGEST).contains(&seconds) {
        return Ok(seconds);
    }
    Err(Error::bad_option(format!("a frame can be held for 0 to {LONGEST} seconds, not for {seconds}")))
}

/// Counts how often pictures are repeated, where the rate is constant.
#[derive(Debug)]
pub(super) struct Repeats {
    fps: Fps,
    seconds: f64,
    frames: u64,
}

impl Repeats {
    pub(super) const fn new(fps: Fps) -> Self {
        Self { fps, seconds: 0.0, frames: 0 }
    }

    /// How often to repeat a picture that is held for `seconds`. From the sum, so that many short holds are as long as one.
    pub(super) fn hold(&mut self, seconds: f64) -> u64 {
        self.seconds += seconds;
        let before = self.frames;
        self.frames = self.fps.frames_in(self.seconds).max(before);
        self.frames - before
    }
}

#[cfg(test)]
mod tests;
