//! From one pixel to 8K, and what is too large.

use std::path::{Path, PathBuf};
use std::process::Command;

use grabframe::ErrorKind;
use grabframe::prelude::*;

use super::kinds::{IN_PROCESS, Kind, THROUGH_FFMPEG, all, have_pillow, names, picture, promptly};
use crate::tools::{each_picture, have, have_time, psnr};

/// A picture of which every pixel is another, smooth enough for lossy formats.
fn gradient(k: u32, (width, height): (u32, u32)) -> Frame {
    let mut frame = Frame::new(width, height);
    for (i, value) in (0_u32..).zip(frame.as_rgb_mut()) {
        let (x, y) = (i / 3 % width, i / 3 / width);
        *value = (40 + 30 * k + 4 * x + 3 * y + 10 * (i % 3)) as u8;
    }
    frame
}

/// All frames of movies, in RGB, as one program decodes them: ffmpeg, or Pillow for WebP.
fn decode(kind: Kind, paths: &[PathBuf]) -> Option<Vec<Vec<u8>>> {
    const SCRIPT: &str = "
import sys
from PIL import Image
for name in sys.argv[1:]:
    im = Image.open(name)
    out = open(name + '.rgb', 'wb')
    for i in range(im.n_frames):
        im.seek(i)
        out.write(im.convert('RGB').tobytes())
";
    let raw = |path: &Path| PathBuf::from(format!("{}.rgb", path.display()));
    let out = if kind == Kind::Webp {
        if !have_pillow() {
            return None;
        }
        Command::new("python3").args(["-c", SCRIPT]).args(paths).output()
    } else {
        if !have("ffmpeg", "sizes") {
            return None;
        }
        let mut command = Command::new("ffmpeg");
        command.args(["-v", "error"]);
        paths.iter().for_each(|path| _ = command.arg("-i").arg(path));
        for (k, path) in paths.iter().enumerate() {
            command.args(["-map", &format!("{k}:v")]).args(each_picture());
            command.args(["-f", "rawvideo", "-pix_fmt", "rgb24"]);
            command.args(["-sws_flags", "accurate_rnd+full_chroma_int"]).arg(raw(path));
        }
        command.output()
    };
    let out = out.unwrap();
    assert!(out.status.success(), "{kind:?}: {}", String::from_utf8_lossy(&out.stderr));
    Some(paths.iter().map(|path| std::fs::read(raw(path)).unwrap()).collect())
}

/// The size that the format has of a picture.
fn padded(kind: Kind, (width, height): (u32, u32)) -> (u32, u32) {
    let even = |n: u32| n + n % 2;
    match kind {
        #[cfg(feature = "mp4")]
        Kind::Mp4 => (even(width).max(16), even(height).max(16)),
        Kind::FfmpegMp4 | Kind::FfmpegMkv => (even(width), even(height)),
        _ => (width, height),
    }
}

/// The upper left corner of a picture.
fn corner(frame: &[u8], width: u32, size: (u32, u32)) -> Frame {
    let rows = frame.chunks_exact(width as usize * 3).take(size.1 as usize);
    Frame::from_rgb(size.0, size.1, rows.flat_map(|row| &row[..size.0 as usize * 3]).copied().collect())
}

fn check(kind: Kind, sizes: &[(u32, u32)]) {
    let dir = temp_dir::TempDir::new().unwrap();
    let paths: Vec<PathBuf> = sizes
        .iter()
        .map(|&size| {
            let path = dir.path().join(kind.name(&format!("{}x{}", size.0, size.1)));
            let mut movie = kind.open(&path, size).unwrap();
            (0..2).for_each(|k| movie.write_frame(&gradient(k, size)).unwrap());
            assert_eq!(movie.finish().unwrap().frames, 2);
            path
        })
        .collect();
    let Some(decoded) = decode(kind, &paths) else { return };
    for (bytes, &size) in decoded.iter().zip(sizes) {
        let whole = padded(kind, size);
        let frames: Vec<&[u8]> = bytes.chunks((whole.0 * whole.1 * 3) as usize).collect();
        assert_eq!(frames.len(), 2, "{kind:?}, {size:?}");
        for (k, frame) in (0..).zip(frames) {
            let (got, want) = (corner(frame, whole.0, size), gradient(k, size));
            let db = psnr(&got, &want);
            // half the resolution of colours, and padding in another colour, are much in a picture of few pixels
            let least = if kind.exact() { f64::INFINITY } else { 20.0 };
            assert!(db >= least, "{kind:?}, {size:?}, picture {k}: {db:.1} dB");
        }
    }
}

