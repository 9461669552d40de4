//! What a legend should not cover.

use std::borrow::Cow;

use crate::artist::painter::Written;
use crate::geom::{Point, Rect, Size};
use crate::project::Projection;
use crate::surface::reach;
use crate::text::{Anchor, Face, Fonts, HAlign, Setting, TextLayout, VAlign, Words, bounds};

/// What a legend should not cover, in pixels. Of very many points a couple of thousand, evenly spread, are kept: they tell as
/// much.
///
/// ```
/// use grabframe::{Obstacles, Projection};
/// /// What an artist with these data says.
/// fn obstacles(x: &[f64], y: &[f64], projection: &Projection, out: &mut Obstacles) {
///     out.line(projection, x, y);
///     out.rect(out.area().expanded(-20.0));
/// }
/// ```
#[derive(Clone, Debug, Default)]
pub struct Obstacles {
    pub(crate) points: Vec<Point>,
    /// A point that is not finite is a gap.
    pub(crate) lines: Vec<Vec<Point>>,
    pub(crate) boxes: Vec<Rect>,
    area: Rect,
    pixels_per_point: f32,
    fonts: Fonts,
}

impl Obstacles {
    /// None yet, in axes with this box.
    pub(crate) fn new(area: Rect, pixels_per_point: f32, fonts: &Fonts) -> Self {
        Self { area, pixels_per_point, fonts: fonts.clone(), ..Self::default() }
    }

    /// The box of the axes, in pixels.
    #[must_use]
    pub fn area(&self) -> Rect {
        self.area
    }

    /// Adds single points, at data points; NaN is left out.
    pub fn points(&mut self, projection: &Projection, xs: &[f64], ys: &[f64]) {
        projection.points(&places(xs), &places(ys), &mut self.points);
    }

    /// Adds a line through data points; NaN is a gap.
    pub fn line(&mut self, projection: &Projection, xs: &[f64], ys: &[f64]) {
        let mut points = Vec::new();
        // no picture is as wide
        let reach = reach(Size::new(1 << 16, 1 << 16), 0.0);
        let cut = projection.line(&places(xs), &places(ys), reach, &mut points);
        self.lines.push(cut.map_or(points, |cut| cut.with_gaps()));
    }

    /// Adds a line through points in pixels; one that is not finite is a gap.
    pub fn polyline(&mut self, points: Vec<Point>) {
        self.lines.push(points);
    }

    /// Adds a rectangle, in pixels, as that around words.
    pub fn rect(&mut self, rect: Rect) {
        self.boxes.push(rect);
    }

    /// A length in points as pixels.
    #[must_use]
    pub fn px(&self, points: f32) -> f32 {
        points * self.pixels_per_point
    }

    /// The box around words, as [`Painter::text_bounds`](crate::Painter::text_bounds) has it.
    #[must_use]
    pub fn text_bounds(&self, text: &str, at: Point, size: f32, ha: HAlign, va: VAlign, angle: f32) -> Rect {
        let words =
            Words { text, size: self.px(size), face: Face::Sans, fonts: &self.fonts, setting: Setting::default() };
        bounds(&TextLayout::new(&words), Anchor { at, ha, va, angle })
    }

    /// The box around words in any face, set in any way.
    pub(crate) fn written_bounds(&self, written: &Written<'_>) -> Rect {
        bounds(&TextLayout::new(&written.words(self.pixels_per_point, &self.fonts)), written.anchor)
    }
}

/// How many points tell a legend where it covers the least.
const PLACES: usize = 2000;

/// Of very many values some, evenly spread: they tell as much of where all are.
fn places(values: &[f64]) -> Cow<'_, [f64]> {
    if values.len() <= PLACES {
        return Cow::Borrowed(values);
    }
    (0..PLACES).map(|i| values[i * (values.len() - 1) / (PLACES - 1)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_very_many_values_some_are_asked() {
        let few: Vec<f64> = (0..2000).map(f64::from).collect();
        assert_eq!(places(&few), few);
        let many: Vec<f64> = (0..1_000_000).map(f64::from).collect();
        let some = places(&many);
        assert_eq!((some.len(), some[0], some[1999]), (2000, 0.0, 999_999.0));
        assert!(some.windows(2).all(|w| (500.0..=501.0).contains(&(w[1] - w[0]))));
    }
}
