//! Lines with or without markers: matplotlib's `plot`.

use crate::artist::common::length;
use crate::artist::{Artist, Bounds, ColorCycle, Common, LegendHandle, MarkerLook, Obstacles, Painter, properties};
use crate::data::{Column, Number, Shared, same_length};
use crate::figure::{Axes, Key};
use crate::geom::Extent;
use crate::project::Projection;
use crate::style::{
    Color, Fmt, IntoColor, IntoLineStyle, IntoMarker, LineStyle, Marker, NameOr, Pen, Steps, parse_fmt, theme,
};

/// Points joined by a line, with markers on them if asked for.
///
/// NaN is a gap. Widths and sizes are in points (1/72 inch).
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let x: Vec<f64> = (0..100).map(|i| f64::from(i) / 10.0).collect();
/// let y: Vec<f64> = x.iter().map(|x| x.sin()).collect();
/// let line = fig[ax].add(Line::new(&x, &y).fmt("r--").linewidth(2.0).label("sine"));
/// fig[line].set_data(&x[..50], &y[..50]);
/// ```
#[derive(Clone, Debug)]
pub struct Line {
    common: Common,
    x: Shared<Vec<f64>>,
    y: Shared<Vec<f64>>,
    extent: (Extent, Extent),
    color: Option<Color>,
    linestyle: LineStyle,
    steps: Option<Steps>,
    linewidth: f32,
    marker: Marker,
    markersize: f32,
    face: Option<Color>,
    edge: Option<Color>,
    markeredgewidth: f32,
}

impl Line {
    /// A line through the points (`x[i]`, `y[i]`), solid, 1.5 points wide, without markers.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[must_use]
    #[track_caller]
    pub fn new(x: impl Column, y: impl Column) -> Self {
        let mut line = Self::empty();
        line.set_data(x, y);
        line
    }

    /// A line without points, to be filled by [`set_data`](Line::set_data).
    #[must_use]
    pub fn empty() -> Self {
        Self {
            common: Common::new(),
            x: Shared::default(),
            y: Shared::default(),
            extent: (Extent::EMPTY, Extent::EMPTY),
            color: None,
            linestyle: LineStyle::Solid,
            steps: None,
            linewidth: theme::LINE_WIDTH,
            marker: Marker::None,
            markersize: theme::MARKER_SIZE,
            face: None,
            edge: None,
            markeredgewidth: theme::MARKER_EDGE_WIDTH,
        }
    }

    /// Replaces the points.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[track_caller]
    pub fn set_data(&mut self, x: impl Column, y: impl Column) -> &mut Self {
        same_length(("x", x.column_len()), ("y", y.column_len()));
        x.copy_to(self.x.renew());
        y.copy_to(self.y.renew());
        self.extent = Extent::of_points(&self.x, &self.y);
        self
    }

    /// Replaces the positions along x; the heights stay.
    ///
    /// # Panics
    /// If there are not as many as before.
    #[track_caller]
    pub fn set_xdata(&mut self, x: impl Column) -> &mut Self {
        let (nx, ny) = (x.column_len(), self.y.len());
        assert!(nx == ny, "the line has {ny} points but x has {nx} values; use set_data to change both");
        x.copy_to(self.x.renew());
        self.extent = Extent::of_points(&self.x, &self.y);
        self
    }

    /// Replaces the heights; the positions along x stay.
    ///
    /// # Panics
    /// If there are not as many as before.
    #[track_caller]
    pub fn set_ydata(&mut self, y: impl Column) -> &mut Self {
        let (nx, ny) = (self.x.len(), y.column_len());
        assert!(nx == ny, "the line has {nx} points but y has {ny} values; use set_data to change both");
        y.copy_to(self.y.renew());
        self.extent = Extent::of_points(&self.x, &self.y);
        self
    }

