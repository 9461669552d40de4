//! The writers, one for each way to make a file.

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use crate::canvas::Frame;
use crate::encode::ffmpeg;
use crate::encode::{
    Encoder, FfmpegEncoder, FfmpegOptions, Fps, GifEncoder, GifOptions, MemoryEncoder, MemoryFrames,
    PngSequenceEncoder, Repeat,
};
use crate::error::Result;
use crate::record::{Target, Writer};

/// What every writer can be told.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) fps: Fps,
    pub(crate) quality: u8,
    pub(crate) dpi: Option<f64>,
    pub(crate) metadata: Vec<(String, String)>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { fps: Fps::new(30, 1), quality: 75, dpi: None, metadata: Vec::new() }
    }
}

impl Settings {
    /// The metadata as the comment of a format that has only a comment: the comment itself, or all of it, a line each.
    fn comment(&self) -> Option<String> {
        match self.metadata.as_slice() {
            [] => None,
            [(key, value)] if key.eq_ignore_ascii_case("comment") => Some(value.clone()),
            all => Some(all.iter().map(|(k, v)| format!("{k}: {v}")).collect::<Vec<_>>().join("\n")),
        }
    }
}

/// The setters that every writer has.
macro_rules! common_setters {
    () => {
        /// With this frame rate: an integer, a float or an [`Fps`]. Default: 30.
        ///
        /// A rate that cannot be used is reported when a recording is begun.
        #[must_use]
        pub fn fps(mut self, fps: impl Into<Fps>) -> Self {
            self.settings.fps = fps.into();
            self
        }

        /// With this quality, 0 to 100 (larger is 100). Default: 75. Lossless formats pay no heed to it.
        #[must_use]
        pub fn quality(mut self, quality: u8) -> Self {
            self.settings.quality = quality.min(100);
            self
        }

        /// Figures are drawn at this resolution, in dots an inch, instead of their own.
        #[must_use]
        pub fn dpi(mut self, dpi: f64) -> Self {
            self.settings.dpi = Some(dpi);
            self
        }

        /// With this entry in the file's metadata: `title`, `artist`, `comment`, .. Can be called several times.
        /// Formats that have nothing but a comment (GIF) carry all entries there; PNG sequences carry none.
        #[must_use]
        pub fn metadata(mut self, key: impl Into<String>, value: impl Into<String>) -> Self {
            self.settings.metadata.push((key.into(), value.into()));
            self
        }
    };
}
pub(crate) use common_setters;

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
    fn frame_rate(&self) -> Fps {
        self.settings.fps
    }

    fn resolution(&self) -> Option<f64> {
        self.settings.dpi
    }

    fn encoder(&self, target: &Target<'_>) -> Result<Box<dyn Encoder>> {
        let options = GifOptions { repeat: self.repeat, comment: self.settings.comment() };
        Ok(Box::new(GifEncoder::open(target.path, target.size, self.settings.fps.checked()?, &options)?))
    }
}

/// Writes a PNG for every frame.
///
/// The path is a pattern (`frames/step-%05d.png`: `%05d` becomes 00000, 00001, ..) or a folder, which is made if its
/// parent exists and gets `frame-00000.png` and so on. Files of the same names are replaced; others stay.
///
/// ```
/// use grabframe::prelude::*;
/// # fn main() -> grabframe::Result<()> {
/// # let dir = tempfile::tempdir().unwrap();
/// # let path = dir.path().join("step-%03d.png");
/// let mut fig = Figure::pixels(200, 150);
/// let mut movie = PngSequenceWriter::new().saving(&mut fig, &path)?;
/// movie.grab_frame()?;
/// movie.grab_frame()?;
/// movie.finish()?;
/// # assert!(dir.path().join("step-001.png").exists());
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default)]
pub struct PngSequenceWriter {
    settings: Settings,
}

impl PngSequenceWriter {
    /// 30 frames a second: what a hold is counted in, and what the receipt says.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    common_setters!();

    pub(crate) fn with(settings: Settings) -> Self {
        Self { settings }
    }
}

impl Writer for PngSequenceWriter {
    fn frame_rate(&self) -> Fps {
        self.settings.fps
    }

    fn resolution(&self) -> Option<f64> {
        self.settings.dpi
    }

    fn encoder(&self, target: &Target<'_>) -> Result<Box<dyn Encoder>> {
        Ok(Box::new(PngSequenceEncoder::open(target.path, target.size, self.settings.fps.checked()?, target.dpi)?))
    }
}

