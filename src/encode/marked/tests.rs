use std::os::unix::fs::{MetadataExt, PermissionsExt};

use super::*;

fn make(path: &Path) -> Made {
    Marked::make(path, None, |_| fs::remove_file(path)).expect("makes")
}

#[test]
fn a_file_that_was_left_behind_is_cleared_and_one_in_use_is_not() {
    let dir = temp_dir::TempDir::new().expect("a folder");
    let path = dir.path().join("movie.part.gif");
    let Made::New(made) = make(&path) else { panic!("not made") };
    assert_eq!(fs::metadata(&path).expect("is there").mode() & 0o1000, 0o1000);
    // as another program would find it
    assert!(matches!(make(&path), Made::Busy) && Marked::is_busy(&path));
    fs::write(&path, "left behind").expect("writes");
    let old = File::open(&path).expect("opens");
    drop(made);
    assert!(!Marked::is_busy(&path));
    assert!(matches!(Marked::make(&path, None, |_| Err(std::io::Error::other("not so"))), Ok(Made::Taken)));
    assert_eq!(fs::read(&path).expect("is there"), b"left behind");
    assert!(matches!(make(&path), Made::New(_)));
    // whoever is still busy with the old one keeps it
    assert_eq!(old.metadata().expect("is there").len(), 11);
    assert_eq!(fs::metadata(&path).expect("is there").len(), 0);
}

#[test]
fn what_has_no_mark_is_somebodys() {
    let dir = temp_dir::TempDir::new().expect("a folder");
    let path = dir.path().join("movie.part.gif");
    let Made::New(made) = make(&path) else { panic!("not made") };
    made.give(None);
    drop(made);
    assert!(matches!(make(&path), Made::Taken));
    for (to, link) in [("movie.part.gif", "link.gif"), ("nowhere", "dangling.gif")] {
        let link = dir.path().join(link);
        std::os::unix::fs::symlink(to, &link).expect("a link");
        assert!(matches!(make(&link), Made::Taken));
    }
    // the copy of a marked one
    let marked = dir.path().join("marked.gif");
    assert!(matches!(make(&marked), Made::New(_)));
    let copy = dir.path().join("copy.gif");
    assert!(std::process::Command::new("cp").arg(&marked).arg(&copy).status().is_ok_and(|s| s.success()));
    assert!(matches!(make(&copy), Made::Taken));
}

#[test]
fn the_mode_is_that_of_the_file_before() {
    let dir = temp_dir::TempDir::new().expect("a folder");
    let (old, path) = (dir.path().join("old.gif"), dir.path().join("new.gif"));
    fs::write(&old, "").expect("writes");
    for mode in [0o600, 0o400, 0o664] {
        fs::set_permissions(&old, fs::Permissions::from_mode(mode)).expect("changes");
        let past = fs::metadata(&old).expect("is there");
        let Ok(Made::New(made)) = Marked::make(&path, Some(&past), |_| Ok(())) else { panic!("not made") };
        assert_eq!(fs::metadata(&path).expect("is there").mode() & 0o7777, 0o1600 | mode);
        made.give(Some(&past));
        assert_eq!(fs::metadata(&path).expect("is there").mode() & 0o7777, mode);
        fs::remove_file(&path).expect("removes");
    }
}
