//! What reads a format in process.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use super::pictures::Pictures;
use super::{About, apng, gif, webp};
use crate::canvas::Frame;
use crate::error::{Error, Result};
use crate::formats::{Read, reader};

/// The reader of one format; each has a file of its own.
#[derive(Debug)]
pub(super) struct Reader {
    /// What a file says of itself.
    pub(super) about: fn(&Path) -> Result<About>,
    /// Its pictures, from the first.
    pub(super) pictures: fn(&Path) -> Result<Pictures>,
    /// A file that is one of a sequence, where that is not its first picture.
    pub(super) still: Option<fn(&Path) -> Result<Frame>>,
}

impl Reader {
    /// By what the file begins with; nothing if it is for ffmpeg.
    ///
    /// # Errors
    /// If it cannot be read, or is empty.
    pub(super) fn of(path: &Path) -> Result<Option<&'static Self>> {
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

    /// What a file shows as one picture of a sequence.
    pub(super) fn picture(&self, path: &Path) -> Result<Frame> {
        if let Some(still) = self.still {
            return still(path);
        }
        let first = (self.pictures)(path)?.next();
        let first = first.unwrap_or_else(|| Err(Error::decode(path, "there is no whole picture in it")));
        Ok(first?.frame)
    }
}
