//! Pictures that become larger on their way.

use std::path::PathBuf;

use crate::canvas::Frame;
use crate::encode::{Encoded, Encoder};
use crate::error::Result;
use crate::geom::Size;

/// Makes of each pixel a square of `times` x `times` pixels.
pub(crate) struct Enlarge {
    encoder: Box<dyn Encoder>,
    times: u32,
    large: Frame,
}

impl Enlarge {
    /// For an encoder that was opened for `size` after enlarging.
    pub(crate) fn new(encoder: Box<dyn Encoder>, times: u32, size: Size) -> Self {
        Self { encoder, times, large: Frame::new(size.width, size.height) }
    }
}

impl Encoder for Enlarge {
    fn write(&mut self, frame: &Frame) -> Result<()> {
        let times = self.times as usize;
        let (from, to) = (frame.width() as usize * 3, self.large.width() as usize * 3);
        let rows = self.large.as_rgb_mut().chunks_exact_mut(to * times);
        for (row, large) in frame.as_rgb().chunks_exact(from).zip(rows) {
            let (first, others) = large.split_at_mut(to);
            for (pixel, square) in row.as_chunks::<3>().0.iter().zip(first.chunks_exact_mut(3 * times)) {
                square.as_chunks_mut::<3>().0.fill(*pixel);
            }
            others.chunks_exact_mut(to).for_each(|other| other.copy_from_slice(first));
        }
        self.encoder.write(&self.large)
    }

    fn hold(&mut self, seconds: f64) -> Result<()> {
        self.encoder.hold(seconds)
    }

    fn finish(self: Box<Self>) -> Result<Encoded> {
        self.encoder.finish()
    }

    fn abort(self: Box<Self>) {
        self.encoder.abort();
    }

    fn salvage(self: Box<Self>) -> Option<PathBuf> {
        self.encoder.salvage()
    }
}

#[cfg(test)]
mod tests;
