//! Names that lead somewhere else: symbolic links, pipes, devices.

use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use grabframe::prelude::*;
use grabframe::{ErrorKind, Video};

use super::kinds::{Kind, all, names, picture, promptly};
use super::process::{Child, told, told_path};

const SIZE: (u32, u32) = (32, 24);

fn is_link(path: &Path) -> bool {
    std::fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink())
}

/// A figure that is written to that path as a still, and a frame.
fn still(path: &Path, frame: bool) -> grabframe::Result<()> {
    let fig = Figure::pixels(SIZE.0, SIZE.1);
    if frame { fig.render().save(path) } else { fig.save(path) }
}

#[test]
fn a_link_stays_and_what_it_leads_to_is_the_movie() {
    for kind in all("links").into_iter().filter(|kind| *kind != Kind::Png) {
        let dir = temp_dir::TempDir::new().unwrap();
        let store = dir.path().join("store");
        std::fs::create_dir(&store).unwrap();
        std::fs::write(store.join(kind.name("there")), "yesterday").unwrap();
        let (name, links) = (kind.name("movie"), dir.path().join("links"));
        std::fs::create_dir(&links).unwrap();
        // to a file and to none, straight and through another link; without the extension, too
        for (to, link) in [
            (format!("../store/{}", kind.name("there")), "a"),
            (kind.name("a"), "b"),
            (store.join(kind.name("new")).to_str().unwrap().to_owned(), "c"),
            ("../store/blob".to_owned(), "d"),
        ] {
            let (link, target) = (links.join(kind.name(link)), links.join(&to));
            symlink(&to, &link).unwrap();
            let mut movie = kind.open(&link, SIZE).unwrap();
            (0..5).for_each(|k| movie.write_frame(&picture(k, SIZE)).unwrap());
            // beside the target
            assert!(names(&links).iter().all(|name| !name.contains(".part")), "{kind:?}");
            let receipt = movie.finish().unwrap();
            assert_eq!(receipt.path, link);
            assert!(is_link(&link) && !is_link(&std::fs::canonicalize(&target).unwrap()), "{kind:?}: {link:?}");
            kind.assert_shows(&link, 5, SIZE);
        }
        let stored = [kind.name("new"), kind.name("there"), "blob".into()];
        assert!(names(&store).iter().all(|name| stored.contains(name)), "{kind:?}: {:?}", names(&store));
        // what fails leaves the link and its target as they were
        let (link, fresh) = (links.join(&name), store.join(kind.name("fresh")));
        symlink(&fresh, &link).unwrap();
        kind.open(&link, SIZE).unwrap().abort();
        assert!(is_link(&link) && !fresh.exists());
    }
}

#[test]
fn stills_and_sequences_go_through_links_too() {
    let dir = temp_dir::TempDir::new().unwrap();
    let at = |name: &str| dir.path().join(name);
    std::fs::create_dir(at("real")).unwrap();
    std::fs::write(at("real/x.png"), "old").unwrap();
    symlink("real/x.png", at("x.png")).unwrap();
    symlink("real/new.png", at("new.png")).unwrap();
    for frame in [false, true] {
        for name in ["x.png", "new.png"] {
            still(&at(name), frame).unwrap();
            assert!(is_link(&at(name)));
            assert_eq!(Frame::open(at("real").join(name)).unwrap().size(), Size::from(SIZE));
        }
    }
    // one frame of a sequence, a folder, and a folder that is not there yet
    symlink("real/first.png", at("f-00000.png")).unwrap();
    Kind::Png.record(&at("f-%05d.png"), 2, SIZE).unwrap();
    assert!(is_link(&at("f-00000.png")) && at("real/first.png").is_file() && !is_link(&at("f-00001.png")));
    symlink("real", at("folder")).unwrap();
    Kind::Png.record(&at("folder"), 2, SIZE).unwrap();
    symlink("real/frames", at("frames")).unwrap();
    Kind::Png.record(&at("frames"), 2, SIZE).unwrap();
    assert!(is_link(&at("folder")) && is_link(&at("frames")));
    for name in ["real/frame-00001.png", "real/frames/frame-00001.png"] {
        assert!(at(name).is_file(), "{name}");
    }
    // given up, a sequence takes its files and leaves the links; what waits for the encoder then is not written
    std::fs::remove_file(at("real/first.png")).unwrap();
    let mut movie = Kind::Png.open(&at("f-%05d.png"), SIZE).unwrap();
    movie.write_frame(&picture(0, SIZE)).unwrap();
    while !at("real/first.png").exists() {
        thread::sleep(std::time::Duration::from_millis(1));
    }
    movie.abort();
    assert!(is_link(&at("f-00000.png")) && !at("real/first.png").exists());
}

