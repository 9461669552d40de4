//! Whole figures, made and changed by chance.

#[path = "../../fuzz/src/figures.rs"]
pub mod figures;

use std::time::{Duration, Instant};

/// Bytes by chance, the same in every run.
fn bytes(seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 32) as u8
    };
    std::iter::repeat_with(next).take(900).collect()
}

/// However figures are changed: frame k is still k, drawn beside the loop too, a renderer that is used again draws what a new one
/// does, and a clone what its original does. `GRABFRAME_FUZZ_SECONDS` says how long to try; by default there are few.
#[test]
fn whole_figures() {
    let seconds = std::env::var("GRABFRAME_FUZZ_SECONDS").ok().and_then(|s| s.parse().ok());
    let (first, begun) = (seconds.map_or(0, |_| 1000), Instant::now());
    let count = if crate::tools::thorough() { 600 } else { 12 };
    for seed in first.. {
        let done = seconds.map_or(seed >= count, |s| begun.elapsed() > Duration::from_secs(s));
        if done {
            break;
        }
        let caught = std::panic::catch_unwind(|| figures::check(&bytes(seed)));
        assert!(caught.is_ok(), "with seed {seed}");
    }
}

/// Axes with any scales, limits, ticks and formats: words lie apart, within the figure, and say different things.
#[test]
fn ticks_of_every_kind() {
    let count = if crate::tools::thorough() { 1500 } else { 60 };
    let seconds = std::env::var("GRABFRAME_FUZZ_SECONDS").ok().and_then(|s| s.parse().ok());
    let begun = Instant::now();
    for seed in seconds.map_or(0, |_| 100_000).. {
        let done = seconds.map_or(seed >= count, |s| begun.elapsed() > Duration::from_secs(s));
        if done {
            break;
        }
        let caught = std::panic::catch_unwind(|| figures::ticks::check(&bytes(seed)[..200]));
        assert!(caught.is_ok(), "with seed {seed}");
    }
}

/// Each kind of artist by itself. `GRABFRAME_FUZZ_ARTIST` names one to try alone.
#[test]
fn one_artist_of_each_kind() {
    let seconds = std::env::var("GRABFRAME_FUZZ_SECONDS").ok().and_then(|s| s.parse().ok());
    let asked = std::env::var("GRABFRAME_FUZZ_ARTIST").ok();
    let count = if crate::tools::thorough() { 24 } else { 8 };
    for (which, (name, _)) in figures::artists::ALL.iter().enumerate() {
        if asked.as_deref().is_some_and(|asked| asked != *name) {
            continue;
        }
        let (of, begun) = (seconds.filter(|_| asked.is_some()), Instant::now());
        for seed in of.map_or(0, |_| 1000).. {
            let done = of.map_or(seed >= count, |s| begun.elapsed() > Duration::from_secs(s));
            if done {
                break;
            }
            let caught = std::panic::catch_unwind(|| figures::one_artist::check(which, &bytes(seed)));
            assert!(caught.is_ok(), "{name} with seed {seed}");
        }
    }
}
