//! When they are shown.

use super::*;

#[test]
fn pictures_that_stay_lengthen_the_delay() {
    let (a, b) = (Frame::new(5, 4), Frame::from_rgb(5, 4, vec![9; 60]));
    let frames = [&a, &a, &a, &b, &b, &a].map(Clone::clone);
    let images = assert_exact(&frames, 30);
    assert_eq!(images.iter().map(|image| image.delay).collect::<Vec<_>>(), [10, 6, 4]);
}

#[test]
fn the_total_time_is_exact_for_any_rate() {
    let (a, b) = (Frame::new(2, 2), Frame::from_rgb(2, 2, vec![9; 12]));
    for fps in [Fps::new(1, 3), 10.into(), 15.into(), Fps::new(24000, 1001), 29.97.into(), 30.into(), 50.into()] {
        let frames: Vec<Frame> =
            (0..3000).map(|i| if i % 7 < 3 || i % 2 == 0 { a.clone() } else { b.clone() }).collect();
        let images = play(&encode(&frames, fps));
        let total: u64 = images.iter().map(|image| image.delay).sum();
        assert!((total as f64 - 3000.0 * 100.0 / fps.as_f64()).abs() <= 1.0, "{fps}: {total}");
        assert!(images.iter().all(|image| image.delay >= 2));
        for (got, want) in sampled(&images, fps, 3000).iter().zip(&frames) {
            assert!(got == want, "{fps}");
        }
    }
}

#[test]
fn a_hold_lengthens_the_last_frame_and_may_be_longer_than_a_delay_can_be() {
    let (a, b) = (Frame::new(5, 4), Frame::from_rgb(5, 4, vec![9; 60]));
    let mut stream = stream(a.size(), 10);
    stream.write(&a).expect("takes a frame");
    stream.hold(1.5).expect("holds");
    stream.write(&b).expect("takes a frame");
    stream.hold(700.0).expect("holds");
    stream.write(&a).expect("takes a frame");
    stream.hold(655.26).expect("holds");
    let images = play(&stream.finish().expect("finishes").into_inner());
    let delays: Vec<u64> = images.iter().map(|image| image.delay).collect();
    assert_eq!(delays, [160, 65_535, 4_475, 65_534, 2]);
    let shown: Vec<&Frame> = images.iter().map(|image| &image.screen).collect();
    assert_eq!(shown, [&a, &b, &b, &a, &a]);
}
