//! The formats of files, in one table. The writer of a path, the names that a writer refuses, what messages list, and the reader
//! of a file are read from it; a test compares it with what the pages say.

use std::path::Path;

/// One format of movies or pictures.
#[derive(Debug)]
pub(crate) struct Format {
    /// The extensions of its files in small letters, the usual one first.
    pub(crate) extensions: &'static [&'static str],
    /// What writes it where the path alone is given.
    pub(crate) written: Written,
    /// What it is for ffmpeg, if `FfmpegWriter` writes it.
    pub(crate) ffmpeg: Option<Container>,
    /// What reads it.
    #[cfg_attr(not(feature = "read"), allow(dead_code))]
    pub(crate) read: Read,
    /// What its files begin with, if they are read in process. A question mark is any byte.
    #[cfg_attr(not(feature = "read"), allow(dead_code))]
    pub(crate) begins: &'static [u8],
}

/// What writes a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    Gif,
    /// In process with the feature `mp4`, else through ffmpeg.
    Mp4,
    Ffmpeg,
    Avi,
    Apng,
    Webp,
    /// A sequence of files; the path is a pattern or a folder.
    PngSequence,
    /// Nothing.
    Not,
}

impl Written {
    /// What the writer is called.
    pub(crate) const fn writer(self) -> &'static str {
        match self {
            Self::Gif => "GifWriter",
            Self::Mp4 => "Mp4Writer",
            Self::Ffmpeg => "FfmpegWriter",
            Self::Avi => "AviWriter",
            Self::Apng => "ApngWriter",
            Self::Webp => "WebpWriter",
            Self::PngSequence => "PngSequenceWriter",
            Self::Not => "no writer",
        }
    }
}

/// A kind of file that ffmpeg writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Container {
    Mp4,
    Mov,
    Mkv,
    Webm,
    Avi,
    Gif,
    Apng,
}

/// What reads a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Read {
    Gif,
    /// Moving ones, too.
    Png,
    Webp,
    /// Whatever ffmpeg makes of it.
    Ffmpeg,
}

/// Every format that is written here, in the order in which messages list them, and those of others, whose names say something, too.
#[rustfmt::skip]
const FORMATS: &[Format] = &[
    format(&["gif"], Written::Gif, Some(Container::Gif)).read(Read::Gif, b"GIF8"),
    format(&["mp4", "m4v"], Written::Mp4, Some(Container::Mp4)),
    format(&["mov"], Written::Ffmpeg, Some(Container::Mov)),
    format(&["mkv"], Written::Ffmpeg, Some(Container::Mkv)),
    format(&["webm"], Written::Ffmpeg, Some(Container::Webm)),
    format(&["avi"], Written::Avi, Some(Container::Avi)),
    format(&["apng"], Written::Apng, Some(Container::Apng)).read(Read::Png, PNG),
    format(&["webp"], Written::Webp, None).read(Read::Webp, b"RIFF????WEBP"),
    format(&["png"], Written::PngSequence, None).read(Read::Png, PNG),
    format(&[
        "qt", "mpg", "mpeg", "mpe", "m1v", "m2v", "ts", "mts", "m2ts", "vob", "flv", "f4v", "swf", "wmv", "asf", "ogv", "ogg",
        "3gp", "3g2", "mjpg", "mjpeg", "mxf", "y4m", "h264", "hevc", "h265",
        "jpg", "jpeg", "jpe", "jfif", "jp2", "bmp", "tif", "tiff", "avif", "heic", "heif", "jxl", "tga", "ppm", "exr", "ico",
        "svg", "svgz", "pdf", "eps", "ps",
    ], Written::Not, None),
];

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A format that is read through ffmpeg.
const fn format(extensions: &'static [&'static str], written: Written, ffmpeg: Option<Container>) -> Format {
    Format { extensions, written, ffmpeg, read: Read::Ffmpeg, begins: &[] }
}

impl Format {
    /// This format, read in process.
    const fn read(mut self, read: Read, begins: &'static [u8]) -> Self {
        (self.read, self.begins) = (read, begins);
        self
    }

    /// The format that the path's extension says, in any case of letters.
    pub(crate) fn of(path: &Path) -> Option<&'static Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        FORMATS.iter().find(|format| format.extensions.contains(&&*extension))
    }
}

/// What reads a file that begins so.
#[cfg(feature = "read")]
pub(crate) fn reader(head: &[u8]) -> Read {
    for format in FORMATS {
        let begins = format.begins;
        let same = |(at, &byte): (usize, &u8)| byte == b'?' || head[at] == byte;
        if !begins.is_empty() && head.len() >= begins.len() && begins.iter().enumerate().all(same) {
            return format.read;
        }
    }
    Read::Ffmpeg
}

/// The extensions of the formats that are `wanted`.
pub(crate) fn extensions(wanted: &dyn Fn(&Format) -> bool) -> Vec<&'static str> {
    let mut all = Vec::new();
    for format in FORMATS {
        if wanted(format) {
            all.extend_from_slice(format.extensions);
        }
    }
    all
}

#[cfg(test)]
mod tests;