#[test]
fn every_small_size_in_process() {
    let mut sizes: Vec<(u32, u32)> = (1..=17).map(|n| (n, n)).collect();
    sizes.extend([(1, 17), (17, 1), (2, 9), (16, 1), (33, 2), (3, 64)]);
    IN_PROCESS.iter().for_each(|kind| check(*kind, &sizes));
}

#[test]
fn a_few_small_sizes_through_ffmpeg() {
    if have("ffmpeg", "small sizes through ffmpeg") {
        THROUGH_FFMPEG.iter().for_each(|kind| check(*kind, &[(1, 1), (2, 2), (3, 5), (17, 1), (16, 16), (17, 17)]));
    }
}

/// One more than what 16 bits hold.
#[test]
fn what_is_too_wide_is_refused_with_the_limit() {
    const WIDE: (u32, u32) = (65_536, 2);
    for kind in all("wide pictures") {
        let dir = temp_dir::TempDir::new().unwrap();
        let path = dir.path().join(kind.name("wide"));
        let mut outcome = promptly("opening", || kind.open(&path, WIDE));
        let limit = match kind {
            Kind::Gif | Kind::Avi | Kind::RawAvi => "65535 pixels",
            Kind::Webp => "16384 pixels",
            Kind::FfmpegMp4 | Kind::FfmpegMkv => "libx264 encodes up to 16384x16384 pixels",
            #[cfg(feature = "mp4")]
            Kind::Mp4 => "3840x2160 pixels (or upright); use a smaller figure or dpi, or FfmpegWriter",
            _ => {
                let movie = outcome.as_mut().unwrap();
                (0..2).for_each(|k| movie.write_frame(&gradient(k, WIDE)).unwrap());
                outcome.unwrap().finish().unwrap();
                let Some(decoded) = decode(kind, &[path]) else { continue };
                let want: Vec<u8> = (0..2).flat_map(|k| gradient(k, WIDE).as_rgb().to_vec()).collect();
                assert!(decoded[0] == want, "{kind:?}");
                continue;
            }
        };
        let error = outcome.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::BadSize, "{kind:?}: {error}");
        let words = error.to_string();
        assert!(words.contains("65536x2") && words.contains(limit), "{kind:?}: {words}");
        assert!(names(dir.path()).is_empty(), "{kind:?}");
    }
}

#[test]
fn pictures_of_8k() {
    if !have_time("pictures of 8K") {
        return;
    }
    const SIZE: (u32, u32) = (7680, 4320);
    let dir = temp_dir::TempDir::new().unwrap();
    let frame = picture(4, SIZE);
    for kind in [Kind::Gif, Kind::Png, Kind::FfmpegMp4] {
        if kind.ffmpeg() && !have("ffmpeg", "8K through ffmpeg") {
            continue;
        }
        let path = dir.path().join(kind.name("large"));
        let mut movie = kind.open(&path, SIZE).unwrap();
        movie.write_frame(&frame).unwrap();
        assert_eq!(movie.finish().unwrap().frames, 1);
        assert_eq!(kind.shown(&path, SIZE).unwrap_or(vec![4]), [4], "{kind:?}");
    }
    #[cfg(feature = "mp4")]
    {
        let error = Kind::Mp4.open(&dir.path().join("large.m4v"), SIZE).unwrap_err().to_string();
        assert!(error.contains("7680x4320") && error.contains("FfmpegWriter, which takes more"), "{error}");
    }
}
