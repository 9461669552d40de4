//! The command line.

use std::ffi::OsString;
use std::path::Path;

use super::FfmpegOptions;
use super::codec::{Codec, Pixels};
use crate::error::{Error, Result};
use crate::ffmpeg::{FfmpegInfo, push};
pub(super) use crate::formats::Container;
use crate::formats::{Format, extensions};
use crate::fps::Fps;
use crate::geom::Size;

impl Container {
    /// The container that the extension stands for, in any case of letters.
    pub(super) fn of(path: &Path) -> Result<Self> {
        Format::of(path)
            .and_then(|format| format.ffmpeg)
            .ok_or_else(|| Error::unknown_format(path, extensions(&|format| format.ffmpeg.is_some()).join(", ")))
    }

    /// Whether a file that breaks off plays up to there.
    pub(super) fn streams(self) -> bool {
        !matches!(self, Self::Mp4 | Self::Mov)
    }

    /// ffmpeg's name of it.
    const fn muxer(self) -> &'static str {
        match self {
            Self::Mp4 => "mp4",
            Self::Mov => "mov",
            Self::Mkv => "matroska",
            Self::Webm => "webm",
            Self::Avi => "avi",
            Self::Gif => "gif",
            Self::Apng => "apng",
        }
    }

    /// The encoders to choose from when the user names none, best first.
    ///
    /// An .avi holds Motion JPEG: it is what MATLAB writes by default.
    pub(super) const fn codecs(self) -> &'static [&'static str] {
        match self {
            Self::Mp4 | Self::Mov | Self::Mkv => super::choose::H264,
            Self::Webm => &["libvpx-vp9", "libvpx"],
            Self::Avi => &["mjpeg"],
            Self::Gif => &["gif"],
            Self::Apng => &["apng"],
        }
    }

    /// Whether this muxer of ffmpeg leaves out metadata for which it knows no place, and what such a file is called.
    const fn drops_metadata(self) -> Option<&'static str> {
        match self {
            Self::Avi => Some("an .avi file"),
            Self::Gif => Some("a .gif through ffmpeg"),
            Self::Apng => Some("an .apng through ffmpeg"),
            Self::Mp4 | Self::Mov | Self::Mkv | Self::Webm => None,
        }
    }

    /// Whether a metadata key has a place of its own in the file.
    fn knows(self, key: &str) -> bool {
        if !matches!(self, Self::Mp4 | Self::Mov | Self::Avi) {
            return matches!(self, Self::Mkv | Self::Webm);
        }
        let others: &[&str] = match self {
            Self::Mp4 => &["album_artist", "composer", "description", "synopsis", "keywords"],
            // ffmpeg writes the author, not the artist, into a QuickTime file's place for it
            Self::Mov => &["author"],
            _ => &["language"],
        };
        let all = ["title", "artist", "album", "date", "comment", "genre", "copyright"];
        all.contains(&key) || others.contains(&key)
    }
}

/// What the arguments are made of.
#[derive(Debug)]
pub(super) struct Job<'a> {
    pub(super) info: &'a FfmpegInfo,
    pub(super) container: Container,
    /// The encoder, or the name of one that is not known here.
    pub(super) codec: std::result::Result<&'static Codec, &'a str>,
    pub(super) pix_fmt: &'a str,
    pub(super) pixels: Pixels,
    /// The size that is sent, padding included.
    pub(super) size: Size,
    pub(super) fps: Fps,
    pub(super) options: &'a FfmpegOptions,
    pub(super) output: &'a Path,
}

