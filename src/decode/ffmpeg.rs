//! Movies through ffmpeg: a child that decodes into a pipe.

use std::ffi::OsString;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, ChildStdout, Stdio};
use std::sync::Arc;
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;

use super::facts::{ONLY_FILES, PICTURES};
use super::pictures::PictureSource;
use super::probe::Movie;
use super::screen::lay;
use super::{About, VideoFrame};
use crate::canvas::Frame;
use crate::error::{Error, Result};
use crate::ffmpeg::{End, FfmpegInfo, Log, command, describe, kill, not_started, own_group, push, shell, wait};
use crate::geom::Size;
use crate::search::{around, has};
use crate::threads::{Receiver, queue, spawn};

/// How long the line with a picture's time may come after the picture.
pub(super) const TIME_PATIENCE: Duration = Duration::from_secs(2);
/// Pictures decoded ahead. The memory does not depend on the movie's length.
const AHEAD: usize = 2;
/// How far a time may be from a whole number of frames and still mean it: Matroska stores milliseconds, and so is the
/// time of its first picture.
const ROUNDED: f64 = 0.0025;
/// By how many frames time may go back within one clock: some times are only guessed.
const BACK: f64 = 4.0;

/// Where decoding begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Begin {
    /// With the first picture, which is shown at 0.
    First,
    /// With the first picture; its time by the container's clock is wanted.
    Clock,
    /// With some picture near `at`, in microseconds of the container's clock, whose first picture is at `origin`.
    At { at: i64, origin: i64 },
}

/// Starts ffmpeg.
pub(super) fn start(path: &Path, about: &About, movie: &Movie, begin: Begin) -> Result<MoviePictures> {
    let args = arguments(about.size, movie, begin);
    let mut program = command(&movie.info.program);
    program.args(&args).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    program.env("AV_LOG_FORCE_NOCOLOR", "1");
    own_group(&mut program);
    let mut child = Running(program.spawn().map_err(|e| not_started(&movie.info.program, e))?);
    let (stdout, stderr) = (child.0.stdout.take(), child.0.stderr.take());
    let log = Arc::new(Log::default());
    let lift = |e| Error::io("start a thread for", path, e);
    let frames = spawn_reader(stdout, about.size, movie.look.alpha).map_err(lift)?;
    let times = spawn_drain(stderr, &log).map_err(lift)?;
    Ok(MoviePictures {
        child,
        frames,
        times: movie.time.stamped.then_some(times),
        log,
        path: path.into(),
        about: about.clone(),
        movie: movie.clone(),
        begin,
        command: shell(&movie.info.program, &args),
        origin: match begin {
            Begin::First | Begin::Clock => None,
            Begin::At { origin, .. } => Some(origin),
        },
        said: None,
        read: 0,
        next: None,
        failed: None,
    })
}

fn arguments(size: Size, movie: &Movie, begin: Begin) -> Vec<OsString> {
    let mut args: Vec<OsString> = Vec::new();
    let mut push = |more: &[&str]| push(&mut args, more);
    push(&news(&movie.info));
    push(&["-fflags", "+discardcorrupt"]);
    push(ONLY_FILES);
    // the container's own times: a picture may be much older than the time at which it is still shown, and where a clock
    // begins is another matter for every container
    match begin {
        // read from the beginning it is the same time as after a seek, down to its rounding
        Begin::First if !movie.time.one_clock => {}
        Begin::First | Begin::Clock => push(&["-copyts"]),
        Begin::At { at, .. } => {
            let at = format!("{:.6}", at as f64 / 1e6);
            push(&["-copyts", "-noaccurate_seek", "-seek_timestamp", "1", "-ss", &at]);
        }
    }
    if let Some(decoder) = movie.look.decoder {
        push(&["-c:v", decoder]);
    }
    push(&["-i"]);
    args.push(movie.input.clone());
    args.push("-map".into());
    args.push(format!("0:{PICTURES}").into());
    output(&mut args, size, movie);
    args
}

/// What goes before everything. With an ffmpeg of old, the time of every picture comes as a message of the level `info`.
pub(super) fn news(info: &FfmpegInfo) -> [&'static str; 5] {
    let level = if info.has_direct_metadata() { "error" } else { "level+info" };
    ["-hide_banner", "-loglevel", level, "-nostats", "-nostdin"]
}

