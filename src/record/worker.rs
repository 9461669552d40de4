//! The thread that encodes beside the simulation, and draws there what is to be drawn in the background.
//!
//! Frames go over in a queue of fixed length and come back to be filled again, so that memory does not depend on how
//! many there are, and a slow encoder makes the simulation wait.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::RecvTimeoutError;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};
use std::time::{Duration, Instant};

use crate::canvas::Frame;
use crate::encode::{Encoded, Encoder, caught};
use crate::error::{Error, Result};
use crate::record::Times;
use crate::record::left::left;
use crate::record::snapshot::{Drawer, Snapshot};
use crate::record::views::{REST, Views};
use crate::threads::{Receiver, Sender, queue};
use crate::view::View;

/// How many frames may wait for the encoder.
const QUEUE: usize = 3;

enum Job {
    Frame(Frame),
    Snapshot(Box<Snapshot>),
    Hold(f64),
    View(Box<dyn View>),
    Finish,
}

/// What both threads have.
#[derive(Debug, Default)]
struct Common {
    /// Frames that were encoded, to be filled again.
    spare: Mutex<Vec<Frame>>,
    /// Whether what waits to be drawn is not wanted any more.
    given_up: AtomicBool,
    /// How many frames there will be; 0 where that is not known.
    total: AtomicU64,
}

impl Common {
    fn put(&self, frame: Frame) {
        self.spare.lock().unwrap_or_else(PoisonError::into_inner).push(frame);
    }

    /// Such a frame, or a new one.
    fn take(&self) -> Frame {
        self.spare.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default()
    }
}

/// A running encoder.
#[derive(Debug)]
pub(crate) struct Worker {
    path: PathBuf,
    jobs: Sender<Job>,
    common: Arc<Common>,
    thread: JoinHandle<(End, Views)>,
    times: Times,
}

/// How the thread ended.
enum End {
    Finished(Finished),
    /// With an error of the encoder.
    Failed(Error),
    /// At a figure that could not be drawn. The encoder has as many frames as came before, and could go on.
    Undrawn {
        error: Error,
        encoder: Box<dyn Encoder>,
        frames: u64,
    },
}

#[derive(Default)]
struct Finished {
    encoded: Encoded,
    /// How long it was drawing.
    drawing: Duration,
    /// How long it did something else than waiting.
    busy: Duration,
}

impl Worker {
    pub(crate) fn start(encoder: Box<dyn Encoder>, path: PathBuf, views: Views) -> Result<Self> {
        let (jobs, queue) = queue(QUEUE);
        let common = Arc::new(Common::default());
        let thread = Builder::new()
            .name("grabframe encoder".into())
            .spawn({
                let (path, common) = (path.clone(), Arc::clone(&common));
                move || run(encoder, path, views, &queue, &common)
            })
            .map_err(|e| Error::io("start the encoder of", &path, e))?;
        Ok(Self { path, jobs, common, thread, times: Times::default() })
    }

    /// Hands over a frame that `fill` makes, unless the thread has stopped; the reason is then its [`failure`](Worker::failure).
    /// Should `fill` panic, nothing was handed over, and the next frame may be.
    #[must_use]
    pub(crate) fn frame(&mut self, fill: impl FnOnce(&mut Frame)) -> bool {
        let start = Instant::now();
        let mut frame = self.common.take();
        fill(&mut frame);
        self.times.drawing += start.elapsed();
        self.send(Job::Frame(frame))
    }

    /// As [`frame`](Worker::frame), of one that was drawn elsewhere, which took so long. The memory of another comes back in its place.
    #[must_use]
    pub(crate) fn drawn(&mut self, frame: &mut Frame, took: Duration) -> bool {
        self.times.drawing += took;
        self.frame(|out| std::mem::swap(out, frame))
    }

    /// As [`frame`](Worker::frame), of a frame that is to be drawn there.
    #[must_use]
    pub(crate) fn snapshot(&mut self, snapshot: Snapshot) -> bool {
        self.send(Job::Snapshot(Box::new(snapshot)))
    }

    /// As [`frame`](Worker::frame), of a hold.
    #[must_use]
    pub(crate) fn hold(&mut self, seconds: f64) -> bool {
        self.send(Job::Hold(seconds))
    }

    /// As [`frame`](Worker::frame), of one more who looks at those that come.
    #[must_use]
    pub(crate) fn view(&mut self, view: Box<dyn View>) -> bool {
        self.send(Job::View(view))
    }

    /// Says how many frames there will be.
    pub(crate) fn expect(&self, total: Option<u64>) {
        self.common.total.store(total.unwrap_or(0), Ordering::Relaxed);
    }

    /// Why the thread has stopped, and who has looked.
    pub(crate) fn failure(self) -> (Error, Option<Views>) {
        let path = self.path.clone();
        let (result, views) = self.result();
        (result.err().unwrap_or(Error::encode(path, "the encoder stopped")), views)
    }

