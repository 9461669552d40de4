//! Scatters: markers whose sizes and colours follow the data.

use crate::artist::common::length;
use crate::artist::mapped::color_setters;
use crate::artist::{
    Artist, Bounds, ColorCycle, ColorScale, Common, LegendHandle, MarkerLook, Obstacles, Painter, properties,
};
use crate::data::{Column, Number, PerPoint, Shared, one_or_each, same_length};
use crate::figure::{Axes, Key};
use crate::geom::{Extent, Limits};
use crate::project::Projection;
use crate::style::{Color, IntoColor, IntoMarker, Mapping, Marker, theme};

/// Markers at points, each with its own size and colour if asked for: matplotlib's `scatter`.
///
/// Sizes are areas in points squared, as in matplotlib: 36 is a marker 6 points wide. A point with a coordinate, size
/// or value that is NaN is not drawn (the last, unless the colormap has a colour for it).
///
/// [`color`](Scatter::color), [`colors`](Scatter::colors) and [`values`](Scatter::values) say what fills the markers: the
/// one that was called last counts. With the colour `"none"` and an [`edgecolor`](Scatter::edgecolor) they are rings.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
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
    x: Shared<Vec<f64>>,
    y: Shared<Vec<f64>>,
    extent: (Extent, Extent),
    sizes: Shared<Vec<f64>>,
    values: Shared<Vec<f64>>,
    mapping: Mapping,
    colors: Shared<Vec<Color>>,
    color: Option<Color>,
    filled_by: FilledBy,
    marker: Marker,
    edge: Option<Color>,
    linewidth: Option<f32>,
}

/// What the markers are filled with: what was said last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FilledBy {
    /// Nothing was said: a colour of the cycle.
    Cycle,
    Color,
    Colors,
    Values,
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
            x: Shared::default(),
            y: Shared::default(),
            extent: (Extent::EMPTY, Extent::EMPTY),
            sizes: vec![theme::SCATTER_SIZE].into(),
            values: Shared::default(),
            mapping: Mapping::new(),
            colors: Shared::default(),
            color: None,
            filled_by: FilledBy::Cycle,
            marker: Marker::Circle,
            edge: None,
            linewidth: None,
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
        x.copy_to(self.x.renew());
        y.copy_to(self.y.renew());
        self.measure();
        self
    }

    /// The positions along x.
    #[must_use]
    pub fn xdata(&self) -> &[f64] {
        &self.x
    }

    /// The heights.
    #[must_use]
    pub fn ydata(&self) -> &[f64] {
        &self.y
    }

    properties! {
        /// Sets the sizes, in points squared: one for all (`9.0`), or one for each point. Default: 36.
        ///
        /// # Panics
        /// If there is neither one nor one for each point.
        pub set_sizes, sizes(self, sizes: impl PerPoint) {
            one_or_each("sizes", sizes.numbers(), self.x.len());
            sizes.copy_numbers_to(self.sizes.renew());
            self.measure();
        } -> get_sizes: &[f64] { &self.sizes }

        /// Sets the values, shown as colours: one for each point, or one for all (`0.5`).
        ///
        /// The colour limits are the smallest and the largest finite value of the first values that have one, of points
        /// that have a place; later values do not change them. [`set_clim`](Scatter::set_clim) sets others, and
        /// [`autoscale`](Scatter::autoscale) takes those of the present values.
        ///
        /// # Panics
        /// If there is neither one nor one for each point.
        pub set_values, values(self, values: impl PerPoint) {
            one_or_each("values", values.numbers(), self.x.len());
            values.copy_numbers_to(self.values.renew());
            self.filled_by = FilledBy::Values;
            self.measure();
            self.see();
        } -> get_values: &[f64] { &self.values }

        /// Sets one colour for each point (or a list of one for all, as [`set_color`](Scatter::set_color) does).
        ///
        /// # Panics
        /// If there is neither one nor one for each point, or one is no colour.
        pub set_colors, colors(self, colors: impl IntoIterator<Item = impl IntoColor>) {
            let own = self.colors.renew();
            own.clear();
            for color in colors {
                own.push(color.into_color());
            }
            one_or_each("colours", self.colors.len(), self.x.len());
            self.fill_by(FilledBy::Colors);
        } -> get_colors: &[Color] { &self.colors }

        /// Sets the marker. Default: a disc.
        ///
        /// # Panics
        /// If a letter names no marker.
        pub set_marker, marker(self, marker: impl IntoMarker) { self.marker = marker.into_marker(); }
            -> get_marker: &Marker { &self.marker }

        /// Sets one colour for all points; `"none"` leaves them open. Default: the next of the cycle.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_color, color(self, color: impl IntoColor) {
            self.color = Some(color.into_color());
            self.fill_by(FilledBy::Color);
        } -> get_color: Color { self.color.unwrap_or(Color::cycle(0)) }

        /// Sets the colour of the edges. Default: that of the filling, which [`get_edgecolor`](Self::get_edgecolor) tells
        /// by `None`.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_edgecolor, edgecolor(self, color: impl IntoColor) { self.edge = Some(color.into_color()); }
            -> get_edgecolor: Option<Color> { self.edge }

        /// Sets the width of the edges, in points. Default: 1, or 1.5 for markers that are nothing but lines (`x`, `+`).
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_linewidth, linewidth(self, points: impl Number) {
            self.linewidth = Some(length(points.to_f64(), "line width"));
        } -> get_linewidth: f32 { self.linewidth.unwrap_or_else(|| edge_width(&self.marker)) }
    }

    /// What each point is filled with; `None` for a point that is not drawn.
    fn faces(&self) -> impl Fn(usize) -> Option<Color> + '_ {
        let of_value = self.mapping.colors();
        let one = self.get_color();
        move |i| match self.filled_by {
            FilledBy::Cycle | FilledBy::Color => Some(one),
            FilledBy::Colors => of(&self.colors, i),
            FilledBy::Values => {
                let value = of(&self.values, i)?;
                Some(of_value(value)).filter(|color| color.a > 0 || !value.is_nan())
            }
        }
    }

    /// Values count no longer.
    fn fill_by(&mut self, filled_by: FilledBy) {
        let before = std::mem::replace(&mut self.filled_by, filled_by);
        if before == FilledBy::Values {
            self.measure();
        }
    }

    /// Finds how far the points reach that can be drawn.
    fn measure(&mut self) {
        let by_value = self.filled_by == FilledBy::Values;
        let counts = |i: usize| {
            let is = |list: &[f64], usable: fn(f64) -> bool| of(list, i).is_some_and(usable);
            is(&self.sizes, f64::is_finite) && (!by_value || is(&self.values, |v| !v.is_nan()))
        };
        let all = !by_value && self.sizes.len() == 1 && self.sizes[0].is_finite();
        self.extent =
            if all { Extent::of_points(&self.x, &self.y) } else { Extent::of_some_points(&self.x, &self.y, counts) };
    }

    fn look(&self, face: Color, area: f64) -> MarkerLook {
        MarkerLook::new(self.marker.clone(), area.max(0.0).sqrt() as f32, face)
            .edge(self.edge.unwrap_or(face), self.get_linewidth())
    }
}

