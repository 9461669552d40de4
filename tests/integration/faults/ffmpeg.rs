//! An ffmpeg that is not there, cannot be run, does not know what is asked of it, or is slow.

use std::ffi::OsStr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use grabframe::prelude::*;
use grabframe::{Encoded, Encoder, Target};

use super::kinds::{names, picture, promptly};
use super::process::{Child, fake_ffmpeg, say, told_path};
use crate::tools::have;

const SIZE: (u32, u32) = (32, 24);

#[test]
#[ignore = "a child of other tests"]
fn child() {
    if std::env::var_os("GRABFRAME_FAULT").is_none() {
        return;
    }
    let path = told_path("PATH");
    for _ in 0..2 {
        let error = promptly("looking for ffmpeg", || FfmpegWriter::new().open(&path, SIZE)).unwrap_err();
        say(error);
    }
    // what needs no ffmpeg goes on
    let mut movie = GifWriter::new().open(path.with_extension("gif"), SIZE).unwrap();
    movie.write_frame(&picture(0, SIZE)).unwrap();
    movie.finish().unwrap();
}

/// What a program is told that looks for ffmpeg there; twice, since the answer is not remembered.
fn looked_for(variable: Option<&OsStr>, folders: Option<&OsStr>) -> String {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("movie.mp4");
    std::fs::write(&path, "yesterday").unwrap();
    let mut environment = vec![("GRABFRAME_FFMPEG", variable)];
    environment.extend(folders.map(|folders| ("PATH", Some(folders))));
    let told = [("PATH", path.as_os_str())];
    let said = Child::start_in(&[], "faults::ffmpeg::child", &told, &environment).succeed();
    assert!(said.len() == 2 && said[0] == said[1], "{said:?}");
    assert_eq!(std::fs::read(&path).unwrap(), b"yesterday");
    assert_eq!(names(dir.path()), ["movie.gif", "movie.mp4"]);
    said[0].clone()
}

#[test]
fn an_ffmpeg_that_is_not_there_is_told_with_what_to_do() {
    let dir = temp_dir::TempDir::new().unwrap();
    let empty = dir.path().as_os_str();
    for said in [looked_for(None, Some(empty)), looked_for(Some("".as_ref()), Some(empty))] {
        for word in ["`ffmpeg` was not found; install ffmpeg", "GRABFRAME_FFMPEG", "record to .gif"] {
            assert!(said.contains(word), "{said}");
        }
    }
    let nowhere = dir.path().join("nowhere/ffmpeg");
    let said = looked_for(Some(nowhere.as_os_str()), None);
    assert!(said.contains(&format!("`{}` was not found", nowhere.display())), "{said}");
    let said = looked_for(Some(empty), None);
    assert!(said.contains(&format!("cannot run `{}`", dir.path().display())), "{said}");
    let plain = dir.path().join("plain");
    std::fs::write(&plain, "no program").unwrap();
    let said = looked_for(Some(plain.as_os_str()), None);
    assert!(said.contains("plain`: Permission denied"), "{said}");
}

/// Records until it fails; returns the message, with what is left in the folder checked.
fn fails(writer: &FfmpegWriter) -> String {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("movie.mp4");
    std::fs::write(&path, "yesterday").unwrap();
    let error = writer.open(&path, SIZE).and_then(|mut movie| {
        promptly("failing", || {
            (0..50).try_for_each(|k| movie.write_frame(&picture(k, SIZE)))?;
            movie.finish().map(drop)
        })
    });
    assert_eq!(std::fs::read(&path).unwrap(), b"yesterday");
    error.unwrap_err().to_string()
}

#[test]
fn what_ffmpeg_does_not_know_is_told_in_its_words() {
    if !have("ffmpeg", "what ffmpeg does not know") {
        return;
    }
    let writer = FfmpegWriter::new;
    let codec = fails(&writer().codec("nonsense"));
    assert!(codec.contains("no video encoder `nonsense`") && codec.contains("`ffmpeg -encoders`"), "{codec}");
    let option = fails(&writer().extra_args(["-nonsense", "7"]));
    assert!(option.contains("an extra argument is no option of this ffmpeg"), "{option}");
    assert!(option.contains("nonsense") && option.contains("the command was: "), "{option}");
    let pixels = fails(&writer().pix_fmt("nonsense"));
    assert!(pixels.contains("nonsense") && pixels.contains("pixel format"), "{pixels}");
    let preset = fails(&writer().preset("nonsense"));
    assert!(preset.contains("nonsense"), "{preset}");
    let value = fails(&writer().extra_args(["-crf", "nonsense"]));
    assert!(value.contains("nonsense"), "{value}");
}

