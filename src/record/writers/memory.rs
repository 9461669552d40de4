//! Frames in memory.

use crate::canvas::Frame;
use crate::encode::{Encoder, Fps, MemoryEncoder, MemoryFrames};
use crate::error::Result;
use crate::record::writers::{Settings, common_setters};
use crate::record::{Target, Writer};

/// Keeps the frames in memory.
///
/// The path is not used. All clones of a writer share their frames.
///
/// ```
/// use grabframe::prelude::*;
/// # fn main() -> grabframe::Result<()> {
/// let mut fig = Figure::pixels(64, 48);
/// let writer = MemoryWriter::new();
/// let mut movie = writer.saving(&mut fig, "in memory")?;
/// movie.grab_frame()?;
/// movie.grab_frame()?;
/// movie.finish()?;
/// let frames = writer.take();
/// assert_eq!(frames.len(), 2);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default)]
pub struct MemoryWriter {
    settings: Settings,
    frames: MemoryFrames,
}

impl MemoryWriter {
    /// No frames yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    common_setters!();

    /// The frames of the recordings that were finished, and no longer kept here.
    #[must_use]
    pub fn take(&self) -> Vec<Frame> {
        self.frames.take()
    }
}

impl Writer for MemoryWriter {
    fn frame_rate(&self) -> Fps {
        self.settings.fps
    }

    fn resolution(&self) -> Option<f64> {
        self.settings.dpi
    }

    fn encoder(&self, target: &Target<'_>) -> Result<Box<dyn Encoder>> {
        let fps = self.settings.fps.checked()?;
        Ok(Box::new(MemoryEncoder::open(target.size, fps, &self.frames)?))
    }
}
