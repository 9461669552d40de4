//! Ctrl-C.

use std::os::unix::process::ExitStatusExt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use grabframe::Writer;

use super::killed::{may_lack, size};
use super::kinds::{Kind, all, names, picture};
use super::process::{Child, await_end, children, say, signal, told, told_path};

/// Records until somebody says so, or for ever.
#[test]
#[ignore = "a child of other tests"]
fn child() {
    let Some(kind) = told("KIND").map(|name| Kind::named(&name)) else { return };
    let stop = Arc::new(AtomicBool::new(false));
    std::thread::spawn({
        let stop = Arc::clone(&stop);
        move || {
            let _ = std::io::stdin().read_line(&mut String::new());
            stop.store(true, Ordering::Relaxed);
        }
    });
    let mut movie = kind.writer(50).open(told_path("PATH"), size(kind)).unwrap();
    let end = Instant::now() + Duration::from_secs(60);
    while !stop.load(Ordering::Relaxed) && Instant::now() < end {
        movie.write_frame(&picture(movie.frames() as u32, size(kind))).unwrap();
        say(movie.frames());
        std::thread::sleep(Duration::from_millis(5));
    }
    movie.finish().unwrap();
    say("finished");
}

/// A recording that has taken forty pictures, and its ffmpeg.
fn running(kind: Kind, through: &[&str], path: &std::path::Path) -> (Child, Vec<u32>) {
    let name = format!("{kind:?}");
    let told = [("KIND", name.as_ref()), ("PATH", path.as_os_str())];
    let mut child = Child::start_in(through, "faults::signals::child", &told, &[]);
    while child.hear().expect("it runs") != "40" {}
    let ffmpeg = children(child.id());
    assert_eq!(ffmpeg.len(), usize::from(kind.ffmpeg()), "{kind:?}");
    (child, ffmpeg)
}

#[test]
fn an_interrupt_ends_the_program_and_not_the_movie() {
    // a program that runs in the background of a script ignores interrupts, and so do its children
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:")?.trim().chars().last()?.to_digit(16));
    let through: &[&str] = if ignored.unwrap_or(0) & 2 == 0 { &[] } else { &["env", "--default-signal=INT"] };
    let dir = temp_dir::TempDir::new().unwrap();
    std::thread::scope(|scope| {
        for kind in all("an interrupt") {
            let path = dir.path().join(kind.name(&format!("{kind:?}")));
            scope.spawn(move || {
                let (child, ffmpeg) = running(kind, through, &path);
                signal("INT", -i64::from(child.id()));
                let (status, said) = child.end();
                assert_eq!(status.signal(), Some(2), "{kind:?}: {status}");
                await_end(&ffmpeg);
                let handed = said.last().map_or(40, |k| k.parse::<usize>().unwrap());
                let part = path.with_file_name(kind.part(&format!("{kind:?}")));
                let Some(shown) = kind.shown(&part, size(kind)) else { return };
                assert!(shown.len() + may_lack(kind).min(5) >= handed, "{kind:?}: {} of {handed}", shown.len());
            });
        }
    });
}

#[test]
fn a_program_that_handles_it_has_a_whole_movie() {
    // the program itself takes no notice; whatever it has started must not either
    let deaf = ["sh", "-c", "trap '' INT; exec \"$@\"", "sh"];
    let dir = temp_dir::TempDir::new().unwrap();
    std::thread::scope(|scope| {
        for kind in all("an interrupt that is handled") {
            let folder = dir.path().join(format!("{kind:?}"));
            std::fs::create_dir(&folder).unwrap();
            let path = folder.join(kind.name("movie"));
            scope.spawn(move || {
                let (mut child, ffmpeg) = running(kind, &deaf, &path);
                signal("INT", -i64::from(child.id()));
                std::thread::sleep(Duration::from_millis(50));
                child.tell("stop");
                let said = child.succeed();
                let [.., frames, last] = said.as_slice() else { panic!("{said:?}") };
                assert_eq!(last, "finished", "{kind:?}");
                await_end(&ffmpeg);
                kind.assert_shows(&path, frames.parse().unwrap(), size(kind));
                assert!(kind == Kind::Png || names(&folder).len() == 1, "{kind:?}: {:?}", names(&folder));
            });
        }
    });
}
