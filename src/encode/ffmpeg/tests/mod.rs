//! Movies made and read back by programs that are not ours, and programs that fail in every way seen so far.

mod faults;
mod movies;

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{FfmpegEncoder, FfmpegOptions, available};
use crate::canvas::Frame;
use crate::encode::testing::each_picture;
use crate::encode::{Encoded, Encoder, Fps};
use crate::error::Result;
use crate::geom::Size;

/// Whether the programs are there; says so if not, and the test is then skipped.
#[expect(clippy::print_stderr, reason = "a skipped test must be seen")]
fn tools() -> bool {
    let there = available() && Command::new("ffprobe").arg("-version").output().is_ok();
    if !there {
        eprintln!("skipped: ffmpeg and ffprobe are needed");
    }
    there
}

/// Picture `i` of a test movie: soft colours, and a black bar that moves, so that no two pictures are alike. Its edges
/// stay on even columns: what 4:2:0 does to colours between them is no fault of an encoder.
fn picture(i: u32, size: Size) -> Frame {
    let mut frame = Frame::new(size.width, size.height);
    let (w, h) = (size.width, size.height);
    for (at, pixel) in frame.as_rgb_mut().chunks_exact_mut(3).enumerate() {
        let (x, y) = (at as u32 % w, at as u32 / w);
        let bar = (x + w - (i * 8) % w) % w < 6;
        let soft = [250 - 60 * x / w, 240 - 90 * y / h, 200 + 50 * x / w];
        pixel.copy_from_slice(&soft.map(|c| if bar { 0 } else { c as u8 }));
    }
    frame
}

fn open(path: &Path, size: Size, fps: Fps, options: &FfmpegOptions) -> Result<Box<FfmpegEncoder>> {
    FfmpegEncoder::open(path, size, fps, [255; 3], options).map(Box::new)
}

/// Records `frames` test pictures.
fn record(path: &Path, size: Size, fps: Fps, frames: u32, options: &FfmpegOptions) -> Result<Encoded> {
    let mut encoder = open(path, size, fps, options)?;
    for i in 0..frames {
        encoder.write(&picture(i, size))?;
    }
    encoder.finish()
}

/// What ffprobe says of entries, one value a line, in ffprobe's order.
fn probe(path: &Path, entries: &str) -> Vec<String> {
    let out = Command::new("ffprobe")
        .args(["-v", "error", "-count_frames", "-of", "default=nw=1", "-show_entries", entries, "-i"])
        .arg(path)
        .output()
        .expect("ffprobe runs");
    assert!(out.stderr.is_empty(), "{}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8_lossy(&out.stdout).lines().map(str::to_owned).collect()
}

/// All pictures of a movie as ffmpeg decodes them, one after the other.
fn decode(path: &Path) -> Vec<u8> {
    let out = Command::new("ffmpeg")
        .args(["-v", "error", "-i"])
        .arg(path)
        .args(each_picture())
        .args(["-sws_flags", "accurate_rnd+full_chroma_int"])
        .args(["-f", "rawvideo", "-pix_fmt", "rgb24", "-"])
        .output()
        .expect("ffmpeg runs");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    out.stdout
}

/// Peak signal to noise ratio of two pictures, in dB.
fn psnr(a: &[u8], b: &[u8]) -> f64 {
    assert_eq!(a.len(), b.len());
    let squares: f64 = a.iter().zip(b).map(|(a, b)| (f64::from(*a) - f64::from(*b)).powi(2)).sum();
    10.0 * (255.0 * 255.0 * a.len() as f64 / squares).log10()
}

/// A program made of shell lines. It answers the question for its encoders with silence.
fn script(folder: &Path, name: &str, lines: &str) -> PathBuf {
    let (text, program) = (folder.join(format!("{name}.txt")), folder.join(name));
    let all = format!("#!/bin/sh\ncase \"$*\" in *-encoders*) exit 0;; esac\n{lines}\n");
    std::fs::write(&text, all).expect("folder is writable");
    // copied by another process: a file that this one has open for writing, even through a fork, cannot be run
    let copied = Command::new("install").args(["-m", "755"]).args([&text, &program]).status();
    assert!(copied.is_ok_and(|status| status.success()));
    program
}

fn with(program: PathBuf) -> FfmpegOptions {
    FfmpegOptions { program: Some(program), ..FfmpegOptions::default() }
}

/// The names in a folder, sorted.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("folder")
        .map(|entry| entry.expect("entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}
