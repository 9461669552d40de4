//! Folders that are missing, are no folders, or go away.

use std::path::Path;

use grabframe::prelude::*;

use super::kinds::{Kind, all, names, picture, promptly};

const SIZE: (u32, u32) = (32, 24);

#[test]
fn where_nothing_can_be_written_is_known_before_the_first_frame() {
    let dir = temp_dir::TempDir::new().unwrap();
    std::fs::write(dir.path().join("file"), "a file").unwrap();
    for kind in all("folders") {
        let name = kind.name("movie");
        let said = |path: &Path| {
            let error = promptly("opening", || kind.open(path, SIZE)).expect_err("nothing can be written there");
            assert!(error.to_string().contains("movie"), "{kind:?}: {error}");
            error.to_string()
        };
        let missing = said(&dir.path().join("no/such").join(&name));
        assert!(missing.contains("does not exist; create it first") && missing.contains("no/such`"), "{missing}");
        let file = said(&dir.path().join("file").join(&name));
        assert!(file.contains("file`") && file.contains("not a folder"), "{kind:?}: {file}");
        if kind != Kind::Png {
            let folder = dir.path().join(&name);
            std::fs::create_dir_all(&folder).unwrap();
            let folder_said = said(&folder);
            assert!(folder_said.contains("it is a folder"), "{folder_said}");
            std::fs::remove_dir(&folder).unwrap();
            // as a folder is written, of which there is none
            let slash = said(&dir.path().join(format!("{name}/")));
            assert!(slash.contains("a name that ends so is a folder's"), "{slash}");
        }
        // where even root may not write
        if Path::new("/proc/version").exists() {
            let proc = said(&Path::new("/proc").join(&name));
            assert!(proc.contains("/proc/movie"), "{kind:?}: {proc}");
        }
    }
    assert_eq!(names(dir.path()), ["file"]);
}

/// Records, with something that happens in between, to the end or the first error.
fn record(mut movie: MovieFile, between: impl FnOnce()) -> grabframe::Result<Receipt> {
    (0..3).for_each(|k| movie.write_frame(&picture(k, SIZE)).unwrap());
    between();
    for k in 3..9 {
        movie.write_frame(&picture(k, SIZE))?;
    }
    promptly("finishing", || movie.finish())
}

/// An error that names the file, or its part.
fn assert_told(kind: Kind, outcome: grabframe::Result<Receipt>) {
    let words = outcome.expect_err("it is gone").to_string();
    assert!(words.contains("movie"), "{kind:?}: {words}");
    let cause = ["No such file", "does not exist", "it wrote no file", "Unable to re-open"];
    assert!(cause.iter().any(|cause| words.contains(cause)), "{kind:?}: {words}");
}

#[test]
fn a_folder_that_goes_away_is_an_error() {
    for kind in all("a folder that goes away") {
        let dir = temp_dir::TempDir::new().unwrap();
        let folder = dir.path().join("folder");
        std::fs::create_dir(&folder).unwrap();
        let movie = kind.open(&folder.join(kind.name("movie")), SIZE).unwrap();
        let outcome = record(movie, || {
            // a file may appear in it at the moment that it is to go
            while std::fs::remove_dir_all(&folder).is_err() && folder.exists() {}
        });
        assert!(outcome.as_ref().err().is_none_or(|e| e.kept().is_none()), "{kind:?}: nothing is kept: {outcome:?}");
        assert_told(kind, outcome);
        assert!(names(dir.path()).is_empty(), "{kind:?}: {:?}", names(dir.path()));
    }
}

#[test]
fn a_part_file_that_goes_away_is_an_error_and_yesterdays_file_stays() {
    for kind in all("a part file that goes away").into_iter().filter(|kind| *kind != Kind::Png) {
        let dir = temp_dir::TempDir::new().unwrap();
        let path = dir.path().join(kind.name("movie"));
        std::fs::write(&path, "yesterday").unwrap();
        let movie = kind.open(&path, SIZE).unwrap();
        let part = dir.path().join(kind.part("movie"));
        let outcome = record(movie, || {
            // ffmpeg makes the file when it has seen a picture
            while std::fs::metadata(&part).map_or(0, |file| file.len()) == 0 && !kind.ffmpeg() {}
            std::fs::remove_file(&part).unwrap();
        });
        if let Ok(receipt) = &outcome {
            // ffmpeg had not begun the file yet, and made it anew; the copy with its index in front has been made of the
            // file that had no name any more
            assert!(receipt.path.extension().is_some_and(|e| e == "mp4" || e == "mkv"), "{kind:?}: {receipt}");
            kind.assert_shows(&path, 9, SIZE);
            continue;
        }
        assert_told(kind, outcome);
        assert_eq!(std::fs::read(&path).unwrap(), b"yesterday", "{kind:?}");
        assert_eq!(names(dir.path()), [kind.name("movie")], "{kind:?}");
    }
}
