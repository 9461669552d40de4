//! The bridge to plotters: its charts become frames.

use std::sync::Once;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::style::{FontStyle, register_font};
use plotters_bitmap::BitMapBackend;

use crate::canvas::Frame;
use crate::text::FONT_DATA;

impl Frame {
    /// This frame as a drawing area of plotters, over the frame's own bytes: what plotters draws is in the frame.
    ///
    /// Only with the feature `plotters`. Words can be written with the families `sans-serif`, `serif` and `monospace`,
    /// which all are the embedded font; no font of the system is needed.
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
        register_fonts();
        let size = (self.width(), self.height());
        BitMapBackend::with_buffer(self.as_rgb_mut(), size).into_drawing_area()
    }
}

/// plotters looks its fonts up in a table of the process.
fn register_fonts() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        for family in ["sans-serif", "serif", "monospace"] {
            for style in [FontStyle::Normal, FontStyle::Bold, FontStyle::Italic, FontStyle::Oblique] {
                // it refuses only bytes that are no font, and a test draws with these
                let _ = register_font(family, style, FONT_DATA);
            }
        }
    });
}
