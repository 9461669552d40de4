//! How long an image is shown, as the fraction of a second that an animated PNG holds.
//!
//! The format has exact fractions, but browsers cut them to whole milliseconds, so that 60 frames a second would be shown 4 %
//! too fast. Here the milliseconds are whole already, and the sum is right.

use crate::encode::Fps;
use crate::encode::delta::Time;
use crate::encode::ticks::Ticks;
use crate::error::Result;

/// The largest numerator.
const MOST: u64 = u16::MAX as u64;

/// A fraction of a second, or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Delay {
    pub(super) num: u16,
    pub(super) den: u16,
}

impl Delay {
    /// At most 65,535 of them.
    fn millis(n: u64) -> Self {
        Self { num: n.min(MOST) as u16, den: 1000 }
    }
}

/// A running clock: what rounding takes from one image it gives to the next.
#[derive(Debug)]
pub(super) struct Clock {
    fps: Fps,
    ticks: Ticks,
}

impl Clock {
    /// # Errors
    /// A rate of more than 1,000.
    pub(super) fn new(fps: Fps) -> Result<Self> {
        Ok(Self { fps, ticks: Ticks::of_milliseconds(fps, "an animated PNG")? })
    }

    /// The delay of one frame, as near as one image alone can have it.
    pub(super) fn frame(&self) -> Delay {
        Delay::millis((self.fps.frame_seconds() * 1e3).round() as u64)
    }

    /// Lets the time of an image pass. It is more than one delay if it is more than 65.535 seconds.
    pub(super) fn pass(&mut self, time: Time) -> Vec<Delay> {
        let mut left = self.ticks.pass(time.frames, time.held);
        let mut delays = Vec::new();
        while left > MOST {
            let whole = (left / 1000).min(MOST);
            delays.push(Delay { num: whole as u16, den: 1 });
            left -= whole * 1000;
        }
        if left > 0 || delays.is_empty() {
            delays.push(Delay::millis(left));
        }
        delays
    }
}

#[cfg(test)]
mod tests;
