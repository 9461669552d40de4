//! A recording that fails on its way leaves what plays, and says where.

use std::path::{Path, PathBuf};

use grabframe::prelude::*;
use grabframe::{Encoded, Encoder, Error, ErrorKind, Target};

use crate::tools::{decode, have};

fn picture(k: usize) -> Frame {
    let mut frame = Frame::new(64, 48);
    // every byte another, so that no encoder makes it small
    let noise = crate::tools::lcg(64 * 48 * 3, k as u32 + 1);
    frame.as_rgb_mut().iter_mut().zip(noise).for_each(|(byte, x)| *byte = (x * 256.0) as u8);
    frame
}

/// A user's encoder around one of ours, that fails in the middle.
struct Failing {
    inner: Box<dyn Encoder>,
    left: usize,
    panics: bool,
}

impl Encoder for Failing {
    fn write(&mut self, frame: &Frame) -> grabframe::Result<()> {
        if self.left == 0 {
            assert!(!self.panics, "out of luck");
            return Err(Error::encode("x", "out of luck"));
        }
        self.left -= 1;
        self.inner.write(frame)
    }
    fn hold(&mut self, seconds: f64) -> grabframe::Result<()> {
        self.inner.hold(seconds)
    }
    fn finish(self: Box<Self>) -> grabframe::Result<Encoded> {
        self.inner.finish()
    }
    fn abort(self: Box<Self>) {
        self.inner.abort();
    }
    fn salvage(self: Box<Self>) -> Option<PathBuf> {
        self.inner.salvage()
    }
}

struct FailingWriter {
    writer: Box<dyn Writer>,
    after: usize,
    panics: bool,
}

impl Writer for FailingWriter {
    fn frame_rate(&self) -> Fps {
        self.writer.frame_rate()
    }
    fn encoder(&self, target: &Target<'_>) -> grabframe::Result<Box<dyn Encoder>> {
        Ok(Box::new(Failing { inner: self.writer.encoder(target)?, left: self.after, panics: self.panics }))
    }
}

fn fail(writer: Box<dyn Writer>, path: &Path, after: usize, panics: bool) -> Error {
    let mut movie = FailingWriter { writer, after, panics }.open(path, (64, 48)).unwrap();
    (0..100).find_map(|k| movie.write_frame(&picture(k)).err()).expect("it never failed")
}

fn names(dir: &Path) -> Vec<String> {
    let mut all: Vec<String> =
        std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
    all.sort();
    all
}

#[test]
fn what_was_recorded_before_an_error_is_kept_and_named() {
    for name in [
        "a.gif",
        "a.apng",
        "a.webp",
        "a.avi",
        #[cfg(feature = "mp4")]
        "a.mp4",
    ] {
        for panics in [false, true] {
            let dir = temp_dir::TempDir::new().unwrap();
            let path = dir.path().join(name);
            std::fs::write(&path, "yesterday").unwrap();
            let error = fail(Box::new(AutoWriter::new().fps(10)), &path, 7, panics);
            let part = name.replace('.', ".part.");
            assert!(error.to_string().contains("out of luck"), "{error}");
            assert!(error.to_string().ends_with(&format!("{part}`")), "{error}");
            let Some(kept) = error.kept() else { panic!("{name}: {error}") };
            assert_eq!(kept, dir.path().join(&part));
            assert_eq!(std::fs::read(&path).unwrap(), b"yesterday");
            let mut both = [name.to_owned(), part];
            both.sort();
            assert_eq!(names(dir.path()), both);
            if name != "a.webp" && have("ffmpeg", "what is kept") {
                assert_eq!(decode(kept, 64, 48).len(), 7, "{name}");
            }
            // the next recording of that name leaves it where the error said
            let saved = std::fs::read(kept).unwrap();
            let mut movie = AutoWriter::new().fps(10).open(&path, (64, 48)).unwrap();
            movie.write_frame(&picture(0)).unwrap();
            movie.finish().unwrap();
            assert_eq!(names(dir.path()), both);
            assert!(std::fs::read(kept).unwrap() == saved);
        }
    }
}

#[test]
fn before_the_first_frame_there_is_nothing_to_keep() {
    let dir = temp_dir::TempDir::new().unwrap();
    let error = fail(Box::new(GifWriter::new()), &dir.path().join("a.gif"), 0, false);
    assert_eq!(error.kind(), ErrorKind::Encode, "{error}");
    assert!(names(dir.path()).is_empty());
}

#[test]
fn a_sequence_keeps_its_files() {
    let dir = temp_dir::TempDir::new().unwrap();
    let error = fail(Box::new(PngSequenceWriter::new()), &dir.path().join("s-%02d.png"), 3, false);
    assert_eq!(error.kept(), Some(dir.path()), "{error}");
    assert_eq!(names(dir.path()), ["s-00.png", "s-01.png", "s-02.png"]);
}

/// A movie that has no name to get is not thrown away.
#[test]
fn a_name_that_is_taken_by_a_folder_meanwhile() {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("a.gif");
    let mut movie = GifWriter::new().open(&path, (64, 48)).unwrap();
    movie.write_frame(&picture(0)).unwrap();
    std::fs::create_dir(&path).unwrap();
    let error = movie.finish().unwrap_err();
    assert!(error.kept().is_some_and(|path| path.ends_with("a.part.gif")), "{error}");
    assert_eq!(names(dir.path()), ["a.gif", "a.part.gif"]);
}
