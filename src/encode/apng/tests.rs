//! What is written is read back chunk by chunk, and by the `png` crate.

use super::stream::ApngStream;
use super::*;
use crate::canvas::Frame;
use crate::encode::file::Stream;
use crate::encode::testing::{Memory, assert_full_disk_is_told, assert_mistakes_change_nothing, pictures};
use crate::error::ErrorKind;

type Apng<'a> = Deltas<ApngStream<&'a mut Memory>>;

fn open<'a>(out: &'a mut Memory, size: Size, fps: impl Into<Fps>, options: &ApngOptions) -> Apng<'a> {
    let path = Path::new("test.apng");
    Deltas::new(ApngStream::new(out, path, size, fps.into(), options).expect("opens"), path, size)
}

fn encode(frames: &[Frame], fps: impl Into<Fps>) -> Vec<u8> {
    let mut out = Memory::default();
    let mut stream = open(&mut out, frames[0].size(), fps, &ApngOptions::default());
    for frame in frames {
        stream.write(frame).expect("takes a frame");
    }
    stream.finish().expect("finishes");
    out.into_inner()
}

/// Every chunk, whose sum is right, with its name.
fn chunks(bytes: &[u8]) -> Vec<(&str, &[u8])> {
    let mut rest = bytes.strip_prefix(&chunk::SIGNATURE).expect("a PNG");
    let mut all = Vec::new();
    while !rest.is_empty() {
        let length = u32::from_be_bytes(rest[..4].try_into().expect("four bytes")) as usize;
        let (whole, sum) = rest[4..].split_at(4 + length);
        assert_eq!(sum[..4], crc32fast::hash(whole).to_be_bytes());
        all.push((std::str::from_utf8(&whole[..4]).expect("letters"), &whole[4..]));
        rest = &sum[4..];
    }
    all
}

/// Every image as it looks on the screen, with its delay, up to the first that is broken.
fn play(bytes: &[u8]) -> Vec<(Frame, u16, u16)> {
    let Ok(mut reader) = png::Decoder::new(std::io::Cursor::new(bytes)).read_info() else { return Vec::new() };
    let mut screen = Frame::new(reader.info().width, reader.info().height);
    let mut pixels = vec![0; screen.as_rgb().len()];
    let images = reader.info().animation_control().map_or(0, |control| control.num_frames);
    let mut all = Vec::new();
    for _ in 0..images {
        if reader.next_frame(&mut pixels).is_err() {
            break;
        }
        let Some(control) = reader.info().frame_control().copied() else { break };
        assert_eq!((control.dispose_op, control.blend_op), (png::DisposeOp::None, png::BlendOp::Source));
        let row = control.width as usize * 3;
        for (y, pixels) in pixels.chunks_exact(row).take(control.height as usize).enumerate() {
            let at = ((control.y_offset as usize + y) * screen.width() as usize + control.x_offset as usize) * 3;
            screen.as_rgb_mut()[at..at + row].copy_from_slice(pixels);
        }
        all.push((screen.clone(), control.delay_num, control.delay_den));
    }
    all
}

#[test]
fn the_chunks_are_in_order_and_counted() {
    let frames = pictures(9, 7);
    let bytes = encode(&frames, 30);
    let chunks = chunks(&bytes);
    let names: Vec<&str> = chunks.iter().map(|(name, _)| *name).collect();
    // the second picture is the first one
    let images = frames.len() - 1;
    assert_eq!(names[..4], ["IHDR", "acTL", "fcTL", "IDAT"]);
    assert_eq!(names[4..names.len() - 1], ["fcTL", "fdAT"].repeat(images - 1));
    assert_eq!(names.last(), Some(&"IEND"));
    assert_eq!(chunks[1].1, [(images as u32).to_be_bytes(), [0; 4]].concat());
    let numbers = chunks.iter().filter(|(name, _)| matches!(*name, "fcTL" | "fdAT")).map(|(_, data)| &data[..4]);
    for (want, got) in (0_u32..).zip(numbers) {
        assert_eq!(got, want.to_be_bytes());
    }
    // a pixel in a corner is an image of a pixel
    assert_eq!(chunks[6].1[4..20], [1_u32, 1, 8, 0].map(u32::to_be_bytes).concat());
}

#[test]
fn pixels_are_exact_and_delays_whole_milliseconds() {
    for (width, height) in [(1, 1), (1, 5), (5, 1), (17, 17), (64, 3)] {
        let mut frames = pictures(width, height);
        frames.dedup();
        let played = play(&encode(&frames, Fps::new(30000, 1001)));
        assert!(played.iter().map(|(frame, ..)| frame).eq(&frames), "{width}x{height}");
        assert!(played.iter().all(|&(_, num, den)| [33, 34].contains(&num) && den == 1000));
    }
}

