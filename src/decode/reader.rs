//! What reads a format in process.

use std::path::Path;

use super::About;
use super::pictures::Pictures;
use crate::canvas::Frame;
use crate::error::{Error, Result};

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
