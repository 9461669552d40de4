//! Arbitrary bytes behind the first letters of a GIF, a PNG or a WebP.
//!
//! Whatever is in them, reading ends, does not panic, and gives frames of the size that the file says, until an error.
//! The first byte chooses the kind, unless the bytes are a file of one of them already.

#![no_main]

use grabframe::Video;
use libfuzzer_sys::fuzz_target;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

fuzz_target!(|data: &[u8]| {
    thread_local!(static FOLDER: tempfile::TempDir = grabframe_fuzz::folder());
    let webp = data.starts_with(b"RIFF") && data.get(8..12) == Some(b"WEBP");
    let known = webp || data.starts_with(b"GIF8") || data.starts_with(PNG);
    let head = match data.first() {
        _ if known => &b""[..],
        Some(first) if first % 3 == 0 => b"GIF89a",
        Some(first) if first % 3 == 1 => b"RIFF\xff\xff\0\0WEBP",
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
        let (mut shown, mut failed) = (0, false);
        for frame in video.frames().take(most) {
            assert!(!failed, "something came after an error");
            match frame {
                Ok(frame) => {
                    assert_eq!(frame.size(), size);
                    shown += 1;
                }
                Err(_) => failed = true,
            }
        }
        if let Some(count) = video.frame_count() {
            // a picture whose end is missing does not count, but its pixels may all be there
            assert!(failed || shown == count.min(most as u64), "{shown} frames of {count}, and no error");
        }
        if video.seek(0.15).is_ok() {
            let _ = video.frames().next();
        }
    });
});
