//! Recording through ffmpeg.
//!
//! What it guards against was seen to happen: a full pipe of messages that stalls the recording, a broken pipe instead
//! of the reason, an exit status of 0 with frames missing, colours that are off by 40 levels, a process that is left
//! behind. [`process`] runs the program, [`command`] writes its arguments, [`codec`] knows the encoders,
//! and [`choose`] which of them there are.

mod choose;
mod codec;
mod command;
mod process;
#[cfg(test)]
mod tests;

pub(crate) use crate::ffmpeg::available;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use self::codec::{Codec, Pixels};
use self::command::{Container, Job};
use self::process::{Ended, Process};
use super::hold::{Repeats, checked_hold};
use super::part::PartFile;
use super::yuv::{Range, Yuv420, even};
use super::{Encoded, Encoder, Fps};
use crate::canvas::Frame;
use crate::error::{Error, Result, Stopped};
use crate::ffmpeg::{FfmpegInfo, explain, find, find_at, not_started, shell};
use crate::geom::Size;

/// What a recording through ffmpeg may be told.
#[derive(Clone, Debug)]
pub(crate) struct FfmpegOptions {
    /// ffmpeg's name of the encoder (`libx265`), or of the format (`h264`, `hevc`, `vp9`, `av1`), of which the best
    /// encoder there is is taken. By default what the extension suggests: H.264, VP9 for .webm, Motion JPEG for .avi,
    /// a .gif's or .apng's own.
    pub(crate) codec: Option<String>,
    /// From 0 to 100, 75 by default; more is taken as 100. For H.264, 75 is a rate factor of 18 and 100 one of 6; for
    /// Motion JPEG and MPEG-4, 75 is a quantiser of 4 and 100 one of 2. Not used when there is a bit rate.
    pub(crate) quality: u8,
    /// Between speed and size, in the encoder's words; for x264 and x265 `veryfast` by default.
    pub(crate) preset: Option<String>,
    /// ffmpeg's name of the pixel format; by default `yuv420p`, which plays everywhere. `yuv444p` keeps the colours of
    /// thin lines, and plays in fewer places.
    pub(crate) pix_fmt: Option<String>,
    /// Bits a second, instead of a quality.
    pub(crate) bitrate: Option<u64>,
    /// Names and values to be written into the file, such as `title`, `artist`, `comment`.
    pub(crate) metadata: Vec<(String, String)>,
    /// More arguments for the output, after the others, so that they win.
    pub(crate) extra_args: Vec<OsString>,
    /// Whether the unfinished file is to play up to at most a second before the end, whatever happens.
    pub(crate) crash_safe: bool,
    /// The program; by default `GRABFRAME_FFMPEG`, then the `PATH`.
    pub(crate) program: Option<PathBuf>,
    /// How long ffmpeg may show no sign of life while it is waited for, before it is killed; 60 s by default. Time in
    /// which no frame is handed over does not count.
    pub(crate) timeout: Duration,
}

impl Default for FfmpegOptions {
    fn default() -> Self {
        Self {
            codec: None,
            quality: 75,
            preset: None,
            pix_fmt: None,
            bitrate: None,
            metadata: Vec::new(),
            extra_args: Vec::new(),
            crash_safe: false,
            program: None,
            timeout: Duration::from_secs(60),
        }
    }
}

impl FfmpegOptions {
    /// Whether an extra argument may change how many frames there are, so that they cannot be counted.
    fn changes_rate(&self) -> bool {
        const OPTIONS: [&str; 15] = [
            "-r",
            "-fpsmax",
            "-fps_mode",
            "-vsync",
            "-vf",
            "-filter",
            "-filter_complex",
            "-lavfi",
            "-frames",
            "-vframes",
            "-t",
            "-to",
            "-ss",
            "-fs",
            "-progress",
        ];
        // `-frames:v` is `-frames` for one kind of stream
        let name = |arg: &OsString| arg.to_str().map(|s| s.split(':').next().unwrap_or(s).to_owned());
        self.extra_args.iter().filter_map(name).any(|arg| OPTIONS.contains(&arg.as_str()))
    }
}