#[test]
fn what_a_link_cannot_lead_to_is_said_before_the_first_frame() {
    let dir = temp_dir::TempDir::new().unwrap();
    symlink("no/such/folder/x", dir.path().join("nowhere")).unwrap();
    symlink("round", dir.path().join("round")).unwrap();
    symlink(".", dir.path().join("here")).unwrap();
    for kind in all("bad links") {
        let said = |to: &str| {
            let link = kind.first_file(&dir.path().join(kind.name("movie")));
            let _ = std::fs::remove_file(&link);
            symlink(to, &link).unwrap();
            let error = kind.open(&dir.path().join(kind.name("movie")), SIZE).unwrap_err();
            std::fs::remove_file(&link).unwrap();
            error.to_string()
        };
        let missing = said("nowhere");
        assert!(
            missing.contains("does not exist; create it first") && missing.contains("no/such/folder`"),
            "{missing}"
        );
        assert!(said("round").contains("its symbolic links lead in a circle"), "{kind:?}: {}", said("round"));
        assert!(said("here").contains("it is a folder"), "{kind:?}: {}", said("here"));
        let folder = kind.open(&dir.path().join("round").join(kind.name("movie")), SIZE).unwrap_err().to_string();
        assert!(folder.contains("symbolic links") && folder.contains("round"), "{kind:?}: {folder}");
    }
}

#[test]
fn two_names_of_one_file_are_one_recording() {
    let dir = temp_dir::TempDir::new().unwrap();
    let real = dir.path().join("real");
    std::fs::create_dir(&real).unwrap();
    symlink("real", dir.path().join("folder")).unwrap();
    for kind in all("two names") {
        let name = kind.name(&format!("{kind:?}"));
        let mut others = vec![dir.path().join("folder").join(&name), real.join("../real").join(&name)];
        if kind != Kind::Png {
            symlink(real.join(&name), dir.path().join(&name)).unwrap();
            others.push(dir.path().join(&name));
        }
        let mut movie = kind.open(&real.join(&name), SIZE).unwrap();
        movie.write_frame(&picture(0, SIZE)).unwrap();
        for other in &others {
            let error = kind.open(other, SIZE).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Busy, "{kind:?}: {error}");
        }
        movie.finish().unwrap();
        let mut fig = Figure::pixels(SIZE.0, SIZE.1);
        for other in others {
            let error = kind.writer(25).saving_all(&mut fig, &[&real.join(&name), &other]).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Busy, "{kind:?}: {error}");
        }
        // the one that had begun is given up without a trace
        assert!(names(&real).iter().all(|name| !name.contains(".part")), "{kind:?}: {:?}", names(&real));
    }
}

#[test]
fn the_mode_of_a_file_that_is_replaced_is_kept() {
    let dir = temp_dir::TempDir::new().unwrap();
    let mode = |path: &Path| std::fs::metadata(path).unwrap().mode() & 0o7777;
    for kind in all("modes") {
        let path = kind.first_file(&dir.path().join(kind.name("movie")));
        std::fs::write(&path, "").unwrap();
        let usual = mode(&path);
        for private in [0o600, 0o640, 0o444, 0o400, 0o666] {
            std::fs::write(&path, "yesterday").unwrap();
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(private)).unwrap();
            let mut movie = kind.open(&dir.path().join(kind.name("movie")), SIZE).unwrap();
            movie.write_frame(&picture(0, SIZE)).unwrap();
            // nobody may read on the way what may not be read in the end
            for name in names(dir.path()).iter().filter(|name| name.contains(".part")) {
                assert_eq!(mode(&dir.path().join(name)) & 0o077, private & 0o077, "{kind:?}: {name}");
            }
            movie.finish().unwrap();
            assert_eq!(mode(&path), private, "{kind:?}");
        }
        std::fs::remove_file(&path).unwrap();
        kind.record(&dir.path().join(kind.name("movie")), 2, SIZE).unwrap();
        assert_eq!(mode(&path), usual, "{kind:?}");
        // through a link it is that of the target
        if kind != Kind::Png {
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
            let link = dir.path().join(kind.name("link"));
            symlink(&path, &link).unwrap();
            kind.record(&link, 2, SIZE).unwrap();
            assert_eq!(mode(&path), 0o600, "{kind:?}");
        }
        std::fs::read_dir(dir.path()).unwrap().for_each(|file| std::fs::remove_file(file.unwrap().path()).unwrap());
    }
    let path = dir.path().join("still.png");
    std::fs::write(&path, "").unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
    for frame in [false, true] {
        still(&path, frame).unwrap();
        assert_eq!(mode(&path), 0o600);
    }
}

