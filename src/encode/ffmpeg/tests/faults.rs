//! Programs that fail, and what is left of them: a message that helps, and nothing else.
#![cfg(unix)]

use std::time::Duration;

use super::*;
use crate::error::{Error, ErrorKind};

const SIZE: Size = Size::new(320, 240);

/// Records up to 200 pictures with a fake ffmpeg and returns the error. Checks that the process is gone, that
/// yesterday's file still stands, and that nothing lies beside it.
fn fail(lines: &str, timeout: Duration) -> Error {
    let folder = temp_dir::TempDir::new().expect("temporary folder");
    let out = folder.path().join("out");
    std::fs::create_dir(&out).expect("folder");
    let path = out.join("movie.mp4");
    std::fs::write(&path, "yesterday").expect("file");
    let pid_file = folder.path().join("pid");
    let fake = script(folder.path(), "fake", &format!("echo $$ > '{}'\n{lines}", pid_file.display()));
    let options = FfmpegOptions { timeout, ..with(fake) };
    let same = picture(0, SIZE);
    let mut encoder = open(&path, SIZE, Fps::new(30, 1), &options).expect("opens");
    let failed = (0..200).find_map(|_| encoder.write(&same).err());
    let error = failed.map_or_else(|| encoder.finish(), Err).expect_err("must fail");
    assert_eq!(names(&out), ["movie.mp4"]);
    assert_eq!(std::fs::read_to_string(&path).expect("file"), "yesterday");
    let pid = std::fs::read_to_string(&pid_file).expect("started");
    gone(pid.trim());
    error
}

/// Neither running nor waiting to be reaped.
fn gone(pid: &str) {
    if Path::new("/proc/self/stat").exists() {
        assert!(!Path::new("/proc").join(pid).exists(), "process {pid} is left behind");
    }
}

fn patient(lines: &str) -> Error {
    fail(lines, Duration::from_secs(60))
}

/// The status and the messages of an [`ErrorKind::Ffmpeg`](crate::ErrorKind::Ffmpeg).
fn parts(error: &Error) -> (String, &str) {
    assert_eq!(error.kind(), ErrorKind::Ffmpeg, "{error}");
    let command = error.command().expect("a command");
    assert!(command.contains("-video_size 320x240 -framerate 30/1 -i pipe:0"), "{command}");
    let words = error.to_string();
    let status = words.split_once("` (").and_then(|(_, rest)| rest.split_once(", after ")).expect("a status").0;
    (status.to_owned(), error.reason().expect("what it printed"))
}

#[test]
fn an_exit_at_once_is_told_with_its_status_and_last_words() {
    let error = patient("echo 'Unknown encoder' >&2; exit 3");
    let (status, stderr) = parts(&error);
    assert!(status.starts_with("exit status 3: this ffmpeg was built without that encoder"), "{status}");
    assert_eq!(stderr, "Unknown encoder");
    assert!(!error.to_string().to_lowercase().contains("broken pipe"), "{error}");
}