/// What ffmpeg is told to write, on Linux: the file that it finds open as its standard output.
///
/// We have made that file before the program was started, and the program reaches it without its name, also where it opens
/// it a second time to put the index in front. So what becomes of the name meanwhile does not matter: when we are killed
/// while it is still starting, the next recording of that name moves the file aside, or removes it, and has one of its own;
/// the late ffmpeg empties and fills the file that was made for it.
///
/// Elsewhere it gets the name of the part file, which is not used again while a file has it.
const STDOUT: &str = "/proc/self/fd/1";

/// What is wrong with an exit status of 0 while there are frames to come.
const EARLY: &str = "it ended before the recording did, as options like -t and -frames:v make it";

/// Writes a video file through ffmpeg.
#[derive(Debug)]
pub(crate) struct FfmpegEncoder {
    // before the file, so that the program has ended when the file is removed
    process: Process,
    part: PartFile,
    feed: Feed,
    size: Size,
    frames: u64,
    converting: Duration,
    repeats: Repeats,
    failed: Option<String>,
    counted: bool,
    /// Whether the file plays although it has no end.
    streams: bool,
    timeout: Duration,
    command: String,
    encoder: String,
    notes: Vec<String>,
}

impl FfmpegEncoder {
    /// Starts ffmpeg for pictures of `size`, shown at `fps`. Sizes that must be even grow by one pixel of the colour
    /// `pad`. The extension of `path` chooses the kind of file.
    ///
    /// # Errors
    /// [`ErrorKind::BadFps`](crate::ErrorKind::BadFps), [`ErrorKind::BadSize`](crate::ErrorKind::BadSize),
    /// [`ErrorKind::UnknownFormat`](crate::ErrorKind::UnknownFormat),
    /// [`ErrorKind::MissingFolder`](crate::ErrorKind::MissingFolder),
    /// [`ErrorKind::FfmpegNotFound`](crate::ErrorKind::FfmpegNotFound), [`ErrorKind::BadOption`](crate::ErrorKind::BadOption)
    /// for an encoder that is not there or an option that it does not have, [`ErrorKind::Io`](crate::ErrorKind::Io) if ffmpeg
    /// cannot be started. What only ffmpeg can tell comes with a later frame, or at the end.
    pub(crate) fn open(path: &Path, size: Size, fps: Fps, pad: [u8; 3], options: &FfmpegOptions) -> Result<Self> {
        let fps = fps.checked()?;
        if size.width == 0 || size.height == 0 {
            return Err(Error::bad_size(size, "a video needs at least one pixel"));
        }
        let container = Container::of(path)?;
        let part = PartFile::new(path)?;
        let info = match &options.program {
            Some(program) => find_at(program)?,
            None => find()?,
        };
        let mut notes = Vec::new();
        let codec = encoder_for(&info, container, options.codec.as_deref(), size, &mut notes)?;
        let pix_fmt = options.pix_fmt.as_deref().unwrap_or(codec.map_or("yuv420p", |known| known.pix_fmt));
        let pixels = Pixels::of(pix_fmt);
        let sent = if pixels.needs_even(pix_fmt) { even(size) } else { size };
        if sent != size {
            notes.push(format!("padded from {size} to {sent} pixels, because {pix_fmt} needs even sizes"));
        }
        let (args, more) = command::arguments(&Job {
            info: &info,
            container,
            codec,
            pix_fmt,
            pixels,
            size: sent,
            fps,
            options,
            output: part.path(),
        })?;
        notes.extend(more);
        notes.extend(part.note());
        let command = shell(&info.program, &args);
        let file = part.nameless();
        let mut program = crate::ffmpeg::command(&info.program);
        match (&file, args.split_last()) {
            (Some(_), Some((_, others))) => program.args(others).arg(STDOUT),
            _ => program.args(&args),
        };
        let process = Process::spawn(program, file, part.path(), options.timeout)
            .map_err(|source| not_started(&info.program, source))?;
        let name = codec.map_or_else(str::to_owned, |known| known.name.to_owned());
        Ok(Self {
            process,
            part,
            feed: Feed::new(pixels, size, sent, pad),
            size,
            frames: 0,
            converting: Duration::ZERO,
            repeats: Repeats::new(fps),
            failed: None,
            counted: !options.changes_rate(),
            streams: options.crash_safe || container.streams(),
            timeout: options.timeout,
            command,
            encoder: format!("{name} via ffmpeg {}", info.version).trim_end().to_owned(),
            notes,
        })
    }

