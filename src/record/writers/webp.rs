//! Animated WebPs.

use crate::encode::{Encoder, Fps, Repeat, WebpEncoder, WebpOptions};
use crate::error::Result;
use crate::formats::Written;
use crate::record::writers::{Settings, check_extension, common_setters, settings_getters};
use crate::record::{Target, Writer};

/// Writes animated WebPs without loss, in process.
///
/// Pixels are exact, with any number of colours; only what changes is stored. On plots it takes a third of the time of an
/// animated PNG, for about the same size. All browsers play it and [`Video`](crate::Video) reads it; ffmpeg may not. Times are whole milliseconds, on a running
/// clock; rates go up to 1,000, but browsers show what is shorter than a hundredth of a second ten times as long. Pictures have at most
/// 16,384 pixels in each direction, files 4 GiB.
///
/// Metadata (`title`, `artist`, `comment`, `copyright`, `keywords`, `source`, `date`, `software`) is written as XMP; the
/// receipt notes what has no place there.
///
/// The file is called `.webp`, or something that says no format; the extension of another format is an error.
///
/// ```
/// use grabframe::prelude::*;
/// # fn main() -> grabframe::Result<()> {
/// # let dir = temp_dir::TempDir::new().unwrap();
/// # let path = dir.path().join("count.webp");
/// let mut fig = Figure::pixels(200, 150);
/// let ax = fig.add_axes();
/// let writer = WebpWriter::new().fps(2).repeat(Repeat::Once).metadata("title", "Counts to three");
/// let mut movie = writer.saving(&mut fig, &path)?;
/// for i in 1..=3 {
///     movie[ax].set_title(i.to_string());
///     movie.grab_frame()?;
/// }
/// movie.finish()?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default)]
pub struct WebpWriter {
    settings: Settings,
    repeat: Repeat,
}

impl WebpWriter {
    /// 30 frames a second, for ever.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    common_setters!();

    /// How often players show it. Default: for ever.
    #[must_use]
    pub fn repeat(mut self, repeat: Repeat) -> Self {
        self.repeat = repeat;
        self
    }

    pub(crate) fn with(settings: Settings) -> Self {
        Self { settings, ..Self::default() }
    }
}

impl Writer for WebpWriter {
    settings_getters!();

    fn encoder(&self, target: &Target<'_>) -> Result<Box<dyn Encoder>> {
        check_extension(target.path, &[Written::Webp])?;
        let options = WebpOptions { repeat: self.repeat, metadata: self.settings.metadata.clone() };
        Ok(Box::new(WebpEncoder::open(target.path, target.size, self.settings.fps, &options)?))
    }
}
