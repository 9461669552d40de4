//! The thread that encodes beside the simulation.
//!
//! Frames go over in a queue of fixed length and come back to be filled again, so that memory does not depend on how
//! many there are, and a slow encoder makes the simulation wait.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread::{Builder, JoinHandle};
use std::time::{Duration, Instant};

use crate::canvas::Frame;
use crate::encode::{Encoded, Encoder};
use crate::error::{Error, Result};
use crate::record::Times;

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
    thread: JoinHandle<Result<(Encoded, Duration)>>,
    times: Times,
}

impl Worker {
    pub(crate) fn start(encoder: Box<dyn Encoder>, path: PathBuf) -> Result<Self> {
        let (jobs, queue) = sync_channel(QUEUE);
        let (back, spare) = channel();
        let thread = Builder::new()
            .name("grabframe encoder".into())
            .spawn(move || run(encoder, &queue, &back))
            .map_err(|e| Error::io("start the encoder of", &path, e))?;
        Ok(Self { path, jobs, spare, thread, times: Times::default() })
    }

    /// Hands over a frame that `fill` makes. A worker that failed comes back as the error that it failed with.
    pub(crate) fn frame(mut self, fill: impl FnOnce(&mut Frame)) -> Result<Self> {
        let start = Instant::now();
        let mut frame = self.spare.try_recv().unwrap_or_default();
        fill(&mut frame);
        self.times.drawing += start.elapsed();
        self.send(Job::Frame(frame))
    }

    pub(crate) fn hold(self, seconds: f64) -> Result<Self> {
        self.send(Job::Hold(seconds))
    }

    pub(crate) fn finish(self) -> Result<(Encoded, Times)> {
        let (start, mut times) = (Instant::now(), self.times);
        // if it cannot be sent, the thread has ended with an error, which joining gives
        let _ = self.jobs.send(Job::Finish);
        let (encoded, encoding) = self.join()?;
        times.waiting += start.elapsed();
        times.encoding = encoding;
        Ok((encoded, times))
    }

    /// Stops without a file.
    pub(crate) fn abort(self) {
        let _ = self.join();
    }

    fn send(mut self, job: Job) -> Result<Self> {
        let start = Instant::now();
        match self.jobs.send(job) {
            Ok(()) => {
                self.times.waiting += start.elapsed();
                Ok(self)
            }
            Err(_) => {
                let path = self.path.clone();
                Err(self.join().err().unwrap_or(Error::Encode { path, reason: "the encoder stopped".into() }))
            }
        }
    }

    fn join(self) -> Result<(Encoded, Duration)> {
        let Self { path, jobs, spare, thread, .. } = self;
        // the thread ends when there is nobody left to send
        drop((jobs, spare));
        thread.join().unwrap_or_else(|panic| {
            let words = panic.downcast_ref::<&str>().map(ToString::to_string);
            let words = words.or_else(|| panic.downcast_ref::<String>().cloned());
            Err(Error::Encode { path, reason: format!("it panicked: {}", words.as_deref().unwrap_or("no message")) })
        })
    }
}

/// Encodes until the end, and says how long it was busy.
fn run(mut encoder: Box<dyn Encoder>, queue: &Receiver<Job>, back: &Sender<Frame>) -> Result<(Encoded, Duration)> {
    let mut busy = Duration::ZERO;
    for job in queue {
        let start = Instant::now();
        match job {
            Job::Frame(frame) => {
                encoder.write(&frame)?;
                // nobody takes it if the recording is just ending
                let _ = back.send(frame);
            }
            Job::Hold(seconds) => encoder.hold(seconds)?,
            Job::Finish => {
                let encoded = encoder.finish()?;
                return Ok((encoded, busy + start.elapsed()));
            }
        }
        busy += start.elapsed();
    }
    encoder.abort();
    Ok((Encoded::default(), busy))
}
