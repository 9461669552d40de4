//! What a program is handed while it runs: pictures, or a list of files.
//!
//! On Linux it goes through a pair of sockets. Into a pipe whose reader has died, a write kills the writer, unless SIGPIPE is
//! ignored, which a program or a library that it uses may have undone; into a socket it is an error. And what is sent can be
//! ended with others still holding the socket, as does a child that another thread has forked and not yet made another
//! program of; a pipe ends when the last copy of it is closed. It is as fast: its buffer is smaller than a widened pipe's,
//! but pictures are copied in larger pieces.

use std::io::Result;
use std::process::{Child, Command};

#[cfg(target_os = "linux")]
#[derive(Debug)]
pub(crate) struct Input(std::os::unix::net::UnixStream);

#[cfg(target_os = "linux")]
impl Input {
    /// Starts a program that reads it as its standard input.
    pub(crate) fn spawn(mut command: Command) -> Result<(Child, Self)> {
        let (ours, theirs) = std::os::unix::net::UnixStream::pair()?;
        command.stdin(std::os::fd::OwnedFd::from(theirs));
        // the command has the other end, and goes with this: that end must be nobody's but the program's
        Ok((command.spawn()?, Self(ours)))
    }

    pub(crate) fn write_all(&mut self, bytes: &[u8]) -> Result<()> {
        // since Rust 1.90 a write into a socket raises no signal
        std::io::Write::write_all(&mut self.0, bytes)
    }

    /// The program sees the end.
    pub(crate) fn end(self) {
        // a program that has ended already needs no end
        let _ = self.0.shutdown(std::net::Shutdown::Write);
    }
}

#[cfg(not(target_os = "linux"))]
#[derive(Debug)]
pub(crate) struct Input(Option<std::process::ChildStdin>);

#[cfg(not(target_os = "linux"))]
impl Input {
    /// Starts a program that reads it as its standard input.
    pub(crate) fn spawn(mut command: Command) -> Result<(Child, Self)> {
        let mut child = command.stdin(std::process::Stdio::piped()).spawn()?;
        let pipe = child.stdin.take();
        Ok((child, Self(pipe)))
    }

    pub(crate) fn write_all(&mut self, bytes: &[u8]) -> Result<()> {
        use std::io::Write;
        match &mut self.0 {
            Some(pipe) => pipe.write_all(bytes),
            None => Err(std::io::ErrorKind::BrokenPipe.into()),
        }
    }

    /// The program sees the end.
    pub(crate) fn end(self) {}
}