/// Pictures of one size into the pipe, and their times.
pub(super) fn output(args: &mut Vec<OsString>, size: Size, movie: &Movie) {
    let Size { width, height } = size;
    let pixels = if movie.look.alpha { "rgba" } else { "rgb24" };
    let matrix = movie.look.matrix.map_or(String::new(), |name| format!(":in_color_matrix={name}"));
    // the time of every picture, to standard error; `showinfo` is in every version, but sums up all pixels that it sees, so
    // it sees a corner
    let time = if movie.info.has_direct_metadata() {
        "metadata=mode=add:key=t:value=1,metadata=mode=print:key=t:file=pipe\\\\:2:direct=1".to_owned()
    } else {
        let (across, down) = (width.min(8), height.min(8));
        format!("split[picture][time];[time]crop={across}:{down}:0:0,showinfo,nullsink;[picture]null")
    };
    // ffmpeg has turned the pictures before; one conversion, with the matrix and range that the movie is tagged with, to
    // one size even if it changes
    let filters = format!(
        "scale={width}:{height}:flags=bicubic+accurate_rnd+full_chroma_int{matrix},format={pixels},settb=1/1000000,{time}"
    );
    let (times, kept) = if movie.info.has_fps_mode() { ("-fps_mode", "passthrough") } else { ("-vsync", "0") };
    push(args, &["-an", "-sn", "-dn", "-vf", &filters, times, kept, "-f", "rawvideo", "-pix_fmt", pixels, "pipe:1"]);
}

/// A child that is killed and reaped when it is dropped.
pub(super) struct Running(pub(super) Child);

impl Drop for Running {
    fn drop(&mut self) {
        kill(&mut self.0);
        // nobody to tell
        let _ = self.0.wait();
    }
}

pub(super) type Reader = Receiver<std::io::Result<Vec<u8>>>;

/// Reads pictures ahead, until the pipe ends or nobody wants more. Those with a transparency are laid over white.
pub(super) fn spawn_reader(stdout: Option<ChildStdout>, size: Size, alpha: bool) -> std::io::Result<Reader> {
    let bytes = size.width as usize * size.height as usize * if alpha { 4 } else { 3 };
    let (send, receive) = queue(AHEAD);
    let Some(mut stdout) = stdout else { return Ok(receive) };
    let read = move || {
        loop {
            let mut pixels = vec![0; bytes];
            let item = match stdout.read_exact(&mut pixels) {
                Ok(()) if alpha => {
                    let mut rgb = vec![255; bytes / 4 * 3];
                    lay(&mut rgb, &pixels, true);
                    Ok(rgb)
                }
                Ok(()) => Ok(pixels),
                Err(e) if e.kind() == ErrorKind::UnexpectedEof => break,
                Err(e) => Err(e),
            };
            let last = item.is_err();
            if !send.send(item) || last {
                break;
            }
        }
    };
    spawn("ffmpeg pictures", Box::new(read))?;
    Ok(receive)
}

/// Keeps what ffmpeg complains of, and passes on the times of pictures, in microseconds; `None` for one that has none.
pub(super) fn spawn_drain(stderr: Option<ChildStderr>, log: &Arc<Log>) -> std::io::Result<Receiver<Option<i64>>> {
    let (send, receive) = queue(usize::MAX);
    let log = Arc::clone(log);
    let drain = move || {
        let Some(stderr) = stderr else { return };
        // a line without a level goes on with the message before
        let mut news = false;
        log.drain_lines(stderr, |line| {
            if let Some(micros) = shown_at(line) {
                send.send(micros);
                return true;
            }
            news = is_news(line).unwrap_or(news);
            news || line == "t=1"
        });
    };
    spawn("ffmpeg stderr", Box::new(drain))?;
    Ok(receive)
}

/// The time in a line such as `frame:1 pts:100000 pts_time:0.1`, which may stand behind a message that another thread had
/// begun, or `[Parsed_showinfo_5 @ 0x5581] [info] n:   1 pts: 100000 pts_time:0.1 ..`.
fn shown_at(line: &str) -> Option<Option<i64>> {
    let (_, rest) = match line.strip_prefix("[Parsed_showinfo") {
        Some(line) => around(line, "] n:")?,
        None => around(line, "frame:")?,
    };
    let (pts, _) = around(around(rest, "pts:")?.1, "pts_time:")?;
    Some(pts.trim().parse().ok())
}

/// Whether a message is of a level that is no complaint: `[h264 @ 0x5581] [error] ..` is one. Nothing if it has no level.
fn is_news(line: &str) -> Option<bool> {
    let mut rest = line;
    while let Some((tag, after)) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        match tag {
            "panic" | "fatal" | "error" => return Some(false),
            "warning" | "info" | "verbose" | "debug" | "trace" => return Some(true),
            _ => rest = after.trim_start(),
        }
    }
    None
}

pub(super) struct MoviePictures {
    child: Running,
    frames: Receiver<std::io::Result<Vec<u8>>>,
    /// Given up if it is not said when pictures are shown.
    times: Option<Receiver<Option<i64>>>,
    log: Arc<Log>,
    path: PathBuf,
    about: About,
    movie: Movie,
    begin: Begin,
    command: String,
    /// When the movie's first picture is shown by the clock that ffmpeg counts with, and the picture read last; in
    /// microseconds.
    origin: Option<i64>,
    said: Option<i64>,
    read: u64,
    /// The next picture and its time: how long the one before is shown is known only then.
    next: Option<(Vec<u8>, Duration)>,
    /// An error that came while the last whole picture was held back.
    failed: Option<Error>,
}

