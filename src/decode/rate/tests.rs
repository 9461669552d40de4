use super::*;

/// The delays of a recording, as a running clock stores them.
fn recorded(fps: Fps, frames: u64, per_second: u32) -> Fps {
    let mut delays = Delays::new(per_second);
    let at = |n: u64| (n as f64 * f64::from(per_second) * fps.frame_seconds()).round() as u64;
    (0..frames).for_each(|n| delays.push(at(n + 1) - at(n)));
    delays.fps()
}

#[test]
fn what_was_recorded_is_found() {
    for fps in [1, 2, 5, 10, 12, 15, 20, 24, 25, 30, 48, 50] {
        for frames in [20, 60, 333] {
            assert_eq!(recorded(Fps::from(fps), frames, 100), Fps::from(fps), "{frames} frames");
            assert_eq!(recorded(Fps::from(fps), frames, 1000), Fps::from(fps), "{frames} frames");
        }
    }
    for ntsc in [Fps::new(24000, 1001), Fps::new(30000, 1001), Fps::new(60000, 1001)] {
        assert_eq!(recorded(ntsc, 333, 1000), ntsc);
    }
    assert_eq!(recorded(Fps::new(25, 2), 50, 100), Fps::new(25, 2));
    assert_eq!(recorded(Fps::new(1, 3), 7, 100), Fps::new(1, 3));
}

#[test]
fn others_get_the_average() {
    let mut delays = Delays::new(100);
    [10, 10, 200, 20].iter().for_each(|&d| delays.push(d));
    assert_eq!(delays.fps(), Fps::new(5, 3));
    let mut delays = Delays::new(100);
    delays.push(u64::from(u32::MAX) + 5);
    assert_eq!(delays.fps().num(), 20);
}
