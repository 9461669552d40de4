//! Lines along a field of directions: matplotlib's `streamplot`.

mod arrows;
mod setters;

use std::borrow::Cow;

use crate::artist::mapped::color_setters;
use crate::artist::{Artist, Bounds, ColorCycle, ColorScale, Common, LegendHandle, Obstacles, Painter};
use crate::data::{
    Column, Flow, Grid, Outlines, Shared, StreamDirection, Streams, Wanted, between, numbers, rise, streams,
};
use crate::figure::{Axes, Key};
use crate::geom::Extent;
use crate::project::Projection;
use crate::style::{Cap, Color, Mapping, Pen, Theme, named, theme};
use setters::CELLS;

named!(StreamDirection, "a direction of streamlines", [
    "both" => StreamDirection::Both,
    "forward" => StreamDirection::Forward,
    "backward" => StreamDirection::Backward,
]);

/// Lines along a field of directions, evenly spread, with arrows: matplotlib's `streamplot`.
///
/// The components are given at places along x and along y, which rise; uneven ones will do. Where they are even the lines are matplotlib's, step for
/// step. NaN is a hole, in which lines end. The axes hold the whole field, so that they do not move as lines come and go.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// let at: Vec<f64> = (0..30).map(|i| f64::from(i) / 5.0 - 2.9).collect();
/// let field = |f: &dyn Fn(f64, f64) -> f64| at.iter().map(|y| at.iter().map(|x| f(*x, *y)).collect()).collect::<Vec<Vec<f64>>>();
/// let (u, v, speed) = (field(&|_, y| -1.0 - y), field(&|x, y| 1.0 + x - y), field(&|x, y| x.hypot(y)));
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let wind = fig[ax].add(Streamlines::new(&at, &at, &u, &v).values(&speed).density(0.8));
/// fig.colorbar(wind);
/// fig[wind].set_uv(&v, &u).set_values(&speed); // in a loop
/// ```
#[derive(Clone, Debug)]
pub struct Streamlines {
    common: Common,
    x: Shared<Vec<f64>>,
    y: Shared<Vec<f64>>,
    u: Shared<Vec<f64>>,
    v: Shared<Vec<f64>>,
    wanted: Wanted,
    traced: Shared<Streams>,
    extent: (Extent, Extent),
    values: Shared<Vec<f64>>,
    mapping: Mapping,
    color: Option<Color>,
    by_value: bool,
    linewidth: f32,
    /// At the places of the field; empty where one width serves for all.
    widths: Shared<Vec<f64>>,
    arrowsize: f32,
    arrows: usize,
}
impl Streamlines {
    /// Lines along the field with the components `u` along x and `v` along y: a row of each for every place along y, a column for every place
    /// along x.
    ///
    /// # Panics
    /// If the grids do not have as many columns and rows as there are places, or places do not rise.
    #[must_use]
    #[track_caller]
    pub fn new(x: impl Column, y: impl Column, u: impl Grid, v: impl Grid) -> Self {
        let mut new = Self {
            common: Common::new(),
            x: Shared::default(),
            y: Shared::default(),
            u: Shared::default(),
            v: Shared::default(),
            wanted: Wanted {
                cells: [CELLS as usize; 2],
                min_length: 0.1,
                max_length: 4.0,
                ways: StreamDirection::Both,
                broken: true,
                starts: None,
            },
            traced: Shared::default(),
            extent: (Extent::EMPTY, Extent::EMPTY),
            values: Shared::default(),
            mapping: Mapping::new(),
            color: None,
            by_value: false,
            linewidth: theme::LINE_WIDTH,
            widths: Shared::default(),
            arrowsize: 1.0,
            arrows: 1,
        };
        new.set_data(x, y, u, v);
        new
    }

    /// Replaces the field. Values and widths stay: give new ones if it has other places.
    ///
    /// # Panics
    /// As [`new`](Streamlines::new).
    #[track_caller]
    pub fn set_data(&mut self, x: impl Column, y: impl Column, u: impl Grid, v: impl Grid) -> &mut Self {
        self.x.take(&x);
        self.y.take(&y);
        assert!(rise(&self.x), "places along x must be finite and rise, not {:?}", &self.x[..self.x.len().min(9)]);
        assert!(rise(&self.y), "places along y must be finite and rise, not {:?}", &self.y[..self.y.len().min(9)]);
        self.extent = (Extent::of(self.x.iter().copied()).sticky(), Extent::of(self.y.iter().copied()).sticky());
        self.set_uv(u, v)
    }

    /// Replaces the components; the places stay.
    ///
    /// # Panics
    /// If the grids do not have as many columns and rows as there are places.
    #[track_caller]
    pub fn set_uv(&mut self, u: impl Grid, v: impl Grid) -> &mut Self {
        let (u, v) = (numbers("components", &u, &self.x, &self.y), numbers("components", &v, &self.x, &self.y));
        *self.u.renew() = u;
        *self.v.renew() = v;
        self.trace();
        self
    }

