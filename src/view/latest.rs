//! The newest frame, on its way from the thread that has it to one that shows it. Whoever offers one never waits.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::canvas::Frame;
use crate::view::Shown;

/// Holds the newest frame of those that are offered, at most so many a second.
#[derive(Debug)]
pub(crate) struct Latest {
    newest: Mutex<Newest>,
    fresh: Condvar,
    born: Instant,
    /// Nanoseconds between two frames.
    period: u64,
    /// When the next is due, in nanoseconds after `born`.
    due: AtomicU64,
}

/// What is there to be shown.
#[derive(Debug, Default)]
pub(crate) struct Newest {
    /// Grows with each frame that is put in; 0 where there is none.
    pub(crate) number: u64,
    pub(crate) frame: Frame,
    pub(crate) shown: Shown,
    /// Nothing more comes.
    pub(crate) over: bool,
}

impl Latest {
    pub(crate) fn new(per_second: f64) -> Self {
        let period = (1e9 / per_second) as u64;
        Self { newest: Mutex::default(), fresh: Condvar::new(), born: Instant::now(), period, due: AtomicU64::new(0) }
    }

    /// Takes a copy if one is due and nobody is looking at the last at this moment. Most calls look at the clock and no more.
    pub(crate) fn offer(&self, frame: &Frame, shown: &Shown) {
        if self.is_due()
            && let Ok(newest) = self.newest.try_lock()
        {
            self.put(newest, frame, shown);
        }
    }

    /// The last frame when nothing comes for a while, due or not, unless it is there already.
    pub(crate) fn rest(&self, frame: &Frame, shown: &Shown) {
        let newest = self.lock();
        if newest.number == 0 || newest.shown.frames != shown.frames {
            self.put(newest, frame, shown);
        }
    }

    /// The last frame of all.
    pub(crate) fn finish(&self, frame: &Frame, shown: &Shown) {
        self.put(self.lock(), frame, shown);
    }

    /// Nothing more comes: who waits need not.
    pub(crate) fn close(&self) {
        self.lock().over = true;
        self.fresh.notify_all();
    }

    /// Wakes who waits, to look at something else.
    #[cfg(feature = "watch")]
    pub(crate) fn wake(&self) {
        drop(self.lock());
        self.fresh.notify_all();
    }

    /// Waits until `ready` says so, or for so long. What is returned should be held for no longer than a copy takes.
    pub(crate) fn wait(&self, patience: Duration, mut ready: impl FnMut(&Newest) -> bool) -> MutexGuard<'_, Newest> {
        let waited = self.fresh.wait_timeout_while(self.lock(), patience, |newest| !ready(newest));
        waited.unwrap_or_else(PoisonError::into_inner).0
    }

    fn is_due(&self) -> bool {
        let now = self.born.elapsed().as_nanos() as u64;
        let due = self.due.load(Ordering::Relaxed);
        if now < due {
            return false;
        }
        // on a fixed beat, which begins anew when it is late
        let next = if now < due + self.period { due } else { now };
        self.due.store(next + self.period, Ordering::Relaxed);
        true
    }

    fn put(&self, mut newest: MutexGuard<'_, Newest>, frame: &Frame, shown: &Shown) {
        newest.frame.copy_from(frame);
        newest.shown.clone_from(shown);
        newest.number += 1;
        drop(newest);
        self.fresh.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, Newest> {
        self.newest.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests;
