//! Programs in ffmpeg's place that do all that was seen to go wrong.

use crate::error::ErrorKind;
use std::process::Command;

use super::super::look::{Look, Said};
use super::super::seek::pictures;
use super::super::timeline::Timeline;
use super::*;
use crate::ffmpeg::FfmpegInfo;
use crate::fps::Fps;

/// Ten frames a second, with the time of each.
fn time() -> Arc<Timeline> {
    Arc::new(Timeline {
        fps: Fps::new(10, 1),
        steady: true,
        frames: None,
        duration: Duration::from_millis(200),
        stamped: true,
        seekable: true,
        one_clock: true,
        keys: Vec::new(),
    })
}

/// What is known of a movie of two pictures of one pixel, which a program made of shell lines in that folder is to read.
#[cfg(unix)]
fn movie(folder: &Path, lines: &str) -> (About, Movie) {
    let (text, program) = (folder.join("text"), folder.join("program"));
    std::fs::write(&text, format!("#!/bin/sh\n{lines}\n")).expect("writes");
    // copied by another process: a file that this one has open for writing, even through a fork, cannot be run
    let copied = Command::new("install").args(["-m", "755"]).args([&text, &program]).status();
    assert!(copied.is_ok_and(|status| status.success()));
    let about = About {
        size: Size::new(1, 1),
        fps: Fps::new(10, 1),
        steady: true,
        frames: Some(2),
        duration: Duration::from_millis(200),
        metadata: Vec::new(),
    };
    let info = FfmpegInfo { program, version: "7.0".into(), encoders: Vec::new() };
    let look = Look::new(&Said::default(), about.size, &info);
    let movie =
        Movie { info, input: "x.mp4".into(), look, time: time(), known: Arc::default(), cut: false, timeout: LONG };
    (about, movie)
}

/// What the program gives for such a movie.
#[cfg(unix)]
fn run(lines: &str) -> Vec<Result<VideoFrame>> {
    let folder = temp_dir::TempDir::new().expect("a folder");
    let (about, movie) = movie(folder.path(), lines);
    pictures(Path::new("x.mp4"), &about, &movie, Duration::ZERO).expect("starts").collect()
}

const LONG: Duration = Duration::from_secs(60);

#[test]
#[cfg(unix)]
fn times_and_pictures_come_together() {
    let items = run("echo '[Parsed_showinfo_5 @ 0x1] [info] n:   0 pts:      0 pts_time:0  pos: 48' >&2
         echo '[Parsed_showinfo_5 @ 0x1] [info] n:   1 pts: 100600 pts_time:0.1 pos: 99' >&2; printf abcdef");
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
    let items = run(lines);
    assert_eq!(items.iter().filter(|item| item.is_ok()).count(), 2);
    assert_eq!(items.len(), 2);
}

#[test]
fn only_complaints_are_kept() {
    for (line, news) in [
        ("[info] Input #0, mov, from 'a.mp4':", Some(true)),
        ("[h264 @ 0x5581] [error] no frame!", Some(false)),
        ("[vist#0:0/h264 @ 0x1] [dec:h264 @ 0x2] [fatal] out of memory", Some(false)),
        ("[Parsed_showinfo_5 @ 0x1] [info] color_range:unknown", Some(true)),
        ("  a title in lines: [error]", None),
        ("Segmentation fault", None),
    ] {
        assert_eq!(is_news(line), news, "{line}");
    }
    assert_eq!(shown_at("frame:1    pts:100000  pts_time:0.1"), Some(Some(100_000)));
    assert_eq!(shown_at("[mov @ 0x1] frame:12   pts:-7      pts_time:-7e-06"), Some(Some(-7)));
    assert_eq!(shown_at("frame:1    pts:NOPTS   pts_time:NOPTS"), Some(None));
    let line = "[Parsed_showinfo_5 @ 0x1] [info] n:   7 pts: 120000 pts_time:0.12 duration: 1 fmt:rgb24";
    assert_eq!(shown_at(line), Some(Some(120_000)));
    assert_eq!(shown_at("[Parsed_showinfo_5 @ 0x1] [info] n:   7 pts:NOPTS pts_time:NOPTS"), Some(None));
    assert_eq!(shown_at("[Parsed_showinfo_5 @ 0x1] [info] color_range:unknown"), None);
}

/// What is printed before any complaint, and what a complaint goes on with in further lines.
#[test]
#[cfg(unix)]
fn news_is_no_part_of_an_error() {
    let lines = "printf abc; echo 'not of ffmpeg' >&2; echo '[info] title : one' >&2; echo 'Truncated two' >&2
                 echo '[h264 @ 0x1] [error] bad' >&2; echo 'and worse' >&2; exit 1";
    let items = run(lines);
    let error = items[1].as_ref().expect_err("ends with an error").to_string();
    assert!(error.contains("it said: not of ffmpeg\n[h264 @ 0x1] [error] bad\nand worse;"), "{error}");
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
        let items = run(lines);
        assert_eq!(items.len(), good + 1, "{lines}");
        let error = items[good].as_ref().expect_err("ends with an error").to_string();
        assert!(want.iter().all(|words| error.contains(words)), "{error}");
    }
}

