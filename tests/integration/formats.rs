//! Formats that are written in process, decoded by programs that are not ours.

use std::path::{Path, PathBuf};
use std::process::Command;

use grabframe::prelude::*;
use grabframe::{ErrorKind, Receipt};

use crate::tools::{decode, have, lcg, probe, psnr, thorough, value};

/// What Pillow says of a file.
struct Pillow {
    /// Every image, composed, with its time in milliseconds.
    images: Vec<(Frame, f64)>,
    /// What else there is: `key=value` lines.
    info: String,
}

/// Asks Pillow; `None`, with a word on the test that is skipped, if it is not installed.
fn pillow(path: &Path, test: &str) -> Option<Pillow> {
    const SCRIPT: &str = "
import struct, sys
from PIL import Image
im, out = Image.open(sys.argv[1]), sys.stdout.buffer
for i in range(getattr(im, 'n_frames', 1)):
    im.seek(i)
    rgb = im.convert('RGB')
    out.write(struct.pack('<IId', *rgb.size, im.info.get('duration', 0)) + rgb.tobytes())
info = dict(im.info, xmp=im.info.get('xmp', b'').decode(), **getattr(im, 'text', {}))
open(sys.argv[2], 'w', encoding='utf-8').write(''.join(f'{k}={v}\\n' for k, v in info.items()))
";
    let there = Command::new("python3").args(["-c", "import PIL.Image"]).output().is_ok_and(|o| o.status.success());
    if !there {
        assert!(std::env::var_os("GRABFRAME_CI").is_none(), "Pillow is missing in CI");
        eprintln!("skipped {test}: python3 with Pillow was not found");
        return None;
    }
    let info = path.with_extension("info");
    let out = Command::new("python3").args(["-c", SCRIPT]).arg(path).arg(&info).output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let mut rest = out.stdout.as_slice();
    let mut images = Vec::new();
    while let Some((head, body)) = rest.split_first_chunk::<16>() {
        let [width, height] = [0, 4].map(|at| u32::from_le_bytes(head[at..at + 4].try_into().unwrap()));
        let millis = f64::from_le_bytes(head[8..].try_into().unwrap());
        let (rgb, after) = body.split_at((width * height * 3) as usize);
        images.push((Frame::from_rgb(width, height, rgb.to_vec()), millis));
        rest = after;
    }
    Some(Pillow { images, info: std::fs::read_to_string(info).unwrap() })
}

/// The kinds of pictures that [`record`] makes; where time is short, the walk alone.
fn kinds() -> std::ops::Range<usize> {
    0..if thorough() { 3 } else { 1 }
}

/// A random walk with a title, five lines of the colour cycle, or a heatmap, by `kind`: 24 frames, of which the second and
/// third are the same.
fn record(writer: &impl Writer, path: &Path, kind: usize, hold: f64) -> (Receipt, Vec<Frame>) {
    let mut fig = Figure::pixels(480, 360);
    let ax = fig.add_axes();
    let (x, y) = (lcg(24, 1), lcg(24, 2));
    let line = fig[ax].add(Line::empty().fmt("k-o").markersize(3.0));
    let map = ndarray::Array2::from_shape_fn((64, 64), |(r, c)| (r as f64 / 9.0).sin() * (c as f64 / 7.0).cos());
    match kind {
        0 => _ = fig[ax].set_xlim(0.0, 1.0).set_ylim(0.0, 1.0),
        1 => (0..5).for_each(|k| _ = fig[ax].plot([0.0, 24.0], [f64::from(k), f64::from(k) + 0.7])),
        _ => {
            let image = fig[ax].add(Image::new(&map));
            fig.colorbar(image);
        }
    }
    let mut movie = writer.saving(&mut fig, path).unwrap();
    let mut stills = Vec::new();
    for step in 0..24 {
        if step != 2 {
            movie[line].set_data(&x[..step], &y[..step]);
            movie[ax].set_title(format!("step {step}"));
        }
        movie.grab_frame().unwrap();
        stills.push(movie.figure().render());
        if step == 10 {
            movie.hold(hold).unwrap();
        }
    }
    (movie.finish().unwrap(), stills)
}