/// How wide the edges of a marker are by default.
fn edge_width(marker: &Marker) -> f32 {
    if marker.is_filled() { theme::SCATTER_EDGE_WIDTH } else { theme::LINE_WIDTH }
}

/// What point `i` has of a list with one for each point, or one for all.
fn of<T: Copy>(list: &[T], i: usize) -> Option<T> {
    if let [one] = list { Some(*one) } else { list.get(i).copied() }
}

/// The values of the points that have a place.
fn shown<'a>(values: &'a [f64], x: &'a [f64], y: &'a [f64]) -> impl Iterator<Item = f64> + 'a {
    let placed = x.iter().zip(y).enumerate().filter(|(_, (x, y))| x.is_finite() && y.is_finite());
    placed.filter_map(|(i, _)| of(values, i))
}

color_setters!(Scatter, self, shown(&self.values, &self.x, &self.y));

impl Axes {
    /// Adds markers at the points (`x[i]`, `y[i]`): `add(Scatter::new(x, y))`.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[track_caller]
    pub fn scatter(&mut self, x: impl Column, y: impl Column) -> Key<Scatter> {
        self.add(Scatter::new(x, y))
    }
}

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
        if self.filled_by == FilledBy::Cycle {
            self.color.get_or_insert_with(|| cycle.next_fill());
        }
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        let face = self.faces();
        let one_for_all = matches!(self.filled_by, FilledBy::Cycle | FilledBy::Color);
        if let (true, [size], Some(face)) = (one_for_all, self.sizes.as_slice(), face(0)) {
            return painter.markers(&self.x, &self.y, &self.look(face, *size));
        }
        let mut look = self.look(Color::TRANSPARENT, 0.0);
        look.edge = self.edge;
        let (mut sizes, mut faces) = (Vec::new(), Vec::new());
        let at_once = painter.at_once();
        for from in (0..self.x.len()).step_by(at_once) {
            let to = from.saturating_add(at_once).min(self.x.len());
            sizes.clear();
            faces.clear();
            for i in from..to {
                let seen = face(i);
                faces.push(seen.unwrap_or(Color::TRANSPARENT));
                // one without a size or a colour is not drawn
                let area = of(&self.sizes, i).filter(|_| seen.is_some()).unwrap_or(0.0);
                sizes.push(area.max(0.0).sqrt() as f32);
            }
            painter.markers_batch(&self.x[from..to], &self.y[from..to], &sizes, &faces, &look);
        }
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        // the first point's colours, as matplotlib
        let face = (0..self.x.len()).find_map(self.faces()).or(self.color).unwrap_or(Color::cycle(0));
        let sizes = Limits::of(self.sizes.iter().copied());
        let area = if sizes.is_empty() { theme::SCATTER_SIZE } else { (sizes.lo + sizes.hi) / 2.0 };
        // matplotlib sets the single marker of a scatter a little lower than the middle
        Some(LegendHandle { marker: Some(self.look(face, area)), marker_height: 0.375, ..LegendHandle::new() })
    }

    fn color_scale(&self) -> Option<ColorScale> {
        let colors_as_they_are = matches!(self.filled_by, FilledBy::Color | FilledBy::Colors);
        (!colors_as_they_are || self.mapping.limits().is_some()).then(|| self.mapping.scale())
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        out.points(projection, &self.x, &self.y);
    }
}
