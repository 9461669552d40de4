use super::*;

fn delays(fps: Fps, n: usize) -> Vec<u64> {
    let mut clock = Clock::new(fps).expect("a rate that GIF can show");
    (0..n).map(|_| clock.frame()).collect()
}

#[test]
fn thirty_frames_a_second_are_three_three_four() {
    assert_eq!(delays(Fps::from(30), 6), [3, 3, 4, 3, 3, 4]);
    assert_eq!(delays(Fps::from(15), 3), [6, 7, 7]);
    assert_eq!(delays(Fps::from(50), 3), [2, 2, 2]);
    assert_eq!(delays(Fps::new(1, 3), 2), [300, 300]);
}

#[test]
fn the_total_is_exact_to_a_hundredth_after_any_number_of_frames() {
    let rates =
        [Fps::new(1, 3), 10.into(), 15.into(), Fps::new(24000, 1001), 29.97.into(), 30.into(), 50.into(), 7.3.into()];
    for fps in rates {
        let mut total = 0;
        for (i, delay) in delays(fps, 20_000).into_iter().enumerate() {
            total += delay;
            assert!(delay >= 2, "{fps}");
            let exact = (i + 1) as f64 * 100.0 / fps.as_f64();
            assert!((total as f64 - exact).abs() <= 1.0, "{fps} after {i}: {total} for {exact}");
        }
    }
}

#[test]
fn rates_that_gif_cannot_show_are_refused_with_a_reason() {
    for fps in [51.into(), 60.into(), Fps::new(50_001, 1000)] {
        let error = Clock::new(fps).expect_err("too fast").to_string();
        assert!(error.contains("at most 50") && error.contains("browsers"), "{error}");
    }
    assert!(Clock::new(Fps::new(1, 656)).is_err());
    assert!(Clock::new(Fps::new(1, 655)).is_ok());
    assert!(Clock::new(Fps::new(0, 1)).is_err());
}

#[test]
fn holds_add_up_without_losing_parts_of_a_hundredth() {
    let mut clock = Clock::new(30.into()).expect("a rate");
    let held: u64 = (0..1000).map(|_| clock.hold(0.0015)).sum();
    assert_eq!(held, 150);
    assert_eq!((0..3).map(|_| clock.frame()).sum::<u64>(), 10);
}

#[test]
fn long_delays_come_in_pieces_that_browsers_show() {
    for delay in [0, 1, 3, 65_534, 65_535, 65_536, 65_537, 131_070, 131_071, 131_072, 1_000_000] {
        let all: Vec<u64> = pieces(delay).map(u64::from).collect();
        assert_eq!(all.iter().sum::<u64>(), delay);
        assert_eq!(all.len() as u64, delay.div_ceil(MAX_DELAY).max(1), "{delay}");
        assert!(all.len() == 1 || all.iter().all(|&piece| piece >= 2), "{delay}: {all:?}");
    }
}
