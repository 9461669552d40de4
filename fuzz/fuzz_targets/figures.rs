//! Whole figures, changed in any way from frame to frame: see `src/figures.rs`.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| grabframe_fuzz::figures::check(data));
