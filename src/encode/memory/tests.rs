use super::*;
use crate::error::ErrorKind;

fn frame(level: u8) -> Frame {
    Frame::from_rgb(2, 1, vec![level; 6])
}

#[test]
fn frames_arrive_when_the_recording_is_finished() {
    let frames = MemoryFrames::default();
    let mut encoder = MemoryEncoder::open(Size::new(2, 1), 10.into(), &frames).expect("opens");
    encoder.write(&frame(1)).expect("takes a frame");
    encoder.write(&frame(2)).expect("takes a frame");
    // many short holds are as long as one
    (0..8).for_each(|_| encoder.hold(0.03).expect("holds"));
    assert!(frames.lock().is_empty());
    assert_eq!(Box::new(encoder).finish().expect("finishes").bytes, 4 * 6);
    assert_eq!(frames.take(), [frame(1), frame(2), frame(2), frame(2)]);
    assert!(frames.take().is_empty());
}

#[test]
fn each_finished_recording_replaces_the_one_before() {
    let frames = MemoryFrames::default();
    for level in [1, 2, 3] {
        let mut encoder = MemoryEncoder::open(Size::new(2, 1), 10.into(), &frames).expect("opens");
        encoder.write(&frame(level)).expect("takes a frame");
        if level == 3 { Box::new(encoder).abort() } else { drop(Box::new(encoder).finish().expect("finishes")) }
    }
    assert_eq!(frames.take(), [frame(2)]);
}

#[test]
fn mistakes_are_named() {
    let frames = MemoryFrames::default();
    let open = || MemoryEncoder::open(Size::new(2, 1), 10.into(), &frames).expect("opens");
    assert!(matches!(Box::new(open()).finish(), Err(ref e) if e.kind() == ErrorKind::NoFrames));
    assert!(matches!(open().hold(1.0), Err(ref e) if e.kind() == ErrorKind::BadOption));
    let mut encoder = open();
    encoder.write(&frame(0)).expect("takes a frame");
    assert!(
        matches!(encoder.write(&Frame::new(1, 2)), Err(ref e) if (e.kind(), e.frames()) == (ErrorKind::FrameSize, Some(1)))
    );
    assert!(MemoryEncoder::open(Size::new(2, 1), 0.into(), &frames).is_err());
}