    pub(crate) fn finish(self) -> (Result<(Encoded, Times)>, Option<Views>) {
        let (start, mut times) = (Instant::now(), self.times);
        // if it cannot be sent, the thread has ended with an error, which joining gives
        let _ = self.jobs.send(Job::Finish);
        let (result, views) = self.result();
        let finished = result.map(|Finished { encoded, drawing, busy }| {
            times.waiting += start.elapsed();
            times.drawing += drawing;
            times.converting = encoded.converting;
            times.encoding = busy.saturating_sub(drawing + encoded.converting);
            (encoded, times)
        });
        (finished, views)
    }

    /// Stops without a file.
    pub(crate) fn abort(self) -> Option<Views> {
        self.common.given_up.store(true, Ordering::Relaxed);
        let path = self.path.clone();
        let (end, views) = self.join();
        if let End::Undrawn { encoder, .. } = end {
            give_up(&path, encoder);
        }
        views
    }

    fn send(&mut self, job: Job) -> bool {
        let start = Instant::now();
        let sent = self.jobs.send(job);
        self.times.waiting += start.elapsed();
        sent
    }

    /// What came of it, once it has ended. What was recorded before a figure that could not be drawn is kept.
    fn result(self) -> (Result<Finished>, Option<Views>) {
        let path = self.path.clone();
        let (end, views) = self.join();
        let result = match end {
            End::Finished(finished) => Ok(finished),
            End::Failed(error) => Err(error),
            End::Undrawn { error, encoder, frames: 0 } => {
                give_up(&path, encoder);
                Err(error)
            }
            End::Undrawn { error, encoder, .. } => {
                let finished = caught(&path, || encoder.finish());
                Err(error.kept_in(left(&path, finished.err())))
            }
        };
        (result, views)
    }

    fn join(self) -> (End, Option<Views>) {
        let Self { path, jobs, thread, .. } = self;
        // the thread ends when there is nobody left to send
        drop(jobs);
        // a panic is caught inside, unless it is another one in the middle of what is done about it
        let stopped = || Error::encode(path, "the encoder panicked more than once");
        match thread.join() {
            Ok((end, views)) => (end, Some(views)),
            Err(_) => (End::Failed(stopped()), None),
        }
    }
}

/// Leaves no file, whatever the encoder does about that.
fn give_up(path: &Path, encoder: Box<dyn Encoder>) {
    let _ = caught(path, || {
        encoder.abort();
        Ok(())
    });
}

/// Encodes until the end. After an error, and should the encoder panic, what was recorded before is kept where that is possible.
fn run(
    encoder: Box<dyn Encoder>,
    path: PathBuf,
    mut views: Views,
    queue: &Receiver<Job>,
    common: &Common,
) -> (End, Views) {
    let mut encoder = Some(encoder);
    // after a panic the encoder is only asked for what it has left
    let end = caught(&path, || encode(&mut encoder, &mut views, queue, common)).unwrap_or_else(|error| {
        let kept = caught(&path, || Ok(encoder.and_then(Encoder::salvage)));
        // the first error is the one to tell
        End::Failed(error.kept_in(kept.unwrap_or_default()))
    });
    (end, views)
}

/// Takes the encoder unless it fails; then it is left there.
fn encode(
    encoder: &mut Option<Box<dyn Encoder>>,
    views: &mut Views,
    queue: &Receiver<Job>,
    common: &Common,
) -> Result<End> {
    let (mut drawer, mut picture) = (Drawer::default(), Frame::default());
    let (mut busy, mut held) = (Duration::ZERO, Duration::ZERO);
    let total = || Some(common.total.load(Ordering::Relaxed)).filter(|total| *total > 0);
    while let Some(job) = next(queue, views) {
        let start = Instant::now();
        let Some(running) = encoder else { break };
        match job {
            Job::Frame(mut frame) => {
                views.show(&mut frame, total(), held);
                running.write(views.last())?;
                common.put(views.spare().unwrap_or(frame));
            }
            Job::Snapshot(_) if common.given_up.load(Ordering::Relaxed) => {}
            Job::Snapshot(snapshot) => {
                let frames = views.frames();
                match drawer.draw(*snapshot, frames, &mut picture) {
                    Ok(()) => {
                        views.show(&mut picture, total(), held);
                        running.write(views.last())?;
                    }
                    Err(error) => {
                        let undrawn = encoder.take().map(|encoder| End::Undrawn { error, encoder, frames });
                        return Ok(undrawn.unwrap_or_else(|| End::Finished(Finished::default())));
                    }
                }
            }
            Job::Hold(seconds) => {
                running.hold(seconds)?;
                held += Duration::from_secs_f64(seconds);
            }
            Job::View(view) => views.add(view),
            Job::Finish => {
                let encoded = encoder.take().map(Encoder::finish).transpose()?.unwrap_or_default();
                return Ok(End::Finished(Finished { encoded, drawing: drawer.busy, busy: busy + start.elapsed() }));
            }
        }
        busy += start.elapsed();
    }
    if let Some(encoder) = encoder.take() {
        encoder.abort();
    }
    Ok(End::Finished(Finished::default()))
}

/// What is to be done next. Where that does not come at once, views are told.
fn next(queue: &Receiver<Job>, views: &mut Views) -> Option<Job> {
    if views.any() {
        match queue.recv_timeout(REST) {
            Err(RecvTimeoutError::Timeout) => views.rest(),
            job => return job.ok(),
        }
    }
    queue.recv()
}
