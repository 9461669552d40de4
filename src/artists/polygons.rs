//! Many polygons with a colour each: matplotlib's `PolyCollection`.

use crate::artist::mapped::color_setters;
use crate::artist::pieces::{PieceColors, one_or_each_piece};
use crate::artist::shape::ShapeLook;
use crate::artist::{Artist, Bounds, ColorScale, Common, LegendHandle, Obstacles, Painter, properties};
use crate::data::{Number, Outlines, PerPoint, Polylines, Shared};
use crate::figure::{Axes, Key};
use crate::geom::Extent;
use crate::project::Projection;
use crate::style::{Cap, Color, IntoColor, IntoLineStyle, Join, LineStyle, Mapping, Pen};

/// Many polygons, each with its own colour if asked for: matplotlib's `PolyCollection`.
///
/// [`color`](Polygons::color), [`colors`](Polygons::colors) and [`values`](Polygons::values) say what fills them: the one that was called last
/// counts. A corner with NaN is left out; a polygon whose value is NaN is its border alone. Later ones lie over earlier ones.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let corners = [[(0.0, 0.0), (1.0, 0.0), (0.5, 0.8)], [(1.0, 0.0), (2.0, 0.0), (1.5, 0.8)]];
/// let cells = fig[ax].add(Polygons::new(&corners).values([0.2, 0.9]).edgecolor("w").linewidth(0.5));
/// fig.colorbar(cells);
/// fig[cells].set_values([0.3, 0.8]); // in a loop
/// ```
#[derive(Clone, Debug)]
pub struct Polygons {
    common: Common,
    rings: Shared<Outlines>,
    extent: (Extent, Extent),
    colors: PieceColors,
    mapping: Mapping,
    /// How the border looks.
    look: ShapeLook,
}

impl Polygons {
    /// These polygons, each closed by itself: see [`Polylines`] for all that may be written for them.
    ///
    /// # Panics
    /// If two columns of a polygon have different lengths, or an array does not have the shape of polygons.
    #[must_use]
    #[track_caller]
    pub fn new(polygons: impl Polylines) -> Self {
        let mut new = Self::empty();
        new.set_data(polygons);
        new
    }

    /// Nothing yet; [`set_data`](Polygons::set_data) brings it.
    #[must_use]
    pub fn empty() -> Self {
        Self {
            common: Common::new(),
            rings: Shared::default(),
            extent: (Extent::EMPTY, Extent::EMPTY),
            colors: PieceColors::new(Color::turn(0)),
            mapping: Mapping::new(),
            look: ShapeLook::new(),
        }
    }

    /// Replaces the polygons. Values and colours stay: give new ones if the number of polygons changes. A polygon that has none of its own,
    /// where others have, is its border alone.
    ///
    /// # Panics
    /// If two columns of a polygon have different lengths, or an array does not have the shape of polygons.
    #[track_caller]
    pub fn set_data(&mut self, polygons: impl Polylines) -> &mut Self {
        let own = self.rings.renew();
        own.clear();
        polygons.add_to(own);
        self.extent = Extent::of_points(&self.rings.x, &self.rings.y);
        self
    }

    /// How many polygons there are.
    #[must_use]
    pub fn pieces(&self) -> usize {
        self.rings.len()
    }

    properties! {
        /// Sets the values, shown as colours: one for each polygon, or one for all.
        ///
        /// # Panics
        /// If there is neither one nor one for each.
        pub set_values, values(self, values: impl PerPoint) {
            one_or_each_piece("values", values.numbers(), ("polygons", self.rings.len()));
            self.colors.set_values(&values);
            self.see();
        } -> get_values: &[f64] { &self.colors.values }

        /// Sets a colour for each polygon.
        ///
        /// # Panics
        /// If there is neither one nor one for each, or one is no colour.
        pub set_colors, colors(self, colors: impl IntoIterator<Item = impl IntoColor>) {
            self.colors.set_each(colors);
            one_or_each_piece("colours", self.colors.each.len(), ("polygons", self.rings.len()));
        } -> get_colors: &[Color] { &self.colors.each }

        /// Sets one colour for all; `"none"` leaves them empty. Default: the first of the cycle, as matplotlib's.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_color, color(self, color: impl IntoColor) { self.colors.set_one(color.into_color()); }
            -> get_color: Color { self.colors.one }

        /// Sets the colour of the borders. Default: there are none.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_edgecolor, edgecolor(self, color: impl IntoColor) { self.look.edge = Some(color.into_color()); }
            -> get_edgecolor: Option<Color> { self.look.edge }

        /// Sets the width of the borders, in points. Default: 1.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_linewidth, linewidth(self, points: impl Number) {
            self.look.linewidth = crate::artist::common::length(points.to_f64(), "line width");
        } -> get_linewidth: f32 { crate::style::theme::plain(self.look.linewidth) }

        /// Sets the style of the borders: [`LineStyle::Dashed`] and so on, or `"--"`. Default: solid.
        ///
        /// # Panics
        /// If a string names no style.
        pub set_linestyle, linestyle(self, style: impl IntoLineStyle) { self.look.linestyle = style.into_linestyle(); }
            -> get_linestyle: &LineStyle { &self.look.linestyle }
    }

    /// What the borders are drawn with, if there are any.
    fn pen(&self) -> Option<Pen> {
        let mut pen = self.look.pen()?.join(Join::Round);
        // a ring is a line that ends where it begins: this makes it a corner as the others
        if pen.style == LineStyle::Solid {
            pen.cap = Some(Cap::Round);
        }
        Some(pen)
    }
}

color_setters!(Polygons, self, self.colors.values.iter().copied());

impl Axes {
    /// Adds polygons: `add(Polygons::new(polygons))`.
    ///
    /// # Panics
    /// If two columns of a polygon have different lengths, or an array does not have the shape of polygons.
    #[track_caller]
    pub fn polygons(&mut self, polygons: impl Polylines) -> Key<Polygons> {
        self.add(Polygons::new(polygons))
    }
}

impl Polygons {
    fn handle(&self, mapping: &Mapping) -> LegendHandle {
        let face = self.colors.first(mapping);
        LegendHandle { face: Some(face), edge: self.look.pen(), ..LegendHandle::new() }
    }
}

impl Artist for Polygons {
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

    fn paint(&self, painter: &mut Painter<'_>) {
        let colors = self.colors.of(self.rings.len(), &self.mapping.in_theme(painter.theme()));
        match self.pen() {
            Some(pen) => painter.data_rings(&self.rings, &colors, &pen),
            None => painter.data_fills(&self.rings, &colors),
        }
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        Some(self.handle(&self.mapping))
    }

    fn paint_handle(&self, painter: &mut Painter<'_>) {
        self.handle(&self.mapping.in_theme(painter.theme())).paint(painter);
    }

    fn color_scale(&self) -> Option<ColorScale> {
        self.colors.by_value().then(|| self.mapping.scale())
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        out.outlines(projection, &self.rings, true);
    }
}
