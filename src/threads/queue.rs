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
mod tests {
    use std::thread;
    use std::time::Instant;

    use super::*;

    #[test]
    fn everything_arrives_in_order_and_then_the_end() {
        let (send, receive) = queue(3);
        let sender = thread::spawn(move || (0..2000).all(|k| send.send(k)));
        assert!((0..1000).all(|k| receive.recv() == Some(k)));
        assert!((1000..2000).all(|k| receive.recv_timeout(Duration::from_secs(60)) == Ok(k)));
        assert_eq!(receive.recv(), None);
        assert_eq!(receive.recv_timeout(Duration::from_secs(60)), Err(RecvTimeoutError::Disconnected));
        assert!(sender.join().expect("ends"));
    }

    #[test]
    fn no_more_wait_than_may() {
        let (send, receive) = queue(2);
        let sent = Arc::new(Mutex::new(0));
        let sender = thread::spawn({
            let sent = Arc::clone(&sent);
            move || {
                while send.send(()) {
                    *sent.lock().expect("no panic") += 1;
                }
            }
        });
        let count = || *sent.lock().expect("no panic");
        for taken in 0..3 {
            let start = Instant::now();
            while count() < 2 + taken && start.elapsed() < Duration::from_secs(10) {
                thread::yield_now();
            }
            thread::sleep(Duration::from_millis(5));
            assert_eq!(count(), 2 + taken);
            assert_eq!(receive.recv(), Some(()));
        }
        // nor is anybody kept waiting by an end that is gone
        drop(receive);
        sender.join().expect("ends");
    }

    #[test]
    fn patience_ends() {
        let (send, receive) = queue::<u8>(1);
        assert_eq!(receive.recv_timeout(Duration::from_millis(5)), Err(RecvTimeoutError::Timeout));
        assert!(send.send(1));
        assert_eq!(receive.recv_timeout(Duration::ZERO), Ok(1));
    }

    #[test]
    fn what_nobody_takes_is_dropped_at_once() {
        let (send, receive) = queue(2);
        let thing = Arc::new(());
        assert!(send.send(Arc::clone(&thing)));
        drop(receive);
        assert_eq!(Arc::strong_count(&thing), 1);
        assert!(!send.send(thing));
    }

    #[test]
    fn what_was_sent_outlives_its_sender() {
        let (send, receive) = queue(2);
        assert!(send.send(1) && send.send(2));
        drop(send);
        assert_eq!((receive.recv(), receive.recv(), receive.recv()), (Some(1), Some(2), None));
    }
}
