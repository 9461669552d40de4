//! What a program has not chosen for itself: signals that are ignored, or kill, since it was started so or a library has
//! set them; and children that a library forks while a movie is recorded.

use std::os::unix::process::ExitStatusExt;
use std::path::Path;

use grabframe::prelude::*;

use super::kinds::{Kind, THROUGH_FFMPEG, names, picture, promptly};
use super::process::{Child, fake_ffmpeg, say, signal, told, told_path};
use crate::tools::have;

const SIZE: (u32, u32) = (64, 48);

/// The C library's, as other libraries of a program call them.
#[expect(unsafe_code, reason = "what C libraries do to a program cannot be done otherwise")]
mod c {
    unsafe extern "C" {
        fn signal(number: i32, action: usize) -> usize;
        fn fork() -> i32;
        fn sleep(seconds: u32) -> u32;
        fn _exit(status: i32) -> !;
    }

    /// SIGPIPE kills again, which Rust programs ignore from their beginning.
    pub fn default_sigpipe() {
        // SAFETY: no handler is installed, only the default action
        unsafe { signal(13, 0) };
    }

    /// Forks a child that sleeps; its number.
    pub fn fork_a_sleeper() -> i32 {
        // SAFETY: the child calls only what may be called between a fork and an exec
        unsafe {
            let id = fork();
            if id == 0 {
                sleep(60);
                _exit(0);
            }
            id
        }
    }
}

/// Records until there is an error, or to the end.
fn record(writer: &impl Writer, path: &Path) -> grabframe::Result<Receipt> {
    let mut movie = writer.open(path, SIZE)?;
    (0..60).try_for_each(|k| movie.write_frame(&picture(k, SIZE)))?;
    promptly("finishing", || movie.finish())
}

#[test]
#[ignore = "a child of other tests"]
fn child() {
    let Some(task) = told("TASK") else { return };
    let path = told_path("PATH");
    let fake = || FfmpegWriter::new().program(told_path("FAKE"));
    match task.as_str() {
        "record" => {
            let kind = Kind::named(&told("KIND").unwrap());
            say(record(&kind.writer(25), &path).unwrap().frames);
        }
        "sigpipe" => {
            c::default_sigpipe();
            say(record(&fake(), &path).unwrap_err().to_string().replace('\n', " "));
        }
        "list" => {
            c::default_sigpipe();
            let mut frames = Video::open(&path).unwrap().frames();
            let first = frames.next().unwrap();
            // one that still runs is stopped by this
            drop(frames);
            say(first.map_or_else(|e| e.to_string().replace('\n', " "), |_| "a picture".into()));
        }
        "fake" => say(record(&fake(), &path).map_or_else(|e| e.to_string().replace('\n', " "), |r| r.to_string())),
        "fork" => {
            let kind = Kind::named(&told("KIND").unwrap());
            let mut movie = kind.open(&path, SIZE).unwrap();
            (0..60).for_each(|k| movie.write_frame(&picture(k, SIZE)).unwrap());
            let id = c::fork_a_sleeper();
            say(id);
            assert!(id > 0);
            let done = promptly("finishing beside a fork", || movie.finish());
            signal("KILL", id.into());
            say(done.unwrap().frames);
        }
        other => panic!("{other}"),
    }
}

/// A program that ignores SIGCHLD from its beginning, as some job schedulers start it, is never told how a child has ended.
const DEAF: &[&str] = &["env", "--ignore-signal=CHLD"];

#[test]
fn where_sigchld_is_ignored_a_whole_movie_is_a_success() {
    if !have("ffmpeg", "SIGCHLD") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    for kind in THROUGH_FFMPEG {
        let path = dir.path().join(kind.name("deaf"));
        let name = format!("{kind:?}");
        let told = [("TASK", "record".as_ref()), ("PATH", path.as_os_str()), ("KIND", name.as_ref())];
        let said = Child::start_in(DEAF, "faults::inherited::child", &told, &[]).succeed();
        assert_eq!(said, ["60"], "{kind:?}");
        kind.assert_shows(&path, 60, SIZE);
    }
    assert_eq!(names(dir.path()).len(), THROUGH_FFMPEG.len());
}

