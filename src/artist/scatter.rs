//! Scatters: markers whose sizes and colours follow the data.

use crate::artist::common::{color_limits, length, spread};
use crate::artist::{Artist, Bounds, ColorCycle, ColorScale, Common, LegendHandle, Mappable, Obstacles};
use crate::axis::{AxisMap, Column, points, same_length};
use crate::canvas::{MarkerLook, Painter};
use crate::geom::{Extent, Limits};
use crate::style::{Color, Colormap, IntoColor, IntoColormap, IntoMarker, Marker, Norm, theme};

/// Markers at points, each with its own size and colour if asked for: matplotlib's `scatter`.
///
/// Sizes are areas in points squared, as in matplotlib: 36 is a marker 6 points wide. A point with a coordinate, size
/// or value that is NaN is not drawn.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with the trait [`Artist`], and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let dots = Scatter::new([1.0, 2.0, 3.0], [1.0, 4.0, 9.0])
///     .sizes([20.0, 40.0, 80.0])
///     .values([0.1, 0.5, 0.9])
///     .cmap(Colormap::PLASMA);
/// let dots = fig[ax].add(dots);
/// fig.colorbar(dots);
/// ```
#[derive(Clone, Debug)]
pub struct Scatter {
    common: Common,
    x: Vec<f64>,
    y: Vec<f64>,
    extent: (Extent, Extent),
    sizes: Vec<f64>,
    values: Vec<f64>,
    colors: Vec<Color>,
    cmap: Colormap,
    norm: Norm,
    clim: Option<Limits>,
    marker: Marker,
    color: Option<Color>,
    edge: Option<Color>,
    linewidth: f32,
}

impl Scatter {
    /// Discs of 36 points squared at the points (`x[i]`, `y[i]`).
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[must_use]
    #[track_caller]
    pub fn new(x: impl Column, y: impl Column) -> Self {
        let mut scatter = Self::empty();
        scatter.set_data(x, y);
        scatter
    }

    /// A scatter without points, to be filled by [`set_data`](Scatter::set_data).
    #[must_use]
    pub fn empty() -> Self {
        Self {
            common: Common::new(),
            x: Vec::new(),
            y: Vec::new(),
            extent: (Extent::EMPTY, Extent::EMPTY),
            sizes: vec![theme::SCATTER_SIZE],
            values: Vec::new(),
            colors: Vec::new(),
            cmap: Colormap::VIRIDIS,
            norm: Norm::Linear,
            clim: None,
            marker: Marker::Circle,
            color: None,
            edge: None,
            linewidth: theme::SCATTER_EDGE_WIDTH,
        }
    }

    /// Replaces the points. Sizes, values and colours stay: give new ones if the number of points changes. A point that has
    /// none of its own, where others have, is not drawn.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[track_caller]
    pub fn set_data(&mut self, x: impl Column, y: impl Column) -> &mut Self {
        same_length(("x", x.column_len()), ("y", y.column_len()));
        x.copy_to(&mut self.x);
        y.copy_to(&mut self.y);
        self.measure();
        self
    }

    /// Sets the sizes, in points squared: one for all, or one for each point. Default: 36.
    ///
    /// # Panics
    /// If there is neither one nor one for each point.
    #[track_caller]
    pub fn set_sizes(&mut self, sizes: impl Column) -> &mut Self {
        let (n, points) = (sizes.column_len(), self.x.len());
        assert!(n == 1 || n == points, "got {n} sizes for {points} points; give one, or one for each");
        sizes.copy_to(&mut self.sizes);
        self.measure();
        self
    }

    /// Sets one value for each point, shown as a colour. The colour limits are the smallest and the largest value
    /// unless [`set_clim`](Scatter::set_clim) was called.
    ///
    /// # Panics
    /// If there is not one for each point.
    #[track_caller]
    pub fn set_values(&mut self, values: impl Column) -> &mut Self {
        let (n, points) = (values.column_len(), self.x.len());
        assert!(n == points, "got {n} values for {points} points; give one for each");
        values.copy_to(&mut self.values);
        self.measure();
        self
    }

