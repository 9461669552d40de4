//! Stairs: values over intervals that lie side by side, matplotlib's `stairs`.

use crate::artist::common::length;
use crate::artist::shape::{Hatching, hatch_setters};
use crate::artist::{Artist, Bounds, ColorCycle, Common, LegendHandle, Obstacles, Painter, properties};
use crate::data::{Column, Number, Shared};
use crate::figure::{Axes, Key};
use crate::geom::{Extent, Path, Point};
use crate::project::Projection;
use crate::style::{Cap, Color, Hatch, IntoColor, IntoLineStyle, Join, LineStyle, Pen, theme};

/// Values over intervals that lie side by side, as a line in steps or filled: matplotlib's `stairs`.
///
/// There is one edge more than values. A NaN is a gap. What is filled can have a [`hatch`](Stairs::hatch).
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// use grabframe::Stairs;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let stairs = fig[ax].add(Stairs::new([3.0, 5.0, 1.0], [0.0, 1.0, 2.5, 3.0]).fill(true));
/// fig[stairs].set_data([2.0, 6.0, 1.0], [0.0, 1.0, 2.5, 3.0]);
/// ```
#[derive(Clone, Debug)]
pub struct Stairs {
    common: Common,
    values: Shared<Vec<f64>>,
    edges: Shared<Vec<f64>>,
    baseline: Option<f64>,
    fill: bool,
    color: Option<Color>,
    linewidth: f32,
    linestyle: LineStyle,
    hatching: Hatching,
    extent: (Extent, Extent),
}

impl Stairs {
    /// `values[i]` from `edges[i]` to `edges[i + 1]`.
    ///
    /// # Panics
    /// If there is not one edge more than values.
    #[must_use]
    #[track_caller]
    pub fn new(values: impl Column, edges: impl Column) -> Self {
        let mut stairs = Self::empty();
        stairs.set_data(values, edges);
        stairs
    }

    /// No values yet; [`set_data`](Stairs::set_data) brings them.
    #[must_use]
    pub fn empty() -> Self {
        Self {
            common: Common::new(),
            values: Shared::default(),
            edges: Shared::default(),
            baseline: Some(0.0),
            fill: false,
            color: None,
            linewidth: theme::PATCH_EDGE_WIDTH,
            linestyle: LineStyle::Solid,
            hatching: Hatching::new(),
            extent: (Extent::EMPTY, Extent::EMPTY),
        }
    }

    /// Replaces values and edges.
    ///
    /// # Panics
    /// If there is not one edge more than values (of no values, no edge will do).
    #[track_caller]
    pub fn set_data(&mut self, values: impl Column, edges: impl Column) -> &mut Self {
        let (n, m) = (values.column_len(), edges.column_len());
        assert!(m == n + 1 || (n, m) == (0, 0), "{n} values need {} edges, but there are {m}", n + 1);
        self.values.take(&values);
        self.edges.take(&edges);
        self.measure();
        self
    }

    /// The values.
    #[must_use]
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// The edges of their intervals.
    #[must_use]
    pub fn edges(&self) -> &[f64] {
        &self.edges
    }

    properties! {
        /// Sets from where the outer sides rise, and down to where it is filled; `None`: there are no outer sides. Default: 0.
        pub set_baseline, baseline(self, baseline: Option<f64>) {
            self.baseline = baseline;
            self.measure();
        } -> get_baseline: Option<f64> { self.baseline }

        /// Sets whether it is filled. Default: it is a line.
        pub set_fill, fill(self, fill: bool) { self.fill = fill; }
            -> get_fill: bool { self.fill }

        /// Sets the colour. Default: the next of the cycle.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_color, color(self, color: impl IntoColor) { self.color = Some(color.into_color()); }
            -> get_color: Color { self.color.unwrap_or(Color::turn(0)) }

        /// Sets the width of the line, in points. Default: 1.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_linewidth, linewidth(self, points: impl Number) { self.linewidth = length(points.to_f64(), "line width"); }
            -> get_linewidth: f32 { theme::plain(self.linewidth) }

        /// Sets the style of the line: [`LineStyle::Dashed`] and so on, or `"--"`. Default: solid.
        ///
        /// # Panics
        /// If a string names no style.
        pub set_linestyle, linestyle(self, style: impl IntoLineStyle) { self.linestyle = style.into_linestyle(); }
            -> get_linestyle: &LineStyle { &self.linestyle }
    }

    fn pen(&self) -> Pen {
        outline(self.get_color(), self.linewidth, &self.linestyle)
    }

    fn measure(&mut self) {
        self.extent = reach(&self.values, &self.edges, self.baseline);
    }
}

/// How far steps reach, along their edges and up.
pub(crate) fn reach(values: &[f64], edges: &[f64], baseline: Option<f64>) -> (Extent, Extent) {
    let (mut along, mut up) = (Extent::EMPTY, Extent::EMPTY);
    for (i, value) in values.iter().enumerate().filter(|(_, value)| value.is_finite()) {
        along = along.with(edges[i]).with(edges[i + 1]);
        up = up.with(*value);
    }
    let foot = Extent::of(baseline.filter(|_| !up.is_empty())).sticky();
    (along, up.union(foot))
}

