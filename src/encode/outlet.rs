//! What a finished file is poured into, where no file can take a place: a pipe, a terminal, a device.

use std::fs::File;
use std::io::{Error, ErrorKind, Result, Seek};
use std::path::Path;
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;

use crate::threads::{Receiver, queue, spawn};

/// How long a pipe waits for somebody to read it, once there is something to be read.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long an error of opening a pipe is waited for at the beginning.
const AT_ONCE: Duration = Duration::from_millis(30);

/// Open for writing, or, as a pipe that nobody reads yet, about to be.
#[derive(Debug)]
pub(super) enum Outlet {
    Open(File),
    Opening(Receiver<Result<File>>),
}

impl Outlet {
    pub(super) fn open(path: &Path, pipe: bool) -> Result<Self> {
        if !pipe {
            return Ok(Self::Open(File::options().write(true).open(path)?));
        }
        // A pipe opens when somebody opens its other end, who may come before the first frame or after the last. Should a
        // recording end before, its thread waits on, so that also then who comes to read is told of the end.
        let (send, opening) = queue(1);
        let path = path.to_path_buf();
        let open = move || {
            send.send(File::options().write(true).open(path));
        };
        spawn("grabframe pipe", Box::new(open))?;
        match opening.recv_timeout(AT_ONCE) {
            Ok(opened) => opened.map(Self::Open),
            Err(_) => Ok(Self::Opening(opening)),
        }
    }

    /// Pours all of `file` into it.
    pub(super) fn fill(self, file: File) -> Result<u64> {
        self.fill_within(PATIENCE, file)
    }

    fn fill_within(self, patience: Duration, mut file: File) -> Result<u64> {
        let mut out = match self {
            Self::Open(out) => out,
            Self::Opening(opening) => match opening.recv_timeout(patience) {
                Ok(opened) => opened?,
                Err(RecvTimeoutError::Timeout) => {
                    let words = format!("nobody has begun to read it in {patience:?}");
                    return Err(Error::new(ErrorKind::TimedOut, words));
                }
                Err(RecvTimeoutError::Disconnected) => return Err(ErrorKind::BrokenPipe.into()),
            },
        };
        // standard output that goes into a file is such a one: as a shell does, with nothing left of what it was
        if out.metadata()?.is_file() {
            out.set_len(0)?;
        }
        file.rewind()?;
        std::io::copy(&mut file, &mut out)
    }
}

#[cfg(all(test, unix))]
mod tests;
