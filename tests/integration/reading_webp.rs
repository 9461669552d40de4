//! WebP is read back: from our own writer, whole and cut off.

use std::time::Duration;

use grabframe::VideoFrame;
use grabframe::prelude::*;

use crate::reading::{pictures, read, write};

#[test]
fn a_webp_comes_back_exactly() {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("a.webp");
    let frames = pictures(40);
    let words = [
        ("title", "A < b & \u{e4}\u{fffe}"),
        ("artist", " me "),
        ("comment", "one,\ntwo"),
        ("copyright", "\u{1F600}]]>"),
        ("keywords", "a, b"),
        ("source", "&amp;"),
        ("date", "2024-05-06"),
        ("software", "it"),
    ];
    for fps in [Fps::new(30, 1), Fps::new(24000, 1001), Fps::new(30000, 1001), Fps::new(7, 1), Fps::new(1000, 1)] {
        let writer =
            words.iter().fold(WebpWriter::new().fps(fps), |writer, (key, value)| writer.metadata(*key, *value));
        write(&writer, &path, &frames);
        let mut video = Video::open(&path).unwrap();
        assert_eq!((video.size(), video.fps(), video.frame_count()), (Size::new(96, 64), fps, Some(40)));
        let seconds = 40.0 * fps.frame_seconds();
        assert!((video.duration().as_secs_f64() - seconds).abs() <= 0.001, "{fps}: {:?}", video.duration());
        for (key, value) in words {
            // there is no way to write that one in XML
            assert_eq!(video.metadata_value(key), Some(value.replace('\u{fffe}', "\u{fffd}").as_str()), "{key}");
        }
        let timed: Vec<VideoFrame> = video.timed_frames().map(Result::unwrap).collect();
        assert!(timed.iter().map(|shown| &shown.frame).eq(&frames));
        assert!(timed.windows(2).all(|two| two[0].time + two[0].duration == two[1].time));
        assert_eq!(timed[39].time + timed[39].duration, video.duration());
        for k in [0, 1, 17, 39] {
            video.seek((f64::from(k) * fps.frame_seconds() * 1e3).floor() / 1e3).unwrap();
            let rest: Vec<Frame> = video.frames().map(Result::unwrap).collect();
            assert!(rest == frames[k as usize..], "{fps}, frame {k}");
        }
    }
    // what stays is one longer frame; a size of odd numbers
    let size = (7, 5);
    let (a, b) = (Frame::new(7, 5), Frame::from_rgb(7, 5, (0..105).collect()));
    let mut movie = WebpWriter::new().fps(10).open(&path, size).unwrap();
    for frame in [&a, &a, &b, &a] {
        movie.write_frame(frame).unwrap();
    }
    movie.hold(1.5).unwrap();
    movie.finish().unwrap();
    let shown: Vec<VideoFrame> = Video::open(&path).unwrap().timed_frames().map(Result::unwrap).collect();
    assert!(shown.iter().map(|shown| &shown.frame).eq([&a, &b, &a]));
    assert_eq!(shown.iter().map(|shown| shown.time.as_millis()).collect::<Vec<_>>(), [0, 200, 300]);
    assert_eq!((shown[2].duration.as_millis(), Video::open(&path).unwrap().metadata().len()), (1600, 0));
}

/// A recording that was killed: the last picture is not whole, and the length of the file is behind, or was never written.
#[test]
fn the_part_file_of_a_webp_is_read_as_far_as_it_goes() {
    let dir = temp_dir::TempDir::new().unwrap();
    let frames = pictures(9);
    let mut movie = WebpWriter::new().fps(15).open(dir.path().join("a.webp"), frames[0].size()).unwrap();
    for frame in &frames {
        movie.write_frame(frame).unwrap();
    }
    let part = dir.path().join("a.part.webp");
    let before = std::time::Instant::now();
    // pictures are written on another thread
    while Video::open(&part).is_ok_and(|video| video.frame_count() != Some(9)) || Video::open(&part).is_err() {
        assert!(before.elapsed() < Duration::from_secs(20), "the pictures did not come");
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(read(&part) == frames);
    let bytes = std::fs::read(&part).unwrap();
    movie.finish().unwrap();

    let all = bytes.len();
    let killed = dir.path().join("killed.webp");
    for (length, said) in [(all, 0_u32), (all, 400), (all - 30, 400), (all - 30, 1 << 30)] {
        let mut bytes = bytes[..length].to_vec();
        bytes[4..8].copy_from_slice(&said.to_le_bytes());
        std::fs::write(&killed, &bytes).unwrap();
        let video = Video::open(&killed).unwrap();
        let items: Vec<_> = video.frames().collect();
        let whole = if length == all { 9 } else { 8 };
        assert_eq!((video.frame_count(), items.len()), (Some(whole), 9), "{length} bytes, {said} said");
        assert!(items.iter().zip(&frames).take(whole as usize).all(|(item, frame)| item.as_ref().unwrap() == frame));
        if whole == 8 {
            assert!(items[8].as_ref().unwrap_err().to_string().contains("ends within picture 8"));
        }
    }
}

#[test]
fn a_damaged_picture_of_a_webp_ends_it() {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("a.webp");
    let frames = pictures(6);
    write(&WebpWriter::new(), &path, &frames);
    let bytes = std::fs::read(&path).unwrap();
    let starts: Vec<usize> = (0..bytes.len() - 4).filter(|at| &bytes[*at..*at + 4] == b"ANMF").collect();
    assert_eq!(starts.len(), 6);
    // behind the name and length of two chunks and the place: the picture's signature; and in the place, where it is
    for (at, value, said) in [(8 + 16 + 8, 0, "picture 4"), (8, 200, "not within"), (8 + 16 + 1, b'?', "missing")] {
        let mut bytes = bytes.clone();
        bytes[starts[4] + at] = value;
        std::fs::write(&path, &bytes).unwrap();
        let video = Video::open(&path).unwrap();
        let items: Vec<_> = video.frames().collect();
        assert_eq!((video.frame_count(), items.len()), (Some(6), 5), "{said}");
        assert!(items[..4].iter().zip(&frames).all(|(item, frame)| item.as_ref().unwrap() == frame));
        let error = items[4].as_ref().unwrap_err().to_string();
        assert!(error.contains(said) && error.contains("picture 4"), "{error}");
    }
}

#[test]
fn what_is_no_movie_is_named() {
    let dir = temp_dir::TempDir::new().unwrap();
    for (name, bytes, want) in [
        ("none.webp", &b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\x05\0\0\x05\0\0"[..], "no whole picture"),
        (
            "huge.webp",
            b"RIFF\x28\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\xff\xff\xff\xff\xffVP8L\x05\0\0\0/\0\0\0\0\0",
            "16777216x16777216",
        ),
        ("cut.webp", b"RIFF\x28\0\0\0WEBPVP8 \xff\0\0\0\0", "no whole picture"),
    ] {
        std::fs::write(dir.path().join(name), bytes).unwrap();
        let error = Video::open(dir.path().join(name)).unwrap_err().to_string();
        assert!(error.contains(want) && error.contains(name), "{error}");
    }
}
