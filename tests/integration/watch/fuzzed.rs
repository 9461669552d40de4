//! Any bytes as requests.

#[path = "../../../fuzz/src/requests.rs"]
mod requests;

use std::time::{Duration, Instant};

/// `GRABFRAME_FUZZ_SECONDS` says how long to try; by default there are few.
#[test]
fn any_request_is_replied_to_or_refused() {
    let seconds = std::env::var("GRABFRAME_FUZZ_SECONDS").ok().and_then(|s| s.parse().ok());
    let (first, begun) = (seconds.map_or(0, |_| 100_000), Instant::now());
    let count = if crate::tools::thorough() { 20_000 } else { 2000 };
    for seed in first.. {
        if seconds.map_or(seed >= count, |s| begun.elapsed() > Duration::from_secs(s)) {
            break;
        }
        let mut state = (seed as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 32) as u8
        };
        let length = next() as usize / 6 + 1;
        let bytes: Vec<u8> = std::iter::repeat_with(next).take(length).collect();
        let caught = std::panic::catch_unwind(|| requests::check(&bytes));
        assert!(caught.is_ok(), "with seed {seed}");
    }
}
