//! What the targets share: a movie made of bytes, and for each format a decoder that is not the crate's own.

pub mod apng;
pub mod avi;
pub mod figures;
pub mod fonts;
pub mod gif;
pub mod input;
pub mod jpeg;
pub mod mp4;
pub mod requests;
pub mod sequence;
pub mod webp;

use std::path::{Path, PathBuf};

use grabframe::{ErrorKind, Frame, Receipt, Writer};

pub use input::Movie;

/// A folder for one process, in memory where the system has a place for that.
#[must_use]
pub fn folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    let made = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    made.expect("a folder")
}

/// Records a movie and returns its file and the receipt, or nothing if the format refuses the rate, as it must if `refused`.
pub fn record(
    movie: &Movie,
    writer: &impl Writer,
    folder: &Path,
    name: &str,
    refused: bool,
) -> Option<(PathBuf, Receipt)> {
    let path = folder.join(name);
    let mut file = match writer.open(&path, movie.size) {
        Err(e) if refused && e.kind() == ErrorKind::BadFps => return None,
        other => other.expect("opens"),
    };
    assert!(!refused, "a rate of {} was taken", movie.fps);
    for (frame, hold) in movie.frames.iter().zip(&movie.holds) {
        file.write_frame(frame).expect("takes a frame");
        if let Some(seconds) = hold {
            file.hold(*seconds).expect("holds");
        }
    }
    let receipt = file.finish().expect("finishes");
    assert_eq!(receipt.frames, movie.frames.len() as u64);
    assert_eq!((receipt.width, receipt.height), (movie.size.width, movie.size.height));
    Some((path, receipt))
}

/// The bytes of the one file that is left in the folder.
pub fn only_file(path: &Path, receipt: &Receipt) -> Vec<u8> {
    let folder = path.parent().expect("a folder");
    assert_eq!(std::fs::read_dir(folder).expect("a folder").count(), 1, "something was left over");
    let bytes = std::fs::read(path).expect("a file");
    assert_eq!(bytes.len() as u64, receipt.bytes);
    bytes
}

/// One picture of a format that merges equal ones, and how long it is shown in seconds.
#[derive(Clone, Debug)]
pub struct Shown {
    pub frame: Frame,
    pub seconds: f64,
}

/// What such a format has to show: frames that stay are one, with all their time.
#[must_use]
pub fn merged(movie: &Movie) -> Vec<Shown> {
    let mut all: Vec<Shown> = Vec::new();
    for (frame, hold) in movie.frames.iter().zip(&movie.holds) {
        let seconds = movie.fps.frame_seconds() + hold.unwrap_or(0.0);
        match all.last_mut() {
            Some(last) if last.frame == *frame => last.seconds += seconds,
            _ => all.push(Shown { frame: frame.clone(), seconds }),
        }
    }
    all
}

/// Every picture begins within `tick` of when it should, times adding up over all before.
pub fn check_times(shown: &[Shown], want: &[Shown], tick: f64) {
    assert_eq!(shown.len(), want.len(), "pictures");
    let (mut is, mut should) = (0.0, 0.0);
    for (k, (shown, want)) in shown.iter().zip(want).enumerate() {
        is += shown.seconds;
        should += want.seconds;
        assert!((is - should).abs() <= tick, "picture {k} ends at {is}, not at {should}");
    }
}

/// What a format of constant rate has to show: a hold repeats the frame, and many short holds are as long as one.
#[must_use]
pub fn repeated(movie: &Movie) -> Vec<&Frame> {
    let (mut held, mut done) = (0.0, 0);
    let mut all = Vec::new();
    for (frame, hold) in movie.frames.iter().zip(&movie.holds) {
        all.push(frame);
        if let Some(seconds) = hold {
            held += seconds;
            let repeats = movie.fps.frames_in(held).max(done);
            all.extend((done..repeats).map(|_| frame));
            done = repeats;
        }
    }
    all
}
