//! The bytes of an animated WebP, image by image.

use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::{WebpOptions, xmp};
use crate::encode::delta::{Animation, Time};
use crate::encode::diff::Region;
use crate::encode::ticks::Ticks;
use crate::encode::{Fps, Repeat};
use crate::error::{Error, Result};
use crate::geom::Size;

/// The longest time of an image, in milliseconds; a longer one is shown in pieces of half of it.
const LONGEST: u64 = (1 << 24) - 1;
/// Where the length of the file, and what is in it, are said.
const LENGTH_AT: u64 = 4;
const FLAGS_AT: u64 = 20;
/// Where the time stands in an image: after the chunk's name and length, the place and the size.
const TIME_AT: u64 = 8 + 12;
/// What is in the file.
const ANIMATION: u8 = 1 << 1;
const XMP: u8 = 1 << 2;
/// An image replaces what is below, and stays.
const REPLACE: u8 = 1 << 1;
/// Name and length of a chunk.
const CHUNK: usize = 8;

/// Writes an animated WebP into anything that can be written and sought.
///
/// After every image the output is a file that can be played.
#[derive(Debug)]
pub(crate) struct WebpStream<W> {
    out: W,
    /// For messages.
    path: PathBuf,
    size: Size,
    fps: Fps,
    ticks: Ticks,
    metadata: Vec<(String, String)>,
    images: u64,
    /// Where the image written last begins, and which part of the picture it is.
    last: Option<(u64, Region)>,
    /// Pixels of a region, one row after the other, and what became of them.
    pixels: Vec<u8>,
    webp: Vec<u8>,
}

impl<W: Write + Seek> WebpStream<W> {
    /// Writes the head of the file. `path` is for messages.
    pub(super) fn new(out: W, path: &Path, size: Size, fps: Fps, options: &WebpOptions) -> Result<Self> {
        let mut stream = Self {
            out,
            path: path.into(),
            size,
            fps,
            ticks: Ticks::new(fps, 1000),
            metadata: options.metadata.clone(),
            images: 0,
            last: None,
            pixels: Vec::new(),
            webp: Vec::new(),
        };
        stream.head(options.repeat).map_err(|e| stream.io(e))?;
        Ok(stream)
    }

    fn head(&mut self, repeat: Repeat) -> std::io::Result<()> {
        let times = match repeat {
            Repeat::Infinite => 0,
            Repeat::Times(times) => times.max(1),
            Repeat::Once => 1,
        };
        let mut head = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0".to_vec();
        head.extend_from_slice(&[ANIMATION, 0, 0, 0]);
        for side in [self.size.width, self.size.height] {
            head.extend_from_slice(&bytes24(u64::from(side) - 1));
        }
        head.extend_from_slice(b"ANIM\x06\0\0\0");
        // a white background, of which nothing is ever seen
        head.extend_from_slice(&[255; 4]);
        head.extend_from_slice(&times.to_le_bytes());
        self.out.write_all(&head)
    }

    /// Compresses `pixels`, which are of the region, and writes them as an image that is shown for `millis`.
    fn image(&mut self, region: Region, millis: u64) -> Result<()> {
        let (width, height) = (region.width as u32, region.height as u32);
        let pixels = &self.pixels[..region.area() * 3];
        self.webp.clear();
        image_webp::WebPEncoder::new(&mut self.webp)
            .encode(pixels, width, height, image_webp::ColorType::Rgb8)
            .map_err(|e| Error::encode(&self.path, e.to_string()))?;
        self.append(region, millis).map_err(|e| self.io(e))
    }

    fn append(&mut self, region: Region, millis: u64) -> std::io::Result<()> {
        // what stands behind the name of the format is the chunk of a still
        let still = self.webp.get(12..).unwrap_or_default();
        let mut head = b"ANMF".to_vec();
        head.extend_from_slice(&(16 + still.len() as u32).to_le_bytes());
        // the place is even
        let numbers = [region.x / 2, region.y / 2, region.width - 1, region.height - 1];
        for number in numbers {
            head.extend_from_slice(&bytes24(number as u64));
        }
        head.extend_from_slice(&bytes24(millis));
        head.push(REPLACE);
        let at = self.out.stream_position()?;
        self.out.write_all(&head)?;
        self.out.write_all(still)?;
        self.last = Some((at, region));
        self.images += 1;
        self.update_length()
    }