/// Whether this process may give files away.
fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

#[test]
fn the_owner_of_a_file_that_is_replaced_is_kept() {
    if !is_root() {
        eprintln!("skipped files of others: only root can make them");
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    for kind in all("owners").into_iter().filter(|kind| *kind != Kind::Png) {
        let path = dir.path().join(kind.name("movie"));
        std::fs::write(&path, "theirs").unwrap();
        std::os::unix::fs::chown(&path, Some(1234), Some(4321)).unwrap();
        kind.record(&path, 2, SIZE).unwrap();
        let now = std::fs::metadata(&path).unwrap();
        assert_eq!((now.uid(), now.gid()), (1234, 4321), "{kind:?}");
        std::fs::remove_file(&path).unwrap();
    }
}

fn mkfifo(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// Reads to the end, in another thread. Each needs a pipe of its own: a program that is just being started elsewhere has the
/// reader's end open for a moment, too, and would pass for the next reader.
fn read(pipe: &Path) -> thread::JoinHandle<Vec<u8>> {
    let pipe = pipe.to_path_buf();
    thread::spawn(move || std::fs::read(pipe).unwrap())
}

#[test]
fn who_reads_a_pipe_gets_the_movie() {
    for kind in all("pipes").into_iter().filter(|kind| *kind != Kind::Png) {
        // the reader comes before the first frame, or later
        for early in [true, false] {
            let dir = temp_dir::TempDir::new().unwrap();
            let (pipe, link) = (dir.path().join(kind.name("pipe")), dir.path().join(kind.name("link")));
            mkfifo(&pipe);
            symlink(&pipe, &link).unwrap();
            let reader = early.then(|| read(&pipe));
            let mut movie = promptly("opening a pipe", || kind.open(if early { &pipe } else { &link }, SIZE)).unwrap();
            let error = kind.open(&pipe, SIZE).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Busy, "{kind:?}: {error}");
            (0..3).for_each(|k| movie.write_frame(&picture(k, SIZE)).unwrap());
            let reader = reader.unwrap_or_else(|| read(&pipe));
            (3..6).for_each(|k| movie.write_frame(&picture(k, SIZE)).unwrap());
            let receipt = promptly("filling a pipe", || movie.finish()).unwrap();
            let movie = reader.join().unwrap();
            assert_eq!(receipt.bytes, movie.len() as u64, "{kind:?}");
            assert!(std::fs::symlink_metadata(&pipe).unwrap().file_type().is_fifo() && is_link(&link));
            assert_eq!(names(dir.path()), [kind.name("link"), kind.name("pipe")], "{kind:?}");
            let copy = dir.path().join(kind.name("copy"));
            std::fs::write(&copy, movie).unwrap();
            kind.assert_shows(&copy, 6, SIZE);
        }
    }
}

#[test]
fn who_reads_a_pipe_is_told_of_the_end_when_there_is_no_movie() {
    for kind in all("pipes without a movie").into_iter().filter(|kind| *kind != Kind::Png) {
        for early in [true, false] {
            let dir = temp_dir::TempDir::new().unwrap();
            let pipe = dir.path().join(kind.name("pipe"));
            mkfifo(&pipe);
            let reader = early.then(|| read(&pipe));
            let mut movie = kind.open(&pipe, SIZE).unwrap();
            movie.write_frame(&picture(0, SIZE)).unwrap();
            promptly("giving up", || movie.abort());
            let reader = reader.unwrap_or_else(|| read(&pipe));
            assert!(promptly("reading", || reader.join()).unwrap().is_empty(), "{kind:?}");
        }
    }
}

#[test]
fn stills_and_frames_go_into_pipes() {
    for how in 0..4 {
        let dir = temp_dir::TempDir::new().unwrap();
        let (pipe, sequence) = (dir.path().join("s-00000.png"), dir.path().join("s-%05d.png"));
        mkfifo(&pipe);
        let reader = read(&pipe);
        match how {
            0 | 1 => still(&pipe, how == 1).unwrap(),
            2 => drop(Kind::Png.record(&sequence, 2, SIZE).unwrap()),
            _ => {
                let mut movie = Kind::Png.open(&sequence, SIZE).unwrap();
                movie.write_frame(&picture(0, SIZE)).unwrap();
                movie.abort();
            }
        }
        assert!(reader.join().unwrap().starts_with(b"\x89PNG"), "{how}");
        assert!(std::fs::symlink_metadata(&pipe).unwrap().file_type().is_fifo());
        assert_eq!(names(dir.path()).len(), if how == 2 { 2 } else { 1 }, "{how}");
    }
}

#[test]
fn devices_are_written_and_stay() {
    for kind in all("devices").into_iter().filter(|kind| *kind != Kind::Png) {
        let dir = temp_dir::TempDir::new().unwrap();
        let node = dir.path().join(kind.name("null"));
        // only root may make a device of its own
        let made = Command::new("mknod").arg(&node).args(["c", "1", "3"]).stderr(Stdio::null()).status();
        if !made.unwrap().success() {
            symlink("/dev/null", &node).unwrap();
        }
        let before = std::fs::metadata("/dev/null").unwrap();
        let movies = [0, 1].map(|_| kind.open(&node, SIZE).unwrap());
        for mut movie in movies {
            movie.write_frame(&picture(0, SIZE)).unwrap();
            assert!(movie.finish().unwrap().bytes > 0);
        }
        let (null, now) = (std::fs::metadata("/dev/null").unwrap(), std::fs::metadata(&node).unwrap());
        assert!(null.file_type().is_char_device() && null.mode() == before.mode() && now.rdev() == null.rdev());
        let full = dir.path().join(kind.name("full"));
        symlink("/dev/full", &full).unwrap();
        let error = kind.record(&full, 3, SIZE).unwrap_err();
        assert!(error.to_string().contains("full") && error.to_string().contains("No space left"), "{error}");
        // the movie is whole
        let Some(path) = error.kept() else { panic!("{kind:?}: {error}") };
        kind.assert_shows(path, 3, SIZE);
        std::fs::remove_file(path).unwrap();
        assert!(std::fs::metadata("/dev/full").unwrap().file_type().is_char_device());
    }
}

#[test]
fn what_can_never_be_a_movie_is_refused() {
    let dir = temp_dir::TempDir::new().unwrap();
    for kind in all("sockets") {
        let socket = kind.first_file(&dir.path().join(kind.name("socket")));
        let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        let error = kind.open(&dir.path().join(kind.name("socket")), SIZE).unwrap_err();
        assert!(error.to_string().contains("it is a socket"), "{kind:?}: {error}");
        std::fs::remove_file(socket).unwrap();
    }
    assert!(names(dir.path()).is_empty());
}

#[test]
#[ignore = "a child of other tests"]
fn child() {
    if told("OUT").is_none() {
        return;
    }
    let writer = GifWriter::new().fps(25);
    let mut movie = writer.open(told_path("OUT"), SIZE).unwrap();
    (0..4).for_each(|k| movie.write_frame(&picture(k, SIZE)).unwrap());
    movie.finish().unwrap();
    // before the test program prints more, over the movie
    std::process::exit(0);
}

/// Standard output, as a file and as a pipe, under each of its names.
#[test]
fn standard_output_takes_a_movie() {
    if !Path::new("/proc/self/fd/1").exists() {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    for name in ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"] {
        for how in ["exec \"$@\" > \"$FILE\"", "\"$@\" | cat > \"$FILE\""] {
            // what the test program itself prints comes before and after
            let file = dir.path().join("out.gif");
            let told = [("OUT", name.as_ref())];
            let through = ["sh", "-c", how, "sh"];
            Child::start_in(&through, "faults::places::child", &told, &[("FILE", Some(file.as_os_str()))]).succeed();
            let bytes = std::fs::read(&file).unwrap();
            let begin = bytes.windows(6).position(|bytes| bytes == b"GIF89a").expect("a movie");
            std::fs::write(&file, &bytes[begin..]).unwrap();
            assert_eq!(Video::open(&file).unwrap().frames().map(Result::unwrap).count(), 4, "{name}, {how}");
            assert_eq!(names(dir.path()), ["out.gif"]);
            std::fs::remove_file(file).unwrap();
        }
    }
}
