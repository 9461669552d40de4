//! Which reader is for which file.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use super::reader::Reader;
use super::{apng, gif, webp};
use crate::error::{Error, Result};
use crate::formats::{Read, reader};

/// The reader of what a file begins with; nothing if it is for ffmpeg.
///
/// # Errors
/// If it cannot be read, or is empty.
pub(super) fn reader_of(path: &Path) -> Result<Option<&'static Reader>> {
    let mut head = Vec::new();
    let file = File::open(path).map_err(|e| Error::io("open", path, e))?;
    file.take(12).read_to_end(&mut head).map_err(|e| Error::io("read", path, e))?;
    if head.is_empty() {
        return Err(Error::decode(path, "it is empty"));
    }
    Ok(match reader(&head) {
        Read::Gif => Some(&gif::READER),
        Read::Png => Some(&apng::READER),
        Read::Webp => Some(&webp::READER),
        Read::Ffmpeg => None,
    })
}
