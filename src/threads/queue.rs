//! A queue from one thread to one other.
//!
//! That of the standard library serves any number of threads without a lock, and is large: five thousand lines to compile
//! for every kind of message. A lock that two threads take once a picture costs nothing.

use std::collections::VecDeque;
use std::fmt;
use std::sync::mpsc::RecvTimeoutError;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// A queue in which `most` things may wait.
pub(crate) fn queue<T>(most: usize) -> (Sender<T>, Receiver<T>) {
    let shared =
        Arc::new(Shared { state: Mutex::new(State { things: VecDeque::new(), open: true }), changed: Condvar::new() });
    (Sender { shared: Arc::clone(&shared), most }, Receiver { shared })
}

/// Dropped to say that nothing more comes.
pub(crate) struct Sender<T> {
    shared: Arc<Shared<T>>,
    most: usize,
}

/// Dropped to say that nothing more is wanted; what waits is dropped, too.
pub(crate) struct Receiver<T> {
    shared: Arc<Shared<T>>,
}

struct Shared<T> {
    state: Mutex<State<T>>,
    /// Only one of the two can be waiting: either there is too much, or nothing.
    changed: Condvar,
}

struct State<T> {
    things: VecDeque<T>,
    /// Whether both ends are there.
    open: bool,
}

impl<T> Sender<T> {
    /// Waits until there is room. Whether anybody will take it.
    pub(crate) fn send(&self, thing: T) -> bool {
        let full = |state: &mut State<T>| state.open && state.things.len() >= self.most;
        let mut state = self.shared.wait_while(full);
        if state.open {
            state.things.push_back(thing);
            self.shared.changed.notify_one();
        }
        state.open
    }
}

impl<T> Receiver<T> {
    /// Waits for the next. `None` at the end.
    pub(crate) fn recv(&self) -> Option<T> {
        self.shared.wait_while(State::is_idle).things.pop_front().inspect(|_| self.shared.changed.notify_one())
    }

    /// Waits for the next, but not longer than that.
    pub(crate) fn recv_timeout(&self, patience: Duration) -> Result<T, RecvTimeoutError> {
        let waited = self.shared.changed.wait_timeout_while(self.shared.lock(), patience, State::is_idle);
        let (mut state, late) = waited.unwrap_or_else(PoisonError::into_inner);
        let Some(thing) = state.things.pop_front() else {
            return Err(if late.timed_out() { RecvTimeoutError::Timeout } else { RecvTimeoutError::Disconnected });
        };
        self.shared.changed.notify_one();
        Ok(thing)
    }
}

impl<T> State<T> {
    fn is_idle(&mut self) -> bool {
        self.open && self.things.is_empty()
    }
}

impl<T> Shared<T> {
    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait_while(&self, busy: impl FnMut(&mut State<T>) -> bool) -> MutexGuard<'_, State<T>> {
        self.changed.wait_while(self.lock(), busy).unwrap_or_else(PoisonError::into_inner)
    }

    fn close(&self) {
        self.lock().open = false;
        self.changed.notify_one();
    }
}

impl<T> Drop for Sender<T> {
    fn drop(&mut self) {
        self.shared.close();
    }
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        self.shared.close();
        let left = std::mem::take(&mut self.shared.lock().things);
        // without the lock, which the other end may want
        drop(left);
    }
}

impl<T> fmt::Debug for Sender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sender")
    }
}

impl<T> fmt::Debug for Receiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Receiver")
    }
}

#[cfg(test)]
mod tests;
