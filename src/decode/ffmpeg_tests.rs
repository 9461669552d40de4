//! Programs in ffmpeg's place that do all that was seen to go wrong.

use std::process::Command;

use super::*;
use crate::ffmpeg::FfmpegInfo;

/// What a program made of shell lines gives for a movie of two pictures of one pixel.
#[cfg(unix)]
fn run(lines: &str, timeout: Duration) -> (Vec<Result<VideoFrame>>, Duration) {
    let folder = tempfile::tempdir().expect("a folder");
    let (text, program) = (folder.path().join("text"), folder.path().join("program"));
    std::fs::write(&text, format!("#!/bin/sh\n{lines}\n")).expect("writes");
    // copied by another process: a file that this one has open for writing, even through a fork, cannot be run
    let copied = Command::new("install").args(["-m", "755"]).args([&text, &program]).status();
    assert!(copied.is_ok_and(|status| status.success()));
    let about = About {
        size: Size::new(1, 1),
        fps: Fps::new(10, 1),
        frames: Some(2),
        duration: Duration::from_millis(200),
        metadata: Vec::new(),
    };
    let info = FfmpegInfo { program, version: "7.0".into(), encoders: Vec::new() };
    let movie = Movie { info, input: "x.mp4".into(), constant: true, timeout };
    let start = std::time::Instant::now();
    let items = pictures(Path::new("x.mp4"), &about, &movie, Duration::ZERO).expect("starts").collect();
    (items, start.elapsed())
}

const LONG: Duration = Duration::from_secs(60);

#[test]
#[cfg(unix)]
fn times_and_pictures_come_together() {
    let (items, _) = run(
        "echo 'frame:0 pts:0 pts_time:0' >&2; echo t=1 >&2; echo 'frame:1 pts:100600 pts_time:0.1' >&2; printf abcdef",
        LONG,
    );
    let shown: Vec<_> = items.into_iter().map(|item| item.expect("a picture")).collect();
    assert_eq!(shown.len(), 2);
    assert_eq!((shown[0].frame.as_rgb(), shown[1].frame.as_rgb()), (&b"abc"[..], &b"def"[..]));
    // Matroska's clock has milliseconds
    assert_eq!((shown[1].time, shown[0].duration), (Duration::from_millis(100), Duration::from_millis(100)));
}

#[test]
#[cfg(unix)]
fn a_flood_of_messages_stops_nothing() {
    let lines = "i=0; while [ $i -lt 20000 ]; do echo \"message $i of a decoder that has much to say\" >&2; i=$((i+1)); done; printf abcdef";
    let (items, _) = run(lines, LONG);
    assert_eq!(items.iter().filter(|item| item.is_ok()).count(), 2);
    assert_eq!(items.len(), 2);
}

#[test]
#[cfg(unix)]
fn its_last_words_are_in_the_error() {
    for (lines, good, want) in [
        ("printf abcdef; echo 'the disk is gone' >&2; exit 3", 2, &["exit status 3", "the disk is gone"][..]),
        ("printf abc; kill -KILL $$", 1, &["signal 9"]),
        ("printf abcde", 1, &["after 1 pictures of 2"]),
        ("exit 0", 0, &["after 0 pictures of 2", "it said: nothing"]),
    ] {
        let (items, _) = run(lines, LONG);
        assert_eq!(items.len(), good + 1, "{lines}");
        let error = items[good].as_ref().expect_err("ends with an error").to_string();
        assert!(want.iter().all(|words| error.contains(words)), "{error}");
    }
}

#[test]
#[cfg(unix)]
fn one_that_hangs_is_stopped_with_all_that_it_started() {
    // a time that nobody else sleeps
    let time = format!("98765.{}", std::process::id());
    let (items, _) = run(&format!("printf abc; sleep {time} & sleep {time}"), Duration::from_millis(300));
    assert_eq!(items.len(), 2);
    let error = items[1].as_ref().expect_err("ends with an error").to_string();
    assert!(error.contains("stopped after 300ms"), "{error}");
    #[cfg(target_os = "linux")]
    {
        let all = std::fs::read_dir("/proc").expect("processes").flatten();
        let lines = all.filter_map(|entry| std::fs::read(entry.path().join("cmdline")).ok());
        let ours = format!("sleep\0{time}");
        assert_eq!(lines.filter(|line| line.starts_with(ours.as_bytes())).count(), 0);
    }
}

#[test]
fn one_that_is_not_there_is_named() {
    let info = FfmpegInfo { program: "/no/ffmpeg".into(), version: String::new(), encoders: Vec::new() };
    let movie = Movie { info, input: "x.mp4".into(), constant: true, timeout: LONG };
    let about =
        About { size: Size::new(1, 1), fps: 10.into(), frames: None, duration: Duration::ZERO, metadata: Vec::new() };
    let started = pictures(Path::new("x.mp4"), &about, &movie, Duration::ZERO);
    assert!(matches!(started, Err(Error::FfmpegNotFound { .. })));
}
