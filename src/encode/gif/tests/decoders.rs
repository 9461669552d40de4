//! What other programs say.

use std::process::{Command, Stdio};

use super::*;
use crate::encode::testing::each_picture;

/// Whether a program can be started; says on stderr if not.
#[allow(clippy::print_stderr)]
pub(super) fn installed(program: &str, argument: &str) -> bool {
    let found = Command::new(program).arg(argument).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
    if !found {
        eprintln!("skipped: {program} is not installed");
    }
    found
}

/// Every image as ffmpeg shows it, in RGB, which says nothing on stderr.
pub(super) fn ffmpeg(path: &Path) -> Vec<u8> {
    let output = Command::new("ffmpeg")
        .args(["-v", "error", "-i"])
        .arg(path)
        .args(each_picture())
        .args(["-f", "rawvideo", "-pix_fmt", "rgb24", "-"])
        .output()
        .expect("ffmpeg runs");
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// Frames of all kinds: first small changes in one palette, then palettes of their own, then too many colours.
fn variety() -> Vec<Frame> {
    let mut lcg = Lcg(10);
    let size = Size::new(63, 41);
    let mut frames: Vec<Frame> = [(0, 200), (0, 256), (500, 90), (500, 90)]
        .iter()
        .map(|&(first, colors)| random_frame(&mut lcg, size, first, colors))
        .collect();
    for i in 0..20 {
        let mut next = frames[frames.len() - 1].clone();
        let at = lcg.next(63 * 41) as usize * 3;
        next.as_rgb_mut()[at..at + 3].copy_from_slice(&color(i * 3));
        frames.push(next);
    }
    frames.extend((0..3).map(|i| heatmap(size, i as f32)));
    frames.extend((0..3).map(|i| random_frame(&mut lcg, size, i * 9, 300)));
    frames
}

#[test]
fn ffmpeg_sees_the_same_pixels() {
    if !installed("ffmpeg", "-version") {
        return;
    }
    let folder = temp_dir::TempDir::new().expect("a folder");
    let path = folder.path().join("x.gif");
    let bytes = encode(&variety(), 10);
    std::fs::write(&path, &bytes).expect("writes");
    let ours: Vec<u8> = play(&bytes).iter().flat_map(|image| image.screen.as_rgb().to_vec()).collect();
    let theirs = ffmpeg(&path);
    assert_eq!(theirs.len(), ours.len());
    assert!(theirs == ours);
}

#[test]
fn gifsicle_finds_nothing_wrong() {
    if !installed("gifsicle", "--version") {
        return;
    }
    let folder = temp_dir::TempDir::new().expect("a folder");
    let path = folder.path().join("x.gif");
    std::fs::write(&path, encode(&variety(), 10)).expect("writes");
    let output = Command::new("gifsicle").arg("--info").arg(&path).output().expect("gifsicle runs");
    assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&output.stdout).contains("30 images"));
}
