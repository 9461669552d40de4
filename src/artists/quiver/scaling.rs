//! How long arrows are: matplotlib's rules.

use crate::artist::Painter;
use crate::geom::{Limits, Rect};
use crate::project::Projection;
use crate::style::named;

/// What lengths of arrows are measured in.
///
/// `"width"`, `"height"`, `"dots"`, `"inches"`, `"x"`, `"y"` and `"xy"` may be written for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum QuiverUnits {
    /// The width of the axes. The default.
    #[default]
    Width,
    /// The height of the axes.
    Height,
    /// Pixels of the picture.
    Dots,
    /// Inches.
    Inches,
    /// Units of the x axis.
    X,
    /// Units of the y axis.
    Y,
    /// Units of both: of widths, in the direction of the diagonal; of arrows, each in its own direction.
    Xy,
}

named!(QuiverUnits, "a unit of arrows", [
    "width" => QuiverUnits::Width,
    "height" => QuiverUnits::Height,
    "dots" => QuiverUnits::Dots,
    "inches" => QuiverUnits::Inches,
    "x" => QuiverUnits::X,
    "y" => QuiverUnits::Y,
    "xy" => QuiverUnits::Xy,
]);

/// Where arrows point.
///
/// `"uv"` and `"xy"` may be written for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum QuiverAngles {
    /// As (u, v) does on the screen. The default.
    #[default]
    Uv,
    /// From (x, y) to (x + u, y + v) in the data.
    Xy,
}

named!(QuiverAngles, "a way in which arrows point", ["uv" => QuiverAngles::Uv, "xy" => QuiverAngles::Xy]);

/// The rules of a field of arrows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scaling {
    pub(super) scale: Option<f64>,
    pub(super) scale_units: Option<QuiverUnits>,
    pub(super) units: QuiverUnits,
    pub(super) angles: QuiverAngles,
    /// In units.
    pub(super) width: Option<f64>,
    /// A mean arrow's strength times how many stand in a row; 0 as long as no arrow was seen.
    pub(super) typical: f64,
}

impl Scaling {
    pub(super) const DEFAULT: Self = Self {
        scale: None,
        scale_units: None,
        units: QuiverUnits::Width,
        angles: QuiverAngles::Uv,
        width: None,
        typical: 0.0,
    };

    /// Whether lengths are those of arrows in the data.
    pub(super) fn in_data(&self) -> bool {
        self.scale_units == Some(QuiverUnits::Xy)
    }

    /// How wide a shaft is, in pixels, of so many arrows.
    pub(super) fn shaft(&self, arrows: usize, axes: &Ruler<'_>) -> f64 {
        match self.width {
            Some(width) => width * axes.dots(self.units),
            None => 0.06 * axes.width / (arrows as f64).sqrt().clamp(8.0, 25.0),
        }
    }

    /// How long an arrow of strength 1 is, in pixels: of strengths that are pixels if they are [`in_data`](Scaling::in_data).
    pub(super) fn per_strength(&self, axes: &Ruler<'_>) -> f64 {
        match (self.scale, self.scale_units) {
            (Some(scale), None) => axes.dots(self.units) / scale,
            (Some(scale), Some(QuiverUnits::Xy)) => 1.0 / scale,
            (Some(scale), Some(units)) => axes.dots(units) / scale,
            // arrows of a square grid do not overlap much
            (None, _) => axes.width / (1.8 * if self.typical > 0.0 { self.typical } else { 1.0 / 1.8 }),
        }
    }
}

/// What lengths depend on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ruler<'a> {
    projection: &'a Projection,
    /// Of the axes, in pixels.
    width: f64,
    height: f64,
    /// Of the axes, in their units.
    spans: (f64, f64),
    dots_per_inch: f64,
}

impl<'a> Ruler<'a> {
    pub(super) fn of(painter: &Painter<'a>) -> Self {
        Self::new(painter.projection(), painter.area(), painter.px(72.0).into())
    }

