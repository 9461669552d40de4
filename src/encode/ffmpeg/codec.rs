//! What is known of each video encoder: its pixels, and how a quality from 0 to 100 is said to it.

use std::ffi::OsString;

use super::FfmpegOptions;
use crate::error::{Error, Result};
use crate::ffmpeg::push;
use crate::geom::Size;
use crate::search::has;

/// Which of the encoder's options states the quality, and its values at 0, 25, 50, 75 and 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Quality {
    /// `-crf`, constant rate factor.
    Crf([u8; 5]),
    /// `-crf` with `-b:v 0`, which libvpx and libaom need to take it as the only target.
    CrfAlone([u8; 5]),
    /// `-q:v`, a constant quantiser.
    Scale([u8; 5]),
    /// `-global_quality`.
    Global([u8; 5]),
    /// `-rc constqp -qp`.
    ConstantQp([u8; 5]),
    /// `-rc cqp -qp_i -qp_p`.
    FrameQp([u8; 5]),
    /// `-rc_mode quality -qmin -qmax`, both the same.
    QpRange([u8; 5]),
    /// `-rate_control quality -quality`.
    MediaFoundation([u8; 5]),
    /// Every picture is kept exactly.
    Lossless,
    /// Not known: the encoder's own default stands.
    Unknown,
}

/// Which option chooses between speed and size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Preset {
    /// `-preset`, with the default used here; an empty one is left to the encoder.
    Named(&'static str),
    /// `-cpu-used`, a number.
    CpuUsed(&'static str),
    /// There is none.
    None,
}

/// A video encoder of ffmpeg.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Codec {
    /// The name that ffmpeg knows it by.
    pub(super) name: &'static str,
    /// The pixel format that it is given unless the user names another.
    pub(super) pix_fmt: &'static str,
    quality: Quality,
    preset: Preset,
    /// Options that always go with it.
    always: &'static [&'static str],
}

const fn codec(name: &'static str, pix_fmt: &'static str, quality: Quality, preset: Preset) -> Codec {
    Codec { name, pix_fmt, quality, preset, always: &[] }
}

// H.264's factor: +6 doubles the quantiser. 100 stays above 0, which is lossless, a profile that browsers do not play.
const X264: [u8; 5] = [48, 38, 28, 18, 6];
const VPX: [u8; 5] = [63, 50, 36, 20, 4];
const MPEG: [u8; 5] = [31, 16, 8, 4, 2];

const CODECS: [Codec; 23] = [
    codec("libx264", "yuv420p", Quality::Crf(X264), Preset::Named("veryfast")),
    codec("libx264rgb", "rgb24", Quality::Crf(X264), Preset::Named("veryfast")),
    Codec {
        always: &["-x265-params", "log-level=error"],
        ..codec("libx265", "yuv420p", Quality::Crf([50, 40, 30, 20, 8]), Preset::Named("veryfast"))
    },
    Codec {
        always: &["-deadline", "good", "-row-mt", "1"],
        ..codec("libvpx-vp9", "yuv420p", Quality::CrfAlone(VPX), Preset::CpuUsed("5"))
    },
    Codec {
        always: &["-deadline", "good"],
        ..codec("libvpx", "yuv420p", Quality::CrfAlone(VPX), Preset::CpuUsed("5"))
    },
    Codec { always: &["-row-mt", "1"], ..codec("libaom-av1", "yuv420p", Quality::CrfAlone(VPX), Preset::CpuUsed("8")) },
    codec("libsvtav1", "yuv420p", Quality::Crf(VPX), Preset::Named("10")),
    codec("h264_videotoolbox", "yuv420p", Quality::Scale([1, 25, 50, 75, 100]), Preset::None),
    codec("h264_nvenc", "yuv420p", Quality::ConstantQp(X264), Preset::Named("")),
    codec("h264_qsv", "nv12", Quality::Global(X264), Preset::Named("")),
    codec("h264_amf", "yuv420p", Quality::FrameQp(X264), Preset::None),
    codec("h264_mf", "yuv420p", Quality::MediaFoundation([1, 25, 50, 75, 100]), Preset::None),
    codec("libopenh264", "yuv420p", Quality::QpRange(X264), Preset::None),
    codec("mpeg4", "yuv420p", Quality::Scale(MPEG), Preset::None),
    codec("libxvid", "yuv420p", Quality::Scale(MPEG), Preset::None),
    codec("mjpeg", "yuvj420p", Quality::Scale(MPEG), Preset::None),
    codec("ffv1", "bgr0", Quality::Lossless, Preset::None),
    codec("png", "rgb24", Quality::Lossless, Preset::None),
    codec("apng", "rgb24", Quality::Lossless, Preset::None),
    // exact up to 255 colours a frame, one of 256 being kept for transparency
    codec("gif", "pal8", Quality::Lossless, Preset::None),
    codec("qtrle", "rgb24", Quality::Lossless, Preset::None),
    codec("rawvideo", "bgr24", Quality::Lossless, Preset::None),
    codec("prores_ks", "yuv422p10le", Quality::Unknown, Preset::None),
];

