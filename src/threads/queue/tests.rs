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
