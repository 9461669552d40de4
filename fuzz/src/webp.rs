//! Animated WebP, read by the crate `image-webp`.

use std::path::Path;

use grabframe::{Frame, WebpWriter};

use crate::{Movie, Shown, check_times, merged, only_file, record};

pub fn check(movie: &Movie, folder: &Path) {
    let refused = u64::from(movie.fps.num()) > 1000 * u64::from(movie.fps.den());
    let writer = WebpWriter::new().fps(movie.fps).metadata("title", "a");
    let Some((path, receipt)) = record(movie, &writer, folder, "a.webp", refused) else { return };
    let (shown, want) = (decode(&only_file(&path, &receipt)), merged(movie));
    // a running clock that rounds down, and rounds holds
    check_times(&shown, &want, 0.00151);
    assert!(shown.iter().map(|shown| &shown.frame).eq(want.iter().map(|want| &want.frame)));
}

fn decode(bytes: &[u8]) -> Vec<Shown> {
    let mut decoder = image_webp::WebPDecoder::new(std::io::Cursor::new(bytes)).expect("a WebP");
    assert!(decoder.is_animated() && !decoder.is_lossy() && !decoder.has_alpha());
    assert!(decoder.xmp_metadata().expect("readable").is_some());
    let (width, height) = decoder.dimensions();
    let mut pixels = vec![0; (width * height * 3) as usize];
    let mut all: Vec<Shown> = Vec::new();
    for _ in 0..decoder.num_frames() {
        let millis = decoder.read_frame(&mut pixels).expect("a picture");
        assert!(millis > 0);
        let (frame, seconds) = (Frame::from_rgb(width, height, pixels.clone()), f64::from(millis) / 1e3);
        match all.last_mut() {
            Some(last) if last.frame == frame => last.seconds += seconds,
            _ => all.push(Shown { frame, seconds }),
        }
    }
    all
}
