//! What becomes of the file.

use super::*;
use crate::encode::testing::Small;
use crate::error::ErrorKind;

#[test]
fn what_was_asked_for_is_in_the_head() {
    let head = |repeat, comment: Option<&str>| {
        let options = GifOptions { repeat, comment: comment.map(Into::into), transparent: None };
        let out = Cursor::new(Vec::new());
        let mut stream =
            GifStream::new(out, Path::new("test.gif"), Size::new(2, 2), 10.into(), &options).expect("opens");
        stream.write(&Frame::new(2, 2)).expect("takes a frame");
        let bytes = stream.finish().expect("finishes").into_inner();
        let mut decoder = gif::DecodeOptions::new().read_info(bytes.as_slice()).expect("a GIF");
        while decoder.read_next_frame().expect("frames").is_some() {}
        (decoder.repeat(), bytes)
    };
    assert_eq!(head(Repeat::Infinite, None).0, gif::Repeat::Infinite);
    assert_eq!(head(Repeat::Times(5), None).0, gif::Repeat::Finite(4));
    assert_eq!(head(Repeat::Times(1), None).0, gif::Repeat::Finite(0));
    assert_eq!(head(Repeat::Once, None).0, gif::Repeat::Finite(0));
    let long = "made by a test ".repeat(40);
    let (_, bytes) = head(Repeat::Once, Some(&long));
    assert!(bytes.windows(15).any(|window| window == b"made by a test "));
}

#[test]
fn mistakes_are_named_and_change_nothing() {
    let open = |size, fps: Fps| {
        GifStream::new(Cursor::new(Vec::new()), Path::new("x.gif"), size, fps, &GifOptions::default()).map(drop)
    };
    for size in [Size::new(65_536, 2), Size::new(2, 65_536), Size::new(0, 2), Size::new(2, 0)] {
        assert!(matches!(open(size, 10.into()), Err(ref e) if e.kind() == ErrorKind::BadSize), "{size}");
    }
    assert!(open(Size::new(65_535, 1), 10.into()).is_ok());
    assert!(matches!(open(Size::new(2, 2), 60.into()), Err(ref e) if e.kind() == ErrorKind::BadFps));

    let (a, b) = (Frame::new(4, 3), Frame::from_rgb(4, 3, vec![9; 36]));
    let mut stream = stream(a.size(), 10);
    assert!(matches!(stream.hold(1.0), Err(ref e) if e.kind() == ErrorKind::BadOption));
    stream.write(&a).expect("takes a frame");
    assert!(
        matches!(stream.write(&Frame::new(3, 4)), Err(ref e) if (e.kind(), e.frames()) == (ErrorKind::FrameSize, Some(1)))
    );
    assert!(matches!(stream.hold(f64::NAN), Err(ref e) if e.kind() == ErrorKind::BadOption));
    stream.write(&b).expect("takes a frame");
    assert_eq!(stream.finish().expect("finishes").into_inner(), encode(&[a, b], 10));
}

#[test]
fn a_file_cut_anywhere_plays_what_was_whole() {
    let mut lcg = Lcg(8);
    let size = Size::new(12, 9);
    let mut stream = stream(size, 10);
    let mut frames = Vec::new();
    // the palette grows over several frames, and then is too small
    for i in 0..8 {
        let frame = random_frame(&mut lcg, size, i * 40, 60);
        stream.write(&frame).expect("takes a frame");
        frames.push(frame);
    }
    let bytes = stream.finish().expect("finishes").into_inner();
    let whole = play(&bytes);
    assert_eq!(whole.len(), 8);
    let mut seen = 0;
    for cut in 0..=bytes.len() {
        let images = play(&bytes[..cut]);
        assert!(images.len() == seen || images.len() == seen + 1, "at byte {cut}");
        seen = images.len();
        for (image, frame) in images.iter().zip(&frames) {
            assert!(image.screen == *frame, "at byte {cut}");
        }
    }
    assert_eq!(seen, 8);
}

