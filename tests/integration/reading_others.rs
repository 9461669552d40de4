//! Files that others wrote, and bytes that nobody meant.

use std::path::{Path, PathBuf};

use grabframe::{Frame, Video};

use crate::tools::{decode, decode_gif, have, lcg, thorough};

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/reading").join(name)
}

/// The frames that Chromium's decoder, or for WebP Pillow's, shows over white: stored below each other in one picture.
fn expected(name: &str, height: u32) -> Vec<Frame> {
    let strip = Frame::open(data(name)).unwrap();
    let bytes = (strip.width() * height * 3) as usize;
    strip.as_rgb().chunks(bytes).map(|rgb| Frame::from_rgb(strip.width(), height, rgb.to_vec())).collect()
}

/// The largest difference of any channel.
fn off(a: &Frame, b: &Frame) -> u8 {
    assert_eq!(a.size(), b.size());
    a.as_rgb().iter().zip(b.as_rgb()).map(|(a, b)| a.abs_diff(*b)).max().unwrap()
}

/// Disposals, offsets, transparency, interlacing, palettes of 1 to 8 bits; translucent pixels are rounded once by us and
/// twice by a program that keeps the transparency.
#[test]
fn what_others_wrote_is_seen_as_a_browser_sees_it() {
    for (name, frames, delays, slack) in [
        ("disposal.gif", "disposal_gif_frames.png", &[100, 100, 50, 100, 2500, 30, 40, 70, 20, 110, 1000][..], 0),
        ("pillow.gif", "pillow_gif_frames.png", &[100, 50, 30, 200, 40, 70], 0),
        ("over.png", "over_png_frames.png", &[100, 50, 30, 200, 40, 70], 2),
        ("apart.png", "apart_png_frames.png", &[40; 6], 2),
        ("indexed.png", "indexed_png_frames.png", &[40; 6], 0),
        ("pillow.webp", "pillow_webp_frames.png", &[100, 50, 30, 200, 40, 70], 0),
        ("disposal.webp", "disposal_webp_frames.png", &[40, 100, 1, 5, 1000, 20, 16_777_215], 1),
        ("lossy.webp", "lossy_webp_frames.png", &[40; 6], 0),
        ("ffmpeg.webp", "ffmpeg_webp_frames.png", &[40; 6], 0),
        ("still.webp", "still_webp_frames.png", &[33], 0),
    ] {
        let video = Video::open(data(name)).unwrap();
        assert_eq!(video.frame_count(), Some(delays.len() as u64), "{name}");
        let shown: Vec<_> = video.timed_frames().map(Result::unwrap).collect();
        let want = expected(frames, 28);
        assert_eq!((shown.len(), want.len()), (delays.len(), delays.len()), "{name}");
        let mut time = 0;
        for (k, shown) in shown.iter().enumerate() {
            let off = off(&shown.frame, &want[k]);
            assert!(off <= slack, "{name}, frame {k}: off by {off}");
            assert_eq!((shown.time.as_millis(), shown.duration.as_millis()), (time, delays[k]), "{name}, frame {k}");
            time += delays[k];
        }
        assert_eq!(video.duration().as_millis(), time, "{name}");
    }
    assert_eq!(Video::open(data("pillow.gif")).unwrap().metadata_value("comment"), Some("by Pillow"));
    let video = Video::open(data("over.png")).unwrap();
    for (key, value) in [("title", "A walk"), ("author", "Käte"), ("comment", "packed")] {
        assert_eq!(video.metadata_value(key), Some(value));
    }
    for name in ["pillow.webp", "lossy.webp"] {
        let video = Video::open(data(name)).unwrap();
        for (key, value) in [("title", "A walk"), ("artist", "Käte"), ("comment", "by Pillow"), ("source", "by hand")]
        {
            assert_eq!(video.metadata_value(key), Some(value), "{name}");
        }
    }
    for (name, fps) in [("apart.png", 25), ("lossy.webp", 25), ("ffmpeg.webp", 25), ("still.webp", 30)] {
        assert_eq!(Video::open(data(name)).unwrap().fps(), fps.into(), "{name}");
    }
}

#[test]
fn an_optimised_gif_is_the_same_movie() {
    if !have("ffmpeg", "GIFs by others") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("made.gif");
    crate::reading::ffmpeg(&["-f", "lavfi", "-i", "testsrc=size=96x64:rate=10:duration=1.5", path.to_str().unwrap()]);
    let want = decode(&path, 96, 64);
    let read = |path: &Path| Video::open(path).unwrap().frames().map(Result::unwrap).collect::<Vec<_>>();
    assert!(read(&path) == want);
    assert!(decode_gif(&path).into_iter().map(|(frame, _)| frame).eq(read(&path)));
    if !have("gifsicle", "GIFs by gifsicle") {
        return;
    }
    for options in [&["-O3"][..], &["--unoptimize"], &["--interlace", "-O2"], &["--unoptimize", "--disposal=previous"]]
    {
        let other = dir.path().join("other.gif");
        let done = std::process::Command::new("gifsicle").args(options).arg(&path).arg("-o").arg(&other).status();
        assert!(done.unwrap().success());
        assert!(read(&other) == want, "{options:?}");
    }
}

