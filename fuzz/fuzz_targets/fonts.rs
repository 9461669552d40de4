//! Arbitrary bytes as a font, and words in it: see `src/fonts.rs`.

#![no_main]

use grabframe_fuzz::fonts::{WORDS, check};
use libfuzzer_sys::fuzz_target;

// the last bytes choose the words, or are some
fuzz_target!(|data: &[u8]| {
    let (font, words) = data.split_at(data.len().saturating_sub(24));
    match words.first() {
        Some(n @ 0..=31) => check(font, WORDS[usize::from(n % 16)]),
        _ => check(font, &String::from_utf8_lossy(words)),
    }
});
