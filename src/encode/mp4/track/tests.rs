use super::*;

fn track(num: u32, den: u32) -> Track {
    Track::new(Fps::new(num, den)).expect("a rate")
}

#[test]
fn rates_are_exact_and_ticks_fine() {
    assert_eq!((track(15, 1).timescale, track(15, 1).frame), (15_000, 1000));
    assert_eq!((track(30000, 1001).timescale, track(30000, 1001).frame), (30_000, 1001));
    assert_eq!((track(1, 3).timescale, track(1, 3).frame), (1000, 3000));
    assert_eq!(track(1, 3_000_000).frame, 3_000_000);
    assert!(Track::new(Fps::new(3_000_000_000, 1)).is_err());
    assert!(Track::new(Fps::new(1, 3_000_000_000)).is_err());
}

#[test]
fn runs_split_and_join() {
    let mut track = track(10, 1);
    for size in 1..=3 {
        track.push(size, size == 1, 1000);
    }
    assert_eq!(track.lengthen(500), (1500, 0));
    assert_eq!(track.runs, [(2, 1000), (1, 1500)]);
    track.push(4, true, 1000);
    assert_eq!(track.lengthen(500), (1500, 0));
    assert_eq!(track.runs, [(2, 1000), (2, 1500)]);
    assert_eq!((track.keys.as_slice(), track.duration), ([1, 4].as_slice(), 5000));
}

#[test]
fn holds_do_not_drift() {
    let mut track = track(3, 1);
    track.push(1, true, 1000);
    // a thousand times a third of a tick
    let ticks: u64 = (0..1000).map(|_| track.hold(1.0 / 9000.0)).sum();
    assert_eq!(ticks, 333);
}

#[test]
fn what_is_too_long_for_a_picture_comes_back() {
    let mut track = track(10, 1);
    track.push(1, true, 1000);
    assert_eq!(track.lengthen(u64::from(LONGEST)), (LONGEST, 1000));
    assert_eq!(track.duration, u64::from(LONGEST));
}
