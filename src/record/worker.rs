//! The thread that encodes beside the simulation.
//!
//! Frames go over in a queue of fixed length and come back to be filled again, so that memory does not depend on how
//! many there are, and a slow encoder makes the simulation wait.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};
use std::time::{Duration, Instant};

use crate::canvas::Frame;
use crate::encode::{Encoded, Encoder, caught};
use crate::error::{Error, Result};
use crate::record::Times;
use crate::threads::{Receiver, Sender, queue};

/// How many frames may wait for the encoder.
const QUEUE: usize = 3;

enum Job {
    Frame(Frame),
    Hold(f64),
    Finish,
}

/// Frames that were encoded, to be filled again.
#[derive(Clone, Debug, Default)]
struct Spare(Arc<Mutex<Vec<Frame>>>);

impl Spare {
    fn put(&self, frame: Frame) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(frame);
    }

    /// Such a frame, or a new one.
    fn take(&self) -> Frame {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default()
    }
}

/// A running encoder.
#[derive(Debug)]
pub(crate) struct Worker {
    path: PathBuf,
    jobs: Sender<Job>,
    spare: Spare,
    thread: JoinHandle<Result<(Encoded, Duration)>>,
    times: Times,
}

impl Worker {
    pub(crate) fn start(encoder: Box<dyn Encoder>, path: PathBuf) -> Result<Self> {
        let (jobs, queue) = queue(QUEUE);
        let spare = Spare::default();
        let thread = Builder::new()
            .name("grabframe encoder".into())
            .spawn({
                let (path, spare) = (path.clone(), spare.clone());
                move || run(encoder, path, &queue, &spare)
            })
            .map_err(|e| Error::io("start the encoder of", &path, e))?;
        Ok(Self { path, jobs, spare, thread, times: Times::default() })
    }

    /// Hands over a frame that `fill` makes, unless the thread has stopped; the reason is then its [`failure`](Worker::failure).
    /// Should `fill` panic, nothing was handed over, and the next frame may be.
    #[must_use]
    pub(crate) fn frame(&mut self, fill: impl FnOnce(&mut Frame)) -> bool {
        let start = Instant::now();
        let mut frame = self.spare.take();
        fill(&mut frame);
        self.times.drawing += start.elapsed();
        self.send(Job::Frame(frame))
    }

    /// As [`frame`](Worker::frame), of a hold.
    #[must_use]
    pub(crate) fn hold(&mut self, seconds: f64) -> bool {
        self.send(Job::Hold(seconds))
    }

    /// Why the thread has stopped.
    pub(crate) fn failure(self) -> Error {
        let path = self.path.clone();
        self.join().err().unwrap_or(Error::encode(&path, "the encoder stopped"))
    }

    pub(crate) fn finish(self) -> Result<(Encoded, Times)> {
        let (start, mut times) = (Instant::now(), self.times);
        // if it cannot be sent, the thread has ended with an error, which joining gives
        let _ = self.jobs.send(Job::Finish);
        let (encoded, encoding) = self.join()?;
        times.waiting += start.elapsed();
        times.converting = encoded.converting;
        times.encoding = encoding.saturating_sub(encoded.converting);
        Ok((encoded, times))
    }

    /// Stops without a file.
    pub(crate) fn abort(self) {
        let _ = self.join();
    }

    fn send(&mut self, job: Job) -> bool {
        let start = Instant::now();
        let sent = self.jobs.send(job);
        self.times.waiting += start.elapsed();
        sent
    }

    fn join(self) -> Result<(Encoded, Duration)> {
        let Self { path, jobs, thread, .. } = self;
        // the thread ends when there is nobody left to send
        drop(jobs);
        // a panic is caught inside, unless it is another one in the middle of what is done about it
        let stopped = || Err(Error::encode(&path, "the encoder panicked more than once"));
        thread.join().unwrap_or_else(|_| stopped())
    }
}

/// Encodes until the end, and says how long it was busy. After an error, and should the encoder panic, what was recorded
/// before is kept where that is possible.
fn run(encoder: Box<dyn Encoder>, path: PathBuf, queue: &Receiver<Job>, spare: &Spare) -> Result<(Encoded, Duration)> {
    let mut encoder = Some(encoder);
    // after a panic the encoder is only asked for what it has left
    caught(&path, || encode(&mut encoder, queue, spare)).map_err(|error| {
        let kept = caught(&path, || Ok(encoder.and_then(Encoder::salvage)));
        // the first error is the one to tell
        error.kept_in(kept.unwrap_or_default())
    })
}

/// Takes the encoder to finish it; otherwise leaves it there.
fn encode(encoder: &mut Option<Box<dyn Encoder>>, queue: &Receiver<Job>, spare: &Spare) -> Result<(Encoded, Duration)> {
    let mut busy = Duration::ZERO;
    while let Some(job) = queue.recv() {
        let start = Instant::now();
        let Some(running) = encoder else { break };
        match job {
            Job::Frame(frame) => {
                running.write(&frame)?;
                spare.put(frame);
            }
            Job::Hold(seconds) => running.hold(seconds)?,
            Job::Finish => {
                let encoded = encoder.take().map(Encoder::finish).transpose()?;
                return Ok((encoded.unwrap_or_default(), busy + start.elapsed()));
            }
        }
        busy += start.elapsed();
    }
    if let Some(encoder) = encoder.take() {
        encoder.abort();
    }
    Ok((Encoded::default(), busy))
}
