//! What lies between two lines: matplotlib's `fill_between` and `fill_betweenx`.

use crate::artist::shape::{ShapeLook, shape_setters};
use crate::artist::{Artist, Bounds, ColorCycle, Common, LegendHandle, Obstacles, Painter, properties};
use crate::data::{Column, Outlines, PerPoint, Shared, one_or_each, same_length};
use crate::figure::{Axes, Key};
use crate::geom::Extent;
use crate::project::Projection;
use crate::style::{Hatch, NameOr, Steps};

/// What lies between two lines over the same places: matplotlib's `fill_between` and `fill_betweenx`.
///
/// NaN in a place or in a height is a gap, and so is what [`mask`](FillBetween::mask) leaves out.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// use grabframe::FillBetween;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let band = fig[ax].add(FillBetween::new([0, 1, 2], [1.0, 2.0, 1.5], [2.0, 3.5, 2.0]).alpha(0.3).label("2 sigma"));
/// fig[band].set_data([0, 1, 2], [1.1, 2.1, 1.6], 0.0); // down to 0
/// ```
#[derive(Clone, Debug)]
pub struct FillBetween {
    common: Common,
    /// Places, and the two lines over them.
    at: Shared<Vec<f64>>,
    first: Shared<Vec<f64>>,
    second: Shared<Vec<f64>>,
    mask: Vec<bool>,
    sideways: bool,
    steps: Option<Steps>,
    look: ShapeLook,
    extent: (Extent, Extent),
}

impl FillBetween {
    /// What lies over `x` between `y1` and `y2`, of which each is one height for all, or one for each place.
    ///
    /// # Panics
    /// If there is neither one height nor one for each place.
    #[must_use]
    #[track_caller]
    pub fn new(x: impl Column, y1: impl PerPoint, y2: impl PerPoint) -> Self {
        let mut fill = Self::empty();
        fill.set_data(x, y1, y2);
        fill
    }

    /// What lies beside `y` between `x1` and `x2`: matplotlib's `fill_betweenx`.
    ///
    /// # Panics
    /// As [`new`](FillBetween::new).
    #[must_use]
    #[track_caller]
    pub fn horizontal(y: impl Column, x1: impl PerPoint, x2: impl PerPoint) -> Self {
        let mut fill = Self { sideways: true, ..Self::empty() };
        fill.set_data(y, x1, x2);
        fill
    }

    /// Nothing yet; [`set_data`](FillBetween::set_data) brings it.
    #[must_use]
    pub fn empty() -> Self {
        Self {
            common: Common::new(),
            at: Shared::default(),
            first: Shared::default(),
            second: Shared::default(),
            mask: Vec::new(),
            sideways: false,
            steps: None,
            look: ShapeLook::new(),
            extent: (Extent::EMPTY, Extent::EMPTY),
        }
    }

    /// Replaces places and lines. A mask that was set stays; where it is too short, nothing is filled.
    ///
    /// # Panics
    /// If there is neither one height nor one for each place.
    #[track_caller]
    pub fn set_data(&mut self, at: impl Column, first: impl PerPoint, second: impl PerPoint) -> &mut Self {
        let n = at.column_len();
        one_or_each("heights of the first line", first.numbers(), n);
        one_or_each("heights of the second line", second.numbers(), n);
        self.at.take(&at);
        first.copy_numbers_to(self.first.renew());
        second.copy_numbers_to(self.second.renew());
        self.measure();
        self
    }

    properties! {
        /// Fills only where this is true (or not 0): between two neighbours that both are.
        ///
        /// # Panics
        /// If there is not one for each place.
        pub set_mask, mask(self, mask: impl Column) {
            same_length(("places", self.at.len()), ("mask", mask.column_len()));
            let mut numbers = Vec::new();
            mask.copy_to(&mut numbers);
            self.mask.clear();
            for number in numbers {
                self.mask.push(number != 0.0);
            }
            self.measure();
        }

        /// Lets both lines go in steps: a [`Steps`], or `"pre"`, `"mid"` or `"post"`. Default: they are straight.
        ///
        /// # Panics
        /// If a name is that of no way to step.
        pub set_steps, steps(self, steps: impl NameOr<Steps>) { self.steps = Some(steps.value()); }
            -> get_steps: Option<Steps> { self.steps }
    }