fn only(dir: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()).collect();
    found.sort();
    found
}

#[test]
fn animated_png_and_webp_are_exact_in_pixels_and_time() {
    for (name, tick) in [("a.apng", 1.0), ("a.webp", 1.0)] {
        for kind in kinds() {
            let dir = temp_dir::TempDir::new().unwrap();
            let path = dir.path().join(name);
            let writer = AutoWriter::new().fps(29.97).metadata("title", "Größe α").metadata("artist", "me");
            let (receipt, mut stills) = record(&writer, &path, kind, 0.25);
            assert_eq!((receipt.frames, receipt.bytes), (24, std::fs::metadata(&path).unwrap().len()));
            assert!(receipt.notes.is_empty(), "{:?}", receipt.notes);
            assert_eq!(only(dir.path()), std::slice::from_ref(&path));
            let Some(seen) = pillow(&path, name) else { return };
            stills.remove(2);
            assert_eq!(seen.images.len(), 23, "{name}");
            for (k, ((got, _), want)) in seen.images.iter().zip(&stills).enumerate() {
                assert!(got == want, "{name}, kind {kind}: image {k} is not still {k}");
            }
            let frame = 1001.0 / 30.0;
            for (k, (_, millis)) in seen.images.iter().enumerate() {
                let want = [frame, 2.0 * frame, frame + 250.0][usize::from(k == 1) + 2 * usize::from(k == 9)];
                assert!((millis - want).abs() <= tick, "{name}, image {k}: {millis} ms for {want}");
            }
            let total: f64 = seen.images.iter().map(|(_, millis)| millis).sum();
            assert!((total - 24.0 * frame - 250.0).abs() <= tick, "{name}: {total} ms");
            assert!(seen.info.contains("Größe α") && seen.info.contains("me"), "{}", seen.info);
            assert!(seen.info.contains("loop=0"), "{}", seen.info);
        }
    }
}

#[test]
fn ffmpeg_decodes_an_animated_png() {
    if !have("ffmpeg", "APNG") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("a.apng");
    let (_, mut stills) = record(&ApngWriter::new().fps(25).metadata("title", "Walk"), &path, 0, 0.0);
    // at its own rate ffmpeg repeats the image that stays
    let decoded = decode(&path, 480, 360);
    assert!(decoded == stills, "{} frames", decoded.len());
    // as a still it is the first frame
    assert!(Frame::open(&path).unwrap() == stills.swap_remove(0));
}

#[test]
fn motion_jpeg_is_what_was_asked_for() {
    if !have("ffmpeg", "Motion JPEG") {
        return;
    }
    for kind in kinds() {
        let dir = temp_dir::TempDir::new().unwrap();
        let path = dir.path().join("a.avi");
        let writer = AutoWriter::new().fps(Fps::new(30000, 1001)).metadata("title", "Walk").metadata("artist", "me");
        let (receipt, stills) = record(&writer.metadata("comment", "a walk"), &path, kind, 1.0);
        assert_eq!((receipt.frames, receipt.encoder.as_str()), (24, "mjpeg"));
        assert_eq!(only(dir.path()), std::slice::from_ref(&path));
        let probed = probe(&path);
        for (key, want) in [
            ("codec_name", "mjpeg"),
            ("width", "480"),
            ("height", "360"),
            ("pix_fmt", "yuvj444p"),
            ("color_range", "pc"),
            ("r_frame_rate", "30000/1001"),
            ("avg_frame_rate", "30000/1001"),
            // a second is 30 frames
            ("nb_frames", "54"),
            ("nb_read_frames", "54"),
            ("TAG:title", "Walk"),
            ("TAG:artist", "me"),
            ("TAG:comment", "a walk"),
        ] {
            assert_eq!(value(&probed, key), want, "{key} in\n{probed}");
        }
        let duration: f64 = value(&probed, "duration").parse().unwrap();
        assert!((duration - 54.0 * 1.001 / 30.0).abs() < 1e-3, "{duration} s");
        let decoded = decode(&path, 480, 360);
        for (k, got) in decoded.iter().enumerate() {
            let still = if k > 10 { k.saturating_sub(30).max(10) } else { k };
            let db = psnr(got, &stills[still]);
            assert!(db > 38.0, "kind {kind}, frame {k}: {db:.1} dB");
        }
    }
}

