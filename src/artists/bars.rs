//! Bars: matplotlib's `bar` and `barh`.

use crate::artist::common::length;
use crate::artist::errors::{ErrorBarsAt, ErrorLook, Errors};
use crate::artist::shape::{ShapeLook, shape_setters};
use crate::artist::{Artist, Bounds, ColorCycle, Common, LegendHandle, Obstacles, Painter, properties};
use crate::data::{Column, Number, PerPoint, Shared, one_or_each, same_length};
use crate::figure::{Axes, Key};
use crate::geom::{Extent, Point, Rect};
use crate::project::Projection;
use crate::style::{Color, IntoColor, NumberFormat, theme};
use crate::text::{HAlign, VAlign};

/// Bars from a foot to a height: matplotlib's `bar` and `barh`.
///
/// Bars stand on 0, or on what [`bottom`](Bars::bottom) says: those of one artist on the heights of another are stacked. They are
/// 0.8 wide, in the units of the axis, and their middle is at their place. NaN leaves a bar out. On a log axis a bar that stands on 0
/// begins at the border. Sides lie on whole pixels; heights are exact, but where there is a border, which would be blurred.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// use grabframe::Bars;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let bars = fig[ax].add(Bars::categories(["ants", "bees", "cats"], [3.0, 7.0, 2.0]).edgecolor("black").yerr(0.5).capsize(4));
/// fig[bars].set_heights([4.0, 6.0, 2.5]); // in a loop
/// ```
#[derive(Clone, Debug)]
pub struct Bars {
    common: Common,
    /// Where they stand, along the axis of places.
    at: Shared<Vec<f64>>,
    heights: Shared<Vec<f64>>,
    /// What is written at their places.
    names: Option<Vec<String>>,
    horizontal: bool,
    widths: Shared<Vec<f64>>,
    bottoms: Shared<Vec<f64>>,
    /// Which share of a bar lies before its place: a half, or nothing.
    before: f64,
    look: ShapeLook,
    colors: Shared<Vec<Color>>,
    errors: Errors,
    error_look: ErrorLook,
    labels: Option<NumberFormat>,
    label_center: bool,
    /// Along the axis of places, and along the bars.
    extent: (Extent, Extent),
}

impl Bars {
    /// Bars at `x`, so high.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[must_use]
    #[track_caller]
    pub fn new(x: impl Column, heights: impl Column) -> Self {
        let mut bars = Self::empty();
        bars.set_data(x, heights);
        bars
    }

    /// Bars that lie: at `y`, so long to the right.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[must_use]
    #[track_caller]
    pub fn horizontal(y: impl Column, widths: impl Column) -> Self {
        let mut bars = Self { horizontal: true, ..Self::empty() };
        bars.set_data(y, widths);
        bars
    }

    /// A bar for each name, at 0, 1, 2 and so on. The names are the labels of the axis, unless its ticks are set.
    ///
    /// # Panics
    /// If there are not as many heights as names.
    #[must_use]
    #[track_caller]
    pub fn categories<S: Into<String>>(names: impl IntoIterator<Item = S>, heights: impl Column) -> Self {
        let mut all = Vec::new();
        for name in names {
            all.push(name.into());
        }
        same_length(("names", all.len()), ("heights", heights.column_len()));
        let mut bars = Self::empty();
        bars.set_data(0..all.len(), heights);
        bars.names = Some(all);
        bars
    }

    /// No bars yet; [`set_data`](Bars::set_data) brings them.
    #[must_use]
    pub fn empty() -> Self {
        Self {
            common: Common::new(),
            at: Shared::default(),
            heights: Shared::default(),
            names: None,
            horizontal: false,
            widths: vec![theme::BAR_WIDTH].into(),
            bottoms: vec![0.0].into(),
            before: 0.5,
            look: ShapeLook::new(),
            colors: Shared::default(),
            errors: Errors::default(),
            error_look: ErrorLook::new(),
            labels: None,
            label_center: false,
            extent: (Extent::EMPTY, Extent::EMPTY),
        }
    }

