//! When each frame ends, in the hundredths of a second that GIF counts in.

use crate::encode::Fps;
use crate::encode::ticks::Ticks;
use crate::error::{Error, Result};

/// The longest delay that one GIF frame can have, in hundredths of a second.
pub(super) const MAX_DELAY: u64 = u16::MAX as u64;
/// The shortest delay that browsers show as it is.
const MIN_DELAY: u64 = 2;

/// A running clock: every frame ends at the hundredth that its time falls into, so rounding never adds up.
#[derive(Debug)]
pub(super) struct Clock {
    ticks: Ticks,
}

impl Clock {
    /// # Errors
    /// A rate over 50, or so low that one frame would outlast the longest delay.
    pub(super) fn new(fps: Fps) -> Result<Self> {
        let fps = fps.checked()?;
        let (num, den) = (u64::from(fps.num()), u64::from(fps.den()));
        if num > 50 * den {
            return Err(Error::bad_fps(format!(
                "a GIF cannot be shown at {fps} frames a second: its delays are whole hundredths of a second, and browsers \
                     slow every delay under two hundredths down to ten; use at most 50, or record to .mp4"
            )));
        }
        if 100 * den > MAX_DELAY * num {
            return Err(Error::bad_fps(format!(
                "a GIF cannot be shown at {fps} frames a second: one frame lasts at most 655.35 seconds; use a higher rate"
            )));
        }
        Ok(Self { ticks: Ticks::new(fps, 100) })
    }

    /// Lets the time of one frame pass, and returns it in hundredths.
    pub(super) fn frame(&mut self) -> u64 {
        self.ticks.pass(1, 0.0)
    }

    /// Lets `seconds` pass, and returns them in hundredths.
    pub(super) fn hold(&mut self, seconds: f64) -> u64 {
        self.ticks.pass(0, seconds)
    }
}

/// A delay in pieces that GIF can hold, none of them shorter than browsers show.
pub(super) fn pieces(delay: u64) -> impl Iterator<Item = u16> {
    let mut left = Some(delay);
    std::iter::from_fn(move || {
        let rest = left?;
        let piece = if rest <= MAX_DELAY { rest } else { MAX_DELAY.min(rest - MIN_DELAY) };
        left = (rest > piece).then(|| rest - piece);
        Some(piece as u16)
    })
}

#[cfg(test)]
mod tests;
