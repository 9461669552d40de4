//! What every writer can do.

use std::path::Path;

use crate::encode::{Encoder, Fps};
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::geom::Size;
use crate::record::recording::size_of;
use crate::record::{MovieFile, Recording};
use crate::style::Color;

/// What an encoder is opened for.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Target<'a> {
    /// The file that the movie is to be.
    pub path: &'a Path,
    /// The size of every frame, in pixels.
    pub size: Size,
    /// The colour of the pixels that are added where a format needs even sizes.
    pub background: Color,
    /// The resolution of the frames in dots an inch, if they have one.
    pub dpi: Option<f64>,
}

/// A way to write movies: a description that can be cloned and used again. Only [`saving`](Writer::saving) and
/// [`open`](Writer::open) make something that takes frames.
pub trait Writer {
    /// The frame rate of the movies.
    fn frame_rate(&self) -> Fps;

    /// The resolution in dots an inch at which figures are drawn; `None` is the figure's own.
    fn resolution(&self) -> Option<f64> {
        None
    }

    /// Starts an encoder.
    ///
    /// # Errors
    /// If the file cannot be written there, or an option does not go with the format.
    fn encoder(&self, target: &Target<'_>) -> Result<Box<dyn Encoder>>;

    /// Begins to record a figure: matplotlib's `writer.saving(fig, path)`.
    ///
    /// # Errors
    /// If the file cannot be written there, the format needs something that is not there, or an option does not go with
    /// it. Nothing has been recorded then.
    fn saving<'f>(&self, figure: &'f mut Figure, path: impl AsRef<Path>) -> Result<Recording<'f>>
    where
        Self: Sized,
    {
        let dpi = self.resolution();
        if let Some(dpi) = dpi
            && !(dpi.is_finite() && dpi > 0.0)
        {
            return Err(Error::BadOption {
                reason: format!("a resolution of {dpi} dpi cannot be used; it must be positive"),
            });
        }
        let target = Target {
            path: path.as_ref(),
            size: size_of(figure, dpi),
            background: figure.face(),
            dpi: Some(dpi.unwrap_or(figure.resolution())),
        };
        let movie = start(self, &target)?;
        Ok(Recording::new(figure, dpi, movie))
    }

    /// Begins a movie of pictures of one size, without a figure: cv2's `VideoWriter`.
    ///
    /// # Errors
    /// As [`saving`](Writer::saving).
    fn open(&self, path: impl AsRef<Path>, size: impl Into<Size>) -> Result<MovieFile>
    where
        Self: Sized,
    {
        start(
            self,
            &Target { path: path.as_ref(), size: size.into(), background: Color::BLACK, dpi: self.resolution() },
        )
    }
}

fn start(writer: &dyn Writer, target: &Target<'_>) -> Result<MovieFile> {
    let fps = writer.frame_rate().checked()?;
    if target.size.width == 0 || target.size.height == 0 {
        return Err(Error::BadSize { size: target.size, reason: "it has no pixels".into() });
    }
    let encoder = writer.encoder(target)?;
    MovieFile::start(target.path, target.size, fps, encoder)
}

impl Writer for Box<dyn Writer> {
    fn frame_rate(&self) -> Fps {
        (**self).frame_rate()
    }

    fn resolution(&self) -> Option<f64> {
        (**self).resolution()
    }

    fn encoder(&self, target: &Target<'_>) -> Result<Box<dyn Encoder>> {
        (**self).encoder(target)
    }
}
