//! Two recordings at once, and files that are there already.

use std::path::Path;

use grabframe::ErrorKind;

use super::kinds::{Kind, all, picture};
use super::process::{Child, say, told, told_path};

const SIZE: (u32, u32) = (32, 24);

#[test]
fn a_file_that_is_there_is_replaced_at_the_finish_only() {
    let dir = temp_dir::TempDir::new().unwrap();
    for kind in all("replacing").into_iter().filter(|kind| *kind != Kind::Png) {
        let path = dir.path().join(kind.name("movie"));
        std::fs::write(&path, "yesterday").unwrap();
        let mut movie = kind.open(&path, SIZE).unwrap();
        for k in 0..5 {
            movie.write_frame(&picture(k, SIZE)).unwrap();
            assert_eq!(std::fs::read(&path).unwrap(), b"yesterday", "{kind:?}");
        }
        movie.finish().unwrap();
        kind.assert_shows(&path, 5, SIZE);
    }
}

#[test]
fn two_threads_record_at_once() {
    for kind in all("two at once") {
        let dir = temp_dir::TempDir::new().unwrap();
        let paths = ["a", "b"].map(|stem| dir.path().join(kind.name(stem)));
        std::thread::scope(|scope| {
            for (path, frames) in paths.iter().zip([30, 40]) {
                scope.spawn(move || kind.record(path, frames, SIZE).unwrap());
            }
        });
        kind.assert_shows(&paths[0], 30, SIZE);
        kind.assert_shows(&paths[1], 40, SIZE);
    }
}

/// That a second recording of the same name is refused, and the first goes on.
fn refused(kind: Kind, path: &Path) {
    let error = kind.open(path, SIZE).expect_err("two recordings of one name");
    assert_eq!(error.kind(), ErrorKind::Busy, "{kind:?}: {error}");
    let words = error.to_string();
    assert!(words.contains("is being recorded already; finish that recording first"), "{words}");
}

#[test]
fn one_name_belongs_to_one_recording() {
    for kind in all("one name") {
        let dir = temp_dir::TempDir::new().unwrap();
        let path = dir.path().join(kind.name("movie"));
        let mut movie = kind.open(&path, SIZE).unwrap();
        movie.write_frame(&picture(0, SIZE)).unwrap();
        refused(kind, &path);
        movie.write_frame(&picture(1, SIZE)).unwrap();
        movie.finish().unwrap();
        kind.assert_shows(&path, 2, SIZE);
        // free again
        kind.record(&path, 3, SIZE).unwrap();
    }
}

/// Whether a program that this one has started has the file open; without such a program, whether this one has.
fn is_open(path: &Path) -> bool {
    let me = std::process::id();
    let threads = std::fs::read_dir(format!("/proc/{me}/task")).into_iter().flatten().flatten();
    // each thread has a list of the programs that it has started
    let started: Vec<String> =
        threads.filter_map(|thread| std::fs::read_to_string(thread.path().join("children")).ok()).collect();
    let mut programs: Vec<&str> = started.iter().flat_map(|list| list.split_whitespace()).collect();
    let me = me.to_string();
    if programs.is_empty() {
        programs.push(&me);
    }
    programs.iter().any(|program| {
        let files = std::fs::read_dir(format!("/proc/{program}/fd")).into_iter().flatten().flatten();
        files.filter_map(|file| std::fs::read_link(file.path()).ok()).any(|file| file == path)
    })
}

#[test]
#[ignore = "a child of other tests"]
fn child() {
    let Some(kind) = told("KIND").map(|name| Kind::named(&name)) else { return };
    let path = told_path("PATH");
    let part = path.with_file_name(kind.part("movie"));
    let mut movie = kind.open(&path, SIZE).unwrap();
    movie.write_frame(&picture(0, SIZE)).unwrap();
    // ffmpeg opens its file, by its name, only once it has seen pictures
    while !is_open(&part) {
        movie.write_frame(&picture(movie.frames() as u32, SIZE)).unwrap();
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    say(movie.frames());
    std::io::stdin().read_line(&mut String::new()).unwrap();
    movie.finish().unwrap();
}

/// Of two programs that record to one name, the second is told so; when the first is done, or was killed, the name is free.
#[cfg(target_os = "linux")]
#[test]
fn one_name_belongs_to_one_program() {
    for kind in all("two programs").into_iter().filter(|kind| *kind != Kind::Png) {
        for killed in [false, true] {
            let dir = temp_dir::TempDir::new().unwrap();
            let path = dir.path().join(kind.name("movie"));
            let name = format!("{kind:?}");
            let told = [("KIND", name.as_ref()), ("PATH", path.as_os_str())];
            let mut child = Child::start("faults::twice::child", &told);
            let begun = child.hear().expect("it has begun").parse().unwrap();
            refused(kind, &path);
            if killed {
                child.kill();
                drop(child);
            } else {
                child.tell("go on");
                child.succeed();
                kind.assert_shows(&path, begun, SIZE);
            }
            // at once: an ffmpeg that is still busy with what the killed program left does no harm
            kind.record(&path, 15, SIZE).unwrap();
            kind.assert_shows(&path, 15, SIZE);
        }
    }
}
