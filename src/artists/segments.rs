//! Many lines with a colour each: matplotlib's `LineCollection`, `hlines` and `vlines`.

mod setters;

use crate::artist::mapped::color_setters;
use crate::artist::pieces::PieceColors;
use crate::artist::{Artist, Bounds, ColorScale, Common, LegendHandle, Obstacles, Painter};
use crate::data::{Column, Outlines, PerPoint, Polylines, Shared, one_or_each, same_length};
use crate::figure::{Axes, Key};
use crate::geom::Extent;
use crate::project::Projection;
use crate::style::{Cap, Color, LineStyle, Mapping, Pen, theme};

/// Many lines, each with its own colour and width if asked for: matplotlib's `LineCollection`.
///
/// [`new`](Segments::new) takes lines of any length, [`along`](Segments::along) one line that is coloured piece by piece, such as a
/// trajectory by its speed. [`color`](Segments::color), [`colors`](Segments::colors) and [`values`](Segments::values) say which colours they
/// have: the one that was called last counts. NaN is a gap; a line whose value is NaN is not drawn. Later ones lie over earlier ones.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let bonds = fig[ax].add(Segments::new([[0, 0, 1, 1], [1, 1, 2, 0]]).values([0.2, 0.9]).linewidths([1.0, 3.0]));
/// fig.colorbar(bonds);
/// fig[bonds].set_data([[0.0, 0.1, 1.0, 0.9], [1.0, 0.9, 2.0, 0.1]]).set_values([0.3, 0.8]); // in a loop
///
/// let t: Vec<f64> = (0..200).map(|i| f64::from(i) / 20.0).collect();
/// let x: Vec<f64> = t.iter().map(|t| t.cos() * t).collect();
/// let y: Vec<f64> = t.iter().map(|t| t.sin() * t).collect();
/// fig[ax].add(Segments::along(&x, &y).values(&t).linewidth(3)); // a value for each point
/// ```
#[derive(Clone, Debug)]
pub struct Segments {
    common: Common,
    lines: Shared<Outlines>,
    /// Whether the lines are one that is coloured piece by piece.
    along: bool,
    extent: (Extent, Extent),
    colors: PieceColors,
    mapping: Mapping,
    widths: Shared<Vec<f64>>,
    linestyle: LineStyle,
}

impl Segments {
    /// These lines, solid, 1.5 points wide: see [`Polylines`] for all that may be written for them.
    ///
    /// # Panics
    /// If two columns of a line have different lengths, or an array does not have the shape of lines.
    #[must_use]
    #[track_caller]
    pub fn new(lines: impl Polylines) -> Self {
        let mut segments = Self::empty();
        segments.set_data(lines);
        segments
    }

    /// The line through the points (`x[i]`, `y[i]`), each of its pieces with a colour of its own. [`values`](Segments::values) and so on
    /// are one for each piece between two points, or one for each point: around a point, half-way to its neighbours, the line has the
    /// point's colour.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[must_use]
    #[track_caller]
    pub fn along(x: impl Column, y: impl Column) -> Self {
        let mut segments = Self::empty();
        segments.set_along(x, y);
        segments
    }

    /// Lines from (`x0[i]`, `y0[i]`) to (`x1[i]`, `y1[i]`).
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[must_use]
    #[track_caller]
    pub fn between(x0: impl Column, y0: impl Column, x1: impl Column, y1: impl Column) -> Self {
        let mut segments = Self::empty();
        segments.set_between(x0, y0, x1, y1);
        segments
    }

    /// Level lines at the heights `y` from `x0` to `x1`, of which each is one for all or one for each line: matplotlib's `hlines`.
    ///
    /// # Panics
    /// If there is neither one end nor one for each height.
    #[must_use]
    #[track_caller]
    pub fn horizontal(y: impl Column, x0: impl PerPoint, x1: impl PerPoint) -> Self {
        let mut segments = Self::empty();
        let (y, x0, x1) = ends(&y, &x0, &x1);
        segments.set_between(x0, &y, x1, &y);
        segments
    }

