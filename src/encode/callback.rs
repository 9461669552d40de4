//! Frames that are handed to a function.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::guard::Guard;
use super::hold::Repeats;
use super::{Encoded, Encoder, Fps};
use crate::canvas::Frame;
use crate::error::{Error, Result};
use crate::geom::Size;

/// What takes the frames. Shared, since a writer can be cloned.
pub(crate) type Callback = Arc<Mutex<dyn FnMut(&Frame) -> std::io::Result<()> + Send>>;

/// Calls a function for every frame; a hold repeats the last one.
pub(crate) struct CallbackEncoder {
    callback: Callback,
    guard: Guard,
    repeats: Repeats,
    last: Frame,
    path: PathBuf,
    bytes: u64,
}

impl CallbackEncoder {
    /// `path` is for messages.
    ///
    /// # Errors
    /// A rate that is none.
    pub(crate) fn open(path: &Path, size: Size, fps: Fps, callback: Callback) -> Result<Self> {
        Ok(Self {
            callback,
            guard: Guard::new(path, size),
            repeats: Repeats::new(fps.checked()?),
            last: Frame::default(),
            path: path.into(),
            bytes: 0,
        })
    }

    fn call(&mut self) -> Result<()> {
        // a callback that panicked before is called again: what it makes of that is its own affair
        let mut callback = self.callback.lock().unwrap_or_else(PoisonError::into_inner);
        callback(&self.last).map_err(|e| Error::io("hand over a frame of", &self.path, e))?;
        self.bytes += self.last.as_rgb().len() as u64;
        Ok(())
    }
}

impl Encoder for CallbackEncoder {
    fn write(&mut self, frame: &Frame) -> Result<()> {
        self.guard.frame(frame.size())?;
        self.last.copy_from(frame);
        let called = self.call();
        self.guard.wrote(called)
    }

    fn hold(&mut self, seconds: f64) -> Result<()> {
        let seconds = self.guard.hold(seconds)?;
        let called = (0..self.repeats.hold(seconds)).try_for_each(|_| self.call());
        self.guard.did(called)
    }

    fn finish(self: Box<Self>) -> Result<Encoded> {
        self.guard.end()?;
        Ok(Encoded::new("a function", self.bytes))
    }

    fn abort(self: Box<Self>) {}
}
