//! A movie that goes into a stream, once it is whole.

use std::fs::File;
use std::io::{BufReader, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::canvas::Frame;
use crate::encode::{Encoded, Encoder, caught, is_pattern};
use crate::error::{Error, Result};

/// A folder of this recording's own among the system's temporary files, removed with all that is in it.
#[derive(Debug)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// Makes a folder that was not there.
    pub(crate) fn new() -> Result<Self> {
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        loop {
            let number = NUMBER.fetch_add(1, Ordering::Relaxed);
            let path = std::env::temp_dir().join(format!("grabframe-{}-{number}", std::process::id()));
            match std::fs::create_dir(&path) {
                Ok(()) => return Ok(Self(path)),
                // left by a process of the same number that was killed
                Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => {}
                Err(e) => return Err(Error::io("create", path, e)),
            }
        }
    }

    /// Where the movie called `name` is written until it is whole.
    pub(crate) fn file(&self, name: &Path) -> Result<PathBuf> {
        let bad = |what| {
            Error::bad_option(format!(
                "`{}` cannot go into a stream: {what}; give a name such as `movie.gif`",
                name.display()
            ))
        };
        match name.file_name() {
            Some(_) if is_pattern(name) => Err(bad("it is a sequence of files")),
            Some(file) if Path::new(file).extension().is_some() => Ok(self.0.join(file)),
            _ => Err(bad("the format is told by the name's extension")),
        }
    }

    /// What is in it, should something be left in it that was not asked for.
    fn left(&self) -> Option<PathBuf> {
        std::fs::read_dir(&self.0).ok()?.flatten().next().map(|entry| entry.path())
    }

    /// Leaves the folder where it is.
    fn keep(mut self) {
        self.0.clear();
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if !self.0.as_os_str().is_empty() {
            // there is nobody to tell
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }
}

/// Records to a temporary file, and copies it into a stream at the end.
pub(crate) struct Spool {
    encoder: Box<dyn Encoder>,
    path: PathBuf,
    out: Box<dyn Write + Send>,
    // the last: what is in it must be closed when it goes
    folder: Folder,
}

impl Spool {
    /// For an encoder that writes the file `path` in `folder`.
    pub(crate) fn new(encoder: Box<dyn Encoder>, path: PathBuf, folder: Folder, out: Box<dyn Write + Send>) -> Self {
        Self { encoder, path, out, folder }
    }
}

impl Encoder for Spool {
    fn write(&mut self, frame: &Frame) -> Result<()> {
        self.encoder.write(frame)
    }

    fn hold(&mut self, seconds: f64) -> Result<()> {
        self.encoder.hold(seconds)
    }

    fn finish(self: Box<Self>) -> Result<Encoded> {
        let Self { encoder, path, mut out, folder } = *self;
        let encoded = match caught(&path, || encoder.finish()) {
            Ok(encoded) => encoded,
            Err(error) if error.kept().is_some() => {
                folder.keep();
                return Err(error);
            }
            Err(error) => {
                let left = folder.left();
                if left.is_some() {
                    folder.keep();
                }
                return Err(error.kept_in(left));
            }
        };
        let file = File::open(&path).map_err(|e| match e.kind() {
            std::io::ErrorKind::NotFound => Error::bad_option(format!(
                "nothing can go into the stream: its writer has made no `{}`",
                path.display()
            )),
            _ => Error::io("read", &path, e),
        })?;
        let name = Path::new(path.file_name().unwrap_or_default());
        let copied = caught(name, || {
            let copied = std::io::copy(&mut BufReader::with_capacity(1 << 18, file), &mut out);
            copied.and_then(|_| out.flush()).map_err(|e| Error::io("write into the stream of", name, e))
        });
        match copied {
            Ok(()) => Ok(encoded),
            Err(error) => {
                // the stream is broken, the movie is whole
                folder.keep();
                Err(error.kept_in(Some(path)))
            }
        }
    }

    fn abort(self: Box<Self>) {
        self.encoder.abort();
    }

    fn salvage(self: Box<Self>) -> Option<PathBuf> {
        let Self { encoder, folder, .. } = *self;
        let kept = encoder.salvage();
        if kept.is_some() {
            folder.keep();
        }
        kept
    }
}
