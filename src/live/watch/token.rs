//! What cannot be guessed.

use std::fmt::Write;
use std::hash::{BuildHasher, RandomState};
use std::io::Read;

/// 128 bits from the system's source, as 32 digits.
pub(super) fn random() -> String {
    let mut bytes = [0; 16];
    if !from_system(&mut bytes) {
        // The standard library asks the system for the two numbers of the first `RandomState` of a thread, 128 bits, and has no
        // other door to them; what a hash with that key makes of a number tells neither the key nor another hash.
        let state = RandomState::new();
        for (index, half) in bytes.chunks_mut(8).enumerate() {
            half.copy_from_slice(&state.hash_one(index).to_ne_bytes());
        }
    }
    let mut text = String::new();
    for byte in bytes {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(unix)]
fn from_system(bytes: &mut [u8]) -> bool {
    std::fs::File::open("/dev/urandom").and_then(|mut source| source.read_exact(bytes)).is_ok()
}

#[cfg(not(unix))]
fn from_system(_: &mut [u8]) -> bool {
    false
}

/// Why this is no token, if so.
pub(super) fn refusal(token: &str) -> Option<&'static str> {
    if token.len() < 16 {
        return Some("it has fewer than 16 letters");
    }
    let fits = |c: u8| c.is_ascii_alphanumeric() || c == b'-' || c == b'_';
    (!token.bytes().all(fits)).then_some("it has other letters than A-Z, a-z, 0-9, `-` and `_`")
}
