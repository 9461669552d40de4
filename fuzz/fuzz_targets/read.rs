//! Arbitrary bytes behind the first letters of a GIF or a PNG: `cargo +nightly fuzz run read tests/data/reading`.
//!
//! Whatever is in them, reading ends, does not panic, and gives frames of the size that the file says, until an error.
//! The first byte chooses the kind, unless the bytes are a file of one of them already.

#![no_main]

use grabframe::Video;
use libfuzzer_sys::fuzz_target;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

fuzz_target!(|data: &[u8]| {
    thread_local!(static FOLDER: tempfile::TempDir = tempfile::tempdir().expect("a folder"));
    let known = data.starts_with(b"GIF8") || data.starts_with(PNG);
    let head = match data.first() {
        _ if known => &b""[..],
        Some(first) if first % 2 == 0 => b"GIF89a",
        _ => PNG,
    };
    FOLDER.with(|folder| {
        let path = folder.path().join("movie");
        std::fs::write(&path, [head, data].concat()).expect("writes");
        let Ok(mut video) = Video::open(&path) else { return };
        let size = video.size();
        let pixels = u64::from(size.width) * u64::from(size.height);
        // a small file may claim a large size, which is allowed, but takes its time
        let most = ((1 << 20) / pixels).clamp(1, 50) as usize;
        for frame in video.frames().take(most) {
            let Ok(frame) = frame else { break };
            assert_eq!(frame.size(), size);
        }
        if video.seek(0.15).is_ok() {
            let _ = video.frames().next();
        }
    });
});
