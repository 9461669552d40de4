//! Frames that stay in memory.

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
///
/// ```
/// use grabframe::MemoryFrames;
/// let frames = MemoryFrames::new();
/// assert!(frames.is_empty());
/// assert_eq!(frames.take().len(), 0);
/// ```
#[derive(Clone, Debug, Default)]
pub struct MemoryFrames {
    shared: Arc<Mutex<Vec<Frame>>>,
}

impl MemoryFrames {
    /// A handle without frames.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How many frames there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lock().len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lock().is_empty()
    }

    /// A copy of the frames, in order.
    #[must_use]
    pub fn frames(&self) -> Vec<Frame> {
        self.lock().clone()
    }

    /// The frames, in order; none are left.
    #[must_use]
    pub fn take(&self) -> Vec<Frame> {
        std::mem::take(&mut *self.lock())
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
            return Err(Error::FrameSize { expected: self.size, got: frame.size(), frame: taken });
        }
        self.frames.push(frame.clone());
        Ok(())
    }

    fn hold(&mut self, seconds: f64) -> Result<()> {
        let seconds = checked_hold(seconds)?;
        let Some(last) = self.frames.last().cloned() else {
            return Err(Error::BadOption { reason: "there is no frame to hold yet; grab one first".into() });
        };
        let repeats = usize::try_from(self.repeats.hold(seconds)).unwrap_or(usize::MAX);
        self.frames.extend(std::iter::repeat_n(last, repeats));
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<Encoded> {
        if self.frames.is_empty() {
            return Err(Error::NoFrames { path: "memory".into() });
        }
        let bytes = self.frames.iter().map(|frame| frame.as_rgb().len() as u64).sum();
        *self.target.lock() = self.frames;
        Ok(Encoded { bytes, encoder: "memory".into(), ..Encoded::default() })
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
mod tests {
    use super::*;

    fn frame(level: u8) -> Frame {
        Frame::from_rgb(2, 1, vec![level; 6])
    }

    #[test]
    fn frames_arrive_when_the_recording_is_finished() {
        let frames = MemoryFrames::new();
        let mut encoder = MemoryEncoder::open(Size::new(2, 1), 10.into(), &frames).expect("opens");
        encoder.write(&frame(1)).expect("takes a frame");
        encoder.write(&frame(2)).expect("takes a frame");
        // many short holds are as long as one
        (0..8).for_each(|_| encoder.hold(0.03).expect("holds"));
        assert!(frames.is_empty());
        assert_eq!(Box::new(encoder).finish().expect("finishes").bytes, 4 * 6);
        assert_eq!(frames.frames(), [frame(1), frame(2), frame(2), frame(2)]);
        assert_eq!(frames.take().len(), 4);
        assert_eq!(frames.len(), 0);
    }

    #[test]
    fn each_finished_recording_replaces_the_one_before() {
        let frames = MemoryFrames::new();
        for level in [1, 2, 3] {
            let mut encoder = MemoryEncoder::open(Size::new(2, 1), 10.into(), &frames).expect("opens");
            encoder.write(&frame(level)).expect("takes a frame");
            if level == 3 { Box::new(encoder).abort() } else { drop(Box::new(encoder).finish().expect("finishes")) }
        }
        assert_eq!(frames.frames(), [frame(2)]);
    }

    #[test]
    fn mistakes_are_named() {
        let frames = MemoryFrames::new();
        let open = || MemoryEncoder::open(Size::new(2, 1), 10.into(), &frames).expect("opens");
        assert!(matches!(Box::new(open()).finish(), Err(Error::NoFrames { .. })));
        assert!(matches!(open().hold(1.0), Err(Error::BadOption { .. })));
        let mut encoder = open();
        encoder.write(&frame(0)).expect("takes a frame");
        assert!(matches!(encoder.write(&Frame::new(1, 2)), Err(Error::FrameSize { frame: 1, .. })));
        assert!(MemoryEncoder::open(Size::new(2, 1), 0.into(), &frames).is_err());
    }
}
