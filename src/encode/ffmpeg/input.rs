//! The way of the pictures into the program.
//!
//! On Linux it is a pair of sockets. Into a pipe whose reader has died, a write kills the writer, unless SIGPIPE is ignored,
//! which a program or a library that it uses may have undone; into a socket it is an error. And what is sent can be
//! ended with others still holding the socket, as does a child that another thread has forked and not yet made another
//! program of; a pipe ends when the last copy of it is closed. It is as fast: its buffer is smaller than a widened pipe's,
//! but pictures are copied in larger pieces.

use std::io::Result;
use std::process::{Child, Command};

#[cfg(target_os = "linux")]
#[derive(Debug)]
pub(super) struct Input(std::os::unix::net::UnixStream);

#[cfg(target_os = "linux")]
impl Input {
    /// Makes it the standard input of a program that is about to be started.
    pub(super) fn of(command: &mut Command) -> Result<Self> {
        let (ours, theirs) = std::os::unix::net::UnixStream::pair()?;
        command.stdin(std::os::fd::OwnedFd::from(theirs));
        Ok(Self(ours))
    }

    /// The program runs.
    pub(super) fn started(&mut self, _: &mut Child) {}

    pub(super) fn write_all(&mut self, bytes: &[u8]) -> Result<()> {
        // since Rust 1.90 a write into a socket raises no signal
        std::io::Write::write_all(&mut self.0, bytes)
    }

    /// The program sees the end.
    pub(super) fn end(self) {
        // a program that has ended already needs no end
        let _ = self.0.shutdown(std::net::Shutdown::Write);
    }
}

#[cfg(not(target_os = "linux"))]
#[derive(Debug)]
pub(super) struct Input(Option<std::process::ChildStdin>);

#[cfg(not(target_os = "linux"))]
impl Input {
    /// Makes it the standard input of a program that is about to be started.
    pub(super) fn of(command: &mut Command) -> Result<Self> {
        command.stdin(std::process::Stdio::piped());
        Ok(Self(None))
    }

    /// The program runs.
    pub(super) fn started(&mut self, child: &mut Child) {
        self.0 = child.stdin.take();
    }

    pub(super) fn write_all(&mut self, bytes: &[u8]) -> Result<()> {
        use std::io::Write;
        match &mut self.0 {
            Some(pipe) => pipe.write_all(bytes),
            None => Err(std::io::ErrorKind::BrokenPipe.into()),
        }
    }

    /// The program sees the end.
    pub(super) fn end(self) {}
}
