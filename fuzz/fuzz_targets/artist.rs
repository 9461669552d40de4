//! One kind of artist with any data: that of the first byte, or the one that `GRABFRAME_FUZZ_ARTIST` names; see
//! `src/one_artist.rs`.

#![no_main]

use std::sync::LazyLock;

use grabframe_fuzz::figures::{artists, one_artist};
use libfuzzer_sys::fuzz_target;

/// The one that was asked for.
static ASKED: LazyLock<Option<usize>> = LazyLock::new(|| {
    let name = std::env::var("GRABFRAME_FUZZ_ARTIST").ok()?;
    let found = artists::ALL.iter().position(|(of, _)| *of == name);
    assert!(
        found.is_some(),
        "there is no artist {name:?}: {:?}",
        artists::ALL.iter().map(|one| one.0).collect::<Vec<_>>()
    );
    found
});

fuzz_target!(|data: &[u8]| {
    let Some((first, rest)) = data.split_first() else { return };
    one_artist::check(ASKED.unwrap_or(usize::from(*first) % artists::ALL.len()), rest);
});
