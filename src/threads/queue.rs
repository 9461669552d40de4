//! A queue from one thread to one other.
//!
//! That of the standard library serves any number of threads without a lock, and is large: five thousand lines to compile
//! for every kind of message. A lock that two threads take once a picture costs nothing.

use std::any::Any;
use std::collections::VecDeque;
use std::fmt;
use std::marker::PhantomData;
use std::sync::mpsc::RecvTimeoutError;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// A queue in which `most` things may wait.
pub(crate) fn queue<T: Send + 'static>(most: usize) -> (Sender<T>, Receiver<T>) {
    let state = Mutex::new(State { things: VecDeque::new(), open: true });
    let shared = Arc::new(Shared { state, changed: Condvar::new(), most });
    (Sender { end: End(Arc::clone(&shared)), of: PhantomData }, Receiver { end: End(shared), of: PhantomData })
}

/// Dropped to say that nothing more comes.
pub(crate) struct Sender<T> {
    end: End,
    of: PhantomData<fn(T)>,
}

/// Dropped to say that nothing more is wanted; what waits is dropped, too.
pub(crate) struct Receiver<T> {
    end: End,
    of: PhantomData<fn() -> T>,
}

impl<T: Send + 'static> Sender<T> {
    /// Waits until there is room. Whether anybody will take it.
    pub(crate) fn send(&self, thing: T) -> bool {
        self.end.0.send(Box::new(thing))
    }
}

impl<T: Send + 'static> Receiver<T> {
    /// Waits for the next. `None` at the end.
    pub(crate) fn recv(&self) -> Option<T> {
        self.recv_timeout(Duration::MAX).ok()
    }

    /// Waits for the next, but not longer than that.
    pub(crate) fn recv_timeout(&self, patience: Duration) -> Result<T, RecvTimeoutError> {
        // only what is a `T` was sent
        self.end.0.recv(patience)?.downcast().map(|thing| *thing).map_err(|_| RecvTimeoutError::Disconnected)
    }
}

/// What a queue holds is boxed, so that one is compiled for all kinds.
type Thing = Box<dyn Any + Send>;

struct Shared {
    state: Mutex<State>,
    /// Only one of the two can be waiting: either there is too much, or nothing.
    changed: Condvar,
    most: usize,
}

struct State {
    things: VecDeque<Thing>,
    /// Whether both ends are there.
    open: bool,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn send(&self, thing: Thing) -> bool {
        let full = |state: &mut State| state.open && state.things.len() >= self.most;
        let mut state = self.changed.wait_while(self.lock(), full).unwrap_or_else(PoisonError::into_inner);
        if state.open {
            state.things.push_back(thing);
            self.changed.notify_one();
        }
        state.open
    }

    fn recv(&self, patience: Duration) -> Result<Thing, RecvTimeoutError> {
        let idle = |state: &mut State| state.open && state.things.is_empty();
        let waited = self.changed.wait_timeout_while(self.lock(), patience, idle);
        let (mut state, late) = waited.unwrap_or_else(PoisonError::into_inner);
        let Some(thing) = state.things.pop_front() else {
            return Err(if late.timed_out() { RecvTimeoutError::Timeout } else { RecvTimeoutError::Disconnected });
        };
        self.changed.notify_one();
        Ok(thing)
    }
}

struct End(Arc<Shared>);

impl Drop for End {
    fn drop(&mut self) {
        self.0.lock().open = false;
        self.0.changed.notify_one();
    }
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        let mut state = self.end.0.lock();
        state.open = false;
        let left = std::mem::take(&mut state.things);
        // not while the other end waits for the lock
        drop(state);
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
