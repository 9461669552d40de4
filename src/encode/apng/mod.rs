//! Animated PNG, written in this process.
//!
//! Exact pixels; an image holds only the rectangle that changed; times are whole milliseconds, since browsers cut what is finer. The walk of a picture:
//! `delta` finds the rectangle, the `png` crate compresses it as a still of that size, [`stream`] wraps the data into the
//! [`chunk`]s of an animation.

mod chunk;
mod delay;
mod stream;
#[cfg(test)]
mod tests;

pub(crate) use chunk::text as text_chunk;

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

use self::stream::ApngStream;
use super::delta::Deltas;
use super::file::FileEncoder;
use super::png::checked_size;
use super::{Fps, Repeat};
use crate::error::Result;
use crate::geom::Size;

/// What an animated PNG can be asked for, beside its size and rate.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct ApngOptions {
    /// How often it is shown.
    pub(crate) repeat: Repeat,
    /// Names and values of texts in the file.
    pub(crate) metadata: Vec<(String, String)>,
    /// The resolution that is noted in the file, in dots an inch.
    pub(crate) dpi: Option<f64>,
}

/// Writes an animated PNG file.
pub(crate) type ApngEncoder = FileEncoder<Deltas<ApngStream<BufWriter<File>>>>;

impl ApngEncoder {
    /// Begins a file that will have the name `path`.
    ///
    /// # Errors
    /// A size of 0 or over 2^31 - 1 pixels in a direction, a rate over 1,000, metadata that PNG cannot hold, a missing
    /// folder, or whatever the file says.
    pub(crate) fn open(path: &Path, size: Size, fps: Fps, options: &ApngOptions) -> Result<Self> {
        // looked at before anything is created
        checked_size(size)?;
        delay::Clock::new(fps)?;
        Self::begin(path, |out, path| Ok(Deltas::new(ApngStream::new(out, path, size, fps, options)?, path, size)))
    }
}
