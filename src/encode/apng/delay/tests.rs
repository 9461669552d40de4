use super::*;
use crate::error::ErrorKind;

fn clock(fps: impl Into<Fps>) -> Clock {
    Clock::new(fps.into()).expect("a rate")
}

const ONE: Time = Time { frames: 1, held: 0.0 };

#[test]
fn whole_milliseconds_whose_sum_is_right() {
    for (fps, first) in [(Fps::from(25), 40), (Fps::from(60), 17), (Fps::from(29.97), 33), (Fps::new(1, 3), 3000)] {
        let mut clock = clock(fps);
        assert_eq!(clock.frame(), Delay { num: first, den: 1000 }, "{fps}");
        let mut sum = 0;
        for frames in 1..=1000 {
            let delays = clock.pass(ONE);
            assert!(delays.len() == 1 && delays[0].den == 1000 && delays[0].num.abs_diff(first) <= 1, "{fps}");
            sum += u64::from(delays[0].num);
            assert!((sum as f64 - f64::from(frames) * 1e3 * fps.frame_seconds()).abs() < 1.0, "{fps}: {sum}");
        }
    }
    assert_eq!(clock(1000).pass(ONE), [Delay { num: 1, den: 1000 }]);
    assert!(matches!(Clock::new(Fps::from(1001)), Err(ref e) if e.kind() == ErrorKind::BadFps));
}

#[test]
fn long_times_come_in_pieces() {
    let seconds = |all: &[Delay]| all.iter().map(|d| f64::from(d.num) / f64::from(d.den)).sum::<f64>();
    let delays = clock(1).pass(Time { frames: 1, held: 1e6 });
    assert!((seconds(&delays) - 1_000_001.0).abs() < 1e-9 && delays.iter().all(|d| d.num > 0), "{delays:?}");
    let two = clock(10).pass(Time { frames: 1, held: 5000.15 });
    assert_eq!(two, [Delay { num: 5000, den: 1 }, Delay { num: 250, den: 1000 }]);
    let whole = clock(1).pass(Time { frames: 70, held: 0.0 });
    assert_eq!(whole, [Delay { num: 70, den: 1 }]);
}
