//! Animations that store what changes: one image for every picture that differs from the one before.

use std::path::Path;

use super::diff::Region;
use super::file::Stream;
use super::guard::Guard;
use crate::canvas::Frame;
use crate::error::Result;
use crate::geom::Size;

/// How long an image is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Time {
    /// So many frames,
    pub(super) frames: u64,
    /// and so many seconds.
    pub(super) held: f64,
}

/// A format whose images cover a rectangle each, and stay until they are painted over.
pub(crate) trait Animation: Send {
    /// Writes the region of a picture as an image that is shown, for now, for one frame's time. Flushes.
    fn add(&mut self, rgb: &[u8], region: Region) -> Result<()>;

    /// Says how long the image added last is really shown. Comes once for every image, before the next.
    fn show(&mut self, time: Time) -> Result<()>;

    /// Completes and flushes the output; the last image has its time.
    fn end(self) -> Result<(String, Vec<String>)>;
}

/// Finds what changes, and for how long nothing does.
///
/// A picture goes out at once, with the time of one frame, which is corrected if the picture then stays: the output can
/// be played as far as it goes at any moment.
#[derive(Debug)]
pub(crate) struct Deltas<A> {
    format: A,
    guard: Guard,
    /// How long the image written last is shown.
    shown: Option<Time>,
    /// The last picture.
    last: Vec<u8>,
}

impl<A: Animation> Deltas<A> {
    /// `path` is for messages.
    pub(super) fn new(format: A, path: &Path, size: Size) -> Self {
        Self { format, guard: Guard::new(path, size), shown: None, last: Vec::new() }
    }

    fn put(&mut self, rgb: &[u8]) -> Result<()> {
        let width = self.guard.size().width as usize;
        let old = self.shown.is_some().then_some(self.last.as_slice());
        let Some(region) = Region::changed(old, rgb, width) else {
            if let Some(time) = &mut self.shown {
                time.frames += 1;
            }
            return Ok(());
        };
        if let Some(time) = self.shown {
            self.format.show(time)?;
        }
        self.format.add(rgb, region)?;
        region.keep(&mut self.last, rgb, width);
        self.shown = Some(Time { frames: 1, held: 0.0 });
        Ok(())
    }
}

impl<A: Animation> Stream for Deltas<A> {
    fn write(&mut self, frame: &Frame) -> Result<()> {
        self.guard.frame(frame.size())?;
        let result = self.put(frame.as_rgb());
        self.guard.wrote(result)
    }

    fn hold(&mut self, seconds: f64) -> Result<()> {
        let seconds = self.guard.hold(seconds)?;
        if let Some(time) = &mut self.shown {
            time.held += seconds;
        }
        Ok(())
    }

    fn finish(mut self) -> Result<(String, Vec<String>)> {
        self.guard.end()?;
        if let Some(time) = self.shown {
            self.format.show(time)?;
        }
        self.format.end()
    }
}
