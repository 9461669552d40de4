//! Frames that stay in memory.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::hold::{Repeats, checked_hold};
use super::{Encoded, Encoder, Fps};
use crate::canvas::Frame;
use crate::error::{Error, Result};
use crate::geom::Size;

/// The frames of a recording that was made into memory.
///
/// A cloneable handle: the writer keeps one, the caller another. The frames are there once the recording is finished;
/// until then, and if it is given up, those of the recording before.
#[derive(Clone, Debug, Default)]
pub(crate) struct MemoryFrames {
    shared: Arc<Mutex<Vec<Frame>>>,
}

impl MemoryFrames {
    /// The frames, in order; none are left.
    #[must_use]
    pub(crate) fn take(&self) -> Vec<Frame> {
        std::mem::take(&mut *self.lock())
    }

    /// Does something with the frames, which stay.
    pub(crate) fn with<R>(&self, work: impl FnOnce(&[Frame]) -> R) -> R {
        work(&self.lock())
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Frame>> {
        // frames are only ever replaced as a whole, so a thread that panicked left nothing half done
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Keeps every frame. A hold repeats the last one.
#[derive(Debug)]
pub(crate) struct MemoryEncoder {
    size: Size,
    repeats: Repeats,
    frames: Vec<Frame>,
    target: MemoryFrames,
}

impl MemoryEncoder {
    /// Begins a recording whose frames `target` has after `finish`.
    ///
    /// # Errors
    /// A rate that is none.
    pub(crate) fn open(size: Size, fps: Fps, target: &MemoryFrames) -> Result<Self> {
        Ok(Self { size, repeats: Repeats::new(fps.checked()?), frames: Vec::new(), target: target.clone() })
    }
}

impl Encoder for MemoryEncoder {
    fn write(&mut self, frame: &Frame) -> Result<()> {
        if frame.size() != self.size {
            let taken = self.frames.len() as u64;
            return Err(Error::frame_size(self.size, frame.size(), taken));
        }
        self.frames.push(frame.clone());
        Ok(())
    }

    fn hold(&mut self, seconds: f64) -> Result<()> {
        let seconds = checked_hold(seconds)?;
        let Some(last) = self.frames.last().cloned() else {
            return Err(Error::nothing_to_hold());
        };
        let repeats = usize::try_from(self.repeats.hold(seconds)).unwrap_or(usize::MAX);
        self.frames.extend(std::iter::repeat_n(last, repeats));
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<Encoded> {
        if self.frames.is_empty() {
            return Err(Error::no_frames(Path::new("memory")));
        }
        let bytes = self.frames.iter().map(|frame| frame.as_rgb().len() as u64).sum();
        *self.target.lock() = self.frames;
        Ok(Encoded::new("memory", bytes))
    }

    fn abort(self: Box<Self>) {}

    fn salvage(self: Box<Self>) -> Option<std::path::PathBuf> {
        if !self.frames.is_empty() {
            *self.target.lock() = self.frames;
        }
        None
    }
}

#[cfg(test)]
mod tests;