/// What is in a file when the process dies after so many frames.
#[test]
fn the_part_file_holds_every_frame_that_was_written() {
    let folder = temp_dir::TempDir::new().expect("a folder");
    let path = folder.path().join("x.gif");
    let mut lcg = Lcg(9);
    let size = Size::new(12, 9);
    let mut encoder = GifEncoder::open(&path, size, 10.into(), &GifOptions::default()).expect("opens");
    let mut frames = Vec::new();
    for i in 0..6 {
        let frame = random_frame(&mut lcg, size, i * 40, 30);
        encoder.write(&frame).expect("takes a frame");
        frames.push(frame);
        let images = play(&std::fs::read(folder.path().join("x.part.gif")).expect("the part file"));
        let shown: Vec<&Frame> = images.iter().map(|image| &image.screen).collect();
        assert_eq!(shown, frames.iter().collect::<Vec<_>>());
    }
    assert!(!path.exists());
}

#[test]
fn the_file_gets_its_name_at_the_end_or_never() {
    let folder = temp_dir::TempDir::new().expect("a folder");
    let path = folder.path().join("x.gif");
    let listing = || std::fs::read_dir(folder.path()).expect("a folder").count();
    let open = || Box::new(GifEncoder::open(&path, Size::new(4, 3), 10.into(), &GifOptions::default()).expect("opens"));
    let frame = Frame::new(4, 3);

    let error = open().finish().expect_err("no frames");
    assert_eq!(error.kind(), ErrorKind::NoFrames);
    assert_eq!(listing(), 0);

    let mut encoder = open();
    encoder.write(&frame).expect("takes a frame");
    let encoded = encoder.finish().expect("finishes");
    assert_eq!(encoded.encoder, "gif");
    assert_eq!(encoded.bytes, std::fs::metadata(&path).expect("the file").len());
    assert_eq!(listing(), 1);
    let before = std::fs::read(&path).expect("the file");

    // neither giving up nor dropping touches the file from before
    let mut encoder = open();
    encoder.write(&frame).expect("takes a frame");
    encoder.abort();
    drop(open());
    assert_eq!((listing(), std::fs::read(&path).expect("the file")), (1, before));
    let missing = GifEncoder::open(&folder.path().join("no/x.gif"), Size::new(4, 3), 10.into(), &GifOptions::default());
    assert_eq!(missing.err().map(|e| e.kind()), Some(ErrorKind::MissingFolder));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error_and_stays_one() {
    let folder = temp_dir::TempDir::new().expect("a folder");
    let path = folder.path().join("x.gif");
    std::os::unix::fs::symlink("/dev/full", folder.path().join("x.part.gif")).expect("a link");
    let mut encoder =
        Box::new(GifEncoder::open(&path, Size::new(4, 3), 10.into(), &GifOptions::default()).expect("opens"));
    let error = encoder.write(&Frame::new(4, 3)).expect_err("a full disk");
    assert!(error.io_error().is_some_and(|e| e.kind() == std::io::ErrorKind::StorageFull), "{error}");
    let again = encoder.write(&Frame::new(4, 3)).expect_err("still");
    assert_eq!((again.kind(), again.reason()), (ErrorKind::Failed, Some(&*error.to_string())), "{again}");
    assert!(matches!(encoder.finish(), Err(ref e) if e.kind() == ErrorKind::Failed));
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0);
}

#[test]
fn a_disk_that_fills_at_any_byte_is_an_error_of_write_or_finish() {
    let frames = [Frame::new(5, 4), Frame::from_rgb(5, 4, vec![9; 60]), Frame::from_rgb(5, 4, vec![8; 60])];
    let record = |room| -> Result<()> {
        let out = BufWriter::with_capacity(64, Small::new(room));
        let mut stream = GifStream::new(out, Path::new("x.gif"), frames[0].size(), 10.into(), &GifOptions::default())?;
        for frame in &frames {
            stream.write(frame)?;
        }
        stream.finish().map(drop)
    };
    let bytes = encode(&frames, 10).len();
    for room in 0..bytes {
        assert!(matches!(record(room), Err(ref e) if e.kind() == ErrorKind::Io), "room for {room} of {bytes}");
    }
    assert!(record(bytes).is_ok());
}