#[test]
fn an_uncompressed_avi_is_exact() {
    if !have("ffmpeg", "uncompressed AVI") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("a.avi");
    let (receipt, stills) = record(&AviWriter::new().uncompressed(), &path, 2, 0.0);
    assert_eq!(receipt.encoder, "rawvideo");
    assert_eq!(value(&probe(&path), "pix_fmt"), "bgr24");
    assert!(decode(&path, 480, 360) == stills);
}

#[test]
fn half_the_resolution_of_colours_can_be_asked_for() {
    if !have("ffmpeg", "4:2:0") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("a.avi");
    let (half, _) = record(&AviWriter::new().subsampled(), &path, 1, 0.0);
    assert_eq!(value(&probe(&path), "pix_fmt"), "yuvj420p");
    let (full, _) = record(&AviWriter::new(), &path, 1, 0.0);
    assert!(half.bytes < full.bytes);
}

/// A picture of which every pixel is another, smooth enough for a JPEG.
fn gradient(width: u32, height: u32, k: u32) -> Frame {
    let mut frame = Frame::new(width, height);
    for (i, v) in (0_u32..).zip(frame.as_rgb_mut()) {
        let (x, y) = (i / 3 % width, i / 3 / width);
        *v = (20 * k + 3 * x + 2 * y + 20 * (i % 3)) as u8;
    }
    frame
}

#[test]
fn any_size_down_to_a_pixel() {
    if !have("ffmpeg", "odd sizes") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let sizes = [(1, 1), (17, 17), (2, 3), (1, 17), (17, 1), (3, 2), (7, 5), (15, 16)];
    for (width, height) in sizes.into_iter().take(if thorough() { 8 } else { 2 }) {
        let frames: Vec<Frame> = (0..4).map(|k| gradient(width, height, k)).collect();
        let save = |writer: &dyn Fn(&Path) -> grabframe::Result<MovieFile>, name: &str| {
            let path = dir.path().join(name);
            let mut movie = writer(&path).unwrap();
            frames.iter().for_each(|frame| movie.write_frame(frame).unwrap());
            assert_eq!(movie.finish().unwrap().frames, 4);
            path
        };
        let size = (width, height);
        let apng = save(&|path| ApngWriter::new().open(path, size), "a.apng");
        assert!(decode(&apng, width, height) == frames, "APNG of {width}x{height}");
        let raw = save(&|path| AviWriter::new().uncompressed().open(path, size), "raw.avi");
        assert!(decode(&raw, width, height) == frames, "uncompressed AVI of {width}x{height}");
        let webp = save(&|path| WebpWriter::new().open(path, size), "a.webp");
        if let Some(seen) = pillow(&webp, "odd sizes of WebP") {
            assert!(seen.images.iter().map(|(frame, _)| frame).eq(&frames), "WebP of {width}x{height}");
        }
        for subsampled in [false, true] {
            let writer = AviWriter::new().quality(95);
            let writer = if subsampled { writer.subsampled() } else { writer };
            let jpeg = save(&|path| writer.open(path, size), "a.avi");
            let decoded = decode(&jpeg, width, height);
            assert_eq!(decoded.len(), 4, "Motion JPEG of {width}x{height}");
            for (got, want) in decoded.iter().zip(&frames) {
                let db = psnr(got, want);
                assert!(db > 30.0, "Motion JPEG of {width}x{height}: {db:.1} dB");
            }
        }
    }
}

