//! Pictures in which one colour is transparent.

use crate::encode::diff::Region;
use crate::geom::Size;

/// The colour that lets through what is behind, and a picture of nothing else.
///
/// It stands at place 0 of every palette, which is also the background's: ffmpeg clears to the background, and takes that
/// for transparent only if the two are the same place.
#[derive(Debug)]
pub(super) struct Transparent {
    pub(super) color: [u8; 3],
    blank: Vec<u8>,
}

impl Transparent {
    pub(super) fn new(color: [u8; 3], size: Size) -> Self {
        Self { color, blank: color.repeat(size.width as usize * size.height as usize) }
    }

    /// A picture that shows nothing.
    pub(super) fn blank(&self) -> &[u8] {
        &self.blank
    }

    /// The smallest rectangle that holds all that a picture shows: a pixel of nothing if there is nothing.
    pub(super) fn shown(&self, rgb: &[u8], width: usize) -> Region {
        Region::changed(Some(&self.blank), rgb, width).unwrap_or(Region { x: 0, y: 0, width: 1, height: 1 })
    }
}
