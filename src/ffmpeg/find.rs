//! Finding ffmpeg and ffprobe, and what they can do.

use std::ffi::OsString;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use ffmpeg_sidecar::command::FfmpegCommand;

use super::child::{End, try_wait};
use crate::error::{Error, Result};
use crate::search::around;
use crate::threads::{Receiver, queue, spawn};

/// How long a question to ffmpeg may take.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// An ffmpeg that answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FfmpegInfo {
    /// The program, as it is started.
    pub(crate) program: PathBuf,
    /// Its version, such as `5.1.9`; empty if it did not say.
    pub(crate) version: String,
    /// The names of its video encoders; empty if it did not say.
    pub(crate) encoders: Vec<String>,
}

impl FfmpegInfo {
    /// Whether the encoder is there. An ffmpeg that did not list any is believed to have all.
    pub(crate) fn has(&self, encoder: &str) -> bool {
        self.encoders.is_empty() || self.encoders.iter().any(|e| e == encoder)
    }

    /// Whether its filter `metadata` writes to a file at once, for certain; 4.2 does not know how. What it says otherwise can
    /// be torn apart by other messages from 7 on, where many threads speak.
    pub(crate) fn has_direct_metadata(&self) -> bool {
        self.has_fps_mode()
    }

    /// Whether it knows `-fps_mode` (from 5.1) and not only `-vsync`, which newer ones dropped.
    pub(crate) fn has_fps_mode(&self) -> bool {
        let mut numbers = self.version.trim_start_matches('n').split('.').map_while(|n| n.parse::<u32>().ok());
        match (numbers.next(), numbers.next()) {
            (Some(major), minor) if major < 100 => (major, minor.unwrap_or(0)) >= (5, 1),
            // built from a source snapshot, or silent: newer is likelier
            _ => true,
        }
    }
}

/// The ffmpeg that recordings use: `GRABFRAME_FFMPEG` if set, then one beside the running program, then the one on the
/// `PATH`. Asked once in the life of the process, unless it was not there.
///
/// # Errors
/// [`ErrorKind::FfmpegNotFound`](crate::ErrorKind::FfmpegNotFound), or [`ErrorKind::Io`](crate::ErrorKind::Io) if it cannot be
/// started.
pub(crate) fn find() -> Result<FfmpegInfo> {
    static FOUND: OnceLock<FfmpegInfo> = OnceLock::new();
    if let Some(info) = FOUND.get() {
        return Ok(info.clone());
    }
    let info = ask(&program(std::env::var_os("GRABFRAME_FFMPEG")))?;
    Ok(FOUND.get_or_init(|| info).clone())
}

/// The program to ask, given the value of `GRABFRAME_FFMPEG`.
fn program(named: Option<OsString>) -> PathBuf {
    let named = named.filter(|name| !name.is_empty());
    let program = named.map_or_else(ffmpeg_sidecar::paths::ffmpeg_path, PathBuf::from);
    // a bare name is looked for on the `PATH`; any other is the same file after the program changed its folder
    let bare = program.components().count() < 2;
    std::path::absolute(&program).ok().filter(|_| !bare).unwrap_or(program)
}

/// The ffprobe that goes with an ffmpeg: the one beside it, else the one on the `PATH`.
pub(crate) fn ffprobe(ffmpeg: &Path) -> PathBuf {
    companion(ffmpeg, "ffprobe")
}

/// The ffplay that goes with the ffmpeg that [`find`] would find.
pub(crate) fn ffplay() -> PathBuf {
    companion(&program(std::env::var_os("GRABFRAME_FFMPEG")), "ffplay")
}

/// The program called `other` where an ffmpeg is, else the one on the `PATH`.
fn companion(ffmpeg: &Path, other: &str) -> PathBuf {
    let name = ffmpeg.file_name().map(|name| {
        let name = name.to_string_lossy();
        around(&name, "ffmpeg").map_or(name.to_string(), |(before, after)| format!("{before}{other}{after}"))
    });
    match name {
        Some(name) if ffmpeg.file_name() != Some(name.as_ref()) => {
            let beside = ffmpeg.with_file_name(name);
            // a bare name is looked for on the `PATH`, where a file of the present folder counts for nothing
            let bare = ffmpeg.parent().is_none_or(|folder| folder.as_os_str().is_empty());
            if bare || beside.exists() { beside } else { other.into() }
        }
        _ => other.into(),
    }
}

/// Whether [`find`] finds one.
pub(crate) fn available() -> bool {
    find().is_ok()
}

/// What a given program can do; asked once for each.
pub(crate) fn find_at(program: &Path) -> Result<FfmpegInfo> {
    static FOUND: Mutex<Vec<FfmpegInfo>> = Mutex::new(Vec::new());
    let known = |all: &[FfmpegInfo]| all.iter().find(|info| info.program == program).cloned();
    if let Some(info) = known(&FOUND.lock().unwrap_or_else(PoisonError::into_inner)) {
        return Ok(info);
    }
    let info = ask(program)?;
    FOUND.lock().unwrap_or_else(PoisonError::into_inner).push(info.clone());
    Ok(info)
}

