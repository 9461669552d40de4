//! Threads that draw the frames of one movie, several at once.
//!
//! What changes the figure runs on one thread, for one frame after the other, and each frame is drawn from a clone of the figure,
//! which copies no data: so frames need not be independent. Of n threads, frame k is drawn by the one of number k mod n, and is
//! taken from there. They come in the order in which they were sent, then, however long each takes; and a renderer that
//! sees each n-th frame keeps what did not change between those.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread::available_parallelism;
use std::time::Duration;

use crate::canvas::Frame;
use crate::encode::words;
use crate::error::{Error, Result};
use crate::record::outcome::Fault;
use crate::record::snapshot::{Drawer, Snapshot};
use crate::threads::{Receiver, Sender, queue, spawn};

/// How many frames each thread has at most: one that it draws, and one so that it need not wait for the next.
const EACH: usize = 2;

/// More threads than these draw faster than anything encodes, and each holds frames.
const MOST: usize = 16;

/// How many threads there can be at once.
pub(super) fn cores() -> usize {
    available_parallelism().map_or(1, usize::from).min(MOST)
}

/// The threads, and what they have been given.
pub(super) struct Crew {
    hands: Vec<Hand>,
    sent: u64,
    taken: u64,
    /// Memory of frames that are in the movie.
    spare: Vec<Frame>,
    /// Whether no more is sent, and if so for a fault that is still to be told.
    over: Option<Option<Fault>>,
}

struct Hand {
    jobs: Sender<Job>,
    drawn: Receiver<Result<Drawn>>,
}

/// A figure, its number, and memory for the picture.
type Job = (Snapshot, u64, Frame);

/// What is to be drawn next, if anything is.
pub(super) type Next = std::result::Result<Option<Snapshot>, Fault>;

/// A frame, and how long it took.
pub(super) type Drawn = (Frame, Duration);

impl Crew {
    /// So many threads, or as many as there can be; `None` if that is none.
    pub(super) fn of(count: usize) -> Option<Self> {
        let mut hands = Vec::new();
        for _ in 0..count {
            hands.extend(Hand::start());
        }
        (!hands.is_empty()).then_some(Self { hands, sent: 0, taken: 0, spare: Vec::new(), over: None })
    }

    /// The next frame in order; before it is waited for, all threads are given something to do, which `step` makes, until it has no more.
    ///
    /// # Errors
    /// As the last item: what `step` returned, its panic, or that of an artist while it was drawn. All frames before have been
    /// returned then.
    pub(super) fn next(&mut self, step: &mut dyn FnMut() -> Next) -> Option<Result<Drawn>> {
        while self.over.is_none() && self.sent - self.taken < (EACH * self.hands.len()) as u64 {
            match catch_unwind(AssertUnwindSafe(&mut *step)) {
                Ok(Ok(Some(snapshot))) => self.send(snapshot),
                Ok(Ok(None)) => self.over = Some(None),
                Ok(Err(fault)) => self.over = Some(Some(fault)),
                Err(panic) => self.over = Some(Some(["it panicked: ", words(&*panic)].concat().into())),
            }
        }
        if self.taken == self.sent {
            let fault = self.over.as_mut()?.take()?;
            return Some(Err(Error::update(self.taken, fault)));
        }
        let hand = &self.hands[self.taken as usize % self.hands.len()];
        let gone = || Err(Error::drawing(self.taken, None, "its thread has ended"));
        let drawn = hand.drawn.recv().unwrap_or_else(gone);
        self.taken += 1;
        if drawn.is_err() {
            // what comes after is not wanted
            self.taken = self.sent;
            self.over = Some(None);
        }
        Some(drawn)
    }

    fn send(&mut self, snapshot: Snapshot) {
        let frame = self.spare.pop().unwrap_or_default();
        let hand = &self.hands[self.sent as usize % self.hands.len()];
        // where it cannot be sent, it cannot be taken either, which is told then
        _ = hand.jobs.send((snapshot, self.sent, frame));
        self.sent += 1;
    }

    /// Takes back the memory of a frame.
    pub(super) fn reuse(&mut self, frame: Frame) {
        self.spare.push(frame);
    }
}

impl Hand {
    fn start() -> Option<Self> {
        let (jobs, todo) = queue::<Job>(EACH);
        let (done, drawn) = queue(EACH);
        let draw = move || {
            let mut drawer = Drawer::default();
            while let Some((snapshot, number, mut frame)) = todo.recv() {
                let before = drawer.busy;
                let drawn = drawer.draw(snapshot, number, &mut frame);
                if !done.send(drawn.map(|()| (frame, drawer.busy - before))) {
                    break;
                }
            }
        };
        spawn("grabframe drawing", Box::new(draw)).ok()?;
        Some(Self { jobs, drawn })
    }
}

#[cfg(test)]
mod tests;
