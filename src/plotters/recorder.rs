//! A program written for plotters, recorded.

use std::fmt;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};
use plotters_bitmap::{BitMapBackend, BitMapBackendError};

use crate::canvas::Frame;
use crate::data::Number;
use crate::error::{Error, Result};
use crate::geom::Size;
use crate::plotters::fonts::register_fonts;
use crate::record::{MovieFile, Receipt, Writer};
use crate::view::View;

/// A backend of plotters of which every `present()` is a frame of a movie: what `BitMapBackend::gif` is, for every writer. Only with
/// the feature `plotters`.
///
/// A program that draws on `BitMapBackend::gif("a.gif", (800, 600), 100)?` records an MP4, or a GIF with exact colours, when that
/// line is `RecorderBackend::new(&AutoWriter::new().fps(10), "a.mp4", (800, 600))?`. It draws with plotters' own `BitMapBackend`, so
/// the pictures are the same. Words can be written with the families `sans-serif`, `serif` and `monospace`, which all are the
/// embedded font.
///
/// As there, a picture that is begun and not presented when the backend is dropped becomes the last frame. The movie is
/// finished when the backend, and the handle if there is one, are dropped; [`movie`](RecorderBackend::movie) is that handle, which
/// finishes it before and says how that went. Frames are encoded on another thread, and what the encoder says comes back from
/// the next `present()`.
///
/// ```
/// use grabframe::RecorderBackend;
/// use grabframe::prelude::GifWriter;
/// use plotters::prelude::*;
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let dir = temp_dir::TempDir::new()?;
/// # let path = dir.path().join("disc.gif");
/// let backend = RecorderBackend::new(&GifWriter::new().fps(10), &path, (200, 150))?;
/// let movie = backend.movie();
/// let root = backend.into_drawing_area();
/// for i in 1..=3 {
///     root.fill(&WHITE)?;
///     root.draw(&Circle::new((100, 75), 20 * i, RED.filled()))?;
///     root.present()?;
/// }
/// assert_eq!(movie.finish()?.frames, 3);
/// # Ok(())
/// # }
/// ```
pub struct RecorderBackend {
    frame: Frame,
    movie: RecordedMovie,
    /// Whether something may have been drawn since the last frame.
    begun: bool,
}

impl fmt::Debug for RecorderBackend {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecorderBackend").field("size", &self.frame.size()).finish_non_exhaustive()
    }
}

/// The movie of a [`RecorderBackend`], which goes into a drawing area and does not come out again.
///
/// Dropped, it does nothing to a backend that still draws.
#[must_use = "the movie is finished when the backend is dropped, too; take the handle for its receipt"]
pub struct RecordedMovie {
    shared: Arc<Mutex<Option<MovieFile>>>,
}

impl fmt::Debug for RecordedMovie {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecordedMovie").field("movie", &*self.lock()).finish()
    }
}

impl RecorderBackend {
    /// Begins a movie of pictures of this size in pixels, with any writer: [`Writer::open`] for plotters.
    ///
    /// # Errors
    /// As [`Writer::open`].
    pub fn new(writer: &impl Writer, path: impl AsRef<Path>, size: impl Into<Size>) -> Result<Self> {
        let size = size.into();
        Ok(Self::of(writer.open(path, size)?))
    }

    fn of(movie: MovieFile) -> Self {
        register_fonts();
        let mut frame = Frame::new(movie.size().width, movie.size().height);
        // black before anything is drawn, as plotters' own
        frame.as_rgb_mut().fill(0);
        Self { frame, movie: RecordedMovie { shared: Arc::new(Mutex::new(Some(movie))) }, begun: false }
    }

    /// The movie, to be finished while plotters has the backend.
    pub fn movie(&self) -> RecordedMovie {
        RecordedMovie { shared: self.movie.shared.clone() }
    }

    fn bitmap(&mut self) -> BitMapBackend<'_> {
        let size = (self.frame.width(), self.frame.height());
        BitMapBackend::with_buffer(self.frame.as_rgb_mut(), size)
    }
}

impl RecordedMovie {
    fn lock(&self) -> MutexGuard<'_, Option<MovieFile>> {
        // a writer that has panicked has said so, and the movie is as it was before
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many frames were taken; 0 once it is finished.
    #[must_use]
    pub fn frames(&self) -> u64 {
        self.lock().as_ref().map_or(0, MovieFile::frames)
    }

    /// Shows the last frame for `seconds` longer.
    ///
    /// # Errors
    /// As [`MovieFile::hold`]; and if the movie was finished before.
    pub fn hold(&self, seconds: impl Number) -> Result<()> {
        self.lock().as_mut().ok_or_else(finished)?.hold(seconds)
    }

    /// As [`MovieFile::add_view`].
    ///
    /// # Errors
    /// If the movie was finished before.
    pub fn add_view(&self, view: impl View + 'static) -> Result<()> {
        self.lock().as_mut().ok_or_else(finished)?.add_view(view);
        Ok(())
    }

    /// Completes the file and gives it its name. What was drawn since the last `present()` is not in it, and a `present()` after it
    /// is an error.
    ///
    /// # Errors
    /// As [`MovieFile::finish`]; and if the movie was finished before, through another handle.
    pub fn finish(self) -> Result<Receipt> {
        let movie = self.lock().take();
        movie.ok_or_else(finished)?.finish()
    }
}

fn finished() -> Error {
    Error::bad_option("the movie has been finished before; it takes nothing more")
}

fn ours(error: DrawingErrorKind<BitMapBackendError>) -> DrawingErrorKind<Error> {
    match error {
        DrawingErrorKind::DrawingError(error) => DrawingErrorKind::DrawingError(Error::bad_option(error.to_string())),
        DrawingErrorKind::FontError(error) => DrawingErrorKind::FontError(error),
    }
}

type Done = std::result::Result<(), DrawingErrorKind<Error>>;

impl DrawingBackend for RecorderBackend {
    type ErrorType = Error;

    fn get_size(&self) -> (u32, u32) {
        (self.frame.width(), self.frame.height())
    }

    fn ensure_prepared(&mut self) -> Done {
        self.begun = true;
        Ok(())
    }

    fn present(&mut self) -> Done {
        self.begun = false;
        let written = match &mut *self.movie.lock() {
            Some(movie) => movie.write_frame(&self.frame),
            None => Err(finished()),
        };
        written.map_err(DrawingErrorKind::DrawingError)
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Done {
        self.bitmap().draw_pixel(at, color).map_err(ours)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Done {
        self.bitmap().draw_line(from, to, style).map_err(ours)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Done {
        self.bitmap().draw_rect(from, to, style, fill).map_err(ours)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Done {
        self.bitmap().draw_path(path, style).map_err(ours)
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Done {
        self.bitmap().draw_circle(center, radius, style, fill).map_err(ours)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, corners: I, style: &S) -> Done {
        self.bitmap().fill_polygon(corners, style).map_err(ours)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Done {
        self.bitmap().draw_text(text, style, at).map_err(ours)
    }

    fn blit_bitmap(&mut self, at: BackendCoord, size: (u32, u32), pixels: &[u8]) -> Done {
        self.bitmap().blit_bitmap(at, size, pixels).map_err(ours)
    }
}

impl Drop for RecorderBackend {
    fn drop(&mut self) {
        // of a picture that a panic broke off nobody wants to see more
        if self.begun && !std::thread::panicking() && self.movie.lock().is_some() {
            // nobody can be told
            let _ = self.present();
        }
    }
}
