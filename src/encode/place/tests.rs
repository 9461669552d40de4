use crate::error::ErrorKind;
use std::os::unix::fs::symlink;

use super::*;

#[test]
fn links_are_followed_to_what_is_there_and_to_what_is_not() {
    let dir = temp_dir::TempDir::new().expect("a folder");
    let at = |name: &str| dir.path().join(name);
    fs::create_dir(at("sub")).expect("a folder");
    fs::write(at("sub/there"), "old").expect("writes");
    for (to, link) in [
        ("sub/there", "near"),
        ("near", "far"),
        ("sub/new", "dangling"),
        ("../sub/there", "sub/back"),
        ("b", "a"),
        ("a", "b"),
        ("sub", "folder"),
        ("/dev/null", "null"),
        ("/proc/self/fd/0", "input"),
    ] {
        symlink(to, at(link)).expect("a link");
    }
    let of = |name: &str| Place::of(&at(name));
    for name in ["near", "far", "sub/back", "folder/back"] {
        let Ok(Place::File { path, past: Some(_) }) = of(name) else { panic!("{name}: {:?}", of(name)) };
        assert_eq!(fs::canonicalize(path).expect("is there"), fs::canonicalize(at("sub/there")).expect("is there"));
    }
    assert!(matches!(of("dangling"), Ok(Place::File { path, past: None }) if path == at("sub/new")));
    assert!(matches!(of("null"), Ok(Place::Node { pipe: false, .. })));
    let said = |name: &str| of(name).expect_err("cannot be").to_string();
    assert!(said("a").contains("lead in a circle"), "{}", said("a"));
    assert!(said("folder").contains("it is a folder"));
    let _listener = std::os::unix::net::UnixListener::bind(at("socket")).expect("a socket");
    assert!(said("socket").contains("it is a socket"));
    // a name that tells nothing of where the file is
    let file = fs::File::open(at("sub/there")).expect("opens");
    let open = format!("/proc/self/fd/{}", std::os::fd::AsRawFd::as_raw_fd(&file));
    if Path::new(&open).exists() {
        assert!(matches!(Place::of(Path::new(&open)), Ok(Place::Node { pipe: false, .. })));
    }
}

#[test]
fn what_is_wrong_with_a_folder_is_said() {
    let dir = temp_dir::TempDir::new().expect("a folder");
    symlink("round", dir.path().join("round")).expect("a link");
    symlink("nowhere", dir.path().join("dangling")).expect("a link");
    let of = |name: &str| folder_of(&dir.path().join(name).join("a.gif"), Path::new("a.gif"));
    assert!(matches!(of("dangling"), Err(ref e) if e.kind() == ErrorKind::MissingFolder));
    let round = of("round").expect_err("a circle").to_string();
    assert!(round.contains("a.gif") && round.contains("symbolic links"), "{round}");
    symlink("b.gif/", dir.path().join("slash.gif")).expect("a link");
    let Ok(Place::File { path, .. }) = Place::of(&dir.path().join("slash.gif")) else { panic!("no file") };
    for path in [path, dir.path().join("a.gif/")] {
        let slash = folder_of(&path, &path).expect_err("a folder's name").to_string();
        assert!(slash.ends_with("a name that ends so is a folder's"), "{slash}");
    }
}

#[test]
fn in_some_folders_only_owners_may_take_a_name() {
    use std::os::unix::fs::{PermissionsExt, chown};
    let dir = temp_dir::TempDir::new().expect("a folder");
    let (folder, past, new) = (dir.path().join("all"), dir.path().join("past"), dir.path().join("new"));
    fs::create_dir(&folder).expect("a folder");
    fs::write(&past, "").expect("writes");
    fs::write(&new, "").expect("writes");
    let may = |owners: [u32; 3], mode: u32| {
        fs::set_permissions(&folder, fs::Permissions::from_mode(mode)).expect("changes");
        for (path, owner) in [&folder, &past, &new].into_iter().zip(owners) {
            // only root can
            chown(path, Some(owner), None).ok()?;
        }
        let of = |path: &Path| fs::metadata(path).expect("is there");
        Some(may_replace(&of(&folder), &of(&past), &of(&new)))
    };
    for (owners, mode, want) in [
        ([1, 2, 3], 0o1777, false),
        ([1, 2, 3], 0o777, true),
        ([1, 2, 2], 0o1777, true),
        ([1, 2, 1], 0o1777, true),
        ([1, 2, 0], 0o1777, true),
    ] {
        assert!(may(owners, mode).is_none_or(|got| got == want), "{owners:?} {mode:o}");
    }
}
