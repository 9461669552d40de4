//! The edges of what a GIF can hold.

use super::*;

/// A picture of `colors` colours, `columns` wide, one each pixel and then the first again.
fn palette(columns: u32, rows: u32, first: u32, colors: u32) -> Frame {
    let rgb = (0..columns * rows).flat_map(|i| color(first + if i < colors { i } else { 0 })).collect();
    Frame::from_rgb(columns, rows, rgb)
}

/// Every image as ffmpeg shows it; `None` where there is no ffmpeg.
fn by_ffmpeg(bytes: &[u8], size: Size) -> Option<Vec<Frame>> {
    if !decoders::installed("ffmpeg", "-version") {
        return None;
    }
    let folder = temp_dir::TempDir::new().expect("a folder");
    let path = folder.path().join("x.gif");
    std::fs::write(&path, bytes).expect("writes");
    let shown = decoders::ffmpeg(&path);
    let each = (size.width * size.height * 3) as usize;
    Some(shown.chunks(each).map(|rgb| Frame::from_rgb(size.width, size.height, rgb.to_vec())).collect())
}

fn assert_shown(frames: &[Frame]) -> Vec<Image> {
    let images = assert_exact(frames, 10);
    if let Some(shown) = by_ffmpeg(&encode(frames, 10), frames[0].size()) {
        assert!(shown == frames, "ffmpeg");
    }
    images
}

#[test]
fn one_pixel_in_many_colours() {
    // 300 colours one after the other: the palette of all is full at the 255th
    let frames: Vec<Frame> = (0..300).map(|n| palette(1, 1, n, 1)).collect();
    let images = assert_shown(&frames);
    let local = images.iter().filter(|image| image.local).count();
    assert!((40..=45).contains(&local), "{local}");
}

#[test]
fn the_widest_and_the_tallest() {
    for (width, height) in [(65_535, 1), (1, 65_535)] {
        let first = palette(width, height, 0, 200);
        let mut second = first.clone();
        let end = second.as_rgb().len() - 3;
        second.as_rgb_mut()[end..].copy_from_slice(&color(201));
        let images = assert_exact(&[first, second], 10);
        assert_eq!(images[1].area, 1);
    }
    // ffmpeg takes no picture of 65,535; the widest that it does
    assert_shown(&[palette(16_000, 1, 0, 200), palette(16_000, 1, 3, 256)]);
}

#[test]
fn all_256_colours_at_once_and_a_pixel_that_stays() {
    // every pixel but one changes to one of 256 colours: there is no index left that would mean "as before"
    let before = palette(17, 16, 0, 3);
    let mut after = palette(17, 16, 1000, 256);
    after.as_rgb_mut()[271 * 3..].copy_from_slice(&before.as_rgb()[271 * 3..]);
    let mut few = palette(17, 16, 1000, 255);
    few.as_rgb_mut()[271 * 3..].copy_from_slice(&before.as_rgb()[271 * 3..]);
    // 255 and the one that stays; then 256 and the one that stays, which only just is too many
    let images = assert_shown(&[before.clone(), few]);
    assert!(images[1].local);
    let images = play(&encode(&[before, after.clone()], 10));
    let (_, worst) = errors(&images[1].screen, &after);
    assert!(worst <= 16, "{worst}");
}

#[test]
fn a_palette_grows_to_255_and_no_further() {
    // the colour of the n-th picture is new, beside 100 that stay
    for (colors, local) in [(254, false), (255, false), (256, true), (257, true)] {
        let base = palette(20, 20, 0, 100);
        let mut frames = vec![base.clone()];
        for n in 100..colors {
            let mut next = frames[frames.len() - 1].clone();
            next.as_rgb_mut()[300 * 3..301 * 3].copy_from_slice(&color(n));
            frames.push(next);
        }
        let images = assert_shown(&frames);
        assert_eq!(images[images.len() - 1].local, local, "{colors}");
        // what came before is still what it was, and comes back without a palette of its own
        frames.push(base);
        assert!(!assert_shown(&frames)[frames.len() - 1].local);
    }
    // a first picture fills it at once
    for (colors, exact) in [(255, true), (256, true), (257, false)] {
        let frame = palette(20, 20, 0, colors);
        let images = play(&encode(std::slice::from_ref(&frame), 10));
        assert_eq!(images[0].screen == frame, exact, "{colors}");
        assert_eq!(images[0].local, !exact, "{colors}");
    }
}

