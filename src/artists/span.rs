//! Bands across the axes: matplotlib's `axhspan` and `axvspan`.

use crate::artist::shape::{ShapeLook, shape_setters};
use crate::artist::{Artist, Bounds, Common, LegendHandle, Obstacles, Painter};
use crate::data::Number;
use crate::figure::{Axes, Key};
use crate::geom::{Extent, Point, Rect};
use crate::project::Projection;
use crate::style::Color;

/// A band across the axes, from border to border: matplotlib's `axhspan` and `axvspan`.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// use grabframe::Span;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let dark = fig[ax].add(Span::vertical(2.0, 3.5).color("gray").alpha(0.3).label("night"));
/// fig[dark].set_span(2.0, 4.0);
/// ```
#[derive(Clone, Debug)]
pub struct Span {
    common: Common,
    from: f64,
    to: f64,
    dates: bool,
    upright: bool,
    look: ShapeLook,
}

impl Span {
    /// From one height to another, from the left border to the right one.
    #[must_use]
    pub fn horizontal(from: impl Number, to: impl Number) -> Self {
        let look = ShapeLook { face: Some(Color::turn(0)), ..ShapeLook::new() };
        Self {
            common: Common::new(),
            from: from.to_f64(),
            to: to.to_f64(),
            dates: from.is_date() || to.is_date(),
            upright: false,
            look,
        }
    }

    /// From one place to another, from the lower border to the upper one.
    #[must_use]
    pub fn vertical(from: impl Number, to: impl Number) -> Self {
        Self { upright: true, ..Self::horizontal(from, to) }
    }

    /// Moves it. With NaN it is not drawn.
    pub fn set_span(&mut self, from: impl Number, to: impl Number) -> &mut Self {
        (self.from, self.to) = (from.to_f64(), to.to_f64());
        self.dates |= from.is_date() || to.is_date();
        self
    }

    /// From where to where it reaches.
    #[must_use]
    pub const fn span(&self) -> (f64, f64) {
        (self.from, self.to)
    }
}

shape_setters!(Span, self);

impl Artist for Span {
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
        let along = Extent::of([self.from, self.to]);
        if self.upright {
            Bounds::new(along, Extent::EMPTY).dates(self.dates, false)
        } else {
            Bounds::new(Extent::EMPTY, along).dates(false, self.dates)
        }
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        if self.from.is_nan() || self.to.is_nan() {
            return;
        }
        let area = painter.snapped(painter.area());
        let (from, to) = painter.sides(self.from, self.to, self.upright);
        let rect = match self.upright {
            true => Rect::new(from, area.y0, to, area.y1),
            false => Rect::new(area.x0, from, area.x1, to),
        };
        painter.boxes(&[rect], &self.look);
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        Some(self.look.handle())
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        let (Some((x, y)), area) = (projection.flat(), out.area()) else { return };
        let (map, lo, hi) = if self.upright { (x, area.x0, area.x1) } else { (y, area.y0, area.y1) };
        // as far as it is within the axes
        let [from, to] = [self.from, self.to].map(|v| (map.pixel_or_beyond(v) as f32).max(lo).min(hi));
        if self.from.is_nan() || self.to.is_nan() || from == to {
            return;
        }
        match self.upright {
            true => out.between(Point::new(from, area.y0), Point::new(to, area.y1)),
            false => out.between(Point::new(area.x0, from), Point::new(area.x1, to)),
        }
    }
}

impl Axes {
    /// Adds a level band across the axes: `add(Span::horizontal(from, to))`.
    pub fn axhspan(&mut self, from: impl Number, to: impl Number) -> Key<Span> {
        self.add(Span::horizontal(from, to))
    }

    /// Adds an upright band across the axes: `add(Span::vertical(from, to))`.
    pub fn axvspan(&mut self, from: impl Number, to: impl Number) -> Key<Span> {
        self.add(Span::vertical(from, to))
    }
}
