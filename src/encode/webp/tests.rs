//! What is written is read back chunk by chunk, and by a decoder.

use super::stream::WebpStream;
use super::*;
use crate::canvas::Frame;
use crate::encode::file::Stream;
use crate::encode::testing::{Memory, assert_full_disk_is_told, assert_mistakes_change_nothing, pictures};
use crate::error::ErrorKind;

type Webp<'a> = Deltas<WebpStream<&'a mut Memory>>;

fn open<'a>(out: &'a mut Memory, size: Size, fps: impl Into<Fps>, options: &WebpOptions) -> Webp<'a> {
    let path = Path::new("test.webp");
    Deltas::new(WebpStream::new(out, path, size, fps.into(), options).expect("opens"), path, size)
}

fn encode(frames: &[Frame], fps: impl Into<Fps>) -> Vec<u8> {
    let mut out = Memory::default();
    let mut stream = open(&mut out, frames[0].size(), fps, &WebpOptions::default());
    for frame in frames {
        stream.write(frame).expect("takes a frame");
    }
    stream.finish().expect("finishes");
    out.into_inner()
}

/// Every chunk of a file whose length is right, with its name.
fn chunks(bytes: &[u8]) -> Vec<(&str, &[u8])> {
    assert_eq!((&bytes[..4], &bytes[8..12]), (&b"RIFF"[..], &b"WEBP"[..]));
    assert_eq!(u32::from_le_bytes(bytes[4..8].try_into().expect("four bytes")) as usize, bytes.len() - 8);
    let mut rest = &bytes[12..];
    let mut all = Vec::new();
    while !rest.is_empty() {
        let length = u32::from_le_bytes(rest[4..8].try_into().expect("four bytes")) as usize;
        all.push((std::str::from_utf8(&rest[..4]).expect("letters"), &rest[8..8 + length]));
        rest = &rest[8 + length + length % 2..];
    }
    all
}

/// Every image as it looks on the screen, with its time in milliseconds.
fn play(bytes: &[u8]) -> Vec<(Frame, u32)> {
    let mut decoder = image_webp::WebPDecoder::new(std::io::Cursor::new(bytes)).expect("a WebP");
    let (width, height) = decoder.dimensions();
    let channels = if decoder.has_alpha() { 4 } else { 3 };
    let mut pixels = vec![0; width as usize * height as usize * channels];
    (0..decoder.num_frames())
        .map(|_| {
            let millis = decoder.read_frame(&mut pixels).expect("an image");
            let rgb = pixels.chunks_exact(channels).flat_map(|p| [p[0], p[1], p[2]]).collect();
            (Frame::from_rgb(width, height, rgb), millis)
        })
        .collect()
}

#[test]
fn pixels_are_exact_and_times_add_up() {
    for (width, height) in [(1, 1), (1, 5), (5, 1), (17, 17), (64, 3)] {
        let mut frames = pictures(width, height);
        frames.dedup();
        let played = play(&encode(&frames, 30));
        assert!(played.iter().map(|(frame, _)| frame).eq(&frames), "{width}x{height}");
        let times: Vec<u32> = played.iter().map(|(_, millis)| *millis).collect();
        assert_eq!(times[..3.min(times.len())], [33, 33, 34][..3.min(times.len())]);
    }
}

