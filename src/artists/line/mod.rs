//! Lines with or without markers: matplotlib's `plot`.

mod looks;

use crate::artist::common::length;
use crate::artist::{Artist, Bounds, ColorCycle, Common, LegendHandle, MarkerLook, Obstacles, Painter, properties};
use crate::artists::line::looks::Rare;
use crate::data::{Column, Number, Shared, same_length, take_points};
use crate::figure::{Axes, Key};
use crate::geom::Extent;
use crate::project::Projection;
use crate::style::{
    Color, Fmt, IntoColor, IntoLineStyle, IntoMarker, LineStyle, Marker, NameOr, Steps, Theme, parse_fmt, theme,
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
    /// Which of the theme's styles and markers it has, if it took its turn.
    turn: Option<usize>,
    linestyle: Option<LineStyle>,
    steps: Option<Steps>,
    linewidth: f32,
    marker: Option<Marker>,
    markersize: f32,
    face: Option<Color>,
    edge: Option<Color>,
    markeredgewidth: f32,
    rare: Option<Box<Rare>>,
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
            turn: None,
            linestyle: None,
            steps: None,
            linewidth: theme::LINE_WIDTH,
            marker: None,
            markersize: theme::MARKER_SIZE,
            face: None,
            edge: None,
            markeredgewidth: theme::MARKER_EDGE_WIDTH,
            rare: None,
        }
    }

    /// Replaces the points.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[track_caller]
    pub fn set_data(&mut self, x: impl Column, y: impl Column) -> &mut Self {
        same_length(("x", x.column_len()), ("y", y.column_len()));
        self.extent = take_points((&mut self.x, &mut self.y), &x, &y);
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
        self.x.take(&x);
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
        self.y.take(&y);
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
        self.x.note(x.is_date());
        self.y.note(y.is_date());
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
            -> get_color: Color { self.color.unwrap_or(Color::turn(0)) }

        /// Sets the width, in points. Default: 1.5.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_linewidth, linewidth(self, points: impl Number) { self.linewidth = length(points.to_f64(), "line width"); }
            -> get_linewidth: f32 { theme::plain(self.linewidth) }

        /// Sets the style: [`LineStyle::Dashed`] and so on, or `"--"`. Default: solid.
        ///
        /// # Panics
        /// If a string names no style.
        pub set_linestyle, linestyle(self, style: impl IntoLineStyle) { self.linestyle = Some(style.into_linestyle()); }
            -> get_linestyle: &LineStyle { self.linestyle.as_ref().unwrap_or(&LineStyle::Solid) }

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
        pub set_marker, marker(self, marker: impl IntoMarker) { self.marker = Some(marker.into_marker()); }
            -> get_marker: &Marker { self.marker.as_ref().unwrap_or(&Marker::None) }

        /// Sets the size of the markers, in points. Default: 6.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_markersize, markersize(self, points: impl Number) {
            self.markersize = length(points.to_f64(), "marker size");
        } -> get_markersize: f32 { theme::plain(self.markersize) }

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
        } -> get_markeredgewidth: f32 { theme::plain(self.markeredgewidth) }
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
        if linestyle.is_some() {
            self.linestyle = linestyle;
        }
        if marker.is_some() {
            self.marker = marker;
        }
    }

    fn handle(&self, theme: Option<&Theme>) -> LegendHandle {
        let pen = self.pen(theme);
        let line = (pen.style != LineStyle::None).then_some(pen);
        LegendHandle { line, marker: self.marker_look(theme), ..LegendHandle::new() }
    }

    /// The markers, as a theme has them if nothing else was said.
    fn marker_look(&self, theme: Option<&Theme>) -> Option<MarkerLook> {
        let of_theme = || theme?.marker_in_turn(self.turn?);
        let marker = self.marker.as_ref().or_else(of_theme).filter(|marker| **marker != Marker::None)?;
        let mut look = MarkerLook::new(marker.clone(), self.markersize, self.get_markerfacecolor())
            .edge(self.get_markeredgecolor(), self.markeredgewidth);
        self.fill_markers(&mut look);
        Some(look)
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
        Bounds::new(self.extent.0, self.extent.1).dates(self.x.are_dates(), self.y.are_dates())
    }

    fn take_color(&mut self, cycle: &mut ColorCycle) {
        let (style, marker) = cycle.line_ahead();
        let (style, marker) = (style.filter(|_| self.linestyle.is_none()), marker.filter(|_| self.marker.is_none()));
        if self.color.is_none() || style.is_some() || marker.is_some() {
            self.linestyle = style.cloned().or(self.linestyle.take());
            self.marker = marker.cloned().or(self.marker.take());
            self.turn = Some(cycle.turn_ahead());
            let color = cycle.next_line();
            self.color.get_or_insert(color);
        }
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        match self.steps {
            None => self.stroke(painter, &self.x, &self.y),
            Some(steps) => {
                let (x, y) = steps.through(&self.x, &self.y);
                self.stroke(painter, &x, &y);
            }
        }
        if let Some(marker) = self.marker_look(Some(painter.theme())) {
            self.paint_markers(painter, &marker);
        }
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        Some(self.handle(None))
    }

    fn paint_handle(&self, painter: &mut Painter<'_>) {
        self.handle(Some(painter.theme())).paint(painter);
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        out.line(projection, &self.x, &self.y);
    }
}
