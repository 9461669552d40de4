//! Words on bars: matplotlib's `bar_label`.

use super::Bars;
use crate::artist::common::length;
use crate::artist::{Painter, properties};
use crate::data::Number;
use crate::geom::{Point, Rect};
use crate::style::{Color, IntoColor, NumberFormat, theme};
use crate::text::{HAlign, VAlign};

/// What is written on bars.
#[derive(Clone, Debug)]
pub(super) struct Labels {
    words: Words,
    center: bool,
    /// `None`: as much as letters need.
    padding: Option<f32>,
    size: f32,
    color: Color,
}

#[derive(Clone, Debug)]
enum Words {
    Nothing,
    Heights(NumberFormat),
    Own(Vec<String>),
}

impl Labels {
    pub(super) const fn new() -> Self {
        Self { words: Words::Nothing, center: false, padding: None, size: theme::FONT_SIZE, color: theme::TEXT }
    }
}

impl Bars {
    properties! {
        /// Writes its height at the end of each bar, as `"{}"` (six digits) or `"{:.1} ms"` says: matplotlib's `bar_label`. `{{` and `}}`
        /// are braces, as of `"$10^{{{}}}$"`. Words stay
        /// within the axes: what would be cut off at their border stands below it.
        ///
        /// # Panics
        /// If there is no `{}` or `{:.N}` in it.
        pub set_bar_label, bar_label(self, format: &str) { self.labels.words = Words::Heights(NumberFormat::parse(format)); }

        /// Writes these words on the bars, one after the other, in place of their heights.
        pub set_bar_labels, bar_labels(self, words: impl IntoIterator<Item = impl Into<String>>) {
            let mut all = Vec::new();
            for one in words {
                all.push(one.into());
            }
            self.labels.words = Words::Own(all);
        }

        /// Sets whether what is written on bars stands in the middle of what is seen of them. Default: at their ends.
        pub set_bar_label_center, bar_label_center(self, center: bool) { self.labels.center = center; }
            -> get_bar_label_center: bool { self.labels.center }

        /// Sets how far words stand off the ends of bars, in points; negative ones stand within. Default: 0, and 2 at lying bars.
        ///
        /// # Panics
        /// If it is not finite.
        pub set_bar_label_padding, bar_label_padding(self, points: impl Number) {
            let points = points.to_f64();
            assert!(points.is_finite(), "words cannot stand {points} points off the end of a bar");
            self.labels.padding = Some(points as f32);
        } -> get_bar_label_padding: f32 { self.labels.padding.unwrap_or(self.own_padding()) }

        /// Sets the size of what is written on bars, in points. Default: 10.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_bar_label_size, bar_label_size(self, points: impl Number) {
            self.labels.size = length(points.to_f64(), "letter");
        } -> get_bar_label_size: f32 { theme::plain(self.labels.size) }

