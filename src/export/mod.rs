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

use std::path::Path;

use crate::encode::png::{Effort, encode, write_still};
use crate::error::{Error, Result};
use crate::figure::Figure;

/// Makes the bytes of a file; the path is for messages.
type Make = fn(&Figure, &Path) -> Result<Vec<u8>>;

/// Kinds of stills by their extension. A new one is a line here.
const KINDS: &[(&str, Make)] = &[
    ("png", |fig, path| encode(&fig.render(), Some(fig.get_dpi()), Effort::Small, path)),
    ("svg", |fig, _| Ok(fig.to_svg().into_bytes())),
    ("pdf", |fig, _| Ok(fig.to_pdf())),
];

impl Figure {
    /// Draws the figure as it stands and writes it, as the extension says: a PNG with its resolution (`.png`), or a vector file
    /// ([`.svg`](Figure::to_svg), [`.pdf`](Figure::to_pdf)). A file of that name is replaced once the new one is whole.
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
        save(self, path.as_ref())
    }
}

fn save(fig: &Figure, path: &Path) -> Result<()> {
    for (extension, make) in KINDS {
        if path.extension().is_some_and(|e| e.eq_ignore_ascii_case(extension)) {
            return write_still(path, &|path| make(fig, path));
        }
    }
    let mut known = String::new();
    for (i, (extension, _)) in KINDS.iter().enumerate() {
        known.push_str(match i {
            0 => "",
            _ if i + 1 == KINDS.len() => " and ",
            _ => ", ",
        });
        known.push_str(extension);
    }
    known.push_str(" for stills; for movies there are writers");
    Err(Error::unknown_format(path, known.as_str()))
}
