//! Which reader a file is for.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::error::{Error, Result};

/// By what the file begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Gif,
    Png,
    Webp,
    /// Whatever ffmpeg makes of it.
    Other,
}

impl Format {
    /// Of a file that is there and not empty.
    pub(super) fn of(path: &Path) -> Result<Self> {
        let mut head = Vec::new();
        let file = File::open(path).map_err(|e| Error::io("open", path, e))?;
        file.take(12).read_to_end(&mut head).map_err(|e| Error::io("read", path, e))?;
        Ok(match head.as_slice() {
            [] => return Err(Error::decode(path, "it is empty")),
            [b'G', b'I', b'F', b'8', ..] => Self::Gif,
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Self::Png,
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P'] => Self::Webp,
            _ => Self::Other,
        })
    }
}