    /// Hands over the last picture, again or for the first time.
    fn send(&mut self) -> Result<()> {
        if self.process.write(self.feed.bytes()).is_err() {
            // the broken pipe says nothing; ffmpeg's last words do
            let ended = self.process.close();
            return Err(self.failure(&ended, EARLY));
        }
        self.frames += 1;
        if self.streams {
            self.part.plays();
        }
        Ok(())
    }

    /// The error of a program that has ended, and the memory of it. `unless` says what was wrong if its exit status
    /// was 0.
    fn failure(&mut self, ended: &Ended, unless: &str) -> Error {
        // what it calls its output says nothing
        let stderr = self.process.log().text().replace(STDOUT, &self.part.path().to_string_lossy());
        let cause = if ended.timed_out {
            Some(format!("stopped after {:?} without a sign of life; allow more with `timeout`", self.timeout))
        } else if ended.success {
            Some(format!("{}: {unless}", ended.status))
        } else {
            explain(&stderr).map(|cause| format!("{}: {cause}", ended.status))
        };
        let error = Error::ffmpeg(Stopped {
            path: self.part.target().into(),
            status: cause.unwrap_or_else(|| ended.status.clone()),
            stderr,
            command: self.command.clone(),
            frames: self.frames,
        });
        self.failed = Some(error.to_string());
        error
    }

    /// Lets ffmpeg end the file, and looks whether it did.
    fn complete(&mut self) -> Result<()> {
        let early = self.process.ended_early();
        let ended = self.process.close();
        if early || !ended.success {
            return Err(self.failure(&ended, EARLY));
        }
        if !std::fs::metadata(self.part.path()).is_ok_and(|file| file.len() > 0) {
            return Err(self.failure(&ended, "it wrote no file"));
        }
        match self.process.log().frames() {
            Some(written) if written == self.frames => {}
            Some(written) if self.counted => {
                return Err(self.failure(&ended, &format!("it wrote {written} frames of {}", self.frames)));
            }
            Some(written) => self.notes.push(format!(
                "{} frames were handed over, and the extra arguments made {written} of them",
                self.frames
            )),
            None => self.notes.push("ffmpeg did not say how many frames it wrote, so they were not counted".into()),
        }
        Ok(())
    }

    fn check(&self) -> Result<()> {
        match &self.failed {
            Some(first) => Err(Error::failed(self.part.target(), first)),
            None => Ok(()),
        }
    }
}

impl Encoder for FfmpegEncoder {
    fn write(&mut self, frame: &Frame) -> Result<()> {
        self.check()?;
        if frame.size() != self.size {
            return Err(Error::frame_size(self.size, frame.size(), self.frames));
        }
        let start = Instant::now();
        self.feed.take(frame);
        self.converting += start.elapsed();
        self.send()
    }