/// Small files of every kind that is read in process.
fn seeds() -> Vec<(&'static str, Vec<u8>)> {
    let names = ["disposal.gif", "pillow.gif", "over.png", "apart.png", "indexed.png"];
    let webp = ["pillow.webp", "disposal.webp", "lossy.webp"];
    names.iter().chain(&webp).map(|name| (*name, std::fs::read(data(name)).unwrap())).collect()
}

/// Reads all there is, but not more than so many pixels: a small file may claim a large size, which is allowed.
fn exhaust(path: &Path) -> (usize, bool) {
    let Ok(mut video) = Video::open(path) else { return (0, true) };
    let size = video.size();
    let pixels = (u64::from(size.width) * u64::from(size.height)).max(1);
    assert!(pixels <= 1 << 26, "{size}");
    let most = ((1 << 22) / pixels).clamp(1, 100) as usize;
    let (mut good, mut failed) = (0, false);
    for item in video.timed_frames().take(most) {
        assert!(!failed, "something came after an error");
        match item {
            Ok(shown) => {
                assert_eq!(shown.frame.size(), size);
                good += 1;
            }
            Err(error) => {
                failed = true;
                assert!(!error.to_string().is_empty());
            }
        }
    }
    let _ = video.seek(0.2).map(|()| video.frames().take(2).count());
    (good, failed)
}

#[test]
fn no_bytes_make_it_panic_or_hang() {
    let dir = temp_dir::TempDir::new().unwrap();
    let (mut whole, mut broken) = (0, 0);
    let cases = if thorough() { 500 } else { 60 };
    for (n, (name, bytes)) in seeds().into_iter().enumerate() {
        let path = dir.path().join(name);
        for case in 0..cases {
            let random = lcg(40, case * 7 + n as u32);
            let pick = |i: usize, below: usize| (random[i] * below as f64) as usize;
            let mut bytes = bytes.clone();
            // the first bytes say what it is; the rest may become anything
            let head = if name.ends_with("webp") { 12 } else { 8 };
            for change in 0..1 + pick(0, 4) {
                let at = head + pick(change * 4 + 1, bytes.len() - head);
                match pick(change * 4 + 2, 5) {
                    0 => bytes[at] ^= 1 << pick(change * 4 + 3, 8),
                    1 => bytes[at] = pick(change * 4 + 3, 256) as u8,
                    2 => bytes[at] = [0, 0xFF, 0x2C, 0x21, 0x3B][pick(change * 4 + 3, 5)],
                    3 => {
                        let length = pick(change * 4 + 4, 12).min(bytes.len() - at);
                        bytes.drain(at..at + length);
                    }
                    _ => {
                        let other = bytes[head + pick(change * 4 + 4, bytes.len() - head)..].to_vec();
                        bytes.splice(at..at, other.into_iter().take(9));
                    }
                }
            }
            if name.ends_with("png") && case % 2 == 0 {
                mend(&mut bytes);
            }
            std::fs::write(&path, &bytes).unwrap();
            let (good, failed) = exhaust(&path);
            whole += good;
            broken += usize::from(failed);
        }
    }
    // the mutations are neither all harmless nor all fatal
    let (good, bad) = (cases as usize * 4, cases as usize * 7 / 10);
    assert!(whole > good && broken > bad, "{whole} frames, {broken} errors");
}

/// Corrects the checksums of a PNG, so that what is behind them is reached.
fn mend(bytes: &mut [u8]) {
    let mut at = 8;
    while let Some(head) = bytes.get(at..at + 8) {
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
        let end = at + 8 + length;
        let Some(body) = bytes.get(at + 4..end) else { return };
        let crc = !body.iter().fold(!0_u32, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 })
        });
        let Some(place) = bytes.get_mut(end..end + 4) else { return };
        place.copy_from_slice(&crc.to_be_bytes());
        at = end + 4;
    }
}

#[test]
fn cut_anywhere_it_gives_the_frames_that_are_whole() {
    let dir = temp_dir::TempDir::new().unwrap();
    for (name, bytes) in seeds() {
        let path = dir.path().join(name);
        std::fs::write(&path, &bytes).unwrap();
        let all: Vec<Frame> = Video::open(&path).unwrap().frames().map(Result::unwrap).collect();
        let mut before = 0;
        // those have more bytes, and take longer
        let (head, step) = if name.ends_with("webp") { (12, 7) } else { (8, 1) };
        let step = if thorough() { step } else { step * 9 + 2 };
        for length in (head..bytes.len() - 1).step_by(step).chain([bytes.len() - 1]) {
            std::fs::write(&path, &bytes[..length]).unwrap();
            let Ok(video) = Video::open(&path) else {
                assert_eq!(before, 0, "{name} of {length} bytes");
                continue;
            };
            let items: Vec<_> = video.frames().collect();
            let good = items.iter().take_while(|item| item.is_ok()).count();
            assert!(items.len() - good <= 1, "{name} of {length} bytes");
            for (item, frame) in items[..good].iter().zip(&all) {
                assert!(item.as_ref().unwrap() == frame, "{name} of {length} bytes");
            }
            assert!(good >= before, "{name}: {length} bytes give {good} frames, one less gave {before}");
            before = good;
        }
        assert_eq!(before, all.len(), "{name}: without its last bytes");
    }
}
