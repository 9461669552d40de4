//! Disks that are full, or cannot be written.
//!
//! A child makes small ones in a mount space of its own, where it may; they are gone with it, whatever happens.

use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use super::kinds::{Kind, all, names, noise, picture, promptly};
use super::process::{Child, told, told_path};

const SIZE: (u32, u32) = (48, 48);
const FRAMES: u32 = 24;

/// How a program with disks of its own is started; `None`, with a word on what is skipped, where that is not permitted.
fn with_disks() -> Option<&'static [&'static str]> {
    static HOW: OnceLock<Option<&[&str]>> = OnceLock::new();
    *HOW.get_or_init(|| {
        // as some user who is root there, or as root
        let ways: [&[&str]; 2] = [&["unshare", "-rm"], &["unshare", "-m"]];
        let works = |way: &&[&str]| {
            let try_it = ["sh", "-c", "mount -t tmpfs -o size=64k tmpfs /tmp"];
            Command::new(way[0]).args(&way[1..]).args(try_it).output().is_ok_and(|out| out.status.success())
        };
        let how = ways.into_iter().find(works);
        if how.is_none() {
            eprintln!("skipped what needs small disks: mounting is not permitted here");
        }
        how
    })
}

/// Does it with a disk of so many bytes in that place.
fn mounted<T>(place: &Path, options: &str, work: impl FnOnce() -> T) -> T {
    let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(place).status();
    assert!(mounted.unwrap().success());
    let done = work();
    assert!(Command::new("umount").arg(place).status().unwrap().success());
    done
}

fn record(kind: Kind, path: &Path) -> grabframe::Result<grabframe::Receipt> {
    let mut movie = kind.open(path, SIZE)?;
    for k in 0..FRAMES {
        movie.write_frame(&noise(k, SIZE))?;
    }
    promptly("finishing on a full disk", || movie.finish())
}

/// How many bytes of a disk the files of a folder take, in pages.
fn pages(folder: &Path) -> u64 {
    let bytes = |name: &String| std::fs::metadata(folder.join(name)).unwrap().len();
    names(folder).iter().map(|name| bytes(name).div_ceil(4096)).sum()
}

#[test]
#[ignore = "a child of other tests"]
fn child() {
    let Some(kind) = told("KIND").map(|name| Kind::named(&name)) else { return };
    let (room, disk) = (temp_dir::TempDir::new().unwrap(), told_path("PATH"));
    if told("READ_ONLY").is_some() {
        mounted(&disk, "ro", || {
            let error = promptly("opening", || kind.open(&disk.join(kind.name("movie")), SIZE)).unwrap_err();
            let words = error.to_string();
            assert!(words.contains("movie") && words.contains("Read-only file system"), "{kind:?}: {words}");
        });
        return;
    }
    record(kind, &room.path().join(kind.name("movie"))).unwrap();
    let whole = pages(room.path());
    assert!(whole > 10, "{kind:?}: {whole} pages are too few to be filled at several points");
    let mut failures = 0;
    for percent in [0, 5, 20, 40, 60, 80, 90, 95, 100, 105, 120, 210] {
        // one page for yesterday's file, or what stands beside
        let size = 4096 * (1 + (whole * percent / 100).max(1));
        mounted(&disk, &format!("size={size}"), || {
            let path = disk.join(kind.name("movie"));
            let old = if kind == Kind::Png { disk.join("other.png") } else { path.clone() };
            std::fs::write(&old, "yesterday").unwrap();
            let outcome = record(kind, &path);
            let at = format!("{kind:?}, room for {percent} %");
            match outcome {
                Ok(receipt) => {
                    assert!(percent >= 90, "{at}: it says {receipt}");
                    let shown = kind.shown(&path, SIZE).map_or(FRAMES as usize, |shown| shown.len());
                    assert_eq!(shown, FRAMES as usize, "{at}");
                    assert!(names(&disk).iter().all(|name| !name.contains(".part")), "{at}: {:?}", names(&disk));
                }
                Err(error) => {
                    failures += 1;
                    assert!(percent < 210, "{at}: {error}");
                    let words = error.to_string();
                    assert!(words.contains("movie"), "{at}: {words}");
                    assert!(words.contains("No space left on device"), "{at}: {words}");
                    assert_eq!(std::fs::read(&old).unwrap(), b"yesterday", "{at}");
                }
            }
        });
    }
    assert!(failures >= 6, "{kind:?}: only {failures} failures");
}

/// Runs the child for every kind, two at a time.
fn children(test: &str, more: &[(&str, &str)]) {
    let Some(through) = with_disks() else { return };
    let dir = temp_dir::TempDir::new().unwrap();
    for pair in all(test).chunks(2) {
        std::thread::scope(|scope| {
            for kind in pair {
                let place = dir.path().join(format!("{kind:?}"));
                std::fs::create_dir(&place).unwrap();
                scope.spawn(move || {
                    let name = format!("{kind:?}");
                    let mut told = vec![("KIND", name.as_ref()), ("PATH", place.as_os_str())];
                    told.extend(more.iter().map(|(key, value)| (*key, value.as_ref())));
                    Child::start_in(through, "faults::disk::child", &told, &[]).succeed();
                    // the disk was another one
                    assert!(names(&place).is_empty());
                });
            }
        });
    }
}

#[test]
fn a_full_disk_is_told_and_yesterdays_file_stays() {
    if !crate::tools::have_time("full disks") {
        return;
    }
    children("a full disk", &[]);
}

#[test]
fn a_disk_that_cannot_be_written_is_told_before_the_first_frame() {
    children("a disk that cannot be written", &[("READ_ONLY", "1")]);
}

/// As on a system without tricks: the file that is written can take nothing.
#[test]
fn a_file_that_takes_nothing_is_told() {
    let dir = temp_dir::TempDir::new().unwrap();
    if !Path::new("/dev/full").exists() {
        return;
    }
    let path = dir.path().join("movie.gif");
    std::os::unix::fs::symlink("/dev/full", dir.path().join("movie.part.gif")).unwrap();
    std::fs::write(&path, "yesterday").unwrap();
    let mut movie = Kind::Gif.open(&path, SIZE).unwrap();
    let error = (0..100).find_map(|k| movie.write_frame(&picture(k, SIZE)).err()).expect("it is full");
    assert!(error.to_string().contains("movie.gif") && error.to_string().contains("No space left"), "{error}");
    drop(movie);
    assert_eq!(std::fs::read(&path).unwrap(), b"yesterday");
}
