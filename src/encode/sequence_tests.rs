use super::*;
use crate::error::ErrorKind;

fn frame(level: u8) -> Frame {
    Frame::from_rgb(3, 2, vec![level; 18])
}

fn open(path: &Path) -> Box<PngSequenceEncoder> {
    Box::new(PngSequenceEncoder::open(path, Size::new(3, 2), 10.into(), None).expect("opens"))
}

fn listing(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn a_pattern_and_a_folder_make_numbered_files() {
    let folder = temp_dir::TempDir::new().expect("a folder");
    for (path, names) in [
        ("a/x%d.png", ["x0.png", "x1.png", "x2.png"]),
        ("b/x-%03d-y.PNG", ["x-000-y.PNG", "x-001-y.PNG", "x-002-y.PNG"]),
        ("c/100%% %02d.png", ["100% 00.png", "100% 01.png", "100% 02.png"]),
        ("d", ["frame-00000.png", "frame-00001.png", "frame-00002.png"]),
        ("e/", ["frame-00000.png", "frame-00001.png", "frame-00002.png"]),
    ] {
        let path = folder.path().join(path);
        let inside =
            folder.path().join(path.strip_prefix(folder.path()).expect("inside").iter().next().expect("a name"));
        if inside != path && path.file_name() != inside.file_name() {
            fs::create_dir(&inside).expect("creates");
        }
        let mut encoder = open(&path);
        encoder.write(&frame(1)).expect("takes a frame");
        encoder.write(&frame(2)).expect("takes a frame");
        // many short holds are as long as one
        (0..5).for_each(|_| encoder.hold(0.02).expect("holds"));
        let encoded = encoder.finish().expect("finishes");
        assert_eq!(listing(&inside), names);
        assert!(encoded.notes.is_empty());
        let sizes = names.iter().map(|name| fs::metadata(inside.join(name)).expect("a file").len());
        assert_eq!(encoded.bytes, sizes.sum::<u64>());
        let back: Vec<Frame> =
            names.iter().map(|name| crate::encode::png::read_png(&inside.join(name)).expect("reads")).collect();
        assert_eq!(back, [frame(1), frame(2), frame(2)]);
    }
}

#[test]
fn an_earlier_recording_is_replaced_and_what_is_left_of_it_is_named() {
    let folder = temp_dir::TempDir::new().expect("a folder");
    let path = folder.path().join("x%02d.png");
    let record = |levels: &[u8]| {
        let mut encoder = open(&path);
        for &level in levels {
            encoder.write(&frame(level)).expect("takes a frame");
        }
        encoder.finish().expect("finishes")
    };
    for other in ["x2.png", "x001.png", "x-01.png", "y05.png", "x07.gif"] {
        fs::write(folder.path().join(other), "other").expect("writes");
    }
    assert!(record(&[1, 2, 3, 4, 5]).notes.is_empty());
    assert!(record(&[6, 7, 8, 9, 10]).notes.is_empty());
    let notes = record(&[11, 12]).notes;
    assert!(notes.len() == 1 && notes[0].starts_with("3 ") && notes[0].contains("x02.png"), "{notes:?}");
    let levels: Vec<u8> = (0..5)
        .map(|i| crate::encode::png::read_png(&folder.path().join(format!("x0{i}.png"))).expect("reads").as_rgb()[0])
        .collect();
    assert_eq!(levels, [11, 12, 8, 9, 10]);
    assert_eq!(listing(folder.path()).len(), 10);
}

#[test]
fn giving_up_leaves_nothing() {
    let folder = temp_dir::TempDir::new().expect("a folder");
    let path = folder.path().join("frames");
    let mut encoder = open(&path);
    encoder.write(&frame(1)).expect("takes a frame");
    encoder.abort();
    assert!(matches!(open(&path).finish(), Err(ref e) if e.kind() == ErrorKind::NoFrames));
    assert!(listing(folder.path()).is_empty());
    // somebody else's file stays, and so does its folder
    let mut encoder = open(&path);
    encoder.write(&frame(1)).expect("takes a frame");
    fs::write(path.join("mine.txt"), "").expect("writes");
    drop(encoder);
    assert_eq!(listing(&path), ["mine.txt"]);
}

#[test]
fn mistakes_are_named() {
    let folder = temp_dir::TempDir::new().expect("a folder");
    let open = |name: &str| PngSequenceEncoder::open(&folder.path().join(name), Size::new(3, 2), 10.into(), None);
    for bad in [
        "x.png",
        "x%.png",
        "x%5d.png",
        "x%05x.png",
        "%d-%d.png",
        "x%05d",
        "x%00d.png",
        "x%099d.png",
        "x%d.gif",
        "x.gif",
    ] {
        let error = open(bad).expect_err(bad);
        assert!(error.kind() == ErrorKind::BadOption && error.to_string().contains("frame-%05d.png"), "{bad}: {error}");
    }
    for missing in ["no/x%d.png", "no/frames"] {
        assert!(matches!(open(missing), Err(ref e) if e.kind() == ErrorKind::MissingFolder), "{missing}");
    }
    let mut encoder = open("x%d.png").expect("opens");
    assert!(matches!(encoder.hold(1.0), Err(ref e) if e.kind() == ErrorKind::BadOption));
    encoder.write(&frame(1)).expect("takes a frame");
    assert!(
        matches!(encoder.write(&Frame::new(2, 3)), Err(ref e) if (e.kind(), e.frames()) == (ErrorKind::FrameSize, Some(1)))
    );
    assert!(PngSequenceEncoder::open(folder.path(), Size::new(0, 2), 10.into(), None).is_err());
    assert!(PngSequenceEncoder::open(folder.path(), Size::new(3, 2), 0.into(), None).is_err());
}

#[cfg(unix)]
#[test]
fn a_folder_that_shows_none_of_its_files_takes_them() {
    use std::os::unix::fs::PermissionsExt;
    let folder = temp_dir::TempDir::new().expect("a folder");
    let mut encoder = open(&folder.path().join("x%d.png"));
    encoder.write(&frame(1)).expect("takes a frame");
    let allow = |mode| fs::set_permissions(folder.path(), fs::Permissions::from_mode(mode)).expect("changes");
    // root sees all the same
    allow(0o300);
    let encoded = (encoder as Box<dyn Encoder>).finish();
    allow(0o700);
    assert!(encoded.is_ok_and(|encoded| encoded.notes.is_empty()));
    assert_eq!(listing(folder.path()), ["x0.png"]);
}

#[test]
fn nothing_is_kept_in_a_folder_that_has_gone() {
    let dir = temp_dir::TempDir::new().expect("a folder");
    let folder = dir.path().join("frames");
    let mut encoder = open(&folder);
    encoder.write(&frame(1)).expect("takes a frame");
    fs::remove_dir_all(&folder).expect("removes");
    assert!(encoder.write(&frame(2)).is_err());
    assert_eq!((encoder as Box<dyn Encoder>).salvage(), None);
}
