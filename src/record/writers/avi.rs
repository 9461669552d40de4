//! AVI, without ffmpeg.

use crate::encode::{AviCodec, AviEncoder, AviOptions, Encoder, Fps};
use crate::error::Result;
use crate::formats::Written;
use crate::record::writers::{Settings, check_extension, common_setters, settings_getters};
use crate::record::{Target, Writer};

/// Writes AVI files, in process: Motion JPEG, or uncompressed.
///
/// It is what MATLAB's `VideoWriter` writes by default, in the same quality, and what ImageJ and old players read; browsers
/// do not. Every frame stands for itself, so that any of them can be reached at once. Files over a gibibyte go on in
/// segments (OpenDML), up to 256 GiB. A hold repeats the frame.
///
/// Metadata is `title`, `artist`, `comment`, `copyright`, `date`, `genre`, `language`, `album`, `track`, `software`,
/// `description`, `keywords` or `source`; the receipt notes what has no place there. Texts are UTF-8, as ffmpeg reads them, and
/// the file says so, for ExifTool and its kin. MediaInfo takes the texts of all AVI files for Latin-1, so that it shows others
/// than ASCII wrongly.
///
/// The file is called `.avi`, or something that says no format; the extension of another format is an error.
///
/// ```
/// use grabframe::prelude::*;
/// # fn main() -> grabframe::Result<()> {
/// # let dir = temp_dir::TempDir::new().unwrap();
/// # let path = dir.path().join("count.avi");
/// let mut fig = Figure::pixels(200, 150);
/// let ax = fig.add_axes();
/// let mut movie = AviWriter::new().fps(29.97).quality(90).saving(&mut fig, &path)?;
/// for i in 1..=3 {
///     movie[ax].set_title(i.to_string());
///     movie.grab_frame()?;
/// }
/// assert_eq!(movie.finish()?.encoder, "mjpeg");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default)]
pub struct AviWriter {
    settings: Settings,
    uncompressed: bool,
    subsampled: bool,
}

impl AviWriter {
    /// 30 frames a second, Motion JPEG of quality 75.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    common_setters!();

    /// Without compression: every pixel as it is, 24 bits each. MATLAB's profile "Uncompressed AVI". Default: Motion JPEG.
    #[must_use]
    pub fn uncompressed(mut self) -> Self {
        self.uncompressed = true;
        self
    }

    /// With half the resolution of colours in both directions (4:2:0), which is what most cameras write. Files are a quarter
    /// smaller and take two thirds of the time, but thin coloured lines fade: on six waves of 1 pt the error of coloured
    /// pixels was 27 levels instead of 10 at quality 75, and 22 instead of 3 at 95. Default: full resolution (4:4:4).
    #[must_use]
    pub fn subsampled(mut self) -> Self {
        self.subsampled = true;
        self
    }

    pub(crate) fn with(settings: Settings) -> Self {
        Self { settings, ..Self::default() }
    }
}

impl Writer for AviWriter {
    settings_getters!();

    fn encoder(&self, target: &Target<'_>) -> Result<Box<dyn Encoder>> {
        check_extension(target.path, &[Written::Avi])?;
        let codec = if self.uncompressed {
            AviCodec::Raw
        } else {
            AviCodec::Jpeg { quality: self.settings.quality, full_color: !self.subsampled }
        };
        let options = AviOptions::new(codec, target.dpi, &self.settings.metadata);
        Ok(Box::new(AviEncoder::open(target.path, target.size, self.settings.fps, &options)?))
    }
}
