//! Animated WebP without loss, written in this process.
//!
//! Exact pixels; an image holds only the rectangle that changed; times are whole milliseconds. `delta` finds the rectangle,
//! the `image-webp` crate compresses it, [`stream`] puts the images into the container, [`xmp`] says what is known of it.

mod stream;
#[cfg(test)]
mod tests;
mod xmp;

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

use self::stream::WebpStream;
use super::delta::Deltas;
use super::file::FileEncoder;
use super::ticks::Ticks;
use super::{Fps, Repeat};
use crate::error::{Error, Result};
use crate::geom::Size;

/// The most pixels of an image in one direction.
const LONGEST: u32 = 1 << 14;

/// What an animated WebP can be asked for, beside its size and rate.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct WebpOptions {
    /// How often it is shown.
    pub(crate) repeat: Repeat,
    /// Names and values of texts in the file.
    pub(crate) metadata: Vec<(String, String)>,
}

/// Writes an animated WebP file.
pub(crate) type WebpEncoder = FileEncoder<Deltas<WebpStream<BufWriter<File>>>>;

impl WebpEncoder {
    /// Begins a file that will have the name `path`.
    ///
    /// # Errors
    /// A size of 0 or over 16,384 pixels in a direction, a rate over 1,000, a missing folder, or whatever the file says.
    pub(crate) fn open(path: &Path, size: Size, fps: Fps, options: &WebpOptions) -> Result<Self> {
        // looked at before anything is created
        if !(1..=LONGEST).contains(&size.width) || !(1..=LONGEST).contains(&size.height) {
            return Err(Error::bad_size(size, "a WebP has 1 to 16384 pixels in each direction"));
        }
        Ticks::of_milliseconds(fps, "a WebP")?;
        Self::begin(path, |out, path| Ok(Deltas::new(WebpStream::new(out, path, size, fps, options)?, path, size)))
    }
}
