//! Whatever ffmpeg writes.

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use crate::encode::{Encoder, FfmpegEncoder, FfmpegOptions, Fps, ffmpeg};
use crate::error::Result;
use crate::record::writers::{Settings, common_setters, settings_getters};
use crate::record::{Target, Writer};

/// Writes MP4, MOV, MKV, WebM, AVI, GIF and APNG through ffmpeg, by the path's extension.
///
/// ffmpeg must be installed: it is looked for in `GRABFRAME_FFMPEG` and then in `PATH` (what a script in its place must hand
/// on, [`program`](FfmpegWriter::program) says). Frames are streamed to it while
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

    /// Without any loss: x264 on RGB, in MP4, MOV and MKV. ffmpeg and its kin play it, browsers do not.
    ///
    /// ```no_run
    /// use grabframe::prelude::*;
    /// # fn main() -> grabframe::Result<()> {
    /// let mut movie = FfmpegWriter::new().lossless().open("exact.mkv", (640, 480))?;
    /// movie.write_frame(&Frame::new(640, 480))?;
    /// movie.finish()?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn lossless(mut self) -> Self {
        self.options.codec = Some("libx264rgb".into());
        self.options.pix_fmt = Some("rgb24".into());
        self.extra_args(["-crf", "0"])
    }

    /// With colours at full resolution (`yuv444p`): thin coloured lines keep their colours. Plays in fewer places than the
    /// default, `yuv420p`, in which a red line one pixel wide comes out as dark red.
    ///
    /// ```no_run
    /// use grabframe::prelude::*;
    /// let writer = FfmpegWriter::new().full_chroma();
    /// ```
    #[must_use]
    pub fn full_chroma(self) -> Self {
        self.pix_fmt("yuv444p")
    }

    /// With a file that plays up to at most a second before the end even if everything is killed or the power fails: MP4 and
    /// MOV in fragments, MKV and WebM in short clusters, a key frame every half second. The file is larger.
    ///
    /// ```no_run
    /// use grabframe::prelude::*;
    /// let writer = FfmpegWriter::new().crash_safe();
    /// ```
    #[must_use]
    pub fn crash_safe(mut self) -> Self {
        self.options.crash_safe = true;
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

    /// With the ffmpeg at this path. It may be a script that runs ffmpeg, if it hands on its arguments, its standard input and
    /// its standard output: on Linux the latter is the file to be written.
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
    settings_getters!();

    fn encoder(&self, target: &Target<'_>) -> Result<Box<dyn Encoder>> {
        let mut options = self.options.clone();
        options.quality = self.settings.quality;
        options.metadata.clone_from(&self.settings.metadata);
        let (fps, pad) = (self.settings.fps.checked()?, target.background.channels());
        Ok(Box::new(FfmpegEncoder::open(target.path, target.size, fps, pad, &options)?))
    }
}
