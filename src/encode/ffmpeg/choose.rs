//! Which of several encoders an ffmpeg really has.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::codec::Codec;
use crate::error::{Error, Result};
use crate::ffmpeg::{FfmpegInfo, PATIENCE, command, run};

/// The encoders of H.264 and, at the end, the one that stands in for it, best first.
pub(super) const H264: &[&str] =
    &["libx264", "h264_videotoolbox", "h264_nvenc", "h264_qsv", "h264_amf", "h264_mf", "libopenh264", "mpeg4"];

/// The first of `candidates` that works. Hardware encoders are listed on machines without the hardware, so they are
/// tried on one picture; the answer is kept for the program.
pub(super) fn choose(info: &FfmpegInfo, candidates: &[&'static str]) -> Result<&'static Codec> {
    static CHOSEN: Mutex<Vec<(PathBuf, &'static str, &'static Codec)>> = Mutex::new(Vec::new());
    let first = candidates.first().copied().unwrap_or_default();
    if let Some(codec) = Codec::named(first).filter(|codec| info.has(codec.name)) {
        return Ok(codec);
    }
    let known = |all: &[(PathBuf, &str, &'static Codec)]| {
        all.iter().find(|(program, name, _)| *program == info.program && *name == first).map(|(.., codec)| *codec)
    };
    if let Some(codec) = known(&CHOSEN.lock().unwrap_or_else(PoisonError::into_inner)) {
        return Ok(codec);
    }
    let codec = candidates
        .iter()
        .filter_map(|name| Codec::named(name))
        .find(|codec| info.has(codec.name) && (!is_hardware(codec.name) || opens(&info.program, codec)))
        .ok_or_else(|| Error::BadOption {
            reason: format!("`{}` has none of the encoders {}", info.program.display(), candidates.join(", ")),
        })?;
    CHOSEN.lock().unwrap_or_else(PoisonError::into_inner).push((info.program.clone(), first, codec));
    Ok(codec)
}

fn is_hardware(encoder: &str) -> bool {
    ["videotoolbox", "nvenc", "qsv", "amf", "mf"].iter().any(|kind| encoder.ends_with(&format!("_{kind}")))
}

/// Whether the encoder takes a picture.
fn opens(program: &Path, codec: &Codec) -> bool {
    let args = "-v error -f lavfi -i color=white:size=256x144:rate=25 -frames:v 1 -an -f null";
    let mut command = command(program);
    command.args(args.split(' ')).args(["-pix_fmt", codec.pix_fmt, "-c:v", codec.name, "-"]);
    run(command, PATIENCE).is_ok_and(|said| said.success)
}
