//! The frame rate behind delays that were rounded to hundredths or thousandths of a second.

use crate::fps::Fps;

/// Looks at the delays of a GIF, an APNG or a WebP, one after the other, in the format's ticks.
///
/// A rate of 15 frames a second is stored as delays of 7, 7, 6, .. hundredths, so that no frame is off by more than one
/// tick. Read backward: every frame's time bounds the rate, and the simplest fraction within all bounds is it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Delays {
    frames: u64,
    ticks: u64,
    per_second: u32,
    /// Bounds of the ticks that one frame takes.
    least: f64,
    most: f64,
    /// The delay of all frames, as long as they have one.
    all: Option<u64>,
}

impl Delays {
    /// Of delays in so many ticks a second.
    pub(super) const fn new(per_second: u32) -> Self {
        Self { frames: 0, ticks: 0, per_second, least: 0.0, most: f64::INFINITY, all: None }
    }

    pub(super) fn push(&mut self, ticks: u64) {
        self.all = if self.frames == 0 { Some(ticks) } else { self.all.filter(|&all| all == ticks) };
        self.frames += 1;
        self.ticks += ticks;
        let (n, total) = (self.frames as f64, self.ticks as f64);
        self.least = self.least.max((total - 1.0) / n);
        self.most = self.most.min((total + 1.0) / n);
    }

    pub(super) const fn frames(&self) -> u64 {
        self.frames
    }

    pub(super) const fn ticks(&self) -> u64 {
        self.ticks
    }

    /// The rate; the average of delays that no rate explains.
    pub(super) fn fps(&self) -> Fps {
        self.explained().unwrap_or_else(|| Fps::from(self.average()))
    }

    fn average(&self) -> f64 {
        f64::from(self.per_second) * self.frames as f64 / self.ticks as f64
    }

    /// The simplest rate that explains every delay: then each picture is shown for one frame, but for rounding.
    pub(super) fn explained(&self) -> Option<Fps> {
        if let Some(delay) = self.all {
            return Some(Fps::new(self.per_second, u32::try_from(delay).unwrap_or(u32::MAX).max(1)));
        }
        let (second, average) = (f64::from(self.per_second), self.average());
        let (slowest, fastest) = (second / self.most, second / self.least.max(1e-9));
        if slowest > fastest {
            return None;
        }
        let simplest = |den: u32| Fps::new((average * f64::from(den)).round() as u32, den);
        // whole rates, then those of film and television, then all others
        let explains = |fps: &Fps| (slowest..=fastest).contains(&fps.as_f64());
        let ntsc = |whole: u32| Fps::new(whole * 1000, 1001);
        let likely = [simplest(1), ntsc(24), ntsc(30), ntsc(60), ntsc(120), ntsc(240)];
        likely.into_iter().find(explains).or_else(|| (2..=1001).map(simplest).find(explains))
    }
}

#[cfg(test)]
mod tests;
