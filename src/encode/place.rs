//! What a path leads to: a file, or something that is written through.

use std::fs::{self, Metadata};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

/// So many symbolic links in a row are a circle, as for Linux.
const LINKS: usize = 40;

/// Where what is recorded goes in the end.
#[derive(Debug)]
pub(super) enum Place {
    /// A file of this name, which is there already if it has a past. A symbolic link is followed: it stays, and what it
    /// leads to is written, also if that is not there yet.
    File { path: PathBuf, past: Option<Metadata> },
    /// A pipe, a terminal, a device: nothing that another file could take the place of.
    Node { path: PathBuf, pipe: bool },
}

impl Place {
    /// Follows the absolute path `target`.
    pub(super) fn of(target: &Path) -> Result<Self> {
        let refuse = |why: &str| Error::io("write", target, std::io::Error::other(why));
        let mut path = target.to_path_buf();
        for _ in 0..LINKS {
            // what cannot be looked at is told when something is made there
            let Ok(found) = fs::symlink_metadata(&path) else { return Ok(Self::File { path, past: None }) };
            if !found.is_symlink() {
                return Self::of_kind(path, found).map_err(refuse);
            }
            let folder = path.parent().unwrap_or(Path::new("/"));
            // these lead to open files, whatever name they tell: /dev/stdout is one of them
            if fs::canonicalize(folder).is_ok_and(|folder| folder.starts_with("/proc")) {
                let found = fs::metadata(&path).map_err(|e| Error::io("write", target, e))?;
                return match Self::of_kind(path, found).map_err(refuse)? {
                    Self::File { path, .. } => Ok(Self::Node { path, pipe: false }),
                    node => Ok(node),
                };
            }
            let next = fs::read_link(&path).map_err(|e| Error::io("write", target, e))?;
            path = folder.join(next);
        }
        Err(refuse("its symbolic links lead in a circle"))
    }

    fn of_kind(path: PathBuf, found: Metadata) -> std::result::Result<Self, &'static str> {
        let kind = found.file_type();
        if kind.is_dir() {
            return Err("it is a folder");
        }
        #[cfg(unix)]
        {
            use std::os::unix::fs::FileTypeExt;
            if kind.is_fifo() || kind.is_char_device() {
                return Ok(Self::Node { path, pipe: kind.is_fifo() });
            }
            if kind.is_socket() {
                return Err("it is a socket, which cannot be opened as a file");
            }
            if kind.is_block_device() {
                return Err("it is a disk, or what stands for one");
            }
        }
        Ok(Self::File { path, past: Some(found) })
    }
}

/// The folder that a file is to be made in, under the one name that it has, whatever links and dots lead to it. `target`
/// is for messages.
pub(super) fn folder_of(path: &Path, target: &Path) -> Result<PathBuf> {
    let folder = path.parent().unwrap_or(Path::new("/"));
    let refuse = |why: String| Error::io("write", target, std::io::Error::other(why));
    if path.as_os_str().as_encoded_bytes().last().is_some_and(|last| std::path::is_separator(char::from(*last))) {
        return Err(refuse("a name that ends so is a folder's".into()));
    }
    match fs::metadata(folder) {
        Ok(found) if found.is_dir() => {}
        Ok(_) => return Err(refuse(format!("`{}` is a file, not a folder", folder.display()))),
        Err(e) if matches!(e.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Err(Error::MissingFolder { path: target.into(), folder: folder.into() });
        }
        Err(e) => return Err(refuse(format!("the folder `{}`: {e}", folder.display()))),
    }
    fs::canonicalize(folder).map_err(|e| refuse(format!("the folder `{}`: {e}", folder.display())))
}

/// Whether `new` may get the name of `past`: in a folder such as `/tmp` only owners may take a name from a file, its own and the
/// folder's.
#[cfg(unix)]
pub(super) fn may_replace(folder: &Metadata, past: &Metadata, new: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    folder.mode() & 0o1000 == 0 || [0, past.uid(), folder.uid()].contains(&new.uid())
}

#[cfg(not(unix))]
pub(super) fn may_replace(_: &Metadata, _: &Metadata, _: &Metadata) -> bool {
    true
}

#[cfg(all(test, unix))]
mod tests {
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
        assert!(matches!(of("dangling"), Err(Error::MissingFolder { .. })));
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
}
