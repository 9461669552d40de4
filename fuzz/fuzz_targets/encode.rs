//! Movies of any size, rate and content, recorded in every format that is written in process, and decoded by others.
//!
//! The first byte chooses the format. What is lossless must come back to the bit, what is not within a bound that is
//! explained where it stands; the frames and their times must all be there.

#![no_main]

use grabframe_fuzz::{Movie, apng, avi, folder, gif, mp4, sequence, webp};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((format, data)) = data.split_first() else { return };
    let (movie, folder) = (Movie::new(data), folder());
    match format % 8 {
        0 | 1 => gif::check(&movie, folder.path()),
        2 => apng::check(&movie, folder.path()),
        3 => webp::check(&movie, folder.path()),
        4 => avi::check(&movie, folder.path(), false),
        5 => avi::check(&movie, folder.path(), true),
        6 => mp4::check(&movie, folder.path()),
        _ => sequence::check(&movie, folder.path()),
    }
});
