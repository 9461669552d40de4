//! From data values to pixels.

use crate::axis::Scale;
use crate::geom::{Limits, Point};

/// Maps the values of one axis to pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AxisMap {
    scale: Scale,
    limits: Limits,
    start: f64,
    end: f64,
    origin: f64,
    per_unit: f64,
}

impl AxisMap {
    /// `limits.lo` is at pixel `start` and `limits.hi` at pixel `end`.
    #[must_use]
    pub(crate) fn new(scale: Scale, limits: Limits, start: f64, end: f64) -> Self {
        let (lo, hi) = (scale.transform(limits.lo), scale.transform(limits.hi));
        Self { scale, limits, start, end, origin: lo, per_unit: (end - start) / (hi - lo) }
    }

    /// Where `value` is, in pixels; not finite if it has no place on this scale.
    #[must_use]
    #[inline]
    pub fn pixel(&self, value: f64) -> f32 {
        self.pixel_f64(value) as f32
    }

    /// The same in double precision, for what is rounded to whole pixels.
    #[inline]
    pub(crate) fn pixel_f64(&self, value: f64) -> f64 {
        self.start + (self.scale.transform(value) - self.origin) * self.per_unit
    }

    /// The value that is at a pixel.
    #[must_use]
    pub fn value(&self, pixel: f32) -> f64 {
        self.scale.inverse((f64::from(pixel) - self.start) / self.per_unit + self.origin)
    }

    /// The values at the two ends.
    #[must_use]
    pub const fn limits(&self) -> Limits {
        self.limits
    }

    /// The scale.
    #[must_use]
    pub const fn scale(&self) -> Scale {
        self.scale
    }
}

/// The pixels of the points (`xs[i]`, `ys[i]`).
pub(crate) fn points<'a>(
    x: &'a AxisMap,
    y: &'a AxisMap,
    xs: &'a [f64],
    ys: &'a [f64],
) -> impl Iterator<Item = Point> + 'a {
    xs.iter().zip(ys).map(move |(&vx, &vy)| Point::new(x.pixel(vx), y.pixel(vy)))
}
