//! How long an image is shown, as the fraction of a second that an animated PNG holds.

use crate::encode::Fps;
use crate::encode::delta::Time;
use crate::error::{Error, Result};

/// The largest numerator and denominator.
const MOST: u64 = u16::MAX as u64;
/// A longer time is shown in pieces of this many seconds.
const PIECE: u64 = 1 << 15;

/// A long time that is further off than so many seconds is shown in two pieces.
const FINE: f64 = 1e-6;

/// A fraction of a second, or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Delay {
    pub(super) num: u16,
    pub(super) den: u16,
}

impl Delay {
    fn seconds(self) -> f64 {
        f64::from(self.num) / f64::from(self.den)
    }
}

/// A running clock: what rounding takes from one image it gives to the next.
#[derive(Debug)]
pub(super) struct Clock {
    fps: Fps,
    /// Seconds that were not shown yet; below zero if too many were.
    owed: f64,
}

impl Clock {
    /// # Errors
    /// A rate so high that a frame is shorter than the shortest delay.
    pub(super) fn new(fps: Fps) -> Result<Self> {
        let fps = fps.checked()?;
        if u64::from(fps.num()) > MOST * u64::from(fps.den()) {
            return Err(Error::BadFps {
                reason: format!(
                    "an animated PNG cannot be shown at {fps} frames a second: its shortest delay is 1/65535 of a second; \
                     use at most 65535"
                ),
            });
        }
        Ok(Self { fps, owed: 0.0 })
    }

    /// The delay of one frame, as near as one image alone can have it.
    pub(super) fn frame(&self) -> Delay {
        let (num, den) = (u64::from(self.fps.den()), u64::from(self.fps.num()));
        fraction(num, den).unwrap_or_else(|| nearest(self.fps.frame_seconds()))
    }

    /// Lets the time of an image pass. It is more than one delay if it is more than 65,535 seconds.
    pub(super) fn pass(&mut self, time: Time) -> Vec<Delay> {
        let mut delays = Vec::new();
        let exact = u64::from(self.fps.den()).checked_mul(time.frames);
        if time.held == 0.0
            && self.owed == 0.0
            && let Some(exact) = exact.and_then(|num| fraction(num, u64::from(self.fps.num())))
        {
            delays.push(exact);
            return delays;
        }
        let mut left = time.frames as f64 * self.fps.frame_seconds() + time.held + self.owed;
        while left > MOST as f64 {
            delays.push(Delay { num: PIECE as u16, den: 1 });
            left -= PIECE as f64;
        }
        let mut last = nearest(left);
        if left > 2.0 && (left - last.seconds()).abs() > FINE {
            // the numerator is used up by whole seconds: those come first, alone
            let whole = Delay { num: left as u16 - 1, den: 1 };
            delays.push(whole);
            left -= whole.seconds();
            last = nearest(left);
        }
        delays.push(last);
        let owed = left - last.seconds();
        // what is left of a fraction that was hit is the noise of the float
        self.owed = if owed.abs() < NOISE { 0.0 } else { owed };
        delays
    }
}

/// A fraction in its lowest terms, if these are small enough.
fn fraction(num: u64, den: u64) -> Option<Delay> {
    let (mut a, mut b) = (num, den);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    match (u16::try_from(num / a), u16::try_from(den / a)) {
        (Ok(num), Ok(den)) => Some(Delay { num, den }),
        _ => None,
    }
}

/// Floats of up to 65,535 seconds are known to a seven millionth of a millionth.
const NOISE: f64 = 1e-11;

