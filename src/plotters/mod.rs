//! plotters, both ways: its charts become frames and parts of figures, and figures are drawn on its backends.

mod artist;
mod axis;
mod calls;
mod cut;
mod draw_on;
mod fonts;
mod letters;
mod marker;
mod onto;
mod painted;
mod pixels;
mod recorder;

pub use artist::{AxesChart, PlottersArtist};
pub use axis::AxisCoord;
pub use painted::PainterBackend;
pub use recorder::{RecordedMovie, RecorderBackend};

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters_bitmap::BitMapBackend;

use crate::canvas::Frame;

impl Frame {
    /// This frame as a drawing area of plotters, over the frame's own bytes: what plotters draws is in the frame.
    ///
    /// Only with the feature `plotters`. Words can be written with the families `sans-serif`, `serif` and `monospace`,
    /// which all are the embedded font; no font of the system is needed. A whole program becomes a movie with
    /// [`RecorderBackend`](crate::RecorderBackend).
    ///
    /// ```
    /// use grabframe::{Frame, GifWriter, Writer};
    /// use plotters::prelude::*;
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let dir = temp_dir::TempDir::new()?;
    /// # let path = dir.path().join("chart.gif");
    /// let mut movie = GifWriter::new().fps(10).open(&path, (200, 150))?;
    /// let mut frame = Frame::new(200, 150);
    /// for i in 1..=3 {
    ///     {
    ///         let root = frame.plotters();
    ///         root.fill(&WHITE)?;
    ///         let mut chart = ChartBuilder::on(&root)
    ///             .caption(format!("frame {i}"), ("sans-serif", 20))
    ///             .build_cartesian_2d(0.0..1.0, 0.0..1.0)?;
    ///         chart.draw_series(std::iter::once(Circle::new((0.5, 0.5), 5 * i, RED.filled())))?;
    ///     }
    ///     movie.write_frame(&frame)?;
    /// }
    /// assert_eq!(movie.finish()?.frames, 3);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn plotters(&mut self) -> DrawingArea<BitMapBackend<'_>, Shift> {
        fonts::register_fonts();
        let size = (self.width(), self.height());
        BitMapBackend::with_buffer(self.as_rgb_mut(), size).into_drawing_area()
    }
}
