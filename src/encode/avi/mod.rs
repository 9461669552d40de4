//! AVI with Motion JPEG or uncompressed frames, written in this process.
//!
//! The walk of a picture: [`picture`] makes its bytes, [`stream`] writes them as a chunk of a [`riff`] file and notes them in
//! the [`index`], and now and then writes the [`head`] anew.

mod head;
mod index;
mod picture;
mod riff;
mod stream;
#[cfg(test)]
mod tests;

pub(crate) use picture::AviCodec;

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

use self::stream::AviStream;
use super::Fps;
use super::file::FileEncoder;
use crate::error::Result;
use crate::geom::Size;

/// The most bytes of a segment: old programs are lost in longer ones.
const SEGMENT: u64 = 1 << 30;

/// What an AVI can be asked for, beside its size and rate.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct AviOptions {
    /// How frames are stored.
    pub(crate) codec: AviCodec,
    /// The resolution that is noted in the file, in dots an inch.
    pub(crate) dpi: Option<f64>,
    /// Texts in the file, by the names that RIFF has for them.
    info: Vec<([u8; 4], String)>,
    /// What is to be said at the end.
    notes: Vec<String>,
}

impl AviOptions {
    /// With metadata by the names that users have for it.
    pub(crate) fn new(codec: AviCodec, dpi: Option<f64>, metadata: &[(String, String)]) -> Self {
        let (mut info, mut notes) = (Vec::new(), Vec::new());
        for (key, value) in metadata {
            match tag(key) {
                // a zero ends the text
                Some(tag) => info.push((tag, value.replace('\0', " "))),
                None => notes.push(format!("an AVI has no place for the metadata `{key}`, so it is not in it")),
            }
        }
        Self { codec, dpi, info, notes }
    }
}

/// RIFF's name of an entry.
fn tag(key: &str) -> Option<[u8; 4]> {
    Some(*match key.to_ascii_lowercase().as_str() {
        "title" => b"INAM",
        "artist" | "author" => b"IART",
        "comment" => b"ICMT",
        "copyright" => b"ICOP",
        "date" => b"ICRD",
        "genre" => b"IGNR",
        "language" => b"ILNG",
        "album" => b"IPRD",
        "track" => b"IPRT",
        "software" | "encoder" => b"ISFT",
        "description" | "subject" => b"ISBJ",
        "keywords" => b"IKEY",
        "source" => b"ISRC",
        _ => return None,
    })
}

/// Writes an AVI file.
pub(crate) type AviEncoder = FileEncoder<AviStream<BufWriter<File>>>;

impl AviEncoder {
    /// Begins a file that will have the name `path`.
    ///
    /// # Errors
    /// A size of 0 or over 65,535 pixels in a direction, or an uncompressed frame over 1 GiB, a missing folder, or whatever
    /// the file says.
    pub(crate) fn open(path: &Path, size: Size, fps: Fps, options: &AviOptions) -> Result<Self> {
        // looked at before anything is created
        picture::checked_size(size, options.codec)?;
        fps.checked()?;
        Self::begin(path, |out, path| AviStream::new(out, path, size, fps, SEGMENT, options))
    }
}
