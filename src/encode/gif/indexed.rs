//! A picture in at most 256 colours, for what is no GIF.

use super::change::Change;
use super::palette::Palette;
use super::quantize::Quantizer;
use crate::canvas::Frame;
use crate::encode::diff::Region;

/// The colours of a picture, three bytes each, and the number of each pixel's: exact if there are at most 256, else as in a GIF.
pub(crate) fn indexed(frame: &Frame) -> (Vec<u8>, Vec<u8>) {
    let (width, height) = (frame.width() as usize, frame.height() as usize);
    let region = Region { x: 0, y: 0, width, height };
    let change = Change { new: frame.as_rgb(), old: None, width, region, exact: true };
    let (mut palette, mut indices) = (Palette::beginning(None), Vec::new());
    if palette.map_all(&change, &mut indices) {
        return (palette.bytes(0), indices);
    }
    let mut quantizer = Quantizer::new();
    quantizer.map(&change, &mut indices);
    (quantizer.bytes(), indices)
}
