//! plotters draws inside the axes of a figure.

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::drawing::{DrawingArea, IntoDrawingArea};

use crate::artist::{Artist, Bounds, Common, LegendHandle, Painter, properties};
use crate::data::Number;
use crate::geom::Extent;
use crate::plotters::axis::{AxisCoord, FAR};
use crate::plotters::fonts::register_fonts;
use crate::plotters::painted::PainterBackend;
use crate::style::{Color, IntoColor, Pen};
use crate::text::{HAlign, VAlign};

/// A chart of plotters whose coordinates are the data of a figure's axes. It has no frame and no words of its own: these are the
/// figure's.
pub type AxesChart<'a> = ChartContext<'a, PainterBackend<'a>, Cartesian2d<AxisCoord, AxisCoord>>;

type Drawn = Result<(), Box<dyn Error>>;
type OnChart = dyn Fn(&mut AxesChart<'_>) -> Drawn + Send + Sync;
type OnArea = dyn Fn(&DrawingArea<PainterBackend<'_>, Shift>) -> Drawn + Send + Sync;

/// Lets plotters draw inside the axes of a figure, between the figure's own artists. Only with the feature `plotters`.
///
/// [`new`](PlottersArtist::new) gives a chart whose coordinates are those of the axes, so that series land where the ticks say, on
/// any scale; what reaches beyond the axes is cut off at their border. [`on_area`](PlottersArtist::on_area) gives the box of the
/// axes as a plain drawing area, for whole charts with axes of their own, in three dimensions for instance. What is drawn is
/// drawn by the figure's kernels, smooth, and is lines and words in a vector file. plotters knows whole pixels, of 1/100 inch (a pixel at
/// the default resolution), and so places are rounded to them.
///
/// The closure is called for every picture, perhaps on another thread. If it returns an error, that is written into the axes.
/// What plotters draws is not known beforehand: say how far it reaches by [`extent`](PlottersArtist::extent), or set the limits
/// of the axes.
///
/// ```
/// use grabframe::PlottersArtist;
/// use grabframe::prelude::{ArtistExt, Figure};
/// use plotters::prelude::*;
///
/// let wave = |t: f64| {
///     PlottersArtist::new(move |chart| {
///         let points = (0..=100).map(|i| 0.1 * f64::from(i)).map(|x| (x, (x - t).sin()));
///         chart.draw_series(LineSeries::new(points, BLUE.stroke_width(2)))?;
///         Ok(())
///     })
///     .extent(0, 10, -1, 1)
/// };
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let shown = fig[ax].add(wave(0.0).color("blue").label("a wave"));
/// fig[ax].legend();
/// let before = fig.render();
/// fig[shown].set_drawing(wave(1.0)); // in a loop, as any artist
/// assert_ne!(fig.render(), before);
/// ```
///
/// `label`, `alpha`, `zorder`, `visible` and `clip` come with [`ArtistExt`](crate::ArtistExt), and so do `set_label` and so on.
#[derive(Clone)]
pub struct PlottersArtist {
    common: Common,
    draw: Draw,
    extent: Option<[f64; 4]>,
    color: Color,
}

#[derive(Clone)]
enum Draw {
    Chart(Arc<OnChart>),
    Area(Arc<OnArea>),
}

impl fmt::Debug for PlottersArtist {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PlottersArtist")
            .field("common", &self.common)
            .field("extent", &self.extent)
            .finish_non_exhaustive()
    }
}

impl PlottersArtist {
    /// What this draws on a chart, in the coordinates of the axes.
    #[must_use]
    pub fn new<F>(draw: F) -> Self
    where
        F: Fn(&mut AxesChart<'_>) -> Result<(), Box<dyn Error>> + Send + Sync + 'static,
    {
        Self::of(Draw::Chart(Arc::new(draw)))
    }

    /// What this draws on the box of the axes, in pixels of 1/100 inch from its upper left corner.
    ///
    /// ```
    /// use grabframe::PlottersArtist;
    /// use grabframe::prelude::Figure;
    /// use plotters::prelude::*;
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// fig[ax].set_frame(false);
    /// fig[ax].add(PlottersArtist::on_area(|area| {
    ///     let mut chart = ChartBuilder::on(area).build_cartesian_3d(-1.0..1.0, -1.0..1.0, -1.0..1.0)?;
    ///     chart.configure_axes().draw()?;
    ///     Ok(())
    /// }));
    /// assert!(fig.render().as_rgb().iter().any(|level| *level != 255));
    /// ```
    #[must_use]
    pub fn on_area<F>(draw: F) -> Self
    where
        F: Fn(&DrawingArea<PainterBackend<'_>, Shift>) -> Result<(), Box<dyn Error>> + Send + Sync + 'static,
    {
        Self::of(Draw::Area(Arc::new(draw)))
    }

    fn of(draw: Draw) -> Self {
        register_fonts();
        Self { common: Common::new(), draw, extent: None, color: Color::BLACK }
    }

    /// Takes over what another one draws; all else stays.
    pub fn set_drawing(&mut self, other: Self) -> &mut Self {
        self.draw = other.draw;
        self
    }

    properties! {
        /// Sets how far the drawing reaches, in data: what the automatic limits of the axes have to hold. Default: nothing is said.
        ///
        /// # Panics
        /// If one is not finite.
        pub set_extent, extent(self, left: impl Number, right: impl Number, bottom: impl Number, top: impl Number) {
            let extent = [left.to_f64(), right.to_f64(), bottom.to_f64(), top.to_f64()];
            assert!(extent.iter().all(|v| v.is_finite()), "an extent of {extent:?} has no end; it must be finite");
            self.extent = Some(extent);
        } -> get_extent: Option<[f64; 4]> { self.extent }

        /// Sets the colour of the short line beside its label in a legend. Default: black.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_color, color(self, color: impl IntoColor) { self.color = color.into_color(); }
            -> get_color: Color { self.color }
    }
}

impl Draw {
    fn draw(&self, backend: PainterBackend<'_>) -> Drawn {
        let axes = backend.axes();
        let area = backend.into_drawing_area();
        match (self, axes) {
            (Self::Area(draw), _) => draw(&area),
            (Self::Chart(draw), Some((x, y))) => {
                // its border is far away, since plotters moves to it what lies outside
                let wide = area.margin(-FAR, -FAR, -FAR, -FAR);
                draw(&mut ChartBuilder::on(&wide).build_cartesian_2d(x, y)?)
            }
            (Self::Chart(_), None) => Ok(()),
        }
    }
}

impl Artist for PlottersArtist {
    fn common(&self) -> &Common {
        &self.common
    }

    fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }

    fn bounds(&self) -> Bounds {
        let Some([left, right, bottom, top]) = self.extent else { return Bounds::new(Extent::EMPTY, Extent::EMPTY) };
        Bounds::new(Extent::of([left, right]), Extent::of([bottom, top]))
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        let projection = painter.projection();
        if let Err(error) = self.draw.draw(PainterBackend::new(painter.with_projection(projection))) {
            let (words, at) = (format!("plotters: {error}"), painter.area().center());
            painter.text(&words, at, 10.0, Color::RED, HAlign::Center, VAlign::Center, 0.0);
        }
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        Some(LegendHandle { line: Some(Pen::new(self.color, 1.5)), ..LegendHandle::new() })
    }
}
