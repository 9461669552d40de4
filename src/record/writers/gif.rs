//! Animated GIFs.

use crate::encode::{Encoder, Fps, GifEncoder, GifOptions, Repeat};
use crate::error::Result;
use crate::record::writers::{Settings, common_setters, settings_getters};
use crate::record::{Target, Writer};

/// Writes animated GIFs, in process.
///
/// Pictures of at most 256 colours are kept exactly; others are quantised, without dithering, the commonest colours
/// (background, text, axes) staying exact. Only what changes is stored. Rates over 50 frames a second are refused,
/// since browsers slow such files down.
///
/// ```
/// use grabframe::prelude::*;
/// # fn main() -> grabframe::Result<()> {
/// # let dir = tempfile::tempdir().unwrap();
/// # let path = dir.path().join("count.gif");
/// let mut fig = Figure::pixels(200, 150);
/// let ax = fig.add_axes();
/// let writer = GifWriter::new().fps(2).repeat(Repeat::Infinite).metadata("comment", "counts to three");
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
pub struct GifWriter {
    settings: Settings,
    repeat: Repeat,
}

impl GifWriter {
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

impl Writer for GifWriter {
    settings_getters!();

    fn encoder(&self, target: &Target<'_>) -> Result<Box<dyn Encoder>> {
        let options = GifOptions { repeat: self.repeat, comment: self.settings.comment() };
        Ok(Box::new(GifEncoder::open(target.path, target.size, self.settings.fps.checked()?, &options)?))
    }
}