#[test]
fn where_sigchld_is_ignored_failures_are_seen() {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("deaf.mp4");
    let report = "printf 'frame=60\\nprogress=continue\\n' >&2";
    let end = "printf 'frame=60\\nprogress=end\\n' >&2";
    for (name, lines, want) in [
        ("good", format!("for last; do :; done; cat > \"$last\"; {end}"), "60 frames"),
        // it is gone before its file is complete, or says that something went wrong
        ("cut", format!("for last; do :; done; cat > \"$last\"; {report}"), "ignores SIGCHLD"),
        ("words", "cat > /dev/null; echo 'No space left on device' >&2".into(), "the disk is full"),
        (
            "late",
            format!("for last; do :; done; cat > \"$last\"; echo 'No space left on device' >&2; {end}"),
            "the disk is full",
        ),
        ("early", "head -c 9000 > /dev/null; echo 'bad luck' >&2; exit 3".into(), "bad luck"),
        ("no file", format!("cat > /dev/null; {end}"), "it wrote no file"),
    ] {
        let fake = fake_ffmpeg(dir.path(), name, &lines);
        let told = [("TASK", "fake".as_ref()), ("PATH", path.as_os_str()), ("FAKE", fake.as_os_str())];
        let said = Child::start_in(DEAF, "faults::inherited::child", &told, &[]).succeed();
        assert!(said.len() == 1 && said[0].contains(want), "{name}: {said:?}");
    }
    // one that is not there is no panic
    let nowhere = dir.path().join("nowhere");
    let told = [("TASK", "fake".as_ref()), ("PATH", path.as_os_str()), ("FAKE", nowhere.as_os_str())];
    let said = Child::start_in(DEAF, "faults::inherited::child", &told, &[]).succeed();
    assert!(said[0].contains("nowhere` was not found"), "{said:?}");
}

#[test]
fn where_sigpipe_kills_the_error_comes_instead() {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("movie.mp4");
    for lines in ["head -c 9000 > /dev/null; echo 'bad luck' >&2; exit 3", "echo 'bad luck' >&2; exit 3"] {
        let fake = fake_ffmpeg(dir.path(), "dies", lines);
        let told = [("TASK", "sigpipe".as_ref()), ("PATH", path.as_os_str()), ("FAKE", fake.as_os_str())];
        let (status, said) = Child::start("faults::inherited::child", &told).end();
        assert_eq!((status.signal(), status.code()), (None, Some(0)), "{said:?}");
        assert!(said[0].contains("exit status 3") && said[0].contains("bad luck"), "{said:?}");
    }
}

#[test]
fn where_sigpipe_kills_a_list_of_files_that_nobody_reads_does_not() {
    if !have("ffprobe", "lists of files") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    // their names are longer than all that can wait to be read
    let folder = dir.path().join("pictures");
    std::fs::create_dir(&folder).unwrap();
    for k in 0..3000 {
        std::fs::write(folder.join(format!("{}{k}.ppm", "name".repeat(50))), "P6 1 1 255\nabc").unwrap();
    }
    for (lines, want) in [
        ("echo 'bad luck' >&2; exit 3", "bad luck"),
        ("head -c 9000 > /dev/null; echo 'bad luck' >&2; exit 3", "bad luck"),
        ("echo 'frame:0 pts:0 pts_time:0' >&2; printf abc; exec sleep 60", "a picture"),
    ] {
        let fake = fake_ffmpeg(dir.path(), "ffmpeg", lines);
        let told = [("TASK", "list".as_ref()), ("PATH", folder.as_os_str())];
        let environment = [("GRABFRAME_FFMPEG", Some(fake.as_os_str()))];
        let (status, said) = Child::start_in(&[], "faults::inherited::child", &told, &environment).end();
        assert_eq!((status.signal(), status.code()), (None, Some(0)), "{lines}: {said:?}");
        assert!(said.len() == 1 && said[0].contains(want), "{lines}: {said:?}");
    }
}

#[test]
fn a_fork_of_another_library_does_not_keep_ffmpeg_waiting() {
    if !have("ffmpeg", "a fork") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    for kind in THROUGH_FFMPEG {
        let path = dir.path().join(kind.name("fork"));
        let name = format!("{kind:?}");
        let told = [("TASK", "fork".as_ref()), ("PATH", path.as_os_str()), ("KIND", name.as_ref())];
        let said = Child::start("faults::inherited::child", &told).succeed();
        assert_eq!(said.last().map(String::as_str), Some("60"), "{kind:?}: {said:?}");
        kind.assert_shows(&path, 60, SIZE);
    }
}
