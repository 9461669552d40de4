//! Animated PNGs.

use crate::encode::{ApngEncoder, ApngOptions, Encoder, Fps, Repeat};
use crate::error::Result;
use crate::formats::Written;
use crate::record::writers::{Settings, check_extension, common_setters, settings_getters};
use crate::record::{Target, Writer};

/// Writes animated PNGs, in process.
///
/// Pixels are exact, with any number of colours, and times are whole milliseconds, whose sum is right. Only what changes is stored.
/// All browsers play it; programs that do not know animations show the first frame.
///
/// Metadata becomes texts of the file (`title`, `artist` as Author, `comment`, and any other name of up to 79 letters);
/// a figure's resolution is noted, too. Rates go up to 1,000, but browsers show what is shorter than a hundredth of a second
/// ten times as long.
///
/// The file is called `.apng` or `.png`, or something that says no format; the extension of another format is an error.
///
/// ```
/// use grabframe::prelude::*;
/// # fn main() -> grabframe::Result<()> {
/// # let dir = temp_dir::TempDir::new().unwrap();
/// # let path = dir.path().join("count.apng");
/// let mut fig = Figure::pixels(200, 150);
/// let ax = fig.add_axes();
/// let writer = ApngWriter::new().fps(2).repeat(Repeat::Times(3)).metadata("title", "Counts to three");
/// let mut movie = writer.saving(&mut fig, &path)?;
/// for i in 1..=3 {
///     movie[ax].set_title(i.to_string());
///     movie.grab_frame()?;
/// }
/// movie.hold(2.0)?;
/// movie.finish()?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default)]
pub struct ApngWriter {
    settings: Settings,
    repeat: Repeat,
}

impl ApngWriter {
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

impl Writer for ApngWriter {
    settings_getters!();

    fn encoder(&self, target: &Target<'_>) -> Result<Box<dyn Encoder>> {
        check_extension(target.path, &[Written::Apng, Written::PngSequence])?;
        let metadata = self.settings.metadata.clone();
        let options = ApngOptions { repeat: self.repeat, metadata, dpi: target.dpi };
        Ok(Box::new(ApngEncoder::open(target.path, target.size, self.settings.fps, &options)?))
    }
}
