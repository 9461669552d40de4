//! Threads beside the program's own, and what goes from one to another.

mod queue;

use std::io::Result;
use std::thread::Builder;

pub(crate) use queue::{Receiver, Sender, queue};

/// Starts a thread, of which only its work is heard. The work is boxed, so that starting one is compiled once.
pub(crate) fn spawn(name: &str, work: Box<dyn FnOnce() + Send>) -> Result<()> {
    Builder::new().name(name.into()).spawn(work).map(drop)
}
