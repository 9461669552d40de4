//! Hundreds of recordings leave nothing behind.

use std::time::{Duration, Instant};

use super::kinds::{Kind, all};
use super::process::{Child, children, kilobytes, told, told_path};

#[test]
#[ignore = "a child of other tests"]
fn child() {
    let Some(kind) = told("KIND").map(|name| Kind::named(&name)) else { return };
    let rounds: u32 = told("ROUNDS").unwrap().parse().unwrap();
    let folder = told_path("PATH");
    let count = |what: &str| std::fs::read_dir(format!("/proc/self/{what}")).map_or(0, Iterator::count);
    let record = |round: u32| {
        let path = folder.join(kind.name(&format!("{}", round % 7)));
        match round % 5 {
            // every way to end
            0 => kind.open(&path, (16, 16)).unwrap().abort(),
            1 => assert!(kind.open(&path, (16, 16)).unwrap().finish().is_err()),
            2 => assert!(kind.open(&folder.join("no").join(kind.name("movie")), (16, 16)).is_err()),
            _ => drop(kind.record(&path, 2, (16, 16)).unwrap()),
        }
    };
    let counts = || [count("fd"), count("task"), children(std::process::id()).len()];
    // threads that have said their last word need a moment to be gone
    let settled = |want: Option<[usize; 3]>| {
        let end = Instant::now() + Duration::from_secs(3);
        loop {
            std::thread::sleep(Duration::from_millis(20));
            let now = counts();
            if want.is_none_or(|want| want == now) || Instant::now() > end {
                return now;
            }
        }
    };
    // until every thread that encodes has had its part of the allocator's memory, which it keeps
    (0..(rounds / 4).max(10)).for_each(record);
    std::thread::sleep(Duration::from_millis(100));
    let (before, kilobytes_before) = (settled(None), kilobytes("VmRSS"));
    (0..rounds).for_each(record);
    let after = settled(Some(before));
    assert_eq!(before, after, "{kind:?}: descriptors, threads, children");
    let grown = kilobytes("VmRSS").saturating_sub(kilobytes_before);
    assert!(grown < 4096, "{kind:?}: {grown} kB more after {rounds} recordings");
}

/// With `GRABFRAME_LONG` also 300 of each through ffmpeg.
#[test]
fn hundreds_of_recordings_leave_nothing() {
    if !crate::tools::have_time("hundreds of recordings") {
        return;
    }
    let long = std::env::var_os("GRABFRAME_LONG").is_some();
    for kind in all("hundreds of recordings") {
        let dir = temp_dir::TempDir::new().unwrap();
        let rounds = if kind.ffmpeg() && !long { "40" } else { "300" };
        let name = format!("{kind:?}");
        let told = [("KIND", name.as_ref()), ("PATH", dir.path().as_os_str()), ("ROUNDS", rounds.as_ref())];
        Child::start("faults::many::child", &told).succeed();
    }
}
