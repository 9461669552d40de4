//! When images end, in a format's whole ticks.

use super::Fps;
use crate::error::{Error, Result};

/// A running clock: every image ends at the tick that its time falls into, so rounding never adds up.
#[derive(Debug)]
pub(super) struct Ticks {
    fps: Fps,
    per_second: u32,
    frames: u64,
    held: f64,
}

impl Ticks {
    /// At the rate `fps`, which is valid, in so many ticks a second.
    pub(super) const fn new(fps: Fps, per_second: u32) -> Self {
        Self { fps, per_second, frames: 0, held: 0.0 }
    }

    /// In milliseconds, for a `format` that counts these.
    ///
    /// # Errors
    /// A rate that is none, or of more than 1,000.
    pub(super) fn of_milliseconds(fps: Fps, format: &str) -> Result<Self> {
        let fps = fps.checked()?;
        if u64::from(fps.num()) <= 1000 * u64::from(fps.den()) {
            return Ok(Self::new(fps, 1000));
        }
        Err(Error::bad_fps(format!(
            "{format} cannot be shown at {fps} frames a second: its delays are whole milliseconds; use at most 1000"
        )))
    }

    fn now(&self) -> u64 {
        let ticks = u128::from(self.frames) * u128::from(self.per_second) * u128::from(self.fps.den());
        let frames = u64::try_from(ticks / u128::from(self.fps.num())).unwrap_or(u64::MAX);
        frames.saturating_add((self.held * f64::from(self.per_second)).round() as u64)
    }

    /// Lets so many frames and seconds pass, and returns them in ticks.
    pub(super) fn pass(&mut self, frames: u64, seconds: f64) -> u64 {
        let before = self.now();
        self.frames += frames;
        self.held += seconds;
        self.now() - before
    }
}

#[cfg(test)]
mod tests;