impl MoviePictures {
    /// Waits for the first picture, which is kept: when it is shown by ffmpeg's clock. Nothing if there is none, or if that is
    /// not said.
    pub(super) fn first(&mut self) -> Option<i64> {
        self.next = self.receive().ok()?;
        self.next.as_ref().and(self.said)
    }

    /// Waits for a picture. `None` at a good end.
    fn receive(&mut self) -> Result<Option<(Vec<u8>, Duration)>> {
        match self.frames.recv_timeout(self.movie.timeout) {
            Ok(Ok(rgb)) => {
                let time = self.time()?;
                self.read += 1;
                Ok(Some((rgb, time)))
            }
            Ok(Err(e)) => Err(Error::io("read", &self.path, e)),
            Err(RecvTimeoutError::Timeout) => {
                kill(&mut self.child.0);
                Err(self.failure(&format!("ffmpeg was stopped after {:?} without a picture", self.movie.timeout)))
            }
            Err(RecvTimeoutError::Disconnected) => self.end().map(|()| None),
        }
    }

    /// When the picture that was just read is shown.
    fn time(&mut self) -> Result<Duration> {
        let frame = self.about.fps.frame_seconds();
        let before = self.said;
        self.said = self.times.as_ref().and_then(|times| times.recv_timeout(TIME_PATIENCE).ok().flatten());
        let Some(said) = self.said else {
            if matches!(self.begin, Begin::At { .. }) {
                return Err(self.failure("ffmpeg did not say when a picture is shown"));
            }
            self.times = None;
            return Ok(Duration::try_from_secs_f64(self.read as f64 * frame).unwrap_or_default());
        };
        let mut origin = *self.origin.get_or_insert(said);
        let micros = frame * 1e6;
        if let Some(back) =
            before.and_then(|before| before.checked_sub(said)).filter(|&back| back as f64 > BACK * micros)
        {
            // files that were put behind each other: the clock starts anew, and time goes on
            origin = origin.saturating_sub(back).saturating_sub(micros as i64);
            self.origin = Some(origin);
        }
        let time = Duration::from_micros(said.saturating_sub(origin).max(0).unsigned_abs());
        let seconds = time.as_secs_f64();
        let whole = self.about.fps.frames_in(seconds) as f64 * frame;
        if self.about.steady && (whole - seconds).abs() < ROUNDED {
            return Ok(Duration::try_from_secs_f64(whole).unwrap_or(time));
        }
        Ok(time)
    }

    /// Reaps ffmpeg, and says whether it read all there was.
    fn end(&mut self) -> Result<()> {
        let end = wait(&mut self.child.0).map_err(|e| Error::io("wait for", &self.path, e))?;
        // ends when the drain thread has read everything
        while let Some(times) = &self.times
            && times.recv_timeout(TIME_PATIENCE).is_ok()
        {}
        if let End::Seen(status) = end
            && !status.success()
        {
            return Err(self.failure(&format!("ffmpeg ended with {}", describe(status))));
        }
        let whole = self.begin == Begin::First;
        if let Some(expected) = self.about.frames.filter(|_| whole)
            && self.read < expected
        {
            return Err(self.failure(&format!("it ends after {} pictures of {expected}", self.read)));
        }
        if self.read == 0 {
            return Err(self.failure("ffmpeg found no picture in it"));
        }
        let said = self.log.text();
        if self.movie.cut || ["ended prematurely", "partial file", "Truncat"].iter().any(|words| has(&said, words)) {
            return Err(self.failure(&format!("the file ends too early, after {} pictures", self.read)));
        }
        if whole {
            let _ = self.movie.known.count.set(self.read);
        }
        Ok(())
    }

    /// How long the last picture is shown, which begins at `time`.
    fn last_shown(&self, time: Duration) -> Duration {
        let rest = self.about.duration.saturating_sub(time);
        if self.about.steady || rest.is_zero() { Duration::from_secs_f64(self.about.fps.frame_seconds()) } else { rest }
    }

    fn failure(&self, what: &str) -> Error {
        let said = self.log.text();
        let said = if said.is_empty() { "nothing" } else { &said };
        Error::decode(&self.path, format!("{what}; it said: {said}; the command was: {}", self.command))
    }
}

impl PictureSource for MoviePictures {
    fn next_picture(&mut self) -> Result<Option<VideoFrame>> {
        if let Some(error) = self.failed.take() {
            return Err(error);
        }
        if self.read == 0 {
            self.next = self.receive()?;
        }
        let Some((rgb, time)) = self.next.take() else { return Ok(None) };
        match self.receive() {
            Ok(next) => self.next = next,
            Err(error) => self.failed = Some(error),
        }
        let duration = match &self.next {
            Some((_, at)) => at.saturating_sub(time),
            None => self.last_shown(time),
        };
        let frame = Frame::from_rgb(self.about.size.width, self.about.size.height, rgb);
        Ok(Some(VideoFrame { frame, time, duration }))
    }
}

#[cfg(test)]
#[path = "ffmpeg_tests.rs"]
mod tests;
