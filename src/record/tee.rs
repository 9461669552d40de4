//! Several files from one loop.

use std::path::PathBuf;

use crate::canvas::Frame;
use crate::encode::{Encoded, Encoder, caught};
use crate::error::Result;
use crate::record::receipt::Bytes;

/// Hands every frame to several encoders.
///
/// If one of them fails or panics, the others finish with the frames that they have, and the error is the first one's.
pub(crate) struct Tee {
    encoders: Vec<(PathBuf, Box<dyn Encoder>)>,
    /// What is left of the one that failed.
    kept: Option<PathBuf>,
}

impl Tee {
    pub(crate) fn new(encoders: Vec<(PathBuf, Box<dyn Encoder>)>) -> Self {
        Self { encoders, kept: None }
    }

    fn each(&mut self, mut work: impl FnMut(&mut dyn Encoder) -> Result<()>) -> Result<()> {
        let mut first_error = None;
        // the others have this picture, too, whichever of them fails
        for (path, mut encoder) in std::mem::take(&mut self.encoders) {
            match caught(&path, || work(&mut *encoder)) {
                Ok(()) => self.encoders.push((path, encoder)),
                Err(error) => {
                    let kept = caught(&path, || Ok(encoder.salvage())).unwrap_or_default();
                    if first_error.is_none() {
                        (first_error, self.kept) = (Some(error), kept);
                    }
                }
            }
        }
        let Some(error) = first_error else { return Ok(()) };
        self.finish_others();
        Err(error)
    }

    /// What those that did not fail have is kept; the error to tell is the one that there was.
    fn finish_others(&mut self) {
        for (path, other) in self.encoders.drain(..) {
            let _ = caught(&path, || other.finish());
        }
    }
}

impl Encoder for Tee {
    fn write(&mut self, frame: &Frame) -> Result<()> {
        self.each(|encoder| encoder.write(frame))
    }

    fn hold(&mut self, seconds: f64) -> Result<()> {
        self.each(|encoder| encoder.hold(seconds))
    }

    fn finish(self: Box<Self>) -> Result<Encoded> {
        let mut all = Encoded::default();
        let mut first_error = None;
        for (index, (path, encoder)) in self.encoders.into_iter().enumerate() {
            match caught(&path, || encoder.finish()) {
                Ok(one) => {
                    all.converting += one.converting;
                    if index == 0 {
                        (all.bytes, all.encoder, all.command) = (one.bytes, one.encoder, one.command);
                    } else {
                        all.notes.push(format!("and {}: {}, {}", path.display(), Bytes(one.bytes), one.encoder));
                    }
                    all.notes.extend(one.notes);
                }
                Err(error) => first_error = first_error.or(Some(error)),
            }
        }
        first_error.map_or(Ok(all), Err)
    }

    fn abort(self: Box<Self>) {
        for (path, encoder) in self.encoders {
            // each is given up, whatever became of the one before
            let _ = caught(&path, || {
                encoder.abort();
                Ok(())
            });
        }
    }

    fn salvage(mut self: Box<Self>) -> Option<PathBuf> {
        self.finish_others();
        self.kept
    }
}
