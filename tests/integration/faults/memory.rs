//! Memory does not depend on how many frames there are.

use super::kinds::{Kind, all};
use super::process::{Child, kilobytes, say, told, told_path};
use crate::tools::thorough;

const SIZE: (u32, u32) = (64, 48);

#[test]
#[ignore = "a child of other tests"]
fn child() {
    let Some(kind) = told("KIND").map(|name| Kind::named(&name)) else { return };
    let path = told_path("PATH");
    for frames in told("FRAMES").unwrap().split(' ') {
        kind.record(&path, frames.parse().unwrap(), SIZE).unwrap();
        say(kilobytes("VmHWM"));
    }
}

/// With `GRABFRAME_LONG` the longer movie has 100,000 frames.
#[test]
fn many_times_the_frames_take_the_same_memory() {
    let long = std::env::var_os("GRABFRAME_LONG").is_some();
    let (few, many) = if long {
        (1_000, 100_000)
    } else if thorough() {
        (500, 5_000)
    } else {
        (300, 1_500)
    };
    for kind in all("memory") {
        let dir = temp_dir::TempDir::new().unwrap();
        let (name, path, frames) = (format!("{kind:?}"), dir.path().join(kind.name("movie")), format!("{few} {many}"));
        let told = [("KIND", name.as_ref()), ("PATH", path.as_os_str()), ("FRAMES", frames.as_ref())];
        // the most that there ever was, after the first and after the second
        let said = Child::start("faults::memory::child", &told).succeed();
        let [less, more] = [0, 1].map(|k| said[k].parse::<u64>().unwrap());
        eprintln!("{kind:?}: {less} kB for {few} frames, {more} kB for {many}");
        assert!(more <= less + 5 * 1024, "{kind:?}: {less} kB for {few} frames, {more} kB for {many}");
    }
}
