//! How long each picture of the movie is shown, how many bytes it has, and which can be sought.

use crate::encode::Fps;
use crate::error::{Error, Result};

/// The longest that one picture can be shown, in ticks: the format has 32 bits for it, and players read them as signed.
pub(super) const LONGEST: u32 = i32::MAX as u32;

/// The tables of the one track. Four bytes a picture, and a few for each key frame and each change of pace.
#[derive(Debug)]
pub(super) struct Track {
    /// Ticks a second.
    pub(super) timescale: u32,
    /// Ticks that a picture is shown unless it is held.
    pub(super) frame: u32,
    /// The bytes of each picture.
    pub(super) sizes: Vec<u32>,
    /// Ticks that pictures are shown, as runs: how many pictures, how long each.
    pub(super) runs: Vec<(u32, u32)>,
    /// Which pictures are key frames, counted from 1.
    pub(super) keys: Vec<u32>,
    /// All ticks so far.
    pub(super) duration: u64,
    /// Seconds asked of [`hold`](Self::hold) so far, and the ticks that they became.
    held: (f64, u64),
}

impl Track {
    /// A rate of `num / den` is `num` ticks a second and `den` ticks a picture, so that it is exact. Where that is
    /// coarse, the ticks are a thousandth of it, so that holds are exact to the millisecond and better.
    pub(super) fn new(fps: Fps) -> Result<Self> {
        let fine = if fps.num() <= 1000 && fps.den() <= 2_000_000 { 1000 } else { 1 };
        let (timescale, frame) = (fps.num().saturating_mul(fine), fps.den().saturating_mul(fine));
        if timescale > LONGEST || frame > LONGEST {
            return Err(Error::bad_fps(format!(
                "MP4 has 31 bits for each part of the frame rate, and {fps} needs more; round it"
            )));
        }
        Ok(Self {
            timescale,
            frame,
            sizes: Vec::new(),
            runs: Vec::new(),
            keys: Vec::new(),
            duration: 0,
            held: (0.0, 0),
        })
    }

    /// Adds a picture, shown for `ticks`.
    pub(super) fn push(&mut self, size: u32, key: bool, ticks: u32) {
        self.sizes.push(size);
        if key {
            self.keys.push(self.sizes.len() as u32);
        }
        match self.runs.last_mut() {
            Some((count, each)) if *each == ticks => *count += 1,
            _ => self.runs.push((1, ticks)),
        }
        self.duration += u64::from(ticks);
    }

    /// The ticks that the last picture is to be shown longer. From the sum of all holds, so that many short ones are
    /// as long as one.
    pub(super) fn hold(&mut self, seconds: f64) -> u64 {
        self.held.0 += seconds;
        let ticks = (self.held.0 * f64::from(self.timescale)).round() as u64;
        let more = ticks.saturating_sub(self.held.1);
        self.held.1 += more;
        more
    }

    /// Shows the last picture for up to `more` ticks longer, and returns how long it is shown now and which of the
    /// ticks were too many for one picture.
    pub(super) fn lengthen(&mut self, more: u64) -> (u32, u64) {
        let Some((count, each)) = self.runs.pop() else { return (0, more) };
        if count > 1 {
            self.runs.push((count - 1, each));
        }
        let taken = more.min(u64::from(LONGEST - each));
        // at most LONGEST
        let ticks = each + taken as u32;
        match self.runs.last_mut() {
            Some((count, each)) if *each == ticks => *count += 1,
            _ => self.runs.push((1, ticks)),
        }
        self.duration += taken;
        (ticks, more - taken)
    }

    /// About how many pictures are shown in a second; at least one.
    pub(super) fn per_second(&self) -> usize {
        (self.timescale / self.frame).max(1) as usize
    }
}

#[cfg(test)]
mod tests;