#[test]
fn after_a_full_palette_changes_are_still_exact() {
    let full = palette(20, 20, 0, 256);
    let mut next = full.clone();
    // three pixels of colours that are there, far apart, so that most of the rectangle stays
    for (at, n) in [(21, 7), (210, 8), (378, 255)] {
        next.as_rgb_mut()[at * 3..at * 3 + 3].copy_from_slice(&color(n));
    }
    let mut other = next.clone();
    other.as_rgb_mut()[200 * 3..201 * 3].copy_from_slice(&color(999));
    assert_shown(&[full.clone(), next, other, full]);
}

#[test]
fn a_hold_after_the_last_frame_is_kept_in_the_file_as_it_grows() {
    let (a, b) = (Frame::new(5, 4), Frame::from_rgb(5, 4, vec![9; 60]));
    for seconds in [0.0, 0.01, 655.34, 655.35, 655.36, 1310.7, 100_000.0] {
        let mut stream = stream(a.size(), 10);
        stream.write(&a).expect("takes a frame");
        stream.write(&b).expect("takes a frame");
        stream.hold(seconds).expect("holds");
        let images = play(&stream.finish().expect("finishes").into_inner());
        let total: u64 = images.iter().map(|image| image.delay).sum();
        assert!(total.abs_diff(20 + (seconds * 100.0).round() as u64) <= 1, "{seconds}: {total}");
        assert!(images.iter().all(|image| (2..=65_535).contains(&image.delay)), "{seconds}");
        assert!(images[1..].iter().all(|image| image.screen == b));
    }
}

#[test]
fn a_hold_of_eleven_days_takes_a_moment_and_little_room() {
    let frame = Frame::new(640, 480);
    let mut stream = stream(frame.size(), 50);
    stream.write(&frame).expect("takes a frame");
    stream.hold(1e6).expect("holds");
    let bytes = stream.finish().expect("finishes").into_inner();
    assert!(bytes.len() < 100_000, "{}", bytes.len());
    assert_eq!(play(&bytes).iter().map(|image| image.delay).sum::<u64>(), 100_000_002);
}

#[test]
fn the_slowest_rate_holds_a_frame_for_655_seconds() {
    let (a, b) = (Frame::new(5, 4), Frame::from_rgb(5, 4, vec![9; 60]));
    let images = play(&encode(&[a.clone(), a.clone(), b], Fps::new(1, 655)));
    let delays: Vec<u64> = images.iter().map(|image| image.delay).collect();
    assert_eq!(delays, [65_535, 65_465, 65_500]);
}

#[test]
fn no_mean_of_colours_is_the_transparent_one() {
    // 200 pairs of near colours, far from one another, with too few places for all: most pairs get their mean. Between the
    // two of the rarest pair lies the transparent colour
    let pair = |n: u32| [20 + n % 6 * 40, 20 + n / 6 % 6 * 40, 20 + n / 36 * 40].map(|v| v as u8);
    let key = pair(100);
    let mut rgb = Vec::new();
    for n in 0..200 {
        let [r, g, b] = pair(n);
        for _ in 0..if n == 100 { 12 } else { 20 } {
            rgb.extend([r - 1, g, b, r + 1, g, b]);
        }
    }
    let frame = Frame::from_rgb(rgb.len() as u32 / 3, 1, rgb);
    let options = GifOptions { transparent: Some(key), ..GifOptions::default() };
    let out = Cursor::new(Vec::new());
    let mut stream = GifStream::new(out, Path::new("x.gif"), frame.size(), 10.into(), &options).expect("opens");
    stream.write(&frame).expect("takes a frame");
    let bytes = stream.finish().expect("finishes").into_inner();
    let mut decoder = gif::DecodeOptions::new().read_info(bytes.as_slice()).expect("a GIF");
    let image = decoder.read_next_frame().expect("an image").expect("an image").clone();
    let palette = image.palette.expect("a palette of its own");
    let places: Vec<usize> = palette.chunks(3).enumerate().filter(|(_, c)| **c == key).map(|(i, _)| i).collect();
    assert_eq!((places, image.transparent), (vec![0], Some(0)));
    assert!(image.buffer.iter().all(|&index| index != 0));
}
