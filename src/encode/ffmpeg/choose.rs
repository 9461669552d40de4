//! Which of several encoders an ffmpeg really has.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::codec::Codec;
use crate::encode::yuv::even;
use crate::error::{Error, Result};
use crate::ffmpeg::{FfmpegInfo, PATIENCE, command, run};
use crate::geom::Size;

/// The encoders of H.264 and, at the end, the one that stands in for it, best first.
pub(super) const H264: &[&str] =
    &["libx264", "h264_videotoolbox", "h264_nvenc", "h264_qsv", "h264_amf", "h264_mf", "libopenh264", "mpeg4"];

/// The first of `candidates` that works for pictures of this size. Hardware encoders are listed on machines without the
/// hardware, so they are tried on one picture; the answer is kept for the program and the size.
pub(super) fn choose(info: &FfmpegInfo, candidates: &[&'static str], size: Size) -> Result<&'static Codec> {
    static CHOSEN: Mutex<Vec<(PathBuf, &'static str, Size, &'static Codec)>> = Mutex::new(Vec::new());
    let first = candidates.first().copied().unwrap_or_default();
    if let Some(codec) = Codec::named(first).filter(|codec| info.has(codec.name) && codec.check(size).is_ok()) {
        return Ok(codec);
    }
    let known = |all: &[(PathBuf, &str, Size, &'static Codec)]| {
        let same = |(program, name, of, _): &&(PathBuf, &str, Size, _)| {
            *program == info.program && *name == first && *of == size
        };
        all.iter().find(same).map(|(.., codec)| *codec)
    };
    if let Some(codec) = known(&CHOSEN.lock().unwrap_or_else(PoisonError::into_inner)) {
        return Ok(codec);
    }
    let there = || candidates.iter().filter_map(|name| Codec::named(name)).filter(|codec| info.has(codec.name));
    let works =
        |codec: &&Codec| codec.check(size).is_ok() && (!is_hardware(codec.name) || opens(&info.program, codec, size));
    let Some(codec) = there().find(works) else {
        // those that there are may be too small
        there().try_for_each(|codec| codec.check(size))?;
        return Err(Error::bad_option(format!(
            "`{}` has none of the encoders {}",
            info.program.display(),
            candidates.join(", ")
        )));
    };
    CHOSEN.lock().unwrap_or_else(PoisonError::into_inner).push((info.program.clone(), first, size, codec));
    Ok(codec)
}

fn is_hardware(encoder: &str) -> bool {
    ["videotoolbox", "nvenc", "qsv", "amf", "mf"].iter().any(|kind| encoder.ends_with(&format!("_{kind}")))
}

/// Whether the encoder takes a picture of this size.
fn opens(program: &Path, codec: &Codec, size: Size) -> bool {
    let size = even(size);
    // counted, since the exit status is not always told
    let white = format!("color=white:size={size}:rate=25");
    let mut command = command(program);
    command.args(&["-v", "error", "-nostats", "-progress", "pipe:1", "-f", "lavfi", "-i", &white] as &[&str]);
    command.args(&["-frames:v", "1", "-an", "-f", "null"] as &[&str]);
    command.args(&["-pix_fmt", codec.pix_fmt, "-c:v", codec.name, "-"] as &[&str]);
    run(command, PATIENCE).is_ok_and(|said| said.success && said.stdout.lines().any(|line| line == "frame=1"))
}
