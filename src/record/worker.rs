//! The thread that encodes beside the simulation.
//!
//! Frames go over in a queue of fixed length and come back to be filled again, so that memory does not depend on how
//! many there are, and a slow encoder makes the simulation wait.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread::{Builder, JoinHandle};

use crate::canvas::Frame;
use crate::encode::{Encoded, Encoder};
use crate::error::{Error, Result};

/// How many frames may wait for the encoder.
const QUEUE: usize = 3;

enum Job {
    Frame(Frame),
    Hold(f64),
    Finish,
}

/// A running encoder.
#[derive(Debug)]
pub(crate) struct Worker {
    path: PathBuf,
    jobs: SyncSender<Job>,
    spare: Receiver<Frame>,
    thread: JoinHandle<Result<Encoded>>,
}

impl Worker {
    pub(crate) fn start(encoder: Box<dyn Encoder>, path: PathBuf) -> Result<Self> {
        let (jobs, queue) = sync_channel(QUEUE);
        let (back, spare) = channel();
        let thread = Builder::new()
            .name("grabframe encoder".into())
            .spawn(move || run(encoder, &queue, &back))
            .map_err(|e| Error::io("start the encoder of", &path, e))?;
        Ok(Self { path, jobs, spare, thread })
    }

    /// Hands over a frame that `fill` makes. A worker that failed comes back as the error that it failed with.
    pub(crate) fn frame(self, fill: impl FnOnce(&mut Frame)) -> Result<Self> {
        let mut frame = self.spare.try_recv().unwrap_or_default();
        fill(&mut frame);
        self.send(Job::Frame(frame))
    }

    pub(crate) fn hold(self, seconds: f64) -> Result<Self> {
        self.send(Job::Hold(seconds))
    }

    pub(crate) fn finish(self) -> Result<Encoded> {
        // if it cannot be sent, the thread has ended with an error, which joining gives
        let _ = self.jobs.send(Job::Finish);
        self.join()
    }

    /// Stops without a file.
    pub(crate) fn abort(self) {
        let _ = self.join();
    }

    fn send(self, job: Job) -> Result<Self> {
        match self.jobs.send(job) {
            Ok(()) => Ok(self),
            Err(_) => {
                let path = self.path.clone();
                Err(self.join().err().unwrap_or(Error::Encode { path, reason: "the encoder stopped".into() }))
            }
        }
    }

    fn join(self) -> Result<Encoded> {
        let Self { path, jobs, spare, thread } = self;
        // the thread ends when there is nobody left to send
        drop((jobs, spare));
        thread.join().unwrap_or_else(|panic| {
            let words = panic.downcast_ref::<&str>().map(ToString::to_string);
            let words = words.or_else(|| panic.downcast_ref::<String>().cloned());
            Err(Error::Encode { path, reason: format!("it panicked: {}", words.as_deref().unwrap_or("no message")) })
        })
    }
}

fn run(mut encoder: Box<dyn Encoder>, queue: &Receiver<Job>, back: &Sender<Frame>) -> Result<Encoded> {
    for job in queue {
        match job {
            Job::Frame(frame) => {
                encoder.write(&frame)?;
                // nobody takes it if the recording is just ending
                let _ = back.send(frame);
            }
            Job::Hold(seconds) => encoder.hold(seconds)?,
            Job::Finish => return encoder.finish(),
        }
    }
    encoder.abort();
    Ok(Encoded::default())
}
