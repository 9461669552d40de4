//! PNG stills: writing and reading.

mod palette;

use std::fs;
use std::io::{BufReader, Write};
use std::path::Path;

use self::palette::Palette;
use super::part::PartFile;
use crate::canvas::Frame;
use crate::error::{Error, Result};
use crate::geom::Size;

const INCH_IN_METRES: f64 = 0.0254;

/// How much work goes into making a PNG small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effort {
    /// For recordings: many pictures, soon read again.
    Fast,
    /// For the rectangles that change in a line plot or a heatmap.
    Changes,
    /// For stills, which are kept.
    Small,
}

impl Frame {
    /// Writes the picture as a PNG. A file of that name is replaced once the new one is whole.
    ///
    /// ```
    /// use grabframe::Frame;
    /// # fn main() -> grabframe::Result<()> {
    /// # let dir = temp_dir::TempDir::new().unwrap();
    /// # let path = dir.path().join("white.png");
    /// let white = Frame::new(16, 9);
    /// white.save(&path)?;
    /// assert_eq!(Frame::open(&path)?, white);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::UnknownFormat`](crate::ErrorKind::UnknownFormat) for another extension than `png`;
    /// [`ErrorKind::MissingFolder`](crate::ErrorKind::MissingFolder); whatever the file says.
    pub fn save(&self, path: impl AsRef<Path>) -> Result<()> {
        save(path.as_ref(), self, None)
    }

    /// The bytes of a PNG file with this picture, for a notebook or a socket.
    ///
    /// ```
    /// use grabframe::Frame;
    /// assert_eq!(Frame::new(16, 9).to_png()?[1..4], *b"PNG");
    /// # Ok::<(), grabframe::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::BadSize`](crate::ErrorKind::BadSize) if the picture has no pixels.
    pub fn to_png(&self) -> Result<Vec<u8>> {
        encode(self, None, Effort::Small, Path::new("a PNG in memory"))
    }

    /// Reads a PNG of any colour type and depth. What is transparent is shown on white.
    ///
    /// # Errors
    /// [`ErrorKind::Io`](crate::ErrorKind::Io) if the file cannot be read or is no PNG.
    pub fn open(path: impl AsRef<Path>) -> Result<Self> {
        read_png(path.as_ref())
    }
}

/// Writes a frame in the format that the extension says; only PNG is known.
fn save(path: &Path, frame: &Frame, dpi: Option<f64>) -> Result<()> {
    if path.extension().is_none_or(|e| !e.eq_ignore_ascii_case("png")) {
        let known =
            "png for pictures; a figure is written as svg or pdf by its own `save`, and for movies there are writers";
        return Err(Error::unknown_format(path, known));
    }
    write_png(path, frame, dpi)
}

/// Writes a still. `dpi` is noted in the file, as pixels a metre. A file of that name is replaced once the new one is whole.
///
/// # Errors
/// A picture without pixels, a missing folder, or whatever the file says.
pub(crate) fn write_png(path: &Path, frame: &Frame, dpi: Option<f64>) -> Result<()> {
    write_still(path, &|path| encode(frame, dpi, Effort::Small, path))
}

/// Writes the bytes of a still, which `make` makes once the file is begun; it is told the path for its messages. A file of that
/// name is replaced once the new one is whole.
///
/// # Errors
/// A missing folder, or whatever `make` or the file says.
pub(crate) fn write_still(path: &Path, make: &dyn Fn(&Path) -> Result<Vec<u8>>) -> Result<()> {
    let part = PartFile::of_picture(path)?;
    let bytes = make(part.target())?;
    part.file()?.write_all(&bytes).map_err(|e| Error::io("write", part.target(), e))?;
    part.commit().map(drop)
}

/// Reads a PNG of any colour type and depth. What is transparent is shown on white.
///
/// # Errors
/// [`ErrorKind::Io`](crate::ErrorKind::Io) if the file cannot be read or is no PNG.
pub(crate) fn read_png(path: &Path) -> Result<Frame> {
    let file = fs::File::open(path).map_err(|e| Error::io("open", path, e))?;
    let lift = |error| match error {
        png::DecodingError::IoError(source) => Error::io("read", path, source),
        other => Error::io("read", path, std::io::Error::new(std::io::ErrorKind::InvalidData, other)),
    };
    let mut decoder = png::Decoder::new(BufReader::new(file));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(lift)?;
    let bytes = reader.output_buffer_size().ok_or_else(|| lift(png::DecodingError::LimitsExceeded))?;
    let mut pixels = vec![0; bytes];
    let info = reader.next_frame(&mut pixels).map_err(lift)?;
    pixels.truncate(info.buffer_size());
    // rounded to the nearest level
    let on_white = |v: u8, alpha: u8| {
        let (v, alpha) = (u32::from(v), u32::from(alpha));
        ((v * alpha + 255 * (255 - alpha) + 127) / 255) as u8
    };
    // palettes were expanded
    let samples = info.color_type.samples();
    if samples != 3 {
        let mut rgb = Vec::with_capacity(pixels.len() / samples * 3);
        for pixel in pixels.chunks_exact(samples) {
            rgb.extend(match *pixel {
                [r, g, b, alpha] => [on_white(r, alpha), on_white(g, alpha), on_white(b, alpha)],
                [gray, alpha] => [on_white(gray, alpha); 3],
                _ => [pixel[0]; 3],
            });
        }
        pixels = rgb;
    }
    Ok(Frame::from_rgb(info.width, info.height, pixels))
}

