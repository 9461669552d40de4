//! What other recordings have left, and what bears a part file's name by chance: nothing that plays is ever removed.

use std::path::Path;
use std::time::Duration;

use grabframe::prelude::*;

use super::kinds::{Kind, all, names, picture};
use super::process::{Child, await_end, children, fake_ffmpeg, say, told, told_path};

const SIZE: (u32, u32) = (32, 24);

fn movies(test: &str) -> Vec<Kind> {
    all(test).into_iter().filter(|kind| *kind != Kind::Png).collect()
}

/// `movie.part-1.gif`
fn aside(kind: Kind, number: u32) -> String {
    kind.part("movie").replace(".part.", &format!(".part-{number}."))
}

#[track_caller]
fn assert_names(folder: &Path, want: &[String]) {
    let mut want = want.to_vec();
    want.sort();
    assert_eq!(names(folder), want);
}

#[test]
fn a_finished_movie_of_a_parts_name_stays() {
    for kind in movies("a part's name") {
        let dir = temp_dir::TempDir::new().unwrap();
        let (part, path) = (dir.path().join(kind.part("movie")), dir.path().join(kind.name("movie")));
        kind.record(&part, 4, SIZE).unwrap();
        let bytes = std::fs::read(&part).unwrap();
        let mut movie = kind.open(&path, SIZE).unwrap();
        movie.write_frame(&picture(0, SIZE)).unwrap();
        // which then has the next name that is free
        assert!(dir.path().join(aside(kind, 1)).exists(), "{kind:?}: {:?}", names(dir.path()));
        movie.finish().unwrap();
        assert_names(dir.path(), &[kind.name("movie"), kind.part("movie")]);
        assert!(std::fs::read(&part).unwrap() == bytes, "{kind:?}");
        // so do whatever else is not ours, and a recording that fails
        for name in [aside(kind, 1), aside(kind, 2)] {
            std::fs::write(dir.path().join(name), "somebody's").unwrap();
        }
        for end in 0..3 {
            let mut movie = kind.open(&path, SIZE).unwrap();
            movie.write_frame(&picture(0, SIZE)).unwrap();
            match end {
                0 => drop(movie.finish().unwrap()),
                1 => movie.abort(),
                _ => drop(movie),
            }
            assert_eq!(names(dir.path()).len(), 4, "{kind:?}: {:?}", names(dir.path()));
            assert!(std::fs::read(&part).unwrap() == bytes, "{kind:?}");
        }
        // both at once
        let mut both = [kind.open(&part, SIZE).unwrap(), kind.open(&path, SIZE).unwrap()];
        for movie in &mut both {
            (0..3).for_each(|k| movie.write_frame(&picture(k, SIZE)).unwrap());
        }
        both.into_iter().for_each(|movie| drop(movie.finish().unwrap()));
        for path in [&path, &part] {
            kind.assert_shows(path, 3, SIZE);
        }
    }
}

#[test]
#[ignore = "a child of other tests"]
fn child() {
    let Some(kind) = told("KIND").map(|name| Kind::named(&name)) else { return };
    let path = told_path("PATH");
    let writer: Box<dyn Writer> = match told("FFMPEG") {
        Some(program) => Box::new(FfmpegWriter::new().fps(25).preset("ultrafast").program(program)),
        None => kind.safe_writer(25),
    };
    let mut movie = writer.open(&path, SIZE).unwrap();
    let frames: u32 = told("FRAMES").map_or(0, |text| text.parse().unwrap());
    (0..frames).for_each(|k| movie.write_frame(&picture(k, SIZE)).unwrap());
    say("begun");
    std::io::stdin().read_line(&mut String::new()).unwrap();
}

/// Has another program record so many frames and kills it. Returns its ffmpeg, if that runs.
fn killed(kind: Kind, path: &Path, frames: u32, ffmpeg: Option<&Path>, wait: impl Fn() -> bool) -> Vec<u32> {
    let (name, frames) = (format!("{kind:?}"), frames.to_string());
    let mut told = vec![("KIND", name.as_ref()), ("PATH", path.as_os_str()), ("FRAMES", frames.as_ref())];
    told.extend(ffmpeg.map(|program| ("FFMPEG", program.as_os_str())));
    let mut child = Child::start("faults::left::child", &told);
    assert_eq!(child.hear().as_deref(), Some("begun"), "{kind:?}");
    while wait() {
        std::thread::sleep(Duration::from_millis(2));
    }
    let started = children(child.id());
    child.kill();
    started
}

#[cfg(target_os = "linux")]
#[test]
fn what_a_killed_program_has_left_is_moved_aside() {
    for kind in movies("left by a kill") {
        let dir = temp_dir::TempDir::new().unwrap();
        let (part, path) = (dir.path().join(kind.part("movie")), dir.path().join(kind.name("movie")));
        // before its first frame there is mostly nothing to keep
        await_end(&killed(kind, &path, 0, None, || false));
        if std::fs::metadata(&part).unwrap().len() == 0 {
            drop(kind.open(&path, SIZE).unwrap());
            assert!(names(dir.path()).is_empty(), "{kind:?}: {:?}", names(dir.path()));
        }
        let _ = std::fs::remove_file(&part);
        for round in 1..=2 {
            await_end(&killed(kind, &path, 40, None, || std::fs::metadata(&part).map_or(0, |part| part.len()) == 0));
            let bytes = std::fs::read(&part).unwrap();
            // the next recording has the name, and tells where the other is
            let mut movie = kind.open(&path, SIZE).unwrap();
            movie.write_frame(&picture(0, SIZE)).unwrap();
            let kept = dir.path().join(aside(kind, round));
            assert!(std::fs::read(&kept).unwrap() == bytes && part.exists(), "{kind:?}: {:?}", names(dir.path()));
            if round == 1 {
                let receipt = movie.finish().unwrap();
                let note = receipt.notes.iter().find(|note| note.contains(".part-1."));
                assert!(note.is_some_and(|note| note.contains("left unfinished")), "{kind:?}: {:?}", receipt.notes);
            } else {
                movie.abort();
            }
        }
        assert_names(dir.path(), &[kind.name("movie"), aside(kind, 1), aside(kind, 2)]);
        kind.assert_shows(&path, 1, SIZE);
    }
}