/// The longest and the shorter side of the pictures that an encoder takes, where that is less than sizes are checked for
/// otherwise; even, since pictures are padded.
const LIMITS: [(&str, u32, u32); 7] = [
    ("libx264", 16_384, 16_384),
    ("libx264rgb", 16_384, 16_384),
    ("libopenh264", 3840, 2160),
    ("mpeg4", 8190, 8190),
    ("libvpx", 16_382, 16_382),
    ("mjpeg", 65_500, 65_500),
    ("gif", 65_535, 65_535),
];

impl Codec {
    /// Whether it takes pictures of this size.
    ///
    /// # Errors
    /// [`ErrorKind::BadSize`](crate::ErrorKind::BadSize), with the limit.
    pub(super) fn check(&self, size: Size) -> Result<()> {
        let (long, short) = (size.width.max(size.height), size.width.min(size.height));
        match LIMITS.iter().find(|(name, ..)| *name == self.name) {
            Some((name, longest, shortest)) if long > *longest || short > *shortest => Err(Error::bad_size(
                size,
                format!("{name} encodes up to {longest}x{shortest} pixels; use a smaller figure or dpi"),
            )),
            _ => Ok(()),
        }
    }

    /// What is known of the encoder of that name.
    pub(super) fn named(name: &str) -> Option<&'static Self> {
        CODECS.iter().find(|codec| codec.name == name)
    }

    /// The name, pixels and options, as arguments.
    pub(super) fn arguments(&self, options: &FfmpegOptions) -> Result<Vec<OsString>> {
        let mut out: Vec<OsString> = vec!["-c:v".into(), self.name.into()];
        let mut push = |args: &[&str]| push(&mut out, args);
        push(self.always);
        match (self.preset, options.preset.as_deref()) {
            (Preset::None, Some(preset)) => {
                return Err(Error::bad_option(format!(
                    "the encoder `{}` has no presets, so `{preset}` cannot be used",
                    self.name
                )));
            }
            (Preset::None | Preset::Named(""), None) => {}
            (Preset::Named(default), given) => push(&["-preset", given.unwrap_or(default)]),
            (Preset::CpuUsed(default), given) => push(&["-cpu-used", given.unwrap_or(default)]),
        }
        if let Some(bitrate) = options.bitrate {
            push(&["-b:v", &bitrate.to_string()]);
            return Ok(out);
        }
        let at = |knots: [u8; 5]| between(knots, options.quality).to_string();
        match self.quality {
            Quality::Crf(knots) => push(&["-crf", &at(knots)]),
            Quality::CrfAlone(knots) => push(&["-crf", &at(knots), "-b:v", "0"]),
            Quality::Scale(knots) => push(&["-q:v", &at(knots)]),
            Quality::Global(knots) => push(&["-global_quality", &at(knots)]),
            Quality::ConstantQp(knots) => push(&["-rc", "constqp", "-qp", &at(knots)]),
            Quality::FrameQp(knots) => push(&["-rc", "cqp", "-qp_i", &at(knots), "-qp_p", &at(knots)]),
            Quality::QpRange(knots) => push(&["-rc_mode", "quality", "-qmin", &at(knots), "-qmax", &at(knots)]),
            Quality::MediaFoundation(knots) => push(&["-rate_control", "quality", "-quality", &at(knots)]),
            Quality::Lossless | Quality::Unknown => {}
        }
        Ok(out)
    }
}

/// The value at `quality` (0 to 100) on straight lines between the values at 0, 25, 50, 75 and 100, rounded to the
/// nearest whole number.
fn between(knots: [u8; 5], quality: u8) -> u32 {
    let quality = u32::from(quality.min(100));
    let left = (quality / 25).min(3);
    let (a, b) = (u32::from(knots[left as usize]), u32::from(knots[left as usize + 1]));
    let part = quality - left * 25;
    (a * (25 - part) + b * part + 12) / 25
}

/// What kind of colours a pixel format of ffmpeg holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pixels {
    /// `yuv420p`, made by us, in the limited range.
    Yuv420,
    /// `yuvj420p`, made by us, in the full range.
    Yuvj420,
    /// Another YUV format, converted by ffmpeg; the flag says that the range is full.
    Yuv { full: bool },
    /// Red, green and blue.
    Rgb,
    /// Luma only.
    Gray,
}

impl Pixels {
    pub(super) fn of(pix_fmt: &str) -> Self {
        let starts = |heads: &[&str]| heads.iter().any(|head| pix_fmt.starts_with(head));
        if pix_fmt == "yuv420p" {
            Self::Yuv420
        } else if pix_fmt == "yuvj420p" {
            Self::Yuvj420
        } else if starts(&["rgb", "bgr", "gbr", "argb", "abgr", "0rgb", "0bgr", "x2rgb", "x2bgr", "pal8"]) {
            Self::Rgb
        } else if starts(&["gray", "y8", "mono"]) {
            Self::Gray
        } else {
            Self::Yuv { full: pix_fmt.starts_with("yuvj") }
        }
    }

    /// Whether pictures must have even sizes, because colours are stored for pairs of pixels.
    pub(super) fn needs_even(self, pix_fmt: &str) -> bool {
        match self {
            Self::Yuv420 | Self::Yuvj420 => true,
            Self::Yuv { .. } => !(has(pix_fmt, "444") || has(pix_fmt, "24p")),
            Self::Rgb | Self::Gray => false,
        }
    }
}

#[cfg(test)]
mod tests;
