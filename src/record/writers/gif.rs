//! Animated GIFs.

use crate::encode::{Encoder, Fps, GifEncoder, GifOptions, Repeat};
use crate::error::Result;
use crate::formats::Written;
use crate::record::writers::{Settings, check_extension, common_setters, settings_getters};
use crate::record::{Target, Writer};
use crate::style::{Color, IntoColor};

/// Writes animated GIFs, in process.
///
/// Pictures of at most 256 colours are kept exactly; others are quantised, without dithering, the commonest colours
/// (background, text, axes) staying exact. Only what changes is stored, so that what does not change after a quantised frame
/// keeps the colour that it had there. Rates over 50 frames a second are refused, since browsers slow such files down.
///
/// The file is called `.gif`, or something that says no format; the extension of another format is an error.
///
/// ```
/// use grabframe::prelude::*;
/// # fn main() -> grabframe::Result<()> {
/// # let dir = temp_dir::TempDir::new().unwrap();
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
    transparent: Option<Color>,
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

    /// With transparent pixels wherever a frame has exactly this colour, as `savefig(transparent=True)` makes them of
    /// matplotlib's background. Its opacity does not matter. Default: nothing is transparent.
    ///
    /// A pixel of a GIF is transparent or it is not: the smooth edges of lines and letters stay as they were mixed with the
    /// colour. So give the figure the colour that the GIF will be shown on, more or less, and make that transparent. To
    /// keep it inside the axes, give those another colour.
    ///
    /// Every frame is stored as far as it shows anything, not only where it changes, so that files are larger than
    /// without. Such a frame has up to 255 exact colours.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// # fn main() -> grabframe::Result<()> {
    /// # let dir = temp_dir::TempDir::new().unwrap();
    /// # let path = dir.path().join("overlay.gif");
    /// let mut fig = Figure::pixels(200, 150).facecolor("ivory");
    /// let ax = fig.add_axes();
    /// let line = fig[ax].add(Line::empty().fmt("r-"));
    /// let mut movie = GifWriter::new().fps(10).transparent("ivory").saving(&mut fig, &path)?;
    /// for i in 0..5 {
    ///     movie[line].push(f64::from(i), f64::from(i * i));
    ///     movie.grab_frame()?;
    /// }
    /// movie.finish()?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Panics
    /// If it is a text that is no colour, or a number outside 0 to 1.
    #[must_use]
    #[track_caller]
    pub fn transparent(mut self, color: impl IntoColor) -> Self {
        self.transparent = Some(color.into_color());
        self
    }

    pub(crate) fn with(settings: Settings) -> Self {
        Self { settings, ..Self::default() }
    }
}

impl Writer for GifWriter {
    settings_getters!();

    fn encoder(&self, target: &Target<'_>) -> Result<Box<dyn Encoder>> {
        check_extension(target.path, &[Written::Gif])?;
        let transparent = self.transparent.map(|color| [color.r, color.g, color.b]);
        let options = GifOptions { repeat: self.repeat, comment: self.settings.comment(), transparent };
        Ok(Box::new(GifEncoder::open(target.path, target.size, self.settings.fps.checked()?, &options)?))
    }
}
