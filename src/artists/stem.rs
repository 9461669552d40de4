//! Stems: matplotlib's `stem`.

use crate::artist::common::length;
use crate::artist::{Artist, Bounds, ColorCycle, Common, LegendHandle, MarkerLook, Obstacles, Painter, properties};
use crate::data::{Column, Number, Shared, same_length, take_points};
use crate::figure::{Axes, Key};
use crate::geom::{Extent, Point};
use crate::project::Projection;
use crate::style::{Cap, Color, IntoColor, IntoMarker, Marker, Pen, theme};

/// Markers on lines that rise from a base line: matplotlib's `stem`.
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
///
/// ```
/// use grabframe::prelude::*;
/// use grabframe::Stem;
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let stem = fig[ax].add(Stem::new([0, 1, 2], [0.5, 1.0, -0.3]).color("tab:green"));
/// fig[stem].set_data([0, 1, 2], [0.4, 0.9, -0.2]);
/// ```
#[derive(Clone, Debug)]
pub struct Stem {
    common: Common,
    x: Shared<Vec<f64>>,
    y: Shared<Vec<f64>>,
    extent: (Extent, Extent),
    bottom: f64,
    color: Option<Color>,
    basecolor: Color,
    linewidth: f32,
    marker: Marker,
    markersize: f32,
}

impl Stem {
    /// At `x`, so high.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[must_use]
    #[track_caller]
    pub fn new(x: impl Column, y: impl Column) -> Self {
        let mut stem = Self {
            common: Common::new(),
            x: Shared::default(),
            y: Shared::default(),
            extent: (Extent::EMPTY, Extent::EMPTY),
            bottom: 0.0,
            color: None,
            basecolor: Color::turn(3),
            linewidth: theme::LINE_WIDTH,
            marker: Marker::Circle,
            markersize: theme::MARKER_SIZE,
        };
        stem.set_data(x, y);
        stem
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

    /// Replaces the heights; where the stems stand stays.
    ///
    /// # Panics
    /// If there is not one for each stem.
    #[track_caller]
    pub fn set_ydata(&mut self, y: impl Column) -> &mut Self {
        same_length(("x", self.x.len()), ("y", y.column_len()));
        self.y.take(&y);
        self.extent = Extent::of_points(&self.x, &self.y);
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
        /// Sets where the base line is. Default: 0.
        pub set_bottom, bottom(self, bottom: impl Number) { self.bottom = bottom.to_f64(); }
            -> get_bottom: f64 { self.bottom }

        /// Sets the colour of lines and markers. Default: the next of the cycle.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_color, color(self, color: impl IntoColor) { self.color = Some(color.into_color()); }
            -> get_color: Color { self.color.unwrap_or(Color::turn(0)) }

        /// Sets the colour of the base line; `"none"` leaves it out. Default: `"C3"`.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_basecolor, basecolor(self, color: impl IntoColor) { self.basecolor = color.into_color(); }
            -> get_basecolor: Color { self.basecolor }

        /// Sets the width of all lines, in points. Default: 1.5.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_linewidth, linewidth(self, points: impl Number) { self.linewidth = length(points.to_f64(), "line width"); }
            -> get_linewidth: f32 { theme::plain(self.linewidth) }

        /// Sets the marker. Default: a disc.
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
        } -> get_markersize: f32 { theme::plain(self.markersize) }
    }

    fn look(&self) -> MarkerLook {
        MarkerLook::new(self.marker.clone(), self.markersize, self.get_color())
            .edge(self.get_color(), theme::MARKER_EDGE_WIDTH)
    }
}

impl Axes {
    /// Adds stems at `x`, so high: `add(Stem::new(x, y))`.
    ///
    /// # Panics
    /// If the columns have different lengths.
    #[track_caller]
    pub fn stem(&mut self, x: impl Column, y: impl Column) -> Key<Stem> {
        self.add(Stem::new(x, y))
    }
}

impl Artist for Stem {
    fn common(&self) -> &Common {
        &self.common
    }

    fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }

    fn bounds(&self) -> Bounds {
        let base = if self.extent.1.is_empty() { Extent::EMPTY } else { Extent::of([self.bottom]) };
        Bounds::new(self.extent.0, self.extent.1.union(base)).dates(self.x.are_dates(), self.y.are_dates())
    }

    fn take_color(&mut self, cycle: &mut ColorCycle) {
        if self.color.is_none() {
            self.color = Some(cycle.next_line());
        }
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        let (mut points, mut ends) = (Vec::new(), Vec::new());
        for (&x, &y) in self.x.iter().zip(self.y.iter()) {
            if x.is_nan() || y.is_nan() {
                continue;
            }
            for y in [self.bottom, y] {
                // on whole pixels across, as error bars
                let at = Point::new(painter.x_clipped(x), painter.y_clipped(y));
                points.push(Point::new(painter.crisp(at, self.linewidth).x, at.y));
            }
            ends.push(points.len() as u32);
        }
        let pen = Pen::new(self.get_color(), self.linewidth).cap(Cap::Butt);
        painter.strokes(&points, &ends, &[pen.color], &[pen.width], &pen);
        painter.markers(&self.x, &self.y, &self.look());
        let reach = self.extent.0;
        if !reach.is_empty() && self.basecolor.a > 0 {
            let y = [self.bottom; 2];
            painter.line(&[reach.lo, reach.hi], &y, self.basecolor, self.linewidth, &crate::style::LineStyle::Solid);
        }
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        let line = Some(Pen::new(self.get_color(), self.linewidth));
        Some(LegendHandle { line, marker: Some(self.look()), ..LegendHandle::new() })
    }

    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        out.points(projection, &self.x, &self.y);
    }
}
