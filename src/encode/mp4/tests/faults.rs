//! What goes wrong outside.

use super::*;
use crate::error::ErrorKind;

const SIZE: Size = Size::new(32, 24);

#[test]
fn a_finished_file_is_plain_and_alone() {
    let folder = temp_dir::TempDir::new().expect("a folder");
    let path = folder.path().join("x.mp4");
    let mut encoder = open(&path, SIZE);
    for i in 0..25 {
        encoder.write(&picture(i, SIZE)).expect("takes a frame");
    }
    let encoded = encoder.finish().expect("finishes");
    let bytes = std::fs::read(&path).expect("the file");
    assert_eq!(names(&bytes), ["ftyp", "moov", "mdat"]);
    assert_eq!((encoded.bytes, encoded.notes.len()), (bytes.len() as u64, 0));
    assert_eq!(files(folder.path()), ["x.mp4"]);
    for name in [b"moof", b"mvex", b"free"] {
        assert!(!bytes.windows(4).any(|window| window == name));
    }
}

#[test]
fn no_frames_leave_no_file() {
    let folder = temp_dir::TempDir::new().expect("a folder");
    let error = open(&folder.path().join("x.mp4"), SIZE).finish().expect_err("no frames");
    assert_eq!(error.kind(), ErrorKind::NoFrames, "{error}");
    let error = open(&folder.path().join("x.mp4"), SIZE).hold(1.0).expect_err("no frames");
    assert_eq!(error.kind(), ErrorKind::BadOption, "{error}");
    assert!(files(folder.path()).is_empty());
}

#[test]
fn giving_up_leaves_the_file_of_yesterday() {
    let folder = temp_dir::TempDir::new().expect("a folder");
    let path = folder.path().join("x.mp4");
    std::fs::write(&path, "yesterday").expect("writes");
    for drops in [false, true] {
        let mut encoder = open(&path, SIZE);
        encoder.write(&picture(0, SIZE)).expect("takes a frame");
        if drops {
            drop(encoder)
        } else {
            encoder.abort()
        }
        assert_eq!(std::fs::read(&path).expect("the file"), b"yesterday");
        assert_eq!(files(folder.path()), ["x.mp4"]);
    }
}

#[test]
fn what_cannot_be_is_said_before_the_first_frame() {
    let folder = temp_dir::TempDir::new().expect("a folder");
    let options = Mp4Options { quality: 75, metadata: Vec::new() };
    let open = |name: &str, size, fps| {
        Mp4Encoder::open(&folder.path().join(name), size, fps, [0; 3], &options).err().expect("an error")
    };
    assert_eq!(open("no/x.mp4", SIZE, Fps::new(10, 1)).kind(), ErrorKind::MissingFolder);
    assert_eq!(open("x.mp4", SIZE, Fps::new(0, 1)).kind(), ErrorKind::BadFps);
    assert_eq!(open("x.mp4", SIZE, Fps::new(u32::MAX, 1)).kind(), ErrorKind::BadFps);
    assert_eq!(open("x.mp4", Size::new(5000, 10), Fps::new(10, 1)).kind(), ErrorKind::BadSize);
    assert!(files(folder.path()).is_empty());
}

#[test]
fn a_frame_of_another_size_names_both() {
    let folder = temp_dir::TempDir::new().expect("a folder");
    let mut encoder = open(&folder.path().join("x.mp4"), SIZE);
    encoder.write(&picture(0, SIZE)).expect("takes a frame");
    let error = encoder.write(&picture(0, Size::new(34, 24))).expect_err("another size");
    assert_eq!((error.kind(), error.frames()), (ErrorKind::FrameSize, Some(1)), "{error}");
    // and the movie goes on
    encoder.write(&picture(1, SIZE)).expect("takes a frame");
    encoder.finish().expect("finishes");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error_and_stays_one() {
    let folder = temp_dir::TempDir::new().expect("a folder");
    let path = folder.path().join("x.mp4");
    std::os::unix::fs::symlink("/dev/full", folder.path().join("x.part.mp4")).expect("a link");
    let mut encoder = open(&path, SIZE);
    let error = encoder.write(&picture(0, SIZE)).expect_err("a full disk");
    assert!(error.io_error().is_some_and(|e| e.kind() == std::io::ErrorKind::StorageFull), "{error}");
    let again = encoder.write(&picture(0, SIZE)).expect_err("still");
    assert_eq!((again.kind(), again.reason()), (ErrorKind::Failed, Some(&*error.to_string())), "{again}");
    assert!(matches!(encoder.finish(), Err(ref e) if e.kind() == ErrorKind::Failed));
    assert!(files(folder.path()).is_empty());
}

/// No room for the copy that has the index in front.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full_at_the_end_loses_nothing() {
    let folder = temp_dir::TempDir::new().expect("a folder");
    let path = folder.path().join("x.mp4");
    let mut encoder = open(&path, SIZE);
    for i in 0..12 {
        encoder.write(&picture(i, SIZE)).expect("takes a frame");
    }
    encoder.hold(2.0).expect("holds");
    std::os::unix::fs::symlink("/dev/full", folder.path().join("x.part.part.mp4")).expect("a link");
    let encoded = encoder.finish().expect("finishes");
    assert!(encoded.notes[0].contains("at the end") && encoded.notes[0].contains("No space"), "{:?}", encoded.notes);
    let bytes = std::fs::read(&path).expect("the file");
    assert_eq!(names(&bytes), ["ftyp", "mdat", "moov"]);
    assert_eq!((encoded.bytes, files(folder.path())), (bytes.len() as u64, vec!["x.mp4".to_owned()]));
    if ffmpeg() {
        let seen = greys(&path, SIZE);
        assert_eq!(seen.len(), 12);
        assert!(seen.windows(2).all(|pair| pair[1] > pair[0] + 5.0), "{seen:?}");
    }
}

/// The part is gone, or cut, when it is to be finished: an error, and never a movie with holes.
#[test]
fn a_part_that_somebody_cut_is_an_error() {
    let folder = temp_dir::TempDir::new().expect("a folder");
    let path = folder.path().join("x.mp4");
    std::fs::write(&path, "yesterday").expect("writes");
    let mut encoder = open(&path, SIZE);
    for i in 0..3 {
        encoder.write(&picture(i, SIZE)).expect("takes a frame");
    }
    let part = std::fs::File::options().write(true).open(folder.path().join("x.part.mp4")).expect("the part");
    part.set_len(900).expect("cuts");
    let error = encoder.finish().expect_err("a cut part");
    assert!(error.to_string().starts_with("cannot read "), "{error}");
    assert_eq!(files(folder.path()), ["x.mp4"]);
    assert_eq!(std::fs::read(&path).expect("the file"), b"yesterday");
}