    pub(super) fn new(projection: &'a Projection, area: Rect, dots_per_inch: f64) -> Self {
        let spans = projection.flat().map_or((1.0, 1.0), |(x, y)| {
            let span = |limits: Limits| match limits.span().abs() {
                span if span > 0.0 && span.is_finite() => span,
                _ => 1.0,
            };
            (span(x.limits()), span(y.limits()))
        });
        Self { projection, width: area.width().into(), height: area.height().into(), spans, dots_per_inch }
    }

    /// How far an arrow at a place reaches in pixels, downward, if it is `by` times as long in the data.
    pub(super) fn moved(&self, (x, y): (f64, f64), (u, v): (f64, f64), by: f64) -> (f64, f64) {
        let Some((along_x, along_y)) = self.projection.flat() else { return (by * u, -by * v) };
        let dx = along_x.pixel_f64(x + by * u) - along_x.pixel_f64(x);
        (dx, along_y.pixel_f64(y + by * v) - along_y.pixel_f64(y))
    }

    /// How many times as long an arrow is made for its direction at its place: little in these axes, and not lost beside their numbers.
    pub(super) fn little(&self) -> f64 {
        let reach = |limits: Limits| limits.lo.abs().max(limits.hi.abs());
        self.projection.flat().map_or(1.0, |(x, y)| 1e-5 * reach(x.limits()).max(reach(y.limits())))
    }

    /// The values in the middle of the axes.
    pub(super) fn middle(&self, area: Rect) -> (f64, f64) {
        let [x, y] = self.projection.data_at(area.center()).unwrap_or([0.0; 2]);
        (x, y)
    }

    /// How many pixels a unit has.
    fn dots(&self, units: QuiverUnits) -> f64 {
        match units {
            QuiverUnits::Width => self.width,
            QuiverUnits::Height => self.height,
            QuiverUnits::Dots => 1.0,
            QuiverUnits::Inches => self.dots_per_inch,
            QuiverUnits::X => self.width / self.spans.0,
            QuiverUnits::Y => self.height / self.spans.1,
            QuiverUnits::Xy => length(self.width, self.height) / length(self.spans.0, self.spans.1),
        }
    }
}

/// The length of a vector, also of one whose square is no number.
pub(super) fn length(u: f64, v: f64) -> f64 {
    let most = u.abs().max(v.abs());
    if most == 0.0 || !most.is_finite() {
        return if u.is_nan() || v.is_nan() { f64::NAN } else { most };
    }
    let (u, v) = (u / most, v / most);
    most * (u * u + v * v).sqrt()
}

/// A mean strength times how many arrows stand in a row of a square; 0 if there is none.
pub(super) fn typical(strengths: impl Iterator<Item = f64>, arrows: usize) -> f64 {
    let (mut sum, mut n) = (0.0, 0.0);
    for strength in strengths {
        if strength.is_finite() {
            sum += strength;
            n += 1.0;
        }
    }
    let typical = if n > 0.0 { sum / n * (arrows as f64).sqrt().max(10.0) } else { 0.0 };
    if typical.is_finite() { typical } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_lengths() {
        assert_eq!(length(1e300, 1e300) / 1e300, 2.0_f64.sqrt());
        assert!(length(f64::NAN, 1.0).is_nan() && length(0.0, 0.0) == 0.0);
        // 225 arrows of mean length 1
        assert_eq!(typical([1.0; 225].into_iter(), 225), 15.0);
        assert_eq!(typical([0.0, 2.0, f64::NAN].into_iter(), 3), 10.0);
        assert_eq!(typical([1e308; 9].into_iter(), 9), 0.0);
        let area = Rect::new(0.0, 0.0, 400.0, 300.0);
        let projection = Projection::shares_of(area);
        let axes = Ruler::new(&projection, area, 100.0);
        assert_eq!(Scaling { typical: 15.0, ..Scaling::DEFAULT }.per_strength(&axes), 400.0 / 27.0);
        assert_eq!(Scaling::DEFAULT.per_strength(&axes), 400.0);
        assert!((Scaling::DEFAULT.shaft(225, &axes) - 1.6).abs() < 1e-12);
    }
}
