//! What a stream of pictures checks before it does anything, and the first thing that went wrong.

use std::path::{Path, PathBuf};

use super::hold::checked_hold;
use crate::error::{Error, Result};
use crate::geom::Size;

/// Counts the pictures taken, refuses those of another size, and refuses everything once something has failed.
#[derive(Debug)]
pub(super) struct Guard {
    /// For messages.
    path: PathBuf,
    size: Size,
    frames: u64,
    failed: Option<String>,
}

impl Guard {
    pub(super) fn new(path: &Path, size: Size) -> Self {
        Self { path: path.into(), size, frames: 0, failed: None }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) const fn size(&self) -> Size {
        self.size
    }

    /// Whether a picture of this size can be taken.
    pub(super) fn frame(&self, got: Size) -> Result<()> {
        if got != self.size {
            return Err(Error::frame_size(self.size, got, self.frames));
        }
        self.check()
    }

    /// Whether there is a picture that can be held so long; returns the seconds.
    pub(super) fn hold(&self, seconds: f64) -> Result<f64> {
        let seconds = checked_hold(seconds)?;
        self.check()?;
        if self.frames == 0 {
            return Err(Error::nothing_to_hold());
        }
        Ok(seconds)
    }

    /// Whether there is something to finish.
    pub(super) fn end(&self) -> Result<()> {
        self.check()?;
        if self.frames == 0 {
            return Err(Error::no_frames(&self.path));
        }
        Ok(())
    }

    /// A picture was written, or not: counts it, or remembers why.
    pub(super) fn wrote(&mut self, result: Result<()>) -> Result<()> {
        self.did(result)?;
        self.frames += 1;
        Ok(())
    }

    /// Something else was done to the output, or not: remembers why.
    pub(super) fn did(&mut self, result: Result<()>) -> Result<()> {
        if let Err(error) = &result {
            self.failed = Some(error.to_string());
        }
        result
    }

    fn check(&self) -> Result<()> {
        match &self.failed {
            Some(first) => Err(Error::failed(&self.path, first)),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests;
