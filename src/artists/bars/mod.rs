//! Bars: matplotlib's `bar` and `barh`.

mod errors;
mod labels;
mod setters;
mod several;

use crate::artist::errors::{ErrorLook, Errors};
use crate::artist::shape::{ShapeLook, border_setters, hatch_setters};
use crate::artist::{Artist, Bounds, ColorCycle, Common, LegendHandle, Obstacles, Painter};
use crate::artists::bars::labels::Labels;
use crate::artists::bars::several::{Group, SPACING};
use crate::data::{Column, Shared, one_of, same_length};
use crate::figure::{Axes, Key};
use crate::geom::{Extent, Rect};
use crate::project::Projection;
use crate::style::{Color, theme};

/// Bars from a foot to a height: matplotlib's `bar` and `barh`.
///
/// Bars stand on 0, or on what [`bottom`](Bars::bottom) says: those of one artist on the heights of another are stacked. They are
/// 0.8 wide, in the units of the axis, and their middle is at their place. NaN leaves a bar out. On a log axis a bar that stands on 0
/// begins at the border. Rows of bars side by side, or one on the other, are made by [`grouped`](Bars::grouped) and
/// [`stacked`](Bars::stacked). Sides lie on whole pixels; heights are exact, but where there is a border, which would be blurred.
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
    /// Whether the widths were set; else they are found from the places.
    width_given: bool,
    bottoms: Shared<Vec<f64>>,
    /// Which share of a bar lies before its place: a half, or nothing.
    before: f64,
    look: ShapeLook,
    colors: Shared<Vec<Color>>,
    errors: Errors,
    error_look: ErrorLook,
    labels: Labels,
    group: Option<Group>,
    group_spacing: (f64, f64),
    /// Along the axis of places, and along the bars.
    extent: (Extent, Extent),
}

/// How wide bars are that were not told: 0.8, and among dates 0.8 of the least distance between two, or of a day.
fn usual_width(at: &Shared<Vec<f64>>) -> f64 {
    if !at.are_dates() {
        return theme::BAR_WIDTH;
    }
    let mut places = at.to_vec();
    places.sort_unstable_by(f64::total_cmp);
    let mut least = f64::INFINITY;
    for pair in places.windows(2) {
        let apart = pair[1] - pair[0];
        if apart > 0.0 && apart < least {
            least = apart;
        }
    }
    theme::BAR_WIDTH * if least.is_finite() { least } else { DAY }
}

/// In seconds, as dates are.
const DAY: f64 = 86_400.0;

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
        Self::named(all, heights)
    }

    #[track_caller]
    fn named(names: Vec<String>, heights: impl Column) -> Self {
        same_length(("names", names.len()), ("heights", heights.column_len()));
        let mut bars = Self::empty();
        bars.set_data(0..names.len(), heights);
        bars.names = Some(names);
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
            width_given: false,
            bottoms: vec![0.0].into(),
            before: 0.5,
            look: ShapeLook::new(),
            colors: Shared::default(),
            errors: Errors::default(),
            error_look: ErrorLook::new(),
            labels: Labels::new(),
            group: None,
            group_spacing: SPACING,
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
        self.at.take(&at);
        self.heights.take(&heights);
        if !self.width_given {
            let widths = self.widths.renew();
            widths.clear();
            widths.push(usual_width(&self.at));
        }
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
        self.heights.take(&heights);
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

    /// Bar `i` from one side to the other, and from its foot to its end.
    fn bar(&self, i: usize) -> Option<[f64; 4]> {
        let foot = one_of(&self.bottoms, i)?;
        let (from, width) = match &self.group {
            Some(group) => group.place(self.at[i], self.group_spacing),
            None => {
                let width = one_of(&self.widths, i)?;
                (self.at[i] - self.before * width, width)
            }
        };
        Some([from, from + width, foot, foot + self.heights[i]])
    }

    /// Finds how far the bars reach. There is no margin at their feet.
    fn measure(&mut self) {
        if let Some(group) = &mut self.group {
            group.measure(&self.at);
        }
        let (mut across, mut feet, mut ends) = (Extent::EMPTY, Extent::EMPTY, Extent::EMPTY);
        for i in 0..self.at.len() {
            let Some(sides) = self.bar(i).filter(|sides| sides.iter().all(|v| v.is_finite())) else { continue };
            across = across.with(sides[0]).with(sides[1]);
            feet = feet.with(sides[2]);
            ends = ends.with(sides[3]);
        }
        if !self.errors.is_empty() {
            ends = ends.union(self.errors.extent(&self.ends(), None));
            // and where they stand, which a log axis that begins within a bar would not show
            for middle in self.middles() {
                across = across.with(middle);
            }
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
        one_of(&self.colors, i).unwrap_or(self.look.face())
    }

    /// The colour of a bar that is drawn by itself; nothing for one that has none, where others have.
    fn piece_color(&self, i: usize) -> Option<Color> {
        if self.colors.is_empty() { Some(self.look.face()) } else { one_of(&self.colors, i) }
    }

    /// Where a bar is, in pixels.
    fn rect(&self, i: usize, painter: &Painter<'_>) -> Option<Rect> {
        let [from, to, foot, end] = self.bar(i).filter(|sides| sides.iter().all(|v| !v.is_nan()))?;
        let (a, b) = painter.sides(from, to, !self.horizontal);
        Some(match self.horizontal {
            true => Rect::new(painter.x_clipped(foot), b, painter.x_clipped(end), a),
            false => Rect::new(a, painter.y_clipped(end), b, painter.y_clipped(foot)),
        })
    }
}

hatch_setters!(Bars, self, look.hatching);
border_setters!(Bars, self);

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
        let (places, ends) = (self.at.are_dates(), self.heights.are_dates() || self.bottoms.are_dates());
        if self.horizontal {
            Bounds::new(along, across).dates(ends, places)
        } else {
            Bounds::new(across, along).dates(places, ends)
        }
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
        let one = self.colors.len() < 2 && self.look.hatching.is_one();
        let mut look = ShapeLook { face: Some(self.color_of(0)), ..self.look.clone() };
        for i in 0..self.at.len() {
            let Some(rect) = self.rect(i, painter) else { continue };
            if one {
                rects.push(rect);
            } else if let Some(color) = self.piece_color(i) {
                look.face = Some(color);
                look.hatching.turn_to(i);
                painter.boxes(&[rect], &look);
            }
        }
        painter.boxes(&rects, &look);
        self.paint_errors(painter);
        self.paint_labels(painter);
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        Some(LegendHandle { face: Some(self.color_of(0)), ..self.look.handle() })
    }

    fn texts(&self, see: &mut dyn FnMut(&str)) {
        self.see_labels(see);
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        for i in (0..self.at.len()).step_by(out.step(self.at.len())) {
            let Some([from, to, foot, end]) = self.bar(i) else { continue };
            let corner = |across, along| {
                if self.horizontal { projection.point(along, across) } else { projection.point(across, along) }
            };
            let (a, b) = (corner(from, foot), corner(to, end));
            out.between(a, b);
        }
    }
}
