use super::*;
#[cfg(target_os = "linux")]
use crate::encode::marked::Made;
use crate::error::ErrorKind;

#[test]
fn a_name_belongs_to_one_recording_at_a_time() {
    let dir = temp_dir::TempDir::new().expect("a folder");
    let path = dir.path().join("movie.gif");
    let first = PartFile::new(&path).expect("the first");
    assert!(matches!(PartFile::new(&path), Err(ref e) if e.kind() == ErrorKind::Busy));
    let _other = PartFile::new(&dir.path().join("other.gif")).expect("another name");
    fs::write(first.path(), "frames").expect("writes");
    assert_eq!(first.commit().expect("renames"), 6);
    drop(PartFile::new(&path).expect("free again"));
    assert_eq!(fs::read(&path).expect("is there"), b"frames");
}

#[test]
fn what_cannot_be_written_is_known_at_once() {
    let dir = temp_dir::TempDir::new().expect("a folder");
    let file = dir.path().join("file");
    fs::write(&file, "").expect("writes");
    let said = |path: &Path| PartFile::new(path).expect_err("it cannot be").to_string();
    assert!(said(&file.join("a.gif")).contains("not a folder"));
    assert!(said(&dir.path().join("no/a.gif")).contains("create it first"));
    assert!(said(dir.path()).contains("it is a folder"));
}

#[cfg(target_os = "linux")]
#[test]
fn what_a_recording_left_is_moved_where_nothing_is() {
    let dir = temp_dir::TempDir::new().expect("a folder");
    let path = dir.path().join("movie.gif");
    let at = |name: &str| dir.path().join(name);
    let left = |words: &str| {
        let part = PartFile::new(&path).expect("free");
        fs::write(part.path(), words).expect("writes");
        // as by a kill
        part.draft.leave();
    };
    fs::write(at("movie.part-1.gif"), "somebody's").expect("writes");
    left("first");
    let part = PartFile::new(&path).expect("free");
    assert_eq!(part.path(), at("movie.part.gif"));
    assert!(part.note().is_some_and(|note| note.ends_with("movie.part-2.gif`")), "{:?}", part.note());
    drop(part);
    // for a picture and for a second file, nothing is moved
    left("second");
    let picture = PartFile::of_picture(&path).expect("free");
    assert_eq!(picture.path(), at("movie.part-3.gif"));
    drop(picture);
    let whole = PartFile::new(&at("movie.part.gif")).expect("free");
    fs::write(whole.path(), "of a movie with such a name").expect("writes");
    let of_that_name = whole.path().to_path_buf();
    whole.draft.leave();
    fs::rename(at("movie.part.gif"), at("elsewhere")).expect("renames");
    let part = PartFile::new(&path).expect("free");
    #[cfg(feature = "mp4")]
    drop(part.second().expect("another name"));
    drop(part);
    fs::remove_file(of_that_name).expect("is there still");
    fs::remove_file(at("elsewhere")).expect("is there still");
    left("");
    assert_eq!(PartFile::new(&path).expect("free").note(), None);
    let read = |name: &str| fs::read_to_string(at(name)).expect("is there");
    assert_eq!((read("movie.part-1.gif"), read("movie.part-2.gif")), ("somebody's".into(), "first".into()));
    assert_eq!(fs::read_dir(dir.path()).expect("a folder").count(), 2);
}

#[cfg(target_os = "linux")]
#[test]
fn a_part_file_is_no_target() {
    let dir = temp_dir::TempDir::new().expect("a folder");
    let (path, part) = (dir.path().join("run.gif"), dir.path().join("run.part.gif"));
    // whichever comes first, both can be recorded at once, or the second is told
    let one = PartFile::new(&path).expect("free");
    assert_eq!(one.path(), part);
    assert!(matches!(PartFile::new(&part), Err(ref e) if e.kind() == ErrorKind::Busy));
    drop(one);
    let two = PartFile::new(&part).expect("free");
    let one = PartFile::new(&path).expect("free, too");
    assert_eq!(one.path(), dir.path().join("run.part-1.gif"));
    drop((one, two));
    // a target that another program has made its part meanwhile
    let two = PartFile::new(&part).expect("free");
    fs::write(two.path(), "two").expect("writes");
    let Made::New(theirs) = Marked::make(&part, None, |_| Ok(())).expect("makes") else { panic!("not made") };
    let error = two.commit().expect_err("in use");
    assert!(error.kind() == ErrorKind::Busy && error.kept().is_some(), "{error}");
    drop(theirs);
}