    /// Says how long the file is by now. Flushes.
    fn update_length(&mut self) -> std::io::Result<()> {
        let end = self.out.stream_position()?;
        let length = u32::try_from(end - CHUNK as u64).ok().filter(|&n| n < u32::MAX - 9);
        let length =
            length.ok_or_else(|| std::io::Error::other("a WebP has at most 4 GiB; record to another format"))?;
        self.overwrite(LENGTH_AT, &length.to_le_bytes())?;
        self.out.flush()
    }

    fn overwrite(&mut self, at: u64, bytes: &[u8]) -> std::io::Result<()> {
        self.out.seek(SeekFrom::Start(at))?;
        self.out.write_all(bytes)?;
        self.out.seek(SeekFrom::End(0)).map(drop)
    }

    /// Writes the metadata. Returns what is to be said of those that there is no place for.
    fn metadata(&mut self) -> std::io::Result<Vec<String>> {
        let (packet, others) = xmp::packet(&self.metadata);
        let mut notes = Vec::new();
        for key in others {
            notes.push(format!("a WebP has no place for the metadata `{key}`, so it is not in it"));
        }
        if let Some(packet) = packet {
            let length = u32::try_from(packet.len()).map_err(|_| std::io::Error::other("the metadata is too long"))?;
            self.out.write_all(b"XMP ")?;
            self.out.write_all(&length.to_le_bytes())?;
            self.out.write_all(packet.as_bytes())?;
            self.out.write_all(&[0][..packet.len() % 2])?;
            self.overwrite(FLAGS_AT, &[ANIMATION | XMP])?;
            self.update_length()?;
        }
        Ok(notes)
    }

    fn io(&self, source: std::io::Error) -> Error {
        Error::io("write", &self.path, source)
    }
}

/// A number of 24 bits, which was checked.
const fn bytes24(number: u64) -> [u8; 3] {
    let [a, b, c, ..] = number.to_le_bytes();
    [a, b, c]
}

impl<W: Write + Seek + Send> Animation for WebpStream<W> {
    fn add(&mut self, rgb: &[u8], region: Region) -> Result<()> {
        // an image begins at an even column and row
        let (left, up) = (region.x % 2, region.y % 2);
        let region =
            Region { x: region.x - left, y: region.y - up, width: region.width + left, height: region.height + up };
        self.pixels.clear();
        for row in region.rows(self.size.width as usize) {
            self.pixels.extend_from_slice(&rgb[row]);
        }
        let millis = (self.fps.frame_seconds() * 1e3).round() as u64;
        self.image(region, millis.min(LONGEST))
    }

    fn show(&mut self, time: Time) -> Result<()> {
        let Some((at, region)) = self.last else { return Ok(()) };
        let mut left = self.ticks.pass(time.frames, time.held);
        let mut piece = |longest| {
            let piece = if left > longest { LONGEST / 2 } else { left };
            left -= piece;
            piece
        };
        let first = piece(LONGEST);
        self.overwrite(at + TIME_AT, &bytes24(first)).map_err(|e| self.io(e))?;
        loop {
            let next = piece(LONGEST);
            if next == 0 {
                return Ok(());
            }
            // a pixel that is there already
            self.image(Region { width: 1, height: 1, ..region }, next)?;
        }
    }

    fn end(mut self) -> Result<(String, Vec<String>)> {
        let mut notes = self.metadata().map_err(|e| self.io(e))?;
        self.out.flush().map_err(|e| self.io(e))?;
        if self.images > 1 && self.fps.frame_seconds() <= 0.01 {
            notes.push("browsers show images of a hundredth of a second or less for a tenth".into());
        }
        Ok(("webp (lossless)".into(), notes))
    }
}