/// The corners of a line in steps, with gaps; with its outer sides, if it has some.
pub(crate) fn corners(values: &[f64], edges: &[f64], baseline: Option<f64>) -> (Vec<f64>, Vec<f64>) {
    let (mut x, mut y) = (Vec::new(), Vec::new());
    let mut going = false;
    for i in 0..=values.len() {
        let value = values.get(i).copied().filter(|value| !value.is_nan());
        match value {
            Some(value) => {
                if let (false, Some(base)) = (going, baseline) {
                    x.push(edges[i]);
                    y.push(base);
                }
                for &k in &[i, i + 1] {
                    x.push(edges[k]);
                    y.push(value);
                }
            }
            None if going => {
                if let Some(base) = baseline {
                    x.push(edges[i]);
                    y.push(base);
                }
                x.push(f64::NAN);
                y.push(f64::NAN);
            }
            None => {}
        }
        going = value.is_some();
    }
    (x, y)
}

impl Axes {
    /// Adds stairs: `add(Stairs::new(values, edges))`.
    ///
    /// # Panics
    /// If there is not one edge more than values.
    #[track_caller]
    pub fn stairs(&mut self, values: impl Column, edges: impl Column) -> Key<Stairs> {
        self.add(Stairs::new(values, edges))
    }
}

hatch_setters!(Stairs, self, hatching);

/// What the outline of stairs is drawn with.
pub(crate) fn outline(color: Color, width: f32, style: &LineStyle) -> Pen {
    Pen::new(color, width).cap(Cap::Butt).join(Join::Miter).dashes(style.clone())
}

/// Corners of steps, and how they are drawn.
pub(crate) struct Steps<'s> {
    /// Places and heights, with gaps.
    pub(crate) corners: (Vec<f64>, Vec<f64>),
    /// Whether heights are along x.
    pub(crate) lying: bool,
    /// Whether they are filled; else they are a line.
    pub(crate) fill: bool,
    pub(crate) hatch: Option<&'s Hatch>,
}

impl Steps<'_> {
    /// Fills each run of corners down to where it began, or draws them as a line. Sides stand on whole pixels, as those of bars, but where what
    /// is filled is narrower than a pixel; heights are where the data says, and what has no place, as 0 on a log axis, lies beyond the border.
    pub(crate) fn paint(&self, painter: &mut Painter<'_>, pen: &Pen) {
        let (mut sides, mut points) = (Vec::with_capacity(self.corners.0.len()), Vec::new());
        for (along, up) in self.corners.0.iter().zip(&self.corners.1) {
            let (x, y) = if self.lying { (*up, *along) } else { (*along, *up) };
            let at = Point::new(painter.x_clipped(x), painter.y_clipped(y));
            sides.push(if self.lying { at.y } else { at.x });
            points.push(at);
        }
        for (k, at) in points.iter_mut().enumerate() {
            if !(self.fill && has_near(&sides, k)) {
                let crisp = painter.crisp(*at, if self.fill { 0.0 } else { pen.width });
                *at = if self.lying { Point::new(at.x, crisp.y) } else { Point::new(crisp.x, at.y) };
            }
        }
        if !self.fill {
            return painter.stroke_polyline(&points, pen);
        }
        for run in points.split(|point| point.x.is_nan() || point.y.is_nan()) {
            painter.fill_polygon(run, pen.color);
            if let Some(hatch) = self.hatch {
                painter.hatch_path(Path::new().polygon(run), hatch);
            }
        }
    }
}

/// Whether the next side before or after this one is less than a pixel away.
fn has_near(sides: &[f32], k: usize) -> bool {
    let (at, before, after) = (sides[k], &sides[..k], &sides[k + 1..]);
    let near = |other: Option<&f32>| other.is_some_and(|other| (other - at).abs() < 1.0);
    // three corners at most are at one side
    near(before.iter().rev().take(3).find(|other| **other != at))
        || near(after.iter().take(3).find(|other| **other != at))
}

impl Artist for Stairs {
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
        Bounds::new(self.extent.0, self.extent.1).dates(self.edges.are_dates(), self.values.are_dates())
    }

    fn take_color(&mut self, cycle: &mut ColorCycle) {
        if self.color.is_none() {
            self.color = Some(cycle.next_line());
        }
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        let hatch = self.hatching.over(None);
        let corners = corners(&self.values, &self.edges, self.baseline);
        Steps { corners, lying: false, fill: self.fill, hatch: hatch.as_ref() }.paint(painter, &self.pen());
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        let (pen, mut handle) = (self.pen(), LegendHandle::new());
        if self.fill {
            handle.face = Some(pen.color);
            handle.hatch = self.hatching.over(None);
        } else {
            handle.edge = Some(pen);
        }
        Some(handle)
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        let (x, y) = corners(&self.values, &self.edges, self.baseline);
        out.line(projection, &x, &y);
    }
}