/// How many processes of this command line there are.
#[cfg(target_os = "linux")]
fn processes(line: &str) -> usize {
    let all = std::fs::read_dir("/proc").expect("processes").flatten();
    all.filter_map(|entry| std::fs::read(entry.path().join("cmdline")).ok()).filter(|it| it == line.as_bytes()).count()
}

/// Waits until there are so many, on a machine that may be busy.
#[cfg(unix)]
fn await_processes(line: &str, count: usize) {
    #[cfg(target_os = "linux")]
    {
        let end = std::time::Instant::now() + LONG;
        while processes(line) != count {
            assert!(std::time::Instant::now() < end, "there are {} of {line:?}, not {count}", processes(line));
            std::thread::sleep(Duration::from_millis(2));
        }
    }
    #[cfg(not(target_os = "linux"))]
    let _ = (line, count);
}

#[test]
#[cfg(unix)]
fn one_that_hangs_is_stopped_with_all_that_it_started() {
    // a time that nobody else sleeps
    let time = format!("98765.{}", std::process::id());
    let line = format!("sleep\0{time}\0");
    let folder = temp_dir::TempDir::new().expect("a folder");
    let (about, movie) = movie(folder.path(), &format!("printf abc; sleep {time} & sleep {time}"));
    let mut started = start(Path::new("x.mp4"), &about, &movie, Begin::First).expect("starts");
    // it has all the time that it needs to begin
    started.first();
    await_processes(&line, 2);
    started.movie.timeout = Duration::from_millis(300);
    assert!(started.next_picture().is_ok_and(|picture| picture.is_some()));
    let error = started.next_picture().expect_err("ends with an error").to_string();
    assert!(error.contains("stopped after 300ms"), "{error}");
    // not only when it is dropped
    await_processes(&line, 0);
}

#[test]
fn one_that_is_not_there_is_named() {
    let info = FfmpegInfo { program: "/no/ffmpeg".into(), version: String::new(), encoders: Vec::new() };
    let look = Look::new(&Said::default(), Size::new(1, 1), &info);
    let movie =
        Movie { info, input: "x.mp4".into(), look, time: time(), known: Arc::default(), cut: false, timeout: LONG };
    let about = About {
        size: Size::new(1, 1),
        fps: 10.into(),
        steady: true,
        frames: None,
        duration: Duration::ZERO,
        metadata: Vec::new(),
    };
    let started = pictures(Path::new("x.mp4"), &about, &movie, Duration::ZERO);
    assert!(matches!(started, Err(ref e) if e.kind() == ErrorKind::FfmpegNotFound));
}
