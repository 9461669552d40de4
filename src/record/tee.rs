//! Several files from one loop.

use std::path::PathBuf;

use crate::canvas::Frame;
use crate::encode::{Encoded, Encoder};
use crate::error::Result;

/// Hands every frame to several encoders.
///
/// If one of them fails, the others finish with the frames that they have, and the error is the first one's.
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
        for index in 0..self.encoders.len() {
            if let Err(error) = work(&mut *self.encoders[index].1) {
                self.kept = self.encoders.remove(index).1.salvage();
                for (_, other) in self.encoders.drain(..) {
                    // what they have is kept; the error to tell is the one that there was
                    let _ = other.finish();
                }
                return Err(error);
            }
        }
        Ok(())
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
            match encoder.finish() {
                Ok(one) => {
                    all.bytes += one.bytes;
                    all.converting += one.converting;
                    if index == 0 {
                        (all.encoder, all.command) = (one.encoder, one.command);
                    } else {
                        all.notes.push(format!("and {}: {} bytes, {}", path.display(), one.bytes, one.encoder));
                    }
                    all.notes.extend(one.notes);
                }
                Err(error) => first_error = first_error.or(Some(error)),
            }
        }
        first_error.map_or(Ok(all), Err)
    }

    fn abort(self: Box<Self>) {
        for (_, encoder) in self.encoders {
            encoder.abort();
        }
    }

    fn salvage(self: Box<Self>) -> Option<PathBuf> {
        self.kept
    }
}
