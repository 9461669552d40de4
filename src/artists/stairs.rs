//! Stairs: values over intervals that lie side by side, matplotlib's `stairs`.

use crate::artist::common::length;
use crate::artist::{Artist, Bounds, ColorCycle, Common, LegendHandle, Obstacles, Painter, properties};
use crate::data::{Column, Number, Shared};
use crate::figure::{Axes, Key};
use crate::geom::Extent;
use crate::project::Projection;
use crate::style::{Color, IntoColor, IntoLineStyle, LineStyle, Pen, theme};

/// Values over intervals that lie side by side, as a line in steps or filled: matplotlib's `stairs`.
///
/// There is one edge more than values. A NaN is a gap.
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
        values.copy_to(self.values.renew());
        edges.copy_to(self.edges.renew());
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
            -> get_color: Color { self.color.unwrap_or(Color::cycle(0)) }

        /// Sets the width of the line, in points. Default: 1.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_linewidth, linewidth(self, points: impl Number) { self.linewidth = length(points.to_f64(), "line width"); }
            -> get_linewidth: f32 { self.linewidth }

        /// Sets the style of the line: [`LineStyle::Dashed`] and so on, or `"--"`. Default: solid.
        ///
        /// # Panics
        /// If a string names no style.
        pub set_linestyle, linestyle(self, style: impl IntoLineStyle) { self.linestyle = style.into_linestyle(); }
            -> get_linestyle: &LineStyle { &self.linestyle }
    }

    fn measure(&mut self) {
        let (mut along, mut up) = (Extent::EMPTY, Extent::EMPTY);
        for (i, value) in self.values.iter().enumerate().filter(|(_, value)| value.is_finite()) {
            along = along.with(self.edges[i]).with(self.edges[i + 1]);
            up = up.with(*value);
        }
        let foot = Extent::of(self.baseline.filter(|_| !up.is_empty())).sticky();
        self.extent = (along, up.union(foot));
    }

    /// The corners of the line, with gaps; with its outer sides, if it has some.
    pub(crate) fn corners(&self) -> (Vec<f64>, Vec<f64>) {
        let (mut x, mut y) = (Vec::new(), Vec::new());
        let mut going = false;
        let n = self.values.len();
        for i in 0..=n {
            let value = self.values.get(i).copied().filter(|value| !value.is_nan());
            match value {
                Some(value) => {
                    if let (false, Some(base)) = (going, self.baseline) {
                        x.push(self.edges[i]);
                        y.push(base);
                    }
                    for k in [i, i + 1] {
                        x.push(self.edges[k]);
                        y.push(value);
                    }
                }
                None if going => {
                    if let Some(base) = self.baseline {
                        x.push(self.edges[i]);
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

/// Fills each run of corners down to where it began, or draws them as a line.
pub(crate) fn paint_stairs(painter: &mut Painter<'_>, (x, y): &(Vec<f64>, Vec<f64>), fill: bool, pen: &Pen) {
    if !fill {
        return painter.line(x, y, pen.color, pen.width, &pen.style);
    }
    let mut from = 0;
    for i in 0..=x.len() {
        if x.get(i).is_none_or(|x| x.is_nan()) {
            painter.polygon(&x[from..i], &y[from..i], pen.color);
            from = i + 1;
        }
    }
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
        Bounds::new(self.extent.0, self.extent.1)
    }

    fn take_color(&mut self, cycle: &mut ColorCycle) {
        if self.color.is_none() {
            self.color = Some(cycle.next_line());
        }
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        let pen = Pen::new(self.get_color(), self.linewidth).dashes(self.linestyle.clone());
        paint_stairs(painter, &self.corners(), self.fill, &pen);
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        let pen = Pen::new(self.get_color(), self.linewidth).dashes(self.linestyle.clone());
        let mut handle = LegendHandle::new();
        if self.fill {
            handle.face = Some(pen.color);
        } else {
            handle.edge = Some(pen);
        }
        Some(handle)
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        let (x, y) = self.corners();
        out.line(projection, &x, &y);
    }
}
