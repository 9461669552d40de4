//! A figure on a drawing area of plotters.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Drawable, PointCollection};
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};

use crate::figure::Figure;
use crate::geom::Size;
use crate::layout::Layout;
use crate::plotters::calls::Backend;
use crate::plotters::onto::Onto;
use crate::scene;

impl Figure {
    /// Draws the figure as it stands on a drawing area of plotters, of any backend: beside plotters' own charts, on a backend for
    /// a window, a web page or a file. Only with the feature `plotters`.
    ///
    /// The figure takes the area's shape and fills it; letters, lines and markers are as much larger or smaller as the
    /// whole is (if it is not as wide or not as high, by the lesser). A figure that is as large as the area in pixels has the sizes that
    /// it says. Nothing outside of the area is drawn; the figure's own colour covers all of it.
    ///
    /// Backends know whole pixels, so that lines and markers do not lie as exactly as in our own pictures. Dashes and
    /// clips are cut here. Where a backend has pixels, letters are ours, and otherwise words in its own `sans-serif`, of the
    /// same size and at the same place. What plotters has no call for becomes pixels: images and meshes, what is clipped to
    /// a path, paths with holes, words that are not turned by quarters or need other fonts. Opaque ones go through `blit_bitmap` as RGB,
    /// which a backend with another format of pixels does not understand (that is said in plotters' own pages).
    ///
    /// ```
    /// use grabframe::prelude::{Figure, Frame};
    /// use plotters::prelude::*;
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let mut fig = Figure::pixels(300, 200);
    /// let ax = fig.add_axes();
    /// fig[ax].plot([0.0, 1.0], [1.0, 0.0]);
    ///
    /// let mut frame = Frame::new(600, 200);
    /// {
    ///     let root = frame.plotters(); // an area on `BitMapBackend`
    ///     root.fill(&WHITE)?;
    ///     let halves = root.split_evenly((1, 2));
    ///     halves[0].draw(&Circle::new((150, 100), 80, RED.filled()))?;
    ///     fig.draw_on(&halves[1])?;
    ///     root.present()?;
    /// }
    /// assert_eq!(frame.pixel(150, 100), [255, 0, 0]);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// What the backend says first; nothing more is drawn then.
    pub fn draw_on<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
    ) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
        area.draw(&Whole { figure: self })
    }
}

/// A figure as an element of plotters.
struct Whole<'a> {
    figure: &'a Figure,
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Whole<'_> {
    type Point = BackendCoord;
    type IntoIter = [BackendCoord; 1];

    fn point_iter(self) -> Self::IntoIter {
        [(0, 0)]
    }
}

impl<DB: DrawingBackend> Drawable<DB> for Whole<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut places: I,
        backend: &mut DB,
        size: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        let origin = places.next().unwrap_or_default();
        let mut backend = Backend::new(backend, origin);
        let room = backend.room();
        draw(self.figure, size.into(), &mut |layout, figure| {
            scene::draw(figure, layout, &mut Onto::new(&mut backend, layout.size, room));
        });
        backend.result()
    }
}

/// Lays a figure out for so many pixels.
fn draw(figure: &Figure, size: Size, draw: &mut dyn FnMut(&Layout, &Figure)) {
    if size.refusal().is_none() {
        let figure = figure.filling(size);
        draw(&Layout::of(&figure), &figure);
    }
}