    /// The same bars lying, if they stood: `Bars::categories(..).lying()`.
    #[must_use]
    pub fn lying(mut self) -> Self {
        self.horizontal = true;
        self
    }

    /// Replaces places and heights. What was said of each bar stays: a bar that has none of its own, where others have, is not
    /// drawn.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[track_caller]
    pub fn set_data(&mut self, at: impl Column, heights: impl Column) -> &mut Self {
        same_length(("places", at.column_len()), ("heights", heights.column_len()));
        at.copy_to(self.at.renew());
        heights.copy_to(self.heights.renew());
        self.measure();
        self
    }

    /// Replaces the heights (of lying bars: how long they are); the places stay.
    ///
    /// # Panics
    /// If there are not as many as bars.
    #[track_caller]
    pub fn set_heights(&mut self, heights: impl Column) -> &mut Self {
        let (n, m) = (self.at.len(), heights.column_len());
        assert!(n == m, "there are {n} bars but {m} heights; use set_data to change both");
        heights.copy_to(self.heights.renew());
        self.measure();
        self
    }

    /// Where they stand.
    #[must_use]
    pub fn places(&self) -> &[f64] {
        &self.at
    }

    /// How high they are, from their foot.
    #[must_use]
    pub fn heights(&self) -> &[f64] {
        &self.heights
    }

    properties! {
        /// Sets how wide they are, in the units of the axis: one for all, or one for each. Default: 0.8.
        ///
        /// # Panics
        /// If there is neither one nor one for each bar.
        pub set_width, width(self, width: impl PerPoint) {
            one_or_each("widths", width.numbers(), self.at.len());
            width.copy_numbers_to(self.widths.renew());
            self.measure();
        } -> get_width: &[f64] { &self.widths }

        /// Sets what they stand on: one for all, or one for each. Default: 0.
        ///
        /// # Panics
        /// If there is neither one nor one for each bar.
        pub set_bottom, bottom(self, bottom: impl PerPoint) {
            one_or_each("bottoms", bottom.numbers(), self.at.len());
            bottom.copy_numbers_to(self.bottoms.renew());
            self.measure();
        } -> get_bottom: &[f64] { &self.bottoms }

        /// Sets whether bars begin at their place, as matplotlib's `align="edge"`. Default: their middle is there.
        pub set_align_edge, align_edge(self, edge: bool) {
            self.before = if edge { 0.0 } else { 0.5 };
            self.measure();
        } -> get_align_edge: bool { self.before == 0.0 }

        /// Sets a colour for each bar.
        ///
        /// # Panics
        /// If there is neither one nor one for each bar, or one is no colour.
        pub set_colors, colors(self, colors: impl IntoIterator<Item = impl IntoColor>) {
            let own = self.colors.renew();
            own.clear();
            for color in colors {
                own.push(color.into_color());
            }
            one_or_each("colours", self.colors.len(), self.at.len());
        } -> get_colors: &[Color] { &self.colors }

        /// Sets by how much heights may be off, shown as error bars: one for all, or one for each.
        ///
        /// # Panics
        /// If there is neither one nor one for each bar.
        pub set_yerr, yerr(self, errors: impl PerPoint) {
            self.errors.set("errors", &errors, self.at.len());
            self.measure();
        }

        /// The same for lying bars: by how much they may be longer or shorter.
        ///
        /// # Panics
        /// If there is neither one nor one for each bar.
        pub set_xerr, xerr(self, errors: impl PerPoint) {
            self.errors.set("errors", &errors, self.at.len());
            self.measure();
        }

        /// Sets by how much heights may be too high, and too low: other lengths below than above.
        ///
        /// # Panics
        /// If of one of them there is neither one nor one for each bar.
        pub set_yerr_between, yerr_between(self, below: impl PerPoint, above: impl PerPoint) {
            self.errors.set_between(&below, &above, self.at.len());
            self.measure();
        }

        /// Sets the colour of the error bars. Default: black.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_ecolor, ecolor(self, color: impl IntoColor) { self.error_look.color = Some(color.into_color()); }
            -> get_ecolor: Color { self.error_look.color.unwrap_or(Color::BLACK) }

        /// Sets half of the width of the caps of error bars, in points. Default: 0, there are none.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_capsize, capsize(self, points: impl Number) {
            self.error_look.capsize = length(points.to_f64(), "cap");
        } -> get_capsize: f32 { self.error_look.capsize }