/// Stills and the files of a sequence have parts, too, for a moment.
#[test]
fn a_picture_of_a_parts_name_stays() {
    let dir = temp_dir::TempDir::new().unwrap();
    let at = |name: &str| dir.path().join(name);
    let parts = ["still.part.png", "s-00000.part.png", "s-00001.part-1.png"];
    for part in parts {
        std::fs::write(at(part), "somebody's").unwrap();
    }
    Frame::new(4, 3).save(at("still.png")).unwrap();
    Figure::pixels(40, 30).save(at("still.png")).unwrap();
    Kind::Png.record(&at("s-%05d.png"), 2, SIZE).unwrap();
    let pictures = ["still.png", "s-00000.png", "s-00001.png"];
    assert_names(dir.path(), &[pictures, parts].concat().into_iter().map(str::to_owned).collect::<Vec<_>>());
    for part in parts {
        assert_eq!(std::fs::read(at(part)).unwrap(), b"somebody's");
    }
}

/// An unfinished movie may have the name that a still's part would have, and holds what was recorded.
#[test]
fn a_movie_that_a_killed_program_has_left_is_not_removed_for_a_still() {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("run.png");
    let part = dir.path().join("run.part.png");
    let mut movie = ApngWriter::new().open(&path, SIZE).unwrap();
    movie.write_frame(&picture(0, SIZE)).unwrap();
    movie.write_frame(&picture(1, SIZE)).unwrap();
    // as by a kill: the bit stays, the lock goes
    while std::fs::metadata(&part).unwrap().len() == 0 {
        std::thread::yield_now();
    }
    let left = dir.path().join("left");
    std::fs::hard_link(&part, &left).unwrap();
    movie.abort();
    std::fs::rename(&left, &part).unwrap();
    Frame::new(4, 3).save(&path).unwrap();
    assert_names(dir.path(), &["run.part.png", "run.png"].map(str::to_owned));
}

/// What an error has named stays under that name.
#[test]
fn what_an_error_has_named_stays() {
    for kind in movies("kept twice") {
        let dir = temp_dir::TempDir::new().unwrap();
        let path = dir.path().join(kind.name("movie"));
        let fail = || {
            let mut movie = kind.safe_writer(25).open(&path, SIZE).unwrap();
            (0..3).for_each(|k| movie.write_frame(&picture(k, SIZE)).unwrap());
            // no file can be renamed to a folder
            std::fs::create_dir(&path).unwrap();
            let error = movie.finish().unwrap_err();
            std::fs::remove_dir(&path).unwrap();
            let Some(path) = error.kept().map(Path::to_path_buf) else { panic!("{kind:?}: {error}") };
            path
        };
        let kept = [fail(), fail()];
        assert!(kept[0] != kept[1]);
        kind.record(&path, 2, SIZE).unwrap();
        for kept in &kept {
            kind.assert_shows(kept, 3, SIZE);
        }
        assert_eq!(names(dir.path()).len(), 3, "{kind:?}: {:?}", names(dir.path()));
    }
}

/// A program is killed while its ffmpeg is still starting, and another records to the name at once: the late ffmpeg must not
/// find the file of the other. It starts only when this test lets it.
#[test]
fn a_late_ffmpeg_has_a_file_of_its_own() {
    for kind in movies("a late ffmpeg").into_iter().filter(|kind| kind.ffmpeg()) {
        // with the other recording on its way, or done
        for meanwhile in [true, false] {
            let dir = temp_dir::TempDir::new().unwrap();
            let folder = dir.path().join("movies");
            std::fs::create_dir(&folder).unwrap();
            let path = folder.join(kind.name("movie"));
            let go = dir.path().join("go");
            let wait = format!("while [ ! -e '{}' ]; do sleep 0.01; done; exec ffmpeg \"$@\"", go.display());
            let late = killed(kind, &path, 10, Some(&fake_ffmpeg(dir.path(), "late", &wait)), || false);
            assert_eq!(late.len(), 1);
            let mut movie = kind.safe_writer(25).open(&path, SIZE).unwrap();
            (0..60).for_each(|k| movie.write_frame(&picture(k, SIZE)).unwrap());
            let part = folder.join(kind.part("movie"));
            if meanwhile {
                // half of this movie is written when the other ffmpeg begins
                while std::fs::metadata(&part).map_or(0, |part| part.len()) < 2000 {}
                std::fs::write(&go, "").unwrap();
                await_end(&late);
                assert!(part.exists(), "{kind:?}: {:?}", names(&folder));
                (60..80).for_each(|k| movie.write_frame(&picture(k, SIZE)).unwrap());
                movie.finish().unwrap();
            } else {
                movie.finish().unwrap();
                std::fs::write(&go, "").unwrap();
                await_end(&late);
            }
            kind.assert_shows(&path, if meanwhile { 80 } else { 60 }, SIZE);
            assert_eq!(names(&folder), [kind.name("movie")], "{kind:?}");
        }
    }
}
