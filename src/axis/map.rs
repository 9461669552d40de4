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
    /// What stretches the even axis where it is not the scale.
    bend: Option<Bend>,
}

/// What stretches an even axis.
#[derive(Clone, Debug, PartialEq)]
enum Bend {
    /// The fractions of the way that the values of a colorbar have, where no scale has the same ones.
    Ramp(Ramp),
    /// The scale of another axis, whose values are the even axis of the second.
    Converted(Box<(AxisMap, Scale)>),
}

impl AxisMap {
    /// `limits.lo` is at pixel `start` and `limits.hi` at pixel `end`.
    #[must_use]
    pub(crate) fn new(scale: Scale, limits: Limits, start: f64, end: f64) -> Self {
        let mut origin = 0.5 * scale.transform(limits.lo);
        let mut per_half = (end - start) / scale.half_span(limits);
        if !(origin.is_finite() && per_half.is_finite()) {
            // a function that makes nothing of its limits: no number that is unlike itself
            (origin, per_half) = (0.0, 0.0);
        }
        Self { scale, limits, start, end, origin, per_half, bend: None }
    }

    /// The axis of a colorbar: values stand where a norm has their colours.
    pub(crate) fn of_norm(norm: &Norm, limits: Limits, start: f64, end: f64) -> Self {
        let scale = Scale::of_norm(norm);
        if matches!(norm, Norm::Linear | Norm::Log | Norm::SymLog { .. } | Norm::Centered { .. }) {
            return Self::new(scale, limits, start, end);
        }
        // its even axis are the fractions, from 0 to 1
        Self {
            scale,
            limits,
            start,
            end,
            origin: 0.0,
            per_half: (end - start) * 2.0,
            bend: Some(Bend::Ramp(norm.over(limits))),
        }
    }

    /// An axis that shows the values of another one in other units, which are the even axis of `conversion`.
    pub(crate) fn converted(scale: Scale, of: &Self, conversion: &Scale) -> Self {
        let ends = [of.limits.lo, of.limits.hi].map(|end| conversion.inverse(end));
        let limits = if ends.iter().all(|end| end.is_finite()) { Limits::new(ends[0], ends[1]) } else { Limits::EMPTY };
        let Self { start, end, origin, per_half, .. } = *of;
        let bend = Some(Bend::Converted(Box::new((of.clone(), conversion.clone()))));
        Self { scale, limits, start, end, origin, per_half, bend }
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

    /// Where values are, in pixels, added to `out`.
    pub(crate) fn pixels(&self, values: &[f64], out: &mut Vec<f32>) {
        // asked once, several are reckoned at a time
        if self.bend.is_none() && matches!(self.scale, Scale::Linear) {
            out.extend(values.iter().map(|v| self.even_pixel(*v) as f32));
        } else {
            out.extend(values.iter().map(|v| self.pixel(*v)));
        }
    }

    /// The same in double precision, for what is rounded to whole pixels.
    #[inline]
    pub(crate) fn pixel_f64(&self, value: f64) -> f64 {
        self.even_pixel(self.even(value))
    }

    /// The same, but a value that has no place on its scale, as 0 on a log axis, is infinitely far away in that direction. NaN only
    /// for NaN.
    pub(crate) fn pixel_or_beyond(&self, value: f64) -> f64 {
        let even = self.even(value);
        self.even_pixel(if even.is_nan() && !value.is_nan() { self.beyond(value) } else { even })
    }

    /// On which side of the even axis a value is missing.
    fn beyond(&self, value: f64) -> f64 {
        let Limits { lo, hi } = self.limits;
        let (low, high) = (lo.min(hi), lo.max(hi));
        let grows = self.even(high) >= self.even(low);
        if (value > low) == grows { f64::INFINITY } else { f64::NEG_INFINITY }
    }

    /// The value itself, or, of one that has no place on the scale, as 0 on a log axis, one that lies far beyond the border.
    pub(crate) fn placed(&self, value: f64) -> f64 {
        let even = self.even(value);
        if value.is_nan() || even.is_finite() {
            return value;
        }
        let (lo, hi) = (self.pixel_f64(self.limits.lo), self.pixel_f64(self.limits.hi));
        let far = 8.0 * (hi - lo);
        let after = if even.is_nan() { self.beyond(value) } else { even } > 0.0;
        // the second limit may be the lower one
        self.value_at(if after == (self.even(self.limits.hi) >= self.even(self.limits.lo)) {
            hi + far
        } else {
            lo - far
        })
    }

    /// The value on the even axis, that which the scale (or the norm) stretches; not finite if it has no place on this scale.
    #[inline]
    pub(crate) fn even(&self, value: f64) -> f64 {
        match &self.bend {
            None => self.scale.transform(value),
            Some(Bend::Ramp(ramp)) => ramp.place(value),
            Some(Bend::Converted(of)) => of.0.even(of.1.transform(value)),
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
        self.bent(self.even_at(pixel))
    }

    /// The value that is there on the even axis.
    fn bent(&self, even: f64) -> f64 {
        match &self.bend {
            None => self.scale.inverse(even),
            Some(Bend::Ramp(ramp)) => ramp.value(even),
            Some(Bend::Converted(of)) => of.1.inverse(of.0.bent(even)),
        }
    }

    /// The values at the two ends.
    #[must_use]
    pub const fn limits(&self) -> Limits {
        self.limits
    }

    /// Whether values at both ends are numbers: those of an axis in other units may be none.
    pub(crate) const fn is_finite(&self) -> bool {
        self.limits.lo.is_finite() && self.limits.hi.is_finite()
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
