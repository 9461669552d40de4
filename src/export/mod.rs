//! Stills of a figure, in the format that the file's extension says.

mod dense;
mod finer;
mod number;
mod pdf;
mod pen;
mod svg;
mod thin;
mod tile;
mod trace;
mod vector;
mod writer;

pub use writer::StillWriter;

use std::path::Path;

use crate::error::Result;
use crate::figure::Figure;

impl Figure {
    /// Draws the figure as it stands and writes it, as the extension says: a PNG with its resolution (`.png`), or a vector file
    /// ([`.svg`](Figure::to_svg), [`.pdf`](Figure::to_pdf)). At another resolution, and with a title and other
    /// metadata, a [`StillWriter`] does it. A file of that name is replaced once the new one is whole.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// # fn main() -> grabframe::Result<()> {
    /// # let dir = temp_dir::TempDir::new().unwrap();
    /// let mut fig = Figure::new();
    /// let ax = fig.add_axes();
    /// fig[ax].plot([0.0, 1.0], [1.0, 0.0]);
    /// fig.save(dir.path().join("still.png"))?;
    /// fig.save(dir.path().join("still.svg"))?;
    /// fig.save(dir.path().join("still.pdf"))?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::UnknownFormat`](crate::ErrorKind::UnknownFormat) for another extension;
    /// [`ErrorKind::MissingFolder`](crate::ErrorKind::MissingFolder); whatever the file says.
    pub fn save(&self, path: impl AsRef<Path>) -> Result<()> {
        StillWriter::new().save(self, path)
    }
}