        /// Writes its height at the end of each bar, as `"{}"` (six digits) or `"{:.1} ms"` says: matplotlib's `bar_label`. Words stay
        /// within the axes: what would be cut off at their border stands below it.
        ///
        /// # Panics
        /// If there is no `{}` or `{:.N}` in it.
        pub set_bar_label, bar_label(self, format: &str) { self.labels = Some(NumberFormat::parse(format)); }

        /// Sets whether what [`set_bar_label`](Bars::set_bar_label) asks for is written in the middle of the bars. Default: at
        /// their ends.
        pub set_bar_label_center, bar_label_center(self, center: bool) { self.label_center = center; }
            -> get_bar_label_center: bool { self.label_center }
    }

    /// Bar `i` from one side to the other, and from its foot to its end.
    fn bar(&self, i: usize) -> Option<[f64; 4]> {
        let (width, foot) = (one_or(&self.widths, i)?, one_or(&self.bottoms, i)?);
        let from = self.at[i] - self.before * width;
        Some([from, from + width, foot, foot + self.heights[i]])
    }

    /// Finds how far the bars reach. There is no margin at their feet.
    fn measure(&mut self) {
        let (mut across, mut feet, mut ends) = (Extent::EMPTY, Extent::EMPTY, Extent::EMPTY);
        for i in 0..self.at.len() {
            let Some(sides) = self.bar(i).filter(|sides| sides.iter().all(|v| v.is_finite())) else { continue };
            across = across.with(sides[0]).with(sides[1]);
            feet = feet.with(sides[2]);
            ends = ends.with(sides[3]);
        }
        if !self.errors.is_empty() {
            ends = ends.union(self.errors.extent(&self.ends()));
        }
        // on a log axis, what stands on 0 does not say where it begins
        self.extent = (across, ends.union(feet.sticky()));
    }

    fn ends(&self) -> Vec<f64> {
        let mut ends = Vec::with_capacity(self.at.len());
        for i in 0..self.at.len() {
            ends.push(self.bar(i).map_or(f64::NAN, |sides| sides[3]));
        }
        ends
    }

    fn color_of(&self, i: usize) -> Color {
        one_or(&self.colors, i).unwrap_or(self.look.face())
    }

    /// Where a bar is, in pixels.
    fn rect(&self, i: usize, painter: &Painter<'_>) -> Option<Rect> {
        let [from, to, foot, end] = self.bar(i).filter(|sides| sides.iter().all(|v| !v.is_nan()))?;
        let rect = if self.horizontal {
            Rect::new(painter.x_clipped(foot), painter.y_clipped(to), painter.x_clipped(end), painter.y_clipped(from))
        } else {
            Rect::new(painter.x_clipped(from), painter.y_clipped(end), painter.x_clipped(to), painter.y_clipped(foot))
        };
        // as wide as they are, and at least a pixel
        let kept = painter.snapped(rect);
        Some(match self.horizontal {
            true => Rect { y0: kept.y0, y1: kept.y1, ..rect },
            false => Rect { x0: kept.x0, x1: kept.x1, ..rect },
        })
    }

    fn paint_labels(&self, painter: &mut Painter<'_>, format: &NumberFormat) {
        let ends = self.ends();
        for (i, (&end, &height)) in ends.iter().zip(self.heights.iter()).enumerate() {
            let Some([from, to, foot, _]) = self.bar(i).filter(|_| end.is_finite()) else { continue };
            let (down, middle) = (height < 0.0, (from + to) / 2.0);
            // beyond the error bar
            let reach = self.errors.around(i, end).map_or(end, |(lo, hi)| if down { lo } else { hi });
            let along = if self.label_center { (foot + end) / 2.0 } else { reach };
            let at = if self.horizontal { painter.point(along, middle) } else { painter.point(middle, along) };
            let (ha, va) = match (self.label_center, self.horizontal, down) {
                (true, ..) => (HAlign::Center, VAlign::Center),
                (_, false, false) => (HAlign::Center, VAlign::Bottom),
                (_, false, true) => (HAlign::Center, VAlign::Top),
                (_, true, false) => (HAlign::Left, VAlign::CenterBaseline),
                (_, true, true) => (HAlign::Right, VAlign::CenterBaseline),
            };
            // letters of lying bars would touch their end
            let by = if self.label_center || !self.horizontal { 0.0 } else { painter.px(theme::BAR_LABEL_PAD) };
            let at = Point::new(at.x + if down { -by } else { by }, at.y);
            let words = format.format(height);
            let at = within(at, painter.text_bounds(&words, at, theme::FONT_SIZE, ha, va, 0.0), painter.area());
            painter.text(&words, at, theme::FONT_SIZE, Color::BLACK, ha, va, 0.0);
        }
    }
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