        /// Sets the colour of what is written on bars. Default: black.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_bar_label_color, bar_label_color(self, color: impl IntoColor) { self.labels.color = color.into_color(); }
            -> get_bar_label_color: Color { self.labels.color }
    }

    /// Letters of lying bars would touch their end.
    fn own_padding(&self) -> f32 {
        if self.horizontal { theme::BAR_LABEL_PAD } else { 0.0 }
    }

    /// What is written on bar `i`.
    fn label_of(&self, i: usize) -> Option<String> {
        match &self.labels.words {
            Words::Nothing => None,
            Words::Heights(format) => Some(format.format(self.heights[i])),
            Words::Own(words) => words.get(i).cloned(),
        }
    }

    pub(super) fn see_labels(&self, see: &mut dyn FnMut(&str)) {
        match &self.labels.words {
            Words::Nothing => {}
            // mathematics is in what stands around the number
            Words::Heights(format) => see(&format.format(0.0)),
            Words::Own(words) => words.iter().take(self.at.len()).for_each(|words| see(words)),
        }
    }

    pub(super) fn paint_labels(&self, painter: &mut Painter<'_>) {
        if matches!(self.labels.words, Words::Nothing) {
            return;
        }
        let Labels { size, color, .. } = self.labels;
        for i in 0..self.at.len() {
            let Some((at, ha, va)) = self.label_place(i, painter) else { continue };
            let Some(words) = self.label_of(i) else { continue };
            let at = within(at, painter.text_bounds(&words, at, size, ha, va, 0.0), painter.area());
            painter.text(&words, at, size, color, ha, va, 0.0);
        }
    }

    /// Where the words of bar `i` stand, and how.
    fn label_place(&self, i: usize, painter: &Painter<'_>) -> Option<(Point, HAlign, VAlign)> {
        let (height, [from, to, foot, end]) = (self.heights[i], self.bar(i)?);
        if !end.is_finite() {
            return None;
        }
        if self.labels.center {
            let seen = middle_seen(self.along(painter, foot), self.along(painter, end), self.sides(painter, true))?;
            let across = middle_seen(self.across(painter, from), self.across(painter, to), self.sides(painter, false))?;
            let (x, y) = if self.horizontal { (seen, across) } else { (across, seen) };
            return Some((Point::new(x, y), HAlign::Center, VAlign::Center));
        }
        let (x, y) = painter.projection().flat()?;
        let limits = if self.horizontal { x.limits() } else { y.limits() };
        // to the lower end of the axis, or, where that is turned round, to its other end
        let back = if limits.lo > limits.hi { height > 0.0 } else { height < 0.0 };
        // beyond the error bar
        let reach = self.errors.around(i, end).map_or(end, |(lo, hi)| if height < 0.0 { lo } else { hi });
        let by = painter.px(self.get_bar_label_padding()) * if back { -1.0 } else { 1.0 };
        let middle = (from + to) / 2.0;
        Some(if self.horizontal {
            let at = painter.point(reach, middle);
            let ha = if back { HAlign::Right } else { HAlign::Left };
            (Point::new(at.x + by, at.y), ha, VAlign::CenterBaseline)
        } else {
            let at = painter.point(middle, reach);
            (Point::new(at.x, at.y - by), HAlign::Center, if back { VAlign::Top } else { VAlign::Bottom })
        })
    }

    fn along(&self, painter: &Painter<'_>, value: f64) -> f32 {
        if self.horizontal { painter.x_clipped(value) } else { painter.y_clipped(value) }
    }

    fn across(&self, painter: &Painter<'_>, value: f64) -> f32 {
        if self.horizontal { painter.y_clipped(value) } else { painter.x_clipped(value) }
    }

    /// The borders of the axes, along the bars or across.
    fn sides(&self, painter: &Painter<'_>, along: bool) -> (f32, f32) {
        let area = painter.area();
        if self.horizontal == along { (area.x0, area.x1) } else { (area.y0, area.y1) }
    }
}

/// The middle of what of an interval lies between two borders, if anything does.
fn middle_seen(a: f32, b: f32, (lo, hi): (f32, f32)) -> Option<f32> {
    let (from, to) = (a.min(b).max(lo), a.max(b).min(hi));
    (from <= to).then_some((from + to) / 2.0)
}

/// Where words are put so that, of those whose place is within an area, nothing is cut off at its border.
fn within(at: Point, taken: Rect, area: Rect) -> Point {
    let inside = at.x >= area.x0 && at.x <= area.x1 && at.y >= area.y0 && at.y <= area.y1;
    if !inside || taken.width() > area.width() || taken.height() > area.height() {
        return at;
    }
    let back = |lo: f32, hi: f32, from: f32, to: f32| (from - lo).max(0.0) - (hi - to).max(0.0);
    Point::new(at.x + back(taken.x0, taken.x1, area.x0, area.x1), at.y + back(taken.y0, taken.y1, area.y0, area.y1))
}
