//! The bytes of an animated PNG, image by image.

use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::ApngOptions;
use super::chunk::{self, Control};
use super::delay::Clock;
use crate::encode::delta::{Animation, Time};
use crate::encode::diff::Region;
use crate::encode::png::{Effort, encode_rgb, per_metre};
use crate::encode::{Fps, Repeat};
use crate::error::{Error, Result};
use crate::geom::Size;

/// Where the number of images stands: after the signature and the chunk of the size.
const COUNT_AT: u64 = 8 + 25;

/// Writes an animated PNG into anything that can be written and sought.
///
/// After every image the output can be played, although it has no end yet: the number of images is always the right one.
#[derive(Debug)]
pub(crate) struct ApngStream<W> {
    out: W,
    /// For messages.
    path: PathBuf,
    size: Size,
    clock: Clock,
    fps: Fps,
    repeat: Repeat,
    images: u32,
    /// The number that the next chunk with a number gets.
    number: u32,
    /// The image written last, and where it begins.
    last: Option<(Control, u64)>,
    /// Pixels of a region, one row after the other.
    pixels: Vec<u8>,
}

impl<W: Write + Seek> ApngStream<W> {
    /// Writes the head of the file. `path` is for messages.
    pub(super) fn new(out: W, path: &Path, size: Size, fps: Fps, options: &ApngOptions) -> Result<Self> {
        let clock = Clock::new(fps)?;
        let mut stream = Self {
            out,
            path: path.into(),
            size,
            clock,
            fps,
            repeat: options.repeat,
            images: 0,
            number: 0,
            last: None,
            pixels: Vec::new(),
        };
        stream.head(options.dpi).map_err(|e| stream.io(e))?;
        for (key, value) in &options.metadata {
            let mut entry = Vec::new();
            chunk::text(&mut entry, key, value)?;
            stream.out.write_all(&entry).map_err(|e| stream.io(e))?;
        }
        Ok(stream)
    }

    fn head(&mut self, dpi: Option<f64>) -> std::io::Result<()> {
        self.out.write_all(&chunk::SIGNATURE)?;
        let (width, height) = (self.size.width.to_be_bytes(), self.size.height.to_be_bytes());
        // 8 bits, RGB, and the only compression, filtering and no interlacing
        chunk::write(&mut self.out, *b"IHDR", &[&width, &height, &[8, 2, 0, 0, 0]])?;
        self.count()?;
        if let Some(per_metre) = dpi.and_then(per_metre) {
            let (axis, metre) = (per_metre.to_be_bytes(), [1]);
            chunk::write(&mut self.out, *b"pHYs", &[&axis, &axis, &metre])?;
        }
        Ok(())
    }

    /// Writes how many images there are, where it belongs.
    fn count(&mut self) -> std::io::Result<()> {
        let plays: u32 = match self.repeat {
            Repeat::Infinite => 0,
            Repeat::Times(times) => times.max(1).into(),
            Repeat::Once => 1,
        };
        chunk::write(&mut self.out, *b"acTL", &[&self.images.to_be_bytes(), &plays.to_be_bytes()])
    }

    fn next_number(&mut self) -> std::io::Result<u32> {
        let number = self.number;
        self.number = number.checked_add(1).ok_or_else(|| std::io::Error::other("an animated PNG can hold no more"))?;
        Ok(number)
    }

    /// Writes an image: its control, and the pixels as a PNG of its size has them.
    fn image(&mut self, mut control: Control, png: &[u8]) -> std::io::Result<()> {
        let at = self.out.stream_position()?;
        control.number = self.next_number()?;
        control.write(&mut self.out)?;
        // the first image is what programs show that know nothing of animations
        let first = self.images == 0;
        for data in chunk::data_of(png, *b"IDAT") {
            if first {
                chunk::write(&mut self.out, *b"IDAT", &[data])?;
            } else {
                let number = self.next_number()?.to_be_bytes();
                chunk::write(&mut self.out, *b"fdAT", &[&number, data])?;
            }
        }
        self.images += 1;
        self.last = Some((control, at));
        // only now, when the image is whole
        self.out.seek(SeekFrom::Start(COUNT_AT))?;
        self.count()?;
        self.out.seek(SeekFrom::End(0))?;
        self.out.flush()
    }

    /// Corrects the delay of the image written last, and shows it on if that is too little.
    fn correct(&mut self, time: Time) -> Result<()> {
        let Some((mut control, at)) = self.last else { return Ok(()) };
        let mut delays = self.clock.pass(time).into_iter();
        let first = delays.next().unwrap_or(control.delay);
        if first != control.delay {
            control.delay = first;
            self.out
                .seek(SeekFrom::Start(at))
                .and_then(|_| control.write(&mut self.out))
                .and_then(|()| self.out.seek(SeekFrom::End(0)))
                .map_err(|e| self.io(e))?;
        }
        for delay in delays {
            // a pixel that is there already
            let region = Region { width: 1, height: 1, ..control.region };
            let png = encode_rgb(&self.pixels[..3], Size::new(1, 1), None, Effort::Changes, &self.path)?;
            self.image(Control { number: 0, region, delay }, &png).map_err(|e| self.io(e))?;
        }
        Ok(())
    }

    fn io(&self, source: std::io::Error) -> Error {
        Error::io("write", &self.path, source)
    }
}

impl<W: Write + Seek + Send> Animation for ApngStream<W> {
    fn add(&mut self, rgb: &[u8], region: Region) -> Result<()> {
        self.pixels.clear();
        for row in region.rows(self.size.width as usize) {
            self.pixels.extend_from_slice(&rgb[row]);
        }
        let size = Size::new(region.width as u32, region.height as u32);
        let png = encode_rgb(&self.pixels, size, None, Effort::Changes, &self.path)?;
        let control = Control { number: 0, region, delay: self.clock.frame() };
        self.image(control, &png).map_err(|e| self.io(e))
    }

    fn show(&mut self, time: Time) -> Result<()> {
        self.correct(time)
    }

    fn end(mut self) -> Result<(String, Vec<String>)> {
        chunk::write(&mut self.out, *b"IEND", &[]).and_then(|()| self.out.flush()).map_err(|e| self.io(e))?;
        // as browsers do with GIFs, too
        let slow = self.fps.frame_seconds() <= 0.01 && self.images > 1;
        let note = "browsers show images of a hundredth of a second or less for a tenth";
        Ok(("apng".into(), slow.then(|| note.into()).into_iter().collect()))
    }
}
