//! MP4 without ffmpeg.

use crate::encode::{Encoder, Fps, Mp4Encoder, Mp4Options};
use crate::error::Result;
use crate::formats::Written;
use crate::record::writers::{Settings, check_extension, common_setters, settings_getters};
use crate::record::{Target, Writer};

/// Writes MP4 in process: H.264 that plays everywhere, without ffmpeg. With the feature `mp4`.
///
/// The feature builds OpenH264 from its source, which needs a C++ compiler; if `nasm` is found when it is built,
/// encoding is two to three times as fast. The pictures are the same.
///
/// - The quality is a fixed quantiser: 12 at 100, 20 at 75 (the default; line plots then differ from the frames by
///   less than can be seen), 28 at 50, 38 at 25 and 48 at 0.
/// - Colours are `yuv420p`, BT.601, tagged so that players show them right. Odd sizes are padded by one pixel of the
///   figure's colour, and tiny ones to 16. At most 3840x2160 pixels, or upright; [`FfmpegWriter`](crate::FfmpegWriter) takes more.
/// - The frame rate is exact. A hold shows the last frame longer, to the tick, and adds no frame (but one for every half
///   hour and more). A key frame, which players can seek to at once, stands at every 300th frame.
/// - Metadata of any name is kept; players show `title`, `artist`, `album`, `date`, `genre`, `comment`, `copyright`,
///   `description` and others.
/// - Each frame is in the file as soon as it is encoded. Until `finish` that file is `name.part.mp4`, and it can be played
///   whatever happens to the process. `finish` makes of it a plain MP4 with the index in front, which for a moment takes
///   as much room again; where the disk has none the index is put at the end, and the receipt says so.
/// - The file is called `.mp4` or `.m4v`, or something that says no format; the extension of another format is an error.
///
/// The same frames give the same bytes.
///
/// ```
/// use grabframe::prelude::*;
/// # fn main() -> grabframe::Result<()> {
/// # let dir = temp_dir::TempDir::new().unwrap();
/// # let path = dir.path().join("count.mp4");
/// let mut fig = Figure::pixels(200, 150);
/// let ax = fig.add_axes();
/// let writer = Mp4Writer::new().fps(2).metadata("title", "Counts to three");
/// let mut movie = writer.saving(&mut fig, &path)?;
/// for i in 1..=3 {
///     movie[ax].set_title(i.to_string());
///     movie.grab_frame()?;
/// }
/// movie.hold(1.5)?;
/// let receipt = movie.finish()?;
/// assert_eq!((receipt.frames, receipt.duration.as_secs_f64()), (3, 3.0));
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default)]
pub struct Mp4Writer {
    settings: Settings,
}

impl Mp4Writer {
    /// 30 frames a second.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    common_setters!();

    /// Changes nothing: the unfinished file plays up to the last frames without asking. It is here so that a program can
    /// ask any writer of MP4.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let writer = Mp4Writer::new().crash_safe();
    /// ```
    #[must_use]
    pub fn crash_safe(self) -> Self {
        self
    }

    pub(crate) fn with(settings: Settings) -> Self {
        Self { settings }
    }
}

impl Writer for Mp4Writer {
    settings_getters!();

    fn encoder(&self, target: &Target<'_>) -> Result<Box<dyn Encoder>> {
        check_extension(target.path, &[Written::Mp4])?;
        let options = Mp4Options { quality: self.settings.quality, metadata: self.settings.metadata.clone() };
        let (fps, pad) = (self.settings.fps.checked()?, target.background.channels());
        Ok(Box::new(Mp4Encoder::open(target.path, target.size, fps, pad, &options)?))
    }
}