    /// Place `i`, and the heights of both lines, if they are filled there.
    fn pair(&self, i: usize) -> Option<[f64; 3]> {
        let of = |list: &[f64]| if let [one] = list { Some(*one) } else { list.get(i).copied() };
        let pair = [*self.at.get(i)?, of(&self.first)?, of(&self.second)?];
        let shown = self.mask.is_empty() || self.mask.get(i) == Some(&true);
        (shown && pair.iter().all(|v| !v.is_nan())).then_some(pair)
    }

    fn measure(&mut self) {
        let (mut along, mut across) = (Extent::EMPTY, Extent::EMPTY);
        for i in 0..self.at.len() {
            if let Some([at, first, second]) = self.pair(i) {
                along = along.with(at);
                across = across.with(first).with(second);
            }
        }
        self.extent = (along, across);
    }

    /// The runs of what is filled: places, and both lines.
    fn runs(&self) -> Vec<[Vec<f64>; 3]> {
        let mut runs: Vec<[Vec<f64>; 3]> = Vec::new();
        let mut going = false;
        for i in 0..self.at.len() {
            let Some(pair) = self.pair(i) else {
                going = false;
                continue;
            };
            if !std::mem::replace(&mut going, true) {
                runs.push(Default::default());
            }
            if let Some(run) = runs.last_mut() {
                for (list, value) in run.iter_mut().zip(pair) {
                    list.push(value);
                }
            }
        }
        runs
    }
}

shape_setters!(FillBetween, self);

impl Axes {
    /// Fills over `x` between `y1` and `y2`: `add(FillBetween::new(x, y1, y2))`.
    ///
    /// # Panics
    /// If there is neither one height nor one for each place.
    #[track_caller]
    pub fn fill_between(&mut self, x: impl Column, y1: impl PerPoint, y2: impl PerPoint) -> Key<FillBetween> {
        self.add(FillBetween::new(x, y1, y2))
    }

    /// Fills beside `y` between `x1` and `x2`: `add(FillBetween::horizontal(y, x1, x2))`.
    ///
    /// # Panics
    /// If there is neither one place nor one for each height.
    #[track_caller]
    pub fn fill_betweenx(&mut self, y: impl Column, x1: impl PerPoint, x2: impl PerPoint) -> Key<FillBetween> {
        self.add(FillBetween::horizontal(y, x1, x2))
    }
}

impl FillBetween {
    /// Adds both lines of each run.
    pub(super) fn add_borders(&self, out: &mut Outlines) {
        for [at, first, second] in self.runs() {
            for line in [first, second] {
                for (at, height) in at.iter().zip(line) {
                    let (x, y) = if self.sideways { (height, *at) } else { (*at, height) };
                    out.push(x, y);
                }
                out.end();
            }
        }
    }

    /// Paints it, with this hatch.
    pub(super) fn paint_hatched(&self, painter: &mut Painter<'_>, hatch: Option<&Hatch>) {
        let pen = self.look.pen();
        let across = painter.projection().flat().map(|(x, y)| if self.sideways { x } else { y });
        for [at, mut first, mut second] in self.runs() {
            // what stands on 0 reaches down to the border of a log axis
            for height in first.iter_mut().chain(&mut second) {
                *height = across.map_or(*height, |across| across.placed(*height));
            }
            let line = |heights: Vec<f64>| match self.steps {
                Some(steps) => steps.through(&at, &heights),
                None => (at.clone(), heights),
            };
            let ((mut along, mut across), (back_along, back_across)) = (line(first), line(second));
            along.extend(back_along.into_iter().rev());
            across.extend(back_across.into_iter().rev());
            let (xs, ys) = if self.sideways { (&mut across, &mut along) } else { (&mut along, &mut across) };
            painter.polygon(xs, ys, self.look.face());
            if let Some(hatch) = hatch {
                painter.hatch_polygon(xs, ys, hatch);
            }
            if let Some(pen) = &pen {
                for list in [&mut *xs, &mut *ys] {
                    list.extend(list.first().copied());
                }
                painter.line(xs, ys, pen.color, pen.width, &pen.style);
            }
        }
    }
}

impl Artist for FillBetween {
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
        let (along, across) = self.extent;
        let dates = self.at.are_dates();
        if self.sideways {
            Bounds::new(across, along).dates(false, dates)
        } else {
            Bounds::new(along, across).dates(dates, false)
        }
    }

    fn take_color(&mut self, cycle: &mut ColorCycle) {
        self.look.take_color(cycle);
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        self.paint_hatched(painter, self.look.hatch().as_ref());
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        Some(self.look.handle())
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        let mut borders = Outlines::default();
        self.add_borders(&mut borders);
        out.outlines(projection, &borders, false);
    }
}
