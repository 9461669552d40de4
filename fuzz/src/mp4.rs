//! MP4, its boxes read by the crate `re_mp4`, its pictures by OpenH264's decoder.

use std::path::Path;

use grabframe::{Frame, Mp4Writer, Size};
use openh264::decoder::Decoder;
use openh264::formats::YUVSource;

use crate::{Movie, only_file, record};

pub fn check(movie: &Movie, folder: &Path) {
    let writer = Mp4Writer::new().fps(movie.fps).quality(movie.quality);
    let (path, receipt) = record(movie, &writer, folder, "a.mp4", false).expect("any rate");
    let bytes = only_file(&path, &receipt);
    let file = re_mp4::Mp4::read_bytes(&bytes).expect("an MP4");
    assert_eq!(file.tracks().len(), 1);
    let track = file.tracks().values().next().expect("a track");
    let seconds = |ticks: u64| ticks as f64 / track.timescale as f64;

    // a time of more than 31 bits goes on with the same picture
    let long = movie.holds.iter().flatten().any(|held| held * track.timescale as f64 > f64::from(i32::MAX / 2));
    let pictures = track.samples.len();
    assert!(pictures == movie.frames.len() || (long && pictures > movie.frames.len()), "{pictures} pictures");
    let is: f64 = track.samples.iter().map(|sample| seconds(sample.duration)).sum();
    let should = movie.frames.len() as f64 * movie.fps.frame_seconds() + movie.holds.iter().flatten().sum::<f64>();
    assert!((is - should).abs() <= seconds(1) + 1e-9, "it lasts {is} s, not {should}");
    assert!((receipt.duration.as_secs_f64() - should).abs() < 1e-6);

    let mut decoder = Decoder::new().expect("a decoder");
    let head = parameters(&track.raw_codec_config(&file).expect("its parameters"));
    decoder.decode(&head).expect("parameters");
    // the step of the quantiser; six more are twice as much
    let quantiser =
        receipt.notes.iter().find_map(|note| note.split("a quantiser of ").nth(1)?.split(' ').next()?.parse().ok());
    let step = 0.625 * 2_f64.powf(quantiser.unwrap_or(asked(movie.quality)) / 6.0);
    for (k, sample) in track.samples.iter().enumerate() {
        let units = with_start_codes(&bytes[sample.byte_range()]);
        let picture = decoder.decode(&units).expect("a picture").expect("at once");
        if !long {
            compare(&picture, &movie.frames[k], step, k);
        }
    }
    assert!(decoder.flush_remaining().expect("the end").is_empty());
}

/// The quantiser that the documentation says for a quality; at most half of one off.
fn asked(quality: u8) -> f64 {
    const KNOTS: [f64; 5] = [48.0, 38.0, 28.0, 20.0, 12.0];
    let knot = usize::from(quality / 25).min(3);
    KNOTS[knot] + (KNOTS[knot + 1] - KNOTS[knot]) * f64::from(quality - knot as u8 * 25) / 25.0 + 0.5
}

/// Coefficients are rounded up from a sixth of a step below at the earliest, so they are off by five sixths of one at most,
/// and the transform keeps sums of squares; the rest of the step is for the filter at the edges of blocks.
fn compare(picture: &impl YUVSource, want: &Frame, step: f64, number: usize) {
    let size = want.size();
    let even = Size::new(size.width.next_multiple_of(2).max(16), size.height.next_multiple_of(2).max(16));
    assert_eq!(picture.dimensions(), (even.width as usize, even.height as usize));
    let (width, height) = (size.width as usize, size.height as usize);
    let most = step + 2.0;
    let mut sums = [0.0; 3];
    for (at, rgb) in want.as_rgb().chunks_exact(3).enumerate() {
        let (x, y) = (at % width, at / width);
        sums[0] += (f64::from(picture.y()[y * picture.strides().0 + x]) - component(rgb, 0)).powi(2);
    }
    // colours of whole boxes of two by two, of which one pixel has a quarter
    for (x, y) in (0..height / 2).flat_map(|y| (0..width / 2).map(move |x| (x, y))) {
        for (channel, plane, stride) in [(1, picture.u(), picture.strides().1), (2, picture.v(), picture.strides().2)] {
            let of = |x: usize, y: usize| component(&want.as_rgb()[(y * width + x) * 3..][..3], channel);
            let mean =
                (of(2 * x, 2 * y) + of(2 * x + 1, 2 * y) + of(2 * x, 2 * y + 1) + of(2 * x + 1, 2 * y + 1)) / 4.0;
            sums[channel] += (f64::from(plane[y * stride + x]) - mean).powi(2);
        }
    }
    // blocks at the edge have pixels outside, whose errors are not counted but may have been traded for these
    let blocks = |width: usize, height: usize| (width.next_multiple_of(4) * height.next_multiple_of(4)) as f64;
    for (channel, count) in
        [(0, blocks(width, height)), (1, blocks(width / 2, height / 2)), (2, blocks(width / 2, height / 2))]
    {
        let off = (sums[channel] / count.max(1.0)).sqrt();
        assert!(off <= most, "frame {number}: plane {channel} is off by {off:.2} of {most:.2}");
    }
}

/// BT.601 in the limited range.
fn component(rgb: &[u8], channel: usize) -> f64 {
    let [r, g, b] = [rgb[0], rgb[1], rgb[2]].map(|v| f64::from(v) / 255.0);
    let luma = 0.299 * r + 0.587 * g + 0.114 * b;
    match channel {
        0 => 16.0 + 219.0 * luma,
        1 => 128.0 + 224.0 * (b - luma) / 1.772,
        _ => 128.0 + 224.0 * (r - luma) / 1.402,
    }
}

/// The parameter sets of an `avcC` box, as a bare stream.
fn parameters(config: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = &config[5..];
    for mask in [0x1F, 0xFF] {
        let count = rest[0] & mask;
        assert_eq!(count, 1);
        let length = usize::from(u16::from_be_bytes([rest[1], rest[2]]));
        out.extend_from_slice(&[0, 0, 0, 1]);
        out.extend_from_slice(&rest[3..3 + length]);
        rest = &rest[3 + length..];
    }
    out
}

fn with_start_codes(mut units: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    while let Some((length, rest)) = units.split_first_chunk::<4>() {
        let (unit, after) = rest.split_at(u32::from_be_bytes(*length) as usize);
        out.extend_from_slice(&[0, 0, 0, 1]);
        out.extend_from_slice(unit);
        units = after;
    }
    out
}