#[test]
fn an_image_is_what_changed_from_an_even_place_on() {
    let bytes = encode(&pictures(9, 7), 30);
    let chunks = chunks(&bytes);
    assert_eq!((chunks[0].0, chunks[1].0), ("VP8X", "ANIM"));
    assert_eq!(*chunks[0].1, [2, 0, 0, 0, 8, 0, 0, 6, 0, 0]);
    // the first picture stays for two frames
    assert_eq!(chunks[2].1[..16], [0, 0, 0, 0, 0, 0, 8, 0, 0, 6, 0, 0, 66, 0, 0, 2]);
    // the corners at the top, of which the second is in column 8
    assert_eq!(chunks[3].1[..12], [0; 12]);
    assert_eq!(chunks[4].1[..12], [4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    assert_eq!(&chunks[4].1[16..20], b"VP8L");

    let (mut odd, white) = (Frame::new(9, 7), Frame::new(9, 7));
    odd.as_rgb_mut()[(3 * 9 + 5) * 3] = 0;
    let bytes = encode(&[white, odd], 30);
    assert_eq!(self::chunks(&bytes)[3].1[..12], [2, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0]);
}

#[test]
fn pictures_that_stay_and_holds_lengthen_an_image() {
    let (a, b) = (Frame::new(3, 2), Frame::from_rgb(3, 2, vec![7; 18]));
    let mut out = Memory::default();
    let mut stream = open(&mut out, a.size(), 15, &WebpOptions::default());
    for frame in [&a, &a, &a, &b] {
        stream.write(frame).expect("takes a frame");
    }
    stream.hold(0.1).expect("holds");
    stream.write(&a).expect("takes a frame");
    stream.hold(100_000.0).expect("holds");
    stream.finish().expect("finishes");
    let times: Vec<u32> = play(out.get_ref()).iter().map(|(_, millis)| *millis).collect();
    assert_eq!(times[..2], [200, 166]);
    // 100,000 seconds are too long for one image
    assert_eq!(times[2..].iter().sum::<u32>(), 100_000_067);
    assert!(times.len() > 7 && times.iter().all(|&millis| millis > 0));
    assert!(play(out.get_ref())[2..].iter().all(|(frame, _)| *frame == a));
}

#[test]
fn what_was_asked_for_is_in_the_file() {
    let entry = |key: &str, value: &str| (key.to_owned(), value.to_owned());
    let metadata = vec![entry("title", "a < b & α"), entry("artist", "me"), entry("run", "7")];
    let options = WebpOptions { repeat: Repeat::Times(3), metadata };
    let mut out = Memory::default();
    let mut stream = open(&mut out, Size::new(2, 2), 10, &options);
    stream.write(&Frame::new(2, 2)).expect("takes a frame");
    let (_, notes) = stream.finish().expect("finishes");
    assert_eq!(notes, ["a WebP has no place for the metadata `run`, so it is not in it"]);
    let chunks = chunks(out.get_ref());
    assert_eq!(chunks[0].1[0], 0b110);
    assert_eq!(*chunks[1].1, [255, 255, 255, 255, 3, 0]);
    let (name, packet) = chunks[3];
    let packet = std::str::from_utf8(packet).expect("text");
    assert_eq!(name, "XMP ");
    assert!(packet.contains("a &lt; b &amp; α") && packet.contains("<rdf:Seq><rdf:li>me</rdf:li></rdf:Seq>"));
    assert!(!packet.contains('7'));
    assert_eq!(play(out.get_ref()).len(), 1);
}

/// What is in a file when the process dies after so many frames.
#[test]
fn the_part_file_plays_after_every_frame() {
    let folder = temp_dir::TempDir::new().expect("a folder");
    let mut frames = pictures(12, 9);
    frames.dedup();
    let options = WebpOptions::default();
    let path = folder.path().join("x.webp");
    let mut encoder = WebpEncoder::open(&path, frames[0].size(), 10.into(), &options).expect("opens");
    for (i, frame) in frames.iter().enumerate() {
        crate::encode::Encoder::write(&mut encoder, frame).expect("takes a frame");
        let bytes = std::fs::read(folder.path().join("x.part.webp")).expect("the part file");
        assert_eq!(chunks(&bytes).len(), 2 + i + 1);
        assert!(play(&bytes).iter().map(|(frame, _)| frame).eq(&frames[..=i]));
    }
    drop(encoder);
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0);
}

#[test]
fn faults_are_told() {
    let mut out = Memory::default();
    assert_mistakes_change_nothing(open(&mut out, Size::new(5, 4), 10, &WebpOptions::default()))
        .finish()
        .expect("finishes");
    assert_eq!(*out.get_ref(), encode(&[Frame::new(5, 4), Frame::from_rgb(5, 4, vec![9; 60])], 10));
    let none = open(&mut Memory::default(), Size::new(5, 4), 10, &WebpOptions::default()).finish();
    assert!(matches!(none, Err(ref e) if e.kind() == ErrorKind::NoFrames));
    let folder = temp_dir::TempDir::new().expect("a folder");
    let refused =
        |size, fps: Fps| WebpEncoder::open(&folder.path().join("x.webp"), size, fps, &WebpOptions::default()).map(drop);
    for size in [Size::new(0, 1), Size::new(1, 16_385), Size::new(16_385, 1)] {
        assert!(matches!(refused(size, 10.into()), Err(ref e) if e.kind() == ErrorKind::BadSize), "{size}");
    }
    assert!(matches!(refused(Size::new(1, 1), 1001.into()), Err(ref e) if e.kind() == ErrorKind::BadFps));
    assert!(matches!(refused(Size::new(1, 1), 0.into()), Err(ref e) if e.kind() == ErrorKind::BadFps));

    let bytes = encode(&[Frame::new(5, 4), Frame::from_rgb(5, 4, vec![9; 60]), Frame::from_rgb(5, 4, vec![8; 60])], 10);
    let (path, size) = (Path::new("x"), Size::new(5, 4));
    let open = |out| Ok(Deltas::new(WebpStream::new(out, path, size, 10.into(), &WebpOptions::default())?, path, size));
    assert_full_disk_is_told(open, bytes.len(), 1);
}
