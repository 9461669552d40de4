//! Any words, laid out for pixels and for a file, within dollar signs and without.

#![no_main]

use grabframe::{Figure, Layout};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let words = String::from_utf8_lossy(data);
    for text in [words.to_string(), format!("${words}$")] {
        let mut fig = Figure::pixels(64, 64);
        fig.suptitle(text);
        let title = Layout::of(&fig).title;
        assert!(title.is_none_or(|title| title.bounds().width().is_finite()));
        let _ = fig.to_svg();
    }
});