/// Keeps the frames in memory.
///
/// The path is not used. All clones of a writer share their frames.
///
/// ```
/// use grabframe::prelude::*;
/// # fn main() -> grabframe::Result<()> {
/// let mut fig = Figure::pixels(64, 48);
/// let writer = MemoryWriter::new();
/// let mut movie = writer.saving(&mut fig, "in memory")?;
/// movie.grab_frame()?;
/// movie.grab_frame()?;
/// movie.finish()?;
/// let frames = writer.take();
/// assert_eq!(frames.len(), 2);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default)]
pub struct MemoryWriter {
    settings: Settings,
    frames: MemoryFrames,
}

impl MemoryWriter {
    /// No frames yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    common_setters!();

    /// The frames of the recordings that were finished, and no longer kept here.
    #[must_use]
    pub fn take(&self) -> Vec<Frame> {
        self.frames.take()
    }
}

impl Writer for MemoryWriter {
    fn frame_rate(&self) -> Fps {
        self.settings.fps
    }

    fn resolution(&self) -> Option<f64> {
        self.settings.dpi
    }

    fn encoder(&self, target: &Target<'_>) -> Result<Box<dyn Encoder>> {
        let fps = self.settings.fps.checked()?;
        Ok(Box::new(MemoryEncoder::open(target.size, fps, &self.frames)?))
    }
}

/// Writes MP4, MOV, MKV, WebM and AVI through ffmpeg, by the path's extension.
///
/// ffmpeg must be installed: it is looked for in `GRABFRAME_FFMPEG` and then in `PATH`. Frames are streamed to it while
/// the simulation runs. H.264 in `yuv420p` by default, with colours tagged so that players show them right; odd sizes
/// are padded by one pixel. The file has its name only when it is whole; until then it is `name.part.mp4`.
///
/// ```no_run
/// use grabframe::prelude::*;
/// # fn main() -> grabframe::Result<()> {
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// let writer = FfmpegWriter::new().fps(15).metadata("title", "Movie Test").preset("slow");
/// let mut movie = writer.saving(&mut fig, "test.mp4")?;
/// for i in 0..100 {
///     movie[ax].set_title(format!("step {i}"));
///     movie.grab_frame()?;
/// }
/// println!("{}", movie.finish()?);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default)]
pub struct FfmpegWriter {
    settings: Settings,
    options: FfmpegOptions,
}

impl FfmpegWriter {
    /// 30 frames a second, H.264 (VP9 for WebM).
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    common_setters!();

    /// With this encoder, by ffmpeg's name: `libx264`, `libx265`, `libvpx-vp9`, `ffv1`, .. Default: by the extension.
    #[must_use]
    pub fn codec(mut self, codec: impl Into<String>) -> Self {
        self.options.codec = Some(codec.into());
        self
    }

    /// With this preset of the encoder: `ultrafast` to `veryslow` for x264. Default: `veryfast`, which on plots gives
    /// the size of `medium` in half its time.
    #[must_use]
    pub fn preset(mut self, preset: impl Into<String>) -> Self {
        self.options.preset = Some(preset.into());
        self
    }

    /// With this pixel format, by ffmpeg's name: `yuv444p` keeps thin coloured lines sharp. Default: `yuv420p`, which
    /// every player shows.
    #[must_use]
    pub fn pix_fmt(mut self, pix_fmt: impl Into<String>) -> Self {
        self.options.pix_fmt = Some(pix_fmt.into());
        self
    }

    /// With these arguments of ffmpeg, put after all others, before the file's name, so that they win.
    #[must_use]
    pub fn extra_args<S: Into<OsString>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
        self.options.extra_args.extend(args.into_iter().map(Into::into));
        self
    }

    /// Whether ffmpeg is found: in `GRABFRAME_FFMPEG`, or in `PATH`.
    #[must_use]
    pub fn available() -> bool {
        ffmpeg::available()
    }

    /// With the ffmpeg at this path.
    #[must_use]
    pub fn program(mut self, path: impl Into<PathBuf>) -> Self {
        self.options.program = Some(path.into());
        self
    }

    /// How long ffmpeg may take nothing, or say nothing at the end, before it counts as hung. Default: a minute.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.options.timeout = timeout;
        self
    }

    pub(crate) fn with(settings: Settings) -> Self {
        Self { settings, ..Self::default() }
    }
}

impl Writer for FfmpegWriter {
    fn frame_rate(&self) -> Fps {
        self.settings.fps
    }

    fn resolution(&self) -> Option<f64> {
        self.settings.dpi
    }

    fn encoder(&self, target: &Target<'_>) -> Result<Box<dyn Encoder>> {
        let mut options = self.options.clone();
        options.quality = self.settings.quality;
        options.metadata.clone_from(&self.settings.metadata);
        let (fps, pad) = (self.settings.fps.checked()?, target.background.channels());
        Ok(Box::new(FfmpegEncoder::open(target.path, target.size, fps, pad, &options)?))
    }
}