/// Nothing of a fake is left that has this word in its command line.
fn assert_gone(folder: &Path) {
    let mark = folder.display().to_string();
    let end = Instant::now() + Duration::from_secs(5);
    let running = || {
        std::fs::read_dir("/proc").into_iter().flatten().flatten().find(|process| {
            let line = std::fs::read(process.path().join("cmdline")).unwrap_or_default();
            String::from_utf8_lossy(&line).contains(&mark)
        })
    };
    while let Some(process) = running() {
        assert!(Instant::now() < end, "{:?} is left behind", process.path());
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_flood_on_its_output_does_not_stall_it() {
    let dir = temp_dir::TempDir::new().unwrap();
    let lines = "for last; do :; done; yes 'a flood of words' | head -c 20000000
                 cat > \"$last\"; yes 'and again' | head -c 20000000; printf 'frame=30\\nprogress=end\\n' >&2";
    let fake = fake_ffmpeg(dir.path(), "flood", lines);
    let mut movie = FfmpegWriter::new().program(fake).open(dir.path().join("movie.mp4"), SIZE).unwrap();
    (0..30).for_each(|k| movie.write_frame(&picture(k, SIZE)).unwrap());
    let receipt = promptly("finishing", || movie.finish()).unwrap();
    assert_eq!(receipt.bytes, 30 * 32 * 24 * 3 / 2);
    assert_gone(dir.path());
}

/// Grabs in a thread of its own, and returns how many frames were taken when no more are, having let nothing through;
/// `go` then lets everything through.
fn in_flight(mut movie: MovieFile, size: (u32, u32), frames: u32, go: impl FnOnce()) -> u64 {
    let taken = Arc::new(AtomicU64::new(0));
    let counter = Arc::clone(&taken);
    let simulation = std::thread::spawn(move || {
        for k in 0..frames {
            movie.write_frame(&picture(k, size)).unwrap();
            counter.fetch_add(1, Ordering::Relaxed);
        }
        movie.finish().unwrap()
    });
    let mut last = (0, Instant::now());
    while last.1.elapsed() < Duration::from_millis(700) || last.0 == 0 {
        let now = taken.load(Ordering::Relaxed);
        if now != last.0 {
            last = (now, Instant::now());
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    go();
    assert_eq!(simulation.join().unwrap().frames, u64::from(frames));
    last.0
}

#[test]
fn a_slow_ffmpeg_makes_the_simulation_wait() {
    // 460,800 bytes each: two fit into the widened pipe
    const LARGE: (u32, u32) = (640, 480);
    let dir = temp_dir::TempDir::new().unwrap();
    let go = dir.path().join("go");
    let lines = format!(
        "for last; do :; done; while [ ! -e '{}' ]; do sleep 0.02; done; cat > \"$last\"
         printf 'frame=40\\nprogress=end\\n' >&2",
        go.display()
    );
    let fake = fake_ffmpeg(dir.path(), "slow", &lines);
    let movie = FfmpegWriter::new().program(fake).open(dir.path().join("movie.mp4"), LARGE).unwrap();
    let waiting = in_flight(movie, LARGE, 40, || std::fs::write(&go, "").unwrap());
    // the queue, the one that is being handed over, and what the pipe holds
    assert!(waiting <= 3 + 1 + 3, "{waiting} frames were in flight");
    let bytes = std::fs::metadata(dir.path().join("movie.mp4")).unwrap().len();
    assert_eq!(bytes, 40 * 640 * 480 * 3 / 2);
    assert_gone(dir.path());
}

/// Takes a frame when it is told to.
struct Slow(Receiver<()>);

impl Encoder for Slow {
    fn write(&mut self, _: &Frame) -> grabframe::Result<()> {
        // an error means that all are let through
        let _ = self.0.recv();
        Ok(())
    }
    fn hold(&mut self, _: f64) -> grabframe::Result<()> {
        Ok(())
    }
    fn finish(self: Box<Self>) -> grabframe::Result<Encoded> {
        Ok(Encoded::default())
    }
    fn abort(self: Box<Self>) {}
}

struct SlowWriter(std::sync::Mutex<Option<Receiver<()>>>);

impl Writer for SlowWriter {
    fn frame_rate(&self) -> Fps {
        Fps::new(30, 1)
    }
    fn encoder(&self, _: &Target<'_>) -> grabframe::Result<Box<dyn Encoder>> {
        Ok(Box::new(Slow(self.0.lock().unwrap().take().unwrap())))
    }
}

#[test]
fn a_slow_encoder_makes_the_simulation_wait() {
    let (go, wait) = channel();
    let movie = SlowWriter(std::sync::Mutex::new(Some(wait))).open("slow", SIZE).unwrap();
    let waiting = in_flight(movie, SIZE, 100, || drop(go));
    assert!((1..=3 + 1).contains(&waiting), "{waiting} frames were in flight");
}
