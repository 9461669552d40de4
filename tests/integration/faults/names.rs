//! Names of every kind.

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::Path;

use super::kinds::{Kind, all, names, picture};
use super::process::{Child, told, told_path};

const SIZE: (u32, u32) = (32, 24);

/// The bytes of all files of a folder.
fn bytes(folder: &Path) -> Vec<Vec<u8>> {
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| std::fs::read(file).unwrap()).collect()
}

/// That under each name three pictures can be recorded, as under a plain one, and nothing else is left in the folder.
fn work(kind: Kind, stems: &[&OsStr]) {
    let dir = temp_dir::TempDir::new().unwrap();
    let plain = dir.path().join("plain");
    std::fs::create_dir(&plain).unwrap();
    kind.record(&plain.join(kind.name("plain")), 3, SIZE).unwrap();
    kind.assert_shows(&plain.join(kind.name("plain")), 3, SIZE);
    let folder = dir.path().join("folder");
    for stem in stems {
        std::fs::create_dir(&folder).unwrap();
        let mut name = stem.to_os_string();
        name.push(kind.name(""));
        let path = folder.join(&name);
        let receipt = kind.record(&path, 3, SIZE).unwrap_or_else(|error| panic!("{kind:?}, {name:?}: {error}"));
        assert_eq!((receipt.frames, &receipt.path), (3, &path));
        // a sequence has names of its own
        assert!(kind == Kind::Png || path.is_file(), "{kind:?}, {name:?}");
        let (got, want) = (bytes(&folder), bytes(&plain));
        if kind == Kind::FfmpegMkv {
            // Matroska numbers its files at random
            assert!(got.len() == 1 && got[0].len() == want[0].len(), "{kind:?}, {name:?}");
        } else {
            assert!(got == want, "{kind:?}, {name:?}");
        }
        std::fs::remove_dir_all(&folder).unwrap();
    }
}

#[test]
fn a_name_is_a_name_whatever_is_in_it() {
    for kind in all("names") {
        let mut stems = vec!["it's \"said\" a  b;c|d&$e`f", "Größe 波\nnew line [x]{y}*?", "..file:x"];
        stems.extend(if kind == Kind::Png { &["50%%"][..] } else { &["50%", "%d %05d 100%%"] });
        work(kind, &stems.iter().map(OsStr::new).collect::<Vec<_>>());
        // not Unicode
        if kind == Kind::Png {
            let name = OsString::from_vec(b"\xff\xfe-%05d.png".to_vec());
            let error = kind.open(Path::new(&name), SIZE).unwrap_err();
            assert!(error.to_string().contains("not valid Unicode"), "{error}");
        } else {
            work(kind, &[OsStr::from_bytes(b"\xff\xfe x")]);
        }
    }
}

/// As long as a name can be, so that there is no room for `.part`.
#[test]
fn the_longest_names() {
    for kind in all("long names") {
        let number = if kind == Kind::Png { 6 } else { 0 };
        let room = |length: usize| length - number - 1 - kind.extension().len();
        // letters of several bytes, not in step with the end
        let letters = "ö".repeat((room(255) - 1) / 2) + if room(255) % 2 == 0 { "ab" } else { "a" };
        let stems = [letters, "x".repeat(room(255)), "x".repeat(room(249))];
        work(kind, &stems.each_ref().map(OsStr::new));
        let dir = temp_dir::TempDir::new().unwrap();
        let error = kind.open(&dir.path().join(kind.name(&"x".repeat(256))), SIZE).unwrap_err();
        assert!(error.to_string().contains("name too long"), "{error}");
        assert!(names(dir.path()).is_empty());
    }
    // two that differ at the end only
    let dir = temp_dir::TempDir::new().unwrap();
    let [one, two] = ["1", "2"].map(|end| dir.path().join("x".repeat(250) + end + ".gif"));
    let first = Kind::Gif.open(&one, SIZE).unwrap();
    Kind::Gif.record(&two, 2, SIZE).unwrap();
    drop(first);
}

#[test]
#[ignore = "a child of other tests"]
fn child() {
    let Some(kind) = told("KIND").map(|name| Kind::named(&name)) else { return };
    std::env::set_current_dir(told_path("PATH")).unwrap();
    let path = kind.name("-vf %");
    let path = if kind == Kind::Png { path.replace("% ", "%% ").replace("%-", "%%-") } else { path };
    let mut movie = kind.open(Path::new(&path), SIZE).unwrap();
    movie.write_frame(&picture(0, SIZE)).unwrap();
    std::env::set_current_dir("/").unwrap();
    movie.write_frame(&picture(1, SIZE)).unwrap();
    let receipt = movie.finish().unwrap();
    // as it was given
    assert_eq!(receipt.path, Path::new(&path));
}

#[test]
fn a_relative_path_is_where_it_was_at_the_beginning() {
    for kind in all("relative paths") {
        let dir = temp_dir::TempDir::new().unwrap();
        let name = format!("{kind:?}");
        let told = [("KIND", name.as_ref()), ("PATH", dir.path().as_os_str())];
        Child::start("faults::names::child", &told).succeed();
        let want: Vec<String> = match kind {
            Kind::Png => (0..2).map(|k| format!("-vf %-0000{k}.png")).collect(),
            _ => vec![kind.name("-vf %")],
        };
        assert_eq!(names(dir.path()), want, "{kind:?}");
    }
}