/// The fraction that comes nearest to `seconds`, by continued fractions; the simplest if several are as near as floats can
/// tell.
fn nearest(seconds: f64) -> Delay {
    let seconds = seconds.clamp(0.0, MOST as f64);
    let ((mut p0, mut q0), (mut p1, mut q1)) = ((0_u64, 1_u64), (1_u64, 0_u64));
    let mut rest = seconds;
    let off = |p: u64, q: u64| (p as f64 / q as f64 - seconds).abs();
    loop {
        // a reciprocal of almost nothing is larger than any step that fits, and saturates
        let whole = rest.floor() as u64;
        let most = [(p0, p1), (q0, q1)].map(|(a, b)| (MOST - a).checked_div(b).unwrap_or(whole));
        let step = whole.min(most[0]).min(most[1]);
        let (p, q) = (step * p1 + p0, step * q1 + q0);
        if step < whole {
            // between the last fraction and the next, which is too large, the largest may be nearer
            let nearer = q > 0 && (q1 == 0 || off(p, q) < off(p1, q1));
            (p1, q1) = if nearer { (p, q) } else { (p1, q1) };
            break;
        }
        ((p0, q0), (p1, q1)) = ((p1, q1), (p, q));
        if off(p, q) < NOISE {
            break;
        }
        rest = 1.0 / (rest - whole as f64);
    }
    Delay { num: p1 as u16, den: q1 as u16 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clock(fps: impl Into<Fps>) -> Clock {
        Clock::new(fps.into()).expect("a rate")
    }

    const ONE: Time = Time { frames: 1, held: 0.0 };

    #[test]
    fn rates_are_exact_fractions() {
        for (fps, num, den) in [
            (Fps::from(30), 1, 30),
            (Fps::from(29.97), 1001, 30000),
            (Fps::from(12.5), 2, 25),
            (Fps::new(1, 3), 3, 1),
            (Fps::new(60000, 1001), 1001, 60000),
            (Fps::from(65_535), 1, 65_535),
        ] {
            assert_eq!(clock(fps).frame(), Delay { num, den }, "{fps}");
            assert_eq!(clock(fps).pass(ONE), [Delay { num, den }], "{fps}");
        }
        assert_eq!(clock(30).pass(Time { frames: 45, held: 0.0 }), [Delay { num: 3, den: 2 }]);
        assert!(matches!(Clock::new(Fps::from(65_536)), Err(Error::BadFps { .. })));
    }

    #[test]
    fn holds_are_exact_too() {
        let held = |fps: i32, held| clock(fps).pass(Time { frames: 1, held });
        assert_eq!(held(15, 0.1), [Delay { num: 1, den: 6 }]);
        assert_eq!(held(15, 0.5), [Delay { num: 17, den: 30 }]);
        assert_eq!(held(30, 2.345), [Delay { num: 1427, den: 600 }]);
        assert_eq!(held(10, 1e-9 / 3.0), [Delay { num: 1, den: 10 }]);
    }

    #[test]
    fn what_is_too_fine_for_a_fraction_is_never_lost() {
        // denominators beyond 65,535, and lengths that are no fractions
        for fps in [Fps::new(100_003, 2), Fps::new(1_000_003, 33_333), Fps::new(1_000_003, 100)] {
            let mut clock = clock(fps);
            let mut exact = 0.0;
            let mut shown = 0.0;
            for i in 0..5000 {
                let time = Time { frames: 1 + i % 3, held: if i % 7 == 0 { 0.1 / std::f64::consts::PI } else { 0.0 } };
                exact += time.frames as f64 * fps.frame_seconds() + time.held;
                shown += clock.pass(time).iter().map(|d| d.seconds()).sum::<f64>();
                assert!((exact - shown).abs() < 1e-6, "{fps}: {shown} for {exact}");
            }
        }
    }

    #[test]
    fn the_nearest_fraction_is_found() {
        for seconds in [0.123_456_789, 1.0 / 65_535.0, 65_534.6, 7_777.777_777, 0.999_999, 3.000_001] {
            let got = nearest(seconds);
            let best = (1..=MOST)
                .map(|den| ((seconds * den as f64).round().min(MOST as f64) / den as f64 - seconds).abs())
                .fold(f64::MAX, f64::min);
            assert!((got.seconds() - seconds).abs() <= best + NOISE, "{seconds}: {got:?}");
        }
        assert_eq!(nearest(0.0), Delay { num: 0, den: 1 });
        assert_eq!(nearest(-1.0), Delay { num: 0, den: 1 });
        assert_eq!(nearest(65_535.0), Delay { num: 65_535, den: 1 });
    }

    #[test]
    fn long_times_come_in_pieces() {
        let delays = clock(Fps::new(1, 1)).pass(Time { frames: 1, held: 1e6 });
        assert_eq!(delays.iter().map(|d| d.seconds()).sum::<f64>(), 1_000_001.0);
        let two = clock(30).pass(Time { frames: 1, held: 5000.1 });
        assert_eq!(two, [Delay { num: 4999, den: 1 }, Delay { num: 17, den: 15 }]);
        assert!(delays.iter().all(|d| d.num > 0), "{delays:?}");
    }
}