/// A command that opens no window on Windows.
pub(crate) fn command(program: &Path) -> Command {
    // made from a plain command: sidecar's own constructor would add a log level
    let mut command = FfmpegCommand::from(Command::new(program));
    command.create_no_window();
    command.into()
}

fn ask(program: &Path) -> Result<FfmpegInfo> {
    let mut command = command(program);
    // one process answers both: the banner goes to stderr, the list to stdout
    command.arg("-encoders");
    let said = run(command, PATIENCE).map_err(|e| not_started(program, e))?;
    Ok(FfmpegInfo { program: program.into(), version: version(&said.stderr), encoders: encoders(&said.stdout) })
}

/// Why the program could not be started.
pub(crate) fn not_started(program: &Path, source: std::io::Error) -> Error {
    match source.kind() {
        std::io::ErrorKind::NotFound => Error::ffmpeg_not_found(program),
        _ => Error::io("run", program, source),
    }
}

/// `5.1.9` of `ffmpeg version 5.1.9-0+deb12u1 Copyright ..`; the whole word if it is no plain number.
fn version(banner: &str) -> String {
    let word = banner.lines().find_map(|line| line.strip_prefix("ffmpeg version ")?.split_whitespace().next());
    let word = word.unwrap_or_default();
    let number = word.find(|c: char| !(c.is_ascii_digit() || c == '.')).map_or(word, |end| &word[..end]);
    if number.is_empty() { word.into() } else { number.trim_end_matches('.').into() }
}

/// The names in a list whose video lines look like ` V....D libx264   what it is`, below a line of dashes.
fn encoders(list: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut listed = false;
    for line in list.lines() {
        listed |= line.trim_start().starts_with("---");
        let mut words = line.split_whitespace();
        if listed
            && words.next().is_some_and(|flags| flags.starts_with('V'))
            && let Some(name) = words.next()
        {
            names.push(name.into());
        }
    }
    names
}

/// What a command prints is kept up to here, in bytes: it need not be ffmpeg.
const KEPT: u64 = 1 << 20;

/// What a command printed.
pub(crate) struct Said {
    pub(crate) success: bool,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// Reads some bytes. All of `Read` would be compiled for each pipe.
type Source = Box<dyn FnMut(&mut [u8]) -> std::io::Result<usize> + Send>;

/// Reads to the end or an error, and keeps so many bytes.
fn read_all(mut source: Source, kept: usize) -> Vec<u8> {
    let (mut bytes, mut chunk) = (Vec::new(), [0; 8192]);
    while bytes.len() < kept {
        match source(&mut chunk) {
            Ok(0) => break,
            Ok(n) => bytes.extend_from_slice(&chunk[..n]),
            Err(e) if e.kind() == std::io::ErrorKind::Interrupted => {}
            Err(_) => break,
        }
    }
    bytes.truncate(kept);
    bytes
}

/// Runs a command to its end, or kills it after `patience`; what it had said by then counts.
pub(crate) fn run(command: Command, patience: Duration) -> std::io::Result<Said> {
    run_long(command, patience, KEPT)
}

/// The same for one that prints up to so many bytes.
pub(crate) fn run_long(mut command: Command, patience: Duration, kept: u64) -> std::io::Result<Said> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let read = |from: Option<Source>, kept: u64| {
        let (send, receive) = queue(1);
        let read = move || {
            let bytes = from.map_or(Vec::new(), |from| read_all(from, kept as usize));
            send.send(String::from_utf8_lossy(&bytes).into_owned());
        };
        // without a thread nothing was said
        let _ = spawn("ffmpeg's words", Box::new(read));
        receive
    };
    let stdout = child.stdout.take().map(|mut stdout| Box::new(move |chunk: &mut [u8]| stdout.read(chunk)) as Source);
    let stderr = child.stderr.take().map(|mut stderr| Box::new(move |chunk: &mut [u8]| stderr.read(chunk)) as Source);
    let (stdout, stderr) = (read(stdout, kept), read(stderr, KEPT));
    let end = Instant::now() + patience;
    let text =
        |from: &Receiver<String>| from.recv_timeout(end.saturating_duration_since(Instant::now())).unwrap_or_default();
    let (stdout, stderr) = (text(&stdout), text(&stderr));
    let mut success = false;
    loop {
        match try_wait(&mut child) {
            Ok(Some(end)) => {
                // what it said is the answer; how it ended is asked only where it said nothing
                success = !matches!(end, End::Seen(status) if !status.success());
                break;
            }
            Ok(None) if Instant::now() < end => std::thread::sleep(Duration::from_millis(1)),
            _ => {
                let _ = child.kill();
                let _ = child.wait();
                break;
            }
        }
    }
    Ok(Said { success, stdout, stderr })
}

#[cfg(test)]
mod tests;
