//! Loops that end early: by a panic, an error, an exit, or by being forgotten.

use std::path::Path;

use grabframe::prelude::*;
use grabframe::{Encoded, Encoder, ErrorKind, Target};

use super::kinds::{Kind, all, names, picture, promptly};
use super::process::{Child, await_end, say, told, told_path};

const SIZE: (u32, u32) = (32, 24);

/// Begins a movie, and hands over so many pictures.
fn begun(kind: Kind, path: &Path, frames: u32) -> MovieFile {
    let mut movie = kind.open(path, SIZE).unwrap();
    (0..frames).for_each(|k| movie.write_frame(&picture(k, SIZE)).unwrap());
    movie
}

/// The movie is there under its own name, with so many pictures, and nothing is beside it.
fn assert_alone(kind: Kind, path: &Path, frames: u32) {
    kind.assert_shows(path, frames, SIZE);
    let found = names(path.parent().unwrap());
    let want = if kind == Kind::Png { frames as usize } else { 1 };
    assert!(found.len() == want && found.iter().all(|name| !name.contains(".part")), "{kind:?}: {found:?}");
}

#[test]
fn a_panic_of_the_thread_that_has_the_movie_keeps_it() {
    for kind in all("a panic") {
        let dir = temp_dir::TempDir::new().unwrap();
        let path = dir.path().join(kind.name("movie"));
        let theirs = path.clone();
        let thread = std::thread::spawn(move || {
            let movie = begun(kind, &theirs, 7);
            assert!(movie.frames() > 7, "the simulation blew up");
        });
        assert!(promptly("a panic", || thread.join()).is_err());
        assert_alone(kind, &path, 7);
    }
}

#[test]
fn an_error_of_the_simulation_keeps_the_movie() {
    fn simulation(kind: Kind, path: &Path) -> Result<(), Box<dyn std::error::Error>> {
        let mut fig = Figure::pixels(SIZE.0, SIZE.1);
        let mut movie = kind.writer(25).saving(&mut fig, path)?;
        for step in ["1", "2", "no number"] {
            let _: u32 = step.parse()?;
            movie.grab_frame()?;
        }
        movie.finish()?;
        Ok(())
    }
    for kind in all("an early return") {
        let dir = temp_dir::TempDir::new().unwrap();
        let path = dir.path().join(kind.name("movie"));
        let error = promptly("an early return", || simulation(kind, &path)).unwrap_err();
        assert!(error.to_string().contains("invalid digit"), "{error}");
        let file = kind.first_file(&path);
        assert!(file.exists(), "{kind:?}");
        assert_eq!(names(dir.path()).len(), if kind == Kind::Png { 2 } else { 1 }, "{kind:?}");
    }
}

/// An encoder of the user's that panics at a certain point.
struct Panicking(&'static str);

impl Encoder for Panicking {
    fn write(&mut self, _: &Frame) -> grabframe::Result<()> {
        Ok(())
    }
    fn hold(&mut self, _: f64) -> grabframe::Result<()> {
        assert!(self.0 != "hold", "out of luck in hold");
        Ok(())
    }
    fn finish(self: Box<Self>) -> grabframe::Result<Encoded> {
        assert!(self.0 != "finish", "out of luck in finish");
        Ok(Encoded::default())
    }
    fn abort(self: Box<Self>) {
        assert!(self.0 != "abort", "out of luck in abort");
    }
}

struct PanickingWriter(&'static str);

impl Writer for PanickingWriter {
    fn frame_rate(&self) -> Fps {
        Fps::new(30, 1)
    }
    fn encoder(&self, _: &Target<'_>) -> grabframe::Result<Box<dyn Encoder>> {
        Ok(Box::new(Panicking(self.0)))
    }
}

#[test]
fn a_panic_of_an_encoder_is_an_error_that_has_its_words() {
    for point in ["hold", "finish"] {
        let mut movie = PanickingWriter(point).open("some/movie.xyz", SIZE).unwrap();
        movie.write_frame(&picture(0, SIZE)).unwrap();
        let held = movie.hold(1.0);
        let error = held.and_then(|()| promptly("finishing", || movie.finish().map(drop))).unwrap_err().to_string();
        assert!(error.contains("some/movie.xyz") && error.contains(&format!("out of luck in {point}")), "{error}");
    }
    // nobody is there to be told, and nobody else panics
    let mut movie = PanickingWriter("abort").open("some/movie.xyz", SIZE).unwrap();
    movie.write_frame(&picture(0, SIZE)).unwrap();
    movie.abort();
    let movie = PanickingWriter("abort").open("some/movie.xyz", SIZE).unwrap();
    assert!(matches!(movie.finish(), Err(ref e) if e.kind() == ErrorKind::NoFrames));
}

#[test]
#[ignore = "a child of other tests"]
fn child() {
    let Some(kind) = told("KIND").map(|name| Kind::named(&name)) else { return };
    let path = told_path("PATH");
    let movie = begun(kind, &path, 60);
    super::process::children(std::process::id()).into_iter().for_each(say);
    if told("HOW").as_deref() == Some("exit") {
        std::process::exit(0);
    }
    std::mem::forget(movie);
    if kind != Kind::Png {
        let again = kind.open(&path, SIZE).unwrap_err();
        assert!(again.to_string().contains("is being recorded already"), "{again}");
    }
}

/// `std::process::exit` in the loop, and a movie that is forgotten: the part file plays.
#[test]
fn an_exit_and_a_forgotten_movie_leave_a_part_that_plays() {
    for how in ["exit", "forget"] {
        for kind in all("an exit") {
            let dir = temp_dir::TempDir::new().unwrap();
            let path = dir.path().join(kind.name("movie"));
            let name = format!("{kind:?}");
            let told = [("KIND", name.as_ref()), ("PATH", path.as_os_str()), ("HOW", how.as_ref())];
            let ffmpeg = Child::start("faults::early::child", &told).succeed();
            await_end(&ffmpeg.iter().map(|id| id.parse().unwrap()).collect::<Vec<_>>());
            let part = dir.path().join(kind.part("movie"));
            let Some(shown) = kind.shown(&part, SIZE) else { continue };
            // those that wait for the encoder, and the one that it has at hand
            assert!(shown.len() + 5 >= 60, "{kind:?}, {how}: {} of 60 play", shown.len());
            assert!(kind == Kind::Png || !path.exists(), "{kind:?}, {how}");
        }
    }
}
