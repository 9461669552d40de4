//! Memory does not depend on how many frames there are.

use super::kinds::{Kind, all};
use super::process::{Child, kilobytes, say, told, told_path};

const SIZE: (u32, u32) = (64, 48);

#[test]
#[ignore = "a child of other tests"]
fn child() {
    let Some(kind) = told("KIND").map(|name| Kind::named(&name)) else { return };
    let frames: u32 = told("FRAMES").unwrap().parse().unwrap();
    kind.record(&told_path("PATH"), frames, SIZE).unwrap();
    say(kilobytes("VmHWM"));
}

/// The most memory that a recording of so many frames took, in kilobytes.
fn most(kind: Kind, frames: u32) -> u64 {
    let dir = tempfile::tempdir().unwrap();
    let (name, path, frames) = (format!("{kind:?}"), dir.path().join(kind.name("movie")), frames.to_string());
    let told = [("KIND", name.as_ref()), ("PATH", path.as_os_str()), ("FRAMES", frames.as_ref())];
    Child::start("faults::memory::child", &told).succeed()[0].parse().unwrap()
}

/// With `GRABFRAME_LONG` the longer movie has 100,000 frames.
#[test]
fn ten_times_the_frames_take_the_same_memory() {
    let long = std::env::var_os("GRABFRAME_LONG").is_some();
    let (few, many) = if long { (1_000, 100_000) } else { (500, 5_000) };
    for kind in all("memory") {
        let (less, more) = (most(kind, few), most(kind, many));
        eprintln!("{kind:?}: {less} kB for {few} frames, {more} kB for {many}");
        assert!(more <= less + 5 * 1024, "{kind:?}: {less} kB for {few} frames, {more} kB for {many}");
    }
}
