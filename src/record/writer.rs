//! What every writer can do.

use std::path::Path;

use crate::encode::{Encoder, Fps};
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::geom::Size;
use crate::record::recording::size_of;
use crate::record::tee::Tee;
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
        self.saving_all(figure, &[path])
    }

    /// Begins to record a figure into several files at once; every frame is drawn once.
    ///
    /// The receipt is that of the first file, with the size of all of them, and names the others in its notes. If one file
    /// fails, the others end there, complete, and the error comes back.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// # fn main() -> grabframe::Result<()> {
    /// # let dir = tempfile::tempdir().unwrap();
    /// let mut fig = Figure::pixels(64, 48);
    /// let paths = [dir.path().join("both.gif"), dir.path().join("both.apng")];
    /// let mut movie = AutoWriter::new().fps(10).saving_all(&mut fig, &paths)?;
    /// movie.grab_frame()?;
    /// println!("{}", movie.finish()?);
    /// assert!(paths.iter().all(|path| path.exists()));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`saving`](Writer::saving), and [`Error::BadOption`] if there is no path.
    fn saving_all<'f>(&self, figure: &'f mut Figure, paths: &[impl AsRef<Path>]) -> Result<Recording<'f>>
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
        let targets: Vec<Target<'_>> = paths
            .iter()
            .map(|path| Target {
                path: path.as_ref(),
                size: size_of(figure, dpi),
                background: figure.face(),
                dpi: Some(dpi.unwrap_or(figure.resolution())),
            })
            .collect();
        let movie = start(self, &targets)?;
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
        let (path, size) = (path.as_ref(), size.into());
        start(self, &[Target { path, size, background: Color::BLACK, dpi: self.resolution() }])
    }
}

/// Starts the encoders of all targets, which have one size. The first gives the movie its name.
fn start(writer: &dyn Writer, targets: &[Target<'_>]) -> Result<MovieFile> {
    let fps = writer.frame_rate().checked()?;
    let Some(&Target { path, size, .. }) = targets.first() else {
        return Err(Error::BadOption { reason: "a movie needs at least one file to be recorded to".into() });
    };
    if size.width == 0 || size.height == 0 {
        return Err(Error::BadSize { size, reason: "it has no pixels".into() });
    }
    let mut encoders = targets
        .iter()
        .map(|target| Ok((target.path.to_path_buf(), writer.encoder(target)?)))
        .collect::<Result<Vec<_>>>()?;
    let encoder = if encoders.len() == 1 { encoders.remove(0).1 } else { Box::new(Tee::new(encoders)) };
    MovieFile::start(path, size, fps, encoder)
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