/// What bar `i` has of a list with one for each, or one for all.
fn one_or<T: Copy>(list: &[T], i: usize) -> Option<T> {
    if let [one] = list { Some(*one) } else { list.get(i).copied() }
}

shape_setters!(Bars, self);

impl Axes {
    /// Adds bars at `x`, so high: `add(Bars::new(x, heights))`.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[track_caller]
    pub fn bar(&mut self, x: impl Column, heights: impl Column) -> Key<Bars> {
        self.add(Bars::new(x, heights))
    }

    /// Adds lying bars at `y`, so long: `add(Bars::horizontal(y, widths))`.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[track_caller]
    pub fn barh(&mut self, y: impl Column, widths: impl Column) -> Key<Bars> {
        self.add(Bars::horizontal(y, widths))
    }
}

impl Artist for Bars {
    fn common(&self) -> &Common {
        &self.common
    }

    fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }

    fn default_zorder(&self) -> f64 {
        1.0
    }

    fn bounds(&self) -> Bounds {
        let (across, along) = self.extent;
        if self.horizontal { Bounds::new(along, across) } else { Bounds::new(across, along) }
    }

    fn take_color(&mut self, cycle: &mut ColorCycle) {
        self.look.take_color(cycle);
    }

    fn xticks(&self) -> Option<(&[f64], &[String])> {
        Some((&self.at, self.names.as_deref().filter(|_| !self.horizontal)?))
    }

    fn yticks(&self) -> Option<(&[f64], &[String])> {
        Some((&self.at, self.names.as_deref().filter(|_| self.horizontal)?))
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        let mut rects = Vec::new();
        let one = self.colors.len() < 2;
        let mut look = ShapeLook { face: Some(self.color_of(0)), ..self.look.clone() };
        for i in 0..self.at.len() {
            let Some(rect) = self.rect(i, painter) else { continue };
            if one {
                rects.push(rect);
            } else if let Some(color) = self.colors.get(i) {
                look.face = Some(*color);
                painter.boxes(&[rect], &look);
            }
        }
        painter.boxes(&rects, &look);
        if !self.errors.is_empty() {
            let mut middles = Vec::with_capacity(self.at.len());
            for i in 0..self.at.len() {
                middles.push(self.bar(i).map_or(f64::NAN, |[from, to, ..]| (from + to) / 2.0));
            }
            let bars =
                ErrorBarsAt { at: &middles, values: &self.ends(), errors: &self.errors, along_x: self.horizontal };
            painter.error_bars(&bars, self.get_ecolor(), &self.error_look);
        }
        if let Some(format) = &self.labels {
            self.paint_labels(painter, format);
        }
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        Some(LegendHandle { face: Some(self.color_of(0)), ..self.look.handle() })
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        for i in 0..self.at.len() {
            let Some([from, to, foot, end]) = self.bar(i) else { continue };
            let corner = |across, along| {
                if self.horizontal { projection.point(along, across) } else { projection.point(across, along) }
            };
            let (a, b) = (corner(from, foot), corner(to, end));
            out.rect(Rect::new(a.x.min(b.x), a.y.min(b.y), a.x.max(b.x), a.y.max(b.y)));
        }
    }
}