    /// Sets one colour for each point.
    ///
    /// # Panics
    /// If there is not one for each point, or one is no colour.
    #[track_caller]
    pub fn set_colors<C: IntoColor>(&mut self, colors: impl IntoIterator<Item = C>) -> &mut Self {
        self.colors.clear();
        for color in colors {
            self.colors.push(color.into_color());
        }
        let (n, points) = (self.colors.len(), self.x.len());
        assert!(n == points, "got {n} colours for {points} points; give one for each");
        self
    }

    /// Sets the colormap of the values: [`Colormap::MAGMA`] and so on, or `"magma"`. Default: viridis.
    ///
    /// # Panics
    /// If a name is that of no colormap.
    #[track_caller]
    pub fn set_cmap(&mut self, cmap: impl IntoColormap) -> &mut Self {
        self.cmap = cmap.into_colormap();
        self
    }

    /// Sets how values are spread over the colormap. Default: linearly.
    pub fn set_norm(&mut self, norm: Norm) -> &mut Self {
        self.norm = norm;
        self
    }

    /// Sets the values at the two ends of the colormap.
    ///
    /// # Panics
    /// If one is not finite.
    #[track_caller]
    pub fn set_clim(&mut self, lo: f64, hi: f64) -> &mut Self {
        self.clim = Some(color_limits(lo, hi));
        self
    }

    /// Sets the marker. Default: a disc.
    ///
    /// # Panics
    /// If a letter names no marker.
    #[track_caller]
    pub fn set_marker(&mut self, marker: impl IntoMarker) -> &mut Self {
        self.marker = marker.into_marker();
        self
    }

    /// Sets one colour for all points. Default: the next of the cycle.
    ///
    /// # Panics
    /// If it is no colour.
    #[track_caller]
    pub fn set_color(&mut self, color: impl IntoColor) -> &mut Self {
        self.color = Some(color.into_color());
        self
    }

    /// Sets the colour of the edges. Default: that of the filling.
    ///
    /// # Panics
    /// If it is no colour.
    #[track_caller]
    pub fn set_edgecolor(&mut self, color: impl IntoColor) -> &mut Self {
        self.edge = Some(color.into_color());
        self
    }

    /// Sets the width of the edges, in points. Default: 1.5.
    ///
    /// # Panics
    /// If it is negative or not finite.
    #[track_caller]
    pub fn set_linewidth(&mut self, points: f64) -> &mut Self {
        self.linewidth = length(points, "line width");
        self
    }

    /// With these sizes in points squared; see [`set_sizes`](Scatter::set_sizes).
    #[must_use]
    #[track_caller]
    pub fn sizes(mut self, sizes: impl Column) -> Self {
        self.set_sizes(sizes);
        self
    }

    /// With these values as colours; see [`set_values`](Scatter::set_values).
    #[must_use]
    #[track_caller]
    pub fn values(mut self, values: impl Column) -> Self {
        self.set_values(values);
        self
    }

    /// With these colours; see [`set_colors`](Scatter::set_colors).
    #[must_use]
    #[track_caller]
    pub fn colors<C: IntoColor>(mut self, colors: impl IntoIterator<Item = C>) -> Self {
        self.set_colors(colors);
        self
    }

    /// With this colormap; see [`set_cmap`](Scatter::set_cmap).
    ///
    /// # Panics
    /// If a name is that of no colormap.
    #[must_use]
    #[track_caller]
    pub fn cmap(mut self, cmap: impl IntoColormap) -> Self {
        self.set_cmap(cmap);
        self
    }

    /// With this norm; see [`set_norm`](Scatter::set_norm).
    #[must_use]
    pub fn norm(mut self, norm: Norm) -> Self {
        self.set_norm(norm);
        self
    }

    /// With these colour limits; see [`set_clim`](Scatter::set_clim).
    ///
    /// # Panics
    /// If one is not finite.
    #[must_use]
    #[track_caller]
    pub fn clim(mut self, lo: f64, hi: f64) -> Self {
        self.set_clim(lo, hi);
        self
    }

    /// With this marker; see [`set_marker`](Scatter::set_marker).
    #[must_use]
    #[track_caller]
    pub fn marker(mut self, marker: impl IntoMarker) -> Self {
        self.set_marker(marker);
        self
    }

