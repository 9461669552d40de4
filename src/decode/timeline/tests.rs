use super::super::packets::{Packet, Packets};
use super::*;

/// A file of pictures at these times, all key frames, in ticks.
fn facts(tick: (u32, u32), times: impl IntoIterator<Item = i64>) -> Facts {
    let packet = |pts| Packet { pts: Some(pts), size: 100, key: true, ..Packet::default() };
    let list = times.into_iter().map(packet).collect();
    Facts {
        codec: "mjpeg".into(),
        format: "avi".into(),
        packets: Packets { list, tick, complete: true },
        ..Facts::default()
    }
}

#[test]
fn rates_are_told_by_times() {
    let ms = |fps: Fps, n: u32| (0..n).map(move |k| (f64::from(k) * fps.frame_seconds() * 1e3).round() as i64);
    for (num, den, near, base) in [
        (120_000, 1001, (29_011, 242), 120),
        (240_000, 1001, (29_011, 121), 240),
        (30_000, 1001, (30_000, 1001), 30),
        (25, 1, (25, 1), 25),
        (599, 20, (599, 20), 30),
    ] {
        let fps = Fps::new(num, den);
        let declared = Facts {
            average: Some(Fps::new(near.0, near.1)),
            base: Some(Fps::new(base, 1)),
            ..facts((1, 1000), ms(fps, 60))
        };
        assert_eq!((Timeline::of(&declared).fps, Timeline::of(&declared).steady), (fps, true));
    }
    // nothing is declared, or something wrong
    let wrong = Facts { average: Some(Fps::new(95, 3)), ..facts((1, 1000), ms(30.into(), 90).map(|t| t + 4080)) };
    let told = Timeline::of(&wrong);
    assert_eq!((told.fps, told.steady, told.frames), (Fps::new(30, 1), true, Some(90)));
    assert_eq!((told.duration, told.keys[0]), (Duration::from_secs(3), 4_080_000));
    assert_eq!(Timeline::of(&facts((20, 599), 0..90)).fps, Fps::new(599, 20));
    assert_eq!(Timeline::of(&facts((342, 40_999), 0..60)).fps, Fps::new(120_000, 1001));
    // every third frame of thirty: ten a second
    let every_third = Facts { average: Some(30.into()), frames: Some(28), ..facts((1, 30), (0..28).step_by(3)) };
    let told = Timeline::of(&every_third);
    assert_eq!((told.fps, told.frames, told.duration), (Fps::new(10, 1), Some(10), Duration::from_secs(1)));
}

#[test]
fn uneven_times_have_an_average() {
    let uneven = Facts { average: Some(30.into()), ..facts((1, 30), [0, 1, 2, 7, 8, 9, 14]) };
    let told = Timeline::of(&uneven);
    assert_eq!((told.steady, told.frames), (false, Some(7)));
    assert!((told.fps.as_f64() - 7.0 / told.duration.as_secs_f64()).abs() < 1e-6);
}

#[test]
fn of_a_beginning_only_what_fits_is_believed() {
    let mut long = facts((1, 15_360), (0..1000).map(|n| n * 512));
    long.packets.complete = false;
    long.format = "mov,mp4,m4a".into();
    long.frames = Some(90_000);
    let told = |pictures| Timeline::of(&Facts { pictures: Some(Duration::from_secs(pictures)), ..long.clone() });
    assert_eq!((told(3000).frames, told(3000).duration), (Some(90_000), Duration::from_secs(3000)));
    assert_eq!((told(2000).frames, told(2000).duration), (None, Duration::from_secs(2000)));
}