/// All arguments after the program's name, and notes for the receipt.
pub(super) fn arguments(job: &Job<'_>) -> Result<(Vec<OsString>, Vec<String>)> {
    let mut args = Args(Vec::new());
    let mut notes = Vec::new();
    // without `-xerror` ffmpeg 5.1 calls it a success if the end of a file does not fit onto the disk
    args.push(&["-y", "-xerror", "-hide_banner", "-loglevel", "error", "-nostats", "-progress", "pipe:2"]);

    // the colours of what is sent are stated, or ffmpeg would guess and convert once more
    let sent = match job.pixels {
        Pixels::Yuv420 => "yuv420p",
        Pixels::Yuvj420 => "yuvj420p",
        _ => "rgb24",
    };
    args.push(&["-f", "rawvideo", "-pix_fmt", sent]);
    args.tags(match job.pixels {
        Pixels::Yuv420 | Pixels::Yuvj420 => job.pixels,
        _ => Pixels::Rgb,
    });
    // said twice: of `-framerate` alone ffmpeg makes 120 where 120000/1001 is meant
    let rate = format!("{}/{}", job.fps.num(), job.fps.den());
    args.push(&["-r", &rate, "-video_size", &job.size.to_string(), "-framerate", &rate]);
    args.push(&["-i", "pipe:0", "-an"]);

    match job.codec {
        Ok(codec) => args.0.extend(codec.arguments(job.options)?),
        Err(name) => {
            args.push(&["-c:v", name]);
            if let Some(preset) = &job.options.preset {
                args.push(&["-preset", preset]);
            }
            match job.options.bitrate {
                Some(bitrate) => args.push(&["-b:v", &bitrate.to_string()]),
                None => notes.push(format!(
                    "how to tell `{name}` a quality is not known, so its own default was used; give a bitrate or extra arguments"
                )),
            }
        }
    }
    if let Pixels::Yuv { full } = job.pixels {
        let range = if full { "pc" } else { "tv" };
        args.push(&[
            "-vf",
            &format!(
                "scale=out_color_matrix=smpte170m:out_range={range}:\
                 flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp,format={},\
                 setparams=range={range}:colorspace=smpte170m:color_primaries=bt709:color_trc=bt709",
                job.pix_fmt
            ),
        ]);
    }
    match job.container {
        Container::Gif if job.fps.as_f64() > 50.0 => {
            let reason = format!(
                "a GIF cannot be shown at {} frames a second, since browsers slow down what is faster than 50; record to .mp4",
                job.fps
            );
            return Err(Error::bad_fps(reason));
        }
        // every frame gets the palette of its own colours: one for all of them would mean keeping all of them until the end
        Container::Gif => args.push(&[
            "-vf",
            "split[seen][shown];[seen]palettegen=stats_mode=single[palette];[shown][palette]paletteuse=new=1:dither=none",
        ]),
        // as a GIF, again and again
        Container::Apng => args.push(&["-plays", "0"]),
        _ => {}
    }
    args.push(&["-pix_fmt", job.pix_fmt]);
    args.tags(job.pixels);
    if !job.options.changes_rate() {
        // every frame that comes in goes out: nothing dropped, nothing doubled
        args.push(if job.info.has_fps_mode() { &["-fps_mode", "passthrough"] } else { &["-vsync", "0"] });
    }
    if matches!(job.container, Container::Mp4 | Container::Mov) {
        // players find freely named metadata in one place and the usual ones in another; a file has only one of them
        let odd = job.options.metadata.iter().any(|(key, _)| !job.container.knows(key));
        let index = if job.options.crash_safe { "+frag_keyframe+empty_moov+default_base_moof" } else { "+faststart" };
        args.push(&["-movflags", &format!("{index}{}", if odd { "+use_metadata_tags" } else { "" })]);
        // without it Apple's players do not open H.265
        if matches!(job.codec, Ok(codec) if codec.name == "libx265") {
            args.push(&["-tag:v", "hvc1"]);
        }
    }
    if job.options.crash_safe {
        crash_safe(&mut args, job)?;
    }
    for (key, value) in &job.options.metadata {
        metadata(&mut args, job.container, key, value)?;
        if let Some(file) = job.container.drops_metadata().filter(|_| !job.container.knows(key)) {
            notes.push(format!("{file} has no place for the metadata `{key}`, so it is not in it"));
        }
    }
    args.push(&["-f", job.container.muxer()]);
    // last, so that they win; one without its value then swallows the output, and not what would become another file
    args.0.extend(job.options.extra_args.iter().cloned());
    args.0.push(job.output.into());
    if let Some(bad) = args.0.iter().find(|arg| arg.as_encoded_bytes().contains(&0)) {
        return Err(Error::bad_option(format!("an argument of ffmpeg holds a zero byte: {bad:?}")));
    }
    Ok((args.0, notes))
}

/// A key frame, and with it a part of the file that plays by itself, every half second; nothing held back.
fn crash_safe(args: &mut Args, job: &Job<'_>) -> Result<()> {
    let half_a_second = (job.fps.as_f64() / 2.0).floor().max(1.0);
    args.push(&["-g", &half_a_second.to_string(), "-flush_packets", "1"]);
    if matches!(job.codec, Ok(codec) if codec.name.starts_with("libx264")) {
        args.push(&["-tune", "zerolatency"]);
    }
    match job.container {
        Container::Mp4 | Container::Mov => {}
        Container::Mkv | Container::Webm => args.push(&["-cluster_time_limit", "500"]),
        Container::Avi | Container::Gif | Container::Apng => {
            let reason = format!(
                "a .{} through ffmpeg cannot be made crash safe; record to .mkv or .mp4",
                job.container.muxer()
            );
            return Err(Error::bad_option(reason));
        }
    }
    Ok(())
}

fn metadata(args: &mut Args, container: Container, key: &str, value: &str) -> Result<()> {
    if key.is_empty() || key.contains('=') {
        return Err(Error::bad_option(format!(
            "the metadata key `{key}` cannot be written: a key is not empty and holds no `=`"
        )));
    }
    let mut add = |key: &str| args.push(&["-metadata", &format!("{key}={value}")]);
    add(key);
    if container == Container::Mov && key == "artist" {
        add("author");
    }
    Ok(())
}

struct Args(Vec<OsString>);

impl Args {
    fn push(&mut self, args: &[&str]) {
        push(&mut self.0, args);
    }

    /// The four colour tags. BT.601 conversion with BT.709 primaries and transfer is what browsers, ffmpeg and OpenCV
    /// all show right, at any size.
    fn tags(&mut self, pixels: Pixels) {
        let full = matches!(pixels, Pixels::Yuvj420 | Pixels::Yuv { full: true } | Pixels::Rgb | Pixels::Gray);
        self.push(&["-color_range", if full { "pc" } else { "tv" }]);
        match pixels {
            Pixels::Yuv420 | Pixels::Yuvj420 | Pixels::Yuv { .. } => self.push(&["-colorspace", "smpte170m"]),
            Pixels::Rgb => self.push(&["-colorspace", "rgb"]),
            Pixels::Gray => {}
        }
        self.push(&["-color_primaries", "bt709", "-color_trc", "bt709"]);
        if matches!(pixels, Pixels::Yuv420 | Pixels::Yuvj420) {
            self.push(&["-chroma_sample_location", "center"]);
        }
    }
}

#[cfg(test)]
mod tests;
