//! What a legend should not cover.

use std::borrow::Cow;
use std::sync::Arc;

use crate::artist::coords::Spots;
use crate::artist::fancy::Boxed;
use crate::artist::painter::Written;
use crate::data::{Outlines, Runs};
use crate::geom::{Point, Rect, Size};
use crate::project::Projection;
use crate::style::{Theme, theme};
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
#[derive(Clone, Debug)]
pub struct Obstacles {
    pub(crate) points: Vec<Point>,
    /// A point that is not finite is a gap.
    pub(crate) lines: Vec<Vec<Point>>,
    pub(crate) boxes: Vec<Rect>,
    /// So many of each list are kept.
    most: usize,
    area: Rect,
    figure: Size,
    pixels_per_point: f32,
    fonts: Fonts,
    theme: Option<Arc<Theme>>,
}

impl Default for Obstacles {
    fn default() -> Self {
        Self::new(Rect::default(), Size::new(0, 0), 0.0, (&Fonts::default(), None))
    }
}

impl Obstacles {
    /// None yet, in axes with this box, in a figure of this size.
    pub(crate) fn new(
        area: Rect,
        figure: Size,
        pixels_per_point: f32,
        (fonts, theme): (&Fonts, Option<&Arc<Theme>>),
    ) -> Self {
        let (fonts, theme) = (fonts.clone(), theme.cloned());
        let (points, lines, boxes) = (Vec::new(), Vec::new(), Vec::new());
        Self { points, lines, boxes, most: PLACES, area, figure, pixels_per_point, fonts, theme }
    }

    /// The same, from so many artists: of many, less is kept of each.
    pub(crate) fn among(self, artists: usize) -> Self {
        Self { most: (4 * PLACES / artists.max(1)).clamp(LEAST, PLACES), ..self }
    }

    /// Of so many things, every how many tell enough.
    pub(crate) fn step(&self, things: usize) -> usize {
        things / self.most + 1
    }

    /// Where places are that are in other coordinates than data.
    pub(crate) fn spots<'a>(&self, projection: &'a Projection) -> Spots<'a> {
        Spots { area: self.area, figure: self.figure, pixels_per_point: self.pixels_per_point, projection }
    }

    /// Words that a box may be laid around.
    pub(crate) fn boxed<'a>(&'a self, written: &'a Written<'a>) -> Boxed<'a> {
        let theme = self.theme.as_deref();
        Boxed { written, pixels_per_point: self.pixels_per_point, fonts: &self.fonts, theme }
    }

    /// A length in points as the theme has it.
    pub(crate) fn length(&self, points: f32) -> f32 {
        self.theme.as_ref().map_or_else(|| theme::plain(points), |theme| theme.length(points))
    }

    /// The box of the axes, in pixels.
    #[must_use]
    pub fn area(&self) -> Rect {
        self.area
    }

    /// Adds single points, at data points; NaN is left out.
    pub fn points(&mut self, projection: &Projection, xs: &[f64], ys: &[f64]) {
        projection.points(&places(xs, self.most), &places(ys, self.most), &mut self.points);
    }

    /// Adds points of many rows, each row at one height, or, if it does not lie along x, at one place; of very many points
    /// some, evenly spread over all rows.
    pub(crate) fn rows(&mut self, projection: &Projection, rows: &[(f64, &[f64])], along_x: bool) {
        let mut total = 0;
        for (_, row) in rows {
            total += row.len();
        }
        let (step, mut before) = (self.step(total), 0);
        let (mut along, mut across) = (Vec::new(), Vec::new());
        for (at, row) in rows {
            // counted on from the rows before it
            along.extend(row.iter().skip((step - before % step) % step).step_by(step));
            across.resize(along.len(), *at);
            before += row.len();
        }
        let (xs, ys) = if along_x { (along, across) } else { (across, along) };
        self.points(projection, &xs, &ys);
    }

    /// Adds a line through data points; NaN is a gap.
    pub fn line(&mut self, projection: &Projection, xs: &[f64], ys: &[f64]) {
        let most = self.most;
        self.gapped(projection, &places(xs, most), &places(ys, most));
    }

    /// Adds many lines, or, `closed`, polygons; of very many some, evenly spread.
    pub(crate) fn outlines(&mut self, projection: &Projection, lines: &Outlines, closed: bool) {
        let mut some = Few::every(self.step(lines.x.len()));
        for i in 0..lines.len() {
            let range = lines.range(i);
            some.add(&lines.x[range.clone()], &lines.y[range], closed);
        }
        self.gapped(projection, &some.x, &some.y);
    }

    /// Adds level lines; of very many points some, evenly spread.
    pub(crate) fn levels(&mut self, projection: &Projection, levels: &[Runs]) {
        let mut total = 0;
        for runs in levels {
            total += runs.x.len();
        }
        let mut some = Few::every(self.step(total));
        for runs in levels {
            for (x, y, closed) in runs.each() {
                some.add(x, y, closed);
            }
        }
        self.gapped(projection, &some.x, &some.y);
    }

    /// Adds lines, with NaN between them.
    fn gapped(&mut self, projection: &Projection, xs: &[f64], ys: &[f64]) {
        let mut points = Vec::new();
        // no picture is as wide
        let cut = projection.line(xs, ys, reach(Size::new(1 << 16, 1 << 16), 0.0), &mut points);
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

    /// Adds the rectangle that has these corners, in pixels.
    pub(crate) fn between(&mut self, a: Point, b: Point) {
        self.rect(Rect::new(a.x.min(b.x), a.y.min(b.y), a.x.max(b.x), a.y.max(b.y)));
    }

    /// A length in points as pixels.
    #[must_use]
    pub fn px(&self, points: f32) -> f32 {
        self.length(points) * self.pixels_per_point
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
        bounds(&TextLayout::new(&written.words(self.px(written.size), &self.fonts)), written.anchor)
    }
}