    /// Upright lines at the places `x` from `y0` to `y1`, of which each is one for all or one for each line: matplotlib's `vlines`.
    ///
    /// # Panics
    /// If there is neither one end nor one for each place.
    #[must_use]
    #[track_caller]
    pub fn vertical(x: impl Column, y0: impl PerPoint, y1: impl PerPoint) -> Self {
        let mut segments = Self::empty();
        let (x, y0, y1) = ends(&x, &y0, &y1);
        segments.set_between(&x, y0, &x, y1);
        segments
    }

    /// Nothing yet; [`set_data`](Segments::set_data) and the like bring it.
    #[must_use]
    pub fn empty() -> Self {
        Self {
            common: Common::new(),
            lines: Shared::default(),
            along: false,
            extent: (Extent::EMPTY, Extent::EMPTY),
            colors: PieceColors::new(Color::turn(0)),
            mapping: Mapping::new(),
            widths: vec![f64::from(theme::LINE_WIDTH)].into(),
            linestyle: LineStyle::Solid,
        }
    }

    /// Replaces the lines. Values, colours and widths stay: give new ones if the number of lines changes. A line that has none of its own,
    /// where others have, is not drawn.
    ///
    /// # Panics
    /// If two columns of a line have different lengths, or an array does not have the shape of lines.
    #[track_caller]
    pub fn set_data(&mut self, lines: impl Polylines) -> &mut Self {
        let own = self.lines.renew();
        own.clear();
        lines.add_to(own);
        self.became(false)
    }

    /// Replaces the lines by one through the points (`x[i]`, `y[i]`): see [`along`](Segments::along).
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[track_caller]
    pub fn set_along(&mut self, x: impl Column, y: impl Column) -> &mut Self {
        same_length(("x", x.column_len()), ("y", y.column_len()));
        let own = self.lines.renew();
        own.clear();
        x.append_to(&mut own.x);
        y.append_to(&mut own.y);
        self.became(true)
    }

    /// Replaces the lines by those from (`x0[i]`, `y0[i]`) to (`x1[i]`, `y1[i]`).
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[track_caller]
    pub fn set_between(&mut self, x0: impl Column, y0: impl Column, x1: impl Column, y1: impl Column) -> &mut Self {
        let n = x0.column_len();
        same_length(("x0", n), ("y0", y0.column_len()));
        same_length(("x0", n), ("x1", x1.column_len()));
        same_length(("x0", n), ("y1", y1.column_len()));
        let (mut x, mut y) = (Vec::with_capacity(2 * n), Vec::with_capacity(2 * n));
        x0.append_to(&mut x);
        x1.append_to(&mut x);
        y0.append_to(&mut y);
        y1.append_to(&mut y);
        let own = self.lines.renew();
        own.clear();
        for i in 0..n {
            own.push(x[i], y[i]);
            own.push(x[n + i], y[n + i]);
            own.end();
        }
        self.became(false)
    }

    fn became(&mut self, along: bool) -> &mut Self {
        self.along = along;
        self.extent = Extent::of_points(&self.lines.x, &self.lines.y);
        self
    }

    /// How many lines there are; of one [`along`](Segments::along) points, between how many points.
    #[must_use]
    pub fn pieces(&self) -> usize {
        if self.along { self.lines.x.len().saturating_sub(1) } else { self.lines.len() }
    }

    /// The widths of so many lines, or the only one.
    fn widths_of(&self, n: usize) -> Vec<f32> {
        let mut widths = Vec::with_capacity(self.widths.len());
        for width in self.widths.iter() {
            widths.push(if width.is_finite() { width.max(0.0) as f32 } else { 0.0 });
        }
        if widths.len() != 1 {
            widths.resize(n, 0.0);
        }
        widths
    }