#[test]
fn a_killed_recording_leaves_what_plays() {
    if !have("ffmpeg", "a killed recording") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let frames: Vec<Frame> = (0..9).map(|k| gradient(64, 48, k)).collect();
    for name in ["a.apng", "a.webp", "a.avi"] {
        let mut movie = AutoWriter::new().fps(10).open(dir.path().join(name), (64, 48)).unwrap();
        frames.iter().for_each(|frame| movie.write_frame(frame).unwrap());
        // as good as killed: neither finished nor dropped. The frames that wait for the encoder get their time
        std::mem::forget(movie);
        let part = dir.path().join(name.replace('.', ".part."));
        let mut last = 0;
        let found = (0..200).any(|_| {
            let images = match name {
                "a.webp" => match pillow(&part, "a killed recording") {
                    Some(seen) => seen.images.len(),
                    None => 9,
                },
                _ => decode(&part, 64, 48).len(),
            };
            last = images;
            images == 9
        });
        assert!(found, "{name}: {last} of 9 frames");
    }
}

#[test]
fn failures_leave_yesterdays_file() {
    for name in ["a.apng", "a.webp", "a.avi"] {
        let dir = temp_dir::TempDir::new().unwrap();
        let path = dir.path().join(name);
        std::fs::write(&path, "yesterday").unwrap();
        let open = || AutoWriter::new().fps(10).open(&path, (64, 48));
        let stays = |why: &str| {
            assert_eq!(std::fs::read(&path).unwrap(), b"yesterday", "{name}: {why}");
            assert_eq!(only(dir.path()), std::slice::from_ref(&path), "{name}: {why}");
        };
        assert!(matches!(open().unwrap().finish(), Err(ref e) if e.kind() == ErrorKind::NoFrames));
        stays("no frames");
        let mut movie = open().unwrap();
        movie.write_frame(&gradient(64, 48, 1)).unwrap();
        movie.abort();
        stays("aborted");
        let missing = AutoWriter::new().open(dir.path().join("no").join(name), (64, 48));
        assert!(matches!(missing, Err(ref e) if e.kind() == ErrorKind::MissingFolder), "{name}");
        assert!(AutoWriter::new().fps(0).open(&path, (64, 48)).is_err());
        assert!(AutoWriter::new().open(&path, (0, 48)).is_err());
        stays("refused");

        let mut movie = open().unwrap();
        movie.write_frame(&gradient(64, 48, 1)).unwrap();
        assert!(
            matches!(movie.write_frame(&gradient(48, 64, 1)), Err(ref e) if (e.kind(), e.frames()) == (ErrorKind::FrameSize, Some(1)))
        );
        movie.write_frame(&gradient(64, 48, 2)).unwrap();
        // dropped, it is what was grabbed
        drop(movie);
        assert_ne!(std::fs::read(&path).unwrap(), b"yesterday", "{name}");
        assert_eq!(only(dir.path()), std::slice::from_ref(&path), "{name}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_and_leaves_yesterdays_file() {
    for name in ["a.apng", "a.webp", "a.avi"] {
        let dir = temp_dir::TempDir::new().unwrap();
        let path = dir.path().join(name);
        std::fs::write(&path, "yesterday").unwrap();
        std::os::unix::fs::symlink("/dev/full", dir.path().join(name.replace('.', ".part."))).unwrap();
        let record = || -> grabframe::Result<()> {
            let mut movie = AutoWriter::new().fps(10).open(&path, (64, 48))?;
            for k in 0..5 {
                movie.write_frame(&gradient(64, 48, k))?;
            }
            movie.finish().map(drop)
        };
        let error = record().unwrap_err();
        let full = error.io_error().is_some_and(|e| e.kind() == std::io::ErrorKind::StorageFull);
        assert!(full, "{name}: {error}");
        assert!(error.to_string().contains(name), "{error}");
        assert_eq!(std::fs::read(&path).unwrap(), b"yesterday");
        assert_eq!(only(dir.path()), std::slice::from_ref(&path));
    }
}
