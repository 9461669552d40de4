//! MP4 in process: H.264 by OpenH264, in a file of our own making.
//!
//! [`h264`] encodes pictures, [`track`] remembers what is known of each, [`header`] writes the boxes that say it (with
//! [`boxes`] and [`tags`]), and [`file`] keeps the file playable while it grows.

mod boxes;
mod file;
mod h264;
mod header;
mod tags;
#[cfg(test)]
mod tests;
mod track;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use self::file::Movie;
use self::h264::{H264, Sample};
use self::header::Format;
use self::track::{LONGEST, Track};
use super::hold::checked_hold;
use super::part::PartFile;
use super::{Encoded, Encoder, Fps};
use crate::canvas::Frame;
use crate::error::{Error, Result};
use crate::geom::Size;

/// What an MP4 may be told.
#[derive(Clone, Debug)]
pub(crate) struct Mp4Options {
    /// From 0 to 100; more is taken as 100.
    pub(crate) quality: u8,
    /// Names and values to be written into the file, such as `title`, `artist`, `comment`.
    pub(crate) metadata: Vec<(String, String)>,
}

/// Writes an MP4 file.
pub(crate) struct Mp4Encoder {
    movie: Movie,
    h264: H264,
    sample: Sample,
    size: Size,
    metadata: Vec<(String, String)>,
    frames: u64,
    converting: Duration,
    failed: Option<String>,
}

impl Mp4Encoder {
    /// Makes the file, for pictures of `size` shown at `fps`. Odd sizes grow by one pixel of the colour `pad`,
    /// and sides of fewer than 16 pixels to 16.
    ///
    /// # Errors
    /// [`ErrorKind::BadFps`](crate::ErrorKind::BadFps), [`ErrorKind::BadSize`](crate::ErrorKind::BadSize),
    /// [`ErrorKind::MissingFolder`](crate::ErrorKind::MissingFolder), [`ErrorKind::Io`](crate::ErrorKind::Io) if the file
    /// cannot be made.
    pub(crate) fn open(path: &Path, size: Size, fps: Fps, pad: [u8; 3], options: &Mp4Options) -> Result<Self> {
        let fps = fps.checked()?;
        let track = Track::new(fps)?;
        let h264 = H264::new(size, fps, pad, options.quality)?;
        let movie = Movie::create(PartFile::new(path)?, track)?;
        Ok(Self {
            movie,
            h264,
            sample: Sample::default(),
            size,
            metadata: options.metadata.clone(),
            frames: 0,
            converting: Duration::ZERO,
            failed: None,
        })
    }

    /// Encodes the picture taken last and writes it, shown for `ticks`.
    fn put(&mut self, ticks: u32) -> Result<()> {
        let encoded = self.h264.encode(&mut self.sample);
        encoded.map_err(|reason| Error::encode(self.movie.part().target(), reason))?;
        if !self.movie.begun() {
            self.movie.begin(Format {
                size: self.h264.padded(),
                sps: self.h264.sps.clone(),
                pps: self.h264.pps.clone(),
                metadata: std::mem::take(&mut self.metadata),
            })?;
        }
        self.movie.push(&self.sample, ticks)
    }

    /// Does it unless something failed before, and remembers if it fails.
    fn guarded(&mut self, work: impl FnOnce(&mut Self) -> Result<()>) -> Result<()> {
        if let Some(first) = &self.failed {
            return Err(Error::failed(self.movie.part().target(), first));
        }
        work(self).inspect_err(|error| self.failed = Some(error.to_string()))
    }
}

impl Encoder for Mp4Encoder {
    fn write(&mut self, frame: &Frame) -> Result<()> {
        if frame.size() != self.size {
            return Err(Error::frame_size(self.size, frame.size(), self.frames));
        }
        self.guarded(|this| {
            let start = Instant::now();
            this.h264.take(frame.as_rgb());
            this.converting += start.elapsed();
            let ticks = this.movie.track().frame;
            this.put(ticks)
        })?;
        self.frames += 1;
        Ok(())
    }

    fn hold(&mut self, seconds: f64) -> Result<()> {
        let seconds = checked_hold(seconds)?;
        if self.frames == 0 && self.failed.is_none() {
            return Err(Error::nothing_to_hold());
        }
        self.guarded(|this| {
            let ticks = this.movie.track().hold(seconds);
            let mut rest = this.movie.lengthen(ticks)?;
            // the format cannot show one picture for so long: it is shown again
            while let Some(ticks) = u32::try_from(rest.min(u64::from(LONGEST))).ok().filter(|ticks| *ticks > 0) {
                this.put(ticks)?;
                rest -= u64::from(ticks);
            }
            Ok(())
        })
    }

    fn finish(mut self: Box<Self>) -> Result<Encoded> {
        self.guarded(|_| Ok(()))?;
        let Self { movie, h264, size, converting, .. } = *self;
        let mut notes = Vec::new();
        if h264.padded() != size {
            notes.push(format!(
                "padded from {size} to {} pixels, because OpenH264 needs even sizes from 16 on",
                h264.padded()
            ));
        }
        if let Some((used, asked)) = h264.coarser() {
            notes.push(format!(
                "frames of very much detail made it coarser than asked for (a quantiser of {used} instead of {asked})"
            ));
        }
        let (bytes, more) = movie.finish()?;
        notes.extend(more);
        Ok(Encoded { bytes, encoder: "openh264 (in process)".into(), notes, converting, ..Encoded::default() })
    }

    fn abort(self: Box<Self>) {}

    fn salvage(self: Box<Self>) -> Option<PathBuf> {
        self.movie.salvage()
    }
}