/// How many points of an artist tell a legend where it covers the least, ..
const PLACES: usize = 2000;
/// .. and how many at least if there are many artists.
const LEAST: usize = 16;

/// Of many lines so many points that they tell as much, with NaN between lines.
struct Few {
    /// Each so many-th point is taken, and the last one of each line.
    step: usize,
    /// How many points of lines have been left out whole.
    passed: usize,
    x: Vec<f64>,
    y: Vec<f64>,
}

impl Few {
    fn every(step: usize) -> Self {
        Self { step, passed: 0, x: Vec::new(), y: Vec::new() }
    }

    fn add(&mut self, xs: &[f64], ys: &[f64], closed: bool) {
        // of short lines only some
        self.passed += xs.len();
        if self.passed < self.step {
            return;
        }
        self.passed = 0;
        let mut push = |i: usize| {
            self.x.push(xs[i]);
            self.y.push(ys[i]);
        };
        let last = xs.len() - 1;
        for i in (0..last).step_by(self.step) {
            push(i);
        }
        push(last);
        if closed {
            push(0);
        }
        self.x.push(f64::NAN);
        self.y.push(f64::NAN);
    }
}

/// Of very many values some, evenly spread: they tell as much of where all are.
fn places(values: &[f64], most: usize) -> Cow<'_, [f64]> {
    if values.len() <= most {
        return Cow::Borrowed(values);
    }
    let mut some = Vec::with_capacity(most);
    for i in 0..most {
        some.push(values[i * (values.len() - 1) / (most - 1)]);
    }
    some.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::axis::{AxisMap, Scale};
    use crate::geom::Limits;

    #[test]
    fn of_very_many_lines_some_are_asked() {
        let counted = |lines: usize, points: usize, closed: bool| {
            let (mut some, places) =
                (Few::every(lines * points / PLACES + 1), (0..points).map(|i| i as f64).collect::<Vec<f64>>());
            for _ in 0..lines {
                some.add(&places, &places, closed);
            }
            (some.x.len(), some.x.iter().filter(|x| x.is_nan()).count())
        };
        assert_eq!(counted(3, 10, false), (33, 3));
        assert_eq!(counted(3, 10, true), (36, 3));
        assert_eq!(counted(0, 0, true), (0, 0));
        // one line of a million points, a million of three, and a thousand of a thousand
        assert!((2000..2003).contains(&counted(1, 1_000_000, true).0), "{:?}", counted(1, 1_000_000, true));
        let (points, lines) = counted(1_000_000, 3, false);
        assert!(points < 8000 && lines > 1900, "{points} {lines}");
        assert!(counted(1000, 1000, false).0 < 6000);
    }

    #[test]
    fn of_very_many_rows_some_are_asked() {
        let map = || AxisMap::new(Scale::Linear, Limits::new(0.0, 1.0), 0.0, 1.0);
        let projection = Projection::of_maps(map(), map());
        for (rows, each) in [(0, 0), (3, 2), (100_000, 3), (3, 100_000), (7, 999)] {
            for along_x in [false, true] {
                let values: Vec<f64> = (0..each).map(f64::from).collect();
                let all: Vec<(f64, &[f64])> = (0..rows).map(|row| (f64::from(row), values.as_slice())).collect();
                let mut out = Obstacles::default();
                out.rows(&projection, &all, along_x);
                let (total, kept) = ((rows * each) as usize, out.points.len());
                assert!(kept == total || (PLACES / 2..=PLACES).contains(&kept), "{kept} of {total}");
                // from the first row to the last, and in each as far as it goes
                let mut last = (0.0_f32, 0.0_f32);
                for p in &out.points {
                    let (along, across) = if along_x { (p.x, p.y) } else { (p.y, p.x) };
                    last = (last.0.max(along), last.1.max(across));
                }
                let near = |reached: f32, count: i32| reached >= 0.99 * (count - 1) as f32;
                assert!(near(last.0, each) && near(last.1, rows), "{last:?}");
            }
        }
    }

    #[test]
    fn of_very_many_values_some_are_asked() {
        let few: Vec<f64> = (0..2000).map(f64::from).collect();
        assert_eq!(places(&few, PLACES), few);
        let many: Vec<f64> = (0..1_000_000).map(f64::from).collect();
        let some = places(&many, PLACES);
        assert_eq!((some.len(), some[0], some[1999]), (2000, 0.0, 999_999.0));
        assert!(some.windows(2).all(|w| (500.0..=501.0).contains(&(w[1] - w[0]))));
    }
}
