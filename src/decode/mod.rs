//! Decoders: a file in, pictures out. GIF, PNG, APNG and WebP are read in process, everything else through ffmpeg.
//!
//! [`Video`] is what the file says of itself; every call of [`Video::frames`] starts a decoder of its own. Each format has
//! a pass over the file that finds size, times and words without decoding a pixel, and an iterator over its pictures.

mod apng;
mod ask_ffmpeg;
mod ask_ffprobe;
mod facts;
mod ffmpeg;
mod frames;
mod gif;
mod gif_blocks;
mod limits;
mod look;
mod packets;
mod pictures;
mod png_chunks;
mod probe;
mod rate;
mod reader;
mod readers;
mod screen;
mod seek;
mod sequence;
mod shown;
mod stills;
mod timeline;
mod video;
mod video_frame;
mod webp;
mod webp_chunks;
mod xml;
mod xmp;

pub use frames::{Frames, TimedFrames};
pub use video::Video;
pub use video_frame::VideoFrame;

use std::time::Duration;

use crate::fps::Fps;
use crate::geom::Size;

/// What a file says of itself.
#[derive(Clone, Debug, PartialEq)]
struct About {
    size: Size,
    fps: Fps,
    /// Whether every picture is shown for one frame of the rate, but for the rounding of the file's times.
    steady: bool,
    frames: Option<u64>,
    duration: Duration,
    metadata: Vec<(String, String)>,
}
