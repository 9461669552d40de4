//! Scatters: markers whose sizes and colours follow the data.

mod setters;

use crate::artist::mapped::color_setters;
use crate::artist::{
    Artist, Batch, Bounds, ColorCycle, ColorScale, Common, LegendHandle, MarkerLook, Obstacles, Painter,
};
use crate::data::{Column, Shared, one_of, same_length, take_points};
use crate::figure::{Axes, Key};
use crate::geom::{Extent, Limits};
use crate::project::Projection;
use crate::style::{Color, Mapping, Marker, theme};

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
    /// Of the edges: one for all, one for each, or none, where they are as the filling (as wide as the marker has them).
    edges: Shared<Vec<Color>>,
    linewidths: Shared<Vec<f64>>,
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
            edges: Shared::default(),
            linewidths: Shared::default(),
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
        self.extent = take_points((&mut self.x, &mut self.y), &x, &y);
        if !self.all_count() {
            self.measure();
        }
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

    /// What each point is filled with; `None` for a point that is not drawn.
    fn faces<'a>(&'a self, mapping: &'a Mapping) -> impl Fn(usize) -> Option<Color> + 'a {
        let of_value = mapping.colors();
        let one = self.get_color();
        move |i| match self.filled_by {
            FilledBy::Cycle | FilledBy::Color => Some(one),
            FilledBy::Colors => one_of(&self.colors, i),
            FilledBy::Values => {
                let value = one_of(&self.values, i)?;
                Some(of_value(value)).filter(|color| color.a > 0 || !value.is_nan())
            }
        }
    }

    /// Finds how far the points reach that can be drawn.
    fn measure(&mut self) {
        let by_value = self.filled_by == FilledBy::Values;
        let counts = |i: usize| {
            let is = |list: &[f64], usable: fn(f64) -> bool| one_of(list, i).is_some_and(usable);
            is(&self.sizes, f64::is_finite) && (!by_value || is(&self.values, |v| !v.is_nan()))
        };
        self.extent = if self.all_count() {
            Extent::of_points(&self.x, &self.y)
        } else {
            Extent::of_some_points(&self.x, &self.y, counts)
        };
    }

    /// Whether every point is drawn that has a place.
    fn all_count(&self) -> bool {
        self.filled_by != FilledBy::Values && self.sizes.len() == 1 && self.sizes[0].is_finite()
    }

    /// How wide the edges of the markers are, or that of the first.
    fn edge_width(&self) -> f32 {
        self.linewidths.first().map_or(edge_width(&self.marker), |width| seen(*width))
    }

    fn handle(&self, mapping: &Mapping) -> LegendHandle {
        // the first point's colours, as matplotlib
        let face = (0..self.x.len()).find_map(self.faces(mapping)).or(self.color).unwrap_or(Color::turn(0));
        let sizes = Limits::of(self.sizes.iter().copied());
        let area = if sizes.is_empty() { theme::SCATTER_SIZE } else { (sizes.lo + sizes.hi) / 2.0 };
        // matplotlib sets the single marker of a scatter a little lower than the middle
        LegendHandle { marker: Some(self.look(face, area)), marker_height: 0.375, ..LegendHandle::new() }
    }

    fn look(&self, face: Color, area: f64) -> MarkerLook {
        MarkerLook::new(self.marker.clone(), theme::diameter(area), face)
            .edge(self.get_edgecolor().unwrap_or(face), self.edge_width())
    }
}

/// A width that can be drawn.
fn seen(width: f64) -> f32 {
    if width.is_finite() { width.max(0.0) as f32 } else { 0.0 }
}

/// How wide the edges of a marker are by default.
fn edge_width(marker: &Marker) -> f32 {
    if marker.is_filled() { theme::SCATTER_EDGE_WIDTH } else { theme::LINE_WIDTH }
}

/// The values of the points that have a place.
fn shown<'a>(values: &'a [f64], x: &'a [f64], y: &'a [f64]) -> impl Iterator<Item = f64> + 'a {
    let placed = x.iter().zip(y).enumerate().filter(|(_, (x, y))| x.is_finite() && y.is_finite());
    placed.filter_map(|(i, _)| one_of(values, i))
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
        Bounds::new(self.extent.0, self.extent.1).dates(self.x.are_dates(), self.y.are_dates())
    }

    fn take_color(&mut self, cycle: &mut ColorCycle) {
        if self.filled_by == FilledBy::Cycle {
            self.color.get_or_insert_with(|| cycle.next_fill());
        }
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        let mapping = self.mapping.in_theme(painter.theme());
        let face = self.faces(&mapping);
        let one_for_all = matches!(self.filled_by, FilledBy::Cycle | FilledBy::Color);
        let edges_alike = self.edges.len() <= 1 && self.linewidths.len() <= 1;
        if let (true, true, [size], Some(face)) = (one_for_all, edges_alike, self.sizes.as_slice(), face(0)) {
            return painter.markers(&self.x, &self.y, &self.look(face, *size));
        }
        let (mut sizes, mut faces, mut edges, mut widths) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        // lists are drawn as they are: what the theme decides of them is looked up here
        let (at_once, usual) = (painter.markers_at_once(), painter.length(theme::MARKER_SIZE));
        let by_value_each = self.filled_by == FilledBy::Values && self.values.len() == self.x.len();
        let table = mapping.table();
        for from in (0..self.x.len()).step_by(at_once) {
            let to = from.saturating_add(at_once).min(self.x.len());
            sizes.clear();
            faces.clear();
            // one without a size or a colour is not drawn
            let mut all_seen = true;
            if by_value_each {
                table.colors(&self.values[from..to], &mut faces);
                all_seen = self.edges.is_empty() || !self.values[from..to].iter().any(|value| value.is_nan());
            } else {
                for i in from..to {
                    let seen = face(i);
                    faces.push(seen.unwrap_or(Color::TRANSPARENT));
                    all_seen &= seen.is_some();
                }
            }
            for i in if self.sizes.len() == 1 && all_seen { from..from + 1 } else { from..to } {
                let area = one_of(&self.sizes, i).filter(|_| all_seen || face(i).is_some()).unwrap_or(0.0);
                sizes.push(if area == theme::SCATTER_SIZE { usual } else { theme::diameter(area) });
            }
            edges.clear();
            widths.clear();
            match self.edges.len() {
                0 | 1 => edges.extend(self.get_edgecolor()),
                _ => edges.extend((from..to).map(|i| one_of(&self.edges, i).unwrap_or(Color::TRANSPARENT))),
            }
            match self.linewidths.len() {
                0 | 1 => widths.push(self.edge_width()),
                _ => widths.extend((from..to).map(|i| one_of(&self.linewidths, i).map_or(0.0, seen))),
            }
            let looks =
                Batch { marker: &self.marker, sizes: &sizes, faces: &faces, edges: &edges, edge_widths: &widths };
            painter.markers_of(&self.x[from..to], &self.y[from..to], &looks);
        }
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        Some(self.handle(&self.mapping))
    }

    fn paint_handle(&self, painter: &mut Painter<'_>) {
        self.handle(&self.mapping.in_theme(painter.theme())).paint(painter);
    }

    fn color_scale(&self) -> Option<ColorScale> {
        let colors_as_they_are = matches!(self.filled_by, FilledBy::Color | FilledBy::Colors);
        (!colors_as_they_are || self.mapping.limits().is_some()).then(|| self.mapping.scale())
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        out.points(projection, &self.x, &self.y);
    }
}
