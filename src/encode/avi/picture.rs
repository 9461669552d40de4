//! The bytes of one frame.

use std::path::{Path, PathBuf};

use jpeg_encoder::{ChromaSubsamplingMethod, EncodingError, ImageBuffer, JpegColorType, SamplingFactor, rgb_to_ycbcr};

use super::riff::Name;
use crate::error::{Error, Result};
use crate::geom::Size;

/// How the frames of an AVI are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AviCodec {
    /// Motion JPEG: a JPEG for every frame.
    Jpeg {
        /// From 0 to 100; 0 is taken as 1.
        quality: u8,
        /// Whether colours have the full resolution, or half of it in both directions.
        full_color: bool,
    },
    /// Every pixel as it is, three bytes each.
    Raw,
}

/// The largest frame, in bytes: a segment has to hold one.
const LARGEST: u64 = 1 << 30;

impl AviCodec {
    /// The name of the chunks that hold frames.
    pub(super) const fn chunk(self) -> Name {
        match self {
            Self::Jpeg { .. } => *b"00dc",
            Self::Raw => *b"00db",
        }
    }

    /// The codes in the header of the stream and in that of the picture.
    pub(super) const fn codes(self) -> [Name; 2] {
        match self {
            Self::Jpeg { .. } => [*b"MJPG", *b"MJPG"],
            Self::Raw => [*b"DIB ", [0; 4]],
        }
    }

    /// What the receipt calls it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Jpeg { .. } => "mjpeg",
            Self::Raw => "rawvideo",
        }
    }
}

/// Bytes of a row of a picture that is not compressed: three a pixel, and up to three more, for a multiple of four.
fn row_bytes(width: u32) -> u64 {
    (u64::from(width) * 3).next_multiple_of(4)
}

/// Bytes of a picture that is not compressed.
pub(super) fn raw_bytes(size: Size) -> u64 {
    row_bytes(size.width) * u64::from(size.height)
}

/// Refuses sizes that an AVI of this kind cannot hold.
pub(super) fn checked_size(size: Size, codec: AviCodec) -> Result<()> {
    let sides = 1..=u32::from(u16::MAX);
    if !sides.contains(&size.width) || !sides.contains(&size.height) {
        return Err(Error::bad_size(size, "an AVI has 1 to 65535 pixels in each direction"));
    }
    if codec == AviCodec::Raw && raw_bytes(size) > LARGEST {
        return Err(Error::bad_size(size, "an uncompressed frame has at most 1 GiB"));
    }
    Ok(())
}

/// Makes the bytes of frames, in memory that is used again.
#[derive(Debug)]
pub(super) struct Pictures {
    codec: AviCodec,
    size: Size,
    /// For messages.
    path: PathBuf,
    /// The bytes of the last frame.
    bytes: Vec<u8>,
}

impl Pictures {
    pub(super) fn new(codec: AviCodec, size: Size, path: &Path) -> Self {
        Self { codec, size, path: path.into(), bytes: Vec::new() }
    }

    pub(super) const fn codec(&self) -> AviCodec {
        self.codec
    }

    /// The bytes of the last frame.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Makes the bytes of a picture.
    pub(super) fn encode(&mut self, rgb: &[u8]) -> Result<()> {
        self.bytes.clear();
        match self.codec {
            AviCodec::Raw => self.raw(rgb),
            AviCodec::Jpeg { quality, full_color } => self.jpeg(rgb, quality, full_color).map_err(|e| match e {
                EncodingError::IoError(source) => Error::io("write", &self.path, source),
                other => Error::encode(&self.path, other.to_string()),
            })?,
        }
        if self.bytes.len() as u64 > LARGEST {
            return Err(Error::encode(&self.path, "a frame has more than 1 GiB"));
        }
        Ok(())
    }

    fn jpeg(&mut self, rgb: &[u8], quality: u8, full_color: bool) -> std::result::Result<(), EncodingError> {
        let mut encoder = jpeg_encoder::Encoder::new(&mut self.bytes, quality.clamp(1, 100));
        encoder.set_sampling_factor(if full_color { SamplingFactor::R_4_4_4 } else { SamplingFactor::R_4_2_0 });
        encoder.set_chroma_subsampling_method(ChromaSubsamplingMethod::Average);
        encoder.encode_image(Picture { rgb, size: self.size })
    }

    /// Blue, green, red; the bottom row first.
    fn raw(&mut self, rgb: &[u8]) {
        let stride = self.size.width as usize * 3;
        let padding = row_bytes(self.size.width) as usize - stride;
        self.bytes.reserve(raw_bytes(self.size) as usize);
        for row in rgb.chunks_exact(stride).rev() {
            let at = self.bytes.len();
            self.bytes.extend_from_slice(row);
            for pixel in self.bytes[at..].as_chunks_mut::<3>().0 {
                pixel.swap(0, 2);
            }
            self.bytes.extend_from_slice(&[0; 3][..padding]);
        }
    }
}

/// What `jpeg_encoder` takes. Its own way to take RGB has it compiled for every kind of picture that it knows.
struct Picture<'a> {
    rgb: &'a [u8],
    size: Size,
}

impl ImageBuffer for Picture<'_> {
    fn get_jpeg_color_type(&self) -> JpegColorType {
        JpegColorType::Ycbcr
    }

    // at most 65,535, which was checked
    fn width(&self) -> u16 {
        self.size.width as u16
    }

    fn height(&self) -> u16 {
        self.size.height as u16
    }

    fn fill_buffers(&self, y: u16, [luma, blue, red, _]: &mut [Vec<u8>; 4]) {
        let width = self.size.width as usize;
        let row = &self.rgb.as_chunks::<3>().0[usize::from(y) * width..][..width];
        let (begin, end) = (luma.len(), luma.len() + width);
        for plane in [&mut *luma, blue, red] {
            plane.resize(end, 0);
        }
        let (luma, blue, red) = (&mut luma[begin..end], &mut blue[begin..end], &mut red[begin..end]);
        for k in 0..width {
            let [r, g, b] = row[k];
            (luma[k], blue[k], red[k]) = rgb_to_ycbcr(r, g, b);
        }
    }
}

#[cfg(test)]
mod tests;