/// Refuses sizes that PNG cannot hold.
pub(super) fn checked_size(size: Size) -> Result<()> {
    const MOST: u32 = i32::MAX as u32;
    if !(1..=MOST).contains(&size.width) || !(1..=MOST).contains(&size.height) {
        return Err(Error::bad_size(size, "a PNG has 1 to 2147483647 pixels in each direction"));
    }
    Ok(())
}

/// Encodes a picture; `path` is for messages.
pub(crate) fn encode(frame: &Frame, dpi: Option<f64>, effort: Effort, path: &Path) -> Result<Vec<u8>> {
    encode_rgb(frame.as_rgb(), frame.size(), dpi, effort, path)
}

/// Pixels a metre, as PNG notes a resolution in dots an inch; `None` if it is none.
pub(super) fn per_metre(dpi: f64) -> Option<u32> {
    Some((dpi / INCH_IN_METRES).round() as u32).filter(|&n| n > 0)
}

/// Encodes the bytes of a picture of `size`, row by row; `path` is for messages.
pub(super) fn encode_rgb(rgb: &[u8], size: Size, dpi: Option<f64>, effort: Effort, path: &Path) -> Result<Vec<u8>> {
    encode_bytes(rgb, Pixels::Rgb, size, dpi, effort, path)
}

/// Encodes a picture of `size`, four bytes a pixel: in a palette if it has few colours, and without opacities if nothing is
/// transparent.
pub(crate) fn encode_rgba(rgba: &[u8], size: Size) -> Result<Vec<u8>> {
    let path = Path::new("a PNG in memory");
    let pixels = rgba.as_chunks::<4>().0;
    if let Some(palette) = Palette::of(pixels) {
        return encode_bytes(&palette.indices, Pixels::Few(&palette), size, None, Effort::Small, path);
    }
    if pixels.iter().any(|pixel| pixel[3] < 255) {
        return encode_bytes(rgba, Pixels::Rgba, size, None, Effort::Small, path);
    }
    let mut rgb = Vec::with_capacity(pixels.len() * 3);
    for pixel in pixels {
        rgb.extend_from_slice(&pixel[..3]);
    }
    encode_rgb(&rgb, size, None, Effort::Small, path)
}

/// What the bytes of a picture are.
enum Pixels<'a> {
    Rgb,
    Rgba,
    Few(&'a Palette),
}

fn encode_bytes(
    bytes: &[u8],
    pixels: Pixels<'_>,
    size: Size,
    dpi: Option<f64>,
    effort: Effort,
    path: &Path,
) -> Result<Vec<u8>> {
    checked_size(size)?;
    let lift = |error| match error {
        png::EncodingError::IoError(source) => Error::io("write", path, source),
        other => Error::encode(path, other.to_string()),
    };
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, size.width, size.height);
    encoder.set_depth(png::BitDepth::Eight);
    set_effort(&mut encoder, effort);
    match pixels {
        Pixels::Rgb => encoder.set_color(png::ColorType::Rgb),
        Pixels::Rgba => encoder.set_color(png::ColorType::Rgba),
        Pixels::Few(palette) => {
            encoder.set_color(png::ColorType::Indexed);
            encoder.set_palette(&palette.colors);
            if !palette.opacities.is_empty() {
                encoder.set_trns(&palette.opacities);
            }
        }
    }
    if let Some(per_metre) = dpi.and_then(per_metre) {
        encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: per_metre, yppu: per_metre, unit: png::Unit::Meter }));
    }
    let mut writer = encoder.write_header().map_err(lift)?;
    writer.write_image_data(bytes).map_err(lift)?;
    writer.finish().map_err(lift)?;
    Ok(out)
}

/// Measured on line plots and heatmaps of 640 x 480 pixels: `Fast` takes 0.2 to 1.8 ms and 15 to 140 kB, `Small` 2 to 10 ms
/// and 8 to 110 kB. More effort doubles the time, at least, for a twentieth of the size. Of changed rectangles, `Changes`
/// makes 55 kB in 3.4 ms (six waves) or 56 kB in 6.2 ms (a heatmap of 256 x 256 values); with the filter `Up` it would be
/// 67 kB in 5.6 ms or 54 kB in 7.4 ms, and `Fast` 98 kB in 0.8 ms or 71 kB in 1.3 ms.
fn set_effort<W: Write>(encoder: &mut png::Encoder<'_, W>, effort: Effort) {
    let (deflate, filter) = match effort {
        Effort::Fast => (png::DeflateCompression::FdeflateUltraFast, png::Filter::Paeth),
        Effort::Changes => (png::DeflateCompression::Level(4), png::Filter::NoFilter),
        Effort::Small => (png::DeflateCompression::Level(4), png::Filter::Up),
    };
    encoder.set_deflate_compression(deflate);
    encoder.set_filter(filter);
}

#[cfg(test)]
mod tests;
