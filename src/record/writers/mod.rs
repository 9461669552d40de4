//! The writers, one file for each way to make a movie.

mod apng;
mod auto;
mod avi;
mod callback;
mod ffmpeg;
mod gif;
mod memory;
#[cfg(feature = "mp4")]
mod mp4;
mod png;
mod webp;

pub use apng::ApngWriter;
pub use auto::AutoWriter;
pub use avi::AviWriter;
pub use callback::CallbackWriter;
pub use ffmpeg::FfmpegWriter;
pub use gif::GifWriter;
pub use memory::MemoryWriter;
#[cfg(feature = "mp4")]
pub use mp4::Mp4Writer;
pub use png::PngSequenceWriter;
pub use webp::WebpWriter;

use std::path::Path;

use crate::encode::Fps;
use crate::error::{Error, Result};
use crate::formats::{Format, Written, extensions};

/// What every writer can be told.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) fps: Fps,
    pub(crate) quality: u8,
    pub(crate) dpi: Option<f64>,
    pub(crate) scale: u32,
    pub(crate) metadata: Vec<(String, String)>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { fps: Fps::new(30, 1), quality: 75, dpi: None, scale: 1, metadata: Vec::new() }
    }
}

impl Settings {
    /// Adds lines to the comment, which is made if there is none.
    pub(crate) fn add_parameters(&mut self, lines: impl Iterator<Item = String>) {
        let lines = lines.collect::<Vec<_>>().join("\n");
        match self.metadata.iter_mut().find(|(key, _)| key.eq_ignore_ascii_case("comment")) {
            Some((_, comment)) => *comment = format!("{comment}\n{lines}"),
            None => self.metadata.push(("comment".into(), lines)),
        }
    }

    /// The metadata as the comment of a format that has only a comment: the comment itself, or all of it, a line each.
    fn comment(&self) -> Option<String> {
        match self.metadata.as_slice() {
            [] => None,
            [(key, value)] if key.eq_ignore_ascii_case("comment") => Some(value.clone()),
            all => {
                let mut lines = String::new();
                for (key, value) in all {
                    if !lines.is_empty() {
                        lines.push('\n');
                    }
                    lines.push_str(key);
                    lines.push_str(": ");
                    lines.push_str(value);
                }
                Some(lines)
            }
        }
    }
}

/// Refuses a name that says another format than those of `own`, of which the first is the writer's. A name that says nothing
/// (without an extension, or with one such as `.tmp`) will do.
fn check_extension(path: &Path, own: &[Written]) -> Result<()> {
    match (Format::of(path), own.first()) {
        (Some(format), Some(&writer)) if !own.contains(&format.written) => Err(another_format(path, writer, own)),
        _ => Ok(()),
    }
}

#[cold]
fn another_format(path: &Path, writer: Written, own: &[Written]) -> Error {
    let own = extensions(&|format| own.contains(&format.written));
    let name = Path::new(path.file_name().unwrap_or_default());
    Error::bad_option(format!(
        "{} writes .{} and would do so into `{}`, whose name says another format; name it `{}`, or use AutoWriter, \
         which goes by the name",
        writer.writer(),
        own.join(" and ."),
        name.display(),
        name.with_extension(own.first().unwrap_or(&"")).display()
    ))
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
        pub fn dpi(mut self, dpi: impl $crate::data::Number) -> Self {
            self.settings.dpi = Some(dpi.to_f64());
            self
        }

        /// With so many times the pixels in each direction, 1 to 16: figures are drawn at so many times their resolution,
        /// and of pictures each pixel becomes a square of pixels. Default: 1.
        ///
        /// With `scale(2)`, thin coloured lines keep their colours in `yuv420p`, the only kind of H.264 that every
        /// player shows, and whose colours have half the resolution.
        #[must_use]
        pub fn scale(mut self, times: u32) -> Self {
            self.settings.scale = times;
            self
        }

        /// With this entry in the file's metadata: `title`, `artist`, `comment`, .. Can be called several times.
        /// Formats that have nothing but a comment (GIF) carry all entries there; PNG sequences carry none.
        #[must_use]
        pub fn metadata(mut self, key: impl Into<String>, value: impl Into<String>) -> Self {
            self.settings.metadata.push((key.into(), value.into()));
            self
        }

        /// With the parameters of the run, so that the file says what made it: a line `name = value` for each, in the
        /// comment. [`Video::metadata`](crate::Video::metadata) reads them back.
        #[must_use]
        pub fn parameters<K: std::fmt::Display, V: std::fmt::Display>(
            mut self,
            parameters: impl IntoIterator<Item = (K, V)>,
        ) -> Self {
            self.settings.add_parameters(parameters.into_iter().map(|(name, value)| format!("{name} = {value}")));
            self
        }
    };
}
pub(crate) use common_setters;

/// What [`Writer`](crate::Writer) asks of the settings.
macro_rules! settings_getters {
    () => {
        fn frame_rate(&self) -> Fps {
            self.settings.fps
        }

        fn resolution(&self) -> Option<f64> {
            self.settings.dpi
        }

        fn enlargement(&self) -> u32 {
            self.settings.scale
        }
    };
}
pub(crate) use settings_getters;
