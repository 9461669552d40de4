//! Picture files of kinds that are not read in process, one after the other through one ffmpeg.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;

use super::VideoFrame;
use super::facts::PICTURES;
use super::ffmpeg::{Reader, Running, TIME_PATIENCE, news, output, spawn_drain, spawn_reader};
use super::pictures::{PictureSource, Pictures};
use super::probe::Movie;
use super::sequence::shown;
use crate::canvas::Frame;
use crate::error::{Error, Result};
use crate::ffmpeg::{Input, Log, command, kill, not_started, own_group, push, wait};
use crate::geom::Size;
use crate::threads::{Receiver, spawn};

/// The pictures of the files from number `first` on. `movie` is what was found out about the first file of all.
///
/// ffmpeg gets a list of files to read as one movie, in which each of them lasts a second: so the time of a picture says
/// which of them it is.
pub(super) fn pictures(files: &[PathBuf], size: Size, movie: &Movie, first: u64) -> Result<Pictures> {
    let files = files.get(first as usize..).unwrap_or_default().to_vec();
    let list = list(&files)?;
    let mut program = command(&movie.info.program);
    let mut args = Vec::new();
    push(&mut args, &news(&movie.info));
    push(&mut args, &["-noautorotate", "-protocol_whitelist", "file,pipe", "-f", "concat", "-safe", "0"]);
    push(&mut args, &["-i", "pipe:0", "-map", &format!("0:{PICTURES}")]);
    output(&mut args, size, movie);
    program.args(args);
    program.stdout(Stdio::piped()).stderr(Stdio::piped());
    program.env("AV_LOG_FORCE_NOCOLOR", "1");
    own_group(&mut program);
    let (child, input) = Input::spawn(program).map_err(|e| not_started(&movie.info.program, e))?;
    let mut child = Running(child);
    let (stdout, stderr) = (child.0.stdout.take(), child.0.stderr.take());
    let log = Arc::new(Log::default());
    let lift = |e| Error::io("start a thread for", files.first().map_or(Path::new(""), PathBuf::as_path), e);
    spawn_writer(input, list).map_err(lift)?;
    let frames = spawn_reader(stdout, size, movie.look.alpha).map_err(lift)?;
    let times = spawn_drain(stderr, &log).map_err(lift)?;
    Ok(Pictures::of(Box::new(StillPictures {
        child,
        frames,
        times,
        log,
        files,
        first,
        size,
        timeout: movie.timeout,
        read: 0,
    })))
}

/// The list as ffmpeg reads it.
fn list(files: &[PathBuf]) -> Result<Vec<u8>> {
    let mut list = Vec::new();
    for file in files {
        let name = file.as_os_str().as_encoded_bytes();
        if name.contains(&b'\n') || is_pattern(name) {
            let reason = "ffmpeg takes this name for a pattern, or for two; move it to one without `%d` and line ends";
            return Err(Error::decode(file, reason));
        }
        list.extend_from_slice(b"file 'file:");
        for &byte in name {
            match byte {
                b'\'' => list.extend_from_slice(br"'\''"),
                other => list.push(other),
            }
        }
        list.extend_from_slice(b"'\nduration 1\n");
    }
    Ok(list)
}

/// Whether ffmpeg would look for several files: `%d` or `%05d` is somewhere in it.
fn is_pattern(name: &[u8]) -> bool {
    name.split(|&byte| byte == b'%').skip(1).any(|rest| rest.iter().find(|byte| !byte.is_ascii_digit()) == Some(&b'd'))
}

/// Hands over the list, which may be longer than what ffmpeg has not yet read can be.
fn spawn_writer(mut input: Input, list: Vec<u8>) -> std::io::Result<()> {
    let write = move || {
        // what is not read is told by the pictures that are missing
        let _ = input.write_all(&list);
        input.end();
    };
    spawn("ffmpeg list", Box::new(write))
}

struct StillPictures {
    child: Running,
    frames: Reader,
    times: Receiver<Option<i64>>,
    log: Arc<Log>,
    files: Vec<PathBuf>,
    /// The number of the first of them in the whole sequence.
    first: u64,
    size: Size,
    timeout: Duration,
    read: usize,
}

impl PictureSource for StillPictures {
    fn next_picture(&mut self) -> Result<Option<VideoFrame>> {
        let Some(file) = self.files.get(self.read) else { return Ok(None) };
        let rgb = match self.frames.recv_timeout(self.timeout) {
            Ok(Ok(rgb)) => rgb,
            Ok(Err(e)) => return Err(Error::io("read", file, e)),
            Err(RecvTimeoutError::Timeout) => {
                kill(&mut self.child.0);
                return Err(self.failure(&format!("ffmpeg was stopped after {:?} without a picture", self.timeout)));
            }
            Err(RecvTimeoutError::Disconnected) => {
                // all that it said is wanted
                let _ = wait(&mut self.child.0);
                while self.times.recv_timeout(TIME_PATIENCE).is_ok() {}
                return Err(self.failure("ffmpeg cannot decode it"));
            }
        };
        let time = self.times.recv_timeout(TIME_PATIENCE).ok().flatten();
        if time.is_some_and(|micros| (micros + 500_000) / 1_000_000 > self.read as i64) {
            return Err(self.failure("ffmpeg cannot decode it"));
        }
        let (time, duration) = shown(self.first + self.read as u64);
        self.read += 1;
        Ok(Some(VideoFrame { frame: Frame::from_rgb(self.size.width, self.size.height, rgb), time, duration }))
    }
}

impl StillPictures {
    /// Names the file that should have come.
    fn failure(&self, what: &str) -> Error {
        let said = self.log.text();
        let said = if said.is_empty() { "nothing" } else { &said };
        let file = self.files.get(self.read).map_or(Path::new(""), PathBuf::as_path);
        Error::decode(file, format!("{what}; it said: {said}"))
    }
}

#[cfg(test)]
mod tests;
