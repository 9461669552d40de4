//! Axes with any scales, limits, ticks and formats: see `src/ticks.rs`.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| grabframe_fuzz::figures::ticks::check(data));