#[test]
fn an_exit_with_success_before_the_end_is_an_error() {
    let error = patient("exit 0");
    assert!(parts(&error).0.starts_with("exit status 0: it ended before the recording did"), "{error}");
    // also when every picture had fitted into the pipe
    let folder = temp_dir::TempDir::new().expect("temporary folder");
    let fake = script(folder.path(), "fake", "head -c 90 > /dev/null; exit 0");
    let mut encoder = open(&folder.path().join("a.mp4"), Size::new(8, 8), Fps::new(30, 1), &with(fake)).expect("opens");
    encoder.write(&Frame::new(8, 8)).expect("fits into the pipe");
    for _ in 0..5000 {
        if encoder.process.ended_early() {
            break;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    let error = encoder.finish().expect_err("must fail");
    assert!(error.to_string().contains("exit status 0"), "{error}");
}

#[test]
fn success_without_a_file_is_an_error() {
    let error = patient("cat > /dev/null");
    assert_eq!(parts(&error).0, "exit status 0: it wrote no file");
    let error = patient("for last; do :; done; : > \"$last\"; cat > /dev/null");
    assert_eq!(parts(&error).0, "exit status 0: it wrote no file");
}

#[test]
fn frames_that_were_not_written_are_missed() {
    let lines =
        "for last; do :; done; echo movie > \"$last\"; cat > /dev/null; printf 'frame=199\\nprogress=end\\n' >&2";
    assert_eq!(parts(&patient(lines)).0, "exit status 0: it wrote 199 frames of 200");
}

#[test]
fn a_flood_of_messages_neither_stalls_nor_fills_the_memory() {
    let lines = "yes 'the same complaint over and over again' | head -c 10000000 >&2
                 seq 100000 | sed 's/^/complaint /' >&2; cat > /dev/null; exit 1";
    let error = patient(lines);
    let (status, stderr) = parts(&error);
    assert_eq!(status, "exit status 1");
    assert!(stderr.len() < 16 * 1024 && stderr.ends_with("complaint 100000"), "{stderr}");
}

#[test]
fn a_program_that_never_reads_is_stopped_and_the_time_out_named() {
    let error = fail("sleep 1000; :", Duration::from_millis(400));
    let (status, _) = parts(&error);
    assert_eq!(status, "stopped after 400ms without a sign of life; allow more with `timeout`");
}

#[test]
fn a_program_that_never_ends_is_stopped_at_the_finish() {
    let error = fail("cat > /dev/null; sleep 1000; :", Duration::from_millis(400));
    assert!(parts(&error).0.starts_with("stopped after 400ms"), "{error}");
    // closing its messages is not ending
    let error = fail("cat > /dev/null; exec 2>&-; sleep 1000; :", Duration::from_millis(400));
    assert!(parts(&error).0.starts_with("stopped after 400ms"), "{error}");
}

#[test]
fn a_slow_program_that_shows_life_is_left_alone() {
    let folder = temp_dir::TempDir::new().expect("temporary folder");
    // five times 150 ms in which only the file grows: longer in sum than the time-out
    let lines = "for last; do :; done; cat > /dev/null; for i in 1 2 3 4 5; do echo $i >> \"$last\"; sleep 0.15; done
                 printf 'frame=3\\nprogress=end\\n' >&2";
    let options = FfmpegOptions { timeout: Duration::from_millis(600), ..with(script(folder.path(), "slow", lines)) };
    let done = record(&folder.path().join("a.mp4"), SIZE, Fps::new(30, 1), 3, &options).expect("slow, not dead");
    assert_eq!(done.bytes, 10);
}

#[test]
fn a_pause_of_the_simulation_is_no_time_out() {
    let folder = temp_dir::TempDir::new().expect("temporary folder");
    let lines = "for last; do :; done; cat > \"$last\"; printf 'frame=2\\nprogress=end\\n' >&2";
    let options = FfmpegOptions { timeout: Duration::from_millis(80), ..with(script(folder.path(), "fake", lines)) };
    let mut encoder = open(&folder.path().join("a.mp4"), SIZE, Fps::new(30, 1), &options).expect("opens");
    encoder.write(&picture(0, SIZE)).expect("taken");
    std::thread::sleep(Duration::from_millis(400));
    encoder.write(&picture(1, SIZE)).expect("taken");
    encoder.finish().expect("finished");
}

#[test]
fn a_death_on_the_way_is_told_with_the_frames_taken() {
    let error = patient("head -c 1000000 > /dev/null; echo 'x: No space left on device' >&2; exit 1");
    assert_eq!(parts(&error).0, "exit status 1: the disk is full");
    let frames = error.frames().expect("how many");
    // a picture is 115200 bytes; a pipe holds some more
    assert!((8..=8 + 10).contains(&frames), "{frames}");
}

#[test]
fn a_signal_is_named() {
    let error = patient("head -c 500000 > /dev/null; kill -KILL $$");
    assert_eq!(parts(&error).0, "killed by signal 9, perhaps because memory ran out");
}

#[test]
fn the_first_error_is_remembered() {
    let folder = temp_dir::TempDir::new().expect("temporary folder");
    let fake = script(folder.path(), "fake", "echo the reason >&2; exit 1");
    let mut encoder = open(&folder.path().join("a.mp4"), SIZE, Fps::new(30, 1), &with(fake)).expect("opens");
    let first = (0..200).find_map(|i| encoder.write(&picture(i, SIZE)).err()).expect("must fail");
    assert_eq!(first.kind(), ErrorKind::Ffmpeg, "{first}");
    for error in [encoder.write(&picture(0, SIZE)), encoder.hold(1.0), encoder.finish().map(drop)] {
        let text = error.expect_err("failed before").to_string();
        assert!(text.contains("has already failed") && text.contains("the reason"), "{text}");
    }
}

#[test]
fn a_program_that_is_missing_or_cannot_be_run_is_named() {
    let folder = temp_dir::TempDir::new().expect("temporary folder");
    let path = folder.path().join("a.mp4");
    let missing = folder.path().join("nowhere");
    let error = open(&path, SIZE, Fps::new(30, 1), &with(missing.clone())).expect_err("missing");
    assert_eq!((error.kind(), error.path()), (ErrorKind::FfmpegNotFound, Some(missing.as_path())), "{error}");
    let plain = folder.path().join("plain");
    std::fs::write(&plain, "text").expect("file");
    let error = open(&path, SIZE, Fps::new(30, 1), &with(plain)).expect_err("not executable");
    assert!(error.kind() == ErrorKind::Io && error.to_string().starts_with("cannot run "), "{error}");
    assert_eq!(names(folder.path()), ["plain"]);
}

#[test]
fn dropping_and_aborting_leave_neither_a_process_nor_a_file() {
    let folder = temp_dir::TempDir::new().expect("temporary folder");
    let pid_file = folder.path().join("pid");
    let lines = format!("echo $$ > '{}'; for last; do :; done; echo x > \"$last\"; sleep 1000; :", pid_file.display());
    let fake = script(folder.path(), "fake", &lines);
    for abort in [true, false] {
        let _ = std::fs::remove_file(&pid_file);
        let path = folder.path().join("a.mp4");
        let encoder = open(&path, SIZE, Fps::new(30, 1), &with(fake.clone())).expect("opens");
        // the program has written something, after its number
        while std::fs::metadata(folder.path().join("a.part.mp4")).map_or(0, |part| part.len()) == 0 {
            std::thread::sleep(Duration::from_millis(1));
        }
        if abort {
            encoder.abort()
        } else {
            drop(encoder)
        }
        assert_eq!(names(folder.path()), ["fake", "fake.txt", "pid"]);
        gone(std::fs::read_to_string(&pid_file).expect("started").trim());
    }
}

#[test]
fn many_recordings_leave_no_descriptors_and_no_threads() {
    let count = |kind: &str| std::fs::read_dir(format!("/proc/self/{kind}")).map_or(0, Iterator::count);
    let folder = temp_dir::TempDir::new().expect("temporary folder");
    let lines = "for last; do :; done; cat > \"$last\"; printf 'frame=1\\n' >&2";
    let options = with(script(folder.path(), "fake", lines));
    let before = [count("fd"), count("task")];
    for _ in 0..100 {
        record(&folder.path().join("a.mp4"), Size::new(4, 4), Fps::new(30, 1), 1, &options).expect("recorded");
    }
    // other tests of this process come and go meanwhile; a leak would be a hundred
    for (before, after) in before.into_iter().zip([count("fd"), count("task")]) {
        assert!(after < before + 70, "{before} before, {after} after");
    }
}

#[test]
fn what_plays_although_it_breaks_off_is_kept() {
    let folder = temp_dir::TempDir::new().expect("temporary folder");
    let lines = "for last; do :; done; head -c 500000 > \"$last\"; exit 1";
    let fake = script(folder.path(), "fake", lines);
    for (name, crash_safe, kept) in [("a.mkv", false, true), ("a.mp4", false, false), ("b.mp4", true, true)] {
        let path = folder.path().join(name);
        let options = FfmpegOptions { crash_safe, ..with(fake.clone()) };
        let mut encoder = open(&path, SIZE, Fps::new(30, 1), &options).expect("opens");
        (0..200).find_map(|i| encoder.write(&picture(i, SIZE)).err()).expect("must fail");
        let part = folder.path().join(name.replace('.', ".part."));
        assert_eq!(encoder.salvage(), kept.then(|| part.clone()), "{name}");
        assert_eq!(part.exists(), kept, "{name}");
    }
}

#[test]
fn what_plays_is_kept_when_only_the_end_fails() {
    let folder = temp_dir::TempDir::new().expect("temporary folder");
    let fake = script(folder.path(), "fake", "for last; do :; done; cat > \"$last\"; echo no room >&2; exit 1");
    for (name, kept) in [("a.mkv", true), ("a.gif", true), ("a.mp4", false)] {
        let path = folder.path().join(name);
        let mut encoder = open(&path, SIZE, Fps::new(30, 1), &with(fake.clone())).expect("opens");
        (0..3).for_each(|i| encoder.write(&picture(i, SIZE)).expect("taken"));
        let error = encoder.finish().expect_err("must fail");
        let part = folder.path().join(name.replace('.', ".part."));
        assert_eq!(error.kept(), kept.then_some(part.as_path()), "{name}: {error}");
        assert!(error.to_string().contains("no room"), "{error}");
        assert_eq!((part.exists(), path.exists()), (kept, false), "{name}");
    }
}
