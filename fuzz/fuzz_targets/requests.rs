//! Any bytes as requests to a page that is watched: see `src/requests.rs`.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| grabframe_fuzz::requests::check(data));
