//! Frame rates as fractions.

use crate::error::{Error, Result};

/// Frames a second, as a fraction: 30, 30000/1001, 1/3.
///
/// Writers take anything that converts into it. A float becomes the fraction that it stands for: 29.97 and 23.976 are
/// NTSC's 30000/1001 and 24000/1001, and any other float the simplest fraction within one part in ten million.
/// A rate that is zero, negative or not finite is kept as invalid, and reported when a recording is opened with it.
///
/// ```
/// use grabframe::Fps;
/// assert_eq!(Fps::from(12.5), Fps::new(25, 2));
/// assert_eq!(Fps::from(29.97), Fps::new(30000, 1001));
/// assert_eq!(Fps::from(15).to_string(), "15");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fps {
    num: u32,
    den: u32,
}

impl Fps {
    /// `num / den` frames a second, reduced. Zero in either place is invalid, and reported when used.
    #[must_use]
    pub const fn new(num: u32, den: u32) -> Self {
        if num == 0 || den == 0 {
            return Self { num: 0, den: 0 };
        }
        let (mut a, mut b) = (num, den);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        Self { num: num / a, den: den / a }
    }

    /// The fraction's numerator.
    #[must_use]
    pub const fn num(self) -> u32 {
        self.num
    }

    /// The fraction's denominator.
    #[must_use]
    pub const fn den(self) -> u32 {
        self.den
    }

    /// The rate as a float.
    #[must_use]
    pub fn as_f64(self) -> f64 {
        f64::from(self.num) / f64::from(self.den)
    }

    /// Seconds that one frame is shown.
    #[must_use]
    pub fn frame_seconds(self) -> f64 {
        f64::from(self.den) / f64::from(self.num)
    }

    /// How many whole frames come nearest to `seconds`.
    #[must_use]
    pub fn frames_in(self, seconds: f64) -> u64 {
        (seconds * f64::from(self.num) / f64::from(self.den)).round().max(0.0) as u64
    }

    /// This rate, or an error if it is none.
    pub(crate) fn checked(self) -> Result<Self> {
        if self.num == 0 || self.den == 0 {
            return Err(Error::bad_fps("the frame rate must be a positive, finite number of frames a second"));
        }
        Ok(self)
    }
}

impl std::fmt::Display for Fps {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.den == 1 { write!(f, "{}", self.num) } else { write!(f, "{}/{}", self.num, self.den) }
    }
}

macro_rules! integers {
    ($($t:ty)*) => {$(
        impl From<$t> for Fps {
            fn from(fps: $t) -> Self {
                Self::new(u32::try_from(fps).unwrap_or(0), 1)
            }
        }
    )*};
}
integers!(i8 i16 i32 i64 isize u8 u16 u32 u64 usize);

impl From<f32> for Fps {
    fn from(fps: f32) -> Self {
        // through decimal, so that 29.97_f32 means what was typed
        format!("{fps}").parse::<f64>().map_or(Self::new(0, 0), Self::from)
    }
}

impl From<f64> for Fps {
    fn from(fps: f64) -> Self {
        if !(fps.is_finite() && fps > 0.0 && fps < f64::from(u32::MAX)) {
            return Self::new(0, 0);
        }
        // NTSC rates are written to two or three decimals
        let ntsc = (fps * 1.001).round();
        if fps.fract() != 0.0 && (ntsc * 1000.0 / 1001.0 - fps).abs() < 0.005 && ntsc >= 24.0 {
            let rate = Self::new(ntsc as u32 * 1000, 1001);
            if [24.0, 30.0, 48.0, 60.0, 120.0, 240.0].contains(&ntsc) {
                return rate;
            }
        }
        // continued fraction
        let (mut p0, mut q0, mut p1, mut q1) = (0_u64, 1_u64, 1_u64, 0_u64);
        let mut x = fps;
        for _ in 0..32 {
            let a = x.floor();
            let (p, q) = (a as u64 * p1 + p0, a as u64 * q1 + q0);
            if p > u64::from(u32::MAX) || q > u64::from(u32::MAX) {
                break;
            }
            (p0, q0, p1, q1) = (p1, q1, p, q);
            if (p as f64 / q as f64 - fps).abs() <= fps * 1e-7 || x == a {
                break;
            }
            x = 1.0 / (x - a);
        }
        Self::new(p1 as u32, q1 as u32)
    }
}

#[cfg(test)]
mod tests;