    fn hold(&mut self, seconds: f64) -> Result<()> {
        self.check()?;
        let seconds = checked_hold(seconds)?;
        if self.frames == 0 {
            return Err(Error::no_frames(self.part.target()));
        }
        for _ in 0..self.repeats.hold(seconds) {
            self.send()?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<Encoded> {
        self.check()?;
        if self.frames == 0 {
            self.process.kill();
            return Err(Error::no_frames(self.part.target()));
        }
        if let Err(error) = self.complete() {
            return Err(error.kept_in(self.salvage()));
        }
        let Self { part, encoder, notes, process, command, converting, .. } = *self;
        drop(process);
        Ok(Encoded { bytes: part.commit()?, encoder, notes, command: Some(command), converting })
    }

    fn abort(self: Box<Self>) {}

    fn salvage(mut self: Box<Self>) -> Option<PathBuf> {
        // if the fault lies elsewhere, the file can be ended as it should be
        if self.failed.is_none() && self.frames > 0 && self.complete().is_ok() {
            return Some(self.part.keep());
        }
        let Self { process, part, frames, streams, .. } = *self;
        drop(process);
        let written = std::fs::metadata(part.path()).map_or(0, |file| file.len());
        (streams && frames > 0 && written > 0).then(|| part.keep())
    }
}

/// The encoder to use: one that is known, or the name of one that is not but is there.
fn encoder_for<'a>(
    info: &FfmpegInfo,
    container: Container,
    asked: Option<&'a str>,
    size: Size,
    notes: &mut Vec<String>,
) -> Result<std::result::Result<&'static Codec, &'a str>> {
    let candidates: &[&str] = match asked {
        None => container.codecs(),
        Some("h264" | "avc") => choose::H264,
        Some("hevc" | "h265") => &["libx265"],
        Some("vp8") => &["libvpx"],
        Some("vp9") => &["libvpx-vp9"],
        Some("av1") => &["libsvtav1", "libaom-av1"],
        Some(name) if info.has(name) => {
            let known = Codec::named(name).ok_or(name);
            known.map_or(Ok(()), |codec| codec.check(size))?;
            return Ok(known);
        }
        Some(name) => {
            let others: Vec<_> =
                choose::H264.iter().filter(|other| **other != "mpeg4" && info.has(other)).copied().collect();
            return Err(Error::bad_option(format!(
                "`{}` (version {}) has no video encoder `{name}`; for H.264 it has {}, and `ffmpeg -encoders` lists all",
                info.program.display(),
                info.version,
                if others.is_empty() { "none".into() } else { others.join(", ") }
            )));
        }
    };
    let chosen = choose::choose(info, candidates, size)?;
    if let Some(first) = candidates.first().filter(|first| **first != chosen.name) {
        if info.has(first) {
            notes.push(format!("the pictures are too large for {first}, so {} was used", chosen.name));
            return Ok(Ok(chosen));
        }
        let limits = if chosen.name == "mpeg4" { " (MPEG-4 part 2, which browsers do not play)" } else { "" };
        notes.push(format!("this ffmpeg has no {first}, so {}{limits} was used", chosen.name));
    }
    Ok(Ok(chosen))
}

/// The bytes of the last picture, as ffmpeg gets them.
#[derive(Debug)]
enum Feed {
    Yuv(Yuv420),
    Rgb { padded: Size, pad: [u8; 3], bytes: Vec<u8> },
}

impl Feed {
    fn new(pixels: Pixels, size: Size, padded: Size, pad: [u8; 3]) -> Self {
        match pixels {
            Pixels::Yuv420 => Self::Yuv(Yuv420::new(size, pad, Range::Limited)),
            Pixels::Yuvj420 => Self::Yuv(Yuv420::new(size, pad, Range::Full)),
            _ => Self::Rgb { padded, pad, bytes: Vec::new() },
        }
    }

    fn take(&mut self, frame: &Frame) {
        match self {
            Self::Yuv(yuv) => {
                yuv.convert(frame.as_rgb());
            }
            Self::Rgb { padded, pad, bytes } => {
                let stride = padded.width as usize * 3;
                bytes.clear();
                for row in frame.as_rgb().chunks_exact(frame.width() as usize * 3) {
                    bytes.extend_from_slice(row);
                    if row.len() < stride {
                        bytes.extend_from_slice(pad);
                    }
                }
                while bytes.len() < stride * padded.height as usize {
                    bytes.extend_from_slice(pad);
                }
            }
        }
    }

    fn bytes(&self) -> &[u8] {
        match self {
            Self::Yuv(yuv) => yuv.planes(),
            Self::Rgb { bytes, .. } => bytes,
        }
    }
}
