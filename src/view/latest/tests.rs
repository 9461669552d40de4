use super::*;

fn shown(frames: u64) -> Shown {
    Shown { frames, ..Shown::default() }
}

fn frame(level: u8) -> Frame {
    Frame::from_rgb(2, 1, vec![level; 6])
}

fn newest(latest: &Latest) -> (u64, u64, u8) {
    let newest = latest.wait(Duration::ZERO, |_| true);
    (newest.number, newest.shown.frames, newest.frame.as_rgb()[0])
}

#[test]
fn frames_that_are_not_due_are_passed_over_and_shown_at_rest() {
    let latest = Latest::new(1e-3);
    for level in 1..9 {
        latest.offer(&frame(level), &shown(u64::from(level)));
    }
    assert_eq!(newest(&latest), (1, 1, 1), "the first is due");
    for _ in 0..3 {
        latest.rest(&frame(8), &shown(8));
        assert_eq!(newest(&latest), (2, 8, 8), "and the last is put in once");
    }
    latest.finish(&frame(9), &shown(9));
    assert_eq!(newest(&latest), (3, 9, 9));
}

#[test]
fn they_come_at_the_rate_that_was_asked_for() {
    let latest = Latest::new(50.0);
    let start = Instant::now();
    while start.elapsed() < Duration::from_millis(300) {
        latest.offer(&frame(1), &shown(1));
    }
    let most = (start.elapsed().as_secs_f64() * 50.0) as u64 + 2;
    let (number, ..) = newest(&latest);
    assert!((2..=most).contains(&number), "{number} of {most}");
}

#[test]
fn who_offers_does_not_wait_for_who_looks() {
    let latest = Latest::new(1e9);
    latest.offer(&frame(1), &shown(1));
    let looking = latest.wait(Duration::ZERO, |_| true);
    std::thread::scope(|threads| {
        // would not return before `looking` is dropped, which is after it was joined
        threads.spawn(|| latest.offer(&frame(2), &shown(2))).join().unwrap();
    });
    assert_eq!(looking.shown.frames, 1);
    drop(looking);
    latest.offer(&frame(3), &shown(3));
    assert_eq!(newest(&latest), (2, 3, 3));
}

#[test]
fn who_waits_is_woken() {
    let latest = Latest::new(1e9);
    std::thread::scope(|threads| {
        let waiting = threads.spawn(|| {
            let newest = latest.wait(Duration::from_secs(60), |newest| newest.number == 2);
            (newest.number, newest.frame.as_rgb()[0])
        });
        latest.offer(&frame(5), &shown(5));
        latest.offer(&frame(6), &shown(6));
        while !waiting.is_finished() {
            latest.rest(&frame(6), &shown(6));
            std::thread::yield_now();
        }
        assert_eq!(waiting.join().unwrap(), (2, 6));
    });
    let start = Instant::now();
    std::thread::scope(|threads| {
        let waiting = threads.spawn(|| latest.wait(Duration::from_secs(60), |newest| newest.over).over);
        latest.close();
        assert!(waiting.join().unwrap());
    });
    assert!(start.elapsed() < Duration::from_secs(30));
}
