//! Fields of arrows: matplotlib's `quiver`, and its `quiverkey`.

mod arrow;
mod key;
mod paint;
mod scaling;
mod setters;

use crate::artist::mapped::color_setters;
use crate::artist::{Artist, Bounds, ColorCycle, ColorScale, Common, LegendHandle, Obstacles, Painter};
use crate::data::{Column, Grid, Shared, numbers, same_length};
use crate::figure::{Axes, Key};
use crate::geom::Extent;
use crate::project::Projection;
use crate::style::{Color, Mapping, theme};
use arrow::Shape;
use key::{Key as ArrowKey, KeyLook};
use scaling::{Scaling, length, typical};

pub use arrow::Pivot;
pub use key::KeyCoordinates;
pub use scaling::{QuiverAngles, QuiverUnits};

/// Arrows at places, as long as the field is strong: matplotlib's `quiver`.
///
/// By default lengths are chosen as matplotlib does it: a mean arrow is so long that arrows on a square grid do not overlap much. It is the mean of
/// the first data that have arrows, and later data do not change it, so that a recording has one scale; [`scale`](Quiver::scale) sets another,
/// and [`rescale`](Quiver::rescale) takes that of the present data. Arrows point as (`u`, `v`) does on the screen, or, with
/// [`along_data`](Quiver::along_data), as it does in data units. NaN leaves an arrow out.
///
/// [`key`](Quiver::key) adds an arrow of known strength with its words: matplotlib's `quiverkey`.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// use grabframe::Quiver;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let wind = Quiver::new([0, 1, 2], [0, 0, 0], [1.0, 0.5, 0.0], [0.0, 0.5, 1.0]).scale(10).key(0.9, 1.05, 1, "1 m/s");
/// let wind = fig[ax].add(wind.key_labelpos("E"));
/// fig[wind].set_uv([0.9, 0.6, 0.1], [0.1, 0.4, 0.9]); // in a loop
/// ```
#[derive(Clone, Debug)]
pub struct Quiver {
    common: Common,
    x: Shared<Vec<f64>>,
    y: Shared<Vec<f64>>,
    u: Shared<Vec<f64>>,
    v: Shared<Vec<f64>>,
    extent: (Extent, Extent),
    values: Shared<Vec<f64>>,
    mapping: Mapping,
    color: Color,
    by_value: bool,
    scaling: Scaling,
    /// In degrees; empty where they are those of the components.
    directions: Shared<Vec<f64>>,
    pivot: Pivot,
    along_data: bool,
    shape: Shape,
    key: Option<ArrowKey>,
    key_look: KeyLook,
}

impl Quiver {
    /// Arrows at (`x[i]`, `y[i]`) with the components `u[i]` and `v[i]`.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[must_use]
    #[track_caller]
    pub fn new(x: impl Column, y: impl Column, u: impl Column, v: impl Column) -> Self {
        let mut quiver = Self::empty();
        quiver.set_data(x, y, u, v);
        quiver
    }

    /// Arrows at every place along x and every one along y, with a row of components for each `y`.
    ///
    /// # Panics
    /// If the grids do not have as many columns and rows as there are places.
    #[must_use]
    #[track_caller]
    pub fn on(x: impl Column, y: impl Column, u: impl Grid, v: impl Grid) -> Self {
        let (mut along_x, mut along_y) = (Vec::new(), Vec::new());
        x.copy_to(&mut along_x);
        y.copy_to(&mut along_y);
        let (u, v) = (numbers("components", &u, &along_x, &along_y), numbers("components", &v, &along_x, &along_y));
        let (mut xs, mut ys) = (Vec::with_capacity(u.len()), Vec::with_capacity(u.len()));
        for y in &along_y {
            xs.extend_from_slice(&along_x);
            ys.resize(xs.len(), *y);
        }
        Self::new(xs, ys, u, v)
    }

    fn empty() -> Self {
        Self {
            common: Common::new(),
            x: Shared::default(),
            y: Shared::default(),
            u: Shared::default(),
            v: Shared::default(),
            extent: (Extent::EMPTY, Extent::EMPTY),
            values: Shared::default(),
            mapping: Mapping::new(),
            color: theme::EDGE,
            by_value: false,
            scaling: Scaling::DEFAULT,
            directions: Shared::default(),
            pivot: Pivot::Tail,
            along_data: false,
            shape: Shape::DEFAULT,
            key: None,
            key_look: KeyLook::DEFAULT,
        }
    }

    /// Replaces places and components.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[track_caller]
    pub fn set_data(&mut self, x: impl Column, y: impl Column, u: impl Column, v: impl Column) -> &mut Self {
        let n = x.column_len();
        same_length(("x", n), ("y", y.column_len()));
        same_length(("x", n), ("u", u.column_len()));
        same_length(("x", n), ("v", v.column_len()));
        self.x.take(&x);
        self.y.take(&y);
        u.copy_to(self.u.renew());
        v.copy_to(self.v.renew());
        self.extent = Extent::of_points(&self.x, &self.y);
        self.see_strength();
        self
    }

    /// Replaces the components; the places stay. Matrices are given row after row: `(rows, cols)` of [`on`](Quiver::on) in one column.
    ///
    /// # Panics
    /// If there are not as many as places.
    #[track_caller]
    pub fn set_uv(&mut self, u: impl Column, v: impl Column) -> &mut Self {
        let n = self.x.len();
        same_length(("places", n), ("u", u.column_len()));
        same_length(("places", n), ("v", v.column_len()));
        u.copy_to(self.u.renew());
        v.copy_to(self.v.renew());
        self.see_strength();
        self
    }

    /// Takes the lengths of arrows from the present components, as the first ones were taken; a scale that was set is forgotten.
    pub fn rescale(&mut self) -> &mut Self {
        (self.scaling.scale, self.scaling.typical) = (None, 0.0);
        self.see_strength();
        self
    }

    /// Takes the lengths of arrows from the components if there are none yet.
    fn see_strength(&mut self) {
        if self.scaling.typical == 0.0 {
            let strengths = self.u.iter().zip(self.v.iter()).map(|(u, v)| length(*u, *v));
            self.scaling.typical = typical(strengths, self.x.len());
        }
    }

    /// The components along x and along y.
    #[must_use]
    pub fn uv(&self) -> (&[f64], &[f64]) {
        (&self.u, &self.v)
    }
}

color_setters!(Quiver, self, self.values.iter().copied());

impl Axes {
    /// Adds arrows: `add(Quiver::new(x, y, u, v))`.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[track_caller]
    pub fn quiver(&mut self, x: impl Column, y: impl Column, u: impl Column, v: impl Column) -> Key<Quiver> {
        self.add(Quiver::new(x, y, u, v))
    }
}

impl Artist for Quiver {
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

    fn take_color(&mut self, _: &mut ColorCycle) {}

    fn clipped(&self) -> bool {
        self.common.clip && self.key.is_none()
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        let Some(key) = &self.key else { return self.paint_arrows(painter) };
        if self.common.clip {
            painter.within_axes(|painter| self.paint_arrows(painter));
        } else {
            self.paint_arrows(painter);
        }
        key::paint(self, key, &self.key_look, painter);
    }

    fn texts(&self, see: &mut dyn FnMut(&str)) {
        if let Some(key) = &self.key {
            see(&key.label);
        }
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        Some(LegendHandle { face: Some(self.color), ..LegendHandle::new() })
    }

    fn color_scale(&self) -> Option<ColorScale> {
        self.by_value.then(|| self.mapping.scale())
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        out.points(projection, &self.x, &self.y);
    }
}

#[cfg(test)]
mod tests;
