use std::error::Error as _;
use std::path::{Path, PathBuf};

use super::*;

fn full() -> Error {
    Error::io("write", "a.gif", std::io::ErrorKind::StorageFull.into())
}

/// One of each kind, with what is known of it: path, reason, size, frames.
#[test]
fn every_error_says_its_kind_and_what_is_known_of_it() {
    let (path, size, two) = (Path::new("a.gif"), Size::new(3, 2), Size::new(2, 2));
    let stopped = Stopped {
        path: path.into(),
        status: "exit status 1".into(),
        stderr: "first\nsecond".into(),
        command: "ffmpeg -y".into(),
        frames: 7,
    };
    let all = [
        (full(), ErrorKind::Io, Some(path), None, None, None),
        (Error::missing_folder(path, Path::new("no")), ErrorKind::MissingFolder, Some(path), None, None, None),
        (Error::busy(path), ErrorKind::Busy, Some(path), None, None, None),
        (Error::unknown_format(path, "gif"), ErrorKind::UnknownFormat, Some(path), None, None, None),
        (Error::frame_size(two, size, 5), ErrorKind::FrameSize, None, None, Some(size), Some(5)),
        (Error::bad_size(size, "odd"), ErrorKind::BadSize, None, Some("odd"), Some(size), None),
        (Error::bad_fps("too fast"), ErrorKind::BadFps, None, Some("too fast"), None, None),
        (Error::no_frames(path), ErrorKind::NoFrames, Some(path), None, None, None),
        (Error::ffmpeg_not_found(path), ErrorKind::FfmpegNotFound, Some(path), None, None, None),
        (Error::ffmpeg(stopped), ErrorKind::Ffmpeg, Some(path), Some("first\nsecond"), None, Some(7)),
        (Error::bad_option("no"), ErrorKind::BadOption, None, Some("no"), None, None),
        (Error::encode(path, "lost"), ErrorKind::Encode, Some(path), Some("lost"), None, None),
        (Error::update(4, "mine".into()), ErrorKind::Update, None, None, None, Some(4)),
        (Error::drawing(6, None, "boom"), ErrorKind::Drawing, None, Some("boom"), None, Some(6)),
        (Error::no_display("dark"), ErrorKind::NoDisplay, None, Some("dark"), None, None),
        (Error::failed(path, "lost\nmore"), ErrorKind::Failed, Some(path), Some("lost\nmore"), None, None),
        #[cfg(feature = "fonts")]
        (Error::bad_font(Some(path), "no".into()), ErrorKind::BadFont, Some(path), Some("no"), None, None),
    ];
    for (error, kind, path, reason, size, frames) in &all {
        let got = (error.kind(), error.path(), error.reason(), error.size(), error.frames());
        assert_eq!(got, (*kind, *path, *reason, *size, *frames), "{error}");
        assert_eq!(error.command(), (*kind == ErrorKind::Ffmpeg).then_some("ffmpeg -y"));
        assert_eq!(error.io_error().is_some(), *kind == ErrorKind::Io);
        assert_eq!(error.source().is_some(), matches!(kind, ErrorKind::Io | ErrorKind::Update));
        assert_eq!((error.kept(), format!("{error:?}")), (None, error.to_string()));
    }
}

#[test]
fn what_is_kept_stands_at_the_end_of_the_message() {
    let part = || Some(PathBuf::from("a.part.gif"));
    let words = full().to_string();
    let error = full().kept_in(None).kept_in(part()).kept_in(Some("later".into()));
    assert_eq!(error.kept(), part().as_deref());
    assert_eq!(error.kind(), ErrorKind::Io, "it is what it was");
    assert_eq!(error.to_string(), format!("{words}; what was recorded before is kept in `a.part.gif`"));
    let lines = Error::bad_option("one\n  two").kept_in(part());
    assert_eq!(lines.to_string(), "one\n  two\n  what was recorded before is kept in `a.part.gif`");
    let update = Error::update(3, "mine".into()).kept_in(part());
    assert_eq!(update.to_string(), "the update for frame 3 failed: mine; the frames before it are in `a.part.gif`");
    let drawing = Error::drawing(3, Some("Line (label \"a\")".into()), "boom").kept_in(part());
    assert_eq!(
        drawing.to_string(),
        "the artist Line (label \"a\") panicked while frame 3 was drawn: boom; the frames before it are in `a.part.gif`"
    );
}

#[test]
fn a_result_is_as_small_as_a_pointer() {
    assert_eq!(size_of::<Error>(), size_of::<usize>());
    assert_eq!(size_of::<Result<()>>(), size_of::<usize>());
}
