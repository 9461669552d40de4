//! Names of every kind.

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::Path;

use super::kinds::{Kind, all, names, picture};
use super::process::{Child, told, told_path};

const SIZE: (u32, u32) = (32, 24);

/// That three pictures can be recorded under the name, and nothing else is left in the folder.
fn works(kind: Kind, stem: &OsStr) {
    let dir = tempfile::tempdir().unwrap();
    let mut name = stem.to_os_string();
    name.push(kind.name(""));
    let path = dir.path().join("f").join(&name);
    std::fs::create_dir(dir.path().join("f")).unwrap();
    let receipt = kind.record(&path, 3, SIZE).unwrap_or_else(|error| panic!("{kind:?}, {name:?}: {error}"));
    assert_eq!((receipt.frames, receipt.path), (3, path.clone()));
    let found: Vec<OsString> =
        std::fs::read_dir(dir.path().join("f")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(found.len(), if kind == Kind::Png { 3 } else { 1 }, "{found:?}");
    // under a plain name, since programs that decode have ideas of their own about names
    for file in found {
        let number = file
            .as_bytes()
            .strip_suffix(b".png")
            .map_or("", |rest| std::str::from_utf8(&rest[rest.len() - 6..]).expect("a number"));
        let plain = dir.path().join(format!("plain{number}.{}", kind.extension()));
        std::fs::rename(dir.path().join("f").join(file), plain).unwrap();
    }
    kind.assert_shows(&dir.path().join(kind.name("plain")), 3, SIZE);
}

#[test]
fn a_name_is_a_name_whatever_is_in_it() {
    for kind in all("names") {
        for stem in ["a b  c", "it's \"said\"", "Größe 波", "a;b|c&d$e`f", "file:x", "new\nline", "[x]{y}*?", "..a"]
        {
            works(kind, stem.as_ref());
        }
        let percents: &[&str] = if kind == Kind::Png { &["50%%"] } else { &["50%", "%d", "%05d", "100%%"] };
        percents.iter().for_each(|stem| works(kind, stem.as_ref()));
        // not Unicode
        if kind == Kind::Png {
            let name = OsString::from_vec(b"\xff\xfe-%05d.png".to_vec());
            let error = kind.open(Path::new(&name), SIZE).unwrap_err();
            assert!(error.to_string().contains("not valid Unicode"), "{error}");
        } else {
            works(kind, OsStr::from_bytes(b"\xff\xfe x"));
        }
    }
}

/// As long as a name can be, so that there is no room for `.part`.
#[test]
fn the_longest_names() {
    for kind in all("long names") {
        let number = if kind == Kind::Png { 6 } else { 0 };
        for length in [255, 249] {
            let room = length - number - 1 - kind.extension().len();
            works(kind, "x".repeat(room).as_ref());
            // letters of several bytes, not in step with the end
            let letters = "ö".repeat((room - 1) / 2) + if room % 2 == 0 { "ab" } else { "a" };
            works(kind, letters.as_ref());
        }
        let dir = tempfile::tempdir().unwrap();
        let error = kind.open(&dir.path().join(kind.name(&"x".repeat(256))), SIZE).unwrap_err();
        assert!(error.to_string().contains("name too long"), "{error}");
        assert!(names(dir.path()).is_empty());
    }
    // two that differ at the end only
    let dir = tempfile::tempdir().unwrap();
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
        let dir = tempfile::tempdir().unwrap();
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
