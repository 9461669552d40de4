//! The file while it grows and when something is in its way. What finished movies show is tested from outside.

mod faults;
mod growing;

use std::path::Path;
use std::process::{Command, Stdio};

use super::{Mp4Encoder, Mp4Options};
use crate::canvas::Frame;
use crate::encode::testing::each_picture;
use crate::encode::{Encoder, Fps};
use crate::geom::Size;

/// Whether ffmpeg can be run; if not, says so. In CI nothing may be skipped.
#[expect(clippy::print_stderr, reason = "a skipped test must be seen")]
fn ffmpeg() -> bool {
    let found = Command::new("ffmpeg").arg("-version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
    if !found {
        assert!(std::env::var_os("GRABFRAME_CI").is_none(), "ffmpeg is missing in CI");
        eprintln!("skipped: ffmpeg was not found");
    }
    found
}

fn open(path: &Path, size: Size) -> Box<Mp4Encoder> {
    let options = Mp4Options { quality: 75, metadata: vec![("title".into(), "Growing".into())] };
    Box::new(Mp4Encoder::open(path, size, Fps::new(10, 1), [255; 3], &options).expect("opens"))
}

/// A grey that is the frame's number times ten, with a dark bar that moves.
fn picture(i: u32, size: Size) -> Frame {
    let mut frame = Frame::new(size.width, size.height);
    for (at, pixel) in frame.as_rgb_mut().chunks_exact_mut(3).enumerate() {
        let bar = (at as u32 % size.width) / 4 == i % (size.width / 4).max(1) && at < 200;
        pixel.fill(if bar { 0 } else { 20 + (i * 10 % 200) as u8 });
    }
    frame
}

/// The mean level of each frame that ffmpeg decodes, whatever else is wrong with the file.
fn greys(path: &Path, size: Size) -> Vec<f64> {
    let out = Command::new("ffmpeg")
        .args(["-v", "quiet", "-i"])
        .arg(path)
        .args(each_picture())
        .args(["-f", "rawvideo", "-pix_fmt", "gray", "-"])
        .output()
        .expect("ffmpeg runs");
    out.stdout
        .chunks((size.width * size.height) as usize)
        .map(|frame| frame.iter().map(|p| f64::from(*p)).sum::<f64>() / frame.len() as f64)
        .collect()
}

/// The names of the boxes of a file and their lengths, one after the other; what is cut off is left out.
fn boxes(bytes: &[u8]) -> Vec<(String, u64)> {
    let (mut at, mut out) = (0, Vec::new());
    while let Some(head) = bytes.get(at..at + 8) {
        let mut length = u64::from(u32::from_be_bytes([head[0], head[1], head[2], head[3]]));
        if length == 1 {
            let long: [u8; 8] = bytes[at + 8..at + 16].try_into().expect("eight bytes");
            length = u64::from_be_bytes(long);
        }
        if at as u64 + length > bytes.len() as u64 {
            break;
        }
        out.push((String::from_utf8_lossy(&head[4..]).into_owned(), length));
        at += length as usize;
    }
    out
}

fn names(bytes: &[u8]) -> Vec<String> {
    boxes(bytes).into_iter().map(|(name, _)| name).collect()
}

/// The names in a folder, sorted.
fn files(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut names: Vec<_> = entries.map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