    /// With this colour; see [`set_color`](Scatter::set_color).
    #[must_use]
    #[track_caller]
    pub fn color(mut self, color: impl IntoColor) -> Self {
        self.set_color(color);
        self
    }

    /// With edges of this colour; see [`set_edgecolor`](Scatter::set_edgecolor).
    #[must_use]
    #[track_caller]
    pub fn edgecolor(mut self, color: impl IntoColor) -> Self {
        self.set_edgecolor(color);
        self
    }

    /// With edges of this width in points; see [`set_linewidth`](Scatter::set_linewidth).
    ///
    /// # Panics
    /// If it is negative or not finite.
    #[must_use]
    #[track_caller]
    pub fn linewidth(mut self, points: f64) -> Self {
        self.set_linewidth(points);
        self
    }

    fn limits(&self) -> Limits {
        spread(self.clim.unwrap_or_else(|| self.norm.limits_of(&self.values)))
    }

    /// Finds how far the points reach that can be drawn.
    fn measure(&mut self) {
        let has_size = |i: usize| self.size(i).is_finite();
        let has_value = |i: usize| self.values.is_empty() || self.values.get(i).is_some_and(|v| !v.is_nan());
        self.extent = if self.sizes.len() == 1 && self.values.is_empty() && has_size(0) {
            Extent::of_points(&self.x, &self.y)
        } else {
            Extent::of_some_points(&self.x, &self.y, |i| has_size(i) && has_value(i))
        };
    }

    fn size(&self, i: usize) -> f64 {
        if self.sizes.len() == 1 { self.sizes[0] } else { self.sizes.get(i).copied().unwrap_or(f64::NAN) }
    }

    fn style(&self, face: Color, area: f64) -> MarkerLook {
        let edge = self.edge.unwrap_or(face);
        MarkerLook {
            marker: self.marker,
            size: area.max(0.0).sqrt() as f32,
            face: Some(face),
            edge: Some(edge),
            edge_width: self.linewidth,
        }
    }
}

impl Mappable for Scatter {}

impl Artist for Scatter {
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
        if self.values.is_empty() && self.colors.is_empty() {
            self.color.get_or_insert_with(|| cycle.next_fill());
        }
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        let plain = self.color.unwrap_or(Color::cycle(0));
        if self.values.is_empty() && self.colors.is_empty() && self.sizes.len() == 1 {
            return painter.markers(&self.x, &self.y, &self.style(plain, self.sizes[0]));
        }
        let limits = self.limits();
        let face = |i: usize| match (self.values.as_slice(), self.colors.as_slice()) {
            ([], []) => plain,
            ([], colors) => colors.get(i).copied().unwrap_or(Color::TRANSPARENT),
            (values, _) => {
                let value = values.get(i).copied().unwrap_or(f64::NAN);
                self.cmap.at(self.norm.normalize(value, limits))
            }
        };
        let looks = (0..self.x.len()).map(|i| (face(i), self.size(i)));
        let drawn = looks.enumerate().filter(|(_, (face, size))| *size > 0.0 && face.a > 0);
        painter.markers_each(drawn.map(|(i, (face, size))| (self.x[i], self.y[i], self.style(face, size))));
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        let face = if self.values.is_empty() {
            self.colors.first().copied().or(self.color).unwrap_or(Color::cycle(0))
        } else {
            self.cmap.at(0.5)
        };
        let sizes = Limits::of(self.sizes.iter().copied());
        let area = if sizes.is_empty() { theme::SCATTER_SIZE } else { (sizes.lo + sizes.hi) / 2.0 };
        let marker = self.style(face, area);
        // matplotlib sets the single marker of a scatter a little lower than the middle
        Some(LegendHandle { line: None, marker: Some(marker), marker_height: 0.375 })
    }

    fn color_scale(&self) -> Option<ColorScale> {
        Some(ColorScale { cmap: self.cmap.clone(), norm: self.norm, limits: self.limits() })
    }

    fn obstacles(&self, x: &AxisMap, y: &AxisMap, out: &mut Obstacles) {
        out.points.extend(points(x, y, &self.x, &self.y));
    }
}