    /// Draws the line piece by piece.
    fn paint_along(&self, painter: &mut Painter<'_>) {
        let (xs, ys) = (&self.lines.x, &self.lines.y);
        let n = xs.len();
        // a list of one each for the points has no meaning beside one for the pieces between them, which is one shorter
        let given = [self.colors.given(), self.widths.len()];
        let of_points = given.contains(&n) && given.iter().all(|given| *given == n || *given == 1);
        let around = if of_points { painter.around_points(xs, ys) } else { None };
        let count = if around.is_some() { n } else { self.pieces() };
        let theme = painter.theme();
        let mapping = self.mapping.in_theme(theme);
        let (colors, widths) = (self.colors.of(count, &mapping), self.widths_of(count));
        let mut pen = self.pen();
        // Where nothing shows through, each piece begins a little under the one before, so that no gap is seen between two.
        let opaque = self.common.alpha == 1.0 && colors.iter().all(|color| matches!(theme.color(*color).a, 0 | 255));
        pen.cap = if opaque { None } else { Some(Cap::Butt) };
        match around {
            Some((points, ends)) => painter.strokes(&points, &ends, &colors, &widths, &pen),
            None => painter.data_strokes(&Outlines::steps(xs, ys), &colors, &widths, &pen),
        }
    }

    fn pen(&self) -> Pen {
        Pen::new(self.colors.one, theme::LINE_WIDTH).dashes(self.linestyle.clone()).cap(Cap::Butt)
    }
}

/// Places, and two ends for each.
#[track_caller]
fn ends(at: &impl Column, from: &impl PerPoint, to: &impl PerPoint) -> (Vec<f64>, Vec<f64>, Vec<f64>) {
    let n = at.column_len();
    let (mut places, mut first, mut second) = (Vec::new(), Vec::new(), Vec::new());
    at.copy_to(&mut places);
    one_or_each("beginnings", from.numbers(), n);
    one_or_each("ends", to.numbers(), n);
    from.copy_numbers_to(&mut first);
    to.copy_numbers_to(&mut second);
    for list in [&mut first, &mut second] {
        if let [one] = list[..] {
            list.resize(n, one);
        }
    }
    (places, first, second)
}

color_setters!(Segments, self, self.colors.values.iter().copied());

impl Axes {
    /// Adds lines: `add(Segments::new(lines))`.
    ///
    /// # Panics
    /// If two columns of a line have different lengths, or an array does not have the shape of lines.
    #[track_caller]
    pub fn segments(&mut self, lines: impl Polylines) -> Key<Segments> {
        self.add(Segments::new(lines))
    }

    /// Adds level lines at the heights `y` from `x0` to `x1`: `add(Segments::horizontal(y, x0, x1))`.
    ///
    /// # Panics
    /// If there is neither one end nor one for each height.
    #[track_caller]
    pub fn hlines(&mut self, y: impl Column, x0: impl PerPoint, x1: impl PerPoint) -> Key<Segments> {
        self.add(Segments::horizontal(y, x0, x1))
    }

    /// Adds upright lines at the places `x` from `y0` to `y1`: `add(Segments::vertical(x, y0, y1))`.
    ///
    /// # Panics
    /// If there is neither one end nor one for each place.
    #[track_caller]
    pub fn vlines(&mut self, x: impl Column, y0: impl PerPoint, y1: impl PerPoint) -> Key<Segments> {
        self.add(Segments::vertical(x, y0, y1))
    }
}

impl Segments {
    fn handle(&self, mapping: &Mapping) -> LegendHandle {
        let width = self.widths_of(1).first().copied().unwrap_or(0.0);
        let line = Pen::new(self.colors.first(mapping), width).dashes(self.linestyle.clone());
        LegendHandle { line: Some(line), ..LegendHandle::new() }
    }
}

impl Artist for Segments {
    fn common(&self) -> &Common {
        &self.common
    }

    fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }

    fn bounds(&self) -> Bounds {
        Bounds::new(self.extent.0, self.extent.1)
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        if self.along {
            return self.paint_along(painter);
        }
        let n = self.lines.len();
        let colors = self.colors.of(n, &self.mapping.in_theme(painter.theme()));
        painter.data_strokes(&self.lines, &colors, &self.widths_of(n), &self.pen());
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
        if self.along {
            return out.line(projection, &self.lines.x, &self.lines.y);
        }
        out.outlines(projection, &self.lines, false);
    }
}