    /// Adds a point at the end.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let mut line = Line::empty();
    /// line.push(0.0, 1.0).push(1.0, 4.0);
    /// assert_eq!(line.xdata(), [0.0, 1.0]);
    /// ```
    pub fn push(&mut self, x: impl Number, y: impl Number) -> &mut Self {
        let (x, y) = (x.to_f64(), y.to_f64());
        self.x.push(x);
        self.y.push(y);
        let (seen_x, seen_y) = Extent::of_points(&[x], &[y]);
        self.extent = (self.extent.0.union(seen_x), self.extent.1.union(seen_y));
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
        /// Sets colour, marker and line style by matplotlib's shorthand: `"k-o"`, `"r--"`, `"C3:"`, `"s"`.
        ///
        /// A marker without a line style means markers only.
        ///
        /// # Panics
        /// If the shorthand is none.
        pub set_fmt, fmt(self, fmt: &str) { self.take(fmt); }

        /// Sets the colour of the line and its markers. Default: the next of the cycle.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_color, color(self, color: impl IntoColor) { self.color = Some(color.into_color()); }
            -> get_color: Color { self.color.unwrap_or(Color::cycle(0)) }

        /// Sets the width, in points. Default: 1.5.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_linewidth, linewidth(self, points: impl Number) { self.linewidth = length(points.to_f64(), "line width"); }
            -> get_linewidth: f32 { self.linewidth }

        /// Sets the style: [`LineStyle::Dashed`] and so on, or `"--"`. Default: solid.
        ///
        /// # Panics
        /// If a string names no style.
        pub set_linestyle, linestyle(self, style: impl IntoLineStyle) { self.linestyle = style.into_linestyle(); }
            -> get_linestyle: &LineStyle { &self.linestyle }

        /// Lets the line go in steps: a [`Steps`], or `"pre"`, `"mid"` or `"post"`. Default: it is straight from point to point.
        ///
        /// # Panics
        /// If a name is that of no way to step.
        pub set_steps, steps(self, steps: impl NameOr<Steps>) { self.steps = Some(steps.value()); }
            -> get_steps: Option<Steps> { self.steps }

        /// Sets the marker: [`Marker::Circle`] and so on, or `'o'`. Default: none.
        ///
        /// # Panics
        /// If a letter names no marker.
        pub set_marker, marker(self, marker: impl IntoMarker) { self.marker = marker.into_marker(); }
            -> get_marker: &Marker { &self.marker }

        /// Sets the size of the markers, in points. Default: 6.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_markersize, markersize(self, points: impl Number) {
            self.markersize = length(points.to_f64(), "marker size");
        } -> get_markersize: f32 { self.markersize }

        /// Sets the filling of the markers. Default: the line's colour. `"none"` leaves them empty.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_markerfacecolor, markerfacecolor(self, color: impl IntoColor) { self.face = Some(color.into_color()); }
            -> get_markerfacecolor: Color { self.face.unwrap_or(self.get_color()) }

        /// Sets the edge of the markers. Default: the line's colour.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_markeredgecolor, markeredgecolor(self, color: impl IntoColor) { self.edge = Some(color.into_color()); }
            -> get_markeredgecolor: Color { self.edge.unwrap_or(self.get_color()) }

        /// Sets the width of the markers' edge, in points. Default: 1.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_markeredgewidth, markeredgewidth(self, points: impl Number) {
            self.markeredgewidth = length(points.to_f64(), "edge width");
        } -> get_markeredgewidth: f32 { self.markeredgewidth }
    }

    /// What a shorthand says.
    #[track_caller]
    fn take(&mut self, fmt: &str) {
        let Fmt { color, linestyle, marker } = match parse_fmt(fmt) {
            Ok(fmt) => fmt,
            Err(reason) => panic!("{reason}"),
        };
        if color.is_some() {
            self.color = color;
        }
        if let Some(linestyle) = linestyle {
            self.linestyle = linestyle;
        }
        if let Some(marker) = marker {
            self.marker = marker;
        }
    }

    fn marker_look(&self) -> Option<MarkerLook> {
        (self.marker != Marker::None).then(|| {
            MarkerLook::new(self.marker.clone(), self.markersize, self.get_markerfacecolor())
                .edge(self.get_markeredgecolor(), self.markeredgewidth)
        })
    }
}

impl Axes {
    /// Adds a line through the points (`x[i]`, `y[i]`): `add(Line::new(x, y))`.
    ///
    /// matplotlib's `plot(x, y, "r--", lw=2)` is `add(Line::new(x, y).fmt("r--").linewidth(2))`, or afterwards
    /// `fig[line].set_fmt("r--")`. `plot(y)` is `plot(0..y.len(), y)`.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[track_caller]
    pub fn plot(&mut self, x: impl Column, y: impl Column) -> Key<Line> {
        self.add(Line::new(x, y))
    }

    /// Adds a line in steps, each height holding from the point before: `add(Line::new(x, y).steps("pre"))`, matplotlib's `step`.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[track_caller]
    pub fn step(&mut self, x: impl Column, y: impl Column) -> Key<Line> {
        self.add(Line::new(x, y).steps(Steps::Pre))
    }
}

impl Artist for Line {
    fn common(&self) -> &Common {
        &self.common
    }

    fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }

    fn bounds(&self) -> Bounds {
        Bounds::new(self.extent.0, self.extent.1)
    }

    fn take_color(&mut self, cycle: &mut ColorCycle) {
        self.color.get_or_insert_with(|| cycle.next_line());
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        let look = (self.get_color(), self.linewidth, &self.linestyle);
        match self.steps {
            None => painter.line(&self.x, &self.y, look.0, look.1, look.2),
            Some(steps) => {
                let (x, y) = steps.through(&self.x, &self.y);
                painter.line(&x, &y, look.0, look.1, look.2);
            }
        }
        if let Some(marker) = self.marker_look() {
            painter.markers(&self.x, &self.y, &marker);
        }
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        let pen = || Pen::new(self.get_color(), self.linewidth).dashes(self.linestyle.clone());
        let line = (self.linestyle != LineStyle::None).then(pen);
        Some(LegendHandle { line, marker: self.marker_look(), ..LegendHandle::new() })
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        out.line(projection, &self.x, &self.y);
    }
}
