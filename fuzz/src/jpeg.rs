//! JPEG, read by the crate `zune-jpeg`.
//!
//! How far a JPEG may be off can be computed: the cosine transform keeps sums of squares, and no coefficient is off by more
//! than half its step, which stands in the file. So the sum of squares of a block's errors is at most that of half the steps.

use grabframe::Frame;
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

/// What rounding to whole levels and whole-numbered transforms add, as the root of the mean square.
const ROUNDING: f64 = 1.5;

/// Whether a JPEG is as near to a picture as its steps allow: in luma, and in colour too where it has its full resolution.
pub fn check(data: &[u8], want: &Frame, full_color: bool, number: usize) {
    let options = DecoderOptions::default().jpeg_set_out_colorspace(ColorSpace::YCbCr);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(data), options);
    let pixels = decoder.decode().expect("a JPEG");
    let (width, height) = decoder.dimensions().expect("a size");
    assert_eq!((width, height), (want.width() as usize, want.height() as usize));
    let tables = tables(data);
    for channel in 0..if full_color { 3 } else { 1 } {
        let steps = &tables[usize::from(channel > 0)];
        let most = (steps.iter().map(|step| (step / 2.0).powi(2)).sum::<f64>() / 64.0).sqrt() + ROUNDING;
        for (top, left) in (0..height).step_by(8).flat_map(|top| (0..width).step_by(8).map(move |left| (top, left))) {
            let mut sum = 0.0;
            for at in (top..height.min(top + 8)).flat_map(|y| (left..width.min(left + 8)).map(move |x| y * width + x)) {
                let is = f64::from(pixels[at * 3 + channel]);
                sum += (is - component(&want.as_rgb()[at * 3..][..3], channel)).powi(2);
            }
            let off = (sum / 64.0).sqrt();
            assert!(
                off <= most,
                "frame {number}, block at {left}, {top}: channel {channel} is off by {off:.2} of {most:.2}"
            );
        }
    }
}

/// Luma or one of the two colours, as JFIF has them.
fn component(rgb: &[u8], channel: usize) -> f64 {
    let [r, g, b] = [rgb[0], rgb[1], rgb[2]].map(f64::from);
    let luma = 0.299 * r + 0.587 * g + 0.114 * b;
    match channel {
        0 => luma,
        1 => (128.0 + (b - luma) / 1.772).min(255.0),
        _ => (128.0 + (r - luma) / 1.402).min(255.0),
    }
}

/// The steps of luma and of colours.
fn tables(data: &[u8]) -> [Vec<f64>; 2] {
    let mut tables = [Vec::new(), Vec::new()];
    let mut at = 2;
    while data[at + 1] != 0xDA {
        let length = usize::from(u16::from_be_bytes([data[at + 2], data[at + 3]]));
        if data[at + 1] == 0xDB {
            for table in data[at + 4..at + 2 + length].chunks_exact(65) {
                tables[usize::from(table[0])] = table[1..].iter().copied().map(f64::from).collect();
            }
        }
        at += 2 + length;
    }
    tables
}
