//! From data values to pixels.

use crate::axis::Scale;
use crate::geom::{Limits, Point};
use crate::style::{Norm, Ramp};

/// Maps the values of one axis to pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct AxisMap {
    scale: Scale,
    limits: Limits,
    start: f64,
    end: f64,
    /// Half of what the scale makes of the first limit.
    origin: f64,
    /// Pixels for half a unit. All is in halves, since the distance of two numbers need not be a number.
    per_half: f64,
    /// The fractions of the way that the values of a colorbar have, where no scale has the same ones.
    ramp: Option<Ramp>,
}

impl AxisMap {
    /// `limits.lo` is at pixel `start` and `limits.hi` at pixel `end`.
    #[must_use]
    pub(crate) fn new(scale: Scale, limits: Limits, start: f64, end: f64) -> Self {
        let origin = 0.5 * scale.transform(limits.lo);
        let per_half = (end - start) / scale.half_span(limits);
        Self { scale, limits, start, end, origin, per_half, ramp: None }
    }

    /// The axis of a colorbar: values stand where a norm has their colours.
    pub(crate) fn of_norm(norm: &Norm, limits: Limits, start: f64, end: f64) -> Self {
        let scale = Scale::of_norm(norm);
        if matches!(norm, Norm::Linear | Norm::Log | Norm::Centered { .. }) {
            return Self::new(scale, limits, start, end);
        }
        // its even axis are the fractions, from 0 to 1
        Self { scale, limits, start, end, origin: 0.0, per_half: (end - start) * 2.0, ramp: Some(norm.over(limits)) }
    }

    /// The same axis, seen so many times as large, from a pixel on.
    pub(crate) fn zoomed(&self, by: f64, from: f64) -> Self {
        let there = |pixel: f64| (pixel - from) * by;
        Self { start: there(self.start), end: there(self.end), per_half: self.per_half * by, ..self.clone() }
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
        self.even_pixel(self.even(value))
    }

    /// The same, but a value that lies before the beginning of its scale, as 0 does on a log axis, is infinitely far away
    /// in that direction. NaN only for NaN.
    pub(crate) fn pixel_or_beyond(&self, value: f64) -> f64 {
        let even = self.even(value);
        let beyond = even.is_nan() && !value.is_nan();
        self.even_pixel(if beyond { f64::NEG_INFINITY } else { even })
    }

    /// The value on the even axis, that which the scale (or the norm) stretches; not finite if it has no place on this scale.
    #[inline]
    pub(crate) fn even(&self, value: f64) -> f64 {
        match &self.ramp {
            None => self.scale.transform(value),
            Some(ramp) => ramp.place(value),
        }
    }

    /// Where a value of the even axis is, in pixels.
    #[inline]
    pub(crate) fn even_pixel(&self, even: f64) -> f64 {
        self.start + (0.5 * even - self.origin) * self.per_half
    }

    /// The value of the even axis that is at a pixel.
    #[inline]
    pub(crate) fn even_at(&self, pixel: f64) -> f64 {
        ((pixel - self.start) / self.per_half + self.origin) * 2.0
    }

    /// The value that is at a pixel.
    #[must_use]
    pub fn value(&self, pixel: f32) -> f64 {
        self.value_at(f64::from(pixel))
    }

    /// The same in double precision.
    pub(crate) fn value_at(&self, pixel: f64) -> f64 {
        let even = self.even_at(pixel);
        match &self.ramp {
            None => self.scale.inverse(even),
            Some(ramp) => ramp.value(even),
        }
    }

    /// The values at the two ends.
    #[must_use]
    pub const fn limits(&self) -> Limits {
        self.limits
    }

    /// The scale; linear for a colorbar whose norm is none.
    #[must_use]
    pub const fn scale(&self) -> &Scale {
        &self.scale
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

#[cfg(test)]
mod tests;