    /// The components along x and along y, row after row.
    #[must_use]
    pub fn uv(&self) -> (&[f64], &[f64]) {
        (&self.u, &self.v)
    }

    /// The lines that are drawn: the places of each, along x and along y.
    pub fn lines(&self) -> impl Iterator<Item = (&[f64], &[f64])> {
        let lines = &self.traced.lines;
        (0..lines.len()).map(|i| (&lines.x[lines.range(i)], &lines.y[lines.range(i)]))
    }

    fn trace(&mut self) {
        let flow = Flow { x: &self.x, y: &self.y, u: &self.u, v: &self.v };
        let traced = streams(&flow, &self.wanted);
        *self.traced.renew() = traced;
    }

    /// The value of a grid at point `k` of the lines.
    fn at_point(&self, grid: &[f64], k: usize) -> f64 {
        if grid.len() != self.x.len() * self.y.len() {
            return f64::NAN;
        }
        between(grid, self.x.len(), self.y.len(), self.traced.cols[k], self.traced.rows[k])
    }

    fn handle(&self, theme: Option<&Theme>) -> LegendHandle {
        let first = &[0][..self.traced.cols.len().min(1)];
        let color = if self.by_value { self.looks(first, theme).0.first().copied() } else { None };
        let line = Pen::new(color.unwrap_or(self.get_color()), self.linewidth);
        LegendHandle { line: Some(line), ..LegendHandle::new() }
    }

    /// The colours and widths at some points of the lines, or the only ones.
    fn looks(&self, points: &[usize], theme: Option<&Theme>) -> (Vec<Color>, Vec<f32>) {
        let (mut colors, mut widths) = (Vec::new(), Vec::new());
        if self.by_value {
            let mapping = theme.map_or(Cow::Borrowed(&self.mapping), |theme| self.mapping.in_theme(theme));
            let of_value = mapping.colors();
            for k in points {
                colors.push(of_value(self.at_point(&self.values, *k)));
            }
        } else {
            colors.push(self.get_color());
        }
        if self.widths.is_empty() {
            widths.push(self.linewidth);
        } else {
            for k in points {
                let width = self.at_point(&self.widths, *k);
                widths.push(if width.is_finite() { width.max(0.0) as f32 } else { 0.0 });
            }
        }
        (colors, widths)
    }
}

color_setters!(Streamlines, self, self.values.iter().copied());

impl Axes {
    /// Adds lines along a field: `add(Streamlines::new(x, y, u, v))`.
    ///
    /// # Panics
    /// As [`Streamlines::new`].
    #[track_caller]
    pub fn streamplot(&mut self, x: impl Column, y: impl Column, u: impl Grid, v: impl Grid) -> Key<Streamlines> {
        self.add(Streamlines::new(x, y, u, v))
    }
}

impl Artist for Streamlines {
    fn common(&self) -> &Common {
        &self.common
    }

    fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }

    fn bounds(&self) -> Bounds {
        Bounds::new(self.extent.0, self.extent.1).dates(self.x.are_dates(), self.y.are_dates())
    }

    fn take_color(&mut self, cycle: &mut ColorCycle) {
        // colours that come from values leave those of the cycle to others
        if !self.by_value {
            self.color.get_or_insert_with(|| cycle.next_line());
        }
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        let lines = &self.traced.lines;
        let mut pen = Pen::new(self.get_color(), self.linewidth).cap(Cap::Butt);
        if !self.by_value && self.widths.is_empty() {
            painter.data_strokes(lines, &[pen.color], &[pen.width], &pen);
        } else {
            // step by step, each as its first point is
            let (mut steps, mut first) = (Outlines::default(), Vec::with_capacity(lines.x.len()));
            for i in 0..lines.len() {
                let range = lines.range(i);
                steps.add_steps(&lines.x[range.clone()], &lines.y[range.clone()]);
                first.extend(range.start..range.end.saturating_sub(1).max(range.start));
            }
            let theme = painter.theme();
            let (colors, widths) = self.looks(&first, Some(theme));
            // where nothing shows through, each begins a little under the one before, so that no gap is seen between two
            if self.common.alpha == 1.0 && colors.iter().all(|color| matches!(theme.color(*color).a, 0 | 255)) {
                pen.cap = None;
            }
            if !first.is_empty() {
                painter.data_strokes(&steps, &colors, &widths, &pen);
            }
        }
        self.paint_arrows(painter);
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        Some(self.handle(None))
    }

    fn paint_handle(&self, painter: &mut Painter<'_>) {
        self.handle(Some(painter.theme())).paint(painter);
    }

    fn color_scale(&self) -> Option<ColorScale> {
        self.by_value.then(|| self.mapping.scale())
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        out.outlines(projection, &self.traced.lines, false);
    }
}
