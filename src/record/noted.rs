//! Something more for the receipt.

use std::path::PathBuf;

use crate::canvas::Frame;
use crate::encode::{Encoded, Encoder};
use crate::error::Result;

/// An encoder with a note on why it is this one.
pub(crate) struct Noted {
    encoder: Box<dyn Encoder>,
    note: String,
}

impl Noted {
    pub(crate) fn new(encoder: Box<dyn Encoder>, note: String) -> Self {
        Self { encoder, note }
    }
}

impl Encoder for Noted {
    fn write(&mut self, frame: &Frame) -> Result<()> {
        self.encoder.write(frame)
    }

    fn hold(&mut self, seconds: f64) -> Result<()> {
        self.encoder.hold(seconds)
    }

    fn finish(self: Box<Self>) -> Result<Encoded> {
        let mut encoded = self.encoder.finish()?;
        encoded.notes.insert(0, self.note);
        Ok(encoded)
    }

    fn abort(self: Box<Self>) {
        self.encoder.abort();
    }

    fn salvage(self: Box<Self>) -> Option<PathBuf> {
        self.encoder.salvage()
    }
}