#[test]
fn pictures_that_stay_and_holds_lengthen_an_image() {
    let (a, b) = (Frame::new(3, 2), Frame::from_rgb(3, 2, vec![7; 18]));
    let mut out = Memory::default();
    let mut stream = open(&mut out, a.size(), 15, &ApngOptions::default());
    for frame in [&a, &a, &a, &b] {
        stream.write(frame).expect("takes a frame");
    }
    stream.hold(0.1).expect("holds");
    stream.write(&a).expect("takes a frame");
    stream.hold(100_000.0).expect("holds");
    stream.finish().expect("finishes");
    let delays: Vec<_> = play(out.get_ref()).into_iter().map(|(_, num, den)| (num, den)).collect();
    // 100,000 seconds are too long for one image
    assert_eq!(delays[..2], [(200, 1000), (166, 1000)]);
    let long: f64 = delays[2..].iter().map(|&(num, den)| f64::from(num) / f64::from(den)).sum();
    assert!((long - (100_000.0 + 1.0 / 15.0)).abs() < 1e-3, "{long}");
    assert!(play(out.get_ref())[2..].iter().all(|(frame, ..)| *frame == a));
    chunks(out.get_ref());
}

#[test]
fn what_was_asked_for_is_in_the_head() {
    let entry = |key: &str, value: &str| (key.to_owned(), value.to_owned());
    let metadata = vec![entry("title", "Größe"), entry("artist", "me"), entry("comment", "α → β"), entry("run", "7")];
    let options = ApngOptions { repeat: Repeat::Times(3), metadata, dpi: Some(100.0) };
    let mut out = Memory::default();
    let mut stream = open(&mut out, Size::new(2, 2), 10, &options);
    stream.write(&Frame::new(2, 2)).expect("takes a frame");
    stream.finish().expect("finishes");
    let mut reader = png::Decoder::new(std::io::Cursor::new(out.get_ref())).read_info().expect("a PNG");
    reader.next_frame(&mut [0; 12]).expect("a still");
    let info = reader.info();
    assert_eq!(info.animation_control().map(|c| (c.num_frames, c.num_plays)), Some((1, 3)));
    assert_eq!(info.pixel_dims.map(|d| (d.xppu, d.yppu)), Some((3937, 3937)));
    let latin: Vec<_> = info.uncompressed_latin1_text.iter().map(|t| (t.keyword.as_str(), t.text.as_str())).collect();
    assert_eq!(latin, [("Title", "Größe"), ("Author", "me"), ("Run", "7")]);
    let international = &info.utf8_text[0];
    assert_eq!(international.keyword, "Comment");
    assert_eq!(international.get_text().expect("a text"), "α → β");

    for (key, value) in [("", "x"), (&"k".repeat(80), "x"), ("α", "x"), (" a", "x"), ("title", "a\0b")] {
        let options = ApngOptions { metadata: vec![entry(key, value)], ..ApngOptions::default() };
        let stream =
            ApngStream::new(Memory::default(), Path::new("x"), Size::new(2, 2), Fps::from(10), &options).map(drop);
        assert!(matches!(stream, Err(ref e) if e.kind() == ErrorKind::BadOption), "{key:?}");
    }
}

#[test]
fn a_file_cut_anywhere_plays_what_was_whole() {
    let mut frames = pictures(12, 9);
    frames.dedup();
    let mut out = Memory::default();
    let mut stream = open(&mut out, frames[0].size(), 10, &ApngOptions::default());
    for frame in &frames {
        stream.write(frame).expect("takes a frame");
    }
    // as a process that is killed leaves it
    drop(stream);
    let bytes = out.into_inner();
    assert_eq!(chunks(&bytes)[1].1[..4], (frames.len() as u32).to_be_bytes());
    let mut seen = 0;
    for cut in 0..=bytes.len() {
        let played = play(&bytes[..cut]);
        assert!(played.len() == seen || played.len() == seen + 1, "at byte {cut}");
        seen = played.len();
        assert!(played.iter().zip(&frames).all(|((got, ..), want)| got == want), "at byte {cut}");
    }
    // this decoder wants to see what follows an image
    assert_eq!(seen, frames.len() - 1);
}

#[test]
fn rates_that_browsers_slow_down_are_noted() {
    let notes = |fps: u32| {
        let mut out = Memory::default();
        let mut stream = open(&mut out, Size::new(1, 1), fps, &ApngOptions::default());
        for level in [0, 1] {
            stream.write(&Frame::from_rgb(1, 1, vec![level; 3])).expect("takes a frame");
        }
        stream.finish().expect("finishes").1
    };
    assert!(notes(60).is_empty());
    assert!(notes(100)[0].contains("browsers"));
}

#[test]
fn faults_are_told() {
    let mut out = Memory::default();
    assert_mistakes_change_nothing(open(&mut out, Size::new(5, 4), 10, &ApngOptions::default()))
        .finish()
        .expect("finishes");
    assert_eq!(*out.get_ref(), encode(&[Frame::new(5, 4), Frame::from_rgb(5, 4, vec![9; 60])], 10));
    let none = open(&mut Memory::default(), Size::new(5, 4), 10, &ApngOptions::default()).finish();
    assert!(matches!(none, Err(ref e) if e.kind() == ErrorKind::NoFrames));

    let bytes = encode(&[Frame::new(5, 4), Frame::from_rgb(5, 4, vec![9; 60]), Frame::from_rgb(5, 4, vec![8; 60])], 10);
    let (path, size) = (Path::new("x"), Size::new(5, 4));
    let open = |out| Ok(Deltas::new(ApngStream::new(out, path, size, 10.into(), &ApngOptions::default())?, path, size));
    assert_full_disk_is_told(open, bytes.len(), 1);
}
