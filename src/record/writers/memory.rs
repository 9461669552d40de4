//! Frames in memory.

use crate::canvas::Frame;
use crate::encode::{Encoder, Fps, MemoryEncoder, MemoryFrames};
use crate::error::Result;
use crate::record::writers::{Settings, common_setters, settings_getters};
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

    pub(crate) fn with_frames<R>(&self, work: impl FnOnce(&[Frame]) -> R) -> R {
        self.frames.with(work)
    }
}

#[cfg(feature = "ndarray")]
impl MemoryWriter {
    /// The frames of the recordings that were finished, and no longer kept here, as one array: frames x height x width x 3.
    /// Without frames, an array of 0 x 0 x 0 x 3.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// # fn main() -> grabframe::Result<()> {
    /// let writer = MemoryWriter::new();
    /// let mut movie = writer.open("in memory", (8, 6))?;
    /// movie.write_frame(&Frame::new(8, 6))?;
    /// movie.write_frame(&Frame::new(8, 6))?;
    /// movie.finish()?;
    /// assert_eq!(writer.take_array().dim(), (2, 6, 8, 3));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Panics
    /// If the frames have different sizes, because several recordings were made.
    #[must_use]
    #[track_caller]
    // inline, so that only programs that use it compile it
    #[inline]
    pub fn take_array(&self) -> ndarray::Array4<u8> {
        let frames = self.take();
        let size = frames.first().map(Frame::size).unwrap_or_default();
        let (height, width) = (size.height as usize, size.width as usize);
        let mut all = Vec::with_capacity(frames.len() * height * width * 3);
        for frame in &frames {
            assert!(frame.size() == size, "a frame of {} among frames of {size}", frame.size());
            all.extend_from_slice(frame.as_rgb());
        }
        ndarray::Array4::from_shape_vec((frames.len(), height, width, 3), all).expect("all bytes of all frames")
    }
}

impl Writer for MemoryWriter {
    settings_getters!();

    fn makes_one_file(&self) -> bool {
        false
    }

    fn encoder(&self, target: &Target<'_>) -> Result<Box<dyn Encoder>> {
        let fps = self.settings.fps.checked()?;
        Ok(Box::new(MemoryEncoder::open(target.size, fps, &self.frames)?))
    }
}
