//! The writer that goes by the path's extension.

use std::path::Path;

use crate::encode::{Encoder, Fps, is_pattern};
use crate::error::{Error, ErrorKind, Result};
use crate::formats::{Format, Written, extensions};
use crate::record::noted::Noted;
use crate::record::writers::{Settings, common_setters, settings_getters};
use crate::record::{ApngWriter, AviWriter, FfmpegWriter, GifWriter, PngSequenceWriter, Target, WebpWriter, Writer};

/// Goes by the path's extension, and says in the receipt what it chose.
///
/// | path | written by |
/// |---|---|
/// | `.gif` | [`GifWriter`] |
/// | `.apng` | [`ApngWriter`] |
/// | `.webp` | [`WebpWriter`] |
/// | `.avi` | [`AviWriter`] |
/// | `.mp4` `.m4v` | `Mp4Writer` with the feature `mp4`; without, and for pictures that are too large for it, [`FfmpegWriter`] |
/// | `.mov` `.mkv` `.webm` | [`FfmpegWriter`] |
/// | `name-%05d.png`, a folder that exists, or `name/` | [`PngSequenceWriter`] |
///
/// MP4 in process has at most 3840x2160 pixels. Where ffmpeg is there, it writes what is larger, and the receipt says why.
///
/// Which format for what purpose, with measurements, is in `docs/formats.md` of the repository.
///
/// ```
/// use grabframe::prelude::*;
/// # fn main() -> grabframe::Result<()> {
/// # let dir = temp_dir::TempDir::new().unwrap();
/// # let path = dir.path().join("flash.gif");
/// let mut fig = Figure::pixels(64, 48);
/// let mut movie = AutoWriter::new().fps(10).saving(&mut fig, &path)?;
/// movie.grab_frame()?;
/// assert_eq!(movie.finish()?.encoder, "gif");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default)]
pub struct AutoWriter {
    settings: Settings,
    crash_safe: bool,
}

impl AutoWriter {
    /// 30 frames a second.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    common_setters!();

    /// With a file that plays up to at most a second before the end whatever is killed: see
    /// [`FfmpegWriter::crash_safe`]. What is written in process always does.
    ///
    /// ```no_run
    /// use grabframe::prelude::*;
    /// let writer = AutoWriter::new().crash_safe();
    /// ```
    #[must_use]
    pub fn crash_safe(mut self) -> Self {
        self.crash_safe = true;
        self
    }

    /// The writers for the path: the best, and what to turn to for what it cannot do.
    fn choose(&self, path: &Path) -> Result<(Box<dyn Writer>, Option<FfmpegWriter>)> {
        let settings = self.settings.clone();
        let ffmpeg = |settings| {
            let writer = FfmpegWriter::with(settings);
            if self.crash_safe { writer.crash_safe() } else { writer }
        };
        let only = |writer: Box<dyn Writer>| (writer, None);
        Ok(match Format::of(path).map_or(Written::Not, |format| format.written) {
            // for the limits of these, which are the formats' own, ffmpeg is no help
            Written::Gif => only(Box::new(GifWriter::with(settings))),
            Written::Webp => only(Box::new(WebpWriter::with(settings))),
            Written::Avi => only(Box::new(AviWriter::with(settings))),
            Written::Apng => only(Box::new(ApngWriter::with(settings))),
            #[cfg(feature = "mp4")]
            Written::Mp4 => (Box::new(crate::record::Mp4Writer::with(settings.clone())), Some(ffmpeg(settings))),
            #[cfg(not(feature = "mp4"))]
            Written::Mp4 => only(Box::new(ffmpeg(settings))),
            Written::Ffmpeg => only(Box::new(ffmpeg(settings))),
            Written::PngSequence if is_pattern(path) => only(Box::new(PngSequenceWriter::with(settings))),
            _ if is_folder(path) => only(Box::new(PngSequenceWriter::with(settings))),
            Written::PngSequence => {
                let name = path.with_extension("").display().to_string();
                let reason =
                    format!("a movie in the one picture `{name}.png` cannot be; name a sequence `{name}-%05d.png`");
                return Err(Error::bad_option(reason));
            }
            Written::Not if is_vector(path) => {
                let reason =
                    format!("`{}` holds one picture, and no movie; `fig.save(..)` writes a still", path.display());
                return Err(Error::bad_option(reason));
            }
            Written::Not => {
                let files = extensions(&|f| !matches!(f.written, Written::PngSequence | Written::Not)).join(", ");
                let sequences = "png with a pattern such as `name-%05d.png`, and a folder written as `name/`";
                return Err(Error::unknown_format(path, format!("{files}, {sequences}")));
            }
        })
    }
}

/// Whether the path names a vector file.
fn is_vector(path: &Path) -> bool {
    path.extension().is_some_and(|e| e.eq_ignore_ascii_case("svg") || e.eq_ignore_ascii_case("pdf"))
}

/// Whether the path is a folder, or says by its last letter that it is to be one.
fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.as_os_str().to_string_lossy().ends_with(['/', std::path::MAIN_SEPARATOR])
}

impl Writer for AutoWriter {
    settings_getters!();

    fn encoder(&self, target: &Target<'_>) -> Result<Box<dyn Encoder>> {
        let (writer, next) = self.choose(target.path)?;
        let refused = match writer.encoder(target) {
            Err(error) if error.kind() == ErrorKind::BadSize => error,
            outcome => return outcome,
        };
        let Some(next) = next else { return Err(refused) };
        let reason = refused.reason().unwrap_or_default();
        match next.encoder(target) {
            Ok(encoder) => {
                // the rest of it is advice
                let limit = reason.split(';').next().unwrap_or_default();
                Ok(Box::new(Noted::new(encoder, format!("ffmpeg was used, since {limit}"))))
            }
            Err(error) => Err(Error::bad_size(target.size, format!("{reason}; but {}", first_line(&error)))),
        }
    }
}

fn first_line(error: &Error) -> String {
    error.to_string().lines().next().unwrap_or_default().to_owned()
}
